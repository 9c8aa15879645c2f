/**
 * Writing the Findings tab: made once, and at each check written in one block.
 */

import { columnLetters } from '../records/column-choices.ts'
import { type CellReader, isDate } from './cell-reader.ts'
import {
  type FindingsPage,
  findingsHeadingRow,
  findingsHeadings,
  findingsWidth,
  type TypedCell,
  tableExtent,
} from './findings-rows.ts'
import { type Marks, markTab, rememberOnTab } from './marks.ts'
import { insertOwnTab, palette } from './own-tabs.ts'
import type { WorkbookReading } from './read-tabs.ts'
import type { StandingFindings } from './standing-findings.ts'
import { retyped } from './typed-text.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

export interface FindingsTab {
  readonly sheet: Sheet
  readonly name: string
  /** Made in this run. */
  readonly isNew: boolean
}

/** The Findings tab, made where there is none. */
export function findingsTab(spreadsheet: Spreadsheet, { findings, names }: WorkbookReading): FindingsTab {
  if (findings) return { ...findings, isNew: false }
  return { ...insertOwnTab(spreadsheet, 'findings', names), isNew: true }
}

/**
 * Writes the page over the old one, in one write that also blanks what the old one had more.
 *
 * @param remembered a short text without student data that is kept with the tab for the sidebar's overview
 * @param calls how many calls on cells are left for the looks of a tab that has none yet
 * @param standing how many rows the table had, where a person's filter on it is to stay
 */
export function writeFindings(
  { sheet, isNew }: FindingsTab,
  page: FindingsPage,
  marks: Marks,
  remembered: string,
  calls: number,
  standing?: number,
): void {
  const mark = marks.tabs.get('findings')
  const keepsFilter = page.listed === standing
  if (!isNew && !keepsFilter) sheet.getFilter()?.remove()
  const rows: TypedCell[][] = [...page.rows]
  const backgrounds = [...page.backgrounds]
  const before = isNew ? 0 : sheet.getLastRow()
  const blank = Array.from({ length: findingsWidth }, () => '')
  const plain = Array.from({ length: findingsWidth }, () => palette.plain)
  while (rows.length < before) {
    rows.push(blank)
    backgrounds.push(plain)
  }
  const tall = makeRoom(sheet, rows.length, isNew)
  // Without its mark, a tab is new, or a run was cut short before it was dressed.
  const toDress = !mark || (mark.isPlain && calls >= callsForLooks)
  if (toDress) dress(sheet, tall, calls)
  const isPlain = toDress ? calls < callsForLooks : mark.isPlain
  const range = sheet.getRange(1, 1, rows.length, findingsWidth)
  range.setValues(rows)
  range.setBackgrounds(backgrounds)
  if (!keepsFilter) sheet.getRange(findingsHeadingRow, 1, Math.max(1, page.listed) + 1, findingsWidth).createFilter()
  if (mark) rememberOnTab('findings', mark, isPlain, remembered)
  else markTab(sheet, 'findings', isPlain, remembered)
}

/**
 * The table as it stands; undefined where its headings are not in their place, so that it has to be written anew. Two reads.
 *
 * @param renewed ids of the students whose rows are out of date
 */
export function standingFindings(
  { sheet }: FindingsTab,
  reader: CellReader,
  renewed: ReadonlySet<string>,
): StandingFindings | undefined {
  const range = sheet.getRange(1, 1, Math.max(findingsHeadingRow, sheet.getLastRow()), findingsWidth)
  const values = range.getValues()
  const extent = tableExtent(values)
  if (!extent) return undefined
  const formulas = range.getFormulas()
  const statusAt = findingsHeadings.indexOf('Status')
  const rows = values.slice(...extent).map((row, index) => ({
    id: String(row[0]),
    status: String(row[statusAt]),
    // A day is typed as a day again.
    cells: row.map((value, column) =>
      isDate(value) ? reader.cell(value) : retyped(value, formulas[extent[0] + index]?.[column] ?? ''),
    ) as TypedCell[],
  }))
  return { rows, renewed }
}

/** Calls on cells that {@link dress} makes where it may; the first three matter most. */
const callsForLooks = 4
export const callsForFindings = 3

/**
 * One row more than is filled. A new tab always gets some, so that a large school takes no more calls than a small one.
 *
 * @returns how many rows the tab has now
 */
function makeRoom(sheet: Sheet, rows: number, isNew: boolean): number {
  const there = sheet.getMaxRows()
  const lacking = Math.max(isNew ? 1 : 0, rows + 1 - there)
  if (lacking > 0) sheet.insertRowsAfter(there, lacking)
  return there + lacking
}

function dress(sheet: Sheet, rows: number, calls: number): void {
  const below = sheet.getRange(`A${findingsHeadingRow + 1}:${columnLetters(findingsWidth - 1)}`)
  if (calls > 0) below.setWrap(true)
  if (calls > 1) sheet.getRange(1, 1, findingsHeadingRow, findingsWidth).setFontWeights(titleWeights())
  if (calls > 2) sheet.getRange(1, 1, rows, findingsWidth).setHorizontalAlignments(alignments(rows))
  if (calls > 3) below.setVerticalAlignment('top')
  sheet.setColumnWidth(column('Name'), 190)
  sheet.setColumnWidth(column('What is missing'), 520)
  sheet.setColumnWidth(column('Evidence'), 180)
  sheet.setFrozenRows(findingsHeadingRow)
  sheet.protect().setWarningOnly(true)
}

/** Numbers stand at the right of a cell and words at the left: side by side they would touch. */
function alignments(rows: number): ('left' | 'center')[][] {
  const counts = ['Status', 'Due', 'Days left', 'Clause']
  const title = centred(counts)
  const row = centred([...counts, 'Grade', 'Code'])
  return Array.from({ length: rows }, (_, index) => (index < findingsHeadingRow - 1 ? title : row))
}

function centred(headings: readonly string[]): ('left' | 'center')[] {
  return findingsHeadings.map((heading) => (headings.includes(heading) ? 'center' : 'left'))
}

function column(heading: (typeof findingsHeadings)[number]): number {
  return findingsHeadings.indexOf(heading) + 1
}

/** Bold: the title, the counts under their words, the headings. */
function titleWeights(): ('bold' | 'normal')[][] {
  const firstCount = findingsHeadings.indexOf('Status')
  return Array.from({ length: findingsHeadingRow }, (_, row) =>
    findingsHeadings.map((_heading, column) => {
      const isTitle = row === 0 && column === 0
      const isCount = row === 1 && column >= firstCount
      return isTitle || isCount || row === findingsHeadingRow - 1 ? 'bold' : 'normal'
    }),
  )
}
