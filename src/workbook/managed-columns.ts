/**
 * Making the managed columns on the roster, once.
 *
 * Whatever is put here (headings, colours, marks) goes to places that were read before; the writer
 * reads the headings again before it writes a flag, and undoes the creation (undo-creation.ts) when they are not where they were put.
 */

import { type ManagedColumn, managedColumns, managedHeadings } from '../compliance/managed-headings.ts'
import { columnLetters } from '../records/column-choices.ts'
import { isMarked, markColumn } from './marks.ts'
import { palette } from './own-tabs.ts'
import type { ReadTab } from './read-tabs.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range
type ConditionalFormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule

export interface ManagedPlaces {
  /** From 0. */
  readonly columns: Readonly<Record<ManagedColumn, number>>
  /** Those that are not there yet. */
  readonly missing: readonly ManagedColumn[]
  /** Those without their mark. */
  readonly unmarked: readonly ManagedColumn[]
}

/** What was made in this run, step by step, so that it can be undone from any step. */
export interface Creation {
  /** The headings that were written: one row, side by side. */
  readonly headings: { readonly row: number; readonly column: number; texts: readonly string[] }
  rules: RulesSet | undefined
  readonly marked: ManagedColumn[]
}

/** The rules for colours as they were set: the school's, as they were read before, and ours behind them. */
export interface RulesSet {
  readonly all: readonly ConditionalFormatRule[]
  /** How many of them are ours. */
  readonly ours: number
  readonly status: Range
  /** Of the grid, right before the school's were read: sorting leaves them, inserting and deleting do not. */
  readonly rows: number
}

/** Colours for the words that press; the others stay plain, and every colour has its word in the cell. */
const tints: readonly (readonly [word: string, background: string])[] = [
  ['Late', palette.late],
  ['Please check', palette.check],
]

const openItemsWidth = 340
export const dateFormat = 'yyyy-mm-dd'

/**
 * Where the managed columns stand, or will stand: those that are missing, right of the last used column.
 *
 * @param headingRow sheet row of the roster's headings, from 1
 * @returns undefined when a column is no longer where its mark was read
 */
export function managedPlaces(tab: ReadTab, headingRow: number): ManagedPlaces | undefined {
  const used = tab.rows[0]?.length ?? 0
  const missing = managedColumns.filter((name) => tab.found[name] === undefined)
  const columns = { ...tab.found } as Record<ManagedColumn, number>
  missing.forEach((name, offset) => {
    columns[name] = used + offset
  })
  const unmarked: ManagedColumn[] = []
  for (const name of managedColumns) {
    const marks = tab.marked.get(name) ?? []
    for (const { column, mark } of marks) if (column !== columns[name]) mark.remove()
    const isRenamed = !missing.includes(name) && tab.rows[headingRow - 1]?.[columns[name]] !== managedHeadings[name]
    if (isRenamed && !isMarked(wholeColumn(tab.sheet, columns[name]), name)) return undefined
    if (!marks.some(({ column }) => column === columns[name])) unmarked.push(name)
  }
  return { columns, missing, unmarked }
}

/** An empty record for {@link makeManagedColumns}. */
export function newCreation(tab: ReadTab, headingRow: number): Creation {
  return { headings: { row: headingRow, column: tab.rows[0]?.length ?? 0, texts: [] }, rules: undefined, marked: [] }
}

/**
 * Makes what is missing: columns, headings, marks; and prepares the colours of Status.
 *
 * The mark of Status is left to {@link colourStatus}, so that a column with its mark has its colours.
 *
 * @param creation is filled as the work goes on
 * @returns the rules to set, if there are any
 */
export function makeManagedColumns(tab: ReadTab, places: ManagedPlaces, creation: Creation): RulesSet | undefined {
  const { sheet } = tab
  const { columns, missing, unmarked } = places
  const { row, column } = creation.headings
  if (missing.length > 0) {
    const there = sheet.getMaxColumns()
    const lacking = column + missing.length - there
    if (lacking > 0) sheet.insertColumnsAfter(there, lacking)
    creation.headings.texts = missing.map((name) => managedHeadings[name])
    sheet.getRange(row, column + 1, 1, missing.length).setValues([[...creation.headings.texts]])
  }
  if (missing.includes('openItems')) sheet.setColumnWidth(columns.openItems + 1, openItemsWidth)
  for (const name of unmarked) if (name !== 'status') mark(wholeColumn(sheet, columns[name]), name, creation)
  return unmarked.includes('status') ? statusRules(sheet, places) : undefined
}

function mark(range: Range, name: ManagedColumn, creation: Creation): void {
  creation.marked.push(name)
  markColumn(range, name)
}

/** The school's rules first, in their order; undefined when an earlier run has set ours. */
function statusRules(sheet: Sheet, { columns, missing }: ManagedPlaces): RulesSet | undefined {
  const status = wholeColumn(sheet, columns.status)
  const builder = SpreadsheetApp.newConditionalFormatRule().setRanges([status])
  const ours = tints.map(([word, background]) => builder.whenTextEqualTo(word).setBackground(background).build())
  const rows = sheet.getMaxRows()
  const theirs = sheet.getConditionalFormatRules()
  if (!missing.includes('status') && isOurRule(theirs[theirs.length - 1])) return undefined
  return { all: [...theirs, ...ours], ours: ours.length, status, rows }
}

/**
 * Sets the colours and the mark of Status.
 *
 * All rules of a tab can only be set at once. So that the school's are not written back over rows or columns that moved
 * since they were read, the caller has read the headings once more in between, and the rows are counted here.
 *
 * @returns false when rows came or went
 */
export function colourStatus(
  { sheet }: ReadTab,
  { columns, unmarked }: ManagedPlaces,
  creation: Creation,
  rules: RulesSet | undefined,
): boolean {
  if (rules) {
    if (rules.all.length > rules.ours && sheet.getMaxRows() !== rules.rows) return false
    creation.rules = rules
    sheet.setConditionalFormatRules([...rules.all])
  }
  if (unmarked.includes('status')) mark(rules?.status ?? wholeColumn(sheet, columns.status), 'status', creation)
  return true
}

/** A whole column, as Google wants it for a mark: K:K. @param column from 0 */
export function wholeColumn(sheet: Sheet, column: number): Range {
  const letters = columnLetters(column)
  return sheet.getRange(`${letters}:${letters}`)
}

/** The last of our rules, as a run that was cut short or a file that lost its marks has left it. */
export function isOurRule(rule: ConditionalFormatRule | undefined): boolean {
  const values = rule?.getBooleanCondition()?.getCriteriaValues()
  return values !== undefined && values[0] === tints[tints.length - 1]?.[0]
}
