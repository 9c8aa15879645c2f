import type { IsoDate } from '../policy/schema.ts'
import { isoDate, schoolYearOf } from '../records/calendar.ts'
import { unreadable } from '../records/cell-text.ts'
import { readDate } from '../records/dates.ts'
import { type FormulaCell, type FormulaInput, type FormulaResult, fault, forEveryCell, isDate } from './every-cell.ts'

/**
 * The school year (1 July to 30 June, reading R1) that each date lies in.
 *
 * @param input a date cell, a date written out with its year, or a range of them
 * @returns '2026-27'; '' for a blank; DATE_UNREADABLE and what to do for anything else
 */
export function SCHOOL_YEAR(input: FormulaInput): FormulaResult {
  return forEveryCell(input, schoolYearOfCell)
}

function schoolYearOfCell(cell: FormulaCell): string {
  const date = isDate(cell) ? dayOf(cell) : readWrittenDay(cell)
  if (date === undefined) return ''
  if (date === unreadable) return fault('DATE_UNREADABLE', `"${cell}" is not a day. Write it like 2026-11-23.`)
  return schoolYearOf(date)
}

/**
 * The calendar day of a Date, in the time zone of the script (appsscript.json).
 *
 * Everywhere else days are read in the time zone of the spreadsheet. A formula cannot ask for that zone without a
 * service call, which would make every recalculation slow; so this room alone takes a Date apart with its own getters,
 * and a spreadsheet whose zone is not Utah's should hand over text, as in =SCHOOL_YEAR(TEXT(A2,"yyyy-mm-dd")).
 */
function dayOf(date: Date): IsoDate | typeof unreadable {
  const year = date.getFullYear()
  if (!(year >= 1900 && year <= 2100)) return unreadable
  return isoDate(year, date.getMonth() + 1, date.getDate())
}

/**
 * A written day; one without its year is unreadable, because a formula does not know which school year is meant. It is
 * told by being read in two school years.
 */
function readWrittenDay(cell: Exclude<FormulaCell, Date>) {
  const [date, later] = ['2025-26', '2026-27'].map((schoolYear) => readDate(cell, { schoolYear, order: 'month-first' }))
  return date === later ? date : unreadable
}
