import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { foreignDate, script } from './formulas.ts'

const schoolYear = script.SCHOOL_YEAR!

describe('SCHOOL_YEAR', () => {
  test.each`
    written                         | year
    ${foreignDate(2026, 11, 23)}    | ${'2026-27'}
    ${foreignDate(2027, 6, 30, 15)} | ${'2026-27'}
    ${foreignDate(2027, 7, 1)}      | ${'2027-28'}
    ${'2026-06-30'}                 | ${'2025-26'}
    ${'11/23/2026'}                 | ${'2026-27'}
    ${'11/23/26'}                   | ${'2026-27'}
    ${'Nov 23, 2026'}               | ${'2026-27'}
    ${46349}                        | ${'2026-27'}
    ${''}                           | ${''}
    ${undefined}                    | ${''}
    ${false}                        | ${''}
  `('of $written is "$year"', ({ written, year }) => {
    expect(schoolYear(written)).toBe(year)
  })

  test('of an instant that a cell keeps a hair before midnight is that of the day', () => {
    expect(schoolYear(new Date(foreignDate(2027, 7, 1).getTime() - 1))).toBe('2027-28')
  })

  test.each([20, 21, 22, 23])(
    'of days that an eastern spreadsheet hands over as %i:00 of the evening before',
    (hour) => {
      const column = [[foreignDate(2027, 6, 30, hour)], [''], [foreignDate(2026, 12, 24, hour)]]
      expect(schoolYear(column)).toEqual([['2027-28'], [''], ['2026-27']])
    },
  )

  test('of days in western spreadsheets, which come in the small hours, and of days with a time of their own', () => {
    expect(schoolYear([[foreignDate(2027, 7, 1, 4)], [foreignDate(2026, 12, 24, 5)]])).toEqual([
      ['2027-28'],
      ['2026-27'],
    ])
    expect(schoolYear([[foreignDate(2027, 6, 30, 22)], [foreignDate(2026, 12, 24, 0)]])).toEqual([
      ['2026-27'],
      ['2026-27'],
    ])
  })

  test.each(['soon', '9/31/2026', true, 7, '11/23'])('of %s says what to write instead', (written) => {
    expect(schoolYear(written)).toBe(`DATE_UNREADABLE: “${written}” is not a day. Write it like 2026-11-23.`)
  })

  test.each([runInNewContext('new Date(NaN)'), foreignDate(226, 1, 1), foreignDate(1899, 12, 30, 9)])(
    'of a Date that is no day (%s) says so',
    (date) => {
      expect(schoolYear(date)).toContain('DATE_UNREADABLE')
    },
  )

  test('of a cell with an error says to repair that cell', () => {
    expect(schoolYear([['#N/A']])).toEqual([['CELL_ERROR: A cell shows #N/A. Repair the formula in it.']])
  })

  test('of a column is a column of the same length, with the blank of Lupe left blank', () => {
    const column = [[foreignDate(2026, 8, 17)], [''], ['someday'], [foreignDate(2026, 5, 1)]]
    const years = schoolYear(column) as string[][]
    expect(years.map((row) => row.length)).toEqual([1, 1, 1, 1])
    expect([years[0]![0], years[1]![0], years[3]![0]]).toEqual(['2026-27', '', '2025-26'])
    expect(years[2]![0]).toContain('DATE_UNREADABLE')
  })

  test('of a whole column A2:A is as long, blank where nothing stands', () => {
    const column = Array.from({ length: 5000 }, (_, row) => [row === 0 ? '2026-11-23' : ''])
    expect(schoolYear(column)).toEqual(column.map((_, row) => [row === 0 ? '2026-27' : '']))
  })
})
