/** The tabs that a plan document is filled from: Plan Content, Courses with credits, Graduation Requirements. */
import { describe, expect, test } from 'vitest'
import { codes, read, roster, student, tab } from './tabs.ts'

describe('plan content', () => {
  const headings = ['Student ID', 'School year', 'My strengths', 'My goals', 'Support at home', 'After high school']

  test('one row a student and year, in the words of the school; a blank says nothing', () => {
    const reading = read(
      roster(),
      tab(
        'Plan Content',
        headings,
        ['000041', '2026-27', 'Kind & patient', 'Read 20 minutes\na day', '', 'Welding'],
        ['000043', '', '', 'Nurse', 'Quiet hour', ''],
      ),
    )
    expect(reading.mappings[1]?.kind).toBe('plan-content')
    expect(student(reading, '000041').planTexts).toEqual([
      {
        at: { sheet: 'Plan Content', row: 2 },
        schoolYear: '2026-27',
        texts: { strengths: 'Kind & patient', goals: 'Read 20 minutes\na day', after_school: 'Welding' },
      },
    ])
    expect(student(reading, '000043').planTexts).toMatchObject([
      { schoolYear: undefined, texts: { goals: 'Nurse', home_support: 'Quiet hour' } },
    ])
    expect(student(reading, '000042').planTexts).toBeUndefined()
    expect(codes(reading)).toEqual([])
  })

  test('a year that cannot be read is named with its place', () => {
    const reading = read(roster(), tab('Plan Content', headings, ['000041', 'last year', 'Kind', '', '', '']))
    expect(reading.problems.find(({ code }) => code === 'VALUE_UNREADABLE')).toMatchObject({
      sheet: 'Plan Content',
      row: 2,
      column: 'School year',
    })
  })

  test('a tab of plans with ticks for its parts stays a tab of plans', () => {
    const reading = read(
      roster(),
      tab('Plans', ['Student ID', 'Created on', 'Strengths', 'Goals'], ['000041', '2026-09-01', 'Y', 'Y']),
    )
    expect(reading.mappings[1]?.kind).toBe('plans')
  })
})

describe('courses with credits', () => {
  test('earned, planned, and one number that is earned where the course is completed', () => {
    const reading = read(
      roster(),
      tab(
        'Courses',
        ['Student ID', 'Course', 'Subject area', 'Grade', 'School year', 'List', 'Credits', 'Credits earned'],
        ['000043', 'English 9', 'Language arts', 9, '2023-24', 'completed', 1, ''],
        ['000043', 'Algebra II', 'Mathematics', '11', '', 'completed', 1, 0.5],
        ['000043', 'Welding I', 'CTE', 12, '', 'planned', '0.5', ''],
        ['000043', 'Choir', '', '', '', 'registered', '', ''],
      ),
    )
    expect(student(reading, '000043').courseRecords).toMatchObject([
      { course: 'English 9', grade: 9, schoolYear: '2023-24', on: ['completed'], creditsEarned: 1 },
      { course: 'Algebra II', grade: 11, on: ['completed'], creditsEarned: 0.5 },
      { course: 'Welding I', area: 'CTE', on: ['planned'], creditsPlanned: 0.5 },
      { course: 'Choir', on: ['registered'], creditsEarned: undefined, creditsPlanned: undefined },
    ])
    expect(student(reading, '000043').courses).toMatchObject({ planned: ['Welding I'], registered: ['Choir'] })
  })

  test('credits alone make a course list too, but none that registration could be held against', () => {
    const reading = read(
      roster(),
      tab('Credits', ['Student ID', 'Course', 'Credits earned', 'Credits planned'], ['000043', 'Choir', 0.5, 0.25]),
    )
    expect(reading.mappings[1]?.kind).toBe('courses')
    expect(student(reading, '000043').courseRecords).toMatchObject([
      { course: 'Choir', on: [], creditsEarned: 0.5, creditsPlanned: 0.25 },
    ])
    expect(student(reading, '000043').courses).toBeUndefined()
    expect(reading.school.tracked.has('Courses.course')).toBe(false)
  })

  test('what is no number of credits is named with its place and counts as blank', () => {
    const reading = read(
      roster(),
      tab('Courses', ['Student ID', 'Course', 'List', 'Credits'], ['000043', 'Choir', 'planned', 'half']),
    )
    expect(reading.problems.find(({ code }) => code === 'NUMBER_UNREADABLE')).toMatchObject({
      sheet: 'Courses',
      row: 2,
      column: 'Credits',
      value: 'half',
    })
  })
})

describe('graduation requirements', () => {
  test('by graduating class, from and to', () => {
    const reading = read(
      roster(),
      tab(
        'Graduation Requirements',
        ['Graduating class', 'Last class', 'Subject area', 'Credits required', 'Where it stands'],
        ['', 2029, 'Social studies', 3, 'R277-700-6'],
        ['Class of 2030', '', 'Social studies', 3.5, ''],
        [2030, '', 'Seminary', '', ''],
      ),
    )
    expect(reading.mappings[1]?.kind).toBe('graduation-requirements')
    expect(reading.school.graduation).toEqual([
      { fromClass: undefined, toClass: 2029, area: 'Social studies', credits: 3, rule: 'R277-700-6' },
      { fromClass: 2030, toClass: undefined, area: 'Social studies', credits: 3.5, rule: '' },
    ])
  })

  test('a school without the tab has none of its own', () => {
    expect(read(roster()).school.graduation).toBeUndefined()
  })
})
