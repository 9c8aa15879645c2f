/** Credits required, earned, planned and still needed. */
import { describe, expect, test } from 'vitest'
import { creditLines } from '../../src/documents/credits.ts'
import { utahGraduation } from '../../src/policy/graduation.ts'
import type { CourseRecord } from '../../src/records/school.ts'
import { tab } from '../records/tabs.ts'
import { planOf } from './lincoln.ts'

const course = (name: string, area: string, more: Partial<CourseRecord>): CourseRecord => ({
  at: { sheet: 'Courses', row: 2 },
  course: name,
  area,
  on: [],
  ...more,
})

const linesOf = (graduatingClass: number, ...courses: readonly CourseRecord[]) =>
  new Map(
    creditLines(utahGraduation, graduatingClass, courses).map(({ area, required, earned, planned, needed }) => [
      area,
      [required, earned, planned, needed],
    ]),
  )

describe('one line for each area', () => {
  test('earned and planned are taken from what is required', () => {
    const lines = linesOf(
      2030,
      course('English 9', 'Language arts', { grade: 9, creditsEarned: 1 }),
      course('English 10', 'English', { grade: 10, creditsPlanned: 1 }),
    )
    expect(lines.get('Language arts')).toEqual([4, 1, 1, 2])
    expect(lines.get('Social studies')).toEqual([3.5, 0, 0, 3.5])
  })

  test('what an area has too much counts among the electives, and so does what names no area', () => {
    const lines = linesOf(
      2029,
      course('Welding I', 'CTE', { creditsEarned: 1 }),
      course('Welding II', 'CTE', { creditsEarned: 0.5, creditsPlanned: 0 }),
      course('Welding III', 'CTE', { creditsPlanned: 0.5 }),
      course('Yearbook', '', { creditsEarned: 0.25 }),
      course('Seminar', 'Leadership', { creditsPlanned: 1 }),
    )
    expect(lines.get('Career and technical education')).toEqual([1, 1, 0, 0])
    expect(lines.get('Electives')).toEqual([5.5, 0.75, 1.5, 3.25])
  })

  test('a course on several lists is one course: what is registered for is planned once, what is earned no more', () => {
    const lines = linesOf(
      2030,
      course('Biology', 'Science', { grade: 9, on: ['planned'], creditsPlanned: 1 }),
      course('BIOLOGY', 'Science', { grade: 9, on: ['registered'], creditsPlanned: 1 }),
      course('Chemistry', 'Science', { grade: 10, on: ['planned'], creditsPlanned: 1 }),
      course('Chemistry', 'Science', { grade: 10, on: ['completed'], creditsEarned: 0.5 }),
    )
    expect(lines.get('Science')).toEqual([3, 0.5, 1.5, 1])
  })

  test('the lines add up to all that is earned', () => {
    const all = [
      ...linesOf(2030, course('A', 'Math', { creditsEarned: 7 }), course('B', 'Art', { creditsEarned: 2.5 })).values(),
    ]
    expect(all.reduce((sum, [, earned]) => sum + (earned as number), 0)).toBe(9.5)
    expect(all.reduce((sum, [required]) => sum + (required as number), 0)).toBe(24)
  })
})

describe('in the plan', () => {
  const courses = tab(
    'Courses',
    ['student_id', 'course', 'subject area', 'grade', 'list', 'credits'],
    ['000041', 'English 9', 'Language arts', 9, 'registered', 1],
    ['000041', 'Algebra I', 'Math', 8, 'completed', 1],
    ['000041', 'English 10', 'Language arts', 10, 'planned', 1],
    ['000041', 'Choir', '', '', 'registered', ''],
    ['000041', 'choir ', '', '', 'planned', ''],
  )

  test('Mateo’s class of 2030: a row each, all of them, where it is ruled', () => {
    const { graduation, graduating_class } = planOf('000041', 'davis-4i-101', courses)
    expect(graduating_class).toBe('Class of 2030')
    expect(graduation?.rows[0]).toMatchObject({
      area: 'Language arts',
      required: '4',
      earned: '0',
      planned: '2',
      needed: '2',
    })
    expect(graduation).toMatchObject({ required: '24', earned: '1', planned: '2', needed: '21' })
    expect(graduation?.rules).toBe('Utah Admin. Code R277-700-6; Utah Code 53E-4-204')
  })

  test('no credit on file leaves the columns blank: a 0 would say that none was earned', () => {
    expect(planOf('000041').graduation).toMatchObject({ required: '24', earned: '', planned: '', needed: '' })
  })

  test('the school’s own requirements go before Utah’s', () => {
    const own = tab(
      'Graduation Requirements',
      ['graduating class', 'subject area', 'credits required'],
      ['', 'Everything', 27],
    )
    expect(planOf('000041', 'davis-4i-101', own).graduation).toMatchObject({
      required: '27',
      rows: [{ area: 'Everything' }],
    })
  })

  test('the grid: each course once in its year, done ones ticked; without a year it is this year’s', () => {
    const { courses: grid } = planOf('000041', 'davis-4i-101', courses)
    expect([grid?.year1, grid?.year2]).toEqual(['Grade 9, 2026-27', 'Grade 10, 2027-28'])
    expect(grid?.rows.slice(0, 2).map((row) => [row.in_year1, row.in_year2])).toEqual([
      ['English 9 (1)', 'English 10 (1)'],
      ['Choir', ''],
    ])
    expect(grid?.rows).toHaveLength(8)
  })

  test('registration that differs from the plan is named: the finding COURSES', () => {
    expect(planOf('000041', 'davis-4i-101', courses).registration?.rows).toEqual([{ course: 'English 9' }])
  })
})
