import { gradeWord, statusWords } from '../compliance/messages.ts'
import { rates } from '../compliance/rates.ts'
import { answered, type FormulaInput, type FormulaResult } from './arguments.ts'
import { judgedRanges, saying } from './judged-ranges.ts'

/**
 * How far each demand of the policy is met, grade by grade: a table with a row of headings.
 *
 * @param settings and the other arguments as in {@link PLAN_FLAGS}
 * @returns Grade, Code, Clause, What it asks, Students (to whom it applies), Met (late or not), Late, To do, Please check,
 * Rate (met of students, from 0 to 1). What could not be read is said in the first cell
 */
export function PLAN_RATES(
  students?: FormulaInput,
  conferences?: FormulaInput,
  contacts?: FormulaInput,
  plans?: FormulaInput,
  updates?: FormulaInput,
  settings?: FormulaInput,
): FormulaResult {
  return answered(() => {
    const given = { students, conferences, contacts, plans, updates }
    const { evaluation, policy, trouble } = judgedRanges(given, settings, 'all')
    const table = rates(evaluation).map(({ grade, code, clause, students: all, met, late, open, check }) => {
      const demand = policy.requirements.find((one) => one.code === code && one.clause === clause)
      return [
        grade === undefined ? '?' : gradeWord(grade),
        code,
        clause,
        demand?.asks ?? 'a grade that is known',
        all,
        met,
        late,
        open,
        check,
        met / all,
      ]
    })
    const { MET, LATE, OPEN, CHECK } = statusWords
    const headings = ['Grade', 'Code', 'Clause', 'What it asks', 'Students', MET, LATE, OPEN, CHECK, 'Rate']
    return saying(trouble, [headings, ...table])
  })
}
