import { describe, expect, test } from 'vitest'
import { codes, read, roster, student, tab } from './tabs.ts'

describe('contacts', () => {
  test('arrive unless their outcome says otherwise', () => {
    const reading = read(
      roster(),
      tab(
        'Contacts',
        ['student_id', 'date', 'about', 'channel', 'outcome'],
        ['000041', '2026-10-08', 'individual', 'letter', 'sent'],
        ['000041', '2026-10-20', '', 'letter', 'Undeliverable'],
        ['000041', '', 'group', 'phone', 'talked'],
      ),
    )
    expect(student(reading, '000041').contacts).toEqual([
      { at: { sheet: 'Contacts', row: 2 }, date: '2026-10-08', about: 'individual', arrived: true },
      { at: { sheet: 'Contacts', row: 3 }, date: '2026-10-20', about: undefined, arrived: false },
    ])
    expect(codes(reading)).toEqual(['DATE_MISSING'])
  })
})

describe('plans', () => {
  test('a row of the canonical columns becomes a plan', () => {
    const reading = read(
      roster(),
      tab(
        'Plans',
        [
          'student_id',
          'plan_kind',
          'created_on',
          'source',
          'parent_signed_on',
          'signed_by',
          'prepared_by',
          'sec_grad_reqs',
          'sec_goals',
          'cluster',
          'course_plan',
          'tests_on',
          'career_objectives',
          'career_reviewer',
          'early_grad_in_plan',
          'kept_at',
          'file_registration',
          'updated_on',
        ],
        [
          '000041',
          'PCCR',
          '2026-09-08',
          'own',
          '2026-09-20',
          'Mother',
          'student',
          'Y',
          'N',
          'Health Science',
          'Y',
          '2026-09-10',
          'both',
          'R. Smith',
          '',
          'N',
          '',
          '2027-01-09',
        ],
      ),
    )
    expect(student(reading, '000041').plans).toEqual([
      {
        at: { sheet: 'Plans', row: 2 },
        kind: 'secondary',
        createdOn: '2026-09-08',
        source: 'own',
        signedOn: '2026-09-20',
        signedBy: 'parent',
        preparedBy: 'student',
        sections: {
          grad: true,
          goals: false,
          work: undefined,
          courses: undefined,
          links: undefined,
          progress: undefined,
          strengths: undefined,
        },
        testsOn: '2026-09-10',
        cluster: 'Health Science',
        coursePlan: true,
        careerObjectives: 'both',
        careerReviewer: 'R. Smith',
        earlyGraduationPlanned: undefined,
        keptAt: false,
        file: { registration: undefined, teachers: undefined, reportCards: undefined, participants: undefined },
      },
    ])
    expect(student(reading, '000041').updates).toEqual([{ at: { sheet: 'Plans', row: 2 }, date: '2027-01-09' }])
    expect(codes(reading)).toEqual([])
  })

  test('an unsigned plan of Aspen holds the word NULL', () => {
    const reading = read(
      tab('students', ['local_id', 'full_name', 'grade'], ['41', 'Reyes, Mateo', '08']),
      tab(
        'ed_plans',
        ['student_local_id', 'sep_oid', 'sep_effective_date', 'sep_parent_signed_date', 'sep_last_modified'],
        ['41', 'x', '2026-09-15', 'NULL', '1425823743000'],
      ),
    )
    expect(student(reading, '41').plans).toMatchObject([{ createdOn: '2026-09-15' }])
    expect(student(reading, '41').plans[0]?.signedOn).toBeUndefined()
    expect(student(reading, '41').updates).toEqual([])
  })
})

describe('grade history', () => {
  test('is kept by year, and a row without a grade is named', () => {
    const reading = read(
      roster(),
      tab(
        'GradeHistory',
        ['student_id', 'school_year', 'grade', 'entry_date', 'exit_date', 'source'],
        ['000041', '2025-2026', '7', '2025-08-18', '', 'prior'],
        ['000041', 2027, '8', '', '', ''],
        ['000041', '2024-25', '', '', '', ''],
        ['000041', 'long ago', '5', '', '', ''],
        ['000041', '2023-24', '5', '2023-08-18', '2023-05-01', ''],
      ),
    )
    expect(student(reading, '000041').history).toEqual([
      {
        at: { sheet: 'GradeHistory', row: 2 },
        schoolYear: '2025-26',
        grade: 7,
        entryDate: '2025-08-18',
        source: 'prior',
      },
      { at: { sheet: 'GradeHistory', row: 3 }, schoolYear: '2026-27', grade: 8, source: 'own' },
      {
        at: { sheet: 'GradeHistory', row: 6 },
        schoolYear: '2023-24',
        grade: 5,
        entryDate: '2023-08-18',
        source: 'own',
      },
    ])
    expect(codes(reading)).toEqual(['GRADE_MISSING', 'VALUE_UNREADABLE', 'SPELL_BACKWARDS'])
  })
})

describe('the calendar', () => {
  test('gives first and last day of each year', () => {
    const reading = read(
      roster(),
      tab('Calendar', ['school_year', 'first_day', 'last_day'], ['2026-27', '8/17/2026', '5/28/2027']),
    )
    expect([...reading.school.calendar]).toEqual([['2026-27', { firstDay: '2026-08-17', lastDay: '2027-05-28' }]])
  })

  test.each([
    ['2026-27', '2026-08-17', '2026-05-28', 'SPELL_BACKWARDS'],
    ['2025-26', '2026-08-17', '2027-05-28', 'VALUE_UNREADABLE'],
    ['2026-27', '2026-08-17', '2026-08-20', 'VALUE_UNREADABLE'],
    ['2026-27', '2026-08-17', '', 'DATE_MISSING'],
  ])('%s from %s to “%s” is a problem', (year, first, last, code) => {
    const reading = read(roster(), tab('Calendar', ['school_year', 'first_day', 'last_day'], [year, first, last]))
    expect(reading.school.calendar.size).toBe(0)
    expect(codes(reading)).toEqual([code])
  })

  test('two calendars that do not agree about a year are not chosen between in silence', () => {
    const days = ['school_year', 'first_day', 'last_day']
    const reading = read(
      roster(),
      tab('Calendar', days, ['2026-27', '8/17/2026', '5/28/2027']),
      tab('Calendar (2)', days, ['2026-27', '8/19/2026', '5/28/2027']),
    )
    expect(reading.school.calendar.get('2026-27')?.firstDay).toBe('2026-08-17')
    expect(reading.problems.filter(({ sheet }) => sheet === 'Calendar (2)')).toMatchObject([
      { code: 'VALUE_UNREADABLE', message: expect.stringContaining('2026-08-17 to 2027-05-28') },
    ])
  })

  test('sessions of OneRoster are one, by their dates', () => {
    const reading = read(
      roster(),
      tab(
        'academicSessions',
        ['sourcedId', 'title', 'type', 'schoolYear', 'startDate', 'endDate'],
        ['a', '2026', 'schoolYear', '2026', '2026-08-17', '2027-05-28'],
        ['b', 'Fall', 'semester', '2026', '2026-08-17', '2026-12-18'],
      ),
    )
    expect([...reading.school.calendar.keys()]).toEqual(['2026-27'])
    expect(codes(reading)).toEqual([])
  })
})

describe('the school log', () => {
  test('keeps its items with year, date and who took part', () => {
    const reading = read(
      roster(),
      tab(
        'SchoolLog',
        ['school_id', 'school_year', 'item', 'date', 'participants'],
        ['1', '2026-27', 'annual_report', '2027-03-01', 'parents, teachers'],
        ['1', '', 'Training', '9/1/2026', ''],
        ['1', '2026-27', 'bake sale', '2026-10-01', ''],
        ['1', '', 'consultation', '', ''],
      ),
    )
    expect(reading.school.log).toEqual([
      {
        at: { sheet: 'SchoolLog', row: 2 },
        item: 'annual_report',
        schoolYear: '2026-27',
        date: '2027-03-01',
        participants: 'parents, teachers',
      },
      { at: { sheet: 'SchoolLog', row: 3 }, item: 'training', date: '2026-09-01' },
      { at: { sheet: 'SchoolLog', row: 5 }, item: 'consultation' },
    ])
    expect(codes(reading)).toEqual(['VALUE_UNREADABLE', 'DATE_MISSING'])
    expect(reading.school.tracked.has('SchoolLog.item')).toBe(true)
  })
})

describe('courses', () => {
  test.each([
    [
      'two columns of Y and N',
      [
        ['student_id', 'course', 'planned', 'registered'],
        ['000041', 'Algebra I', 'Y', 'Y'],
        ['000041', 'Art', 'N', 'Y'],
      ],
    ],
    [
      'one row for each list',
      [
        ['student_id', 'course', 'list'],
        ['000041', 'Algebra I', 'planned'],
        ['000041', 'Algebra I', 'registered'],
        ['000041', 'Art', 'registered'],
      ],
    ],
    [
      'two columns of courses',
      [
        ['student_id', 'planned courses', 'registered courses'],
        ['000041', 'Algebra I', 'Algebra I'],
        ['000041', '', 'Art'],
      ],
    ],
  ])('%s', (_, rows) => {
    const reading = read(roster(), tab('Courses', ...rows))
    expect(student(reading, '000041').courses).toMatchObject({
      planned: ['Algebra I'],
      registered: ['Algebra I', 'Art'],
    })
    expect(student(reading, '000042').courses).toBeUndefined()
    expect(reading.school.tracked.has('Courses.course')).toBe(true)
  })

  test('one list alone cannot be held against anything', () => {
    const reading = read(
      roster(),
      tab('Courses', ['student_id', 'course', 'planned', 'registered'], ['000041', 'Art', 'Y', 'N']),
    )
    expect(student(reading, '000041').courses).toBeUndefined()
    expect(reading.school.tracked.has('Courses.course')).toBe(false)
  })
})
