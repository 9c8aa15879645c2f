/**
 * The tab Documents: one row for each plan document that was asked for, what became of it, and its link. It is the memory of
 * a long run, and people read it.
 *
 * A row is known by its key, so that rows may be sorted. Whoever deletes a row deletes no document; a row that is missing
 * when its result comes in is put at the end again.
 */
import { CheckStopped } from '../records/problem.ts'
import { documentHeadings as headings } from '../records/read-documents.ts'
import { type CellReader, cellReader, isDate } from './cell-reader.ts'
import { markedTab, markTab } from './marks.ts'
import { insertOwnTab, ownTabNames, ownTabTitles, palette } from './own-tabs.ts'
import { asText, repeated } from './typed-text.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** Words of the column State. */
export const documentStates = {
  toDo: 'To do',
  made: 'Made',
  replaced: 'Replaced',
  upToDate: 'Up to date',
  changedByHand: 'Changed by hand',
  inTheTrash: 'In the trash',
  notMade: 'Not made',
  leftOut: 'Left out',
} as const
export type DocumentState = (typeof documentStates)[keyof typeof documentStates]

export interface JournalRow {
  readonly studentId: string
  /** 'Ruiz, Mateo' */
  readonly name: string
  /** 'PCCR 2026-27' */
  readonly document: string
  readonly state: DocumentState
  /** '' where there is none. */
  readonly link: string
  /** Why, in words for people; '' where there is nothing to say. */
  readonly note: string
  /** Says nothing to people. */
  readonly key: string
  /** 'YYYY-MM-DD', the last day on which it was changed after it was first made; '' where it never was. */
  readonly changedOn: string
}

const fields = ['studentId', 'name', 'document', 'state', 'link', 'note', 'key', 'changedOn'] as const
const width = headings.length
const blankRow = Object.fromEntries(fields.map((field) => [field, ''])) as unknown as JournalRow
const headingRow = 2
const explanation =
  'One row for each document that was asked for. Sort as you like; deleting a row deletes no document. State and Link are written by Plan Keeper.'

/** @returns undefined where no document was ever asked for */
export function findJournal(spreadsheet: Spreadsheet): Sheet | undefined {
  return markedTab(spreadsheet, 'documents')
}

/** The tab, made where there is none. */
export function openJournal(spreadsheet: Spreadsheet): Sheet {
  const found = findJournal(spreadsheet)
  if (found) return found
  const taken = spreadsheet.getSheets().map((sheet) => sheet.getName())
  const sheet = unfinished(spreadsheet, taken) ?? insertOwnTab(spreadsheet, 'documents', taken).sheet
  const blank = headings.slice(2).map(() => '')
  sheet.getRange(1, 1, headingRow, width).setValues([[ownTabTitles.documents, explanation, ...blank], [...headings]])
  sheet.getRange(headingRow, 1, 1, width).setFontWeight('bold').setBackground(palette.heading)
  sheet.setFrozenRows(headingRow)
  sheet.setColumnWidth(1, 170)
  sheet.setColumnWidth(2, 190)
  sheet.setColumnWidth(6, 420)
  sheet.protect().setWarningOnly(true)
  markTab(sheet, 'documents', false)
  return sheet
}

/** What a run left that was cut short before the tab had its mark, or a file that lost its marks on the way through .xlsx. */
function unfinished(spreadsheet: Spreadsheet, names: readonly string[]): Sheet | undefined {
  return names
    .filter((name) => ownTabNames.documents.includes(name))
    .map((name) => spreadsheet.getSheetByName(name) as Sheet)
    .find((sheet) => ['', ownTabTitles.documents].includes(String(sheet.getRange(1, 1).getValue())))
}

/**
 * All rows with a key, each key once. One call that reads.
 *
 * @throws CheckStopped DOCUMENTS_CHANGED where the headings are not as they were made
 */
export function readJournal(sheet: Sheet): JournalRow[] {
  return [...byKey(rowsOf(sheet)).values()]
}

/**
 * Writes rows over those of the same key, and those that have none yet below. To be done under the lock of the document.
 *
 * A person may sort or insert rows in the moment between reading and writing. So the rows are read again, and where one is
 * missing by then or stands twice, all are put right. What stands in rows without a key is theirs and never written.
 *
 * @returns all rows, as readJournal
 */
export function writeJournal(sheet: Sheet, changes: readonly JournalRow[]): JournalRow[] {
  if (changes.length === 0) return readJournal(sheet)
  const before = rowsOf(sheet, addLastColumn)
  const wanted = byKey(before)
  for (const row of changes) wanted.set(row.key, row)
  putRows(sheet, before, wanted)
  const after = rowsOf(sheet)
  const keys = after.flatMap((row) => (row ? [row.key] : []))
  if (keys.length !== wanted.size || keys.some((key) => !wanted.has(key))) putRows(sheet, after, wanted)
  return [...wanted.values()]
}

/** The first row of each key, in their order. */
function byKey(rows: readonly (JournalRow | undefined)[]): Map<string, JournalRow> {
  const found = new Map<string, JournalRow>()
  for (const row of rows) if (row && !found.has(row.key)) found.set(row.key, row)
  return found
}

/** Brings the rows on the tab to what is wanted, in as few writes as rows of other people's leave. */
function putRows(
  sheet: Sheet,
  standing: readonly (JournalRow | undefined)[],
  wanted: ReadonlyMap<string, JournalRow>,
): void {
  const waiting = new Map(wanted)
  const target = standing.map((row) => {
    if (!row) return undefined
    const next = waiting.get(row.key) ?? blankRow
    waiting.delete(row.key)
    return next
  })
  target.push(...waiting.values())
  const differs = (index: number) => JSON.stringify(target[index]) !== JSON.stringify(standing[index])
  let run: JournalRow[] = []
  const end = (index: number) => {
    while (run.length > 0 && !differs(index - 1)) {
      run.pop()
      index--
    }
    if (run.length > 0) put(sheet, run, index - run.length)
    run = []
  }
  target.forEach((row, index) => {
    if (!row) end(index)
    else if (run.length > 0 || differs(index)) run.push(row)
  })
  end(target.length)
}

/**
 * By row below the headings; undefined for a row that is none of ours.
 *
 * @param onLacking what to do with a tab that was made before its last column; its rows are read as if that were blank
 */
function rowsOf(sheet: Sheet, onLacking?: typeof addLastColumn): (JournalRow | undefined)[] {
  const values = sheet.getDataRange().getValues()
  const [, found, ...rows] = values
  if (headings.slice(0, -1).some((heading, column) => found?.[column] !== heading)) {
    throw new CheckStopped(
      'DOCUMENTS_CHANGED',
      `The headings of the tab ${sheet.getName()} were changed. Put them back (${headings.join(', ')} in row ${headingRow}), or delete the tab: no document is deleted by that.`,
    )
  }
  const isWhole = found?.[width - 1] === headings[width - 1]
  if (!isWhole) onLacking?.(sheet, values)
  let reader: CellReader | undefined
  const textIn = (cell: unknown) => {
    // Somebody has typed a day over ours.
    if (isDate(cell)) reader ??= cellReader((sheet.getParent() as Spreadsheet).getSpreadsheetTimeZone())
    return String(reader?.cell(cell) ?? cell ?? '')
  }
  return rows.map((row) => {
    const texts = fields.map((_, column) => (column === width - 1 && !isWhole ? '' : textIn(row[column])))
    const journal = Object.fromEntries(fields.map((field, column) => [field, texts[column]])) as unknown as JournalRow
    return journal.key === '' ? undefined : journal
  })
}

/** What a person keeps to the right of our columns moves on. */
function addLastColumn(sheet: Sheet, values: readonly (readonly unknown[])[]): void {
  const isTaken = values.some((row) => (row[width - 1] ?? '') !== '')
  if (isTaken || sheet.getMaxColumns() < width) sheet.insertColumnAfter(width - 1)
  sheet.getRange(headingRow, width).setValue(headings[width - 1])
}

/** @param from how many rows stand between them and the headings */
function put(sheet: Sheet, rows: readonly JournalRow[], from: number): void {
  const top = headingRow + 1 + from
  const there = sheet.getMaxRows()
  const lacking = top + rows.length - 1 - there
  if (lacking > 0) sheet.insertRowsAfter(there, lacking)
  sheet
    .getRange(top, 1, rows.length, width)
    .setValues(rows.map((row) => fields.map((field) => cellOf(field, row[field]))))
}

function cellOf(field: (typeof fields)[number], text: string): string {
  // An address has digits in it and is nothing else than an address all the same; as text it would open nothing.
  return field === 'link' ? text : field === 'name' || field === 'note' ? repeated(text) : asText(text)
}
