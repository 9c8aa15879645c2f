/**
 * Which cells are selected.
 */
import type { Area } from '../../workspace/model.ts'
import type { Cell } from './addresses.ts'

export interface Selection {
  /** Where typing goes; in the last area. */
  readonly active: Cell
  /** At least one. */
  readonly areas: readonly Area[]
}

/** Size of a grid. */
export interface Size {
  readonly rows: number
  readonly columns: number
}

export function selectCell(cell: Cell): Selection {
  return { active: cell, areas: [between(cell, cell)] }
}

/** The rectangle with these two corners. */
export function between(one: Cell, other: Cell): Area {
  const row = Math.min(one.row, other.row)
  const column = Math.min(one.column, other.column)
  return {
    row,
    column,
    rows: Math.abs(one.row - other.row) + 1,
    columns: Math.abs(one.column - other.column) + 1,
  }
}

/** Whole rows from one to another, both included. */
export function wholeRows(one: number, other: number, size: Size): Area {
  return between({ row: one, column: 0 }, { row: other, column: size.columns - 1 })
}

/** Whole columns from one to another, both included. */
export function wholeColumns(one: number, other: number, size: Size): Area {
  return between({ row: 0, column: one }, { row: size.rows - 1, column: other })
}

export function holds(area: Area, { row, column }: Cell): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns
}

/** In place of the last area, or beside the others. */
export function withArea(selection: Selection, area: Area, active: Cell, beside: boolean): Selection {
  return { active, areas: [...(beside ? selection.areas : selection.areas.slice(0, -1)), area] }
}

/** The corner of the last area that moves when it is extended: the one opposite to the active cell. */
export function movingCorner({ active, areas }: Selection): Cell {
  const { row, column, rows, columns } = areas.at(-1)!
  return {
    row: active.row === row ? row + rows - 1 : row,
    column: active.column === column ? column + columns - 1 : column,
  }
}

/** How far a key moves it. */
const STEPS: ReadonlyMap<string, readonly [rows: number, columns: number]> = new Map([
  ['ArrowUp', [-1, 0]],
  ['ArrowDown', [1, 0]],
  ['ArrowLeft', [0, -1]],
  ['ArrowRight', [0, 1]],
])

/**
 * The selection after Shift and a key; undefined when the key extends nothing.
 *
 * @param page rows that PageUp and PageDown go
 * @param far with Ctrl as well: to the edge of the grid
 */
export function extended(
  selection: Selection,
  key: string,
  size: Size,
  page: number,
  far: boolean,
): Selection | undefined {
  const corner = movingCorner(selection)
  const step = STEPS.get(key)
  let { row, column } = corner
  if (step !== undefined) {
    row += far ? step[0] * size.rows : step[0]
    column += far ? step[1] * size.columns : step[1]
  } else if (key === 'PageUp') row -= page
  else if (key === 'PageDown') row += page
  else if (key === 'Home') {
    column = 0
    if (far) row = 0
  } else if (key === 'End') {
    column = size.columns - 1
    if (far) row = size.rows - 1
  } else return undefined
  const to = { row: clamp(row, size.rows), column: clamp(column, size.columns) }
  return withArea(selection, between(selection.active, to), selection.active, false)
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
