/** The tab Documents: ours, but under everybody's hands. */
import { describe, expect, test } from 'vitest'
import { readSchool } from '../../src/records/read-school.ts'
import type { Cell } from '../../src/records/tab.ts'
import { roster, student, tab } from './tabs.ts'

const headings = ['Student', 'Name', 'Document', 'State', 'Link', 'Note', 'Key', 'Changed on']
const mateo = ['000041', 'Reyes, Mateo', 'PCCR 2026-27', 'Replaced', 'https://…', '', '9f', '2026-11-05']

function read(...rows: readonly (readonly Cell[])[]) {
  const documents = tab('Documents', ['Plan keeper documents'], ...rows)
  return readSchool([roster()], { schoolYear: '2026-27', documents })
}

const changesOf = (reading: ReturnType<typeof read>, id: string) =>
  (student(reading, id).changedDocuments ?? []).map(({ at, kind, schoolYear, changedOn }) =>
    [at.sheet, at.row, kind, schoolYear, changedOn].join(' '),
  )
const faults = (reading: ReturnType<typeof read>) =>
  reading.problems.filter(({ sheet }) => sheet === 'Documents').map(({ code, row, column }) => [code, row, column])

test('a document that was changed is known by its student, its kind, its year and the day', () => {
  const ana = ['000042', 'Begay, Ana', 'ILP 2025-26', 'Up to date', '', '', '9e', '2026-05-20']
  const lupe = ['000043', 'Tuala, Lupe', 'SEOP 2026-27', 'Made', '', '', '9d', '']
  const reading = read(headings, mateo, ana, lupe)
  expect(changesOf(reading, '000041')).toEqual(['Documents 3 secondary 2026-27 2026-11-05'])
  expect(changesOf(reading, '000042')).toEqual(['Documents 4 elementary 2025-26 2026-05-20'])
  expect(student(reading, '000043')).not.toHaveProperty('changedDocuments')
  expect(faults(reading)).toEqual([])
})

test('rows may be sorted and stand twice, columns may be moved, zeros of an id may be lost', () => {
  const [id, ...rest] = mateo
  const reading = read(
    ['Changed on', ...headings.slice(0, -1)],
    ['2026-11-09', 41, ...rest.slice(0, -1)],
    ['2026-11-05', id!, ...rest.slice(0, -1)],
  )
  expect(changesOf(reading, '000041')).toEqual([
    'Documents 3 secondary 2026-27 2026-11-09',
    'Documents 4 secondary 2026-27 2026-11-05',
  ])
})

describe('is passed over in silence:', () => {
  const without = (column: number, cell: Cell = '') => mateo.map((one, index) => (index === column ? cell : one))
  test.each([
    ['a row of a student who has left the roster', without(0, '000099')],
    ['a row that a person wrote, without a key', without(6)],
    ['a document that names no kind', without(2, 'Plan 2026-27')],
    ['a document that names no year', without(2, 'PCCR')],
    ['a blank row', []],
  ])('%s', (_, row) => {
    const reading = read(headings, row as readonly Cell[])
    expect(reading.school.students.some((one) => 'changedDocuments' in one)).toBe(false)
    expect(faults(reading)).toEqual([])
  })

  test('a tab that was made before the column, or whose headings were changed', () => {
    for (const row of [headings.slice(0, -1), ['Pupil', ...headings.slice(1)], []]) {
      const reading = read(row, mateo)
      expect([changesOf(reading, '000041'), faults(reading)]).toEqual([[], []])
    }
  })
})

test('a day that cannot be read is a problem with its place, and the other rows count', () => {
  const reading = read(headings, [...mateo.slice(0, -1), 'last week'], [...mateo.slice(0, -1), '11/12/2026'])
  expect(faults(reading)).toEqual([['DATE_UNREADABLE', 3, 'Changed on']])
  expect(changesOf(reading, '000041')).toEqual(['Documents 4 secondary 2026-27 2026-11-12'])
})
