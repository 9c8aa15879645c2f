/**
 * Recording one entry for one student or many: a row for each in the school's own tab, then their flags are brought up to
 * date.
 */
import { studentFlags } from '../compliance/student-flags.ts'
import { unreadable } from '../records/cell-text.ts'
import { listedName } from '../records/names.ts'
import { CheckStopped } from '../records/problem.ts'
import type { Student } from '../records/school.ts'
import type { Cell } from '../records/tab.ts'
import { readYesNo } from '../records/yes-no.ts'
import { type ActiveWorkbook, activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { markOutOfDate } from '../workbook/marks.ts'
import {
  cellAsRead,
  hitRecords,
  insertRecords,
  lastUsedRow,
  placesOf,
  rereadTab,
  rowHash,
  takeBackRecords,
} from '../workbook/record-rows.ts'
import { headingOf } from '../workbook/school-tabs.ts'
import { answer } from './answer.ts'
import { judge } from './judgement.ts'
import * as messages from './messages.ts'
import { makeTab } from './missing-tabs.ts'
import { isChecked, type OutOfDateMark, recheckStudents } from './recheck-students.ts'
import { fieldsWithout, type RecordTab, recordCells, recordTab } from './record-cells.ts'
import { fieldsOf, tabNameOf, tabOfEntry } from './record-fields.ts'
import { signatureColumns, signPlans } from './record-signatures.ts'
import { smallGroupOf, warningsFor } from './record-warnings.ts'
import { refusal } from './refusal.ts'
import { RequestInvalid } from './requests/read-request.ts'
import {
  type Entry,
  type EntryType,
  entryTypes,
  type Rechecked,
  type Recorded,
  type RecordForm,
  type RecordRequest,
  readRecordRequest,
  type ToConfirm,
} from './requests/record.ts'
import { type RosterUnderstanding, understandRoster, whenStill, withTabReread } from './understanding.ts'
import { undoToken } from './undo-token.ts'

/** @returns a RecordFormAnswer as JSON */
export function getRecordForm(): string {
  return answer<'getRecordForm'>(() => {
    const workbook = activeWorkbook()
    return recordForm(whenStill(() => understandRoster(workbook, {})))
  })
}

/** Names of staff that the form offers. */
const mostNames = 20

function recordForm(understood: RosterUnderstanding): RecordForm {
  const smallGroup = smallGroupOf(understood.context.policy)
  const blocked: RecordForm['blocked'][number][] = []
  const without: Partial<Record<EntryType, readonly string[]>> = {}
  for (const type of entryTypes) {
    const reason = type === 'signature' ? signatureBlocked(understood) : dateMissing(recordTab(understood, type), type)
    if (reason) blocked.push({ type, reason })
    const target = recordTab(understood, type)
    if (target) without[type] = fieldsWithout(target, type)
  }
  return {
    ok: true,
    asOf: understood.context.asOf,
    ...(smallGroup && { smallGroup }),
    blocked,
    without,
    staff: staffNames(recordTab(understood, 'conference')),
  }
}

function signatureBlocked(understood: RosterUnderstanding): string | undefined {
  const { mappings } = understood.records
  if (mappings.some((mapping) => signatureColumns(mapping).length > 0)) return undefined
  return 'No tab has a column for the parent signature. Record the plan first, or add a column “Parent signed on”.'
}

/** Of two columns that could both be the date, none is used. */
function dateMissing(target: RecordTab | undefined, type: EntryType): string | undefined {
  const [, column = ''] = fieldsOf(type).find(([field]) => field === 'date') ?? []
  if (!target || target.columns.has(column)) return undefined
  const heading = headingOf(tabOfEntry[type], column)
  return `The tab ${target.mapping.sheet} has no column that is surely “${heading}”. Choose it in the settings.`
}

/** The most frequent first. */
function staffNames(target: RecordTab | undefined): readonly string[] {
  const index = target?.columns.get('staff_names')
  if (!target || index === undefined) return []
  const counts = new Map<string, number>()
  for (const row of target.tab.rows.slice(target.mapping.headingRow)) {
    const cell: Cell = row[index] ?? ''
    // In some logs the column only says whether somebody was there.
    if (typeof cell === 'string' && cell !== '' && readYesNo(cell) === unreadable)
      counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostNames)
    .map(([name]) => name)
}

/**
 * @param request a RecordRequest as JSON
 * @returns a RecordAnswer as JSON
 */
export function saveRecord(request: string): string {
  return answer<'saveRecord'>(() => {
    const asked = readRecordRequest(request)
    const workbook = activeWorkbook()
    return withDocumentLock(() => save(workbook, asked))
  })
}

function save(workbook: ActiveWorkbook, { students: ids, entry, confirmed }: RecordRequest): Recorded | ToConfirm {
  let understood = whenStill(() => understandRoster(workbook, {}))
  const students = studentsOf(understood, ids)
  const warnings = confirmed ? [] : warningsFor(entry, students, understood.context)
  if (warnings.length > 0) return { ok: true, warnings }
  if (entry.type !== 'signature' && !recordTab(understood, entry.type)) {
    makeTab(workbook, understood, tabOfEntry[entry.type])
    understood = whenStill(() => understandRoster(workbook, {}))
  }
  return markedOutOfDate(workbook, understood, (mark) => {
    const saved =
      entry.type === 'signature'
        ? signPlans(workbook, understood, entry, students)
        : saveRows(workbook, understood, entry, studentsOf(understood, ids))
    const { after, ...told } = saved
    return { ok: true, ...told, ...rechecked(workbook, after, new Set(students.map(({ id }) => id)), mark) }
  })
}

/** What was written, and the workbook as it is then. */
export interface Saved extends Pick<Recorded, 'sheet' | 'saved' | 'left' | 'undo'> {
  readonly after: RosterUnderstanding
}

/** A run that Google stops leaves the mark; one that was refused has written nothing. */
export function markedOutOfDate<Result>(
  { spreadsheet }: ActiveWorkbook,
  understood: RosterUnderstanding,
  write: (mark: OutOfDateMark) => Result,
): Result {
  const unmark = isChecked(understood) ? markOutOfDate(spreadsheet) : () => undefined
  try {
    return write({ unmark, wasOutOfDate: understood.reading.marks.outOfDate.length > 0 })
  } catch (error) {
    if (refusal(error).code !== 'UNEXPECTED') unmark()
    throw error
  }
}

/** Brings the flags of these students up to date, and says how they stand. */
export function rechecked(
  workbook: ActiveWorkbook,
  after: RosterUnderstanding,
  ids: ReadonlySet<string>,
  mark: OutOfDateMark,
): { readonly students: readonly Rechecked[]; readonly rechecked: boolean } {
  const done = isChecked(after) ? recheckStudents(workbook, after, ids, mark) : undefined
  const { evaluation } = done ?? judge(after, 'unmet')
  const flags = studentFlags(evaluation)
  const students = evaluation.students.flatMap(({ student }, index): readonly Rechecked[] => {
    const flag = flags[index]
    if (!flag || !ids.has(student.id)) return []
    return [{ id: student.id, name: listedName(student), status: flag.status, openItems: flag.openItems }]
  })
  return { students, rechecked: done !== undefined }
}

/** @throws RequestInvalid where an id is not on the roster, or stands on it twice */
function studentsOf({ records, layout }: RosterUnderstanding, ids: readonly string[]): readonly Student[] {
  const byId = new Map(records.school.students.map((student) => [student.id, student]))
  const holders = new Map<string, number>()
  for (const { studentId } of layout.rows) holders.set(studentId, (holders.get(studentId) ?? 0) + 1)
  return [...new Set(ids)].map((id) => {
    const student = byId.get(id)
    if (!student) throw new RequestInvalid({ students: messages.notOnRoster(id) })
    if ((holders.get(id) ?? 0) > 1) throw new RequestInvalid({ students: messages.idStandsTwice(id) })
    return student
  })
}

function saveRows(
  { reader }: ActiveWorkbook,
  understood: RosterUnderstanding,
  entry: Exclude<Entry, { type: 'signature' }>,
  students: readonly Student[],
): Saved {
  const target = recordTab(understood, entry.type)
  const blocked = target ? dateMissing(target, entry.type) : messages.tabNotMade(tabNameOf(entry.type))
  if (!target || blocked) throw new CheckStopped('TAB_UNREADABLE', blocked ?? '')
  const { tab, mapping } = target
  const cells = recordCells(understood, target, entry, students)
  const after = lastUsedRow(tab, mapping.headingRow)
  const planned = withTabReread(understood, {
    ...tab,
    rows: [
      ...tab.rows.slice(0, after),
      ...cells.map((row) => padded(row.map(cellAsRead), tab)),
      ...tab.rows.slice(after),
    ],
  })
  if (!isReadAs(planned, tab.name, after, entry, students)) {
    throw new CheckStopped('TAB_UNREADABLE', messages.notReadBack(tab.name))
  }
  insertRecords(tab, after, mapping.headingRow, cells)
  const now = rereadTab(tab, reader)
  const read = withTabReread(understood, now)
  // Somebody may have inserted rows above since.
  const start = placesOf(now, cells).slice(-cells.length)[0] ?? after + 1
  const hit = hitRecords(tab, now, after, cells.length)
  if (hit.length > 0 || !isReadAs(read, tab.name, start - 1, entry, students)) {
    takeBackRecords(tab, reader, cells, hit)
    throw new CheckStopped('SHEET_CHANGING', messages.tabChanging(tab.name))
  }
  const rows = now.rows.slice(start - 1, start - 1 + cells.length)
  const sheetId = tab.sheet.getSheetId()
  const undo = undoToken(rows.map((row) => ({ sheetId, hash: rowHash(row, now.managed), columns: [] })))
  return { sheet: tab.name, saved: cells.length, left: [], undo, after: read }
}

function padded(row: readonly Cell[], { rows }: { readonly rows: readonly (readonly Cell[])[] }): readonly Cell[] {
  const width = Math.max(rows[0]?.length ?? 0, row.length)
  return Array.from({ length: width }, (_, index) => row[index] ?? '')
}

/** Whether src/records reads the new rows as what was meant, of the students who were meant. */
function isReadAs(
  { records }: RosterUnderstanding,
  sheet: string,
  after: number,
  entry: Entry,
  students: readonly Student[],
): boolean {
  return students.every(({ id }, index) => {
    const student = records.find(id)
    const isHere = ({ at }: { readonly at: { readonly sheet: string; readonly row: number } }) =>
      at.sheet === sheet && at.row === after + 1 + index
    if (!student) return false
    if (entry.type === 'conference') {
      const { date, kind, status } = entry
      return student.conferences.some(
        (one) => isHere(one) && one.date === date && one.kind === kind && one.status === status,
      )
    }
    if (entry.type === 'plan') return student.plans.some((one) => isHere(one) && one.createdOn === entry.date)
    const dated = entry.type === 'contact' ? student.contacts : student.updates
    return dated.some((one) => isHere(one) && one.date === entry.date)
  })
}
