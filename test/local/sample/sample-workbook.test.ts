/** The workbooks of the sample school, and what a check finds in them. */
import { describe, expect, test } from 'vitest'
import { xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import { SAMPLE_SEED, SAMPLE_STUDENTS, SAMPLE_STYLES, sampleWorkbook } from '../../../local/sample/sample-workbook.ts'
import { sampleSchool } from '../../../local/sample/school.ts'
import { check, read, rowsOf, tabOf } from './read-sample.ts'

const logs = { students: SAMPLE_STUDENTS, style: 'logs', seed: SAMPLE_SEED } as const
const wide = { ...logs, style: 'wide' } as const

/** Words in place of a day that nobody can read, and days that do not exist. */
const VAGUE =
  /^(week of Oct 5|conf night|Oct \?|sometime in Sept|before fall break|see folder|on paper form|7th grade|fall 20\d\d|(2\/30|6\/31|9\/31)\/20\d\d)$/

describe.each(SAMPLE_STYLES)('the style %s', (style) => {
  test('is the same workbook for the same request, to the byte', () => {
    const request = { students: 60, style, seed: 5 }
    expect(sampleWorkbook(request)).toEqual(sampleWorkbook(request))
    expect(xlsxBytes(sampleWorkbook(request)).equals(xlsxBytes(sampleWorkbook(request)))).toBe(true)
  })

  test('is another school for another seed', () => {
    const names = (seed: number) =>
      rowsOf(sampleWorkbook({ students: 60, style, seed }).sheets[0] as never).map(
        (row) => row.get('Stu Name') ?? row.get('Last Name'),
      )
    expect(names(5)).not.toEqual(names(6))
  })

  test.each([1, 2, 30, 5_000])('of %i students is read to the last row', (students) => {
    const workbook = sampleWorkbook({ students, style, seed: 2 })
    const { school, problems } = read(workbook)
    expect(school.students).toHaveLength(students)
    expect(
      problems.filter(({ code }) => /^(ID_MISSING|ID_TWICE|ID_UNKNOWN|ROWS_LEFT_OUT|TAB_NOT_READ)$/.test(code)),
    ).toEqual([])
    if (style === 'wide') return
    const rows = (name: string): number => rowsOf(tabOf(workbook, name)).length
    const onFile = (records: 'conferences' | 'contacts' | 'plans' | 'updates' | 'history'): number =>
      school.students.reduce((sum, student) => sum + student[records].length, 0)
    const vague = rowsOf(tabOf(workbook, 'Conferences')).filter((row) => VAGUE.test(String(row.get('Date')))).length
    expect(onFile('conferences')).toBe(rows('Conferences') - vague)
    expect(onFile('contacts')).toBe(rows('Contacts'))
    expect(onFile('plans')).toBe(rows('Plans'))
    expect(onFile('updates')).toBe(rows('Plan Updates'))
    expect(onFile('history')).toBe(rows('Grade History'))
  })

  test('leaves a person few problems, each of them put there', () => {
    const { problems } = check(style === 'logs' ? logs : wide)
    const known = ['DATE_UNREADABLE', 'GRADE_UNREADABLE', 'ID_ZEROS_RESTORED', 'CALENDAR_ASSUMED', 'RECORDS_MISSING']
    for (const { code, value } of problems) {
      expect(known).toContain(code)
      if (code === 'DATE_UNREADABLE') expect(value).toMatch(VAGUE)
      if (code === 'GRADE_UNREADABLE') expect(value).toMatch(/^(UG|TBD|\?)$/)
    }
    expect(problems.length).toBeGreaterThan(5)
    expect(problems.length).toBeLessThan(40)
  })

  test.each([SAMPLE_SEED, 2, 3])('has every status under seed %i', (seed) => {
    const { counts, students } = check({ ...logs, style, seed })
    expect(students).toBe(SAMPLE_STUDENTS)
    for (const status of ['MET', 'MET-LATE', 'OPEN', 'LATE', 'CHECK', 'NA', 'NOTE']) {
      expect(counts[status], status).toBeGreaterThan(0)
    }
    // A school with gaps, not a school of gaps.
    expect(counts.MET).toBeGreaterThan((counts.OPEN ?? 0) + (counts.LATE ?? 0) + (counts.CHECK ?? 0))
    expect(counts.LATE).toBeLessThan(SAMPLE_STUDENTS / 15)
  })
})

test('the logs have a gap of each kind that this policy knows, and one of each slip', () => {
  const { byCode } = check(logs)
  const open = byCode.filter(({ status }) => /^(OPEN|LATE|CHECK|NOTE)$/.test(status)).map(({ code }) => code)
  expect([...new Set(open)].sort()).toEqual(
    [
      'AGENDA',
      'CONF-G',
      'CONF-I',
      'CONF2',
      'DATA-DATE',
      'DATA-DUP',
      'EFFORT',
      'EFFORT-G',
      'EFFORT-I',
      'GRADE',
      'INVOLVE',
      'KEPT',
      'OUT-OF-TERM',
      'PLAN',
      'SECT',
      'SIGN',
      'UPDATE',
    ].sort(),
  )
  expect(byCode.some(({ code }) => code === 'FOLDER')).toBe(true)
})

describe('both styles tell of one school', () => {
  test('the same students under the same numbers', () => {
    const ids = (request: typeof logs | typeof wide) =>
      read(sampleWorkbook(request))
        .school.students.map(({ id, lastName, firstName }) => [id, lastName, firstName].join('|'))
        .sort()
    expect(ids(wide)).toEqual(ids(logs))
  })

  test('with the same statuses wherever one row can tell them', () => {
    // A tracker has no column for the records of a former school.
    const newcomers = new Set(
      sampleSchool(SAMPLE_STUDENTS, SAMPLE_SEED)
        .students.filter((one) => one.isNew || one.entryDate > '2026-08-17')
        .map(({ id }) => id),
    )
    const told = /^(PLAN|SIGN|UPDATE|CONF2|CONF-I|CONF-G|GRADE)$/
    const statuses = (request: typeof logs | typeof wide) =>
      check(request)
        .findings.filter(({ studentId, code }) => told.test(code) && !newcomers.has(studentId))
        .map(({ studentId, code, status }) => `${studentId} ${code} ${status}`)
        .sort()
    expect(statuses(wide)).toEqual(statuses(logs))
    expect(statuses(logs).length).toBeGreaterThan(2_000)
  })
})

describe('the logs', () => {
  const workbook = sampleWorkbook(logs)

  test('are eight tabs with bold headings that stay in view', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Students',
      'Grade History',
      'Conferences',
      'Contacts',
      'Plans',
      'Plan Updates',
      'Calendar',
      'School Log',
    ])
    expect(new Set(workbook.sheets.map(({ id }) => id)).size).toBe(8)
    for (const sheet of workbook.sheets) {
      expect(sheet.frozenRows).toBe(1)
      expect(sheet.styles[0]?.every((style) => style?.bold)).toBe(true)
      expect(sheet.columnWidths.size).toBe(sheet.columnCount)
    }
  })

  test('show siblings at one address with the same guardians, two households at two', () => {
    const rows = new Map(rowsOf(tabOf(workbook, 'Students')).map((row) => [row.get('Student ID'), row]))
    const family = (id: string) =>
      [...(rows.get(id) as ReadonlyMap<string, unknown>)].filter(([heading]) =>
        /^(Guardian|Mail|Home Lang)/.test(heading),
      )
    const eldest = new Map<unknown, string>()
    let compared = 0
    let twoHouseholds = 0
    for (const student of sampleSchool(SAMPLE_STUDENTS, SAMPLE_SEED).students) {
      const first = eldest.get(student.family)
      if (first === undefined) eldest.set(student.family, student.id)
      else {
        expect(family(student.id)).toEqual(family(first))
        compared++
      }
      const row = rows.get(student.id) as ReadonlyMap<string, unknown>
      if (student.family.households.length < 2) continue
      expect(row.get('Mail2 Street')).not.toBe(row.get('Mail Street'))
      expect(row.get('Mail2 Name')).toBe(row.get('Guardian2 Name'))
      twoHouseholds++
    }
    expect(compared).toBeGreaterThan(300)
    expect(twoHouseholds).toBeGreaterThan(50)
  })

  test('are typed with moderate variety: most days are days, most grades plain', () => {
    const grades = rowsOf(tabOf(workbook, 'Students')).map((row) => row.get('Grade'))
    const plain = grades.filter((grade) => typeof grade === 'number' || grade === 'K')
    expect(plain.length / grades.length).toBeGreaterThan(0.9)
    expect(new Set(grades.filter((grade) => typeof grade === 'string')).size).toBeGreaterThan(8)
    const days = rowsOf(tabOf(workbook, 'Conferences')).map((row) => row.get('Date'))
    const typed = days.filter((day) => typeof day === 'string').length / days.length
    expect(typed).toBeGreaterThan(0.03)
    expect(typed).toBeLessThan(0.15)
  })
})

describe('the tracker', () => {
  const sheet = tabOf(sampleWorkbook(wide), 'Tracker')
  const rows = rowsOf(sheet)

  test('has its headings under a title and a legend', () => {
    expect(sheet.values[0]).toEqual(['Cedar Ridge School: conferences and plans 2026-27'])
    const headings = sheet.values[2] ?? []
    for (const heading of [
      'Stu #',
      'Stu Name',
      'Gr',
      'Fall conf',
      'Spring conf',
      'PCCR date',
      'Plan created',
      'Updated',
      'Parent signed',
    ]) {
      expect(headings).toContain(heading)
    }
    expect(headings.filter((heading) => heading === 'Who came (P/S/B)')).toHaveLength(5)
  })

  test('spells grades and days as many people do', () => {
    const grades = rows.map((row) => row.get('Gr'))
    expect(grades.filter((grade) => typeof grade === 'number').length / grades.length).toBeGreaterThan(0.4)
    for (const way of [
      /^K$/,
      /^0\d$/,
      /^\d+(st|nd|rd|th)$/,
      /^(Kinder|Freshman|Sophomore|Junior|Senior)$/,
      /^Gr \d+$/,
    ]) {
      expect(
        grades.some((grade) => typeof grade === 'string' && way.test(grade)),
        String(way),
      ).toBe(true)
    }
    const typed = rows.flatMap((row) => ['Fall conf', 'PCCR date', 'Updated'].map((heading) => row.get(heading)))
    const days = new Set(typed.map((day) => String(day).replace(/\d+/g, '0')))
    for (const way of ['0/0', '0/0/0', '0-0-0', '0-Oct-0', 'Oct 0', 'Oct 0, 0']) expect(days).toContain(way)
    const cells = rows.map((row) => row.get('Plan created')).filter((day) => day !== undefined)
    expect(cells.filter((day) => typeof day === 'number').length / cells.length).toBeGreaterThan(0.3)
  })

  test('marks those who did not come', () => {
    const column = (sheet.values[2] ?? []).indexOf('PCCR date') + 1
    const missed = sheet.values.flatMap((cells, row) => (/^(NS|n|no show)$/.test(String(cells[column])) ? [row] : []))
    expect(missed.length).toBeGreaterThan(3)
    for (const row of missed) expect(sheet.styles[row]?.[column]?.background).toBe('#fff2cc')
  })
})
