/**
 * What a person has selected on the screen.
 */
import { findManaged } from '../compliance/managed-headings.ts'
import { type RowStudent, type RowStudents, rowStudents } from '../records/row-students.ts'
import type { Cell } from '../records/tab.ts'
import type { ActiveWorkbook } from './active-workbook.ts'
import type { CellReader } from './cell-reader.ts'
import { findingStudents } from './findings-list.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

export interface Selection {
  /** Name of the tab. */
  readonly sheet: string
  /** Of the selected rows, from the top, each once; undefined where the tab has no ids of students. */
  readonly students: readonly RowStudent[] | undefined
}

/** Rows from which a tab is known: its headings, and enough cells to tell columns apart. */
const rowsOnTop = 40

/**
 * One read of cells, or two where somebody has scrolled down. Of several rows those that are filtered out or hidden do not
 * count, though Google hands them over with those around them: nobody means whom they cannot see.
 *
 * @param most after so many students it is not asked any more whether a row is seen, which takes calls for each
 */
export function selectedStudents({ spreadsheet, reader }: ActiveWorkbook, most: number): Selection {
  const tab = spreadsheet.getActiveSheet()
  const sheet = tab.getName()
  const isGrid = tab.getType() === SpreadsheetApp.SheetType.GRID
  const last = isGrid ? tab.getLastRow() : 0
  if (last === 0) return { sheet, students: undefined }
  const top = reader.rows(tab.getRange(1, 1, Math.min(last, rowsOnTop), tab.getLastColumn()).getValues())
  const managed = Object.values(findManaged(top, new Map()))
  const about = findingStudents(top) ?? rowStudents({ name: sheet, rows: top, managed })
  if (about === undefined) return { sheet, students: undefined }
  const selected = selectedRows(tab, about, last)
  const cellsOf = rowsRead(tab, reader, about, top, selected)
  const students = new Map<string, RowStudent>()
  const isHidden = selected.length > 1 ? hiddenRows(tab) : () => false
  for (const row of selected) {
    const student = about.studentOf(cellsOf(row))
    if (!student || students.has(student.id)) continue
    if (students.size >= most || !isHidden(row)) students.set(student.id, student)
  }
  return { sheet, students: [...students.values()] }
}

/** What lies further down is read at one stroke, and only as wide as it must. */
function rowsRead(
  tab: Sheet,
  reader: CellReader,
  { columns }: RowStudents,
  top: readonly (readonly Cell[])[],
  selected: readonly number[],
): (row: number) => readonly (Cell | undefined)[] {
  const first = selected[0] ?? 1
  const end = selected[selected.length - 1] ?? 1
  if (end <= top.length) return (row) => top[row - 1] ?? []
  const left = Math.min(...columns)
  const block = tab.getRange(first, left + 1, end - first + 1, Math.max(...columns) - left + 1)
  const rows = reader.rows(block.getValues())
  return (row) => [...Array<undefined>(left), ...(rows[row - first] ?? [])]
}

/** Sheet rows from 1, in ascending order, each once. */
function selectedRows(tab: Sheet, { headingRow }: RowStudents, last: number): readonly number[] {
  const rows = new Set<number>()
  for (const range of tab.getActiveRangeList()?.getRanges() ?? []) {
    const end = Math.min(last, range.getLastRow())
    for (let row = Math.max(headingRow + 2, range.getRow()); row <= end; row++) rows.add(row)
  }
  return [...rows].sort((a, b) => a - b)
}

function hiddenRows(tab: Sheet): (row: number) => boolean {
  const isFiltered = tab.getFilter() !== null
  return (row) => (isFiltered && tab.isRowHiddenByFilter(row)) || tab.isRowHiddenByUser(row)
}

/** Brings a row of a tab onto the screen. @param row from 1 */
export function selectRow(sheet: Sheet, row: number): void {
  sheet.getRange(`${row}:${row}`).activate()
}
