import { defaultReadings } from '../readings.ts'
import { conferences, kept, plan, registration } from '../requirement.ts'
import type { ConferencesRequirement, GradeRange, Policy } from '../schema.ts'

/** -5(6): one individual and one group conference in each of the three bands of two grades. */
function band(grades: GradeRange): ConferencesRequirement[] {
  const [first, last] = grades
  const shared = {
    clause: 'R277-462-5(6)',
    grades: [grades],
    count: 1,
    window: { band: grades },
    party: 'all-three',
  } as const
  return [
    conferences({
      ...shared,
      code: 'CONF-I',
      format: 'individual',
      asks: `one individual conference with parent, counselor and student during grades ${first} and ${last}`,
    }),
    conferences({
      ...shared,
      code: 'CONF-G',
      format: 'group',
      asks: `one group conference with parent, counselor and student during grades ${first} and ${last}`,
    }),
  ]
}

/** Utah Administrative Rule R277-462-5, comprehensive school counseling program, as amended 10 December 2024. */
export const utahR2774625: Policy = {
  id: 'utah-r277-462-5',
  name: 'Utah rule R277-462-5',
  force: 'rule',
  revision: { text: 'amended 10 December 2024', effectiveFrom: '2024-12-10' },
  terms: { elementary: 'ILP', secondary: 'PCCR' },
  elementaryTopGrade: 6,
  readings: {
    ...defaultReadings,
    elementaryInvolving: {
      ...defaultReadings.elementaryInvolving,
      because: 'The rule asks for a parent, a counselor and the student, and names no effort that stands in.',
    },
  },
  requirements: [
    plan({
      clause: 'R277-462-5(3)',
      grades: [[7, 12]],
      kind: 'secondary',
      due: 'first-secondary-year',
      asks: 'a four-year plan begun in grade 7, or within the first year in grades 7 to 12',
    }),
    ...band([7, 8]),
    ...band([9, 10]),
    ...band([11, 12]),
    registration({
      clause: 'R277-462-5(4)',
      grades: [[7, 12]],
      asks: 'registration and schedule that agree with the plan',
    }),
    kept({ clause: 'R277-462-5(3)', grades: [[7, 12]], asks: 'the plan kept by the counseling department' }),
  ],
  notExamined: [
    {
      clause: 'R277-462-5(5)',
      about: 'parental involvement in planning meetings is documented',
      help: 'The conference log shows who came. The rule sets no rate, and so does the report.',
    },
    {
      clause: 'R277-462-4(1)',
      about: 'program review, yearly self-evaluation and data project',
      help: 'Log them in School Log; they say nothing of a student.',
    },
    {
      clause: 'R277-462-6',
      about: 'one counselor for 350 students',
      help: 'Staffing; no record of a student shows it.',
    },
  ],
}
