import { expect, test } from 'vitest'
import { type CheckResult, checkAnswer } from '../../src/actions/check-answer.ts'
import { evaluate } from '../../src/compliance/evaluate.ts'
import type { Problem } from '../../src/records/problem.ts'
import { plan, policy, school, student } from '../compliance/on-file.ts'

const problems = Array.from(
  { length: 150 },
  (_, index): Problem => ({
    code: 'DATE_UNREADABLE',
    sheet: 'Conferences',
    row: index + 2,
    column: 'Date',
    value: 'soon',
    message: `Conferences, row ${index + 2}: “Date” holds “soon”.`,
  }),
)

const result: CheckResult = {
  policy: policy('davis-4i-101'),
  evaluation: evaluate(policy('davis-4i-101'), school([student('Ana', 9)]), {
    asOf: '2026-11-22',
    schoolYear: '2026-27',
  }),
  problems,
  mappings: [],
  notes: [],
}

test.each`
  wanted        | told
  ${'counts'}   | ${100}
  ${'findings'} | ${150}
`('of 150 problems the answer with $wanted tells $told, and how many there are', ({ wanted, told }) => {
  const answer = checkAnswer(result, wanted)
  expect(answer.problems).toEqual(problems.slice(0, told))
  expect(answer.problemCount).toBe(150)
})

test('evidence names the heading as the school wrote it, or the row alone where there is no such column', () => {
  const signed = { ...student('Luis', 9, { plans: [plan('2025-09-10', { signedOn: '2025-09-01' })] }) }
  const told = checkAnswer(
    {
      ...result,
      evaluation: evaluate(policy('davis-4i-101'), school([signed]), { asOf: '2026-11-22', schoolYear: '2026-27' }),
      mappings: [
        {
          sheet: 'Plans',
          kind: 'plans',
          headingRow: 1,
          columns: [
            { index: 4, heading: 'Mom or dad signed', field: 'parent_signed_on', certainty: 'sure', samples: [] },
          ],
        },
      ],
    },
    'findings',
  )
  const evidence = (code: string) => told.findings?.find((one) => one.code === code)?.evidence
  const [row] = signed.plans.map((one) => one.at.row)
  expect(evidence('SIGN')).toEqual([{ sheet: 'Plans', row, column: 'Mom or dad signed' }])
  expect(evidence('UPDATE')).toEqual([{ sheet: 'Plans', row }])
})
