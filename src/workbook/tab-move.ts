/**
 * What somebody inserted, deleted or moved on a tab, told from how it was read and how it is now. Pure.
 */
import type { Move } from './formula-shift.ts'

export interface TabMove extends Move {
  /** For every column as it is, which one it was; undefined for a new one. From 0. */
  readonly former: readonly (number | undefined)[]
  /** How many rows the headings moved down; negative: up. */
  readonly down: number
}

/** A tab at one moment, every cell as text. */
export interface TextTab {
  /** The row of headings, our own included. */
  readonly headings: readonly string[]
  /** Where it stands, from 0. */
  readonly headingIndex: number
  /** The column of ids, or of anything that tells the rows apart. */
  readonly ids: readonly string[]
  readonly idColumn: number
}

/**
 * @param before as read
 * @param rows as the tab is now
 * @param overwritten columns, as they are now, whose heading we wrote over if the headings moved down by so many rows
 */
export function tabMove(
  before: TextTab,
  rows: readonly (readonly string[])[],
  overwritten: (down: number) => ReadonlySet<number> = () => new Set(),
): TabMove {
  const { headings, headingIndex } = before
  const down = headingShift(headings, headingIndex, rows) ?? 0
  const after = rows[headingIndex + down] ?? []
  const former = formerColumns(headings, after, overwritten(down))
  const columnsAfter = new Map<number, number>()
  former.forEach((was, column) => {
    if (was !== undefined) columnsAfter.set(was, column)
  })
  const ids = rows.map((row) => row[columnsAfter.get(before.idColumn) ?? before.idColumn] ?? '')
  const firstMoved = firstDifference(before.ids, ids)
  const added = down === 0 ? ids.length - before.ids.length : down
  return {
    former,
    down,
    column: (was) => columnAfter(columnsAfter, was),
    row: (was) => (was < firstMoved ? was : Math.max(firstMoved, was + added)),
  }
}

/** Of a column that was deleted, or that had no heading, the place where it would stand. */
function columnAfter(columnsAfter: ReadonlyMap<number, number>, was: number): number {
  for (let known = was; known >= 0; known--) {
    const column = columnsAfter.get(known)
    if (column !== undefined) return column + was - known
  }
  return was
}

function firstDifference(before: readonly string[], after: readonly string[]): number {
  const first = before.findIndex((id, row) => id !== after[row])
  return first === -1 ? before.length : first
}

/**
 * @param before the row of headings as it was
 * @param after the row of headings as it is
 * @param overwritten columns of `after` whose heading was written over and says nothing
 * @returns for every column of `after` its index in `before`; undefined for one that is new
 */
export function formerColumns(
  before: readonly string[],
  after: readonly string[],
  overwritten: ReadonlySet<number>,
): readonly (number | undefined)[] {
  const former: (number | undefined)[] = after.map(() => undefined)
  const taken = new Set<number>()
  const timesBefore = timesOf(before)
  const timesAfter = timesOf(after.filter((_, column) => !overwritten.has(column)))
  after.forEach((heading, column) => {
    if (overwritten.has(column) || timesBefore.get(heading) !== 1 || timesAfter.get(heading) !== 1) return
    const was = before.indexOf(heading)
    former[column] = was
    taken.add(was)
  })
  const fill = (column: number, candidate: number | undefined) => {
    if (former[column] !== undefined || candidate === undefined || taken.has(candidate)) return
    if (candidate < 0 || candidate >= before.length) return
    if (!overwritten.has(column) && before[candidate] !== after[column]) return
    former[column] = candidate
    taken.add(candidate)
  }
  for (let column = 0; column < after.length; column++)
    fill(column, beside(former[column - 1], 1, column === 0 ? 0 : undefined))
  for (let column = after.length - 1; column >= 0; column--) fill(column, beside(former[column + 1], -1, undefined))
  return former
}

function beside(neighbour: number | undefined, step: number, atEdge: number | undefined): number | undefined {
  return neighbour === undefined ? atEdge : neighbour + step
}

/** How often each heading stands; blank ones tell nothing. */
function timesOf(headings: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const heading of headings) if (heading !== '') times.set(heading, (times.get(heading) ?? 0) + 1)
  return times
}

/**
 * How many rows the headings have moved down (negative: up).
 *
 * @param headings the row of headings as it was
 * @param row where it stood, from 0
 * @param rows the tab as it is
 * @returns undefined when no row looks like the headings any more
 */
export function headingShift(
  headings: readonly string[],
  row: number,
  rows: readonly (readonly string[])[],
): number | undefined {
  const wanted = new Set(headings.filter((heading) => heading !== ''))
  let best = 0
  let shift: number | undefined
  for (let candidate = 0; candidate < Math.min(rows.length, row + headingRowsSearched); candidate++) {
    const hits = new Set((rows[candidate] ?? []).filter((cell) => wanted.has(cell))).size
    if (hits > best || (hits === best && hits > 0 && Math.abs(candidate - row) < Math.abs(shift ?? 0))) {
      best = hits
      shift = candidate - row
    }
  }
  return shift
}

/** Rows inserted above the headings at one stroke are looked for no further than this. */
const headingRowsSearched = 200
