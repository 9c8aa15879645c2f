/** Functions whose result is an array: FILTER, SORT, UNIQUE and their like. */
import { NotEmulated } from '../../refusal.ts'
import { truth } from '../operators.ts'
import { compared, FormattedNumber, FormulaError, Grid, numberOf, rowsOf, type Scalar, type Value } from '../values.ts'
import { ofNumbers, ofRanges, type SheetFunction } from './sheet-function.ts'

type Rows = readonly (readonly Scalar[])[]

/** @param rows may be none, for which Google has an error of its own */
function gridOr(rows: Rows, error: FormulaError): Value {
  return rows.length === 0 || rows[0]!.length === 0 ? error : new Grid(rows)
}

function filter(range: Value, ...conditions: Value[]): Value {
  const rows = rowsOf(range)
  const columns = conditions.every((condition) => rowsOf(condition).length === 1) && rows.length > 1
  const source = columns ? transposed(rows) : rows
  const tests = conditions.map((condition) => (columns ? transposed(rowsOf(condition)) : rowsOf(condition)))
  if (tests.some((cells) => cells.length !== source.length || cells[0]!.length !== 1)) {
    return new FormulaError('#N/A', 'FILTER has mismatched range sizes.')
  }
  const kept = source.filter((_, index) => tests.every((cells) => passes(cells[index]![0])))
  return gridOr(
    columns ? transposed(kept) : kept,
    new FormulaError('#N/A', 'No matches are found in FILTER evaluation.'),
  )
}

function passes(cell: Scalar): boolean {
  const answer = typeof cell === 'string' ? new FormulaError('#VALUE!') : truth(cell)
  if (answer instanceof FormulaError) throw new NotEmulated('FILTER with an error or a text as its condition')
  return answer
}

/** Rows that differ, each once. */
function unique(range: Value): Value {
  const seen = new Set<string>()
  const kept = rowsOf(range).filter((row) => {
    const key = JSON.stringify(row.map(keyOf))
    return !seen.has(key) && seen.add(key)
  })
  return new Grid(kept)
}

function keyOf(cell: Scalar): unknown {
  if (cell instanceof FormattedNumber) return cell.number
  return cell === undefined ? null : cell
}

/** SORT(range, column, ascending, column, ascending, …); blanks come last. */
function sort(range: Value, ...given: Value[]): Value {
  const rows = rowsOf(range)
  const keys: { readonly at: number; readonly sign: number }[] = []
  for (let index = 0; index < given.length; index += 2) {
    const column = given[index]
    const ascending = given[index + 1]
    if (column instanceof Grid) throw new NotEmulated('SORT by a range')
    const number = numberOf(column)
    const upwards = truth(ascending instanceof Grid ? undefined : ascending)
    if (number instanceof FormulaError) return number
    if (upwards instanceof FormulaError) return upwards
    if (!(number >= 1 && number <= rows[0]!.length)) {
      return new FormulaError('#VALUE!', `Function SORT parameter 2 value is ${number}, which is no column.`)
    }
    keys.push({ at: Math.trunc(number) - 1, sign: upwards ? 1 : -1 })
  }
  if (keys.length === 0) keys.push({ at: 0, sign: 1 })
  return new Grid([...rows].sort((a, b) => orderOf(a, b, keys)))
}

function orderOf(a: readonly Scalar[], b: readonly Scalar[], keys: readonly { at: number; sign: number }[]): number {
  for (const { at, sign } of keys) {
    const [first, second] = [a[at], b[at]]
    if (first instanceof FormulaError || second instanceof FormulaError) throw new NotEmulated('SORT of errors')
    if (first === undefined || second === undefined) {
      if (first !== second) return first === undefined ? 1 : -1
      continue
    }
    const order = compared(first, second)
    if (order !== 0) return sign * order
  }
  return 0
}

function transposed(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]))
}

function sequence(rows: number, columns = 1, start = 1, step = 1): Value {
  if (!(rows >= 1 && columns >= 1)) return new FormulaError('#NUM!', 'SEQUENCE needs at least one row and one column.')
  return new Grid(
    Array.from({ length: Math.trunc(rows) }, (_, row) =>
      Array.from({ length: Math.trunc(columns) }, (__, column) => start + step * (row * Math.trunc(columns) + column)),
    ),
  )
}

export const arrayFunctions: Readonly<Record<string, SheetFunction>> = {
  FILTER: ofRanges([2, 255], filter, { arrays: true }),
  UNIQUE: ofRanges([1, 1], unique, { arrays: true }),
  SORT: ofRanges([1, 255], sort, { arrays: true }),
  TRANSPOSE: ofRanges([1, 1], (range) => new Grid(transposed(rowsOf(range)))),
  SEQUENCE: ofNumbers([1, 4], sequence),
}
