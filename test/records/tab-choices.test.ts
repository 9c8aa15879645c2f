import { describe, expect, test } from 'vitest'
import type { ColumnChoice } from '../../src/records/column-choices.ts'
import { readSchool } from '../../src/records/read-school.ts'
import type { Tab, TabKind } from '../../src/records/tab.ts'
import { codes, read, roster, student, tab } from './tabs.ts'

/** Reads the tabs with what a person said about the one of this name: what it is, and columns of it. */
function readWith(name: string, kind: TabKind, fields: Readonly<Record<string, string>>, ...tabs: readonly Tab[]) {
  const signature = read(...tabs).mappings.find(({ sheet }) => sheet === name)?.signature ?? ''
  const choices: ColumnChoice[] = [
    { signature, field: '', kind },
    ...Object.entries(fields).map(([field, heading]) => ({ signature, field, heading })),
  ]
  return readSchool(tabs, { schoolYear: '2026-27', choices })
}

const talks = tab('Elternabend', ['Nummer', 'Wann', 'Art'], ['000041', '2026-10-08', 'individual'])

describe('what a tab is, when a person says so', () => {
  test('a log with headings of its own becomes the conferences, once its columns are named', () => {
    expect(read(roster(), talks).mappings[1]?.kind).toBe('other')
    const named = { student_id: 'Nummer', date: 'Wann', kind: 'Art' }
    const reading = readWith('Elternabend', 'conferences', named, roster(), talks)
    expect(reading.mappings[1]?.kind).toBe('conferences')
    expect(student(reading, '000041').conferences).toMatchObject([{ date: '2026-10-08', kind: 'individual' }])
  })

  test('as long as a column is missing nothing of it is read, and its columns are shown to be chosen', () => {
    const reading = readWith('Elternabend', 'conferences', { student_id: 'Nummer' }, roster(), talks)
    expect(codes(reading)).toContain('TAB_NOT_READ')
    expect(reading.mappings[1]).toMatchObject({ kind: 'conferences' })
    expect(reading.mappings[1]?.columns.find(({ heading }) => heading === 'Nummer')?.field).toBe('student_id')
    expect(student(reading, '000041').conferences).toEqual([])
  })

  test('a list under headings that nobody could know becomes the roster', () => {
    const list = tab('Liste', ['Nummer', 'Wer', 'Stufe'], ['000041', 'Reyes, Mateo', '8'])
    expect(read(list).roster).toBeUndefined()
    const named = { student_id: 'Nummer', full_name: 'Wer', grade: 'Stufe' }
    const reading = readWith('Liste', 'students', named, list)
    expect(reading.roster?.sheet).toBe('Liste')
    expect(student(reading, '000041')).toMatchObject({ lastName: 'Reyes', firstName: 'Mateo', grade: 8 })
  })

  test('of two lists of students the one that was named is the roster', () => {
    const other = { ...roster(), name: 'Old list' }
    const moved = tab(
      'This year',
      ['student_id', 'last_name', 'first_name', 'grade', 'House'],
      ['000041', 'Reyes', 'Mateo', 9, 'Elm'],
    )
    expect(read(moved, other).roster?.sheet).toBe('Old list')
    const reading = readWith('This year', 'students', {}, moved, other)
    expect(reading.roster?.sheet).toBe('This year')
    expect(student(reading, '000041').grade).toBe(9)
  })

  test('a log of something else is left alone', () => {
    const log = tab('Conferences', ['student_id', 'date', 'kind'], ['000041', '2026-10-08', 'individual'])
    const reading = readWith('Conferences', 'other', {}, roster(), log)
    expect(reading.mappings[1]?.kind).toBe('other')
    expect(student(reading, '000041').conferences).toEqual([])
  })
})
