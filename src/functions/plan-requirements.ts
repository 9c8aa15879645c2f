import { policies, policyById } from '../policy/packs.ts'
import type { GradeRange } from '../policy/schema.ts'
import { type FormulaInput, fault } from './every-cell.ts'

const headings = ['Code', 'Clause', 'Grades', 'What it asks']

/**
 * What a policy asks, one row a requirement, in the order of the policy.
 *
 * @param input the id of a policy, such as 'davis-4i-101'; blank lists the policies there are
 * @returns rows with a row of headings; for an unknown id one cell with POLICY_UNKNOWN and the ids there are
 */
export function PLAN_REQUIREMENTS(input?: FormulaInput): string | string[][] {
  if (Array.isArray(input)) {
    return fault('POLICY_UNKNOWN', 'Give one cell with the id of a policy, not a range.')
  }
  const id = String(input ?? '')
    .trim()
    .toLowerCase()
  if (id === '') return [['Policy', 'Name'], ...policies.map((policy) => [policy.id, policy.name])]
  const policy = policyById(id)
  if (policy === undefined) {
    return fault(
      'POLICY_UNKNOWN',
      `"${id}" is not a policy. Write one of ${policies.map((each) => each.id).join(', ')}.`,
    )
  }
  return [
    headings,
    ...policy.requirements.map(({ code, clause, grades, asks }) => [code, clause, gradesInWords(grades), asks]),
  ]
}

/** 'K–6', '9, 11', '7–12'. */
function gradesInWords(ranges: readonly GradeRange[]): string {
  return ranges
    .map(([first, last]) => (first === last ? gradeInWords(first) : `${gradeInWords(first)}–${gradeInWords(last)}`))
    .join(', ')
}

function gradeInWords(grade: number): string {
  if (grade === -1) return 'PK'
  return grade === 0 ? 'K' : String(grade)
}
