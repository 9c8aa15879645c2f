/** Sums, counts and rounding. */
import { finite } from '../operators.ts'
import {
  FormattedNumber,
  FormulaError,
  Grid,
  numberOf,
  plainNumber,
  rowsOf,
  type Scalar,
  type Value,
} from '../values.ts'
import { ofNumbers, ofRanges, type SheetFunction } from './sheet-function.ts'

const any = 255

/** The numbers among the arguments: in ranges text and booleans are passed over, alone they are converted. */
function numbersIn(given: readonly Value[]): Scalar[] | FormulaError {
  const found: Scalar[] = []
  for (const value of given) {
    if (value instanceof Grid) {
      for (const row of value.rows) {
        for (const cell of row) {
          if (cell instanceof FormulaError) return cell
          if (plainNumber(cell) !== undefined) found.push(cell)
        }
      }
    } else {
      const number = value instanceof FormattedNumber ? value : numberOf(value)
      if (number instanceof FormulaError) return number
      found.push(number)
    }
  }
  return found
}

function ofAllNumbers(of: (numbers: readonly number[], cells: readonly Scalar[]) => Scalar): SheetFunction {
  return ofRanges([1, any], (...given) => {
    const cells = numbersIn(given)
    if (cells instanceof FormulaError) return cells
    return of(
      cells.map((cell) => plainNumber(cell)!),
      cells,
    )
  })
}

/** The cell itself, so that the latest of some dates is a date. */
function extreme(better: (number: number, best: number) => boolean): SheetFunction {
  return ofAllNumbers((numbers, cells) => {
    let best = 0
    numbers.forEach((number, index) => {
      if (better(number, numbers[best]!)) best = index
    })
    return cells[best] ?? 0
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function counted(counts: (cell: Scalar) => boolean): SheetFunction {
  return ofRanges([1, any], (...given) =>
    given.reduce<number>(
      (total, value) => total + rowsOf(value).reduce((inRows, row) => inRows + row.filter(counts).length, 0),
      0,
    ),
  )
}

/** Digits are moved in the decimal notation, so that 1.005 rounds as a person rounds it. */
function rounded(number: number, places: number, how: (size: number) => number): Value {
  const digits = Math.trunc(places)
  const size = String(Math.abs(number))
  if (size.includes('e')) return finite(number)
  return finite(Math.sign(number) * Number(`${how(Number(`${size}e${digits}`))}e${-digits}`))
}

export const numberFunctions: Readonly<Record<string, SheetFunction>> = {
  SUM: ofAllNumbers((numbers) => finite(sum(numbers))),
  AVERAGE: ofAllNumbers((numbers) =>
    numbers.length === 0
      ? new FormulaError('#DIV/0!', 'Evaluation of function AVERAGE caused a divide by zero error.')
      : finite(sum(numbers) / numbers.length),
  ),
  MIN: extreme((number, best) => number < best),
  MAX: extreme((number, best) => number > best),
  COUNT: counted((cell) => plainNumber(cell) !== undefined),
  COUNTA: counted((cell) => cell !== undefined),
  COUNTBLANK: counted((cell) => cell === undefined || cell === ''),
  ROUND: ofNumbers([1, 2], (number, places = 0) => rounded(number, places, Math.round)),
  ROUNDUP: ofNumbers([1, 2], (number, places = 0) => rounded(number, places, Math.ceil)),
  ROUNDDOWN: ofNumbers([1, 2], (number, places = 0) => rounded(number, places, Math.floor)),
  INT: ofNumbers([1, 1], (number) => Math.floor(number)),
  ABS: ofNumbers([1, 1], (number) => Math.abs(number)),
  MOD: ofNumbers([2, 2], (number, divisor) =>
    divisor === 0
      ? new FormulaError('#DIV/0!', 'Function MOD parameter 2 cannot be zero.')
      : finite(number - divisor * Math.floor(number / divisor)),
  ),
}
