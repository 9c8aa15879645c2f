import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/compliance/evaluate.ts'
import type { Evaluation, Status } from '../../src/compliance/finding.ts'
import { type Rate, rates } from '../../src/compliance/rates.ts'
import { changed, conference, plan, policy, school, student } from './on-file.ts'

const asOf = '2026-11-22'
const came = conference('individual', '2026-10-07')
const { grade: _, ...unknown } = student('Rosa', 9)

function evaluated(...students: Parameters<typeof school>[0]): Evaluation {
  return evaluate(policy('davis-4i-101'), school(students), { asOf, schoolYear: '2026-27', keep: 'all' })
}

function rateOf(evaluation: Evaluation, code: Rate['code']): string {
  const found = rates(evaluation).find((one) => one.code === code)
  if (found === undefined) return 'none'
  const { students, met, late, open, check } = found
  return `${met} of ${students}, ${late} late, ${open} to do, ${check} to check`
}

describe('the rate of a demand in a grade (R31)', () => {
  test('is of those who are enrolled on the day and to whom it applies', () => {
    const evaluation = evaluated(
      student('Ana', 9, { conferences: [came] }),
      student('Mateo', 9),
      student('Kai', 9, { exitDate: '2026-10-01', conferences: [came] }),
      student('Lupe', 9, { entryDate: '2027-01-05' }),
      student('Noa', -1),
    )
    expect(rateOf(evaluation, 'CONF-I')).toBe('1 of 2, 0 late, 1 to do, 0 to check')
    expect(rateOf(evaluation, 'CONF-G')).toBe('none')
  })

  test('is of demands, and a signature that is asked for anew is none', () => {
    const mateo = student('Mateo', 9, { plans: [plan('2026-09-30')], changedDocuments: [changed('2026-11-05')] })
    expect(evaluated(mateo).students[0]?.findings.map(({ code }) => code)).toContain('SIGN-AGAIN')
    expect(rateOf(evaluated(mateo), 'SIGN-AGAIN')).toBe('none')
    expect(rateOf(evaluated(mateo), 'SIGN')).toBe('1 of 1, 0 late, 0 to do, 0 to check')
  })

  test('counts what was done late as met', () => {
    const late = student('Sione', 7, { entryDate: '2026-08-17', plans: [plan('2026-11-02')] })
    expect(rateOf(evaluated(late), 'PLAN')).toBe('1 of 1, 0 late, 0 to do, 0 to check')
  })

  test('counts a doubt as not met', () => {
    const older = student('Sofia', 9, { plans: [plan('2026-10-01', { signedOn: '2026-09-01' })] })
    expect(rateOf(evaluated(older), 'SIGN')).toBe('0 of 1, 0 late, 0 to do, 1 to check')
  })

  test('counts the signature of a student who is 18 as met', () => {
    const signed = plan('2026-10-01', { signedOn: '2026-10-02', signedBy: 'student' })
    const adult = student('Noah', 12, { birthDate: '2008-07-15', plans: [signed] })
    expect(rateOf(evaluated(adult), 'SIGN')).toBe('1 of 1, 0 late, 0 to do, 0 to check')
  })

  test('counts a student once, and as met only when every party took part', () => {
    const alone = conference('individual', '2026-10-07', { parentAttended: false })
    const involved = student('Elena', 9, { plans: [plan('2025-09-30')], conferences: [alone] })
    expect(rateOf(evaluated(involved), 'INVOLVE')).toBe('0 of 1, 0 late, 1 to do, 0 to check')
  })

  test('shows the students whose grade is not known apart, so that they are missed in no grade', () => {
    expect(rates(evaluated(student('Ana', 9), unknown)).at(-1)).toEqual({
      grade: undefined,
      code: 'GRADE',
      clause: '',
      students: 1,
      met: 0,
      late: 0,
      open: 0,
      check: 1,
    })
  })

  test('is not kept for what is said of the records', () => {
    const twice = student('Liam', 9, { conferences: [came, came, conference('group', '2026-07-07')] })
    const codes = rates(evaluated(twice)).map(({ code }) => code)
    expect(codes.filter((code) => code.startsWith('DATA') || code === 'OUT-OF-TERM')).toEqual([])
    expect(codes).toContain('CONF-I')
  })

  test('stands by grade, and in a grade in the order of the policy', () => {
    const order = rates(evaluated(student('Ana', 10), student('Kai', 3), student('Mateo', 10))).map(
      ({ grade, code }) => `${grade} ${code}`,
    )
    expect(order).toEqual(['3 CONF2', '10 PLAN', '10 CONF-G'])
  })
})

test('a doubt never raises a rate, whoever it is about', () => {
  const statuses: readonly Status[] = ['MET', 'MET-LATE', 'OPEN', 'LATE', 'CHECK', 'NOTE']
  const base = evaluated(student('Ana', 9), student('Mateo', 9), student('Lupe', 9))
  const [pattern] = base.students[0]!.findings
  const withStatuses = (given: readonly Status[]): Evaluation => ({
    ...base,
    students: base.students.map((one, index) => ({ ...one, findings: [{ ...pattern!, status: given[index]! }] })),
  })
  fc.assert(
    fc.property(fc.tuple(...base.students.map(() => fc.constantFrom(...statuses))), fc.nat(2), (given, doubted) => {
      const doubtful = given.map((status, index) => (index === doubted ? 'CHECK' : status))
      const [before, after] = [given, doubtful].map((each) => rates(withStatuses(each))[0]!)
      expect(after!.met / after!.students).toBeLessThanOrEqual(before!.met / before!.students)
      expect(after!.students).toBe(before!.students)
    }),
  )
})
