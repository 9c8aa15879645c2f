import { flagColumns, managedHeadings } from '../compliance/managed-headings.ts'
import { studentFlags } from '../compliance/student-flags.ts'
import { answered, type FormulaInput, type FormulaResult } from './arguments.ts'
import { judgedRanges, saying } from './judged-ranges.ts'

/**
 * Status, open items and next due of every student, in the words of a check.
 *
 * Ranges stand with their heading rows; each but the first may be left out or blank. What is on file only in other tabs
 * (grade history, calendar, courses) is known to a check alone.
 *
 * @param settings the Settings tab, or two columns with the same labels; the policy alone will do. Without it: the policy
 * that a check assumes, as of today
 * @returns as many rows as `students` has, so that it lines up when it stands beside the first of them: the three headings
 * beside theirs, blanks where no student stands, next due as 'YYYY-MM-DD'. What could not be read is said in the first cell
 */
export function PLAN_FLAGS(
  students?: FormulaInput,
  conferences?: FormulaInput,
  contacts?: FormulaInput,
  plans?: FormulaInput,
  updates?: FormulaInput,
  settings?: FormulaInput,
): FormulaResult {
  return answered(() => {
    const given = { students, conferences, contacts, plans, updates }
    const { evaluation, height, layout, trouble } = judgedRanges(given, settings, 'unmet')
    const table = Array.from({ length: height }, () => flagColumns.map(() => ''))
    table[layout.headingRow - 1] = flagColumns.map((column) => managedHeadings[column])
    studentFlags(evaluation).forEach((flag, index) => {
      table[(layout.rows[index]?.row as number) - 1] = flagColumns.map((column) => flag[column] ?? '')
    })
    return saying(trouble, table)
  })
}
