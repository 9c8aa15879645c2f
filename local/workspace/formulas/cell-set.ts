/** Cells of a workbook, to be asked by rectangles: which have changed, which hang on volatile values. */
import type { A1Reference } from '../a1.ts'
import type { Area, SheetModel } from '../model.ts'

export class CellSet {
  /** By sheet and column: a byte for each row. */
  readonly #columns = new Map<SheetModel, Map<number, Uint8Array>>()
  get isEmpty(): boolean {
    return this.#columns.size === 0
  }

  add(sheet: SheetModel, row: number, column: number): void {
    let columns = this.#columns.get(sheet)
    if (columns === undefined) {
      columns = new Map()
      this.#columns.set(sheet, columns)
    }
    let rows = columns.get(column)
    if (rows === undefined || rows.length <= row) {
      const longer = new Uint8Array(Math.max(sheet.rowCount, row + 1))
      if (rows !== undefined) longer.set(rows)
      rows = longer
      columns.set(column, rows)
    }
    rows[row] = 1
  }

  addArea(sheet: SheetModel, area: Area): void {
    for (let column = area.column; column < area.column + area.columns; column++) {
      for (let row = area.row; row < area.row + area.rows; row++) this.add(sheet, row, column)
    }
  }

  /** Whether a cell of the reference belongs to the set; open sides reach to the edge. */
  meets(sheet: SheetModel, reference: A1Reference): boolean {
    const columns = this.#columns.get(sheet)
    if (columns === undefined) return false
    const { firstRow = 0, lastRow = Number.POSITIVE_INFINITY } = reference
    const { firstColumn = 0, lastColumn = Number.POSITIVE_INFINITY } = reference
    if (firstColumn === lastColumn) {
      const rows = columns.get(firstColumn)
      return rows !== undefined && hasBetween(rows, firstRow, lastRow)
    }
    for (const [column, rows] of columns) {
      if (column >= firstColumn && column <= lastColumn && hasBetween(rows, firstRow, lastRow)) return true
    }
    return false
  }
}

function hasBetween(rows: Uint8Array, first: number, last: number): boolean {
  const found = rows.indexOf(1, first)
  return found >= 0 && found <= last
}
