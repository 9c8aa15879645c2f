/** What stands between and before values: + - * / ^ & = <> < > <= >= and %. */
import { NotEmulated } from '../refusal.ts'
import {
  booleanOf,
  compared,
  FormattedNumber,
  FormulaError,
  firstError,
  Grid,
  numberOf,
  type Scalar,
  textOf,
  type Value,
} from './values.ts'

export function unary(operator: string, operand: Scalar): Scalar {
  if (operand instanceof FormulaError) return operand
  if (operator === '+') return operand
  const number = numberOf(operand)
  if (number instanceof FormulaError) return number
  if (operator === '-') return finite(-number)
  if (operator === '%') return number / 100
  throw new NotEmulated(`the operator ${operator}`)
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
}

export function binary(operator: string, left: Scalar, right: Scalar): Scalar {
  if (left instanceof FormulaError) return left
  if (right instanceof FormulaError) return right
  const comparison = comparisons[operator]
  if (comparison !== undefined) return comparison(compared(left, right))
  if (operator === '&') return joined(left, right)
  const a = numberOf(left)
  const b = numberOf(right)
  if (a instanceof FormulaError) return a
  if (b instanceof FormulaError) return b
  switch (operator) {
    case '+':
      return dated(a + b, isDate(left) === isDate(right) ? undefined : isDate(left) ? left : right)
    case '-':
      return dated(a - b, isDate(left) && !isDate(right) ? left : undefined)
    case '*':
      return finite(a * b)
    case '/':
      return b === 0 ? new FormulaError('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.') : finite(a / b)
    case '^':
      return finite(a ** b)
    default:
      throw new NotEmulated(`the operator ${JSON.stringify(operator)} between references`)
  }
}

function joined(left: Scalar, right: Scalar): Scalar {
  const texts = [textOf(left), textOf(right)]
  return firstError(texts) ?? texts.join('')
}

const isDate = (value: Scalar) => value instanceof FormattedNumber && value.isDate

/** A day more or less than a date is a date in the same format. */
function dated(number: number, like: Scalar): Scalar {
  return like instanceof FormattedNumber ? new FormattedNumber(number, like.format) : finite(number)
}

/** @returns #NUM! for what is no number; never a negative zero */
export function finite(number: number): number | FormulaError {
  return Number.isFinite(number)
    ? number + 0
    : new FormulaError('#NUM!', 'The result is not a number that can be shown.')
}

/** Truth of a condition, or its error. */
export function truth(value: Scalar): boolean | FormulaError {
  return value instanceof FormulaError ? value : booleanOf(value)
}

/**
 * Works cell by cell through arrays, as ARRAYFORMULA does: a single row or column is repeated for the others; where one
 * of them has no cell the result is #N/A.
 */
export function lifted(values: readonly Value[], of: (...cells: Scalar[]) => Scalar): Value {
  const grids = values.filter((value) => value instanceof Grid)
  if (grids.length === 0) return of(...(values as Scalar[]))
  const height = Math.max(...grids.map((grid) => grid.height))
  const width = Math.max(...grids.map((grid) => grid.width))
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => of(...values.map((value) => cellFor(value, row, column)))),
  )
  return new Grid(rows)
}

function cellFor(value: Value, row: number, column: number): Scalar {
  if (!(value instanceof Grid)) return value
  const cells = value.rows[value.height === 1 ? 0 : row]
  const at = value.width === 1 ? 0 : column
  if (cells === undefined || at >= cells.length) return new FormulaError('#N/A', 'Argument out of range.')
  return cells[at]
}
