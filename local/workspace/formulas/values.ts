/**
 * The values that a formula works with, and how Google Sheets turns one kind into another. Where Google's own conversion
 * is not documented and would matter, it is refused as not emulated, so that the cell stays without a result.
 */
import type { Area, SheetModel } from '../model.ts'
import { displayed, isDateFormat } from '../number-format.ts'
import { NotEmulated } from '../refusal.ts'
import { typedText } from '../typed-text.ts'

/** A number that shows in a format of its own, such as a date; the format goes along to the cell of the result. */
export class FormattedNumber {
  readonly number: number
  readonly format: string

  constructor(number: number, format: string) {
    this.number = number
    this.format = format
  }

  get isDate(): boolean {
    return isDateFormat(this.format)
  }
}

/** '#N/A' and its like, with the sentence that Google shows beside the cell. */
export class FormulaError {
  readonly code: string
  readonly message: string | undefined

  constructor(code: string, message?: string) {
    this.code = code
    this.message = message
  }
}

/** One cell's worth; undefined is a blank. */
export type Scalar = string | number | boolean | FormattedNumber | FormulaError | undefined

/** Where a reference points. */
export interface Place {
  readonly sheet: SheetModel
  readonly area: Area
}

/** Rows of cells, all of one length, at least one. A reference also knows where it points. */
export class Grid {
  readonly rows: readonly (readonly Scalar[])[]
  readonly place: Place | undefined

  constructor(rows: readonly (readonly Scalar[])[], place?: Place) {
    this.rows = rows
    this.place = place
  }

  get height(): number {
    return this.rows.length
  }

  get width(): number {
    return this.rows[0]!.length
  }
}

export type Value = Scalar | Grid

export const rowsOf = (value: Value): readonly (readonly Scalar[])[] => (value instanceof Grid ? value.rows : [[value]])

/** A plain number; undefined for anything else that is not one already. */
export function plainNumber(value: Scalar): number | undefined {
  if (typeof value === 'number') return value
  return value instanceof FormattedNumber ? value.number : undefined
}

/** The number that arithmetic makes of a value: blank is 0, TRUE is 1, text is read as if it were typed. */
export function numberOf(value: Scalar): number | FormulaError {
  switch (typeof value) {
    case 'undefined':
      return 0
    case 'number':
      return value
    case 'boolean':
      return value ? 1 : 0
    case 'string': {
      const read = numberInText(value)
      return read ?? new FormulaError('#VALUE!', `'${value}' is a text and cannot be coerced to a number.`)
    }
    default:
      return value instanceof FormattedNumber ? value.number : value
  }
}

/** The number or date that text stands for when it is typed; undefined for any other text. */
export function numberInText(text: string): number | undefined {
  const { value } = typedText(text, 'en_US', Number.NaN)
  if (typeof value === 'number') return value
  if (typeof typedText(text, 'en_US', 2000).value === 'number') {
    throw new NotEmulated('a date without its year in a calculation')
  }
  return undefined
}

/** The text that joining makes of a value. */
export function textOf(value: Scalar): string | FormulaError {
  switch (typeof value) {
    case 'undefined':
      return ''
    case 'string':
      return value
    case 'boolean':
      return value ? 'TRUE' : 'FALSE'
    case 'number':
      return numberAsText(value)
    default:
      if (value instanceof FormulaError) return value
      if (displayed(value.number, value.format) === numberAsText(value.number)) return numberAsText(value.number)
      throw new NotEmulated(`a number in the format ${value.format} as text`)
  }
}

function numberAsText(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  if (text.includes('e')) throw new NotEmulated(`the number ${text} as text`)
  return text
}

/** What a condition makes of a value. */
export function booleanOf(value: Scalar): boolean | FormulaError {
  switch (typeof value) {
    case 'undefined':
      return false
    case 'boolean':
      return value
    case 'number':
      return value !== 0
    case 'string':
      if (/^(true|false)$/i.test(value)) throw new NotEmulated('the text TRUE or FALSE as a condition')
      return new FormulaError('#VALUE!', `'${value}' is a text and cannot be coerced to a boolean.`)
    default:
      return value instanceof FormattedNumber ? value.number !== 0 : value
  }
}

const collator = new Intl.Collator('en-US', { sensitivity: 'accent' })

const kind = (value: Exclude<Scalar, FormulaError>) =>
  typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : value === undefined ? -1 : 0

/**
 * Below 0, 0 or above 0: numbers before text before booleans, text without regard to case, a blank as the other's
 * nothing.
 */
export function compared(a: Exclude<Scalar, FormulaError>, b: Exclude<Scalar, FormulaError>): number {
  const kinds = [kind(a), kind(b)]
  if (kinds[0] === -1 && kinds[1] === -1) return 0
  if (kinds[0] === -1) return -compared(b, undefined)
  if (kinds[1] === -1) {
    if (kinds[0] === 1) return a === '' ? 0 : 1
    return kinds[0] === 2 ? Number(a) : (plainNumber(a) as number)
  }
  if (kinds[0] !== kinds[1]) return kinds[0]! - kinds[1]!
  if (typeof a === 'string') return collator.compare(a, b as string)
  return typeof a === 'boolean' ? Number(a) - Number(b) : (plainNumber(a) as number) - (plainNumber(b) as number)
}

/** Whether two values are the same thing: kind, letters, date or number. What counts as a change of an argument. */
export function identical(a: Value, b: Value): boolean {
  if (a instanceof Grid || b instanceof Grid) {
    if (!(a instanceof Grid && b instanceof Grid) || a.height !== b.height || a.width !== b.width) return false
    return a.rows.every((row, index) => row.every((cell, column) => identical(cell, b.rows[index]![column])))
  }
  if (a instanceof FormattedNumber && b instanceof FormattedNumber)
    return a.number === b.number && a.isDate === b.isDate
  if (a instanceof FormulaError && b instanceof FormulaError) return a.code === b.code
  if (a instanceof FormattedNumber && !a.isDate) return a.number === b
  if (b instanceof FormattedNumber && !b.isDate) return a === b.number
  return a === b
}

/** The first error among the values. */
export function firstError(values: readonly Value[]): FormulaError | undefined {
  return values.find((value) => value instanceof FormulaError)
}
