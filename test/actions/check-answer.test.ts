import { expect, test } from 'vitest'
import { type CheckResult, checkAnswer } from '../../src/actions/check-answer.ts'
import { evaluate } from '../../src/compliance/evaluate.ts'
import type { Problem } from '../../src/records/problem.ts'
import { policy, school, student } from '../compliance/on-file.ts'

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
