import { describe, expect, test } from 'vitest'
import type { ColumnChoice } from '../../src/records/column-choices.ts'
import { readSchool, type SchoolReading } from '../../src/records/read-school.ts'
import type { Tab } from '../../src/records/tab.ts'
import { codes, read, student, tab } from './tabs.ts'

const head = ['Student ID', 'Last Name', 'First Name', 'Grade']
const mateo = ['000041', 'Reyes', 'Mateo', '8']

describe('the signature of a tab', () => {
  const signature = (...rows: Parameters<typeof tab>[1][]) => read(tab('Students', ...rows)).mappings[0]?.signature

  test('is the same for every export with these headings, whoever is on it and in whatever order they stand', () => {
    const september = signature(head, mateo)
    expect(september).toMatch(/^[a-z0-9]{5,7}$/)
    expect(signature(head, ['000042', 'Begay', 'Ana', 'K'], ['000043', 'Tuala', 'Lupe', '12'])).toBe(september)
    expect(signature([...head].reverse(), [...mateo].reverse())).toBe(september)
    expect(signature(['student_id', 'LAST NAME', 'firstName', 'grade'], mateo)).toBe(september)
  })

  test('differs with one heading more, and with one that stands twice', () => {
    const one = signature(head, mateo)
    expect(signature([...head, 'House'], [...mateo, 'Elm'])).not.toBe(one)
    expect(signature([...head, 'Grade'], [...mateo, '8'])).not.toBe(one)
  })

  test('has nothing of our own columns, and a tab that is not read has one too, so that it can be named', () => {
    const flagged = { ...tab('Students', [...head, 'Status'], [...mateo, 'Met']), managed: [4] }
    expect(read(flagged).mappings[0]?.signature).toBe(signature(head, mateo))
    expect(
      read(tab('Students', head, mateo), tab('To do', ['What', 'When'], ['Toner', 'Friday'])).mappings[1],
    ).toMatchObject({
      kind: 'other',
      signature: expect.stringMatching(/^[a-z0-9]{5,7}$/),
      questions: [],
    })
  })
})

describe('what is asked', () => {
  test('which of two columns holds the grade, with samples of each', () => {
    const [mapping] = read(
      tab(
        'Students',
        ['id', 'name', 'Grade', 'Grade Level'],
        ['41', 'Reyes, Mateo', '8', '9'],
        ['42', 'Begay, Ana', '7', '7'],
      ),
    ).mappings
    expect(mapping?.questions).toEqual([
      {
        asks: 'column',
        field: 'grade',
        columns: [
          { index: 2, label: 'Grade', samples: ['8', '7'] },
          { index: 3, label: 'Grade Level', samples: ['9', '7'] },
        ],
      },
    ])
  })

  test('a heading that stands twice is told by its column', () => {
    const [mapping] = read(tab('Students', ['id', 'name', 'Grade', 'Grade'], ['41', 'Reyes, Mateo', '8', '9'])).mappings
    expect(mapping?.questions[0]?.columns.map(({ label }) => label)).toEqual(['Grade (column C)', 'Grade (column D)'])
  })

  test('whether a column writes the day or the month first', () => {
    const [mapping] = read(
      tab('Students', [...head, 'DOB'], [...mateo, '25/03/2013'], ['000042', 'Begay', 'Ana', 'K', '04/05/2021']),
    ).mappings
    expect(mapping?.questions).toEqual([
      {
        asks: 'date-order',
        field: 'birth_date',
        columns: [{ index: 4, label: 'DOB', samples: ['25/03/2013', '04/05/2021'] }],
      },
    ])
  })
})

/** The workbook read with what a person chose for its first tab. */
function chosen(tabs: readonly Tab[], ...choices: readonly Omit<ColumnChoice, 'signature'>[]): SchoolReading {
  const signature = read(...tabs).mappings[0]?.signature ?? ''
  return later(tabs, signature, ...choices)
}

/** The workbook read with choices that were made under another signature. */
function later(
  tabs: readonly Tab[],
  signature: string,
  ...choices: readonly Omit<ColumnChoice, 'signature'>[]
): SchoolReading {
  return readSchool(tabs, { schoolYear: '2026-27', choices: choices.map((choice) => ({ signature, ...choice })) })
}

function mappedTo(reading: SchoolReading): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(reading.mappings[0]?.columns.map(({ heading, field }) => [heading, field]) ?? [])
}

describe('what a person chose wins over every guess', () => {
  const twoGrades = tab('Students', ['id', 'name', 'Grade', 'Grade'], ['41', 'Reyes, Mateo', '8', '9'])

  test('the second of two columns with one heading', () => {
    const reading = chosen([twoGrades], { field: 'grade', heading: 'Grade (column D)' })
    expect(student(reading, '41').grade).toBe(9)
    expect([codes(reading), reading.mappings[0]?.questions]).toEqual([[], []])
    expect(reading.mappings[0]?.columns[3]).toMatchObject({ field: 'grade', certainty: 'sure', samples: ['9'] })
    expect(reading.mappings[0]?.columns[2]).not.toHaveProperty('field')
  })

  test('the bare heading of two names none of them, and that is said', () => {
    const reading = chosen([twoGrades], { field: 'grade', heading: 'Grade' })
    expect(student(reading, '41').grade).toBeUndefined()
    expect(codes(reading)).toEqual(expect.arrayContaining(['CHOICE_LOST', 'HEADING_TWICE']))
  })

  test('a column whose heading says nothing to us', () => {
    const sheet = tab('Students', [...head, 'Klasse'], [...mateo, '9'])
    const reading = chosen([sheet], { field: 'grade', heading: 'klasse' })
    expect(student(reading, '000041').grade).toBe(9)
    expect(mappedTo(reading)).toMatchObject({ Klasse: 'grade', Grade: undefined })
  })

  test('that a tab has no such column', () => {
    const sheet = tab('Students', [...head, 'IEP'], [...mateo, 'Y'])
    expect(student(read(sheet), '000041').iep).toBe(true)
    expect(student(chosen([sheet], { field: 'iep', heading: '' }), '000041').iep).toBe(false)
  })

  test('another id: it stands for the student, and a log may go on using the first', () => {
    const log = tab('Conferences', ['ID', 'Date', 'Kind', 'Status'], ['41', '10/8/2026', 'group', 'held'])
    const sheet = tab('Students', ['Student ID', 'SIS ID', 'Name', 'Grade'], ['41', 'A-7', 'Reyes, Mateo', '8'])
    const reading = chosen([sheet, log], { field: 'student_id', heading: 'SIS ID' })
    expect(student(reading, 'A-7').conferences).toHaveLength(1)
  })

  test('a refused column stays refused', () => {
    const sheet = tab('Students', [...head, 'FRL status'], [...mateo, 'Free'])
    const reading = chosen([sheet], { field: 'iep', heading: 'FRL status' })
    expect(JSON.stringify(reading)).not.toContain('Free')
    expect(codes(reading)).toEqual(['COLUMN_REFUSED'])
  })

  test('what the columns of a roster record', () => {
    const sheet = tab(
      'Students',
      [...head, 'Kontakt', 'Fall conf', 'Spring conf'],
      [...mateo, '10/8/2026', '10/9/2026', '3/4/2027'],
    )
    const dates = (reading: SchoolReading) => student(reading, '000041').conferences.map(({ date }) => date)
    expect(dates(read(sheet))).toEqual(['2026-10-09', '2027-03-04'])
    expect(dates(chosen([sheet], { field: 'Conferences.date', heading: 'Kontakt' }))).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2027-03-04',
    ])
    expect(dates(chosen([sheet], { field: '', heading: 'Fall conf' }))).toEqual(['2027-03-04'])
    expect(dates(chosen([sheet], { field: 'Conferences.date', heading: '' }))).toEqual([])
    const plan = chosen([sheet], { field: 'Plans.created_on', heading: 'Spring conf' })
    expect(dates(plan)).toEqual(['2026-10-09'])
    expect(student(plan, '000041').plans).toMatchObject([{ createdOn: '2027-03-04' }])
  })

  test('a column whose heading left open what it holds', () => {
    const sheet = tab('Students', [...head, 'SEP folder copy'], [...mateo, '10/9/2026'])
    expect(codes(read(sheet))).toEqual(['COLUMN_UNSURE'])
    const reading = chosen([sheet], { field: 'Conferences.date', heading: 'SEP folder copy' })
    expect(student(reading, '000041').conferences).toMatchObject([{ date: '2026-10-09' }])
    expect(codes(reading)).toEqual([])
  })

  test.each([
    ['day-first', '2021-05-04'],
    ['month-first', '2021-04-05'],
  ] as const)('that the dates of a column are written %s', (dates, birthDate) => {
    const sheet = tab(
      'Students',
      [...head, 'DOB'],
      [...mateo, '25/03/2013'],
      ['000042', 'Begay', 'Ana', 'K', '04/05/2021'],
    )
    const reading = chosen([sheet], { field: 'birth_date', dates })
    expect(student(reading, '000042').birthDate).toBe(birthDate)
    expect(reading.mappings[0]?.questions).toEqual([])
  })

  test('the column of a log', () => {
    const log = tab(
      'Log',
      ['Student ID', 'Conf Date', 'Meeting Date', 'Kind', 'Status'],
      ['000041', '10/8/2026', '10/9/2026', 'group', 'held'],
    )
    const asked = read(log, tab('Students', head, mateo))
    expect([asked.mappings[0]?.kind, asked.mappings[0]?.questions[0]?.field]).toEqual(['conferences', 'date'])
    const reading = chosen([log, tab('Students', head, mateo)], { field: 'date', heading: 'Meeting date' })
    expect(student(reading, '000041').conferences).toMatchObject([{ date: '2026-10-09' }])
  })
})

describe("next month's export", () => {
  const september = tab('Students', [...head, 'Kl', 'House'], [...mateo, '9', 'Elm'])
  const signature = read(september).mappings[0]?.signature ?? ''
  const made = [
    { field: 'grade', heading: 'Kl' },
    { field: 'student_id', heading: 'Student ID' },
    { field: 'last_name', heading: 'Last Name' },
  ]

  test('with one column more and one less keeps what was chosen', () => {
    const october = tab('Export (2)', ['Track', ...head, 'Kl'], ['A', ...mateo, '9'])
    const reading = later([october], signature, ...made)
    expect([student(reading, '000041').grade, codes(reading)]).toEqual([9, []])
  })

  test('in which a chosen heading is gone says so, and guesses again', () => {
    const october = tab('Students', [...head, 'House', 'Track'], [...mateo, 'Elm', 'A'])
    const reading = later([october], signature, ...made)
    expect([student(reading, '000041').grade, codes(reading)]).toEqual([8, ['CHOICE_LOST']])
    expect(reading.problems[0]).toMatchObject({ sheet: 'Students', message: expect.stringContaining('“Kl”') })
  })

  test('of another system has nothing of it, and that is said', () => {
    const clever = tab('Students', ['Student_id', 'Last_name', 'First_name', 'Grade'], mateo)
    const reading = later([clever], signature, { field: 'grade', heading: 'Kl' }, { field: 'iep', heading: '' })
    expect([student(reading, '000041').grade, codes(reading)]).toEqual([8, ['CHOICE_LOST']])
  })

  test('with choices of its own goes by these, and by the older ones for the rest', () => {
    const october = tab('Students', [...head, 'Kl', 'Kl 2', 'Mentor'], [...mateo, '9', '10', 'Alvarez'])
    const now = read(october).mappings[0]?.signature ?? ''
    const reading = readSchool([october], {
      schoolYear: '2026-27',
      choices: [
        { signature: now, field: 'grade', heading: 'Kl 2' },
        ...made.map((choice) => ({ signature, ...choice })),
        { signature, field: 'counselor', heading: 'Mentor' },
      ],
    })
    expect(student(reading, '000041')).toMatchObject({ grade: 10, counselor: 'Alvarez' })
  })
})
