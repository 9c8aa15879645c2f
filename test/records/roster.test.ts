import { describe, expect, test } from 'vitest'
import { codes, read, roster, student, tab } from './tabs.ts'

const head = [
  'student_id',
  'last_name',
  'first_name',
  'grade',
  'birth_date',
  'entry_date',
  'exit_date',
  'iep',
  'early_grad',
]

test('a row becomes a student, with the row that it came from', () => {
  const reading = read(
    tab(
      'Students',
      [...head, 'preferred_name', 'counselor', 'homeroom_teacher'],
      ['000041', 'Reyes', 'Mateo ', '8', '3/4/2013', '2026-08-17', '', 'Y', 'N', 'Teo', 'Alvarez', 'Room 12'],
    ),
  )
  expect(student(reading, '000041')).toEqual({
    at: { sheet: 'Students', row: 2 },
    id: '000041',
    lastName: 'Reyes',
    firstName: 'Mateo',
    preferredName: 'Teo',
    grade: 8,
    birthDate: '2013-03-04',
    entryDate: '2026-08-17',
    iep: true,
    earlyGraduation: false,
    counselor: 'Alvarez',
    homeroomTeacher: 'Room 12',
    history: [],
    conferences: [],
    contacts: [],
    plans: [],
    updates: [],
  })
  expect(reading.roster).toEqual({
    sheet: 'Students',
    headingRow: 1,
    idColumn: 0,
    rows: [{ row: 2, studentId: '000041', cell: '000041' }],
  })
})

describe('what is blank and what is not tracked (R0, R30)', () => {
  test('no column for IEP means no, a blank cell in one means unknown', () => {
    expect(student(read(roster()), '000041')).toMatchObject({ iep: false, earlyGraduation: false })
    const tracked = read(tab('Students', head, ['000041', 'Reyes', 'Mateo', '8', '', '', '', '', '']))
    expect(student(tracked, '000041')).toMatchObject({ iep: undefined, earlyGraduation: undefined })
    expect([...tracked.school.tracked]).toEqual(expect.arrayContaining(['Students.iep', 'Students.early_grad']))
    expect(read(roster()).school.tracked.has('Students.iep')).toBe(false)
  })
})

describe('rows that are no students', () => {
  test('blank rows, rows of unticked boxes, of managed columns, and repeated headings are passed over', () => {
    const sheet = tab(
      'Students',
      ['student_id', 'name', 'grade', 'iep', 'Status'],
      ['41', 'Reyes, Mateo', '8', false, 'To do'],
      ['', '', '', false, ''],
      ['', '', '', '', 'Met'],
      ['student_id', 'name', 'grade', 'iep', ''],
      ['  ', ' ', '', 'FALSE', ''],
    )
    const reading = read({ ...sheet, managed: [4] })
    expect(reading.school.students).toHaveLength(1)
    expect(codes(reading)).toEqual([])
    expect(reading.mappings[0]?.columns.map(({ heading }) => heading)).not.toContain('Status')
  })
})

describe('sums under the list', () => {
  const head = ['ID', 'Name', 'Grade', 'Fall conf', 'Share']

  test.each([
    [['', 'Total', 2, '1', '50%']],
    [['Total', '', '', '', '']],
    [['Grand total', '', 2, 1, 0.5]],
    [['', 'Number of students', '2', '', '']],
    [['Total students: 2', '', '', '', '']],
    [['', '', 'Count', '1 / 2', '']],
  ])('%j is no student and no problem', (cells) => {
    const reading = read(tab('Students', head, ['41', 'Reyes, Mateo', '8', '10/8/2026', ''], cells))
    expect([reading.school.students.length, codes(reading)]).toEqual([1, []])
  })

  test.each([
    [['', 'Total, Maria', '8', '', '']],
    [['', 'Begay, Ana', '8', '', '']],
    [['', 'Total', '8', '', 'moved in March']],
  ])('%j is a student without an id', (cells) => {
    expect(codes(read(tab('Students', head, ['41', 'Reyes, Mateo', '8', '', ''], cells)))).toEqual(['ID_MISSING'])
  })

  test('a student may be called Total', () => {
    const reading = read(tab('Students', ['Name', 'ID', 'Grade'], ['Total, Maria', '41', '8'], ['Total', '42', '9']))
    expect(reading.school.students.map(({ id, lastName }) => [id, lastName])).toEqual([
      ['41', 'Total'],
      ['42', 'Total'],
    ])
  })

  test('a log may have them too', () => {
    const log = tab(
      'Conferences',
      ['ID', 'Date', 'Kind', 'Status'],
      ['41', '10/8/2026', 'group', 'held'],
      ['Total', 1, '', ''],
    )
    expect(codes(read(tab('Students', head, ['41', 'Reyes, Mateo', '8', '', '']), log))).toEqual([])
  })
})

describe('headings that do not stand in the first row', () => {
  test('below a title and a blank row', () => {
    const reading = read(
      tab(
        'Sheet1',
        ['Lincoln Junior High 2026-27'],
        [],
        ['Student #', 'Last, First', 'Gr'],
        ['41', 'Reyes, Mateo', '8'],
      ),
    )
    expect(reading.mappings[0]).toMatchObject({ kind: 'students', headingRow: 3 })
    expect(student(reading, '41')).toMatchObject({ lastName: 'Reyes', firstName: 'Mateo', grade: 8, at: { row: 4 } })
  })

  test('below a band of merged cells, which says what they mean', () => {
    const reading = read(
      tab(
        'Tracker',
        ['', '', '', 'Fall conference', '', 'Spring conference', ''],
        ['Student ID', 'Name', 'Grade', 'Date', 'Who came', 'Date', 'Who came'],
        ['41', 'Reyes, Mateo', '3', '10/8/2026', 'B', '3/4/2027', 'S'],
      ),
    )
    expect(student(reading, '41').conferences).toMatchObject([
      { date: '2026-10-08', studentAttended: true, parentAttended: true },
      { date: '2027-03-04', studentAttended: true, parentAttended: false },
    ])
  })
})

describe('headings of all sorts', () => {
  const head = ['ID', 'Name', 'Grade']
  const mateo = ['41', 'Reyes, Mateo', '8']
  /** What the fourth column of Mateo's roster is taken for. */
  const fourth = (heading: string, cell: string | number) => {
    const reading = read(tab('Students', [...head, heading], [...mateo, cell]))
    return { field: reading.mappings[0]?.columns[3]?.field, codes: codes(reading), reading }
  }

  test('the name of the student and of the guardian under bands', () => {
    const reading = read(
      tab(
        'Students',
        ['Student', '', '', '', 'Parent/Guardian', '', ''],
        ['ID', 'Last Name', 'First Name', 'Grade', 'Last Name', 'First Name', 'Phone'],
        ['41', 'Reyes', 'Mateo', '8', 'Soto', 'Ana', '801-555-0101'],
      ),
    )
    expect(student(reading, '41')).toMatchObject({ lastName: 'Reyes', firstName: 'Mateo' })
    expect([codes(reading), reading.mappings[0]?.questions]).toEqual([[], []])
  })

  test('guardians whose columns only the bands tell apart', () => {
    const reading = read(
      tab(
        'Students',
        ['', 'STUDENT', '', '', 'GUARDIAN 1', '', 'GUARDIAN 2', '', 'SCHOOL'],
        ['ID', 'Last Name', 'First Name', 'Grade', 'Name', 'Phone', 'Name', 'Phone', 'Counselor'],
        ['41', 'Reyes', 'Mateo', '8', 'Ana', '801-555-0101', 'Luis', '801-555-0102', 'Alvarez'],
      ),
    )
    expect(reading.mappings[0]?.columns.slice(4).map(({ field }) => field)).toEqual([
      'guardian1_name',
      'guardian1_phone',
      'guardian2_name',
      'guardian2_phone',
      'counselor',
    ])
  })

  test('the questions of a form', () => {
    const reading = read(
      tab(
        'Form Responses 1',
        ['Timestamp', 'What is your student number?', 'Name of student (last, first)', 'What grade is the student in?'],
        ['10/8/2026 14:22:10', '41', 'Reyes, Mateo', '8'],
      ),
    )
    expect(student(reading, '41')).toMatchObject({ lastName: 'Reyes', firstName: 'Mateo', grade: 8 })
    expect(codes(reading)).toEqual([])
  })

  test('the same without bands is asked about', () => {
    const reading = read(
      tab('Students', ['ID', 'Last Name', 'First Name', 'Grade', 'Last Name'], ['41', 'Reyes', 'Mateo', '8', 'Soto']),
    )
    expect([codes(reading), student(reading, '41').lastName]).toEqual([['HEADING_TWICE'], ''])
  })

  test('a byte order mark before the first heading', () => {
    const reading = read(tab('Students', ['\ufeffID', 'Name', 'Grade'], mateo))
    expect(student(reading, '41').grade).toBe(8)
  })

  test('empty headings, and columns without any', () => {
    const reading = read(
      tab('Students', ['', 'ID', ' ', 'Name', '', 'Grade'], ['x', '41', 'y', 'Reyes, Mateo', 'z', '8']),
    )
    expect(reading.mappings[0]?.columns.map(({ heading }) => heading)).toEqual(['ID', 'Name', 'Grade'])
  })

  const question = (words: string) =>
    `${words} Please choose one answer only, and leave the cell blank\nwhere you do not know; in doubt ask the office (room 12), or write to the registrar, who keeps the list and will correct it before the count of the first of October, so that nothing has to be changed after the reports have been sent to the district.`

  test.each([
    ['Home language:', 'spa', 'home_language'],
    ['Date of birth (MM/DD/YYYY)', '3/4/2013', 'birth_date'],
    ['Counselor\n', 'Alvarez', 'counselor'],
    ['Fall conference date.', '10/8/2026', 'Conferences.date'],
    ['Who came?', 'B', undefined],
  ])('a question of 300 letters that begins “%s”', (words, cell, field) => {
    const heading = question(words)
    expect(heading.length).toBeGreaterThan(290)
    expect(fourth(heading, cell).field).toBe(words === 'Who came?' ? 'Conferences.who_came' : field)
  })

  test.each(['Name of the person to call:', 'Student, if absent:', 'What is your favourite subject?', 'Other:'])(
    'a question that begins “%s” is not read',
    (words) => {
      expect(fourth(question(words), 'Soto').field).toBeUndefined()
    },
  )

  test('a long heading is still compared with a short one', () => {
    const reading = read(tab('Students', [...head, question('Grade:')], [...mateo, '9']))
    expect(reading.mappings[0]?.questions.map(({ field }) => field)).toEqual(['grade'])
  })

  test.each(['9/14', '10/12/2026', '2026-10-12', 'Oct 12'])(
    '“%s” over ticks is not a conference, and that is said',
    (heading) => {
      const { field, reading } = fourth(heading, 'P')
      expect(field).toBeUndefined()
      expect(student(reading, '41').conferences).toEqual([])
      expect(reading.problems.filter(({ code }) => code === 'COLUMN_UNSURE')).toMatchObject([{ column: heading }])
    },
  )

  test('a whole month of them is one line, and empty ones are none', () => {
    const days = Array.from({ length: 30 }, (_, day) => `9/${day + 1}`)
    const reading = read(tab('Students', [...head, ...days], [...mateo, ...days.map(() => 'P')]))
    expect(reading.problems.find(({ code }) => code === 'COLUMN_UNSURE')?.message).toContain(
      '“9/1” and 29 more columns',
    )
    expect(codes(reading)).toEqual(['COLUMN_UNSURE'])
    expect(fourth('9/14', '').codes).toEqual([])
  })

  test.each([
    ['marks', 'A-'],
    ['percent', '93%'],
  ])('a column “Grade” of %s is shown as unsure', (_, cell) => {
    const reading = read(tab('Students', ['ID', 'Name', 'Grade'], ['41', 'Reyes, Mateo', cell]))
    expect(reading.mappings[0]?.columns[2]).toMatchObject({ field: 'grade', certainty: 'unsure', samples: [cell] })
  })

  test('beside grades that can be read, a column of marks is not meant', () => {
    const reading = read(tab('Students', ['ID', 'Name', 'Grade', 'Grade Level'], ['41', 'Reyes, Mateo', 'A-', '8']))
    expect([student(reading, '41').grade, codes(reading)]).toEqual([8, []])
  })
})

describe('headings that stand twice or are missing', () => {
  test('two columns of one heading that differ are not chosen between', () => {
    const reading = read(tab('Students', ['id', 'name', 'Grade', 'Grade'], ['41', 'Reyes, Mateo', '8', '9']))
    expect(codes(reading)).toEqual(['HEADING_TWICE'])
    expect(reading.problems[0]?.message).toBe(
      '“Grade” stands in columns C and D of Students with different cells. Neither is read. Choose one on the Settings tab, or rename the one that is not meant.',
    )
    expect(student(reading, '41').grade).toBeUndefined()
    expect(reading.mappings[0]?.columns.filter(({ heading }) => heading === 'Grade')).toMatchObject([
      { certainty: 'unsure', samples: ['8'] },
      { certainty: 'unsure', samples: ['9'] },
    ])
  })

  test('two columns that say the same, or of which one is empty, are one', () => {
    const same = read(tab('Students', ['id', 'name', 'Grade', 'Grade Level'], ['41', 'Reyes, Mateo', '8', '8']))
    const empty = read(tab('Students', ['id', 'name', 'Grade', 'Grade'], ['41', 'Reyes, Mateo', '', '8']))
    expect([codes(same), student(same, '41').grade]).toEqual([[], 8])
    expect([codes(empty), student(empty, '41').grade]).toEqual([[], 8])
  })

  test('two different headings that both fit are a question', () => {
    const reading = read(tab('Students', ['id', 'name', 'Grade', 'Current Grade'], ['41', 'Reyes, Mateo', '8', '9']))
    expect(codes(reading)).toEqual(['COLUMN_UNSURE'])
  })

  test('the name beside a legal name is what the student goes by, and that needs no question', () => {
    const reading = read(
      tab(
        'Students',
        ['id', 'Last Name', 'Legal Last Name', 'First Name', 'Grade'],
        ['41', 'Reyes', 'Reyes Soto', 'Mateo', '8'],
      ),
    )
    expect([codes(reading), student(reading, '41').lastName]).toEqual([[], 'Reyes'])
  })

  test('no column for the grade is said once, not for every student', () => {
    const reading = read(
      tab('Students', ['id', 'last_name', 'first_name'], ['41', 'Reyes', 'Mateo'], ['42', 'Begay', 'Ana']),
    )
    expect(codes(reading)).toEqual(['HEADING_MISSING'])
  })

  test('a blank grade is said with its row', () => {
    const reading = read(
      tab('Students', ['id', 'name', 'grade'], ['41', 'Reyes, Mateo', ''], ['42', 'Begay, Ana', 'K']),
    )
    expect(reading.problems.filter(({ code }) => code === 'GRADE_MISSING')).toMatchObject([
      { sheet: 'Students', row: 2, column: 'grade' },
    ])
  })

  test('students without any id column make no roster', () => {
    const reading = read(tab('Students', ['Name', 'Grade'], ['Reyes, Mateo', '8']))
    expect(reading.roster).toBeUndefined()
    expect(reading.school.students).toEqual([])
    expect(codes(reading)).toEqual(['TAB_NOT_READ'])
    expect(reading.problems[0]?.message).toContain('has no column for their ids')
  })
})

describe('cells that cannot be read', () => {
  test('a bad cell blanks only itself and is told with tab, row, column, value and what to write', () => {
    const reading = read(
      tab('Students', head, ['41', 'Reyes', 'Mateo', 'UG', '1997-13-03', '2026-08-17', '', 'sort of', '#REF!']),
    )
    expect(student(reading, '41')).toMatchObject({ lastName: 'Reyes', entryDate: '2026-08-17', iep: undefined })
    expect(reading.problems.filter(({ row }) => row !== undefined)).toMatchObject([
      { code: 'DATE_UNREADABLE', sheet: 'Students', row: 2, column: 'birth_date', value: '1997-13-03' },
      { code: 'YES_NO_UNREADABLE', sheet: 'Students', row: 2, column: 'iep', value: 'sort of' },
      { code: 'CELL_ERROR', sheet: 'Students', row: 2, column: 'early_grad', value: '#REF!' },
      { code: 'GRADE_UNREADABLE', sheet: 'Students', row: 2, column: 'grade', value: 'UG' },
    ])
    expect(reading.problems.find(({ code }) => code === 'DATE_UNREADABLE')?.message).toBe(
      'Students, row 2: “birth_date” holds “1997-13-03”. Write a date such as 10/8/2026; until then the cell counts as blank.',
    )
  })

  test('an exit before the entry is not believed, so the student is not lost from the check', () => {
    const reading = read(tab('Students', head, ['41', 'Reyes', 'Mateo', '8', '', '2026-08-17', '2026-05-29', '', '']))
    expect(student(reading, '41').exitDate).toBeUndefined()
    expect(reading.problems.find(({ code }) => code === 'SPELL_BACKWARDS')).toMatchObject({
      row: 2,
      column: 'exit_date',
      value: '2026-05-29',
    })
  })

  test('many of one column that fail alike are one line with a count', () => {
    const rows = Array.from({ length: 21 }, (_, index) => [String(index + 1), 'Reyes', 'Mateo', '8', '1997-13-03'])
    const twenty = read(tab('Students', head.slice(0, 5), ...rows.slice(0, 20)))
    const twentyOne = read(tab('Students', head.slice(0, 5), ...rows))
    expect(twenty.problems.filter(({ code }) => code === 'DATE_UNREADABLE')).toHaveLength(20)
    const [only, ...more] = twentyOne.problems.filter(({ code }) => code === 'DATE_UNREADABLE')
    expect(more).toEqual([])
    expect(only).toMatchObject({ row: 2, column: 'birth_date', count: 21 })
    expect(only?.message).toContain(
      '21 cells of “birth_date” in Students cannot be read, such as “1997-13-03” (rows 2, 3, 4, 5, 6 and so on).',
    )
  })

  test('a value of any length is cut at 80 characters', () => {
    const reading = read(tab('Students', head, ['41', 'Reyes', 'Mateo', 'x'.repeat(500), '', '', '', '', '']))
    expect(reading.problems.find(({ code }) => code === 'GRADE_UNREADABLE')?.value).toHaveLength(80)
  })
})

describe('grades that no column tells', () => {
  test('the graduation year tells it', () => {
    const reading = read(
      tab('Students', ['id', 'name', 'Grad Yr'], ['41', 'Reyes, Mateo', '2029'], ['42', 'Begay, Ana', '2039']),
    )
    expect(reading.school.students.map(({ grade }) => grade)).toEqual([10, 0])
  })

  test("this year's row of the grade history tells it", () => {
    const reading = read(
      tab('Students', ['student_id', 'last_name', 'first_name'], ['41', 'Reyes', 'Mateo']),
      tab('History', ['student_id', 'school_year', 'grade'], ['41', '2025-26', '7'], ['41', '2026-27', '8']),
    )
    expect(student(reading, '41').grade).toBe(8)
    expect(codes(reading)).toEqual([])
  })

  test('PS is decided by the birth date', () => {
    const reading = read(
      tab(
        'Students',
        ['id', 'name', 'grade', 'dob'],
        ['41', 'Reyes, Mateo', 'PS', '2022-01-02'],
        ['42', 'Tuala, Lupe', 'PS', '2007-01-02'],
        ['43', 'Begay, Ana', 'PS', ''],
      ),
    )
    expect(reading.school.students.map(({ grade }) => grade)).toEqual([-1, 13, undefined])
    expect(reading.problems.find(({ code }) => code === 'GRADE_UNREADABLE')?.message).toBe(
      'Students, row 4: “grade” holds “PS”. Write PK for preschool, 13 for post-secondary or the birth date; until then the student has no grade.',
    )
  })

  test('PS is decided by the birth date of another tab, as in OneRoster', () => {
    const reading = read(
      tab(
        'users',
        ['sourcedId', 'role', 'familyName', 'givenName', 'grades'],
        ['41', 'student', 'Reyes', 'Mateo', 'PS'],
        ['42', 'student', 'Tuala', 'Lupe', 'PS'],
      ),
      tab('demographics', ['sourcedId', 'birthDate', 'sex'], ['41', '2022-01-02', 'male'], ['42', '', 'female']),
    )
    expect(reading.school.students.map(({ grade }) => grade)).toEqual([-1, undefined])
    expect(codes(reading)).toEqual(['GRADE_UNREADABLE'])
  })

  test('a blank grade is told by the graduation year, and where both are there the grade speaks', () => {
    const reading = read(
      tab(
        'Students',
        ['id', 'name', 'grade', 'Graduation Year'],
        ['41', 'Reyes, Mateo', '', '2029'],
        ['42', 'Begay, Ana', '9', '2020'],
      ),
    )
    expect(reading.school.students.map(({ grade }) => grade)).toEqual([10, 9])
    expect(codes(reading)).toEqual([])
  })

  test('6-7, of which Sheets has made a day, names no grade', () => {
    const reading = read(tab('Students', ['id', 'name', 'grade'], ['41', 'Reyes, Mateo', '2026-06-07']))
    expect(student(reading, '41').grade).toBeUndefined()
    expect(reading.problems.find(({ code }) => code === 'GRADE_UNREADABLE')).toMatchObject({
      row: 2,
      value: '2026-06-07',
    })
  })
})

describe('what a workbook has no records of', () => {
  test('is said once for conferences and once for plans', () => {
    expect(read(roster()).problems.map(({ code }) => code)).toEqual(['RECORDS_MISSING', 'RECORDS_MISSING'])
  })
})

describe('names', () => {
  const named = (head: readonly string[], ...cells: readonly string[]) =>
    student(read(tab('Students', ['id', 'grade', ...head], ['41', '8', ...cells])), '41')

  test.each`
    head                                       | cells                               | last                  | first          | preferred
    ${['Last', 'First', 'Suffix']}             | ${['O’Neil-Smith', 'J.R.', 'III']}  | ${'O’Neil-Smith III'} | ${'J.R.'}      | ${undefined}
    ${['Last', 'First', 'Suffix']}             | ${['Smith Jr.', 'John', 'Jr']}      | ${'Smith Jr.'}        | ${'John'}      | ${undefined}
    ${['Last', 'First', 'Suffix']}             | ${['Smith', 'John', 'NA']}          | ${'Smith'}            | ${'John'}      | ${undefined}
    ${['Name', 'Suffix']}                      | ${['Smith, John', 'II']}            | ${'Smith II'}         | ${'John'}      | ${undefined}
    ${['Last', 'First']}                       | ${['Tuala ', ' Lupe ']}             | ${'Tuala'}            | ${'Lupe'}      | ${undefined}
    ${['Last', 'First']}                       | ${['Na', 'Null']}                   | ${'Na'}               | ${'Null'}      | ${undefined}
    ${['Last', 'First']}                       | ${['NULL', 'Sukarno']}              | ${''}                 | ${'Sukarno'}   | ${undefined}
    ${['Last', 'First']}                       | ${['Reyes, Mateo', '']}             | ${'Reyes'}            | ${'Mateo'}     | ${undefined}
    ${['Last', 'First']}                       | ${['Jackson', '"Jay"']}             | ${'Jackson'}          | ${'Jay'}       | ${undefined}
    ${['Last', 'First']}                       | ${['Jackson', 'Jamal “Jay”']}       | ${'Jackson'}          | ${'Jamal'}     | ${'Jay'}
    ${['Name']}                                | ${['Jackson, Jamal "Jay" Lee']}     | ${'Jackson'}          | ${'Jamal Lee'} | ${'Jay'}
    ${['Last', 'First', 'Preferred name']}     | ${['Jackson', 'Jamal "Jay"', 'J.']} | ${'Jackson'}          | ${'Jamal'}     | ${'J.'}
    ${['Legal Last Name', 'First', 'Goes by']} | ${['Begay', 'Shándíín', 'Dee']}     | ${'Begay'}            | ${'Shándíín'}  | ${'Dee'}
  `('$cells under $head are “$last”, “$first”, called $preferred', ({ head, cells, last, first, preferred }) => {
    expect(named(head, ...cells)).toMatchObject({ lastName: last, firstName: first })
    expect(named(head, ...cells).preferredName).toBe(preferred)
  })
})
