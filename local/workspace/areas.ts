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
 * moves, keeps its extent when lines only change places inside it, and otherwise holds the lines that stayed and what
 * now stands between them.
 */
export function relocation(axis: Axis, from: number, count: number, before: number): Shift {
  const end = from + count
  const to = before > from ? before - count : before
  const move = (index: number) => {
    if (index >= from && index < end) return to + index - from
    if (before > from) return index >= end && index < before ? index - count : index
    return index >= before && index < from ? index + count : index
  }
  const span = (start: number, length: number) => {
    const last = start + length - 1
    if (start >= from && last < end) return { start: move(start), length }
    if (from >= start && end - 1 <= last && before >= start && before <= last + 1) return { start, length }
    const first = move(start >= from && start < end ? end : start)
    const final = move(last >= from && last < end ? from - 1 : last)
    return { start: first, length: final - first + 1 }
  }
  return { axis, move, span }
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

/** What is left of a rectangle when another is cut out of it. */
export function without(area: Area, cut: Area): Area[] {
  if (!overlap(area, cut)) return [area]
  const top = Math.max(area.row, cut.row)
  const bottom = Math.min(area.row + area.rows, cut.row + cut.rows)
  const left = Math.max(area.column, cut.column)
  const right = Math.min(area.column + area.columns, cut.column + cut.columns)
  const parts = [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { row: top, rows: bottom - top, column: area.column, columns: left - area.column },
    { row: top, rows: bottom - top, column: right, columns: area.column + area.columns - right },
  ]
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0)
}
