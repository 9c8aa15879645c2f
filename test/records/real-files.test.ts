/** Exports of real systems, as they lie in the shared material: read without a word about what is none of our business. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { readSchool, type SchoolReading } from '../../src/records/read-school.ts'
import type { Tab } from '../../src/records/tab.ts'
import { sharedPath } from '../shared-folder.ts'
import { codes } from './tabs.ts'

function csv(path: string): Tab {
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: false })
  const width = Math.max(0, ...data.map((row) => row.length))
  const rows = data.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  return { name: basename(path, '.csv'), rows, managed: [] }
}

/** All .csv of a folder of the shared data, or some of them. */
function readFolder(folder: string, ...files: readonly string[]): SchoolReading {
  const path = sharedPath('data', ...folder.split('/'))
  const names = files.length > 0 ? files : readdirSync(path).filter((name) => name.endsWith('.csv'))
  return readSchool(
    names.map((name) => csv(join(path, name))),
    { schoolYear: '2026-27' },
  )
}

function kindsOf(reading: SchoolReading): Readonly<Record<string, string>> {
  return Object.fromEntries(reading.mappings.map(({ sheet, kind }) => [sheet, kind]))
}

describe('OneRoster of Grand Bend', () => {
  test('version 1.0: eight students among ten users, birth dates from demographics, no grade anywhere', () => {
    const reading = readFolder('oneroster-edfi-grandbend/v1.0')
    expect(reading.school.students).toHaveLength(8)
    expect(reading.school.students[0]).toMatchObject({ id: '604863', lastName: 'Archer', birthDate: '1997-05-30' })
    expect(kindsOf(reading)).toMatchObject({ users: 'students', demographics: 'student-details', enrollments: 'other' })
    expect(codes(reading)).toEqual(['HEADING_MISSING'])
  })

  test('version 1.1: the same students in grade 9, and the calendar of their year', () => {
    const reading = readFolder('oneroster-edfi-grandbend/v1.1')
    expect(reading.school.students.map(({ grade }) => grade)).toEqual(Array(8).fill(9))
    expect(reading.school.students.every(({ exitDate }) => exitDate === undefined)).toBe(true)
    expect(reading.school.calendar.get('2020-21')).toEqual({ firstDay: '2020-08-17', lastDay: '2021-05-28' })
    expect(kindsOf(reading)).toMatchObject({ classes: 'other', courses: 'other', orgs: 'other', manifest: 'other' })
    expect(codes(reading)).toEqual(['COLUMN_REFUSED'])
  })
})

describe('Microsoft School Data Sync', () => {
  test('version 1: 86 students, known by their SIS id and not by the state', () => {
    const reading = readFolder('microsoft-sds-csv/sds-format-100')
    expect(reading.school.students).toHaveLength(86)
    expect(reading.school.students[0]).toMatchObject({ id: '13001', grade: 9, birthDate: '2000-04-02' })
    expect(codes(reading)).toEqual(['COLUMN_REFUSED'])
  })

  test('version 2.1: four students among eight users, told by roles.csv', () => {
    const reading = readFolder('microsoft-sds-csv/sds-v2.1')
    expect(reading.school.students.map(({ id, grade }) => [id, grade])).toEqual([
      ['114001', 10],
      ['114003', 10],
      ['114004', 10],
      ['114008', 13],
    ])
    expect(codes(reading)).toEqual(['COLUMN_REFUSED'])
  })

  test('version 2.1: the guardians of three of them, by relationships.csv', () => {
    const { school } = readFolder('microsoft-sds-csv/sds-v2.1')
    expect(school.students.map(({ guardians }) => guardians?.map(({ name, relation }) => [name, relation]))).toEqual([
      [['Jean Craig', 'guardian']],
      [['Jean Craig', 'relative']],
      [['Bob Smithee', 'guardian']],
      undefined,
    ])
  })

  test('the smallest legal set: 22 students without names or grades, and the teachers are not among them', () => {
    const reading = readFolder('microsoft-sds-csv/min-required')
    expect(reading.school.students).toHaveLength(22)
    expect(reading.roster?.sheet).toBe('Student')
    expect(codes(reading)).toEqual(['HEADING_MISSING', 'NAMES_MISSING'])
  })
})

describe('Contoso', () => {
  test('400 students, though all share a birth date and a state id', () => {
    const reading = readFolder('contoso-sis-400')
    expect(reading.roster?.sheet).toBe('students')
    expect(reading.school.students).toHaveLength(400)
    expect(new Set(reading.school.students.map(({ grade }) => grade))).toEqual(new Set([9, 10, 11, 12]))
    expect(kindsOf(reading)).toMatchObject({
      studentsectionmark: 'other',
      'studentdemographics-100': 'student-details',
    })
    // The rosters of two other days lie beside it.
    expect(new Set(codes(reading))).toEqual(new Set(['COLUMN_REFUSED', 'ROSTER_UNSURE']))
    expect(JSON.stringify(reading)).not.toContain('#3NOx54M_@')
  })

  test('the roster of the next day: one name changed, one student gone, one new', () => {
    const ids = (file: string) =>
      readFolder('contoso-sis-400', file).school.students.map(({ id, firstName }) => [id, firstName])
    expect(ids('students-day1.csv')).toEqual([
      ['st1', 'Albert'],
      ['st4', 'Jon'],
    ])
    expect(ids('students-day2.csv')).toEqual([
      ['st1', 'Al'],
      ['st2', 'Sharon'],
    ])
  })
})

describe('Aspen', () => {
  const reading = readFolder('aspen-x2-student-insights')

  test('five students with names in one cell, NULL for what is missing', () => {
    expect(reading.school.students).toHaveLength(5)
    expect(reading.school.students[0]).toMatchObject({
      id: '100',
      lastName: 'Fake Student',
      firstName: 'First',
      grade: 7,
      iep: true,
      entryDate: '2008-02-20',
    })
    expect(reading.school.students[0]).not.toHaveProperty('counselor')
    expect(reading.school.students[1]).toMatchObject({ counselor: 'LABERGE, J x-1234', iep: undefined })
  })

  test('two education plans of students who are not on the roster, discipline unread, lunch refused', () => {
    expect(kindsOf(reading)).toMatchObject({ ed_plans_fixture: 'plans', fake_behavior_export: 'other' })
    expect(codes(reading)).toEqual(['ID_UNKNOWN', 'ID_UNKNOWN', 'TAB_NOT_READ', 'COLUMN_REFUSED'])
    expect(JSON.stringify(reading)).not.toContain('Free Lunch')
    expect(JSON.stringify(reading)).not.toContain('Hit another student')
  })

  test('the plans themselves, with their students on the roster', () => {
    const plans = csv(sharedPath('data', 'aspen-x2-student-insights', 'ed_plans_fixture.csv'))
    const students: Tab = {
      name: 'students',
      rows: [
        ['local_id', 'full_name', 'grade'],
        ['111111111', 'Reyes, Mateo', '09'],
        ['333333333', 'Begay, Ana', '07'],
      ],
      managed: [],
    }
    const { school } = readSchool([students, plans], { schoolYear: '2015-16' })
    expect(school.students.map((one) => one.plans)).toMatchObject([
      [{ createdOn: '2015-09-15', signedOn: '2015-09-15' }],
      [{ createdOn: '2015-08-23' }],
    ])
    expect(school.students[1]?.plans[0]?.signedOn).toBeUndefined()
  })
})

describe('inBloom', () => {
  test('5,000 students, and their 5,000 impossible birth dates are one line', () => {
    const reading = readFolder('inbloom-students-5000')
    expect(reading.school.students).toHaveLength(5000)
    expect(reading.school.students.some(({ birthDate }) => birthDate !== undefined)).toBe(false)
    expect(codes(reading)).toEqual(['HEADING_MISSING', 'DATE_UNREADABLE', 'ID_UNKNOWN'])
    expect(reading.problems.find(({ code }) => code === 'DATE_UNREADABLE')).toMatchObject({
      sheet: 'Student',
      row: 2,
      column: 'BirthDate',
      value: '1997-13-03',
      count: 5000,
    })
  })

  test('their families: parents of 2,487 from two lists, languages of 2,495, an address where there is one for letters', () => {
    const { school, problems } = readFolder('inbloom-students-5000')
    const having = (field: 'guardians' | 'homeLanguage' | 'mail') =>
      school.students.filter((one) => one[field] !== undefined).length
    expect([having('guardians'), having('homeLanguage'), having('mail')]).toEqual([2487, 2495, 2725])
    expect(school.students[1]).toMatchObject({
      id: '100001',
      homeLanguage: { code: 'spa', text: 'Spanish' },
      guardians: [
        { name: 'Allan Edwards Jr', relation: 'Father' },
        { name: 'Faye Christensen', relation: 'Mother' },
      ],
      mail: { street: '477 Ash Street', city: 'JAMAICA', state: 'NY', zip: '11433' },
    })
    expect(problems.find(({ code }) => code === 'ID_UNKNOWN')).toMatchObject({ sheet: 'StudentAddress', row: 7515 })
  })

  test('the demo of 101: eighth graders, 41 of them under an id that another student has', () => {
    const reading = readFolder('inbloom-students-5000/demo-101')
    expect(reading.roster?.sheet).toBe('student-school-assoc-sample-data')
    expect(reading.school.students).toHaveLength(101)
    expect(reading.school.students[0]).toMatchObject({
      id: '900000001',
      lastName: 'SMITH',
      grade: 8,
      birthDate: '1999-01-01',
      entryDate: '2012-01-17',
    })
    expect(reading.problems.find(({ code }) => code === 'ID_TWICE')).toMatchObject({ count: 41 })
    expect(reading.problems.find(({ code }) => code === 'ID_UNKNOWN')).toMatchObject({ count: 41 })
  })
})

test('the years of the Strategic Data Project are a grade history without a roster', () => {
  const reading = readFolder('sdp-longitudinal-16k')
  expect(reading.roster).toBeUndefined()
  expect(reading.school.students).toEqual([])
  expect(kindsOf(reading)).toEqual({ Student_Attributes: 'other', Student_School_Year: 'grade-history' })
})

test.each(['csv-edge-csvkit', 'csv-edge-csvlint', 'csv-spectrum/csvs'])(
  'nothing in %s is taken for a record',
  (folder) => {
    for (const name of readdirSync(sharedPath('data', ...folder.split('/'))).filter((one) => one.endsWith('.csv'))) {
      const { mappings, school } = readFolder(folder, name)
      // Some have no more than "id" and "name", which may well be students.
      expect(['other', 'students'], name).toContain(mappings[0]?.kind)
      expect(school.students.every(({ conferences, plans }) => conferences.length + plans.length === 0)).toBe(true)
    }
  },
)

test.each(['2026-11-22', '2027-03-01', '2027-05-29'])('the worked cases of %s are read without a problem', (asOf) => {
  const path = sharedPath('cases', asOf)
  const tabs = readdirSync(path)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => csv(join(path, name)))
  const records = (name: string) =>
    (tabs.find((one) => one.name === name)?.rows ?? []).filter((row) => row.some(Boolean)).length - 1
  const { school, problems } = readSchool(tabs, { schoolYear: '2026-27' })
  expect(problems).toEqual([])
  const count = (of: (one: (typeof school.students)[number]) => number) =>
    school.students.reduce((sum, one) => sum + of(one), 0)
  expect(school.students).toHaveLength(records('Students'))
  expect(count((one) => one.conferences.length)).toBe(records('Conferences'))
  expect(count((one) => one.contacts.length)).toBe(records('Contacts'))
  expect(count((one) => one.plans.length)).toBe(records('Plans'))
  expect(count((one) => one.updates.length)).toBe(records('PlanUpdates'))
  expect(count((one) => one.history.length)).toBe(records('GradeHistory'))
  expect(school.calendar.size).toBe(records('Calendar'))
})
