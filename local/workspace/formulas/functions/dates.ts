/** Dates: numbers of days since 1899-12-30, in a date format. */
import { dayFormat, momentFormat } from '../../number-format.ts'
import { NotEmulated } from '../../refusal.ts'
import { millisecondsADay, serialOfEpoch } from '../../zone.ts'
import { FormattedNumber, FormulaError, type Value } from '../values.ts'
import { ofNumbers, type SheetFunction } from './sheet-function.ts'

function dateOf(year: number, month: number, day: number): Value {
  const full = Math.trunc(year)
  if (full < 0 || full > 9999) return new FormulaError('#NUM!', `${full} is not a year.`)
  const time = Date.UTC(full < 1900 ? full + 1900 : full, Math.trunc(month) - 1, Math.trunc(day))
  return new FormattedNumber(time / millisecondsADay + serialOfEpoch, dayFormat)
}

/** A part of the date of a serial number. */
function part(of: (date: Date) => number): SheetFunction {
  return ofNumbers([1, 1], (serial) => {
    if (serial < 0) throw new NotEmulated('a date before 1899-12-30')
    return of(new Date(Math.round((serial - serialOfEpoch) * millisecondsADay)))
  })
}

export const dateFunctions: Readonly<Record<string, SheetFunction>> = {
  TODAY: { takes: [0, 0], whole: () => false, of: (_, { now }) => new FormattedNumber(Math.floor(now), dayFormat) },
  NOW: { takes: [0, 0], whole: () => false, of: (_, { now }) => new FormattedNumber(now, momentFormat) },
  DATE: ofNumbers([3, 3], dateOf),
  YEAR: part((date) => date.getUTCFullYear()),
  MONTH: part((date) => date.getUTCMonth() + 1),
  DAY: part((date) => date.getUTCDate()),
}
