import { describe, expect, test } from 'vitest'
import { messageText } from '../../src/compliance/messages.ts'
import type { Plan } from '../../src/records/school.ts'
import { changed, conference, findingsFor, outcome, plan, policy, reading, student, update, year } from './on-file.ts'

describe('the plan of grade 7 (Davis 3.1.1, R3)', () => {
  test.each`
    asOf            | status
    ${'2026-10-16'} | ${'OPEN'}
    ${'2026-10-17'} | ${'LATE'}
  `('Mateo, without a plan, is $status on $asOf: sixty days after the first day', ({ asOf, status }) => {
    expect(outcome(student('Mateo', 7), 'davis-4i-101', asOf, 'PLAN')).toBe(status)
  })

  test.each`
    created         | status
    ${'2026-07-20'} | ${'MET'}
    ${'2026-10-16'} | ${'MET'}
    ${'2026-10-17'} | ${'MET-LATE'}
    ${'2026-11-23'} | ${'LATE'}
  `('made on $created it is $status on 22 November', ({ created, status }) => {
    expect(outcome(student('Mateo', 7, { plans: [plan(created)] }), 'davis-4i-101', '2026-11-22', 'PLAN')).toBe(status)
  })

  test.each`
    grade | entry           | asOf            | status
    ${7}  | ${'2026-11-02'} | ${'2027-01-01'} | ${'OPEN'}
    ${7}  | ${'2026-11-02'} | ${'2027-01-02'} | ${'LATE'}
    ${10} | ${'2026-11-02'} | ${'2027-01-01'} | ${'OPEN'}
    ${10} | ${'2026-11-02'} | ${'2027-01-02'} | ${'LATE'}
    ${10} | ${'2024-07-15'} | ${'2026-08-20'} | ${'LATE'}
    ${7}  | ${'2026-07-20'} | ${'2026-10-16'} | ${'OPEN'}
    ${10} | ${'2026-07-20'} | ${'2026-09-18'} | ${'OPEN'}
    ${10} | ${'2026-07-20'} | ${'2026-09-19'} | ${'LATE'}
  `('grade $grade, here since $entry, is $status on $asOf', ({ grade, entry, asOf, status }) => {
    expect(outcome(student('Iris', grade, { entryDate: entry }), 'davis-4i-101', asOf, 'PLAN')).toBe(status)
  })

  test('a plan of an earlier year shows no lateness; one of this year by a continuing tenth grader does (S10)', () => {
    const tenth = (created: string) => student('Iris', 10, { plans: [plan(created)] })
    expect(outcome(tenth('2025-02-01'), 'davis-4i-101', '2026-11-22', 'PLAN')).toBe('MET')
    expect(outcome(tenth('2026-09-01'), 'davis-4i-101', '2026-11-22', 'PLAN')).toBe('MET-LATE')
  })

  test("a former school's plan keeps its date and is not late (R3)", () => {
    const iris = student('Iris', 8, { entryDate: '2026-08-20', plans: [plan('2026-11-10', { source: 'prior' })] })
    expect(outcome(iris, 'davis-4i-101', '2026-11-22', 'PLAN')).toBe('MET')
  })

  test('an elementary plan is no secondary plan, a plan of unstated kind is (A1)', () => {
    const of = (kind: 'elementary' | 'secondary' | undefined) =>
      student('Mateo', 7, { plans: [plan('2026-09-01', { kind })] })
    expect(outcome(of('elementary'), 'davis-4i-101', '2026-11-22', 'PLAN')).toBe('LATE')
    expect(outcome(of('secondary'), 'davis-4i-101', '2026-11-22', 'PLAN')).toBe('MET')
    expect(outcome(of(undefined), 'davis-4i-101', '2026-11-22', 'PLAN')).toBe('MET')
    expect(
      outcome(
        student('Noa', 6, { plans: [plan('2026-09-01', { kind: 'secondary' })] }),
        'washington-4030',
        '2026-11-22',
        'PLAN',
      ),
    ).toBe('MET')
  })

  test('a plan without a date is asked about, and nothing else of it is', () => {
    const { signedOn: _, ...undated } = plan(undefined)
    const mateo = student('Mateo', 7, {
      plans: [{ ...undated, signedOn: '2026-09-10' }],
      updates: [update('2026-10-01')],
    })
    expect(outcome(mateo, 'davis-4i-101', '2026-11-22', 'PLAN')).toBe('CHECK')
    expect(outcome(mateo, 'davis-4i-101', '2026-11-22', 'SIGN')).toBe('MET')
  })

  test('without a plan the plan is the one finding (R28, S2)', () => {
    const shown = findingsFor(student('Mateo', 7), 'davis-4i-101', '2027-05-29')
      .filter(
        (one) =>
          one.status !== 'MET' && one.status !== 'NA' && !one.code.startsWith('CONF') && !one.code.startsWith('EFFORT'),
      )
      .map((one) => one.code)
    expect(shown).toEqual(['PLAN'])
  })

  test.each`
    policyId             | grade | asOf            | status
    ${'ega-2019'}        | ${7}  | ${'2026-10-17'} | ${'LATE'}
    ${'ega-2019'}        | ${3}  | ${'2026-10-17'} | ${'OPEN'}
    ${'ega-2019'}        | ${3}  | ${'2027-05-29'} | ${'LATE'}
    ${'washington-4030'} | ${9}  | ${'2027-05-28'} | ${'OPEN'}
    ${'washington-4030'} | ${9}  | ${'2027-05-29'} | ${'LATE'}
  `('$policyId, grade $grade: $status on $asOf (R24)', ({ policyId, grade, asOf, status }) => {
    expect(outcome(student('Noa', grade), policyId, asOf, 'PLAN')).toBe(status)
  })

  test.each`
    grade | entry           | asOf            | status
    ${7}  | ${'2024-07-15'} | ${'2027-05-28'} | ${'OPEN'}
    ${7}  | ${'2024-07-15'} | ${'2027-05-29'} | ${'LATE'}
    ${9}  | ${'2026-09-01'} | ${'2027-05-28'} | ${'OPEN'}
    ${9}  | ${'2024-07-15'} | ${'2026-09-01'} | ${'LATE'}
  `(
    'the state rule gives the first secondary year: grade $grade since $entry is $status on $asOf',
    ({ grade, entry, asOf, status }) => {
      expect(outcome(student('Noa', grade, { entryDate: entry }), 'utah-r277-462-5', asOf, 'PLAN')).toBe(status)
    },
  )
})

describe('the signature (Davis 3.1.7, R20, R21)', () => {
  const made = '2026-09-17'
  const unsigned = { ...plan(made), signedOn: undefined }

  test.each`
    signed          | asOf            | status
    ${undefined}    | ${'2027-05-28'} | ${'OPEN'}
    ${undefined}    | ${'2027-05-29'} | ${'LATE'}
    ${made}         | ${'2026-11-22'} | ${'MET'}
    ${'2026-09-16'} | ${'2026-11-22'} | ${'CHECK'}
    ${'2026-11-23'} | ${'2026-11-22'} | ${'CHECK'}
    ${'2027-06-10'} | ${'2027-06-15'} | ${'MET'}
  `('a plan of 17 September signed $signed is $status on $asOf', ({ signed, asOf, status }) => {
    const { signedOn: _, ...rest } = unsigned
    const plans = [signed === undefined ? rest : { ...rest, signedOn: signed }]
    expect(outcome(student('Mateo', 7, { plans }), 'davis-4i-101', asOf, 'SIGN')).toBe(status)
  })

  test.each`
    born            | status
    ${'2008-11-22'} | ${'NOTE adult'}
    ${'2008-11-23'} | ${'OPEN'}
  `('signed by the student, born $born: $status on 22 November 2026', ({ born, status }) => {
    const luis = student('Luis', 12, { birthDate: born, plans: [plan(made, { signedBy: 'student' })] })
    expect(outcome(luis, 'davis-4i-101', '2026-11-22', 'SIGN')).toBe(status)
  })

  test('a plan of grade 7 that nobody signed is late in grade 12', () => {
    const { signedOn: _, ...old } = plan('2021-09-18')
    expect(outcome(student('Luis', 12, { plans: [old] }), 'davis-4i-101', '2026-11-22', 'SIGN')).toBe('LATE')
  })

  test("nobody is asked about days of enrolment when a former school's plan should have been signed before Iris came", () => {
    const { signedOn: _, ...prior } = plan('2025-09-18', { source: 'prior' })
    const iris = student('Iris', 9, { entryDate: '2026-08-20', plans: [prior] })
    const signature = findingsFor(iris, 'davis-4i-101', '2026-11-22').find(({ code }) => code === 'SIGN')
    expect(signature).toMatchObject({ status: 'CHECK', message: 'due-before-entry' })
  })

  test('where the district asks for it, each update is signed again', () => {
    const luis = student('Luis', 8, { plans: [plan('2025-09-10')], updates: [update('2026-10-01')] })
    expect(outcome(luis, 'davis-4i-101', '2026-11-22', 'SIGN')).toBe('MET')
    expect(outcome(luis, reading('davis-4i-101', 'signature', 'each-update'), '2026-11-22', 'SIGN')).toBe('CHECK')
  })
})

describe('a plan that was signed, then changed (Davis 3.1.7)', () => {
  const asOf = '2026-11-22'
  const signed = (more: Partial<Plan> = {}) => plan('2026-09-30', { signedOn: '2026-10-02', ...more })
  const again = (who: ReturnType<typeof student>, day = asOf, id: Parameters<typeof outcome>[1] = 'davis-4i-101') =>
    outcome(who, id, day, 'SIGN-AGAIN')

  test('Mateo’s needs a new signature: both days, the clause, and the row of the tab Documents are said', () => {
    const document = changed('2026-11-05')
    const mateo = student('Mateo', 9, { plans: [signed()], changedDocuments: [document] })
    const found = findingsFor(mateo, 'davis-4i-101', asOf).filter(({ code }) => code.startsWith('SIGN'))
    expect(found).toMatchObject([
      { code: 'SIGN', status: 'MET' },
      {
        code: 'SIGN-AGAIN',
        status: 'CHECK',
        clause: '3.1.7',
        dueOn: undefined,
        evidence: [{ ...document.at, column: 'Changed on' }],
      },
    ])
    expect(messageText(found[1]!, policy('davis-4i-101'))).toBe(
      'Signed on October 2, 2026, and the document was changed on November 5, 2026: it needs a new signature.',
    )
  })

  test.each`
    signedOn        | status
    ${'2026-11-04'} | ${'CHECK 2026-11-04/2026-11-05'}
    ${'2026-11-05'} | ${'none'}
    ${'2026-11-06'} | ${'none'}
  `('changed on 5 November, signed on $signedOn: $status, since documents are made for the day of signing', (row) => {
    const mateo = student('Mateo', 9, {
      plans: [signed({ signedOn: row.signedOn })],
      changedDocuments: [changed('2026-11-05')],
    })
    expect(again(mateo)).toBe(row.status)
  })

  test.each`
    day             | status
    ${'2026-11-04'} | ${'none'}
    ${'2026-11-05'} | ${'CHECK 2026-10-02/2026-11-05'}
  `('a change of 5 November is no finding before that day: on $day it is $status', ({ day, status }) => {
    const mateo = student('Mateo', 9, { plans: [signed()], changedDocuments: [changed('2026-11-05')] })
    expect(again(mateo, day)).toBe(status)
  })

  test('of several rows the newest day counts; those of another year or another kind of plan do not', () => {
    const at = (...changedDocuments: ReturnType<typeof changed>[]) =>
      again(student('Mateo', 9, { plans: [signed({ kind: 'secondary' })], changedDocuments }))
    expect(at(changed('2026-11-05'), changed('2026-11-20'), changed('2026-11-10'))).toBe('CHECK 2026-10-02/2026-11-20')
    expect(at(changed('2026-11-05', { schoolYear: '2025-26' }))).toBe('none')
    expect(at(changed('2026-11-05', { kind: 'elementary' }))).toBe('none')
  })

  test('what is not signed, or signed in a way that is asked about already, is one finding and no second', () => {
    const { signedOn: _, ...unsigned } = signed()
    for (const [one, status] of [
      [unsigned, 'OPEN'],
      [signed({ signedOn: '2026-09-29' }), 'CHECK'],
      [signed({ signedBy: 'other' }), 'CHECK'],
    ] as const) {
      const mateo = student('Mateo', 9, { plans: [one], changedDocuments: [changed('2026-11-05')] })
      expect([outcome(mateo, 'davis-4i-101', asOf, 'SIGN'), again(mateo)]).toEqual([status, 'none'])
    }
  })

  test('Luis, who is 18 and signed himself, signs again himself', () => {
    const luis = (signedOn: string) =>
      student('Luis', 12, {
        birthDate: '2008-01-05',
        plans: [signed({ signedOn, signedBy: 'student' })],
        changedDocuments: [changed('2026-11-05')],
      })
    expect(again(luis('2026-10-02'))).toBe('CHECK 2026-10-02/2026-11-05')
    expect(again(luis('2026-11-12'))).toBe('none')
  })

  test('it is said without a clause where the policy asks for no signature, and of nobody who has left', () => {
    const noa = student('Noa', 9, { plans: [signed()], changedDocuments: [changed('2026-11-05')] })
    const [found] = findingsFor(noa, 'ega-2019', asOf).filter(({ code }) => code === 'SIGN-AGAIN')
    expect(found).toMatchObject({ status: 'CHECK', clause: '' })
    expect(again({ ...noa, exitDate: '2026-11-10' })).toBe('none')
    expect(again({ ...noa, plans: [] })).toBe('none')
  })
})

describe('the yearly update (Davis 3.1.8, R2)', () => {
  test.each`
    created         | updates                   | asOf            | status
    ${'2025-09-10'} | ${[]}                     | ${'2027-05-28'} | ${'OPEN'}
    ${'2025-09-10'} | ${[]}                     | ${'2027-05-29'} | ${'LATE'}
    ${'2025-09-10'} | ${[update('2026-06-30')]} | ${'2026-11-22'} | ${'OPEN'}
    ${'2025-09-10'} | ${[update('2026-07-01')]} | ${'2026-11-22'} | ${'MET'}
    ${'2025-09-10'} | ${[update('2026-11-23')]} | ${'2026-11-22'} | ${'OPEN'}
    ${'2026-09-10'} | ${[]}                     | ${'2026-11-22'} | ${'MET'}
  `('made $created, updated $updates: $status on $asOf', ({ created, updates, asOf, status }) => {
    expect(outcome(student('Luis', 8, { plans: [plan(created)], updates }), 'davis-4i-101', asOf, 'UPDATE')).toBe(
      status,
    )
  })

  test('with twelve months as the setting, October after October is in time and November is not', () => {
    const rolling = reading('davis-4i-101', 'updateEvery', 'twelve-months')
    const luis = student('Luis', 8, { plans: [plan('2024-09-10')], updates: [update('2025-10-15')] })
    expect(outcome(luis, rolling, '2026-10-15', 'UPDATE')).toBe('MET')
    expect(outcome(luis, rolling, '2026-10-16', 'UPDATE')).toBe('LATE')
  })
})

describe('involvement each year (Davis 3.1.9, R22)', () => {
  const old = plan('2025-09-10')

  test.each`
    conferences                                                           | updates                   | status
    ${[]}                                                                 | ${[]}                     | ${'OPEN PST'}
    ${[]}                                                                 | ${[update('2026-10-01')]} | ${'OPEN PS + MET T'}
    ${[conference('group', '2026-10-01')]}                                | ${[]}                     | ${'MET PST'}
    ${[conference('iep', '2026-10-01')]}                                  | ${[]}                     | ${'MET PST'}
    ${[conference('group', '2026-10-01', { parentAttended: false })]}     | ${[]}                     | ${'OPEN P + MET ST'}
    ${[conference('group', '2026-10-01', { parentAttended: undefined })]} | ${[]}                     | ${'CHECK P + MET ST'}
    ${[conference('group', '2026-10-01', { status: 'no-show' })]}         | ${[]}                     | ${'OPEN PST'}
  `('$conferences and $updates: $status', ({ conferences, updates, status }) => {
    const luis = student('Luis', 8, { plans: [old], conferences, updates })
    expect(outcome(luis, 'davis-4i-101', '2026-11-22', 'INVOLVE')).toBe(status)
  })

  test('once the student is 18, the missing part of the parent is for a person to judge (R21, S14)', () => {
    const luis = student('Luis', 12, { birthDate: '2008-01-01', plans: [old] })
    expect(outcome(luis, 'davis-4i-101', '2026-11-22', 'INVOLVE')).toBe('CHECK P + OPEN ST')
  })
})

describe('cluster and early graduation (Washington County)', () => {
  test.each`
    grade | entry           | asOf            | status
    ${9}  | ${'2024-07-15'} | ${'2026-11-22'} | ${'none'}
    ${10} | ${'2024-07-15'} | ${'2027-05-28'} | ${'OPEN'}
    ${10} | ${'2024-07-15'} | ${'2027-05-29'} | ${'LATE'}
    ${11} | ${'2024-07-15'} | ${'2026-08-20'} | ${'LATE'}
    ${11} | ${'2026-09-20'} | ${'2026-11-22'} | ${'OPEN'}
  `('no cluster in grade $grade, here since $entry: $status on $asOf (R23)', ({ grade, entry, asOf, status }) => {
    const { cluster: _, ...without } = plan('2025-09-10')
    expect(
      outcome(student('Luis', grade, { entryDate: entry, plans: [without] }), 'washington-4030', asOf, 'CLUSTER'),
    ).toBe(status)
    expect(outcome(student('Luis', grade, { entryDate: entry }), 'washington-4030', asOf, 'CLUSTER')).toBe(status)
  })

  test.each`
    chosenOn        | status
    ${'2026-11-22'} | ${'MET'}
    ${'2026-11-23'} | ${'OPEN'}
  `('a cluster chosen on $chosenOn is $status on 22 November', ({ chosenOn, status }) => {
    const luis = student('Luis', 10, { plans: [plan('2025-09-10', { clusterOn: chosenOn })] })
    expect(outcome(luis, 'washington-4030', '2026-11-22', 'CLUSTER')).toBe(status)
  })

  test.each`
    coursePlan   | status
    ${true}      | ${'MET'}
    ${false}     | ${'OPEN'}
    ${undefined} | ${'CHECK'}
  `('a cluster with course plan $coursePlan is $status', ({ coursePlan, status }) => {
    const luis = student('Luis', 10, { plans: [plan('2025-09-10', { coursePlan })] })
    expect(outcome(luis, 'washington-4030', '2026-11-22', 'CLUSTER')).toBe(status)
  })

  test.each`
    early        | planned      | asOf            | status
    ${false}     | ${false}     | ${'2026-11-22'} | ${'NA'}
    ${true}      | ${true}      | ${'2026-11-22'} | ${'MET'}
    ${true}      | ${false}     | ${'2026-11-22'} | ${'OPEN'}
    ${true}      | ${false}     | ${'2027-05-29'} | ${'LATE'}
    ${true}      | ${undefined} | ${'2026-11-22'} | ${'CHECK'}
    ${undefined} | ${false}     | ${'2026-11-22'} | ${'CHECK'}
    ${undefined} | ${true}      | ${'2026-11-22'} | ${'NA'}
    ${undefined} | ${undefined} | ${'2026-11-22'} | ${'CHECK'}
  `('early graduation $early, in the plan $planned: $status on $asOf', ({ early, planned, asOf, status }) => {
    const luis = student('Luis', 11, {
      earlyGraduation: early,
      plans: [plan('2025-09-10', { earlyGraduationPlanned: planned })],
    })
    expect(outcome(luis, 'washington-4030', asOf, 'EARLY')).toBe(status)
  })
})

describe('career review, and courses against the plan', () => {
  test.each`
    objectives          | reviewer      | in2019     | in2012
    ${'none'}           | ${undefined}  | ${'NA'}    | ${'NA'}
    ${'post-secondary'} | ${undefined}  | ${'CHECK'} | ${'NA'}
    ${'occupational'}   | ${undefined}  | ${'CHECK'} | ${'CHECK'}
    ${'both'}           | ${'R. Smith'} | ${'MET'}   | ${'MET'}
    ${undefined}        | ${undefined}  | ${'CHECK'} | ${'CHECK'}
  `(
    'objectives $objectives reviewed by $reviewer: $in2019 in 2019, $in2012 in 2012',
    ({ objectives, reviewer, in2019, in2012 }) => {
      const { careerObjectives: _, ...rest } = plan('2026-09-10')
      const more = {
        ...(objectives ? { careerObjectives: objectives } : {}),
        ...(reviewer ? { careerReviewer: reviewer } : {}),
      }
      const luis = student('Luis', 8, { plans: [{ ...rest, ...more }] })
      expect(outcome(luis, 'ega-2019', '2026-11-22', 'CAREER')).toBe(in2019)
      expect(outcome(luis, 'ega-2012', '2026-11-22', 'CAREER')).toBe(in2012)
    },
  )

  test.each`
    registered                  | status
    ${['Biology', 'Algebra I']} | ${'MET'}
    ${['BIOLOGY ', 'Welding']}  | ${'CHECK 1'}
  `('registered for $registered against Biology and Algebra I: $status', ({ registered, status }) => {
    const courses = { planned: ['Biology', 'Algebra I'], registered, at: { sheet: 'Courses', row: 2 } }
    expect(outcome(student('Luis', 9, { courses }), 'davis-4i-101', '2026-11-22', 'COURSES')).toBe(status)
  })

  test('with only one of the two lists nothing is said', () => {
    expect(outcome(student('Luis', 9), 'davis-4i-101', '2026-11-22', 'COURSES')).toBe('NA')
  })
})

test('the grade of an earlier year comes from the history, the grade of this year from the roster', () => {
  const luis = student('Luis', 8, { history: [year('2025-26', 7), year('2026-27', 8)] })
  expect(outcome(luis, 'davis-4i-101', '2026-05-29', 'CONF-I', '2025-26')).toBe('OPEN')
  expect(outcome(luis, 'davis-4i-101', '2027-05-29', 'CONF-I', '2026-27')).toBe('LATE')
})
