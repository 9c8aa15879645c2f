import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/compliance/evaluate.ts'
import { conference, policy, school, student } from './on-file.ts'

const seen = conference('individual', '2026-10-07')
const { grade: _, ...unknown } = student('Rosa', 9)
const ninth = school([
  student('Ana', 9, { conferences: [seen] }),
  student('Mateo', 9),
  student('Kai', 9, { exitDate: '2026-10-01' }),
  student('Noa', -1),
  unknown,
])

describe('counts by grade and requirement (R31)', () => {
  const result = evaluate(policy('davis-4i-101'), ninth, { asOf: '2026-11-22', schoolYear: '2026-27' })

  test('tell who met it, who has yet to, and to whom it does not apply', () => {
    expect(result.tallies.find((one) => one.grade === 9 && one.code === 'CONF-I')).toEqual({
      grade: 9,
      code: 'CONF-I',
      clause: '3.3.2',
      counts: { MET: 1, OPEN: 1, NA: 1 },
    })
  })

  test('a student whose grade is not known is counted apart', () => {
    expect(result.tallies.filter((one) => one.grade === undefined)).toEqual([
      { grade: undefined, code: 'GRADE', clause: '', counts: { CHECK: 1 } },
    ])
  })

  test('only what a person must see is kept, and who is out of it is said', () => {
    const kept = result.students.map(({ student: who, applies, findings }) => [
      who.id,
      applies,
      findings.map((one) => one.code),
    ])
    expect(kept).toEqual([
      ['Ana', true, ['PLAN']],
      ['Mateo', true, ['PLAN', 'CONF-I']],
      ['Kai', false, []],
      ['Noa', false, []],
      ['Rosa', true, ['GRADE']],
    ])
  })
})
