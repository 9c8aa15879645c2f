import { describe, expect, test } from 'vitest'
import { gapKind, gapsOf } from '../../src/compliance/gaps.ts'
import { policy } from './on-file.ts'

const asOf = '2026-11-22'
const davis = policy('davis-4i-101')

describe('what kind of gap a finding is', () => {
  test.each([
    ['LATE', '2026-10-16', 'late'],
    ['LATE', undefined, 'late'],
    ['CHECK', '2026-12-01', 'confirm'],
    ['OPEN', '2026-12-22', 'soon'],
    ['OPEN', '2026-12-23', 'open'],
    ['OPEN', undefined, 'open'],
    ['MET', '2026-12-01', undefined],
    ['MET-LATE', '2026-10-01', undefined],
    ['NOTE', undefined, undefined],
    ['NA', undefined, undefined],
  ] as const)('%s, due %s, on 22 November: %s', (status, dueOn, kind) => {
    expect(gapKind(status, dueOn, asOf)).toBe(kind)
  })
})

describe('the numbers of gaps', () => {
  const signature = { code: 'SIGN', clause: '3.1.7', status: 'LATE', dueOn: '2026-05-29' } as const
  const conference = { code: 'CONF-I', clause: '3.3.1', status: 'OPEN', dueOn: '2027-05-28' } as const
  const grade = { code: 'GRADE', clause: '', status: 'CHECK' } as const

  test('count students, not findings, and stand in the order of the policy with questions about records last', () => {
    const { students, byCode } = gapsOf(
      [
        { studentId: 'Rosa', ...grade },
        { studentId: 'Mateo', ...conference },
        { studentId: 'Mateo', ...signature },
        { studentId: 'Ana', ...signature },
        { studentId: 'Ana', ...signature, code: 'PLAN', clause: '3.1.1' },
      ],
      asOf,
      davis,
    )
    expect(students).toEqual({ late: 2, soon: 0, open: 1, confirm: 1 })
    expect(byCode.map(({ code, students }) => [code, students])).toEqual([
      ['PLAN', { late: 1 }],
      ['SIGN', { late: 2 }],
      ['CONF-I', { open: 1 }],
      ['GRADE', { confirm: 1 }],
    ])
  })

  test('leave out the duties of the school as a whole', () => {
    const duty = { studentId: '', code: 'REPORT', clause: '4.1', status: 'LATE' } as const
    expect(gapsOf([duty], asOf, davis)).toEqual({ students: { late: 0, soon: 0, open: 0, confirm: 0 }, byCode: [] })
  })

  test('are right for a student whose id is a word of the language', () => {
    expect(gapsOf([{ studentId: '__proto__', ...signature }], asOf, davis).students.late).toBe(1)
  })
})
