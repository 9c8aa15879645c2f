import { unreadable } from '../records/cell-text.ts'
import { readGrade } from '../records/grades.ts'
import { type FormulaCell, type FormulaInput, type FormulaResult, fault, forEveryCell, isDate } from './every-cell.ts'

/**
 * Grade levels as one number, read as a check reads them.
 *
 * @param input a cell such as 'KG', '7th', 'Sophomore' or 9, or a range of them
 * @returns −1 for preschool, 0 for kindergarten, 1 to 12, 13 for post-high; '' for a blank; GRADE_UNREADABLE and what to
 * do for anything else. 'PS' is unreadable here: preschool or post-secondary is decided by the birth date.
 */
export function PLAN_GRADE(input: FormulaInput): FormulaResult {
  return forEveryCell(input, gradeOfCell)
}

function gradeOfCell(cell: FormulaCell): string | number {
  // '9-10' typed into a sheet becomes a date; that is a slip of the sheet, not a grade.
  const grade = isDate(cell) ? unreadable : readGrade(cell, undefined, '2026-27')
  if (grade === undefined) return ''
  if (grade !== unreadable) return grade
  const shown = isDate(cell) ? 'A date' : `"${cell}"`
  return fault(
    'GRADE_UNREADABLE',
    `${shown} is not a grade. Write a number from 1 to 12, K for kindergarten or PK for preschool.`,
  )
}
