/**
 * How far a cell's content may spread over its neighbours.
 */
import type { Cell } from './addresses.ts'
import type { Room } from './cell-content.ts'
import type { CellStore } from './cell-store.ts'

/** No screen shows a text of more pixels. */
const widest = 2000

/**
 * @param widths of all columns, in pixels
 * @param heights of all rows, in pixels
 */
export function roomOf(cell: Cell, store: CellStore, widths: readonly number[], heights: readonly number[]): Room {
  const merge = store.merge(cell)
  if (merge !== undefined && merge.row === cell.row && merge.column === cell.column) {
    const width = sum(widths, merge.column, merge.columns)
    return { overflow: 0, merged: { width, height: sum(heights, merge.row, merge.rows) } }
  }
  let next = cell.column + 1
  let blank = 0
  while (next < widths.length && blank < widest && isBlank(store, { row: cell.row, column: next })) {
    blank += widths[next++]!
  }
  return { overflow: blank === 0 ? 0 : blank + widths[cell.column]! }
}

function sum(sizes: readonly number[], from: number, count: number): number {
  return sizes.slice(from, from + count).reduce((total, size) => total + size, 0)
}

function isBlank(store: CellStore, cell: Cell): boolean {
  const stored = store.cell(cell)
  return stored === undefined || (stored.view.text === '' && stored.input === undefined)
}
