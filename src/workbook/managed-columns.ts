/**
 * Making the managed columns on the roster, once, and undoing it when somebody moved the sheet meanwhile.
 *
 * Whatever is put here (headings, colours, marks) goes to places that were read before; the writer
 * reads the headings again before it writes a flag, and calls {@link undoCreation} when they are not where they were put.
 */
import type { Cell } from '../records/tab.ts'
import { formerColumns, headingShift } from './column-shift.ts'
import { type ManagedColumn, managedColumns, managedHeadings } from './managed-headings.ts'
import { type Marks, markColumn, readMarks } from './marks.ts'
import { palette } from './own-tabs.ts'
import type { ReadTab } from './read-tabs.ts'
import { asText } from './typed-text.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Range = GoogleAppsScript.Spreadsheet.Range
type ConditionalFormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule

export interface ManagedPlaces {
  /** From 0. */
  readonly columns: Readonly<Record<ManagedColumn, number>>
  /** What was made in this run; absent when all was there. */
  readonly creation?: Creation
}

export interface Creation {
  /** The headings that were written: one row, side by side. */
  readonly headings: { readonly row: number; readonly column: number; readonly texts: readonly string[] }
  readonly rulesAdded: number
  readonly marked: readonly ManagedColumn[]
}

/** Colours for the words that ask for something; 'On track' stays plain, and every colour has its word in the cell. */
const tints: readonly (readonly [word: string, background: string])[] = [
  ['Late', palette.late],
  ['Please check', palette.check],
  ['To do', palette.open],
]

const openItemsWidth = 340
export const dateFormat = 'yyyy-mm-dd'

/**
 * Finds the managed columns, and makes those that are missing right of the last used column.
 *
 * @param tab the roster as read
 * @param headingRow sheet row of its headings, from 1
 */
export function ensureManagedColumns(tab: ReadTab, headingRow: number, marks: Marks): ManagedPlaces {
  const marked = marks.columns.get(tab.name)
  const used = tab.rows[0]?.length ?? 0
  const missing = managedColumns.filter((name) => tab.found[name] === undefined)
  const columns = { ...tab.found } as Record<ManagedColumn, number>
  missing.forEach((name, offset) => {
    columns[name] = used + offset
  })
  const unmarked: ManagedColumn[] = []
  for (const name of managedColumns) {
    const ofKind = marked?.get(name) ?? []
    for (const { column, mark } of ofKind) if (column !== columns[name]) mark.remove()
    if (!ofKind.some(({ column }) => column === columns[name])) unmarked.push(name)
  }
  if (unmarked.length === 0) return { columns }
  return { columns, creation: create(tab, headingRow, columns, missing, unmarked) }
}

function create(
  tab: ReadTab,
  headingRow: number,
  columns: Readonly<Record<ManagedColumn, number>>,
  missing: readonly ManagedColumn[],
  unmarked: readonly ManagedColumn[],
): Creation {
  const { sheet } = tab
  const texts = missing.map((name) => managedHeadings[name])
  const first = tab.rows[0]?.length ?? 0
  if (missing.length > 0) {
    const lacking = first + missing.length - sheet.getMaxColumns()
    if (lacking > 0) sheet.insertColumnsAfter(first + missing.length - lacking, lacking)
    sheet.getRange(headingRow, first + 1, 1, missing.length).setValues([texts])
  }
  if (missing.includes('openItems')) sheet.setColumnWidth(columns.openItems + 1, openItemsWidth)
  let rulesAdded = 0
  for (const name of unmarked) {
    const range = wholeColumn(sheet, columns[name])
    if (name === 'status') rulesAdded = colourStatus(sheet, range, !missing.includes(name))
    markColumn(range, name)
  }
  return {
    headings: { row: headingRow, column: first, texts },
    rulesAdded,
    marked: unmarked,
  }
}

/** A whole column, as Google wants it for a mark: K:K. @param column from 0 */
export function wholeColumn(sheet: Sheet, column: number): Range {
  const letters = columnLetters(column)
  return sheet.getRange(`${letters}:${letters}`)
}

/**
 * Behind the school's own rules, which keep their order and go first.
 *
 * @param mayBeThere for a column that an earlier run has made
 * @returns how many rules were added
 */
function colourStatus(sheet: Sheet, status: Range, mayBeThere: boolean): number {
  const rules = sheet.getConditionalFormatRules()
  if (mayBeThere && isOurs(rules[rules.length - 1])) return 0
  const builder = SpreadsheetApp.newConditionalFormatRule().setRanges([status])
  for (const [word, background] of tints) rules.push(builder.whenTextEqualTo(word).setBackground(background).build())
  sheet.setConditionalFormatRules(rules)
  return tints.length
}

/** The last of our rules, as a run that was cut short or a file that lost its marks has left it. */
function isOurs(rule: ConditionalFormatRule | undefined): boolean {
  const values = rule?.getBooleanCondition()?.getCriteriaValues()
  return values !== undefined && values[0] === tints[tints.length - 1]?.[0]
}

/**
 * Takes back what {@link ensureManagedColumns} made, wherever it came to stand: somebody moved rows or columns at the
 * same moment, so a heading, a colour or a mark may sit on a column of the school.
 */
export function undoCreation(spreadsheet: Spreadsheet, tab: ReadTab, creation: Creation): void {
  const { sheet } = tab
  const ofTab = readMarks(spreadsheet).columns.get(sheet.getName())
  for (const name of creation.marked) for (const { mark } of ofTab?.get(name) ?? []) mark.remove()
  if (creation.rulesAdded > 0) {
    const rules = sheet.getConditionalFormatRules()
    if (isOurs(rules[rules.length - 1]))
      sheet.setConditionalFormatRules(rules.slice(0, rules.length - creation.rulesAdded))
  }
  takeBackHeadings(tab, creation)
}

function takeBackHeadings(tab: ReadTab, creation: Creation): void {
  const { sheet } = tab
  const { row, column: first, texts } = creation.headings
  const before = (tab.rows[row - 1] ?? []).map(String)
  const now = sheet.getDataRange().getValues() as Cell[][]
  const shift = headingShift(
    before,
    row - 1,
    now.map((cells) => cells.map(String)),
  )
  const after = (now[row - 1] ?? []).map(String)
  const places = texts.map((_, offset) => first + offset)
  const former = shift === 0 ? formerColumns(before, after, new Set(places)) : []
  texts.forEach((text, offset) => {
    const column = first + offset
    if (after[column] !== text) return
    const was = former[column]
    sheet.getRange(row, column + 1).setValue(was === undefined ? '' : asText(before[was] ?? ''))
  })
}

/** 'A' for 0, 'AA' for 26. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
