/**
 * What every reader of a cell has in common: its text, the ways a school writes "nothing", and the errors of formulas.
 */
import type { Cell } from './tab.ts'

/** What a reader answers when a cell holds something that it cannot understand. */
export const unreadable: unique symbol = Symbol('unreadable')

/** A value; `undefined` for a cell that says nothing; or {@link unreadable}. */
export type Reading<T> = T | undefined | typeof unreadable

/** Marks that exports and people write for "no value"; 'NA' is not among them, since it can be a name or a code. */
const nothing = new Set([
  '',
  'NULL',
  'null',
  '(null)',
  '././.',
  '.',
  '-',
  '--',
  '---',
  '–',
  '—',
  'N/A',
  'n/a',
  'N/a',
  'n.a.',
  'N.A.',
  '/',
])

/** The cell as trimmed text; a ticked checkbox is 'TRUE'. */
export function textOf(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell.trim()
  if (cell === undefined) return ''
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell)
}

/** Whether the text stands for no value at all. */
export function saysNothing(text: string): boolean {
  return nothing.has(text)
}

/** As {@link saysNothing}, and 'NA' too: for cells in which that can only mean "not applicable". */
export function saysNothingOrNA(text: string): boolean {
  return nothing.has(text) || text === 'NA' || text === 'na'
}

/** Whether a person or an export put something into the cell; an unticked checkbox is not something. */
export function hasContent(cell: Cell | undefined): boolean {
  if (cell === '' || cell === undefined || cell === false) return false
  if (typeof cell !== 'string') return true
  const text = cell.trim()
  return text !== '' && text !== 'FALSE' && !nothing.has(text)
}

/** Whether the cell shows the error of a formula, such as '#REF!' or 'Loading...'. */
export function isCellError(cell: Cell): boolean {
  if (typeof cell !== 'string') return false
  return /^\s*(#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|ERROR|SPILL|CALC)[!?]?|Loading(\.\.\.|…))\s*$/i.test(cell)
}

/** Free text, or `undefined` where it says nothing; a formula's error is {@link unreadable}. */
export function readText(cell: Cell): Reading<string> {
  if (isCellError(cell)) return unreadable
  const text = textOf(cell)
  return saysNothing(text) ? undefined : text
}

/** Lower case without accents, other signs as blanks; but a question mark stays, since 'Y?' is not a yes. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9?]+/g, ' ')
    .trim()
}
