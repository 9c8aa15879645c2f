/** How rectangles and positions follow when rows or columns are inserted, deleted or moved. */
import type { Area } from './model.ts'

export type Axis = 'rows' | 'columns'

/** A change of rows or columns: where each old index stands afterwards; undefined when it is deleted. */
export interface Shift {
  readonly axis: Axis
  /** New place of the old index. */
  readonly move: (index: number) => number | undefined
  /** New place of a rectangle's old extent; undefined when nothing of it is left. */
  readonly span: (start: number, length: number) => { readonly start: number; readonly length: number } | undefined
}

/** `count` new ones before `at`. A rectangle around the place grows; one that begins there moves. */
export function insertion(axis: Axis, at: number, count: number): Shift {
  return {
    axis,
    move: (index) => (index < at ? index : index + count),
    span: (start, length) => {
      if (at <= start) return { start: start + count, length }
      return at < start + length ? { start, length: length + count } : { start, length }
    },
  }
}

export function deletion(axis: Axis, at: number, count: number): Shift {
  const end = at + count
  return {
    axis,
    move: (index) => (index < at ? index : index < end ? undefined : index - count),
    span: (start, length) => {
      const gone = Math.max(0, Math.min(start + length, end) - Math.max(start, at))
      if (gone === length) return undefined
      return { start: start < at ? start : Math.max(at, start - count), length: length - gone }
    },
  }
}

/**
 * `count` from `from` to before `before` (an old index outside the moved block). A rectangle goes along when all of it
 * moves, and otherwise keeps the place of its first remaining line.
 */
export function relocation(axis: Axis, from: number, count: number, before: number): Shift {
  const to = before > from ? before - count : before
  const move = (index: number) => {
    if (index >= from && index < from + count) return to + index - from
    if (before > from) return index >= from + count && index < before ? index - count : index
    return index >= before && index < from ? index + count : index
  }
  return {
    axis,
    move,
    span: (start, length) => {
      const end = start + length
      if (start >= from && end <= from + count) return { start: move(start), length }
      const leaves = Math.max(0, Math.min(end, from + count) - Math.max(start, from))
      const lands = to + count
      const rest = {
        start: move(start >= from && start < from + count ? from + count : start),
        length: length - leaves,
      }
      const inside = to > rest.start && to < rest.start + rest.length + (leaves > 0 ? 1 : 0)
      return inside || (leaves > 0 && (lands === rest.start || to === rest.start + rest.length))
        ? { start: Math.min(rest.start, to), length: rest.length + count }
        : rest
    },
  }
}

/** The rectangle after the change; undefined when nothing of it is left. */
export function shifted(area: Area, shift: Shift): Area | undefined {
  if (shift.axis === 'rows') {
    const span = shift.span(area.row, area.rows)
    return span && { ...area, row: span.start, rows: span.length }
  }
  const span = shift.span(area.column, area.columns)
  return span && { ...area, column: span.start, columns: span.length }
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  )
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  )
}
