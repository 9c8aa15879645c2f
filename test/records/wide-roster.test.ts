import { describe, expect, test } from 'vitest'
import { readSchool } from '../../src/records/read-school.ts'
import type { Cell, Tab } from '../../src/records/tab.ts'
import { codes, read, student, tab } from './tabs.ts'

/** Mateo's row on a roster with these further columns. */
function mateo(headings: readonly string[], cells: readonly Cell[], ...logs: readonly Tab[]) {
  const reading = read(
    tab('Students', ['Student ID', 'Stu Name', 'Gr', ...headings], ['41', 'Reyes, Mateo', '8', ...cells]),
    ...logs,
  )
  return { reading, mateo: student(reading, '41') }
}

describe('conferences on the roster', () => {
  test('a date is a held conference with staff', () => {
    const { mateo: found, reading } = mateo(['PCCR date', 'Who came (P/S/B)'], ['10/8/2026', 'B'])
    expect(found.conferences).toEqual([
      {
        at: { sheet: 'Students', row: 2 },
        kind: 'individual',
        status: 'held',
        date: '2026-10-08',
        source: 'own',
        studentAttended: true,
        parentAttended: true,
        staffPresent: true,
        ilpReviewed: undefined,
        ticks: { strengths: undefined, data: undefined, studentGoals: undefined, supportPlan: undefined },
      },
    ])
    expect(codes(reading)).toEqual([])
  })

  test('a blank cell takes back nothing that another column of the same thing told', () => {
    const { mateo: found } = mateo(
      ['Conf date', 'Strengths', 'Strengths discussed', 'Plan created', 'Career goals', 'Post secondary goals'],
      ['10/8/2026', 'Y', '', '10/8/2026', 'Y', ''],
    )
    expect(found.conferences[0]?.ticks.strengths).toBe(true)
    expect(found.plans[0]?.sections.goals).toBe(true)
  })

  test('attendance belongs to the conference on its left', () => {
    const { mateo: found } = mateo(
      ['Fall conf', 'Parent attended', 'Student attended', 'Spring conf', 'Parent attended'],
      ['10/8/2026', 'Y', 'N', '3/4/2027', 'N'],
    )
    expect(
      found.conferences.map(({ date, parentAttended, studentAttended }) => [date, parentAttended, studentAttended]),
    ).toEqual([
      ['2026-10-08', true, false],
      ['2027-03-04', false, undefined],
    ])
  })

  test('attendance to the left of the only conference belongs to it', () => {
    const { mateo: found } = mateo(['Who came (P/S/B)', 'Conf date'], ['S', '10/8/2026'])
    expect(found.conferences).toMatchObject([{ studentAttended: true, parentAttended: false }])
  })

  test('the heading tells the kind', () => {
    const { mateo: found } = mateo(
      ['Group PCCR', 'Small group meeting', 'IEP meeting', 'PCCR conference'],
      ['9/1/2026', '9/2/2026', '9/3/2026', '9/4/2026'],
    )
    expect(found.conferences.map(({ kind }) => kind)).toEqual(['group', 'small_group', 'iep', 'individual'])
  })

  test('a date without a year lies in the school year of the heading, else in the one that is checked', () => {
    const { mateo: found } = mateo(['PCCR 2025-26', 'PCCR 2026-27', 'Conf date'], ['10/8', '3/4', '5/1'])
    expect(found.conferences.map(({ date }) => date)).toEqual(['2025-10-08', '2027-03-04', '2027-05-01'])
  })

  test.each([
    ['Y', 'DATE_MISSING'],
    [true, 'DATE_MISSING'],
    ['No show', 'DATE_MISSING'],
    ['next week', 'DATE_UNREADABLE'],
    ['2026-02-30', 'DATE_UNREADABLE'],
  ])('“%s” in place of the date is a problem: %s', (cell, code) => {
    const { mateo: found, reading } = mateo(['Fall conf'], [cell])
    expect(found.conferences).toEqual([])
    expect(codes(reading)).toEqual([code])
    expect(reading.problems.find((one) => one.code === code)).toMatchObject({ row: 2, column: 'Fall conf' })
  })

  test.each(['', 'N', 'No', false, '-', 'NULL'])('“%s” is no conference and no problem', (cell) => {
    const { mateo: found, reading } = mateo(['Fall conf'], [cell])
    expect([found.conferences, codes(reading)]).toEqual([[], []])
  })

  test('somebody came, but on no day', () => {
    const { mateo: found, reading } = mateo(['Conf date', 'Who came'], ['', 'B'])
    expect([found.conferences, codes(reading)]).toEqual([[], ['DATE_MISSING']])
  })

  test('a month called Sep is not a conference', () => {
    const { mateo: found, reading } = mateo(['Aug', 'Sep', 'Oct'], [20, 21, 18])
    expect([found.conferences, codes(reading)]).toEqual([[], []])
  })

  test('a column of dates that might be anything is asked about and not read', () => {
    const { mateo: found, reading } = mateo(['Fall SEP', 'SEP folder copy'], ['10/8/2026', '10/9/2026'])
    expect(found.conferences.map(({ date }) => date)).toEqual(['2026-10-08'])
    expect(reading.problems.find(({ code }) => code === 'COLUMN_UNSURE')).toMatchObject({ column: 'SEP folder copy' })
    expect(codes(mateo(['SEP folder copy'], ['in the file']).reading)).toEqual([])
  })

  test('an appointment is scheduled, and a status column may say otherwise', () => {
    const { mateo: found } = mateo(['Next conf', 'Fall conf', 'Conf status'], ['3/4/2027', '10/8/2026', 'No show'])
    expect(found.conferences.map(({ status }) => status)).toEqual(['scheduled', 'no-show'])
  })
})

describe('two columns of a roster for one thing', () => {
  const twice = ['Fall conf', 'Parent attended', 'Parent came']

  test('are asked about where they differ, and neither is read', () => {
    const { mateo: found, reading } = mateo(twice, ['10/8/2026', 'Y', 'N'])
    expect(found.conferences).toMatchObject([{ date: '2026-10-08', parentAttended: undefined }])
    expect(codes(reading)).toEqual(['COLUMN_UNSURE'])
    expect(reading.problems.find(({ code }) => code === 'COLUMN_UNSURE')?.message).toContain(
      'could both be the parent attended',
    )
    expect(reading.mappings[0]?.questions).toEqual([
      {
        asks: 'column',
        field: 'Conferences.parent_attended',
        columns: [
          { index: 4, label: 'Parent attended', samples: ['Y'] },
          { index: 5, label: 'Parent came', samples: ['N'] },
        ],
      },
    ])
  })

  test('are one where they agree or one is blank, and two where they are of two conferences', () => {
    const attended = (headings: readonly string[], cells: readonly Cell[]) => {
      const { mateo: found, reading } = mateo(headings, cells)
      expect(codes(reading)).toEqual([])
      return found.conferences.map(({ parentAttended }) => parentAttended)
    }
    expect(attended(twice, ['10/8/2026', 'Y', 'Y'])).toEqual([true])
    expect(attended(twice, ['10/8/2026', '', 'N'])).toEqual([false])
    expect(
      attended(['Fall conf', 'Parent attended', 'Spring conf', 'Parent came'], ['10/8/2026', 'Y', '3/4/2027', 'N']),
    ).toEqual([true, false])
  })

  test('are decided by a person', () => {
    const sheet = tab('Students', ['ID', 'Name', 'Gr', ...twice], ['41', 'Reyes, Mateo', '8', '10/8/2026', 'Y', 'N'])
    const signature = read(sheet).mappings[0]?.signature ?? ''
    const choices = [{ signature, field: 'Conferences.parent_attended', heading: 'Parent came' }]
    const reading = readSchool([sheet], { schoolYear: '2026-27', choices })
    expect(student(reading, '41').conferences).toMatchObject([{ parentAttended: false }])
    expect(codes(reading)).toEqual([])
  })

  test('career clusters too', () => {
    const { mateo: found, reading } = mateo(
      ['Plan created', 'Cluster', 'Career cluster'],
      ['9/8/2026', 'Health', 'Law'],
    )
    expect(found.plans.map(({ cluster }) => cluster)).toEqual([undefined])
    expect(codes(reading)).toEqual(['COLUMN_UNSURE'])
  })
})

describe('plans, updates and letters on the roster', () => {
  test('become records of their own', () => {
    const { mateo: found, reading } = mateo(
      ['PCCR date', 'Letter sent', 'Plan created', 'Updated', 'Parent signed', 'Career cluster', 'Kept at'],
      ['10/8/2026', '9/20/2026', '9/8/2026', '1/9/2027', '9/20/2026', 'Health Science', 'Office'],
    )
    const at = { sheet: 'Students', row: 2 }
    expect(found.contacts).toEqual([{ at, date: '2026-09-20', about: 'individual', arrived: true }])
    expect(found.updates).toEqual([{ at, date: '2027-01-09' }])
    expect(found.plans).toMatchObject([
      { at, createdOn: '2026-09-08', signedOn: '2026-09-20', cluster: 'Health Science', keptAt: 'Office' },
    ])
    expect([...reading.school.tracked]).toEqual(expect.arrayContaining(['Plans.cluster', 'Plans.kept_at']))
    expect(codes(reading)).toEqual([])
  })

  test('the heading tells the kind of plan', () => {
    const { mateo: found } = mateo(['PCCR created', 'Signed'], ['9/8/2026', '9/9/2026'])
    expect(found.plans).toMatchObject([{ kind: 'secondary', createdOn: '2026-09-08', signedOn: '2026-09-09' }])
  })

  test('a plan that is only ticked exists without a date', () => {
    const { mateo: found, reading } = mateo(['Plan created'], ['Y'])
    expect(found.plans).toHaveLength(1)
    expect(found.plans[0]?.createdOn).toBeUndefined()
    expect(codes(reading)).toEqual(['DATE_MISSING'])
  })

  test('no plan comes of a No or of a tick beside a blank date', () => {
    expect(mateo(['Plan created', 'Career cluster'], ['N', 'Health Science']).mateo.plans).toEqual([])
  })
})

describe('the same event on the roster and in a log is one', () => {
  const headings = ['student_id', 'kind', 'date', 'status', 'student_attended', 'parent_attended', 'staff_names']

  test('the log tells it and the roster fills in', () => {
    const { mateo: found } = mateo(
      ['Conf date', 'Who came'],
      ['10/8/2026', 'B'],
      tab('Log', headings, ['41', 'group', '2026-10-08', 'no-show', '', 'N', '']),
    )
    expect(found.conferences).toMatchObject([
      {
        at: { sheet: 'Log', row: 2 },
        kind: 'group',
        status: 'no-show',
        studentAttended: true,
        parentAttended: false,
        staffPresent: undefined,
      },
    ])
  })

  test('another kind, where the heading tells it, or another day is another conference', () => {
    const { mateo: found } = mateo(
      ['Group PCCR', 'Conf date'],
      ['10/8/2026', '11/8/2026'],
      tab('Log', headings, ['41', 'individual', '2026-10-08', 'held', 'Y', 'Y', 'A']),
    )
    expect(found.conferences.map(({ kind, date }) => [kind, date])).toEqual([
      ['individual', '2026-10-08'],
      ['group', '2026-10-08'],
      ['individual', '2026-11-08'],
    ])
  })

  test('one plan, one update and one letter stay one', () => {
    const { mateo: found } = mateo(
      ['Plan created', 'Parent signed', 'Updated', 'Letter sent'],
      ['9/8/2026', '9/20/2026', '1/9/2027', '10/1/2026'],
      tab('Plans', ['student_id', 'created_on', 'kept_at'], ['41', '2026-09-08', 'Office']),
      tab('PlanUpdates', ['student_id', 'updated_on'], ['41', '2027-01-09']),
      tab('Contacts', ['student_id', 'date', 'about', 'outcome'], ['41', '2026-10-01', 'group', 'sent']),
    )
    expect(found.plans).toMatchObject([{ at: { sheet: 'Plans' }, keptAt: 'Office', signedOn: '2026-09-20' }])
    expect(found.updates).toHaveLength(1)
    expect(found.contacts).toHaveLength(1)
  })
})

test('a tracker beside the roster, one row a student, is read like the roster itself', () => {
  const reading = read(
    tab('SIS export', ['Student ID', 'Name', 'Grade', 'DOB'], ['41', 'Reyes, Mateo', '8', '3/4/2013']),
    tab(
      'Tracker',
      ['ID', 'Name', 'Fall conf', 'Who came', 'Plan created', 'Parent signed'],
      ['41', 'Reyes, Mateo', '10/8/2026', 'P', '9/8/2026', ''],
    ),
  )
  expect(reading.mappings.map(({ kind }) => kind)).toEqual(['students', 'student-details'])
  expect(student(reading, '41').conferences).toMatchObject([{ date: '2026-10-08', at: { sheet: 'Tracker', row: 2 } }])
  expect(student(reading, '41').plans).toMatchObject([{ createdOn: '2026-09-08' }])
  expect(codes(reading)).toEqual([])
})
