import { expect, test } from 'vitest'
import { firstDayOf, lastDayOf, schoolDay } from '../../../local/sample/days.ts'
import { typedDay, typedGrade, WAYS_OF_DAYS, WAYS_OF_GRADES } from '../../../local/sample/pen.ts'
import { readDate } from '../../../src/records/dates.ts'
import { readGrade } from '../../../src/records/grades.ts'

test.each(WAYS_OF_DAYS)(
  '8 October 2026 typed like %s is that text, and any day typed so is read as that day',
  (way) => {
    expect(typedDay('2026-10-08', way)).toBe(way)
    for (const day of ['2026-10-08', '2026-07-01', '2027-02-28', '2025-12-31', '2014-03-04', '2009-01-09']) {
      expect(readDate(typedDay(day, way), { schoolYear: '2026-27', order: 'month-first' })).toBe(day)
    }
  },
)

test.each(WAYS_OF_GRADES)(
  'grade 9 written like %s is that text, and any grade written so is read as that grade',
  (way) => {
    expect(String(typedGrade(9, way))).toBe(way)
    for (let grade = 0; grade <= 12; grade++)
      expect(readGrade(typedGrade(grade, way), undefined, '2026-27')).toBe(grade)
  },
)

test.each([
  [2024, '2024-08-19', '2025-05-30'],
  [2025, '2025-08-18', '2026-05-29'],
  [2026, '2026-08-17', '2027-05-28'],
  [2027, '2027-08-16', '2028-05-26'],
])('the school year of %i goes from %s to %s', (year, first, last) => {
  expect(firstDayOf(year)).toBe(first)
  expect(lastDayOf(year)).toBe(last)
})

test.each([
  ['2026-10-10', '2026-10-12', 'a Saturday'],
  ['2026-10-15', '2026-10-19', 'fall break'],
  ['2026-11-26', '2026-11-30', 'Thanksgiving'],
  ['2026-12-24', '2027-01-04', 'winter break'],
  ['2026-10-13', '2026-10-13', 'a school day'],
])('%s, the next school day is %s (%s)', (day, next) => {
  expect(schoolDay(day)).toBe(next)
})
