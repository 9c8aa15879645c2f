import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { policies } from '../../src/policy/packs.ts'
import { load } from '../build/built.ts'

// The built functions, called as a formula calls them: with Dates that are not of the script's class.
const script = load() as Record<string, (input?: unknown) => unknown>

/** A Date at a wall time of this process's zone, made in a context of its own. */
function foreignDate(year: number, month: number, day: number, hour = 0): Date {
  return runInNewContext(`new Date(${year}, ${month - 1}, ${day}, ${hour})`)
}

describe('SCHOOL_YEAR', () => {
  const schoolYear = script.SCHOOL_YEAR!

  test.each`
    written                         | year
    ${foreignDate(2026, 11, 23)}    | ${'2026-27'}
    ${foreignDate(2027, 6, 30, 23)} | ${'2026-27'}
    ${foreignDate(2027, 7, 1)}      | ${'2027-28'}
    ${'2026-06-30'}                 | ${'2025-26'}
    ${'11/23/2026'}                 | ${'2026-27'}
    ${'11/23/26'}                   | ${'2026-27'}
    ${'Nov 23, 2026'}               | ${'2026-27'}
    ${46349}                        | ${'2026-27'}
    ${''}                           | ${''}
    ${false}                        | ${''}
  `('of $written is "$year"', ({ written, year }) => {
    expect(schoolYear(written)).toBe(year)
  })

  test.each(['soon', '9/31/2026', true, 7, '11/23'])('of %s says what to write instead', (written) => {
    expect(schoolYear(written)).toBe(`DATE_UNREADABLE: "${written}" is not a day. Write it like 2026-11-23.`)
  })

  test('of an impossible Date says so', () => {
    expect(schoolYear(runInNewContext('new Date(NaN)'))).toContain('DATE_UNREADABLE')
  })

  test('of a column is a column of the same length, with the blank of Lupe left blank', () => {
    const column = [[foreignDate(2026, 8, 17)], [''], ['someday'], [foreignDate(2026, 5, 1)]]
    const years = schoolYear(column) as string[][]
    expect(years.map((row) => row.length)).toEqual([1, 1, 1, 1])
    expect([years[0]![0], years[1]![0], years[3]![0]]).toEqual(['2026-27', '', '2025-26'])
    expect(years[2]![0]).toContain('DATE_UNREADABLE')
  })
})

describe('PLAN_GRADE', () => {
  const grade = script.PLAN_GRADE!

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
  `('of $written is $number', ({ written, number }) => {
    expect(grade(written)).toBe(number)
  })

  test.each(['Ungraded', 'PS', '14', 7.5])('of %s says what to write instead', (written) => {
    expect(grade(written)).toBe(
      `GRADE_UNREADABLE: "${written}" is not a grade. Write a number from 1 to 12, K for kindergarten or PK for preschool.`,
    )
  })

  test('of 9-10, which the sheet has made a date, says that it is a date', () => {
    expect(grade(foreignDate(2026, 9, 10))).toContain('GRADE_UNREADABLE: A date is not a grade.')
  })

  test('of a column is a column of the same shape', () => {
    expect(grade([['K'], [''], [8]])).toEqual([[0], [''], [8]])
  })
})

describe('PLAN_REQUIREMENTS', () => {
  const requirements = script.PLAN_REQUIREMENTS!

  test('of Davis has the parent signature with its clause and grades', () => {
    const table = requirements('davis-4i-101') as string[][]
    expect(table[0]).toEqual(['Code', 'Clause', 'Grades', 'What it asks'])
    expect(table).toContainEqual(['SIGN', '3.1.7', '7–12', "the parent's signature on the plan"])
    expect(table.map(([code, clause, grades]) => `${code} ${clause} ${grades}`)).toEqual(
      expect.arrayContaining(['CONF2 2.1.1 K–6', 'CONF-I 3.3.2 9, 11']),
    )
  })

  test.each(policies.map(({ id }) => id))('of %s is a full table without a blank', (id) => {
    const table = requirements(` ${id.toUpperCase()} `) as string[][]
    expect(table.length).toBeGreaterThan(3)
    for (const row of table) {
      expect(row).toHaveLength(4)
      for (const cell of row) expect(cell).not.toBe('')
    }
  })

  test.each([[undefined], ['']])('of nothing (%s) lists the policies', (nothing) => {
    expect(requirements(nothing)).toEqual([['Policy', 'Name'], ...policies.map(({ id, name }) => [id, name])])
  })

  test('of an unknown policy names the known ones', () => {
    expect(requirements('davis')).toContain('POLICY_UNKNOWN: "davis" is not a policy. Write one of davis-4i-101,')
  })

  test('of a range asks for one cell', () => {
    expect(requirements([['davis-4i-101']])).toContain('POLICY_UNKNOWN: Give one cell')
  })
})
