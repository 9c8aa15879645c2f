import { expect, test } from 'vitest'
import { unreadable } from '../../src/records/cell-text.ts'
import { dayOrderOf, readDate } from '../../src/records/dates.ts'

const us = { schoolYear: '2026-27', dayFirst: false }

test.each([
  ['2026-10-08', '2026-10-08'],
  ['2026-10-08T00:00:00Z', '2026-10-08'],
  ['2026-10-08T23:30:00-07:00', '2026-10-08'],
  ['2018/08/12 6:28:23 AM AST', '2018-08-12'],
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
  ['20261008', '2026-10-08'],
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

test('a day-first column reads 1/05/2023 as the first of May', () => {
  expect(readDate('1/05/2023', { ...us, dayFirst: true })).toBe('2023-05-01')
  expect(readDate('10/28/2026', { ...us, dayFirst: true })).toBe(unreadable)
})

test.each([
  ['one day over 12 makes the column day first', ['Date', '1/05/2023', '15/06/2023'], true],
  ['months first when nothing says otherwise', ['Date', '1/05/2023', '6/7/2023'], false],
  ['a single slip among American dates changes nothing', ['Date', '10/28/2026', '9/30/2026', '13/1/2026'], false],
  ['ISO dates say nothing', ['Date', '2023-05-15', '2023-06-20'], false],
])('%s', (_, cells, dayFirst) => {
  const order = dayOrderOf(
    cells.map((cell) => [cell]),
    1,
    0,
  )
  expect(order.dayFirst).toBe(dayFirst)
})
