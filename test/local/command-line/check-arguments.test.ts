import { expect, test } from 'vitest'
import { readCheckArguments } from '../../../local/command-line/check-arguments.ts'
import { localDay, morningOf } from '../../../local/command-line/zone-time.ts'

test('without --as-of it is today, and results go to out/ under the name of the input', () => {
  expect(readCheckArguments(['rosters/Lincoln 2026.xlsx'], '2026-11-23')).toEqual({
    input: 'rosters/Lincoln 2026.xlsx',
    name: 'Lincoln 2026',
    out: 'out/Lincoln 2026',
    asOf: '2026-11-23',
    all: false,
  })
})

test('a folder keeps its whole name, a slash at its end or not', () => {
  expect(readCheckArguments(['exports/2026.11.22/'], '2026-11-23')?.name).toBe('2026.11.22')
})

test('every option is taken over', () => {
  const words =
    'r.csv --policy ega-2019 --as-of 2027-01-05 --school-year 2026-27 --first-day 2026-08-17 --last-day 2027-05-28 --out x --all'
  expect(readCheckArguments(words.split(' '), '2026-11-23')).toMatchObject({
    policy: 'ega-2019',
    asOf: '2027-01-05',
    schoolYear: '2026-27',
    firstDay: '2026-08-17',
    lastDay: '2027-05-28',
    out: 'x',
    all: true,
  })
})

test('the last day of school does not come before the first', () => {
  const words = ['r.csv', '--first-day', '2027-05-28', '--last-day', '2026-08-17']
  expect(() => readCheckArguments(words, '2026-11-23')).toThrow(/comes after --last-day/)
})

test.each([
  ['2026-11-23', 'America/Denver', '2026-11-23T16:00:00.000Z'],
  ['2026-07-01', 'America/Denver', '2026-07-01T15:00:00.000Z'],
  ['2026-03-08', 'America/Denver', '2026-03-08T15:00:00.000Z'],
  ['2026-11-01', 'America/Denver', '2026-11-01T16:00:00.000Z'],
  ['2026-11-23', 'Pacific/Auckland', '2026-11-22T20:00:00.000Z'],
  ['2026-11-23', 'UTC', '2026-11-23T09:00:00.000Z'],
])('nine in the morning of %s in %s is %s', (day, zone, instant) => {
  expect(new Date(morningOf(day, zone)).toISOString()).toBe(instant)
})

test('today is the day of this machine’s own zone', () => {
  // The tests run in Auckland (vitest.config.ts), where this is already the 24th.
  expect(localDay(new Date('2026-11-23T18:30:00Z'))).toBe('2026-11-24')
})
