/**
 * Dates as schools write them, read as calendar days: no clock, no locale, no time zone (domain C3).
 */
import type { IsoDate, SchoolYear } from '../policy/schema.ts'
import { dayNumber, firstSundayFrom, isoDate, isoFromDayNumber, isRealDay } from './calendar.ts'
import { type Reading, saysNothingOrNA, textOf, unreadable } from './cell-text.ts'
import type { DateOrder } from './column-choices.ts'
import { remembered } from './remembered.ts'
import type { Cell } from './tab.ts'

/** What has to be known beside the cell itself. */
export interface DateHabits {
  /** Where '10/8' and 'Oct 8' belong. */
  readonly schoolYear: SchoolYear
  /** Whether the column writes 6/15/2023 or 15/06/2023; 'undecided' where only a person can say. */
  readonly order: DateOrder | 'undecided'
}

/** Years outside of these are slips of the hand: '0026', '20226'. */
const firstYear = 1900
const lastYear = 2100

/** Spreadsheet serials count days from 1899-12-30. These are 1950-01-01 and 2100-12-31: other numbers are not dates. */
const serialEpoch = dayNumber(1899, 12, 30)
const firstSerial = 18264
const lastSerial = 73415

const months = 'january february march april may june july august september october november december'.split(' ')

/** Empty dates as databases and spreadsheets print them. */
const emptyDates = new Set([
  'none',
  'None',
  'nil',
  '0',
  '0000-00-00',
  '00/00/0000',
  '1899-12-30',
  '1900-01-00',
  '1/0/1900',
])

const time = String.raw`(?:[T\s,]+(?:at\s+)?\d{1,2}(?::\d{2}.*|\s?[ap]\.?m\.?))?`
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:Z|[-+]\d\d:\d\d)?${time}$`)
const inParts = new RegExp(
  String.raw`^(\d{1,2})\s?(?:[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|'?\d{2})|[-/]\s?(\d{1,2}))${time}$`,
)
const dayMonth = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-\s/.,]+([a-z]{3,9})\.?(?:[-\s/.,]+(\d{4}|'?\d{2}))?${time}$`,
  'i',
)
const monthDay = new RegExp(
  String.raw`^([a-z]{3,9})\.?[-\s/]+(\d{1,2})(?:st|nd|rd|th)?(?:(?:\s*,\s*|[-\s/]+)(\d{4}|'?\d{2}))?${time}$`,
  'i',
)
const weekday = /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)[a-z]*\.?,?\s+/i

/**
 * The calendar day that a cell names, as it is written: a time or a zone behind it changes nothing.
 *
 * Reads ISO, US (or day-first) with two- or four-digit years, month names, 20261008, spreadsheet serials and
 * milliseconds since 1970. A day that does not exist is unreadable, never rolled over. While the order of day and month
 * is undecided, a cell that could mean two days gives none: that is asked once for the column.
 */
export function readDate(cell: Cell, habits: DateHabits): Reading<IsoDate> {
  if (typeof cell === 'boolean') return cell ? unreadable : undefined
  if (typeof cell === 'number') return fromNumber(cell)
  const text = textOf(cell)
  if (saysNothingOrNA(text) || emptyDates.has(text) || text === 'FALSE') return undefined
  if (/^\d+(\.\d+)?$/.test(text) && !/^\d{1,2}\.\d{1,2}$/.test(text)) return fromNumber(Number(text))
  return fromText(text.replace(weekday, ''), habits)
}

function fromText(text: string, habits: DateHabits): Reading<IsoDate> {
  const iso = yearFirst.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = inParts.exec(text)
  if (parts) {
    const first = Number(parts[1])
    const second = Number(parts[2] ?? parts[4])
    const order = habits.order === 'undecided' ? onlyOrderOf(first, second) : habits.order
    if (order === undefined) return undefined
    return order === 'day-first' ? inYear(parts[3], second, first, habits) : inYear(parts[3], first, second, habits)
  }
  const written = dayMonth.exec(text)
  if (written) return inYear(written[3], monthNumber(written[2] as string), Number(written[1]), habits)
  const american = monthDay.exec(text)
  if (american) return inYear(american[3], monthNumber(american[1] as string), Number(american[2]), habits)
  return unreadable
}

function fromNumber(value: number): Reading<IsoDate> {
  if (value === 0) return undefined
  const whole = Math.floor(value)
  if (whole >= firstSerial && whole <= lastSerial) return isoFromDayNumber(serialEpoch + whole)
  if (whole === value && value >= 19000101 && value <= 21001231) {
    return day(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100)
  }
  if (whole === value && value >= 1e11 && value < 4.2e12) return fromMilliseconds(value)
  return unreadable
}

const dayLength = 86400000
const hour = 3600000

/**
 * A stamp at midnight UTC is a plain date. Any other is a moment, and the day is the one that it was in Utah: seven hours
 * behind UTC, six from the second Sunday of March to the first of November, two o'clock both times (the rule since 2007).
 */
function fromMilliseconds(value: number): IsoDate {
  if (value % dayLength === 0) return isoFromDayNumber(value / dayLength)
  const winter = value - 7 * hour
  const date = isoFromDayNumber(Math.floor(winter / dayLength))
  const year = Number(date.slice(0, 4))
  const forward = firstSundayFrom(dayNumber(year, 3, 8)) * dayLength + 2 * hour
  const back = firstSundayFrom(dayNumber(year, 11, 1)) * dayLength + hour
  return winter >= forward && winter < back ? isoFromDayNumber(Math.floor((winter + hour) / dayLength)) : date
}

function day(year: number, month: number, dayOfMonth: number): Reading<IsoDate> {
  if (year < firstYear || year > lastYear || !isRealDay(year, month, dayOfMonth)) return unreadable
  return isoDate(year, month, dayOfMonth)
}

function inYear(written: string | undefined, month: number, dayOfMonth: number, habits: DateHabits): Reading<IsoDate> {
  const start = Number(habits.schoolYear.slice(0, 4))
  if (written === undefined) return day(month >= 7 ? start : start + 1, month, dayOfMonth)
  const digits = written.replace("'", '')
  if (digits.length === 4) return day(Number(digits), month, dayOfMonth)
  // A two-digit year lies in this century unless that is more than a school career ahead: '99' is 1999.
  const year = 2000 + Number(digits)
  return day(year > start + 20 ? year - 100 : year, month, dayOfMonth)
}

/** 1 to 12, from three letters or more; 0, which no day has, for a word that is no month. */
function monthNumber(word: string): number {
  return months.findIndex((month) => month.startsWith(word.toLowerCase())) + 1
}

function isIsoShaped(cell: string): boolean {
  return cell.length >= 10 && cell.charCodeAt(4) === 45 && cell.charCodeAt(7) === 45
}

/** The order in which two numbers can be a day and a month; undefined where both can, and mean two days. */
function onlyOrderOf(first: number, second: number): DateOrder | undefined {
  if (first > 12) return 'day-first'
  return second > 12 || first === second || first * second === 0 ? 'month-first' : undefined
}

/** From so many dates that can be read in one way only, and ten for each that says the opposite, it is no slip. */
const certainFrom = 10

/** How a column writes its days and months, from the cells that can be read in one way only. */
export interface WrittenOrder {
  readonly order: DateHabits['order']
  /** How many cells could mean two days: 1/05/2023. */
  readonly either: number
  /** Index of the first row in which the day stands first, and of the first that could mean two days; −1 for none. */
  readonly dayFirstRow: number
  readonly eitherRow: number
}

/** The order of a date in figures that is not one number twice; undefined for any other text. */
function orderOfText(text: string): DateOrder | 'either' | undefined {
  const parts = inParts.exec(text.trim())
  if (!parts) return undefined
  const first = Number(parts[1])
  const second = Number(parts[2] ?? parts[4])
  if (first === second || first * second === 0 || Math.max(first, second) > 31 || Math.min(first, second) > 12) {
    return undefined
  }
  return onlyOrderOf(first, second) ?? 'either'
}

/**
 * The order in which a column writes days and months: the month first, as in the US, unless some first part is over 12.
 *
 * @param rows all rows of the tab; those before `from` are headings
 */
export function dateOrderOf(rows: readonly (readonly Cell[])[], from: number, column: number): WrittenOrder {
  const orderOf = remembered(orderOfText)
  let dayFirst = 0
  let monthFirst = 0
  let either = 0
  let dayFirstRow = -1
  let eitherRow = -1
  for (let index = from; index < rows.length; index++) {
    const cell = rows[index]?.[column]
    // Most cells are blank or already YYYY-MM-DD; they are passed over without a regular expression.
    if (typeof cell !== 'string' || cell.length < 3 || isIsoShaped(cell)) continue
    const order = orderOf(cell)
    if (order === 'month-first') monthFirst++
    else if (order === 'day-first') {
      if (dayFirst++ === 0) dayFirstRow = index
    } else if (order === 'either' && either++ === 0) eitherRow = index
  }
  const isCertain = (count: number, against: number): boolean => count >= certainFrom * Math.max(1, against)
  const order =
    dayFirst === 0 || isCertain(monthFirst, dayFirst)
      ? 'month-first'
      : isCertain(dayFirst, monthFirst)
        ? 'day-first'
        : 'undecided'
  return { order, either, dayFirstRow, eitherRow }
}

/**
 * Index of the first row with a day that a spreadsheet may have read month first, where it left 15/06/2013 as text: there
 * all its own dates lie in the first twelve days of a month. −1 where one does not, or there is none.
 */
export function firstSwappedRow(rows: readonly (readonly Cell[])[], from: number, column: number): number {
  let first = -1
  for (let index = from; index < rows.length; index++) {
    const cell = rows[index]?.[column]
    if (typeof cell !== 'string' || !isIsoShaped(cell)) continue
    const [month, day] = [cell.slice(5, 7), cell.slice(8, 10)]
    if (day > '12') return -1
    if (first === -1 && day !== month) first = index
  }
  return first
}
