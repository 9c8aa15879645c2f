/**
 * Student ids in cells: kept as written, and given back the leading zeros that a spreadsheet took from some of them.
 */
import { isCellError, saysNothing, textOf } from './cell-text.ts'
import type { Cell, Tab } from './tab.ts'

/** Writers of text that a spreadsheet shall not touch: ="00042" and '00042. */
const guarded = /^(?:="(.*)"|'(\d+))$/

/** Signs that take no room, as copying from a web page leaves them. */
const invisible = /[\u200b-\u200f\u2060]/g

/**
 * The id that a cell holds, '' for none and for a formula's error: outer blanks are gone, 123.0 is '123', 4.2E+07 is
 * '42000000'.
 */
export function idText(cell: Cell | undefined): string {
  if (typeof cell === 'number') return Number.isInteger(cell) ? wholeNumber(cell) : String(cell)
  const text = textOf(cell)
  if (saysNothing(text) || cell === false) return ''
  // Nearly every id is plain; only these signs can stand in one that has to be put right.
  if (!/[.="'#\u200b-\u200f\u2060]/.test(text)) return text
  if (isCellError(text)) return ''
  const inner = guarded.exec(text)
  const bare = (inner ? (inner[1] ?? inner[2] ?? '') : text).replace(invisible, '').trim()
  if (/^\d+\.0+$/.test(bare)) return bare.slice(0, bare.indexOf('.'))
  if (/^\d\.\d+e\+?\d{1,2}$/i.test(bare) && Number.isSafeInteger(Number(bare))) return wholeNumber(Number(bare))
  return bare
}

/** A number of any size in plain digits. */
function wholeNumber(value: number): string {
  return Math.abs(value) < 1e21 ? value.toFixed(0) : String(value)
}

/**
 * A row of sums under a list: nothing in it is words but for the one that says so.
 *
 * @param id what stands where the id should: nothing, or that word
 */
export function isTotal(cells: readonly Cell[], id: string): boolean {
  if (id !== '' && !sums.test(id)) return false
  const [first, ...rest] = cells.filter((cell) => textOf(cell) !== '')
  return typeof first === 'string' && sums.test(first) && rest.every((cell) => /^[\d.,%/ -]*$/.test(textOf(cell)))
}

const sums = /^\s*((grand |sub-?)?totals?|count|average|number of students)\b(?!,)/i

/**
 * How many digits every id of a column has, as far as its cells of text tell: `undefined` unless all of them are digits
 * of one length and at least one begins with a zero.
 */
export function widthOfIds(tab: Tab, from: number, column: number): number | undefined {
  let width: number | undefined
  let zeros = false
  for (let row = from; row < tab.rows.length; row++) {
    const cell = tab.rows[row]?.[column]
    if (typeof cell !== 'string') continue
    const text = idText(cell)
    if (text === '') continue
    if (!/^\d+$/.test(text) || (width !== undefined && text.length !== width)) return undefined
    width = text.length
    zeros ||= text.charCodeAt(0) === 48
  }
  return zeros ? width : undefined
}

/** The id with the zeros in front that make it `width` long; as it is when it is not all digits or long enough. */
export function withZeros(id: string, width: number): string {
  return id.length < width && /^\d+$/.test(id) ? id.padStart(width, '0') : id
}

/** What two spellings of a number have in common once leading zeros are gone; `undefined` for an id with other signs. */
export function zeroless(id: string): string | undefined {
  if (!/^\d+$/.test(id)) return undefined
  return id.replace(/^0+(?=\d)/, '')
}
