/** Looking things up: VLOOKUP, MATCH, INDEX, XLOOKUP. */
import { NotEmulated } from '../../refusal.ts'
import { compared, FormulaError, Grid, numberOf, plainNumber, rowsOf, type Scalar, type Value } from '../values.ts'
import { wildcards } from './criteria.ts'
import { ofRanges, type SheetFunction, whenFine } from './sheet-function.ts'

function notFound(key: Scalar, name: string): FormulaError {
  const shown = typeof key === 'string' || typeof key === 'number' ? String(key) : ''
  return new FormulaError('#N/A', `Did not find value '${shown}' in ${name} evaluation.`)
}

/** Index of the first cell that is the key; text without regard to case, and with wildcards. */
function placeOf(key: Scalar, cells: readonly Scalar[]): number {
  if (key === undefined || key === '') throw new NotEmulated('looking up a blank')
  if (typeof key !== 'string') {
    const wanted = key as Exclude<Scalar, FormulaError | string>
    return cells.findIndex((cell) => isComparable(cell) && compared(cell, wanted) === 0)
  }
  const lower = key.toLowerCase()
  const pattern = /[*?~]/.test(key) ? wildcards(key) : undefined
  return cells.findIndex(
    (cell) => typeof cell === 'string' && (pattern === undefined ? cell.toLowerCase() === lower : pattern.test(cell)),
  )
}

const isComparable = (cell: Scalar): cell is Exclude<Scalar, FormulaError | string | undefined> =>
  cell !== undefined && typeof cell !== 'string' && !(cell instanceof FormulaError)

/** Index of the last cell that is not above the key, in cells that are sorted upwards; -1 when all are above. */
function placeInSorted(key: Scalar, cells: readonly Scalar[]): number {
  const comparable = cells.filter((cell) => cell !== undefined)
  if (key === undefined || comparable.some((cell) => cell instanceof FormulaError || kindOf(cell) !== kindOf(key))) {
    throw new NotEmulated('a sorted search among values of different kinds')
  }
  const wanted = key as Exclude<Scalar, FormulaError>
  const sorted = comparable as Exclude<Scalar, FormulaError>[]
  if (sorted.some((cell, index) => index > 0 && compared(sorted[index - 1], cell) > 0)) {
    throw new NotEmulated('a sorted search in cells that are not sorted')
  }
  let found = -1
  cells.forEach((cell, index) => {
    if (cell !== undefined && compared(cell as Exclude<Scalar, FormulaError>, wanted) <= 0) found = index
  })
  return found
}

const kindOf = (value: Scalar) => (plainNumber(value) === undefined ? typeof value : 'number')

function found(key: Scalar, cells: readonly Scalar[], sorted: boolean): number {
  return sorted ? placeInSorted(key, cells) : placeOf(key, cells)
}

/** Whether the last argument asks for a sorted search. */
function isSorted(given: Value): boolean {
  const [[cell]] = rowsOf(given) as [[Scalar]]
  return cell === true || (plainNumber(cell) ?? 0) !== 0
}

function vlookup(key: Value, range: Value, column: Value, ...sorted: Value[]): Value {
  const rows = rowsOf(range)
  return whenFine<[number]>([numberOf(column as Scalar)], (number) => {
    const at = Math.trunc(number) - 1
    if (at < 0) return new FormulaError('#VALUE!', `VLOOKUP evaluates to an out of bounds range.`)
    if (at >= rows[0]!.length) return new FormulaError('#REF!', 'VLOOKUP evaluates to an out of bounds range.')
    const row = found(
      key as Scalar,
      rows.map(([first]) => first),
      sorted.length === 0 || isSorted(sorted[0]),
    )
    return row < 0 ? notFound(key as Scalar, 'VLOOKUP') : rows[row]![at]
  })
}

/** The cells of a single row or column. */
function line(range: Value, name: string): readonly Scalar[] | FormulaError {
  const rows = rowsOf(range)
  if (rows.length === 1) return rows[0]!
  if (rows[0]!.length === 1) return rows.map(([first]) => first)
  return new FormulaError('#N/A', `${name} range must be a single row or a single column.`)
}

function match(key: Value, range: Value, ...type: Value[]): Value {
  const asked = type.length === 0 ? 1 : numberOf(type[0] as Scalar)
  return whenFine<[readonly Scalar[], number]>([line(range, 'MATCH'), asked], (cells, how) => {
    if (how < 0) throw new NotEmulated('MATCH in cells that are sorted downwards')
    const at = found(key as Scalar, cells, how > 0)
    return at < 0 ? notFound(key as Scalar, 'MATCH') : at + 1
  })
}

function xlookup(key: Value, lookup: Value, result: Value, ...missing: Value[]): Value {
  return whenFine<[readonly Scalar[]]>([line(lookup, 'XLOOKUP')], (cells) => {
    const at = placeOf(key as Scalar, cells)
    if (at < 0) return missing.length > 0 ? missing[0] : notFound(key as Scalar, 'XLOOKUP')
    const rows = rowsOf(result)
    if (rowsOf(lookup).length === 1) return column(rows, at)
    return rows[at] === undefined ? new FormulaError('#VALUE!', 'XLOOKUP ranges differ in size.') : row(rows, at)
  })
}

const row = (rows: readonly (readonly Scalar[])[], at: number): Value =>
  rows[at]!.length === 1 ? rows[at]![0] : new Grid([rows[at]!])

const column = (rows: readonly (readonly Scalar[])[], at: number): Value =>
  rows.length === 1 ? rows[0]![at] : new Grid(rows.map((cells) => [cells[at]]))

/** A row and column from 1; 0 or none is all of them. */
function index(range: Value, rowNumber: Value = 0, columnNumber: Value = 0): Value {
  const rows = rowsOf(range)
  const numbers = [numberOf(rowNumber as Scalar), numberOf(columnNumber as Scalar)] as const
  return whenFine<[number, number]>(numbers, (down, across) => {
    const [r, c] = [Math.trunc(down), Math.trunc(across)]
    const width = rows[0]!.length
    if (rows.length === 1 && width > 1 && c === 0 && r > 1) throw new NotEmulated('INDEX of a row by one number')
    if (r < 0 || r > rows.length) return outOfRange(2, r, rows.length)
    if (c < 0 || c > width) return outOfRange(3, c, width)
    if (r === 0) return c === 0 ? new Grid(rows) : column(rows, c - 1)
    return c === 0 ? row(rows, r - 1) : rows[r - 1]![c - 1]
  })
}

function outOfRange(parameter: number, value: number, most: number): FormulaError {
  return new FormulaError(
    '#NUM!',
    `Function INDEX parameter ${parameter} value is ${value}. Valid values are between 0 and ${most} inclusive.`,
  )
}

export const lookupFunctions: Readonly<Record<string, SheetFunction>> = {
  VLOOKUP: ofRanges([3, 4], vlookup, { whole: (at) => at === 1 }),
  MATCH: ofRanges([2, 3], match, { whole: (at) => at === 1 }),
  XLOOKUP: ofRanges([3, 4], xlookup, { whole: (at) => at === 1 || at === 2 }),
  INDEX: ofRanges([1, 3], index, { whole: (at) => at === 0, arrays: true }),
  ROWS: ofRanges([1, 1], (range) => rowsOf(range).length),
  COLUMNS: ofRanges([1, 1], (range) => rowsOf(range)[0]!.length),
}
