import { describe, expect, test } from 'vitest'
import { Blanks } from '../../src/compliance/blank.ts'
import { countable } from '../../src/compliance/conference-record.ts'
import { ConferenceNeed } from '../../src/compliance/conferences.ts'
import type { Finding } from '../../src/compliance/finding.ts'
import { studentYear, yearOf } from '../../src/compliance/student-year.ts'
import type { ConferencesRequirement } from '../../src/policy/schema.ts'
import type { Conference } from '../../src/records/school.ts'
import { conference, contact, findingsFor, outcome, policy, reading, school, student, year } from './on-file.ts'

const present = { studentAttended: true, parentAttended: true }

describe('two conferences a year in the elementary grades (Davis 2.1.1)', () => {
  const fall = conference('individual', '2026-10-07')
  const spring = conference('individual', '2027-03-03')

  test.each`
    asOf            | status
    ${'2026-11-22'} | ${'OPEN 1/2'}
    ${'2027-03-02'} | ${'OPEN 1/2'}
    ${'2027-03-03'} | ${'MET 2/2'}
  `('Ana, grade 3, seen in October and on 3 March, is $status on $asOf', ({ asOf, status }) => {
    expect(outcome(student('Ana', 3, { conferences: [fall, spring] }), 'davis-4i-101', asOf, 'CONF2')).toBe(status)
  })

  test.each`
    asOf            | status
    ${'2027-05-28'} | ${'OPEN 1/2'}
    ${'2027-05-29'} | ${'LATE 1/2'}
    ${'2027-06-30'} | ${'LATE 1/2'}
  `('Ana, seen once, is $status on $asOf', ({ asOf, status }) => {
    expect(outcome(student('Ana', 3, { conferences: [fall] }), 'davis-4i-101', asOf, 'CONF2')).toBe(status)
  })

  test('a June conference still counts, with a note that it was out of term (R1)', () => {
    const ana = student('Ana', 3, { conferences: [fall, conference('individual', '2027-06-10')] })
    expect(outcome(ana, 'davis-4i-101', '2027-06-15', 'CONF2')).toBe('MET 2/2')
    expect(outcome(ana, 'davis-4i-101', '2027-06-15', 'OUT-OF-TERM')).toBe('NOTE')
  })

  test('two on one day are one, and are asked about; on two days they are two (R25)', () => {
    const twice = student('Ana', 3, { conferences: [fall, conference('individual', '2026-10-07')] })
    expect(outcome(twice, 'davis-4i-101', '2026-11-22', 'CONF2')).toBe('OPEN 1/2')
    expect(outcome(twice, 'davis-4i-101', '2026-11-22', 'DATA-DUP')).toBe('CHECK')
    const nextDay = student('Ana', 3, { conferences: [fall, conference('individual', '2026-10-08')] })
    expect(outcome(nextDay, 'davis-4i-101', '2026-11-22', 'CONF2')).toBe('MET 2/2')
  })

  test('back-to-school night is not a conference (R16)', () => {
    const ana = student('Ana', 3, { conferences: [fall, conference('group', '2026-09-01')] })
    expect(outcome(ana, 'davis-4i-101', '2026-11-22', 'CONF2')).toBe('OPEN 1/2')
  })

  test.each`
    studentCame  | parentCame   | staff        | davis          | washington
    ${true}      | ${true}      | ${true}      | ${'MET 2/2'}   | ${'MET 2/2'}
    ${true}      | ${false}     | ${true}      | ${'MET 2/2'}   | ${'OPEN 1/2'}
    ${false}     | ${true}      | ${true}      | ${'MET 2/2'}   | ${'OPEN 1/2'}
    ${false}     | ${false}     | ${true}      | ${'OPEN 1/2'}  | ${'OPEN 1/2'}
    ${true}      | ${true}      | ${false}     | ${'OPEN 1/2'}  | ${'OPEN 1/2'}
    ${undefined} | ${true}      | ${true}      | ${'MET 2/2'}   | ${'CHECK 1/2'}
    ${undefined} | ${undefined} | ${true}      | ${'CHECK 1/2'} | ${'CHECK 1/2'}
    ${undefined} | ${false}     | ${true}      | ${'CHECK 1/2'} | ${'OPEN 1/2'}
    ${true}      | ${true}      | ${undefined} | ${'CHECK 1/2'} | ${'CHECK 1/2'}
  `(
    'student $studentCame, parent $parentCame, staff $staff: Davis $davis, Washington County $washington (R0, R9, R11)',
    ({ studentCame, parentCame, staff, davis, washington }) => {
      const second = conference('individual', '2027-01-12', {
        studentAttended: studentCame,
        parentAttended: parentCame,
        staffPresent: staff,
      })
      const ana = student('Ana', 3, { conferences: [fall, second] })
      expect(outcome(ana, 'davis-4i-101', '2027-02-01', 'CONF2')).toBe(davis)
      expect(outcome(ana, 'washington-4030', '2027-02-01', 'CONF2')).toBe(washington)
    },
  )

  test.each`
    entry           | held | status
    ${'2026-09-16'} | ${1} | ${'LATE 1/2'}
    ${'2026-09-17'} | ${1} | ${'CHECK 1/2'}
    ${'2026-09-17'} | ${0} | ${'LATE 0/2'}
    ${'2027-04-29'} | ${0} | ${'LATE 0/2'}
    ${'2027-04-30'} | ${0} | ${'CHECK 0/2'}
  `(
    'Kai, who came on $entry and was seen $held times, is $status after the last day (R7)',
    ({ entry, held, status }) => {
      const conferences = held === 1 ? [conference('individual', '2027-05-20')] : []
      expect(outcome(student('Kai', 2, { entryDate: entry, conferences }), 'davis-4i-101', '2027-05-29', 'CONF2')).toBe(
        status,
      )
    },
  )

  test.each`
    grade | davis         | washington
    ${-1} | ${'none'}     | ${'none'}
    ${0}  | ${'OPEN 0/2'} | ${'OPEN 0/2'}
    ${5}  | ${'OPEN 0/2'} | ${'OPEN 0/2'}
    ${6}  | ${'OPEN 0/2'} | ${'none'}
    ${7}  | ${'none'}     | ${'none'}
  `(
    'grade $grade is $davis in Davis and $washington in Washington County (R18, R19)',
    ({ grade, davis, washington }) => {
      expect(outcome(student('Noa', grade), 'davis-4i-101', '2026-11-22', 'CONF2')).toBe(davis)
      expect(outcome(student('Noa', grade), 'washington-4030', '2026-11-22', 'CONF2')).toBe(washington)
    },
  )
})

describe('the IEP meeting at Spectrum (2.1.1)', () => {
  const meeting = conference('iep', '2026-10-20')
  const regular = conference('individual', '2027-02-10')

  test.each`
    iep          | meetings | asOf            | conf2          | iepconf
    ${true}      | ${1}     | ${'2027-03-01'} | ${'MET 2/2'}   | ${'MET'}
    ${true}      | ${0}     | ${'2027-03-01'} | ${'OPEN 1/2'}  | ${'OPEN'}
    ${true}      | ${0}     | ${'2027-05-29'} | ${'LATE 1/2'}  | ${'LATE'}
    ${false}     | ${1}     | ${'2027-03-01'} | ${'CHECK 1/2'} | ${'NA'}
    ${undefined} | ${1}     | ${'2027-03-01'} | ${'CHECK 1/2'} | ${'NA'}
    ${undefined} | ${0}     | ${'2027-03-01'} | ${'OPEN 1/2'}  | ${'CHECK'}
  `(
    'Sefa, IEP $iep with $meetings meeting, on $asOf: CONF2 $conf2, IEPCONF $iepconf',
    ({ iep, meetings, asOf, conf2, iepconf }) => {
      const sefa = student('Sefa', 4, { iep, conferences: meetings === 1 ? [meeting, regular] : [regular] })
      expect(outcome(sefa, 'spectrum-4ip-401', asOf, 'CONF2')).toBe(conf2)
      expect(outcome(sefa, 'spectrum-4ip-401', asOf, 'IEPCONF')).toBe(iepconf)
    },
  )

  test('two IEP meetings count once (R17, S17)', () => {
    const sefa = student('Sefa', 4, { iep: true, conferences: [meeting, conference('iep', '2027-04-20')] })
    expect(outcome(sefa, 'spectrum-4ip-401', '2027-05-01', 'CONF2')).toBe('OPEN 1/2')
  })

  test('in Davis it counts only when the learning plan was reviewed there (R17)', () => {
    const reviewed = (ilpReviewed: boolean | undefined) =>
      student('Sefa', 4, { iep: true, conferences: [conference('iep', '2026-10-20', { ilpReviewed }), regular] })
    expect(outcome(reviewed(true), 'davis-4i-101', '2027-03-01', 'CONF2')).toBe('MET 2/2')
    expect(outcome(reviewed(false), 'davis-4i-101', '2027-03-01', 'CONF2')).toBe('OPEN 1/2')
    expect(outcome(reviewed(undefined), 'davis-4i-101', '2027-03-01', 'CONF2')).toBe('CHECK 1/2')
  })

  test('a June meeting cures a miss of May (story of the special-education lead)', () => {
    const sefa = student('Sefa', 4, { iep: true, conferences: [regular, conference('iep', '2027-06-10')] })
    expect(outcome(sefa, 'spectrum-4ip-401', '2027-05-29', 'IEPCONF')).toBe('LATE')
    expect(outcome(sefa, 'spectrum-4ip-401', '2027-06-10', 'IEPCONF')).toBe('MET')
  })
})

describe('grades 7 and 8 as one window (Davis 3.3.1)', () => {
  test.each`
    asOf            | grade | status
    ${'2027-05-29'} | ${7}  | ${'OPEN'}
    ${'2027-05-28'} | ${8}  | ${'OPEN'}
    ${'2027-05-29'} | ${8}  | ${'LATE'}
  `('Mateo, grade $grade, never seen alone, is $status on $asOf', ({ asOf, grade, status }) => {
    expect(outcome(student('Mateo', grade), 'davis-4i-101', asOf, 'CONF-I')).toBe(status)
  })

  test('a conference of grade 7 counts in grade 8', () => {
    const mateo = student('Mateo', 8, { conferences: [conference('individual', '2025-10-02')] })
    expect(outcome(mateo, 'davis-4i-101', '2026-11-22', 'CONF-I')).toBe('MET')
    expect(outcome(mateo, 'davis-4i-101', '2026-11-22', 'CONF-G')).toBe('OPEN')
  })

  test('one of grade 6 does not, unless grade 7 was repeated (R4)', () => {
    const conferences = [conference('individual', '2024-10-02')]
    const history = [year('2024-25', 7), year('2025-26', 7), year('2026-27', 8)]
    expect(outcome(student('Mateo', 8, { conferences }), 'davis-4i-101', '2026-11-22', 'CONF-I')).toBe('OPEN')
    expect(outcome(student('Mateo', 8, { conferences, history }), 'davis-4i-101', '2026-11-22', 'CONF-I')).toBe('MET')
  })

  test('a small group is a group, an individual conference is not (R14)', () => {
    const mateo = (kind: 'small_group' | 'individual') =>
      student('Mateo', 8, { conferences: [conference(kind, '2026-10-02')] })
    expect(outcome(mateo('small_group'), 'davis-4i-101', '2026-11-22', 'CONF-G')).toBe('MET')
    expect(outcome(mateo('individual'), 'davis-4i-101', '2026-11-22', 'CONF-G')).toBe('OPEN')
  })

  test('Iris, who came in grade 8, keeps what her former school recorded (R5)', () => {
    const iris = (source: 'own' | 'prior') =>
      student('Iris', 8, { entryDate: '2026-12-01', conferences: [conference('individual', '2025-11-05', { source })] })
    expect(outcome(iris('prior'), 'davis-4i-101', '2027-01-10', 'CONF-I')).toBe('MET')
    expect(outcome(iris('own'), 'davis-4i-101', '2027-01-10', 'CONF-I')).toBe('OPEN')
    expect(outcome(iris('own'), 'davis-4i-101', '2027-01-10', 'DATA-DATE')).toBe('CHECK')
  })
})

describe('the state bands of two grades (R277-462-5(6))', () => {
  test.each`
    grade | date            | status
    ${10} | ${'2025-10-02'} | ${'MET'}
    ${9}  | ${'2025-10-02'} | ${'OPEN'}
    ${11} | ${'2025-10-02'} | ${'OPEN'}
    ${12} | ${'2025-10-02'} | ${'MET'}
  `('a conference of $date is $status for a student now in grade $grade', ({ grade, date, status }) => {
    const lupe = student('Lupe', grade, { conferences: [conference('individual', date)] })
    expect(outcome(lupe, 'utah-r277-462-5', '2026-11-22', 'CONF-I')).toBe(status)
  })

  test('parent, counselor and student must all have been there', () => {
    const alone = student('Lupe', 9, {
      conferences: [conference('individual', '2026-10-02', { parentAttended: false })],
    })
    expect(outcome(alone, 'utah-r277-462-5', '2026-11-22', 'CONF-I')).toBe('OPEN')
    expect(outcome(alone, 'davis-4i-101', '2026-11-22', 'CONF-I')).toBe('MET')
  })
})

describe('the small group of Washington County (3.2.1)', () => {
  test.each`
    invited      | status
    ${5}         | ${'MET'}
    ${6}         | ${'OPEN'}
    ${undefined} | ${'CHECK'}
  `('with $invited students invited is $status (R15)', ({ invited, status }) => {
    const tavita = student('Tavita', 7, {
      conferences: [conference('small_group', '2026-10-02', invited === undefined ? {} : { invitedCount: invited })],
    })
    expect(outcome(tavita, 'washington-4030', '2026-11-22', 'CONF-SG')).toBe(status)
  })

  test.each`
    invitation                                                   | status
    ${[]}                                                        | ${'OPEN'}
    ${[contact('individual', '2026-09-20')]}                     | ${'MET'}
    ${[contact('individual', '2026-10-02')]}                     | ${'MET'}
    ${[contact('individual', '2026-10-03')]}                     | ${'OPEN'}
    ${[contact('group', '2026-09-20')]}                          | ${'OPEN'}
    ${[contact(undefined, '2026-09-20')]}                        | ${'CHECK'}
    ${[contact('individual', '2026-09-20', { arrived: false })]} | ${'OPEN'}
  `(
    'without the parent, an individual conference with these contacts is $status (R12, S7)',
    ({ invitation, status }) => {
      const tavita = student('Tavita', 7, {
        contacts: invitation,
        conferences: [conference('individual', '2026-10-02', { parentAttended: false })],
      })
      expect(outcome(tavita, 'washington-4030', '2026-11-22', 'CONF-I')).toBe(status)
    },
  )
})

describe('an offer under the EGA guidance (R13)', () => {
  test.each`
    what                                                                                                                                          | status
    ${{ conferences: [conference('individual', '2026-10-02')] }}                                                                                  | ${'MET'}
    ${{ conferences: [conference('individual', '2026-10-02', { status: 'no-show' })] }}                                                           | ${'MET'}
    ${{ conferences: [conference('individual', '2026-10-02', { status: 'declined' })] }}                                                          | ${'MET'}
    ${{ conferences: [conference('group', '2026-10-02')] }}                                                                                       | ${'OPEN'}
    ${{ conferences: [conference('individual', '2026-12-02', { status: 'scheduled' })] }}                                                         | ${'OPEN'}
    ${{ conferences: [conference('individual', '2026-12-02', { status: 'scheduled', invitedOn: '2026-11-01' })] }}                                | ${'MET'}
    ${{ contacts: [contact('individual', '2026-11-01')] }}                                                                                        | ${'MET'}
    ${{ contacts: [contact('group', '2026-11-01')] }}                                                                                             | ${'OPEN'}
    ${{ contacts: [contact(undefined, '2026-11-01')] }}                                                                                           | ${'CHECK'}
    ${{ conferences: [conference('individual', '2026-11-05', { status: 'cancelled-school' })], contacts: [contact('individual', '2026-11-01')] }} | ${'OPEN'}
    ${{ conferences: [conference('individual', '2026-11-05', { status: 'cancelled-school' })], contacts: [contact('individual', '2026-11-06')] }} | ${'MET'}
    ${{ conferences: [conference('iep', '2026-10-02', { ilpReviewed: true })] }}                                                                  | ${'MET'}
    ${{ conferences: [conference('iep', '2026-10-02', { ilpReviewed: false })] }}                                                                 | ${'OPEN'}
  `('Dana with $what is $status', ({ what, status }) => {
    expect(outcome(student('Dana', 5, what), 'ega-2019', '2026-11-22', 'OFFER')).toBe(status)
  })

  test('grade 13 is offered a conference too, and has a file; other policies do not know it (R19)', () => {
    const dana = student('Dana', 13)
    expect(findingsFor(dana, 'ega-2019', '2026-11-22').map((one) => one.code)).toEqual(['OFFER', 'PLAN', 'FILE'])
    expect(findingsFor(dana, 'davis-4i-101', '2026-11-22')).toEqual([])
  })
})

describe('documented effort (R10)', () => {
  const absent = conference('individual', '2026-10-07', { parentAttended: false })
  const letters = ['2026-09-01', '2026-09-15', '2026-09-29'].map((date) => contact('individual', date))

  test.each`
    grade | letters      | status
    ${9}  | ${[0, 1, 2]} | ${'MET'}
    ${9}  | ${[0, 1]}    | ${'OPEN'}
    ${3}  | ${[0, 1]}    | ${'MET'}
    ${3}  | ${[0]}       | ${'OPEN'}
  `(
    'the parent of a grade $grade student was absent; letters $letters make it $status',
    ({ grade, letters: sent, status }) => {
      const lupe = student('Lupe', grade, {
        conferences: [absent],
        contacts: sent.map((index: number) => letters[index]),
      })
      expect(outcome(lupe, 'davis-4i-101', '2026-11-22', grade === 3 ? 'EFFORT' : 'EFFORT-I')).toBe(status)
    },
  )

  test('two letters on one day are one contact', () => {
    const same = [
      contact('individual', '2026-09-01'),
      contact('individual', '2026-09-01'),
      contact('individual', '2026-09-02'),
    ]
    const lupe = student('Lupe', 9, { conferences: [absent], contacts: same })
    expect(outcome(lupe, 'davis-4i-101', '2026-11-22', 'EFFORT-I')).toBe('OPEN')
  })

  test.each`
    conferences                                                          | asOf            | status
    ${[]}                                                                | ${'2026-11-22'} | ${'NA'}
    ${[conference('individual', '2026-10-07')]}                          | ${'2026-11-22'} | ${'NA'}
    ${[conference('individual', '2026-10-07', { status: 'no-show' })]}   | ${'2026-11-22'} | ${'OPEN'}
    ${[conference('individual', '2026-10-07', { status: 'declined' })]}  | ${'2026-11-22'} | ${'OPEN'}
    ${[conference('individual', '2026-10-07', { status: 'scheduled' })]} | ${'2026-11-22'} | ${'NA'}
    ${[absent, conference('individual', '2026-11-07')]}                  | ${'2026-11-22'} | ${'NA'}
    ${[]}                                                                | ${'2027-05-28'} | ${'NA'}
    ${[]}                                                                | ${'2027-05-29'} | ${'LATE'}
  `('Lupe, grade 9, is $status on $asOf', ({ conferences, asOf, status }) => {
    expect(outcome(student('Lupe', 9, { conferences }), 'davis-4i-101', asOf, 'EFFORT-I')).toBe(status)
  })

  test('while the need is only to be checked, no effort is asked for without an absence (S5)', () => {
    const late = student('Kai', 9, { entryDate: '2027-05-10' })
    expect(outcome(late, 'davis-4i-101', '2027-05-29', 'CONF-I')).toBe('CHECK')
    expect(outcome(late, 'davis-4i-101', '2027-05-29', 'EFFORT-I')).toBe('NA')
  })

  test('a missed IEP meeting that is no conference opens no effort (S5)', () => {
    const missed = conference('iep', '2026-10-07', { status: 'no-show', ilpReviewed: false })
    expect(outcome(student('Sefa', 3, { conferences: [missed] }), 'davis-4i-101', '2026-11-22', 'EFFORT')).toBe('NA')
  })
})

describe('an opportunity for the parents (Washington County 3.2.3.5)', () => {
  test.each`
    what                                                                                                     | status
    ${{}}                                                                                                    | ${'OPEN'}
    ${{ contacts: [contact('group', '2026-10-01')] }}                                                        | ${'MET'}
    ${{ conferences: [conference('iep', '2026-10-01')] }}                                                    | ${'MET'}
    ${{ conferences: [conference('iep', '2026-10-01', { parentAttended: false })] }}                         | ${'OPEN'}
    ${{ conferences: [conference('group', '2026-10-01', { parentAttended: undefined })] }}                   | ${'CHECK'}
    ${{ conferences: [conference('individual', '2026-10-01', { ...present, status: 'cancelled-family' })] }} | ${'MET'}
  `('Tavita with $what is $status (S6, S9)', ({ what, status }) => {
    expect(outcome(student('Tavita', 8, what), 'washington-4030', '2026-11-22', 'OPP')).toBe(status)
  })
})

describe('notes on the records', () => {
  test.each`
    invited      | status
    ${5}         | ${'NA'}
    ${6}         | ${'NOTE'}
    ${undefined} | ${'NA'}
  `('a group event with $invited invited is $status under EGA, once per student (S4)', ({ invited, status }) => {
    const more = invited === undefined ? {} : { invitedCount: invited }
    const dana = student('Dana', 9, {
      conferences: [conference('group', '2026-10-01', more), conference('small_group', '2026-10-02', more)],
    })
    expect(outcome(dana, 'ega-2019', '2026-11-22', 'GROUP>5')).toBe(status)
  })

  test('a conference marked held next month counts for nothing and is asked about (R26)', () => {
    const dana = student('Dana', 9, { conferences: [conference('individual', '2026-12-01')] })
    expect(outcome(dana, 'davis-4i-101', '2026-11-22', 'CONF-I')).toBe('OPEN')
    expect(outcome(dana, 'davis-4i-101', '2026-11-22', 'DATA-DATE')).toBe('CHECK')
    expect(outcome(dana, 'davis-4i-101', '2026-12-01', 'DATA-DATE')).toBe('none')
  })

  test.each`
    entry           | exit            | reason
    ${'2026-11-23'} | ${undefined}    | ${'outside.not-entered'}
    ${'2024-07-15'} | ${'2026-11-21'} | ${'outside.exited'}
  `('who entered $entry and left $exit is out of the list on 22 November (R8, S3)', ({ entry, exit, reason }) => {
    const dana = student('Dana', 9, { entryDate: entry, ...(exit === undefined ? {} : { exitDate: exit }) })
    const findings = findingsFor(dana, 'davis-4i-101', '2026-11-22')
    expect(new Set(findings.map((one) => `${one.status} ${one.message}`))).toEqual(new Set([`NA ${reason}`]))
  })

  test('a student without a grade is asked about, once', () => {
    const { grade: _, ...unknown } = student('Dana', 9)
    expect(findingsFor(unknown, 'davis-4i-101', '2026-11-22').map((one) => `${one.code} ${one.status}`)).toEqual([
      'GRADE CHECK',
    ])
  })
})

describe('what the readings leave to care', () => {
  const coming = (status: Conference['status']) => conference('individual', '2026-11-30', { status })

  test.each`
    status                | offer     | effort
    ${'declined'}         | ${'MET'}  | ${'OPEN'}
    ${'cancelled-family'} | ${'MET'}  | ${'OPEN'}
    ${'cancelled-school'} | ${'OPEN'} | ${'NA'}
    ${'no-show'}          | ${'OPEN'} | ${'NA'}
  `(
    'a conference of 30 November that is already $status on the 22nd: offer $offer, effort $effort (S6)',
    ({ status, offer, effort }) => {
      const dana = student('Dana', 9, { conferences: [coming(status)] })
      expect(outcome(dana, 'ega-2019', '2026-11-22', 'OFFER')).toBe(offer)
      expect(outcome(dana, 'davis-4i-101', '2026-11-22', 'EFFORT-I')).toBe(effort)
    },
  )

  test('a coming conference that the school has cancelled lapses the invitation to it (S13)', () => {
    const dana = student('Dana', 8, {
      conferences: [coming('cancelled-school')],
      contacts: [contact('individual', '2026-11-10')],
    })
    expect(outcome(dana, 'ega-2019', '2026-11-22', 'OFFER')).toBe('OPEN')
    expect(outcome(dana, 'washington-4030', '2026-11-22', 'OPP')).toBe('OPEN')
  })

  test('an IEP meeting with the learning plan invites, and its own cancellation lapses that', () => {
    const meeting = (status: Conference['status']) =>
      conference('iep', '2026-10-10', { status, ilpReviewed: true, invitedOn: '2026-10-01' })
    expect(
      outcome(student('Dana', 8, { conferences: [meeting('scheduled')] }), 'ega-2019', '2026-11-22', 'OFFER'),
    ).toBe('MET')
    expect(
      outcome(student('Dana', 8, { conferences: [meeting('cancelled-school')] }), 'ega-2019', '2026-11-22', 'OFFER'),
    ).toBe('OPEN')
  })

  test('where the district lets an IEP meeting count without the tick, the invitation to it is an offer too (R17)', () => {
    const meeting = conference('iep', '2026-12-10', {
      status: 'scheduled',
      invitedOn: '2026-11-01',
      ilpReviewed: false,
    })
    const dana = student('Dana', 8, { conferences: [meeting] })
    expect(outcome(dana, 'ega-2019', '2026-11-22', 'OFFER')).toBe('OPEN')
    expect(outcome(dana, reading('ega-2019', 'iepMeeting', 'without-tick'), '2026-11-22', 'OFFER')).toBe('MET')
  })

  test('a letter of unstated purpose is an opportunity whatever it was about, unless a cancellation lapses one side', () => {
    const letter = contact(undefined, '2026-10-01')
    const cancelled = conference('individual', '2026-10-10', { status: 'cancelled-school' })
    expect(outcome(student('Dana', 8, { contacts: [letter] }), 'washington-4030', '2026-11-22', 'OPP')).toBe('MET')
    expect(
      outcome(
        student('Dana', 8, { contacts: [letter], conferences: [cancelled] }),
        'washington-4030',
        '2026-11-22',
        'OPP',
      ),
    ).toBe('CHECK')
    expect(
      outcome(student('Dana', 8, { contacts: [letter], conferences: [cancelled] }), 'ega-2019', '2026-11-22', 'OFFER'),
    ).toBe('OPEN')
  })

  test('of two IEP meetings the attended one counts, and the other opens no effort (S5, S17)', () => {
    const missed = conference('iep', '2026-09-10', { parentAttended: false })
    const attended = conference('iep', '2026-10-10')
    const regular = conference('individual', '2026-10-12')
    const sefa = student('Sefa', 3, { iep: true, conferences: [missed, attended, regular] })
    expect(outcome(sefa, 'spectrum-4ip-401', '2026-11-22', 'CONF2')).toBe('MET 2/2')
    expect(outcome(sefa, 'spectrum-4ip-401', '2026-11-22', 'EFFORT')).toBe('NA')
    const without = student('Sefa', 3, { iep: true, conferences: [missed, attended] })
    expect(outcome(without, 'spectrum-4ip-401', '2026-11-22', 'EFFORT')).toBe('NA')
  })

  test('a roster that writes the entry of each year anew does not lose the year before', () => {
    const history = [year('2025-26', 7), year('2026-27', 8)]
    const conferences = [conference('individual', '2025-10-08')]
    const mateo = student('Mateo', 8, { entryDate: '2026-08-17', conferences })
    expect(outcome(mateo, 'davis-4i-101', '2026-11-22', 'CONF-I')).toBe('OPEN')
    expect(outcome(mateo, 'davis-4i-101', '2026-11-22', 'DATA-DATE')).toBe('CHECK')
    expect(outcome({ ...mateo, history }, 'davis-4i-101', '2026-11-22', 'CONF-I')).toBe('MET')
    expect(outcome({ ...mateo, history }, 'davis-4i-101', '2026-11-22', 'DATA-DATE')).toBe('none')
    expect(outcome({ ...mateo, history }, 'davis-4i-101', '2026-11-22', 'PLAN')).toBe('LATE')
  })
})

describe('a blank that decides', () => {
  test.each`
    kind             | blank                            | message
    ${'individual'}  | ${{ parentAttended: undefined }} | ${'blank.who-came'}
    ${'small_group'} | ${{}}                            | ${'blank.group-size'}
  `('is named, with the row that it stands in: $message', ({ kind, blank, message }) => {
    const one = conference(kind, '2026-10-02', blank)
    const code = kind === 'individual' ? 'CONF-I' : 'CONF-SG'
    const found = findingsFor(student('Tavita', 7, { conferences: [one] }), 'washington-4030', '2026-11-22')
    const { status, message: said, evidence } = found.find((each) => each.code === code) as Finding
    expect([status, said]).toEqual(['CHECK', message])
    expect(evidence).toEqual([{ ...one.at, column: 'date' }])
  })
})

test('what counts is worked out once, and everybody who asks hears of the blank that decided', () => {
  const mia = student('Mia', 3, {
    conferences: [conference('individual', '2026-10-02', { parentAttended: undefined })],
  })
  const washington = policy('washington-4030')
  const need = washington.requirements.find((one): one is ConferencesRequirement => one.type === 'conferences')
  const mias = studentYear(mia, 3, yearOf(washington, school([mia]), '2026-11-22', '2026-27'))
  const conferences = new ConferenceNeed(need as ConferencesRequirement, mias, countable(mias))
  const asked = [new Blanks(false), new Blanks(false), new Blanks(true)]
  const [first, again, withBlanksAsYes] = asked.map((blanks) => conferences.counted(blanks))
  expect(again).toBe(first)
  expect([first, withBlanksAsYes]).toEqual([[], mia.conferences])
  expect(asked.map(({ met }) => met)).toEqual(['who-came', 'who-came', 'who-came'])
})
