/** The cell references inside a formula: where they point, and how they follow when rows or columns change. */

import { type A1Reference, columnLetters, columnOfLetters, parseA1 } from './a1.ts'
import type { Shift } from './areas.ts'

/** Copying a formula by so many rows and columns: relative references follow, those with $ stay. */
export interface Copying {
  readonly rows: number
  readonly columns: number
}

const quotedText = '"(?:[^"]|"")*"'
const sheetPrefix = "((?:'(?:[^']|'')*'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?"
const cell = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}'
const corner = `(${cell}|\\$?[A-Za-z]{1,3}|\\$?\\d{1,7})`
/** Text first, so that nothing inside quotes is taken for a reference; then ranges, closed or open (A2:A), then cells. */
const reference = new RegExp(
  `${quotedText}|${sheetPrefix}(?<![\\p{L}\\p{N}_.$])(?:${corner}:${corner}|(${cell}))(?![\\p{L}\\p{N}_(.!])`,
  'gu',
)

/** Where the references of a formula point, names of ranges left aside. */
export function referencesIn(formula: string): A1Reference[] {
  const found: A1Reference[] = []
  for (const [text] of formula.matchAll(reference)) {
    const parsed = text.startsWith('"') ? undefined : parseA1(text)
    if (parsed !== undefined) found.push(parsed)
  }
  return found
}

const broken = '#REF!'

/**
 * The formula with its references moved.
 * @param how a change of rows or columns on the sheet `changed`, seen from a formula that stands on `home`; or a copy
 */
export function shiftReferences(formula: string, how: Shift | Copying, changed = '', home = ''): string {
  return formula.replace(reference, (text: string, prefix?: string, start?: string, end?: string, single?: string) => {
    if (text.startsWith('"')) return text
    if ('axis' in how && unquoted(prefix ?? `${home}!`) !== unquoted(`${changed}!`)) return text
    const moved = single === undefined ? rangeText(start!, end!, how) : cellText(single, how)
    return `${prefix ?? ''}${moved}`
  })
}

function unquoted(prefix: string): string {
  const name = prefix.slice(0, -1)
  return (name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name).toLowerCase()
}

/** One coordinate of a corner: an index from 0, and whether a $ holds it. */
interface Line {
  readonly fixed: boolean
  readonly index: number
}

/** A side of a range that is open has no line. */
interface Corner {
  readonly columns: Line | undefined
  readonly rows: Line | undefined
}

const cornerParts = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d+))?$/

function cornerOf(text: string): Corner {
  const [, fixedColumn, letters, fixedRow, digits] = cornerParts.exec(text)!
  return {
    columns: letters === undefined ? undefined : { fixed: fixedColumn === '$', index: columnOfLetters(letters) },
    rows: digits === undefined ? undefined : { fixed: fixedRow === '$', index: Number(digits) - 1 },
  }
}

function textOf({ columns, rows }: Corner): string {
  const column = columns === undefined ? '' : `${columns.fixed ? '$' : ''}${columnLetters(columns.index)}`
  return rows === undefined ? column : `${column}${rows.fixed ? '$' : ''}${rows.index + 1}`
}

type Axis = Shift['axis']

/** One line of a single cell; undefined when it is gone. */
function one(axis: Axis, line: Line, how: Shift | Copying): Line | undefined {
  if ('axis' in how) {
    if (how.axis !== axis) return line
    const index = how.move(line.index)
    return index === undefined ? undefined : { ...line, index }
  }
  const index = line.fixed ? line.index : line.index + how[axis]
  return index < 0 ? undefined : { ...line, index }
}

/** As far as an open side reaches: beyond any sheet. */
const beyond = 100_000_000

/** Both sides of a range along one axis; undefined when nothing of it is left. */
function both(
  axis: Axis,
  start: Line | undefined,
  end: Line | undefined,
  how: Shift | Copying,
): readonly [Line | undefined, Line | undefined] | undefined {
  if (!('axis' in how) || how.axis !== axis) {
    const sides = [start && one(axis, start, how), end && one(axis, end, how)] as const
    return (start && !sides[0]) || (end && !sides[1]) ? undefined : sides
  }
  const known = start ?? end
  if (known === undefined) return [undefined, undefined]
  const low = Math.min(start?.index ?? known.index, end?.index ?? known.index)
  const high = start === undefined || end === undefined ? beyond : Math.max(start.index, end.index)
  const span = how.span(low, high - low + 1)
  if (span === undefined) return undefined
  const last = span.start + span.length - 1
  const backwards = start !== undefined && end !== undefined && start.index > end.index
  return [
    start && { ...start, index: backwards ? last : span.start },
    end && { ...end, index: start === undefined || backwards ? span.start : last },
  ]
}

function cellText(text: string, how: Shift | Copying): string {
  const { columns, rows } = cornerOf(text)
  const column = one('columns', columns!, how)
  const row = one('rows', rows!, how)
  return column === undefined || row === undefined ? broken : textOf({ columns: column, rows: row })
}

function rangeText(first: string, last: string, how: Shift | Copying): string {
  const start = cornerOf(first)
  const end = cornerOf(last)
  const across = both('columns', start.columns, end.columns, how)
  const down = both('rows', start.rows, end.rows, how)
  if (across === undefined || down === undefined) return broken
  return `${textOf({ columns: across[0], rows: down[0] })}:${textOf({ columns: across[1], rows: down[1] })}`
}
