import { describe, expect, test } from 'vitest'
import type { Tab } from '../../src/records/tab.ts'
import { codes, read, roster, student, tab } from './tabs.ts'

function kinds(...tabs: Tab[]): readonly string[] {
  return read(...tabs).mappings.map(({ kind }) => kind)
}

describe('a tab is recognised by its headings, whatever it is called', () => {
  test.each([
    [
      'conferences',
      ['student_id', 'kind', 'date', 'status', 'student_attended'],
      ['000041', 'group', '2026-10-08', 'held', 'Y'],
    ],
    ['conferences', ['Student #', 'Conf Type', 'Conf Date', 'Outcome'], ['000041', 'Individual', '10/8/26', 'No show']],
    [
      'contacts',
      ['student_id', 'date', 'about', 'channel', 'outcome'],
      ['000041', '2026-10-08', 'group', 'letter', 'sent'],
    ],
    ['contacts', ['ID', 'Date', 'Method', 'Result'], ['000041', '10/8/26', 'phone call', 'left message']],
    [
      'plans',
      ['student_id', 'plan_kind', 'created_on', 'parent_signed_on'],
      ['000041', 'PCCR', '2026-09-08', '2026-09-20'],
    ],
    ['plans', ['student_local_id', 'sep_effective_date', 'sep_parent_signed_date'], ['000041', '2026-09-08', 'NULL']],
    [
      'plan-updates',
      ['student_id', 'updated_on', 'by', 'what_changed'],
      ['000041', '2026-10-08', 'Alvarez', 'courses'],
    ],
    ['grade-history', ['student_id', 'school_year', 'grade'], ['000041', '2025-26', '7']],
    ['calendar', ['school_year', 'first_day', 'last_day'], ['2026-27', '2026-08-17', '2027-05-28']],
    ['school-log', ['item', 'date', 'participants'], ['training', '2026-09-01', 'all counselors']],
    ['courses', ['student_id', 'course', 'planned', 'registered'], ['000041', 'Algebra I', 'Y', 'N']],
    ['student-details', ['student_id', 'birth_date'], ['000041', '2013-03-04']],
  ])('%s', (kind, headings, row) => {
    expect(kinds(roster(), tab('Sheet7', headings, row))[1]).toBe(kind)
  })

  test.each([
    ['attendance by day', ['student_id', 'date', 'status'], ['000041', '2026-10-08', 'Tardy']],
    ['fees', ['student_id', 'date', 'type', 'amount'], ['000041', '2026-10-08', 'Locker', '5']],
    [
      'enrolments in classes',
      ['sourcedId', 'classSourcedId', 'userSourcedId', 'role', 'beginDate', 'endDate'],
      ['1', 'c', '000041', 'student', '2026-08-17', '2027-01-15'],
    ],
    [
      'classes',
      ['sourcedId', 'title', 'grades', 'courseSourcedId', 'classCode'],
      ['000041', 'English', '09', 'e', 'e1'],
    ],
    ['schools', ['sourcedId', 'name', 'type', 'parentSourcedId'], ['000041', 'Lincoln', 'school', 'd']],
    ['test scores', ['local_id', 'assessment_date', 'assessment_name'], ['000041', '2026-10-08', 'MAP']],
    ['addresses', ['StudentUSI', 'AddressType', 'City'], ['000041', 'Home', 'Provo']],
    ['holidays', ['Event', 'Start date', 'End date'], ['Fall break', '2026-10-15', '2026-10-16']],
    ['notes', ['Things to do', 'By when'], ['Order toner', 'Friday']],
  ])('%s are none of our tabs and make no noise', (_, headings, row) => {
    const reading = read(roster(), tab('Sheet7', headings, row))
    expect(reading.mappings[1]).toMatchObject({ kind: 'other' })
    expect(reading.mappings[1]?.columns.every(({ samples }) => samples.length === 0)).toBe(true)
    expect(codes(reading)).toEqual([])
  })

  test('discipline records are not read, and that is said', () => {
    const reading = read(
      roster(),
      tab(
        'Log',
        ['student_id', 'incident_code', 'date', 'type', 'status'],
        ['000041', 'Hitting', '2026-10-08', 'group', 'held'],
      ),
    )
    expect(reading.mappings[1]?.kind).toBe('other')
    expect(codes(reading)).toEqual(['TAB_NOT_READ'])
    expect(JSON.stringify(reading)).not.toContain('Hitting')
  })

  test('the name breaks the tie between two tabs with the same headings', () => {
    const people = (name: string, id: string) => tab(name, ['SIS ID', 'School SIS ID', 'Username'], [id, '1', 'okl'])
    expect(kinds(people('Teacher', '9'), people('Student', '41'))).toEqual(['other', 'students'])
  })

  test('a second roster of other students is said, since its students would be missing', () => {
    const reading = read(roster(), tab('Grade 9', ['id', 'name', 'grade'], ['77', 'Yazzie, Sam', '9']))
    expect(codes(reading)).toEqual(['TAB_NOT_READ'])
  })
})

describe('one row a student beside the roster', () => {
  test('fills in what the roster leaves open, and changes nothing else', () => {
    const reading = read(
      tab(
        'users',
        ['sourcedId', 'role', 'givenName', 'familyName', 'grades'],
        ['41', 'student', 'Mateo', 'Reyes', '08'],
        ['90', 'teacher', 'Rosa', 'Alvarez', ''],
      ),
      tab('demographics', ['sourcedId', 'birthDate', 'grade'], ['41', '2013-03-04', '9'], ['90', '1980-01-01', '']),
    )
    expect(reading.school.students).toHaveLength(1)
    expect(student(reading, '41')).toMatchObject({ grade: 8, birthDate: '2013-03-04' })
    expect(codes(reading)).toEqual([])
  })

  test('roles.csv says who is a student and in which grade', () => {
    const reading = read(
      tab(
        'users',
        ['sourcedId', 'givenName', 'familyName'],
        ['41', 'Mateo', 'Reyes'],
        ['42', 'Ana', 'Begay'],
        ['90', 'Rosa', 'Alvarez'],
      ),
      tab(
        'roles',
        ['userSourcedId', 'orgSourcedId', 'role', 'grade'],
        ['90', 's', 'teacher', '7'],
        ['41', 's', 'student', '8'],
        ['42', 's', 'student', 'ps1'],
      ),
    )
    expect(reading.school.students.map(({ id, grade }) => [id, grade])).toEqual([
      ['41', 8],
      ['42', 13],
    ])
    expect(codes(reading)).toEqual([])
  })

  test('enrolments in classes tell it where there is no roles.csv', () => {
    const reading = read(
      tab(
        'users',
        ['sourcedId', 'givenName', 'familyName', 'grade'],
        ['41', 'Mateo', 'Reyes', '8'],
        ['90', 'Rosa', 'Alvarez', ''],
      ),
      tab('enrollments', ['classSourcedId', 'userSourcedId', 'role'], ['c', '41', 'student'], ['c', '90', 'teacher']),
    )
    expect(reading.school.students.map(({ id }) => id)).toEqual(['41'])
    expect(reading.mappings[1]?.kind).toBe('other')
  })

  test('rows marked tobedeleted are left out, once said', () => {
    const reading = read(
      tab(
        'users',
        ['sourcedId', 'status', 'role', 'givenName', 'familyName', 'grades'],
        ['41', 'active', 'student', 'Mateo', 'Reyes', '08'],
        ['42', 'tobedeleted', 'student', 'Ana', 'Begay', '01'],
      ),
    )
    expect(reading.school.students.map(({ id }) => id)).toEqual(['41'])
    expect(codes(reading)).toEqual(['ROWS_LEFT_OUT'])
  })

  test('an id of nobody is named there too', () => {
    const reading = read(
      roster(),
      tab('More', ['student_id', 'birth_date'], ['000041', '2013-03-04'], ['000099', '2013-03-04']),
    )
    expect(codes(reading)).toEqual(['ID_UNKNOWN'])
  })
})

describe('a tab that nearly is one of ours is not passed over in silence', () => {
  test.each([
    [
      'a log without dates',
      'Conferences',
      ['student_id', 'kind', 'status'],
      ['000041', 'group', 'held'],
      'no column for the date',
    ],
    [
      'a log without ids',
      'Conferences',
      ['Student', 'Date', 'Kind', 'Status'],
      ['Reyes, Mateo', '10/8/2026', 'group', 'held'],
      'no column for their ids',
    ],
    [
      'a list of plans without ids',
      'Plans',
      ['Last Name', 'First Name', 'Plan created'],
      ['Reyes', 'Mateo', '9/8/2026'],
      'no column for their ids',
    ],
  ])('%s', (_, name, headings, row, words) => {
    const reading = read(roster(), tab(name, headings, row))
    expect(codes(reading)).toEqual(['TAB_NOT_READ'])
    expect(reading.problems.find(({ code }) => code === 'TAB_NOT_READ')?.message).toContain(words)
  })

  test('a log whose students are ids under the heading “Student” is read', () => {
    const reading = read(
      roster(),
      tab('Conferences', ['Student', 'Date', 'Kind', 'Status'], ['000041', '10/8/2026', 'group', 'held']),
    )
    expect(student(reading, '000041').conferences).toHaveLength(1)
  })

  test.each([
    ['a list of lockers', ['Student ID', 'Locker', 'Updated', 'Notes'], ['000041', '12', '10/8/2026', 'new lock']],
    ['an inventory', ['Item', 'Date', 'Count'], ['Toner', '10/8/2026', '3']],
  ])('%s is none of ours', (_, headings, row) => {
    const reading = read(roster(), tab('Sheet7', headings, row))
    expect(reading.mappings[1]?.kind).toBe('other')
    expect(codes(reading)).toEqual([])
  })

  test('a roster with a school year in every row is still the roster', () => {
    const reading = read(
      tab('Grades', ['student_id', 'school_year', 'grade'], ['41', '2025-26', '7'], ['41', '2026-27', '8']),
      tab(
        'Kids',
        ['student_id', 'name', 'grade', 'school_year', 'period'],
        ['41', 'Reyes, Mateo', '8', '2026-27', '2'],
      ),
    )
    expect(reading.mappings.map(({ kind }) => kind)).toEqual(['grade-history', 'students'])
  })
})

describe('two tabs that could both be the roster', () => {
  const kids = (name: string, ...rows: readonly string[][]) => tab(name, ['ID', 'Name', 'Grade'], ...rows)
  const sis = (name: string) =>
    tab(name, ['Student ID', 'Student', 'Gr', 'Fall conf'], ['41', 'Reyes, Mateo', '8', '10/8/2026'])

  test('the one that was taken is said, and the other fills in', () => {
    const reading = read(kids('List', ['41', 'Reyes, Mateo', ''], ['42', 'Begay, Ana', 'K']), sis('Tracker'))
    expect(reading.roster?.sheet).toBe('Tracker')
    expect(reading.problems.filter(({ code }) => code === 'ROSTER_UNSURE')).toMatchObject([
      {
        sheet: 'List',
        message:
          'Tracker and List could both be the roster. Tracker was taken, and List only fills in what is blank there. If that is wrong, call the right one “Roster”.',
      },
    ])
  })

  test('the one that is called “Roster” is it, without a question', () => {
    const reading = read(kids('Roster', ['41', 'Reyes, Mateo', ''], ['42', 'Begay, Ana', 'K']), sis('Tracker'))
    expect(reading.roster?.sheet).toBe('Roster')
    expect(student(reading, '41').conferences).toHaveLength(1)
    expect(codes(reading)).not.toContain('ROSTER_UNSURE')
  })

  test("last month's export of the same students is not read, and that is said", () => {
    const reading = read(
      kids('October', ['41', 'Reyes, Mateo', '8'], ['42', 'Begay, Ana', 'K']),
      kids('September', ['41', 'Reyes, Mateo', '7']),
    )
    expect(reading.mappings.map(({ kind }) => kind)).toEqual(['students', 'other'])
    expect(reading.problems.filter(({ code }) => code === 'TAB_NOT_READ')).toMatchObject([{ sheet: 'September' }])
  })

  test('between two that are equally good, the one with our columns is the roster as before', () => {
    const before = { ...tab('B', ['ID', 'Name', 'Grade', 'Status'], ['41', 'Reyes, Mateo', '8', 'Met']), managed: [3] }
    const reading = read(
      tab('A', ['SIS ID', 'Name', 'Gr'], ['41', 'Reyes, Mateo', '8'], ['42', 'Begay, Ana', '1']),
      before,
    )
    expect(reading.roster?.sheet).toBe('B')
    expect(codes(reading)).toContain('ROSTER_UNSURE')
  })
})

test.each(["Ms. O'Hara's 8th", '"Roster"', '🎓 Students', '2026/27 [A]', '__proto__'])(
  'a tab may be called “%s”',
  (name) => {
    const reading = read(tab(name, ['ID', 'Name', 'Grade'], ['41', 'Reyes, Mateo', '8']))
    expect([reading.roster?.sheet, codes(reading)]).toEqual([name, []])
  },
)
