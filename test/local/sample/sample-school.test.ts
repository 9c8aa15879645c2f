import { expect, test } from 'vitest'
import { typed } from '../../../local/sample/days.ts'
import { SAMPLE_AS_OF, sampleSchool } from '../../../local/sample/sample-school.ts'
import { sampleStudents } from '../../../local/sample/students.ts'
import type { SheetModel } from '../../../local/workspace/model.ts'

function tab(name: string): SheetModel {
  return sampleSchool().sheets.find((sheet) => sheet.name === name) as SheetModel
}

function column(sheet: SheetModel, heading: string): unknown[] {
  const index = (sheet.values[0] ?? []).indexOf(heading)
  expect(index, `${sheet.name} has a column ${heading}`).toBeGreaterThanOrEqual(0)
  return sheet.values.slice(1).map((row) => row[index])
}

test('it is the same school every time', () => {
  expect(sampleSchool()).toEqual(sampleSchool())
})

test('a K–12 school of 120 students, each with an id of its own that begins with zeros', () => {
  const ids = column(tab('Students'), 'Student ID')
  expect(ids).toHaveLength(120)
  expect(new Set(ids).size).toBe(120)
  expect(ids.every((id) => /^00\d{4}$/.test(String(id)))).toBe(true)
  expect(new Set(sampleStudents().map((student) => student.grade)).size).toBe(13)
})

test('names of many origins: letters with marks, two surnames, both apostrophes', () => {
  const names = sampleStudents().map((student) => `${student.firstName} ${student.lastName}`)
  expect(names.filter((name) => /[^ -~]/.test(name)).length).toBeGreaterThan(20)
  expect(names.some((name) => /García López|Hernández Ruiz|Gutiérrez Peña/.test(name))).toBe(true)
  expect(names.some((name) => name.includes('’'))).toBe(true)
  expect(names.some((name) => name.includes("'"))).toBe(true)
})

test('its tabs, with bold headings that stay in view', () => {
  const { sheets } = sampleSchool()
  expect(sheets.map((sheet) => sheet.name)).toEqual([
    'Students',
    'Conferences',
    'Contacts',
    'Plans',
    'Plan Updates',
    'Grade History',
    'Calendar',
    'School Log',
  ])
  expect(new Set(sheets.map((sheet) => sheet.id)).size).toBe(sheets.length)
  for (const sheet of sheets) {
    expect(sheet.frozenRows).toBe(1)
    expect(sheet.styles[0]?.every((style) => style?.bold)).toBe(true)
    expect(sheet.columnWidths.size).toBe(sheet.columnCount)
    expect(sheet.values.every((row) => row.length === sheet.columnCount)).toBe(true)
  }
})

test('grades and dates stand in several spellings, most dates as days', () => {
  const grades = new Set(column(tab('Students'), 'Grade').map(String))
  for (const spelling of ['K', 'KG', '1', '01', '8th']) expect(grades).toContain(spelling)
  const dates = column(tab('Conferences'), 'Date')
  expect(dates.filter((date) => typeof date === 'number').length).toBeGreaterThan(dates.length * 0.8)
  expect(dates.filter((date) => typeof date === 'string').length).toBeGreaterThan(10)
})

test('three cells that nobody can read, and two ids that became numbers', () => {
  const all = sampleSchool().sheets.flatMap((sheet) => sheet.values.flat())
  for (const text of ['2/30/2015', 'week of Oct 5', 'see folder'])
    expect(all.filter((value) => value === text)).toHaveLength(1)
  expect(column(tab('Contacts'), 'Student ID').filter((id) => typeof id === 'number')).toHaveLength(2)
})

test('nothing that is held lies after the day on which the school is looked at', () => {
  const conferences = tab('Conferences')
  const dates = column(conferences, 'Date')
  const statuses = column(conferences, 'Status')
  const asOf = Date.parse(`${SAMPLE_AS_OF}T00:00:00Z`) / 86_400_000 + 25_569
  dates.forEach((date, index) => {
    if (typeof date === 'number' && statuses[index] !== 'scheduled') expect(date).toBeLessThanOrEqual(asOf)
  })
  for (const status of ['held', 'no-show', 'declined', 'cancelled-family', 'scheduled'])
    expect(statuses).toContain(status)
})

test('every record belongs to a student of the roster', () => {
  const ids = new Set(column(tab('Students'), 'Student ID').map(Number))
  for (const name of ['Conferences', 'Contacts', 'Plans', 'Plan Updates', 'Grade History']) {
    for (const id of column(tab(name), 'Student ID')) expect(ids).toContain(Number(id))
  }
})

test.each([
  [0, '10/8/26'],
  [1, 'Oct 8, 2026'],
  [2, '2026-10-08'],
  [3, '8-Oct-26'],
])('way %i of typing 8 October 2026 is %s', (way, text) => {
  expect(typed('2026-10-08', way)).toBe(text)
})
