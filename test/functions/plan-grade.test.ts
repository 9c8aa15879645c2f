import { describe, expect, test } from 'vitest'
import { foreignDate, script } from './formulas.ts'

const grade = script.PLAN_GRADE!

describe('PLAN_GRADE', () => {
  test.each`
    written        | number
    ${'KG'}        | ${0}
    ${'PK'}        | ${-1}
    ${'7th'}       | ${7}
    ${'Grade 07'}  | ${7}
    ${'Sophomore'} | ${10}
    ${9}           | ${9}
    ${'12+'}       | ${12}
    ${''}          | ${''}
    ${undefined}   | ${''}
  `('of $written is $number', ({ written, number }) => {
    expect(grade(written)).toBe(number)
  })

  test.each(['Ungraded', 'PS', '14', 7.5, '__proto__'])('of %s says what to write instead', (written) => {
    expect(grade(written)).toBe(
      `GRADE_UNREADABLE: “${written}” is not a grade. Write a number from 1 to 12, K for kindergarten or PK for preschool.`,
    )
  })

  test('of 9-10, which the sheet has made a date, shows that date', () => {
    expect(grade(foreignDate(2026, 9, 10))).toContain('GRADE_UNREADABLE: “2026-09-10” is not a grade.')
  })

  test.each([2028, 'Class of 2028'])(
    'of the graduation year %s asks for the school year, and counts back from it',
    (year) => {
      expect(grade(year)).toBe(
        `GRADE_UNREADABLE: “${year}” is a graduation year. Give the school year too, as in PLAN_GRADE(A2:A, "2026-27").`,
      )
      expect(grade(year, '2026-27')).toBe(11)
      expect(grade([[year], ['K']], '2026-27')).toEqual([[11], [0]])
    },
  )

  test('of two digits is no graduation year, which may be a slip of the hand', () => {
    expect(grade(28, '2026-27')).toContain('GRADE_UNREADABLE: “28” is not a grade.')
  })

  test('with a school year that is none says how to write it', () => {
    expect(grade(2028, 'next')).toBe('YEAR_UNREADABLE: “next” is not a school year. Write it like 2026-27.')
    expect(grade(2028, [['2026-27'], ['']])).toBe('RANGE_SHAPE: school_year is a range. Give one cell.')
  })

  test('of a cell with an error says to repair that cell', () => {
    expect(grade('#REF!')).toBe('CELL_ERROR: A cell shows #REF!. Repair the formula in it.')
  })

  test('of a range is a range of the same shape', () => {
    expect(
      grade([
        ['K', 'soph'],
        ['', 8],
      ]),
    ).toEqual([
      [0, 10],
      ['', 8],
    ])
  })
})
