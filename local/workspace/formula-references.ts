/** The cell references inside a formula, and how they follow when rows or columns change. */

import { columnLetters, columnOfLetters } from './a1.ts'
import type { Shift } from './areas.ts'

/** Copying a formula by so many rows and columns: relative references follow, those with $ stay. */
export interface Copying {
  readonly rows: number
  readonly columns: number
}

const quotedText = '"(?:[^"]|"")*"'
const sheetPrefix = "((?:'(?:[^']|'')*'|[A-Za-z_][\\w.]*)!)?"
const cell = '(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})'
const columns = '(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})'
const rows = '(\\$?)(\\d{1,7}):(\\$?)(\\d{1,7})'
/** Text first, so that nothing inside quotes is taken for a reference; then ranges, columns, rows, single cells. */
const reference = new RegExp(
  `${quotedText}|${sheetPrefix}(?<![\\w.$])(?:${cell}:${cell}|${columns}|${rows}|${cell})(?![\\w(.!])`,
  'g',
)

const broken = '#REF!'

/**
 * The formula with its references moved.
 * @param how a change of rows or columns on the sheet `changed`, seen from a formula that stands on `home`; or a copy
 */
export function shiftReferences(formula: string, how: Shift | Copying, changed = '', home = ''): string {
  return formula.replace(reference, (...found) => {
    const text: string = found[0]
    if (text.startsWith('"')) return text
    const prefix: string | undefined = found[1]
    if ('axis' in how && unquoted(prefix ?? `${home}!`) !== unquoted(`${changed}!`)) return text
    const part = found.slice(2, 22) as (string | undefined)[]
    const moved =
      part[1] !== undefined
        ? areaText(part.slice(0, 8), how)
        : part[9] !== undefined
          ? lineText('columns', part.slice(8, 12), how)
          : part[13] !== undefined
            ? lineText('rows', part.slice(12, 16), how)
            : cellText(part.slice(16, 20), how)
    return `${prefix ?? ''}${moved}`
  })
}

function unquoted(prefix: string): string {
  const name = prefix.slice(0, -1)
  return (name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name).toLowerCase()
}

interface Corner {
  readonly fixed: boolean
  readonly index: number
}

const columnCorner = (fixed: string | undefined, letters: string | undefined): Corner => ({
  fixed: fixed === '$',
  index: columnOfLetters(letters!),
})
const rowCorner = (fixed: string | undefined, digits: string | undefined): Corner => ({
  fixed: fixed === '$',
  index: Number(digits) - 1,
})
const columnText = ({ fixed, index }: Corner) => `${fixed ? '$' : ''}${columnLetters(index)}`
const rowText = ({ fixed, index }: Corner) => `${fixed ? '$' : ''}${index + 1}`

type Axis = Shift['axis']

/** One line of a single cell. */
function one(axis: Axis, corner: Corner, how: Shift | Copying): Corner | undefined {
  if ('axis' in how) {
    if (how.axis !== axis) return corner
    const index = how.move(corner.index)
    return index === undefined ? undefined : { ...corner, index }
  }
  const index = corner.fixed ? corner.index : corner.index + how[axis]
  return index < 0 ? undefined : { ...corner, index }
}

/** Both ends of a range. */
function both(axis: Axis, start: Corner, end: Corner, how: Shift | Copying): [Corner, Corner] | undefined {
  if (!('axis' in how) || how.axis !== axis) {
    const first = one(axis, start, how)
    const last = one(axis, end, how)
    return first === undefined || last === undefined ? undefined : [first, last]
  }
  const low = Math.min(start.index, end.index)
  const span = how.span(low, Math.abs(end.index - start.index) + 1)
  if (span === undefined) return undefined
  const first = { ...start, index: span.start }
  const last = { ...end, index: span.start + span.length - 1 }
  return start.index <= end.index
    ? [first, last]
    : [
        { ...start, index: last.index },
        { ...end, index: first.index },
      ]
}

function cellText(part: readonly (string | undefined)[], how: Shift | Copying): string {
  const column = one('columns', columnCorner(part[0], part[1]), how)
  const row = one('rows', rowCorner(part[2], part[3]), how)
  return column === undefined || row === undefined ? broken : columnText(column) + rowText(row)
}

function areaText(part: readonly (string | undefined)[], how: Shift | Copying): string {
  const across = both('columns', columnCorner(part[0], part[1]), columnCorner(part[4], part[5]), how)
  const down = both('rows', rowCorner(part[2], part[3]), rowCorner(part[6], part[7]), how)
  if (across === undefined || down === undefined) return broken
  return `${columnText(across[0])}${rowText(down[0])}:${columnText(across[1])}${rowText(down[1])}`
}

function lineText(axis: Axis, part: readonly (string | undefined)[], how: Shift | Copying): string {
  const corner = axis === 'columns' ? columnCorner : rowCorner
  const write = axis === 'columns' ? columnText : rowText
  const ends = both(axis, corner(part[0], part[1]), corner(part[2], part[3]), how)
  return ends === undefined ? broken : `${write(ends[0])}:${write(ends[1])}`
}
