/**
 * A person edits the workbook: the flags of the students concerned are brought up to date at once, or the workbook says that
 * it is out of date.
 *
 * A simple trigger has 30 seconds, no dialog and no account (AuthMode LIMITED). Google does not tell it of rows that were
 * inserted, deleted or sorted, and may pass over one of several quick edits; a re-check therefore compares every flag that
 * stands on the roster, and says so where others are out of date.
 */
import { type ActiveWorkbook, activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { cellsInUse, type EditedRange, editedRange } from '../workbook/edited-range.ts'
import { type Marks, markOutOfDate, readMarks } from '../workbook/marks.ts'
import { mayBeChecked, showOutOfDate } from '../workbook/out-of-date.ts'
import { ownTabNames } from '../workbook/own-tabs.ts'
import { lastCheck } from './last-check.ts'
import { isChecked, recheckStudents } from './recheck-students.ts'
import { studentsInRows } from './students-in-rows.ts'
import { type RosterUnderstanding, understandRoster } from './understanding.ts'

/**
 * Reading takes 8.5 µs a cell (85 s for 10 million were measured by others), and judging about half of that again: a
 * workbook of this size is done in some 15 seconds, half of what the trigger has.
 */
const mostCells = 1_000_000

/** How long an edit waits for a check or another edit to end. */
const lockWaitMilliseconds = 8_000

/** In a tab that is not read, only an edit this far up can give it headings. */
const headingRowsSearched = 15

/** @param event what Google tells of the edit */
export function onEdit(event?: GoogleAppsScript.Events.SheetsOnEdit): void {
  try {
    const edit = editedRange(event)
    if (edit) follow(edit)
  } catch {
    // There is nobody to tell: a simple trigger may open no window. The next check compares everything anyway.
  }
}

function follow(edit: EditedRange): void {
  const workbook = activeWorkbook()
  const { spreadsheet } = workbook
  const marks = readMarks(spreadsheet)
  const relevance = mayBeChecked(spreadsheet, marks) ? relevanceOf(edit, marks) : 'none'
  if (relevance === 'none') return
  try {
    withDocumentLock(() => {
      // A run that Google stops leaves the mark.
      const unmark = markOutOfDate(spreadsheet)
      if (relevance === 'students' && isUpToDateAfter(workbook, edit, unmark)) return
      const now = readMarks(spreadsheet)
      if (now.outOfDate.length > 1) unmark()
      else showOutOfDate(now)
    }, lockWaitMilliseconds)
  } catch {
    // Nearly always a check is at work, which takes away only the marks that it has met.
    markOutOfDate(spreadsheet)
    showOutOfDate(marks)
  }
}

/** @param unmark takes away the mark that this run has set */
function isUpToDateAfter(workbook: ActiveWorkbook, edit: EditedRange, unmark: () => void): boolean {
  if (cellsInUse(workbook.spreadsheet) > mostCells) return false
  try {
    const understood = understandRoster(workbook, {})
    if (!understood) return false
    if (isChecked(understood)) {
      const ids = concernedIds(edit, understood)
      const wasOutOfDate = understood.reading.marks.outOfDate.length > 1
      return ids !== undefined && recheckStudents(workbook, understood, ids, { unmark, wasOutOfDate }) !== undefined
    }
    unmark()
    return true
  } catch {
    // A setting cannot be read, or there is no roster any longer: the next check tells.
    return false
  }
}

/** What can be told without reading: whether the edit matters at all, and whether it is about students. */
function relevanceOf(
  { name, firstRow, firstColumn, lastColumn }: EditedRange,
  marks: Marks,
): 'none' | 'students' | 'all' {
  const findings = marks.tabs.get('findings')
  const own = (tab: 'findings' | 'settings') =>
    marks.tabs.has(tab) ? marks.tabs.get(tab)?.sheet.getName() === name : ownTabNames[tab].includes(name)
  if (own('findings')) return 'none'
  if (own('settings')) return 'all'
  const unread = lastCheck(findings?.remembered ?? '')?.tabsNotNeeded ?? []
  if (unread.includes(name) && firstRow > headingRowsSearched) return 'none'
  const managed = [...(marks.columns().get(name)?.values() ?? [])].flat().map(({ column }) => column + 1)
  let inManaged = managed.length > 0
  for (let column = firstColumn; column <= lastColumn; column++) inManaged &&= managed.includes(column)
  // A flag that a person wrote over is left to the next check.
  return inManaged ? 'none' : 'students'
}

/** The students of the edited rows, as they are and as they were. @returns undefined where the edit may concern everyone */
function concernedIds(edit: EditedRange, understood: RosterUnderstanding): ReadonlySet<string> | undefined {
  const { name, firstRow, lastRow, firstColumn, oldValue } = edit
  const mapping = understood.records.mappings.find(({ sheet }) => sheet === name)
  if (mapping?.kind === 'calendar' || firstRow <= (mapping?.headingRow ?? 0)) return undefined
  const end = Math.min(lastRow, understood.reading.tabs.find((tab) => tab.name === name)?.rows.length ?? 0)
  const rows = Array.from({ length: Math.max(0, end - firstRow + 1) }, (_, index) => firstRow + index)
  const former = oldValue === undefined ? undefined : { column: firstColumn - 1, text: oldValue }
  return studentsInRows(understood, name, rows, former)
}
