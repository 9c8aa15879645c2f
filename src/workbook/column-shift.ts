/**
 * Which column was which before somebody inserted, deleted or moved columns: told from the headings. Pure.
 */

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
