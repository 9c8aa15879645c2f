/**
 * From what Range.getValues gives to plain cells: days as 'YYYY-MM-DD', times of day as 'HH:MM'.
 *
 * A cell holds wall time without a zone; Apps Script hands it over as an instant of the spreadsheet's zone. Reading that
 * instant in any other zone (the script's, the machine's) shifts it by a day, so everything goes through here once.
 */
import { dayNumber, isoDate, isoFromDayNumber } from '../records/calendar.ts'
import type { Cell } from '../records/tab.ts'

/** Day 0 of spreadsheet serial numbers; a cell that holds only a time of day lies on it. */
const serialEpoch = dayNumber(1899, 12, 30)
const timeOnlyDay = '1899-12-30'

/** Cells store fractions of a day, so an instant may miss its minute by a hair. */
const roundingMilliseconds = 500

export interface CellReader {
  /** One value of Range.getValues as a plain cell. Blank is ''. */
  cell(value: unknown): Cell
  /** All values of one range; the rows given are changed in place, because a roster may have millions of cells. */
  rows(values: unknown[][]): Cell[][]
  /** 'YYYY-MM-DD HH:MM', the wall time of an instant (ms since 1970) in the spreadsheet's zone. */
  wallTime(instant: number): string
}

/**
 * @param timeZone the spreadsheet's own zone, e.g. 'America/Denver' (Spreadsheet.getSpreadsheetTimeZone)
 */
export function cellReader(timeZone: string): CellReader {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const seen = new Map<number, string>()

  function wallTime(instant: number): string {
    const part: Record<string, string> = {}
    for (const { type, value } of format.formatToParts(instant + roundingMilliseconds)) part[type] = value
    const day = isoDate(Number(part.year), Number(part.month), Number(part.day))
    return `${day} ${twoDigits(Number(part.hour))}:${twoDigits(Number(part.minute))}`
  }

  function fromInstant(instant: number): string {
    if (Number.isNaN(instant)) return ''
    let text = seen.get(instant)
    if (text === undefined) {
      const [day = '', time = ''] = wallTime(instant).split(' ')
      text = day === timeOnlyDay ? time : day
      seen.set(instant, text)
    }
    return text
  }

  function cell(value: unknown): Cell {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
    if (isDate(value)) return fromInstant(value.getTime())
    return value === null || value === undefined ? '' : String(value)
  }

  function rows(values: unknown[][]): Cell[][] {
    for (const row of values) {
      for (let column = 0; column < row.length; column++) {
        const value = row[column]
        if (typeof value === 'object' || value === undefined) row[column] = cell(value)
      }
    }
    return values as Cell[][]
  }

  return { cell, rows, wallTime }
}

/** Dates of another realm are no instance of ours. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}

/**
 * The number under which a spreadsheet keeps a day: typed into a cell it means that day in every zone and locale, and
 * leaves the cell's format as it is.
 */
export function serialOf(date: string): number {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))) - serialEpoch
}

/** The day under a serial number; the inverse of {@link serialOf}. */
export function dayOfSerial(serial: number): string {
  return isoFromDayNumber(Math.floor(serial) + serialEpoch)
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count)
}
