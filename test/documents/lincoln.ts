/** Lincoln, a school that does not exist: its students, and the plans that follow from its tabs. */
import { evaluate } from '../../src/compliance/evaluate.ts'
import { planContent } from '../../src/documents/plan-content.ts'
import type { PlanValues } from '../../src/documents/template-tags.ts'
import { utahGraduation } from '../../src/policy/graduation.ts'
import { policyById } from '../../src/policy/packs.ts'
import type { Policy, PolicyId } from '../../src/policy/schema.ts'
import { readSchool } from '../../src/records/read-school.ts'
import type { Cell, Tab } from '../../src/records/tab.ts'
import { tab } from '../records/tabs.ts'

export const asOf = '2026-11-22'

export const students = tab(
  'Students',
  [
    'student_id',
    'last_name',
    'first_name',
    'preferred_name',
    'grade',
    'birth_date',
    'school_id',
    'counselor',
    'homeroom_teacher',
    'guardian1_name',
    'guardian1_relation',
    'guardian1_phone',
    'mail_street',
    'mail_city',
    'mail_state',
    'mail_zip',
    'early_grad',
    'home_language',
    'interpreter_needed',
    'letter_language',
  ],
  // Mateo, grade 9; Ana, kindergarten; Lupe, grade 12 and of age; Kai, grade 6.
  [
    '000041',
    'Reyes',
    'Mateo',
    'Teo',
    9,
    '2012-03-04',
    'Lincoln',
    'R. Young',
    '',
    'Maria Reyes',
    'Mother',
    '801-555-0142',
    '12 Elm',
    'Provo',
    'UT',
    '84601',
    'N',
    'Spanish',
    'Y',
    'English',
  ],
  [
    '000042',
    'Begay',
    'Ana',
    '',
    'K',
    '2021-02-01',
    'Lincoln',
    '',
    'Ms. Scott',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'N',
    '',
    '',
    '',
  ],
  [
    '000043',
    'Tuala',
    'Lupe',
    'Lupe',
    12,
    '2008-09-01',
    'Lincoln',
    'R. Young',
    '',
    'Sina Tuala',
    '',
    '',
    '',
    '',
    '',
    '',
    'Y',
    '',
    '',
    '',
  ],
  [
    '000044',
    'Young',
    'Kai',
    '',
    6,
    '2014-09-01',
    'Lincoln',
    'R. Young',
    'Mr. Hale',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'N',
    'English',
    'Y',
    '',
  ],
)

export const policy = (id: PolicyId): Policy => policyById(id) as Policy

/** The plan of one student of these tabs, beside the roster. */
export function planOf(id: string, policyId: PolicyId = 'davis-4i-101', ...tabs: readonly Tab[]): PlanValues {
  const all = [students, ...tabs]
  const { school, mappings } = readSchool(all, { schoolYear: '2026-27' })
  const student = school.students.find((one) => one.id === id)
  if (student === undefined) throw new Error(`no student has the id ${id}`)
  const context = { asOf, schoolYear: '2026-27' }
  const [found] = evaluate(policy(policyId), { ...school, students: [student] }, context).students
  const cellText = ({ sheet, row }: { sheet: string; row: number }, field: string): string => {
    const index = mappings.find((one) => one.sheet === sheet)?.columns.find((one) => one.field === field)?.index
    const cell: Cell = all.find(({ name }) => name === sheet)?.rows[row - 1]?.[index ?? -1] ?? ''
    return String(cell)
  }
  return planContent({
    ...context,
    student,
    findings: found?.findings ?? [],
    policy: policy(policyId),
    facts: { name: 'Lincoln', planManager: '' },
    graduation: school.graduation ?? utahGraduation,
    cellText,
  })
}
