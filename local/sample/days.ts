/** Days of the sample school, as 'YYYY-MM-DD' and as a spreadsheet keeps them. */

const DAY = 86_400_000

/** The school year that the sample tells of, and the day on which it is looked at. */
export const SAMPLE_SCHOOL_YEAR = '2026-27'
export const SAMPLE_AS_OF = '2026-11-23'
/** The calendar year in which that school year begins. */
export const THIS_YEAR = 2026
/** Nothing is on file after this day but what is planned. */
export const LAST_ENTRY = '2026-11-20'

/** Weekdays without school, first and last day: fall break, Thanksgiving, winter break. */
const BREAKS: readonly (readonly [first: string, last: string])[] = [
  ['2026-09-07', '2026-09-07'],
  ['2026-10-15', '2026-10-16'],
  ['2026-11-25', '2026-11-27'],
  ['2026-12-21', '2027-01-01'],
]

/** First day of school in the year that begins in this calendar year: the third Monday of August. */
export function firstDayOf(year: number): string {
  return `${year}-08-${15 + ((8 - weekdayOf(`${year}-08-15`)) % 7)}`
}

/** Last day of school in the year that begins in this calendar year: the last Friday of May. */
export function lastDayOf(year: number): string {
  return later(`${year + 1}-05-31`, -((weekdayOf(`${year + 1}-05-31`) + 2) % 7))
}

/** '2026-27' for 2026. */
export function schoolYearOf(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

/** The day as a spreadsheet's number: days since 30 December 1899. */
export function serial(day: string): number {
  return dayNumber(day) + 25_569
}

/** The day so many days later. */
export function later(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days)
}

/** The same day, or the next one on which there is school. */
export function schoolDay(day: string): string {
  const weekday = weekdayOf(day)
  const held = weekday === 6 ? later(day, 2) : weekday === 0 ? later(day, 1) : day
  const off = BREAKS.find(([first, last]) => held >= first && held <= last)
  return off === undefined ? held : schoolDay(later(off[1], 1))
}

/** 0 for Sunday; 1 January 1970 was a Thursday. */
function weekdayOf(day: string): number {
  return (dayNumber(day) + 4) % 7
}

const numbers = new Map<string, number>()
const days = new Map<number, string>()

/** Days since 1 January 1970. A school has few different days and asks for each of them many times. */
function dayNumber(day: string): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.parse(`${day}T00:00:00Z`) / DAY
  numbers.set(day, number)
  return number
}

function dayOfNumber(number: number): string {
  const known = days.get(number)
  if (known !== undefined) return known
  const day = new Date(number * DAY).toISOString().slice(0, 10)
  days.set(number, day)
  return day
}
