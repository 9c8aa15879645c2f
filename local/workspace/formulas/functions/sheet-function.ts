/** How a function of the sheet is written down: what it takes, and what it makes of it. */
import { FormulaError, numberOf, type Scalar, textOf, type Value } from '../values.ts'

/** What a function may know besides its arguments. */
export interface Moment {
  /** Date and time of the clock, in the zone of the spreadsheet. */
  readonly now: number
}

export interface SheetFunction {
  /** Fewest and most arguments. */
  readonly takes: readonly [number, number]
  /** Whether the argument at this index (from 0) is taken with all its cells. The others are single values. */
  readonly whole: (index: number) => boolean
  /** Its arguments are worked out cell by cell, as inside ARRAYFORMULA. */
  readonly arrays?: boolean
  /** It looks at errors itself; for the others an error among the single values is the result. */
  readonly seesErrors?: boolean
  readonly of: (given: readonly Value[], moment: Moment) => Value
}

const none = () => false
const all = () => true

/** A function of single values. */
export function ofValues(
  takes: SheetFunction['takes'],
  of: (...given: Scalar[]) => Value,
  more: Pick<SheetFunction, 'seesErrors'> = {},
): SheetFunction {
  return { takes, whole: none, of: (given) => of(...(given as Scalar[])), ...more }
}

/** A function of numbers. */
export function ofNumbers(takes: SheetFunction['takes'], of: (...given: number[]) => Value): SheetFunction {
  return ofValues(takes, (...given) => whenFine(given.map(numberOf), of))
}

/** A function of texts. */
export function ofTexts(takes: SheetFunction['takes'], of: (...given: string[]) => Value): SheetFunction {
  return ofValues(takes, (...given) => whenFine(given.map(textOf), of))
}

/** A function of ranges and arrays. */
export function ofRanges(
  takes: SheetFunction['takes'],
  of: (...given: Value[]) => Value,
  more: Partial<Pick<SheetFunction, 'whole' | 'arrays'>> = {},
): SheetFunction {
  return { takes, whole: all, of: (given) => of(...given), ...more }
}

/** Goes on with what was converted, unless a conversion failed. */
export function whenFine<T extends readonly unknown[]>(
  converted: { readonly [K in keyof T]: T[K] | FormulaError },
  of: (...values: T) => Value,
): Value {
  const error = converted.find((value) => value instanceof FormulaError)
  return error instanceof FormulaError ? error : of(...(converted as unknown as T))
}
