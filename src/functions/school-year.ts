import { schoolYearOf } from '../records/calendar.ts'
import { type FormulaInput, type FormulaResult, forEveryCell } from './arguments.ts'
import { dayIn } from './cell-values.ts'

/**
 * The school year (1 July to 30 June, reading R1) that each date lies in.
 *
 * @param dates a date cell, a date written out with its year, or a range of them
 * @returns '2026-27'; '' for a blank; DATE_UNREADABLE and what to do for anything else
 */
export function SCHOOL_YEAR(dates?: FormulaInput): FormulaResult {
  return forEveryCell(dates, (cell) => {
    const day = dayIn(cell)
    return day === undefined ? '' : schoolYearOf(day)
  })
}
