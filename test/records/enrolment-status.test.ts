/** Rows of a roster about students who are not enrolled. */
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/records/tab.ts'
import { codes, read, tab } from './tabs.ts'

/** Mateo with this status and these dates, and Ana, who has none. */
function mateo(heading: string, status: Cell, entry = '', exit = '') {
  const head = ['Student_Number', 'LastFirst', 'Grade_Level', heading, 'EntryDate', 'ExitDate']
  return read(
    tab('Students', head, ['41', 'Reyes, Mateo', 8, status, entry, exit], ['42', 'Begay, Ana', 8, '', '', '']),
    tab('Conferences', ['Student_Number', 'Date', 'Kind', 'Status'], ['41', '2026-10-08', 'group', 'held']),
  )
}

const ids = (reading: ReturnType<typeof read>) => reading.school.students.map(({ id }) => id)

describe('a student who has left and has no exit date is left out, once said, with what other tabs say of the student', () => {
  test.each`
    heading                     | status
    ${'Enroll_Status'}          | ${2}
    ${'Enroll_Status'}          | ${'2'}
    ${'Enroll_Status'}          | ${'3'}
    ${'Enroll_Status'}          | ${1}
    ${'Enroll_Status'}          | ${4}
    ${'STUDENTS.Enroll_Status'} | ${'2.0'}
    ${'Student Status'}         | ${'Transferred out'}
    ${'Status'}                 | ${'Withdrawn'}
    ${'Status'}                 | ${'Graduated'}
    ${'Status'}                 | ${'inactive'}
    ${'status'}                 | ${'tobedeleted'}
  `('$heading $status', ({ heading, status }) => {
    const reading = mateo(heading, status, '2024-08-15')
    expect(ids(reading)).toEqual(['42'])
    expect(reading.roster?.rows.map(({ row }) => row)).toEqual([3])
    expect(codes(reading)).toEqual(['ROWS_LEFT_OUT'])
    expect(reading.problems.find(({ code }) => code === 'ROWS_LEFT_OUT')?.message).toBe(
      `1 row of Students is left out, because “${heading}” says that the student is not enrolled (“${status}” in row 2).`,
    )
  })
})

test.each`
  heading            | status              | entry           | exit            | why
  ${'Enroll_Status'} | ${0}                | ${'2024-08-15'} | ${''}           | ${'0 is active'}
  ${'Enroll_Status'} | ${'0'}              | ${''}           | ${''}           | ${'0 is active'}
  ${'Enroll_Status'} | ${2}                | ${'2024-08-15'} | ${'2026-11-02'} | ${'the exit date says until when'}
  ${'Status'}        | ${'Withdrawn'}      | ${''}           | ${'2026-11-02'} | ${'the exit date says until when'}
  ${'Enroll_Status'} | ${-1}               | ${'2027-01-11'} | ${''}           | ${'the entry date says from when'}
  ${'Status'}        | ${'Pre-registered'} | ${'2027-01-11'} | ${''}           | ${'the entry date says from when'}
  ${'Status'}        | ${1}                | ${''}           | ${''}           | ${'a bare status of 1 may mean active'}
  ${'Status'}        | ${'Active'}         | ${''}           | ${''}           | ${'active'}
  ${'Status'}        | ${'NULL'}           | ${''}           | ${''}           | ${'nothing is said'}
  ${'Status'}        | ${'full time'}      | ${''}           | ${''}           | ${'something else is said'}
`('Mateo stays under $heading $status: $why', ({ heading, status, entry, exit }) => {
  const reading = mateo(heading, status, entry, exit)
  expect(ids(reading)).toEqual(['41', '42'])
  expect(reading.school.students[0]?.conferences).toHaveLength(1)
  expect(codes(reading)).toEqual([])
})

test('who is only registered for a later year, with no day of entry, is left out', () => {
  const reading = mateo('Enroll_Status', -1)
  expect(ids(reading)).toEqual(['42'])
  expect(codes(reading)).toEqual(['ROWS_LEFT_OUT'])
})

test('many are one line, with the first row of each status', () => {
  const rows = ['2', '3', '2', '0', '2'].map((status, index) => [`4${index}`, 'Reyes, Mateo', '8', status])
  const reading = read(tab('Students', ['id', 'name', 'grade', 'Enroll_Status'], ...rows))
  expect(ids(reading)).toEqual(['43'])
  expect(reading.problems.find(({ code }) => code === 'ROWS_LEFT_OUT')).toEqual({
    code: 'ROWS_LEFT_OUT',
    sheet: 'Students',
    column: 'Enroll_Status',
    count: 4,
    message:
      '4 rows of Students are left out, because “Enroll_Status” says that the students are not enrolled (“2” in row 2, “3” in row 3).',
  })
})
