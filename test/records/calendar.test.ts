import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, isRealDay, schoolYearOf, shiftSchoolYear, termOf } from '../../src/records/calendar.ts'

describe('days as strings', () => {
  test.each([
    ['2026-08-17', 60, '2026-10-16'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
    expect(daysBetween(from, to)).toBe(days)
  })

  test.each([
    [2028, 2, 29, true],
    [2027, 2, 29, false],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [1997, 13, 3, false],
    [2027, 4, 31, false],
  ])('%i-%i-%i exists: %s', (year, month, day, exists) => {
    expect(isRealDay(year, month, day)).toBe(exists)
  })
})

describe('school years (R1)', () => {
  test.each([
    ['2026-07-01', '2026-27'],
    ['2027-06-30', '2026-27'],
    ['2027-07-01', '2027-28'],
  ])('%s lies in %s', (day, year) => {
    expect(schoolYearOf(day)).toBe(year)
  })

  test('the year before 2026-27 is 2025-26', () => {
    expect(shiftSchoolYear('2026-27', -1)).toBe('2025-26')
  })

  test('without a calendar the term is assumed and says so', () => {
    expect(termOf(new Map(), '2026-27')).toEqual({ firstDay: '2026-08-17', lastDay: '2027-05-28', assumed: true })
  })
})
