/**
 * Making a tab that a school lacks, so that a run which is cut short leaves nothing that the next one cannot complete.
 *
 * A new tab is hidden until it is whole: nobody can type into a tab that they do not see, so nothing typed is written over.
 */
import { CheckStopped } from '../records/problem.ts'
import { dateFormat } from './managed-columns.ts'
import { insertTab, palette } from './own-tabs.ts'
import { type Entry, firstRows, type MadeKind, madeKinds, schoolColumns, schoolTabNames } from './school-tabs.ts'
import { changeMark, type SetupMark, type SetupMarks, startMark } from './setup-marks.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation

/** Pixels; the wide one where names of ours are to be seen whole. */
const columnWidth = 130
const wideColumn = 200

/**
 * @param place how many tabs stand left of it
 * @param taken names of the tabs that were looked at
 * @returns its name
 */
export function makeSchoolTab(
  spreadsheet: Spreadsheet,
  kind: MadeKind,
  place: number,
  taken: readonly string[],
): string {
  const { sheet, name } = insertTab(spreadsheet, [schoolTabNames[kind]], schoolTabNames[kind], place, taken)
  begin(sheet, kind)
  return name
}

/**
 * Completes what an earlier run began: tabs with its mark, and a blank one that it had no time to mark.
 *
 * @returns names of those that it filled
 */
export function completeSchoolTabs(spreadsheet: Spreadsheet, marks: SetupMarks): readonly string[] {
  const filled: string[] = []
  for (const mark of marks.things) {
    const { sheet, state } = mark
    if (state === 'made') continue
    if (state === 'making' && holdsOurs(sheet, mark.kind)) {
      sheet.hideSheet()
      fill(mark)
      filled.push(sheet.getName())
    }
    // One that was about to be taken back; or one that somebody has brought to light and written in: it is theirs now.
    sheet.showSheet()
    changeMark(mark, 'made')
  }
  for (const { sheet, kind } of unmarkedTabs(spreadsheet, marks)) {
    begin(sheet, kind)
    filled.push(sheet.getName())
  }
  return filled
}

/** Blank tabs under our names that came after the first set-up began and carry no mark. */
export function unmarkedTabs(
  spreadsheet: Spreadsheet,
  { things, before }: SetupMarks,
): readonly { readonly sheet: Sheet; readonly kind: MadeKind }[] {
  if (before === undefined) return []
  const known = new Set([...before.ids, ...things.map(({ sheet }) => sheet.getSheetId())])
  return spreadsheet.getSheets().flatMap((sheet) => {
    if (known.has(sheet.getSheetId())) return []
    const name = sheet.getName().replace(/ \d+$/, '')
    const kind = madeKinds.find((one) => schoolTabNames[one] === name)
    return kind && sheet.getLastRow() === 0 ? [{ sheet, kind }] : []
  })
}

function begin(sheet: Sheet, kind: MadeKind): void {
  hideNewTab(sheet)
  const mark = startMark(sheet, kind)
  fill(mark)
  sheet.showSheet()
  changeMark(mark, 'made')
}

/** @throws CheckStopped SHEET_CHANGING when somebody typed into the tab before it could be hidden; it then stays theirs */
export function hideNewTab(sheet: Sheet): void {
  sheet.hideSheet()
  if (sheet.getLastRow() === 0) return
  sheet.showSheet()
  throw new CheckStopped(
    'SHEET_CHANGING',
    `Somebody is typing into the new tab ${sheet.getName()}. Wait until they are done, then set up again.`,
  )
}

function fill({ sheet, kind }: SetupMark): void {
  const columns = schoolColumns(kind)
  const wide = sheet.getMaxColumns()
  if (wide < columns.length) sheet.insertColumnsAfter(wide, columns.length - wide)
  const head = sheet.getRange(1, 1, 1, columns.length)
  head.setValues([columns.map(({ heading }) => heading)])
  head.setNotes([columns.map(({ note }) => note)])
  head.setBackground(palette.heading).setFontWeight('bold').setWrap(true).setVerticalAlignment('middle')
  const rows = sheet.getMaxRows() - 1
  const body = sheet.getRange(2, 1, rows, columns.length)
  const formats = columns.map(({ entry }) => (entry === 'date' ? dateFormat : entry === 'text' ? '@' : 'General'))
  body.setNumberFormats(Array.from({ length: rows }, () => formats))
  const rules = columns.map(({ entry, note }) => validation(entry, note))
  body.setDataValidations(Array.from({ length: rows }, () => rules))
  sheet.setFrozenRows(1)
  const ours = firstRows(kind)
  sheet.setColumnWidths(1, columns.length, ours.length > 0 ? wideColumn : columnWidth)
  if (ours.length === 0) return
  // Numbers at the right of their cells would touch the words of the next ones.
  const range = sheet.getRange(2, 1, ours.length, columns.length).setHorizontalAlignment('left')
  range.setValues(ours.map((row) => [...row]))
}

/** Whether a tab that we made holds nothing, nothing but its headings, or these and the rows that we gave it, all unchanged. */
export function holdsOurs(sheet: Sheet, kind: MadeKind): boolean {
  const ours = [schoolColumns(kind).map(({ heading }) => heading), ...firstRows(kind)]
  const width = ours[0]?.length ?? 0
  const height = sheet.getLastRow()
  if (height === 0) return true
  if (![1, ours.length].includes(height) || sheet.getLastColumn() > width) return false
  const rows = sheet.getRange(1, 1, height, width).getValues()
  return rows.every((row, at) => row.every((value, column) => value === ours[at]?.[column]))
}

/** A value that does not fit is marked, never refused: schools write what they have, and a check says what it cannot read. */
function validation(entry: Entry, note: string): DataValidation | null {
  if (entry === 'any' || entry === 'text') return null
  const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(true).setHelpText(note)
  if (entry === 'date') return rule.requireDate().build()
  if (entry === 'tick') return rule.requireCheckbox('Y').build()
  return rule.requireValueInList([...entry], true).build()
}
