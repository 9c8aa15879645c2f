import { describe, expect, test } from 'vitest'
import { idText } from '../../src/records/id-cells.ts'
import { codes, read, roster, student, tab } from './tabs.ts'

test.each([
  [' 000041 ', '000041'],
  ['\u00a0000041\u00a0', '000041'],
  ['\u200b000041\u200e', '000041'],
  ['#N/A', ''],
  ['#REF!', ''],
  ['Loading...', ''],
  ['././.', ''],
  ['NA', 'NA'],
  [42, '42'],
  [4.2e7, '42000000'],
  [123.0, '123'],
  ['123.0', '123'],
  ['4.2E+07', '42000000'],
  ['12E5', '12E5'],
  ['="000041"', '000041'],
  ["'000041", '000041'],
  ["O'Neil", "O'Neil"],
  ['NULL', ''],
  ['', ''],
  [false, ''],
])('the cell %s holds the id “%s”', (cell, id) => {
  expect(idText(cell)).toBe(id)
})

const log = ['student_id', 'date', 'kind', 'status']

describe('leading zeros', () => {
  test('a number among text ids of one width gets its zeros back, once said', () => {
    const reading = read(
      tab(
        'Students',
        ['student_id', 'last_name', 'first_name', 'grade'],
        ['000041', 'Reyes', 'Mateo', 8],
        [42, 'Begay', 'Ana', 1],
        [7, 'Tuala', 'Lupe', 2],
      ),
      tab('Conferences', log, ['000042', '2026-10-08', 'group', 'held'], ['000007', '2026-10-09', 'group', 'held']),
    )
    expect(reading.school.students.map(({ id }) => id)).toEqual(['000041', '000042', '000007'])
    expect(student(reading, '000042').conferences).toHaveLength(1)
    expect(codes(reading)).toEqual(['ID_ZEROS_RESTORED'])
    expect(reading.problems[0]).toMatchObject({ sheet: 'Students', column: 'student_id', count: 2 })
    expect(reading.roster?.rows[1]).toEqual({ row: 3, studentId: '000042', cell: 42 })
  })

  test('a log that lost them still finds its students', () => {
    const reading = read(
      roster(),
      tab('Conferences', log, [41, '2026-10-08', 'group', 'held'], [42, '2026-10-08', 'group', 'held']),
    )
    expect(student(reading, '000041').conferences).toHaveLength(1)
    expect(student(reading, '000042').conferences).toHaveLength(1)
    expect(reading.problems.filter(({ code }) => code === 'ID_ZEROS_RESTORED')).toMatchObject([
      { sheet: 'Conferences', count: 2 },
    ])
  })

  test('a roster that lost all of them gets them from a log that did not', () => {
    const reading = read(
      tab('Students', ['student_id', 'name', 'grade'], [41, 'Reyes, Mateo', 8], [42, 'Begay, Ana', 1]),
      tab('Conferences', log, ['000041', '2026-10-08', 'group', 'held']),
    )
    expect(reading.school.students.map(({ id }) => id)).toEqual(['000041', '000042'])
    expect(student(reading, '000041').conferences).toHaveLength(1)
  })

  test('ids of several lengths are kept as they are', () => {
    const reading = read(
      tab(
        'Students',
        ['id', 'name', 'grade'],
        ['041', 'Reyes, Mateo', 8],
        ['1042', 'Begay, Ana', 1],
        [7, 'Tuala, Lupe', 2],
      ),
    )
    expect(reading.school.students.map(({ id }) => id)).toEqual(['041', '1042', '7'])
  })

  test('ids that differ only in zeros are two students', () => {
    const reading = read(
      tab('Students', ['id', 'name', 'grade'], ['041', 'Reyes, Mateo', 8], ['41', 'Begay, Ana', 1]),
      tab('Conferences', log, ['41', '2026-10-08', 'group', 'held'], ['0041', '2026-10-08', 'group', 'held']),
    )
    expect(student(reading, '41').conferences).toHaveLength(1)
    expect(student(reading, '041').conferences).toHaveLength(0)
    expect(codes(reading)).toEqual(['ID_UNKNOWN'])
  })
})

describe('ids that do not fit', () => {
  test('two students with one id both stay, and records go to the first', () => {
    const reading = read(
      tab(
        'Students',
        ['id', 'name', 'grade'],
        ['41', 'Reyes, Mateo', 8],
        ['42', 'Begay, Ana', 1],
        ['41', 'Tuala, Lupe', 2],
      ),
      tab('Conferences', log, ['41', '2026-10-08', 'group', 'held']),
    )
    expect(reading.school.students.map(({ firstName }) => firstName)).toEqual(['Mateo', 'Ana', 'Lupe'])
    expect(reading.school.students.map(({ conferences }) => conferences.length)).toEqual([1, 0, 0])
    const [twice] = reading.problems.filter(({ code }) => code === 'ID_TWICE')
    expect(twice?.message).toContain('rows 2 and 4')
    expect(reading.roster?.rows.map(({ row }) => row)).toEqual([2, 3, 4])
  })

  test('a record of an unknown student is named with its row and value', () => {
    const reading = read(roster(), tab('Conferences', log, ['000099', '2026-10-08', 'group', 'held']))
    expect(reading.problems.find(({ code }) => code === 'ID_UNKNOWN')).toMatchObject({
      sheet: 'Conferences',
      row: 2,
      column: 'student_id',
      value: '000099',
    })
  })

  test('a student row and a record without an id are named', () => {
    const reading = read(
      tab('Students', ['id', 'name', 'grade'], ['41', 'Reyes, Mateo', 8], ['', 'Begay, Ana', 1]),
      tab('Conferences', log, ['', '2026-10-08', 'group', 'held']),
    )
    expect(reading.problems.filter(({ code }) => code === 'ID_MISSING').map(({ sheet, row }) => [sheet, row])).toEqual([
      ['Students', 3],
      ['Conferences', 2],
    ])
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('“%s” is an id like any other', (id) => {
    const reading = read(
      tab('Students', ['id', 'name', 'grade'], [id, 'Reyes, Mateo', 8]),
      tab('Conferences', log, [id, '2026-10-08', 'group', 'held'], ['valueOf', '2026-10-08', 'group', 'held']),
    )
    expect(student(reading, id).conferences).toHaveLength(1)
    expect(codes(reading)).toEqual(['ID_UNKNOWN'])
  })
})

describe('several ids on one roster', () => {
  const students = tab(
    'Students',
    ['SIS ID', 'Student Number', 'State ID', 'Last Name', 'First Name', 'Grade'],
    ['st1', '9001', 'UT', 'Reyes', 'Mateo', '8'],
    ['st2', '9002', 'UT', 'Begay', 'Ana', '1'],
  )

  test('the SIS id comes first, and a log may use another', () => {
    const reading = read(
      students,
      tab('Log', ['Student Number', 'Date', 'Kind', 'Status'], ['9002', '2026-10-08', 'group', 'held']),
    )
    expect(reading.school.students.map(({ id }) => id)).toEqual(['st1', 'st2'])
    expect(student(reading, 'st2').conferences).toHaveLength(1)
    expect(codes(reading)).toEqual([])
  })

  test('an id column without a single value gives way to the next', () => {
    const reading = read(
      tab(
        'students',
        ['student_id', 'student_state_id', 'name', 'grade'],
        ['', '900000001', 'Reyes, Mateo', '8'],
        ['', '900000002', 'Begay, Ana', '1'],
      ),
    )
    expect(reading.school.students.map(({ id }) => id)).toEqual(['900000001', '900000002'])
  })
})

describe('two columns of ids', () => {
  const students = (...others: readonly string[]) =>
    tab(
      'Students',
      ['Student ID', 'Lunch number', 'Name', 'Grade'],
      ['41', others[0] ?? '', 'Reyes, Mateo', '8'],
      ['42', others[1] ?? '', 'Begay, Ana', 'K'],
    )
  const one = tab('Conferences', log, ['41', '2026-10-08', 'group', 'held'])

  test('a row whose id is one of one student and another of another belongs to neither', () => {
    const reading = read(students('42', '41'), one)
    expect(reading.school.students.flatMap(({ conferences }) => conferences)).toEqual([])
    expect(reading.problems.find(({ code }) => code === 'ID_UNKNOWN')?.message).toContain('one id of one student')
  })

  test('which of them a log goes by is told by all of its rows', () => {
    const two = tab('Conferences', log, ['41', '2026-10-08', 'group', 'held'], ['7001', '2026-10-08', 'group', 'held'])
    const reading = read(students('7001', '41'), two)
    expect(student(reading, '42').conferences).toHaveLength(1)
    expect(student(reading, '41').conferences).toHaveLength(1)
    expect(codes(reading)).toEqual([])
  })
})

test.each([
  ['000041', 'Mateo'],
  ['41', 'Mateo'],
  ['UT-7', 'Ana'],
  ['42', 'Lupe'],
  ['43', undefined],
  ['__proto__', undefined],
  ['', undefined],
])('by the id “%s” the student is %s: as it is written first, then without zeros', (id, name) => {
  const reading = read(
    tab(
      'Students',
      ['student_id', 'ssid', 'last_name', 'first_name', 'grade'],
      ['000041', 'UT-6', 'Reyes', 'Mateo', 8],
      ['000042', 'UT-7', 'Begay', 'Ana', 1],
      ['000055', '42', 'Tuala', 'Lupe', 2],
    ),
  )
  expect(reading.find(id)?.firstName).toBe(name)
})
