/** Columns that write the day first: asked about, and no day is swapped before the answer. */
import { describe, expect, test } from 'vitest'
import type { DateOrder } from '../../src/records/column-choices.ts'
import { readSchool, type SchoolReading } from '../../src/records/read-school.ts'
import { read, student, tab } from './tabs.ts'

/** Mateo, Ana and Lupe with these birthdays, as the column writes them. */
function born(...days: readonly string[]) {
  const names = ['Reyes, Mateo', 'Begay, Ana', 'Tuala, Lupe']
  return tab(
    'Students',
    ['id', 'name', 'grade', 'DOB'],
    ...days.map((day, index) => [`4${index}`, names[index % 3] as string, '8', day]),
  )
}

function birthdays(reading: SchoolReading): readonly (string | undefined)[] {
  return reading.school.students.map(({ birthDate }) => birthDate)
}

/** The same after a person has said which stands first. */
function answered(dates: DateOrder, ...days: readonly string[]): SchoolReading {
  const sheet = born(...days)
  const signature = read(sheet).mappings[0]?.signature ?? ''
  return readSchool([sheet], { schoolYear: '2026-27', choices: [{ signature, field: 'birth_date', dates }] })
}

const mixed = ['15/06/2013', '1/05/2020', '5/5/2013']

describe('one date with the day first', () => {
  test('until it is said which stands first, the day that could be two days is left out, and the others are read', () => {
    const reading = read(born(...mixed))
    expect(birthdays(reading)).toEqual(['2013-06-15', undefined, '2013-05-05'])
    expect(reading.problems.filter(({ column }) => column === 'DOB')).toEqual([
      {
        code: 'COLUMN_UNSURE',
        sheet: 'Students',
        row: 3,
        column: 'DOB',
        value: '1/05/2020',
        message:
          '“DOB” of Students has a date with the day first (“15/06/2013”, row 2), so “1/05/2020” in row 3 could mean two days. Such cells (1) count as blank, until you choose on the Settings tab which stands first. Or write dates as 2026-10-08.',
      },
    ])
    expect(reading.mappings[0]?.questions).toMatchObject([{ asks: 'date-order', field: 'birth_date' }])
  })

  test.each`
    order            | days
    ${'day-first'}   | ${['2013-06-15', '2020-05-01', '2013-05-05']}
    ${'month-first'} | ${[undefined, '2020-01-05', '2013-05-05']}
  `('answered $order: $days', ({ order, days }) => {
    const reading = answered(order, ...mixed)
    expect(birthdays(reading)).toEqual(days)
    expect(reading.mappings[0]?.questions).toEqual([])
    expect(reading.problems.some(({ code }) => code === 'COLUMN_UNSURE')).toBe(false)
  })

  test('nothing is asked where no date could mean two days', () => {
    const reading = read(born('15/06/2013', '28/2/2014', '5/5/2013', '10/28/2013'))
    expect(birthdays(reading)).toEqual(['2013-06-15', '2014-02-28', '2013-05-05', '2013-10-28'])
    expect(reading.mappings[0]?.questions).toEqual([])
    expect(reading.problems.some(({ column }) => column === 'DOB')).toBe(false)
  })
})

describe('ten dates with the day first', () => {
  const days = [...Array.from({ length: 10 }, (_, index) => `${13 + index}/06/2013`), '1/05/2020']

  test('are no slip: the others are read so, and a person is asked all the same', () => {
    const reading = read(born(...days))
    expect(birthdays(reading)[10]).toBe('2020-05-01')
    expect(reading.mappings[0]?.questions).toHaveLength(1)
    expect(reading.problems.find(({ code }) => code === 'COLUMN_UNSURE')?.message).toContain(
      'Such cells (1) were read day first, until you choose on the Settings tab which stands first.',
    )
  })

  test('a single one among ten with the month first is a slip, named with its row', () => {
    const american = Array.from({ length: 10 }, (_, index) => `6/${13 + index}/2013`)
    const reading = read(born(...american, '1/5/2020', '13/1/2014'))
    expect(birthdays(reading).slice(10)).toEqual(['2020-01-05', undefined])
    expect(reading.problems.filter(({ column }) => column === 'DOB')).toMatchObject([
      { code: 'DATE_UNREADABLE', row: 13, value: '13/1/2014' },
    ])
  })
})

describe('dates that the spreadsheet has taken for American ones while it left the others as text', () => {
  test('may have day and month swapped, which is said', () => {
    const reading = read(born('15/06/2013', '2013-05-05', '2020-01-05'))
    expect(birthdays(reading)).toEqual(['2013-06-15', '2013-05-05', '2020-01-05'])
    expect(reading.mappings[0]?.questions).toEqual([])
    expect(reading.problems.filter(({ column }) => column === 'DOB')).toEqual([
      {
        code: 'COLUMN_UNSURE',
        sheet: 'Students',
        row: 4,
        column: 'DOB',
        value: '2020-01-05',
        message:
          '“DOB” of Students has a date with the day first (“15/06/2013”, row 2), and every other date lies in the first twelve days of a month, such as 2020-01-05 in row 4: the spreadsheet may have swapped day and month of those. Compare them with their source, or write dates as 2026-10-08.',
      },
    ])
  })

  test('are beyond suspicion where one lies later in its month', () => {
    const reading = read(born('15/06/2013', '2013-10-28', '2020-01-05'))
    expect(reading.problems.some(({ column }) => column === 'DOB')).toBe(false)
  })
})

test('a column of days alone is known to hold dates, so that a heading such as “PCCR” is a conference', () => {
  const reading = read(
    tab(
      'Students',
      ['id', 'name', 'grade', 'PCCR'],
      ['41', 'Reyes, Mateo', '8', '15/10/2026'],
      ['42', 'Begay, Ana', '8', '28/10/2026'],
    ),
  )
  expect(student(reading, '41').conferences.map(({ date }) => date)).toEqual(['2026-10-15'])
})

test('a conference whose day could be two is not counted, nor called one without a date', () => {
  const reading = read(
    tab(
      'Students',
      ['id', 'name', 'grade', 'PCCR date'],
      ['41', 'Reyes, Mateo', '8', '15/10/2026'],
      ['42', 'Begay, Ana', '8', '8/10/2026'],
    ),
    tab(
      'Conferences',
      ['id', 'Date', 'Kind', 'Status'],
      ['41', '28/10/2026', 'group', 'held'],
      ['41', '9/11/2026', 'group', 'held'],
    ),
  )
  expect(student(reading, '41').conferences.map(({ date, kind }) => [date, kind])).toEqual([
    ['2026-10-28', 'group'],
    ['2026-10-15', 'individual'],
  ])
  expect(student(reading, '42').conferences).toEqual([])
  expect(reading.problems.map(({ code, sheet }) => [sheet, code])).toEqual([
    ['Students', 'RECORDS_MISSING'],
    ['Students', 'COLUMN_UNSURE'],
    ['Conferences', 'COLUMN_UNSURE'],
  ])
})
