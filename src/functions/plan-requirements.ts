import { gradeWord } from '../compliance/messages.ts'
import { policies } from '../policy/packs.ts'
import type { GradeRange } from '../policy/schema.ts'
import { answered, type FormulaInput, type FormulaResult, oneCell } from './arguments.ts'
import { policyIn } from './cell-values.ts'

/**
 * What a policy asks, one row a requirement, in the order of the policy.
 *
 * @param policy id or name, such as 'davis-4i-101'; left out, the policies there are
 * @returns rows with a row of headings; for an unknown policy POLICY_UNKNOWN and the ids there are
 */
export function PLAN_REQUIREMENTS(policy?: FormulaInput): FormulaResult {
  return answered(() => {
    const cell = oneCell('policy', policy)
    if (cell === '') return [['Policy', 'Name'], ...policies.map(({ id, name }) => [id, name])]
    return [
      ['Code', 'Clause', 'Grades', 'What it asks'],
      ...policyIn(cell).requirements.map(({ code, clause, grades, asks }) => [code, clause, inWords(grades), asks]),
    ]
  })
}

/** 'K–6', '9, 11', '7–12'. */
function inWords(ranges: readonly GradeRange[]): string {
  return ranges.map((range) => [...new Set(range)].map(gradeWord).join('–')).join(', ')
}
