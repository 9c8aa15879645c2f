import { describe, expect, test } from 'vitest'
import { unreadable } from '../../src/records/cell-text.ts'
import { dateOrderOf, readDate } from '../../src/records/dates.ts'

const us = { schoolYear: '2026-27', order: 'month-first' } as const

test.each([
  ['2026-10-08', '2026-10-08'],
  ['2026-10-08T00:00:00Z', '2026-10-08'],
  ['2026-10-08T23:30:00-07:00', '2026-10-08'],
  ['2026-10-08T05:59:59.999Z', '2026-10-08'],
  ['2026-10-08Z', '2026-10-08'],
  ['2026-10-08+02:00', '2026-10-08'],
  ['2018/08/12 6:28:23 AM AST', '2018-08-12'],
  ['03/09/2018 8:24:54', '2018-03-09'],
  ['10/8/2026 3pm', '2026-10-08'],
  ['10/8/2026 at 3:15', '2026-10-08'],
  ['10/8/2026, 3:15 PM', '2026-10-08'],
  ['Oct 8, 2026 at 3 p.m.', '2026-10-08'],
  ['10/8/2026', '2026-10-08'],
  ['10/08/26', '2026-10-08'],
  ['1/17/2019 8:22:18', '2019-01-17'],
  ['4/2/2000', '2000-04-02'],
  ['1/1/99', '1999-01-01'],
  ['10-8-2026', '2026-10-08'],
  ['8-Oct-26', '2026-10-08'],
  ['2-Jul-25', '2025-07-02'],
  ['8 October 2026', '2026-10-08'],
  ['Oct 8, 2026', '2026-10-08'],
  ['Oct. 8th, 2026', '2026-10-08'],
  ['Thursday, October 8, 2026', '2026-10-08'],
  ['Sept 3 2026', '2026-09-03'],
  ["10/8/'26", '2026-10-08'],
  ['20261008', '2026-10-08'],
  ['20140102', '2014-01-02'],
  [20261008, '2026-10-08'],
  [46303, '2026-10-08'],
  [46303.75, '2026-10-08'],
  ['46303', '2026-10-08'],
  [1425823743000, '2015-03-08'],
  ['1425772800000', '2015-03-08'],
  [' 10/8/2026 ', '2026-10-08'],
])('%s is the day %s', (cell, day) => {
  expect(readDate(cell, us)).toBe(day)
})

test.each([
  ['10/8', '2026-10-08'],
  ['3/4', '2027-03-04'],
  ['Oct 8', '2026-10-08'],
  ['8-Jan', '2027-01-08'],
  ['7/1', '2026-07-01'],
  ['6/30', '2027-06-30'],
])('%s has no year and lies in the school year 2026-27: %s', (cell, day) => {
  expect(readDate(cell, us)).toBe(day)
})

test.each(['', ' ', 'NULL', 'null', 'N/A', 'NA', '-', '././.', '0000-00-00', '1899-12-30', 0, false])(
  '“%s” is no date at all',
  (cell) => {
    expect(readDate(cell, us)).toBeUndefined()
  },
)

test.each([
  '1997-13-03',
  '2026-02-29',
  '13/13/2026',
  '4/31/2026',
  '2/29',
  'Last day +1',
  '10/8/2026 - 10/9/2026',
  '10/8 & 10/9',
  '4.5',
  4.5,
  'TBD',
  '0026-10-08',
  '20226-10-08',
  'Oct 2026',
  'October',
  'yes',
  '15:30',
  'Octember 8, 2026',
  2026,
  -3,
  12.5,
  true,
])('“%s” is unreadable and never rolled over', (cell) => {
  expect(readDate(cell, us)).toBe(unreadable)
})

test('a column in which the day stands first reads 1/05/2023 as the first of May', () => {
  expect(readDate('1/05/2023', { ...us, order: 'day-first' })).toBe('2023-05-01')
  expect(readDate('15/06/2023', { ...us, order: 'day-first' })).toBe('2023-06-15')
  expect(readDate('10/28/2026', { ...us, order: 'day-first' })).toBe(unreadable)
})

test.each([
  ['15/06/2023', '2023-06-15'],
  ['6/15/2023', '2023-06-15'],
  ['5/5/2023', '2023-05-05'],
  ['28/10', '2026-10-28'],
  ['2023-05-01', '2023-05-01'],
  ['1-May-23', '2023-05-01'],
  ['1/05/2023', undefined],
  ['1/05/2023 8:22', undefined],
  ['10/8', undefined],
  ['31/31/2023', unreadable],
])('while nobody knows which stands first, “%s” is %s', (cell, day) => {
  expect(readDate(cell, { ...us, order: 'undecided' })).toBe(day)
})

describe('a moment, in milliseconds since 1970, is the day on which it was in Utah', () => {
  test.each`
    moment                        | day             | why
    ${'2026-03-08T06:59:59.001Z'} | ${'2026-03-07'} | ${'a second before midnight, the night the clocks go forward'}
    ${'2026-03-08T07:00:00.001Z'} | ${'2026-03-08'} | ${'a second later'}
    ${'2026-03-09T05:59:59.001Z'} | ${'2026-03-08'} | ${'the last second of that day, an hour earlier than the day before'}
    ${'2026-03-09T06:00:00.001Z'} | ${'2026-03-09'} | ${'the next midnight'}
    ${'2026-11-01T05:59:59.001Z'} | ${'2026-10-31'} | ${'a second before the day the clocks go back'}
    ${'2026-11-01T06:00:00.001Z'} | ${'2026-11-01'} | ${'its midnight, in summer time'}
    ${'2026-11-02T06:59:59.001Z'} | ${'2026-11-01'} | ${'its last second, in winter time'}
    ${'2026-11-02T07:00:00.001Z'} | ${'2026-11-02'} | ${'the next midnight'}
    ${'2026-12-16T06:30:00.001Z'} | ${'2026-12-15'} | ${'half past eleven at night in winter'}
    ${'2026-07-16T06:30:00.001Z'} | ${'2026-07-16'} | ${'half past midnight in summer'}
    ${'2026-10-08T00:00:00.000Z'} | ${'2026-10-08'} | ${'midnight UTC, which is a plain date'}
  `('$day: $why', ({ moment, day }) => {
    const milliseconds = Date.parse(moment)
    expect(readDate(milliseconds, us)).toBe(day)
    expect(readDate(String(milliseconds), us)).toBe(day)
  })
})

const manyDayFirst = Array.from({ length: 10 }, (_, index) => `${13 + index}/06/2023`)
const manyMonthFirst = Array.from({ length: 10 }, (_, index) => `6/${13 + index}/2023`)

test.each([
  ['nothing says otherwise', ['1/05/2023', '6/7/2023'], 'month-first'],
  ['ISO dates say nothing', ['2023-05-15', '2023-06-20'], 'month-first'],
  ['all are written so', ['10/28/2026', '1/5/2026'], 'month-first'],
  ['one slip stands against ten', [...manyMonthFirst, '13/1/2023', '1/5/2023'], 'month-first'],
  ['one with the day first, and nothing against it', ['1/05/2023', '15/06/2023'], 'undecided'],
  ['one of each', ['10/28/2026', '13/1/2026', '1/5/2026'], 'undecided'],
  ['ten with the day first, and nothing against them', [...manyDayFirst, '1/05/2023'], 'day-first'],
  ['ten with the day first against one', [...manyDayFirst, '6/14/2023', '1/05/2023'], 'day-first'],
  ['ten with the day first against two', [...manyDayFirst, '6/14/2023', '6/15/2023'], 'undecided'],
])('of a column where %s (%s) the order is %s', (_, cells, order) => {
  const rows = ['Date', ...cells].map((cell) => [cell])
  expect(dateOrderOf(rows, 1, 0).order).toBe(order)
})
