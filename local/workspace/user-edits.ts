/**
 * What a person does to the workbook by hand while the script runs or between runs. Rows and columns count from 1, as
 * on the screen. No trigger fires; Workspace.edit is the one that fires onEdit. Protections do not hold a person back
 * here: who edits is somebody who may.
 */
import { areaOf, parseA1 } from './a1.ts'
import type { Axis } from './areas.ts'
import { CellWriter } from './cells.ts'
import { DriveEdits } from './drive/user-acts.ts'
import { checkCells, contentSize, insert, move, remove, removeFilter, sort } from './grid.ts'
import { type Area, emptySheet, type SheetModel } from './model.ts'
import { checkTabName, nextSheetId, removeTab, rename } from './tabs.ts'
import type { Workspace } from './workspace.ts'

export interface SortOrder {
  /** Column of the sheet, from 1. */
  readonly column: number
  readonly ascending?: boolean
  /** Rows on top that stay; default: the frozen rows, or one. */
  readonly headingRows?: number
}

/** Text as it is typed, or a value that typing would give. */
export type TypedValue = string | number | boolean

export class UserEdits {
  /** What people do with files and folders. */
  readonly drive: DriveEdits
  readonly #workspace: Workspace

  constructor(workspace: Workspace) {
    this.#workspace = workspace
    this.drive = new DriveEdits(workspace.drive)
  }

  insertRows(sheet: string, before: number, count = 1): void {
    this.#insert(sheet, 'rows', before, count)
  }

  insertColumns(sheet: string, before: number, count = 1): void {
    this.#insert(sheet, 'columns', before, count)
  }

  deleteRows(sheet: string, row: number, count = 1): void {
    remove(this.#workbook, this.#moving(sheet), 'rows', row - 1, count)
  }

  deleteColumns(sheet: string, column: number, count = 1): void {
    remove(this.#workbook, this.#moving(sheet), 'columns', column - 1, count)
  }

  moveRows(sheet: string, row: number, count: number, before: number): void {
    move(this.#workbook, this.#moving(sheet), 'rows', row - 1, count, before - 1)
  }

  moveColumns(sheet: string, column: number, count: number, before: number): void {
    move(this.#workbook, this.#moving(sheet), 'columns', column - 1, count, before - 1)
  }

  sortRows(sheet: string, { column, ascending = true, headingRows }: SortOrder): void {
    this.#workspace.recalculate()
    const tab = this.#moving(sheet)
    const top = headingRows ?? Math.max(1, tab.frozenRows)
    const { rows, columns } = contentSize(tab)
    if (rows <= top) return
    sort(tab, { row: top, column: 0, rows: rows - top, columns: Math.max(columns, column) }, [
      { column: column - 1, ascending },
    ])
  }

  /** Filters the rows below the headings by the cells of one column: only these values are seen. */
  filterRows(sheet: string, { column, headingRows }: Omit<SortOrder, 'ascending'>, ...shown: readonly unknown[]): void {
    const tab = this.#tab(sheet)
    const top = headingRows ?? Math.max(1, tab.frozenRows)
    const { rows, columns } = contentSize(tab)
    removeFilter(tab)
    tab.filter = { row: top - 1, column: 0, rows: rows - top + 1, columns }
    for (let row = top; row < rows; row++)
      if (!shown.includes(tab.values[row]?.[column - 1] ?? '')) tab.hiddenRows.add(row)
  }

  hideRows(sheet: string, row: number, count = 1): void {
    const { hiddenRows } = this.#tab(sheet)
    for (let index = 0; index < count; index++) hiddenRows.add(row - 1 + index)
  }

  /** Types text into a cell, with everything that typing does: dates, numbers, formulas, the leading apostrophe. */
  setCell(sheet: string, a1: string, typed: TypedValue): void {
    this.setCells(sheet, a1, [[typed]])
  }

  /**
   * The same for rows of cells from a cell on, as a paste: all of them or, when validation rejects one, none. The tab grows
   * by the rows and columns that it lacks.
   */
  setCells(sheet: string, a1: string, rows: readonly (readonly TypedValue[])[]): void {
    const tab = this.#tab(sheet)
    const { row, column } = this.#area(tab, a1)
    const columns = Math.max(...rows.map(({ length }) => length))
    const rowCount = Math.max(tab.rowCount, row + rows.length)
    const columnCount = Math.max(tab.columnCount, column + columns)
    const added = rowCount * columnCount - tab.rowCount * tab.columnCount
    if (added > 0) checkCells(this.#workbook, added)
    const writer = new CellWriter(this.#workbook, tab, this.#workspace.clock.now())
    const typed = rows.flatMap((cells, index) =>
      cells.map((value, offset) => [row + index, column + offset, value] as const),
    )
    for (const cell of typed) writer.check(...cell)
    const areas = [{ row, column, rows: rows.length, columns }]
    this.#workspace.changing({ sheetId: tab.id, ...(added === 0 ? { areas } : {}) })
    tab.rowCount = rowCount
    tab.columnCount = columnCount
    for (const cell of typed) writer.put(...cell)
  }

  /** Deletes the content of cells. */
  clear(sheet: string, a1: string): void {
    const tab = this.#tab(sheet)
    const area = this.#area(tab, a1)
    this.#workspace.changing({ sheetId: tab.id, areas: [area] })
    const writer = new CellWriter(this.#workbook, tab, this.#workspace.clock.now())
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) writer.put(row, column, '')
    }
  }

  setNote(sheet: string, a1: string, note: string): void {
    const tab = this.#tab(sheet)
    const { row, column } = this.#area(tab, a1)
    tab.notes[row] ??= []
    tab.notes[row][column] = note
  }

  renameTab(sheet: string, name: string): void {
    this.#workspace.changing({})
    rename(this.#workbook, this.#tab(sheet), name)
  }

  addTab(name: string): void {
    this.#workspace.changing({})
    checkTabName(this.#workbook, name)
    this.#workbook.sheets.push(emptySheet(nextSheetId(this.#workbook), name))
  }

  deleteTab(sheet: string): void {
    const tab = this.#tab(sheet)
    this.#workspace.changing({})
    removeTab(this.#workbook, tab)
    if (this.#workspace.selection.sheetId === tab.id) this.#workspace.selectSheet(this.#workbook.sheets[0]!.id)
  }

  /** @param position among the tabs, from 1 */
  moveTab(sheet: string, position: number): void {
    const tab = this.#tab(sheet)
    const { sheets } = this.#workbook
    sheets.splice(sheets.indexOf(tab), 1)
    sheets.splice(position - 1, 0, tab)
  }

  /** Several ranges as with Ctrl; the last is the active one. */
  select(sheet: string, ...a1: readonly string[]): void {
    const tab = this.#tab(sheet)
    this.#workspace.select(tab.id, ...a1.map((range) => this.#area(tab, range)))
  }

  #insert(sheet: string, axis: Axis, before: number, count: number): void {
    const tab = this.#moving(sheet)
    insert(this.#workbook, tab, axis, before - 1, count, Math.max(0, before - 2))
  }

  get #workbook() {
    return this.#workspace.workbook
  }

  #tab(name: string): SheetModel {
    const tab = this.#workbook.sheets.find((sheet) => sheet.name === name)
    if (tab === undefined) throw new Error(`The workbook has no tab ${name}.`)
    return tab
  }

  /** A tab whose rows or columns are about to move. */
  #moving(name: string): SheetModel {
    const tab = this.#tab(name)
    this.#workspace.changing({ sheetId: tab.id })
    return tab
  }

  #area(tab: SheetModel, a1: string): Area {
    const reference = parseA1(a1)
    if (reference === undefined) throw new Error(`${a1} is not a range.`)
    return areaOf(reference, { rows: tab.rowCount, columns: tab.columnCount })
  }
}
