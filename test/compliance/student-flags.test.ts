import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/compliance/finding.ts'
import { flagOf, studentFlags } from '../../src/compliance/student-flags.ts'
import type { Student } from '../../src/records/school.ts'

function finding(over: Partial<Finding>): Finding {
  return {
    studentId: '00123',
    code: 'CONF-I',
    status: 'OPEN',
    clause: '3.3.2',
    detail: '',
    opensOn: undefined,
    dueOn: undefined,
    daysLeft: undefined,
    evidence: [],
    message: 'conferences.missing',
    ...over,
  }
}

const late = finding({ code: 'PLAN', status: 'LATE', clause: '3.1.1', dueOn: '2026-10-16', message: 'plan.missing' })
const open = finding({ dueOn: '2027-05-28' })
const check = finding({ code: 'SIGN', status: 'CHECK', clause: '3.1.7', message: 'signature.older' })
const met = finding({ code: 'UPDATE', status: 'MET', clause: '3.1.8', message: 'update.met' })
const na = finding({ status: 'NA', message: 'outside.exited' })

describe('the flag of a student', () => {
  test.each`
    findings             | status              | nextDue         | openItems
    ${[met, open, late]} | ${'Late'}           | ${'2026-10-16'} | ${'Plan (3.1.1); Individual conference (3.3.2)'}
    ${[open, check]}     | ${'Please check'}   | ${'2027-05-28'} | ${'Plan signature (3.1.7); Individual conference (3.3.2)'}
    ${[met, open]}       | ${'To do'}          | ${'2027-05-28'} | ${'Individual conference (3.3.2)'}
    ${[met, na]}         | ${'On track'}       | ${undefined}    | ${''}
    ${[na]}              | ${'Does not apply'} | ${undefined}    | ${''}
    ${[]}                | ${'Does not apply'} | ${undefined}    | ${''}
  `('$status, by $nextDue', ({ findings, status, nextDue, openItems }) => {
    expect(flagOf(findings, status !== 'Does not apply')).toEqual({ status, openItems, ...(nextDue && { nextDue }) })
  })

  test('a count is said in words', () => {
    expect(flagOf([finding({ code: 'CONF2', clause: '2.1.1', detail: '1/2' })], true).openItems).toBe(
      'Two conferences 1 of 2 (2.1.1)',
    )
  })

  test('of eight items five are listed', () => {
    const codes = ['CONF-I', 'CONF-G', 'SIGN', 'UPDATE', 'PLAN', 'KEPT', 'CAREER', 'CLUSTER'] as const
    expect(
      flagOf(
        codes.map((code) => finding({ code })),
        true,
      ).openItems,
    ).toMatch(/; \+3 more$/)
  })
})

test('students who share an id get one and the same question', () => {
  const student = (id: string, row: number) => ({ id, at: { sheet: 'Students', row } }) as Student
  const flags = studentFlags({
    policyId: 'davis-4i-101',
    asOf: '2026-11-22',
    schoolYear: '2026-27',
    students: [
      { student: student('00123', 2), applies: true, findings: [late] },
      { student: student('00200', 3), applies: true, findings: [] },
      { student: student('00123', 4), applies: true, findings: [] },
    ],
    school: [],
    tallies: [],
    notTracked: [],
  })
  expect(flags[0]).toEqual(flags[2])
  expect(flags[0]?.status).toBe('Please check')
  expect(flags[1]?.status).toBe('On track')
})
