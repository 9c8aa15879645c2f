/**
 * Writing the Findings tab: made once, and at each check written in one block.
 */
import {
  type FindingsPage,
  findingsHeadingRow,
  findingsHeadings,
  findingsWidth,
  type TypedCell,
} from './findings-rows.ts'
import { columnLetters, dateFormat } from './managed-columns.ts'
import { type Marks, markTab, rememberOnTab } from './marks.ts'
import { insertOwnTab, palette } from './own-tabs.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

export interface FindingsTab {
  readonly sheet: Sheet
  /** Made or found without its mark in this run: it is dressed before the mark is set. */
  readonly isNew: boolean
}

/** The Findings tab, made where there is none. @param found the tab as the reading found it */
export function findingsTab(
  spreadsheet: Spreadsheet,
  found: Sheet | undefined,
  marks: Marks,
  names: readonly string[],
): FindingsTab {
  if (found === undefined) return { sheet: insertOwnTab(spreadsheet, 'findings', names), isNew: true }
  return { sheet: found, isNew: !marks.tabs.has('findings') }
}

/**
 * Writes the page over the old one, in one write that also blanks what the old one had more.
 *
 * @param remembered a short text without student data that is kept with the tab for the sidebar's overview
 */
export function writeFindings(tab: FindingsTab, page: FindingsPage, marks: Marks, remembered: string): void {
  const { sheet, isNew } = tab
  const filter = sheet.getFilter()
  if (filter) filter.remove()
  const rows: TypedCell[][] = [...page.rows]
  const backgrounds = [...page.backgrounds]
  const before = sheet.getLastRow()
  const blank = Array.from({ length: findingsWidth }, () => '')
  const plain = Array.from({ length: findingsWidth }, () => palette.plain)
  while (rows.length < before) {
    rows.push(blank)
    backgrounds.push(plain)
  }
  const lacking = rows.length + 1 - sheet.getMaxRows()
  // At least one row for a new tab, so that a large school takes no more calls than a small one.
  if (isNew) sheet.insertRowsAfter(rows.length + 1 - lacking, Math.max(1, lacking))
  else if (lacking > 0) sheet.insertRowsAfter(rows.length + 1 - lacking, lacking)
  if (isNew) dress(sheet)
  const range = sheet.getRange(1, 1, rows.length, findingsWidth)
  range.setValues(rows)
  range.setBackgrounds(backgrounds)
  sheet.getRange(findingsHeadingRow, 1, Math.max(1, page.listed) + 1, findingsWidth).createFilter()
  const mark = marks.tabs.get('findings')?.mark
  if (mark) rememberOnTab('findings', mark, remembered)
  else markTab(sheet, 'findings', remembered)
}

function dress(sheet: Sheet): void {
  const below = `A${findingsHeadingRow + 1}:${columnLetters(findingsWidth - 1)}`
  const due = columnLetters(findingsHeadings.indexOf('Due'))
  sheet.getRange(below).setWrap(true).setVerticalAlignment('top')
  sheet.getRange(`${due}${findingsHeadingRow + 1}:${due}`).setNumberFormat(dateFormat)
  sheet.getRange(1, 1, findingsHeadingRow, findingsWidth).setFontWeights(titleWeights())
  sheet.setColumnWidth(column('Name'), 190)
  sheet.setColumnWidth(column('What is missing'), 430)
  sheet.setColumnWidths(column('Evidence'), 2, 180)
  sheet.setFrozenRows(findingsHeadingRow)
  sheet.protect().setWarningOnly(true)
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
