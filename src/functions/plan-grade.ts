import { unreadable } from '../records/cell-text.ts'
import { CheckStopped } from '../records/problem.ts'
import { readSchoolYear } from '../records/school-years.ts'
import { answered, type FormulaInput, type FormulaResult, forEveryCell, oneCell } from './arguments.ts'
import { gradeIn } from './cell-values.ts'

/**
 * Grade levels as one number, read as a check reads them.
 *
 * @param value a cell such as 'KG', '7th', 'Sophomore' or 9, or a range of them
 * @param school_year such as '2026-27', for cells with a graduation year
 * @returns −1 for preschool, 0 for kindergarten, 1 to 12, 13 for post-high; '' for a blank; GRADE_UNREADABLE and what to
 * do for anything else. 'PS' is unreadable here: preschool or post-secondary is decided by the birth date.
 */
export function PLAN_GRADE(value?: FormulaInput, school_year?: FormulaInput): FormulaResult {
  return answered(() => {
    const written = oneCell('school_year', school_year)
    const schoolYear = readSchoolYear(written)
    if (schoolYear === unreadable) {
      throw new CheckStopped('YEAR_UNREADABLE', `“${written}” is not a school year. Write it like 2026-27.`)
    }
    return forEveryCell(value, (cell) => gradeIn(cell, schoolYear) ?? '')
  })
}
