/** The cells of an area, and the layers of a sheet that hold one thing per cell. */
import type { Area, CellError, CellValue, SheetModel } from '../model.ts'
import { Refusal } from '../refusal.ts'

/** @throws Refusal with Google's texts for data of another size. */
export function checkSize(data: readonly (readonly unknown[])[], area: Area): void {
  if (data.length !== area.rows) {
    throw new Refusal(
      `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${area.rows}.`,
    )
  }
  for (const row of data) {
    if (row.length === area.columns) continue
    throw new Refusal(
      `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${area.columns}.`,
    )
  }
}

export function forCells(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column)
  }
}

export function someCell(area: Area, test: (row: number, column: number) => boolean): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) if (test(row, column)) return true
  }
  return false
}

export function grid<T>(area: Area, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => cell(area.row + row, area.column + column)),
  )
}

export function place<T>(layer: (T | undefined)[][], row: number, column: number, thing: T | undefined): void {
  if (thing === undefined && layer[row] === undefined) return
  layer[row] ??= []
  layer[row][column] = thing
}

export function wipe(layer: (unknown[] | undefined)[], area: Area): void {
  const end = area.column + area.columns
  for (let row = area.row; row < Math.min(area.row + area.rows, layer.length); row++) {
    const cells = layer[row]
    if (cells === undefined) continue
    if (area.column === 0 && end >= cells.length) cells.length = 0
    else for (let column = area.column; column < Math.min(end, cells.length); column++) cells[column] = undefined
  }
}

export function isFilled(model: SheetModel, row: number, column: number): boolean {
  const value: CellValue | CellError | undefined = model.values[row]?.[column]
  return (value !== undefined && value !== '') || model.formulas[row]?.[column] !== undefined
}
