/**
 * Days and school years as strings, without a clock, a locale or a time zone.
 *
 * A day is 'YYYY-MM-DD', so days compare as strings. A school year is '2026-27'; it is also the counting year of
 * reading R1: 1 July to 30 June, both included.
 */
import type { IsoDate, SchoolYear } from '../policy/schema.ts'
import type { Term } from './school.ts'

/** Days from 1970-01-01 to the given day of the proleptic Gregorian calendar (Howard Hinnant's days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day with this number: the inverse of {@link dayNumber}. */
export function isoFromDayNumber(days: number): IsoDate {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return isoDate(year, month, day)
}

/** The parts as 'YYYY-MM-DD'; the caller has checked them. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** Whether such a day exists: 29 February only in a leap year, no month 13. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (lengths[month - 1] as number)
}

function numberOf(date: IsoDate): number {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoFromDayNumber(numberOf(date) + days)
}

/** Calendar days from one day to another: 0 on the same day, negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return numberOf(to) - numberOf(from)
}

/** The later of two days, or of two school years. */
export function later(a: string, b: string): string {
  return a > b ? a : b
}

/** The counting year that a day falls in: 2026-07-01 to 2027-06-30 is '2026-27' (R1). */
export function schoolYearOf(date: IsoDate): SchoolYear {
  const year = Number(date.slice(0, 4))
  return schoolYearStarting(date.slice(5) >= '07-01' ? year : year - 1)
}

/** '2026-27' for 2026. */
export function schoolYearStarting(year: number): SchoolYear {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

/** The school year `years` later (earlier when negative). */
export function shiftSchoolYear(schoolYear: SchoolYear, years: number): SchoolYear {
  return schoolYearStarting(Number(schoolYear.slice(0, 4)) + years)
}

/** 1 July of the counting year. */
export function countingYearStart(schoolYear: SchoolYear): IsoDate {
  return `${schoolYear.slice(0, 4)}-07-01`
}

/** 30 June of the counting year. */
export function countingYearEnd(schoolYear: SchoolYear): IsoDate {
  return `${Number(schoolYear.slice(0, 4)) + 1}-06-30`
}

/**
 * The term of a school year: from the calendar, else assumed as third Monday of August to last Friday of May,
 * which is how the Utah calendars in our worked cases lie.
 */
export function termOf(calendar: ReadonlyMap<SchoolYear, Term>, schoolYear: SchoolYear): Term {
  return calendar.get(schoolYear) ?? assumedTerm(schoolYear)
}

function assumedTerm(schoolYear: SchoolYear): Term {
  const year = Number(schoolYear.slice(0, 4))
  const firstOfAugust = dayNumber(year, 8, 1)
  const lastOfMay = dayNumber(year + 1, 5, 31)
  return {
    firstDay: isoFromDayNumber(firstOfAugust + ((8 - weekday(firstOfAugust)) % 7) + 14),
    lastDay: isoFromDayNumber(lastOfMay - ((weekday(lastOfMay) + 2) % 7)),
    assumed: true,
  }
}

/** The number of the first Sunday on or after the day with this number. */
export function firstSundayFrom(days: number): number {
  return days + ((7 - weekday(days)) % 7)
}

/** 0 for Sunday … 6 for Saturday; 1970-01-01 was a Thursday. */
function weekday(days: number): number {
  return (((days + 4) % 7) + 7) % 7
}
