/**
 * How a school's tab writes what is to be written into it: a row that is recorded speaks as the rows above it do.
 */
import { type Reading, textOf } from './cell-text.ts'
import { readKind, readStatus } from './conference-words.ts'
import { dateOrderOf } from './dates.ts'
import type { Cell } from './tab.ts'
import { readYesNo } from './yes-no.ts'

/** Where several spellings mean the same; drop-downs often take one of them only. */
const readers: Readonly<Record<string, (cell: Cell) => Reading<unknown>>> = { kind: readKind, status: readStatus }

/**
 * The most frequent spelling of a meaning in a column.
 *
 * @param rows those under the headings
 * @param meaning a kind or status of a conference as src/records calls it, a yes or a no
 * @returns undefined where nothing in the column means it
 */
export function spellingOf(
  rows: readonly (readonly Cell[])[],
  column: number,
  field: string,
  meaning: string | boolean,
): Cell | undefined {
  const read = typeof meaning === 'boolean' ? readYesNo : readers[field]
  if (!read) return undefined
  const counts = new Map<Cell, number>()
  for (const row of rows) {
    const cell = row[column]
    if (cell !== undefined && cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  let best: Cell | undefined
  for (const [cell, count] of counts) {
    if (read(cell) === meaning && count > (best === undefined ? 0 : (counts.get(best) ?? 0))) best = cell
  }
  return best
}

/** Whether most dates of a column are text such as 10/8/2026, the month first: then one more is written so too. */
export function writesMonthFirst(rows: readonly (readonly Cell[])[], column: number): boolean {
  const filled = rows.map((row) => textOf(row[column])).filter((text) => text !== '')
  const written = filled.filter((text) => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)).length
  return written * 2 > filled.length && dateOrderOf(rows, 0, column).order === 'month-first'
}
