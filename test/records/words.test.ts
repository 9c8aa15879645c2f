import { describe, expect, test } from 'vitest'
import { unreadable } from '../../src/records/cell-text.ts'
import { arrived, readAbout, readKind, readSource, readStatus } from '../../src/records/conference-words.ts'
import {
  readKeptAt,
  readLogItem,
  readNumber,
  readObjectives,
  readPlanKind,
  readPreparedBy,
  readSignedBy,
} from '../../src/records/plan-words.ts'
import { readSchoolYear, schoolYearInHeading } from '../../src/records/school-years.ts'
import {
  readIep,
  readParentAttended,
  readStudentAttended,
  readTick,
  readWhoCame,
  readYesNo,
} from '../../src/records/yes-no.ts'

describe('yes and no', () => {
  test.each(['Y', 'yes', 'Yes ', 'TRUE', '1', '1.0', 1, true, 'X', 'x', '✓', '✔', '√', '☑', 'Attended', 'P'])(
    '“%s” is a yes',
    (cell) => {
      expect(readYesNo(cell)).toBe(true)
    },
  )
  test.each(['N', 'No', 'FALSE', '0', '0.0', 0, false, 'No show', 'NS', 'no-show', 'none', '✗', '☐'])(
    '“%s” is a no',
    (cell) => {
      expect(readYesNo(cell)).toBe(false)
    },
  )
  test.each(['', ' ', '  ', '-', 'NULL', 'null', '././.', 'N/A', 'n/a', 'NA'])('“%s” says neither', (cell) => {
    expect(readYesNo(cell)).toBeUndefined()
  })
  test.each(['maybe', 'Y?', 2, '2026-10-08'])('“%s” cannot be read', (cell) => {
    expect(readYesNo(cell)).toBe(unreadable)
  })
  test('a tick may be the day on which it was done', () => {
    expect(readTick('2026-10-08')).toBe(true)
    expect(readTick('10/8/26')).toBe(true)
    expect(readTick('soon')).toBe(unreadable)
  })
  test.each([
    ['Resource Specialty Program', true],
    ['Specific LDs', true],
    ['Sp Ed', true],
    ['Reg Ed', false],
    ['Exited', false],
    ['', undefined],
    ['pending', unreadable],
  ])('an IEP column that holds “%s” says %s', (cell, iep) => {
    expect(readIep(cell)).toBe(iep)
  })
})

describe('who came', () => {
  test.each([
    ['P', false, true],
    ['S', true, false],
    ['B', true, true],
    ['M', false, true],
    ['F', false, true],
    ['G', false, true],
    ['mom', false, true],
    ['both parents', false, true],
    ['P/S', true, true],
    ['student and mother', true, true],
    ['M/F', false, true],
    ['M & G', false, true],
    ['S + F', true, true],
    ['P, S', true, true],
    ['family', true, true],
    ['step dad', false, true],
    ['by phone', false, true],
    ['student only', true, false],
    ['Student', true, false],
    ['N', false, false],
    ['nobody', false, false],
  ])('“%s”: student %s, parent %s', (cell, student, parent) => {
    expect(readWhoCame(cell)).toEqual({ student, parent })
  })
  test('a bare Y does not say who', () => {
    expect(readWhoCame('Y')).toBe(unreadable)
    expect(readWhoCame('')).toBeUndefined()
  })
  test.each([
    ['M', true],
    ['F', true],
    ['G', true],
    ['M/F', true],
    ['B', true],
    ['P/S', true],
    ['S', false],
    ['both parents', true],
    ['grandmother', true],
    ['Y', true],
    ['No show', false],
    ['nobody', false],
    ['', undefined],
    ['late', unreadable],
  ])('a parent column that holds “%s” says %s', (cell, came) => {
    expect(readParentAttended(cell)).toBe(came)
  })
  test.each([
    ['S', true],
    ['P', true],
    ['B', true],
    ['student and mom', true],
    ['parent only', false],
    ['nobody', false],
    ['NS', false],
    ['F', false],
    ['', undefined],
    ['M', unreadable],
  ])('a student column that holds “%s” says %s', (cell, came) => {
    expect(readStudentAttended(cell)).toBe(came)
  })
})

describe('conferences and contacts', () => {
  test.each([
    ['individual', 'individual'],
    ['Indiv.', 'individual'],
    ['1:1', 'individual'],
    ['Group', 'group'],
    ['small group', 'small_group'],
    ['small_group', 'small_group'],
    ['Sm Group', 'small_group'],
    ['IEP', 'iep'],
    ['other', 'other'],
    ['', undefined],
    ['zoom', unreadable],
  ])('the kind “%s” is %s', (cell, kind) => {
    expect(readKind(cell)).toBe(kind)
  })
  test.each([
    ['held', 'held'],
    ['Completed', 'held'],
    ['done', 'held'],
    ['Scheduled', 'scheduled'],
    ['no-show', 'no-show'],
    ['No Show', 'no-show'],
    ['NS', 'no-show'],
    ['Refused', 'declined'],
    ['cancelled-family', 'cancelled-family'],
    ['Cancelled by family', 'cancelled-family'],
    ['canceled by school', 'cancelled-school'],
    ['', undefined],
    ['cancelled', unreadable],
    ['???', unreadable],
  ])('the status “%s” is %s', (cell, status) => {
    expect(readStatus(cell)).toBe(status)
  })
  test.each([
    ['sent', true],
    ['', true],
    ['left message', true],
    ['Undeliverable', false],
    ['returned', false],
    ['Returned mail', false],
    ['wrong number', false],
    ['email bounced', false],
    ['returned my call', true],
  ])('a contact with the outcome “%s” arrived: %s', (cell, reached) => {
    expect(arrived(cell)).toBe(reached)
  })
  test.each([
    ['individual', 'individual'],
    ['small group', 'group'],
    ['IEP', 'individual'],
    ['', undefined],
    ['attendance', unreadable],
  ])('a contact about “%s” is about %s', (cell, about) => {
    expect(readAbout(cell)).toBe(about)
  })
  test.each([
    ['prior', 'prior'],
    ['Former school', 'prior'],
    ['own', 'own'],
    ['', undefined],
    ['7', unreadable],
  ])('the source “%s” is %s', (cell, source) => {
    expect(readSource(cell)).toBe(source)
  })
})

describe('plans and the school log', () => {
  test.each([
    ['ILP', 'elementary'],
    ['SEP', 'elementary'],
    ['PCCR', 'secondary'],
    ['seop', 'secondary'],
    ['', undefined],
    ['504', unreadable],
  ])('the plan kind “%s” is %s', (cell, kind) => {
    expect(readPlanKind(cell)).toBe(kind)
  })
  test.each([
    ['parent', 'parent'],
    ['Mother', 'parent'],
    ['Grandmother', 'parent'],
    ['Student', 'student'],
    ['counselor', 'other'],
    ['', undefined],
    ['M. Garcia', unreadable],
  ])('signed by “%s” is %s', (cell, by) => {
    expect(readSignedBy(cell)).toBe(by)
  })
  test('the student prepared it, or somebody else', () => {
    expect(readPreparedBy('Student with counselor')).toBe('student')
    expect(readPreparedBy('Ms. Alvarez')).toBe('other')
    expect(readPreparedBy('')).toBeUndefined()
  })
  test.each([
    ['School office', 'School office'],
    ['N', false],
    [false, false],
    ['not kept', false],
    ['', undefined],
  ])('kept at “%s” is %s', (cell, place) => {
    expect(readKeptAt(cell)).toBe(place)
  })
  test.each([
    ['none', 'none'],
    ['College', 'post-secondary'],
    ['Occupational', 'occupational'],
    ['both', 'both'],
    ['astronaut', unreadable],
  ])('career objectives “%s” are %s', (cell, objectives) => {
    expect(readObjectives(cell)).toBe(objectives)
  })
  test.each([
    ['annual_report', 'annual_report'],
    ['Annual report to patrons', 'annual_report'],
    ['Training', 'training'],
    ['party', unreadable],
  ])('the log item “%s” is %s', (cell, item) => {
    expect(readLogItem(cell)).toBe(item)
  })
  test.each([
    ['4', 4],
    [4, 4],
    ['4 min', 4],
    ['', undefined],
    ['3-5', unreadable],
    [-1, unreadable],
  ])('“%s” is the number %s', (cell, number) => {
    expect(readNumber(cell)).toBe(number)
  })
})

describe('school years', () => {
  test.each([
    ['2026-27', '2026-27'],
    ['2026-2027', '2026-27'],
    ['2026–27', '2026-27'],
    ['26-27', '2026-27'],
    ['SY2026-27', '2026-27'],
    ['SY27', '2026-27'],
    [2027, '2026-27'],
    ['2000', '1999-00'],
    ['1999-00', unreadable],
    ['2026-28', unreadable],
    ['this year', unreadable],
    ['', undefined],
  ])('“%s” is %s', (cell, year) => {
    expect(readSchoolYear(cell)).toBe(year)
  })
  test.each([
    ['PCCR 2025-26', '2025-26'],
    ['Fall 2025 conf', '2025-26'],
    ['Spring 2026 conf', '2025-26'],
    ['Fall conf', undefined],
  ])('the heading “%s” names %s', (heading, year) => {
    expect(schoolYearInHeading(heading)).toBe(year)
  })
})
