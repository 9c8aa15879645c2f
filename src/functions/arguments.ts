/**
 * What a formula hands to a custom function, and what it gets back: a cell as a bare value, a range as rows of values.
 */
import { isoDate } from '../records/calendar.ts'
import { isCellError } from '../records/cell-text.ts'
import { CheckStopped } from '../records/problem.ts'
import type { Cell } from '../records/tab.ts'

/** A date cell comes as a Date of Google's making, a cell with an error as its text, such as '#N/A'. */
type GivenCell = Cell | Date

/** An argument that is left out is undefined or ''. */
export type FormulaInput = GivenCell | readonly (readonly GivenCell[])[] | undefined

export type FormulaTable = (string | number)[][]

/** A value for one cell, or rows that spill. */
export type FormulaResult = string | number | FormulaTable

/** The answer; or the code of what stopped it and what to do, as text in the cell, so that sorting and filtering go on. */
export function answered<Answer>(answer: () => Answer): Answer | string {
  try {
    return answer()
  } catch (error) {
    if (error instanceof CheckStopped) return `${error.code}: ${error.message}`
    throw error
  }
}

/** The answer for every cell; for a range an array of its shape, so that one formula serves a whole column. */
export function forEveryCell(input: FormulaInput, answer: (cell: Cell) => string | number): FormulaResult {
  const answers = rowsOf(input).map((row) => row.map((cell) => answered(() => answer(sound(cell)))))
  return Array.isArray(input) ? answers : (answers[0]?.[0] ?? '')
}

/** The rows of a range, dates as 'YYYY-MM-DD'; a single cell is one row. */
export function rowsOf(input: FormulaInput): Cell[][] {
  const rows = Array.isArray(input) ? (input as readonly (readonly GivenCell[])[]) : [[input as GivenCell | undefined]]
  const shift = untilMidnight(rows)
  return rows.map((row) => row.map((cell) => (isDate(cell) ? wallTime(shifted(cell, shift)) : (cell ?? ''))))
}

/** @throws CheckStopped RANGE_SHAPE for more than one cell, CELL_ERROR */
export function oneCell(name: string, input: FormulaInput): Cell {
  const rows = rowsOf(input)
  const [cells = []] = rows
  if (rows.length < 2 && cells.length < 2) return sound(cells[0])
  throw new CheckStopped('RANGE_SHAPE', `${name} is a range. Give one cell.`)
}

/** @throws CheckStopped CELL_ERROR, so that no error of another formula is taken for a value */
export function sound(cell: Cell | undefined): Cell {
  if (cell !== undefined && isCellError(cell)) {
    throw new CheckStopped('CELL_ERROR', `A cell shows ${cell}. Repair the formula in it.`)
  }
  return cell ?? ''
}

/** Dates of another realm are no instance of ours. */
function isDate(cell: unknown): cell is Date {
  return typeof cell === 'object' && Object.prototype.toString.call(cell) === '[object Date]'
}

/** Cells store fractions of a day, so an instant may miss its day by a hair. */
const roundingMilliseconds = 500

function shifted(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * 60_000 + roundingMilliseconds)
}

/** From Atlantic time, the easternmost of the country, midnight is seen in Utah at this minute of the day. */
const earliestEvening = 20 * 60

/**
 * A spreadsheet whose zone lies east of the script's hands its days over as the evening before, all at the same minute.
 *
 * @returns minutes from there to midnight; 0 where some date stands at another time of day, and so has one of its own
 */
function untilMidnight(rows: readonly (readonly unknown[])[]): number {
  let minute: number | undefined
  for (const row of rows) {
    for (const cell of row) {
      if (!isDate(cell)) continue
      const date = shifted(cell, 0)
      // A time of day alone lies on the day 0 of spreadsheets.
      if (date.getFullYear() < 1900) continue
      const its = date.getHours() * 60 + date.getMinutes()
      if (its < earliestEvening || (minute ?? its) !== its) return 0
      minute = its
    }
  }
  return minute === undefined ? 0 : 24 * 60 - minute
}

/**
 * A Date as 'YYYY-MM-DD', a time of day as 'HH:MM', in the time zone of the script (appsscript.json).
 *
 * Everywhere else days are read in the time zone of the spreadsheet. A formula cannot ask for that zone without a
 * service call, which would make every recalculation slow; so this room alone takes a Date apart with its own getters,
 * and a spreadsheet of another continent should hand over text, as in =SCHOOL_YEAR(TEXT(A2,"yyyy-mm-dd")).
 */
function wallTime(date: Date): string {
  const year = date.getFullYear()
  if (year < 1900) return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`
  return Number.isNaN(year) ? String(date) : isoDate(year, date.getMonth() + 1, date.getDate())
}

/** The day that it is in the time zone of the script. */
export function today(): string {
  return wallTime(new Date())
}
