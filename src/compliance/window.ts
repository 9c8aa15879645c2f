/**
 * Windows: from when to when a requirement may be met, and what its close means.
 */
import type { GradeRange, IsoDate } from '../policy/schema.ts'
import { addDays, countingYearEnd, daysBetween, later, shiftSchoolYear } from '../records/calendar.ts'
import type { StudentYear } from './student-year.ts'

/** From when something is asked, and the last day that is in time. */
export interface Due {
  readonly opensOn: IsoDate
  readonly dueOn: IsoDate
}

/** All three included. Records count from `opensOn` to `countsUntil`; lateness starts the day after `dueOn` (R1). */
export interface Window extends Due {
  readonly countsUntil: IsoDate
}

/**
 * A band of grades as one window (R4): from 1 July before the student's first year in it to the last day of the final
 * year in it. Years of repetition stay inside; a year without a record is taken as spent one grade lower.
 */
export function bandWindow([first, last]: GradeRange, year: StudentYear): Window {
  const startYear = (schoolYear: string, grade: number) => Number(schoolYear.slice(0, 4)) - (grade - first)
  let start = startYear(year.schoolYear, year.grade)
  for (const past of year.student.history) {
    if (past.grade < first || past.grade > last || past.schoolYear > year.schoolYear) continue
    start = Math.min(start, startYear(past.schoolYear, past.grade))
  }
  const opensOn = `${start}-07-01`
  if (year.grade === last) return { ...year.window, opensOn }
  const final = shiftSchoolYear(year.schoolYear, last - year.grade)
  return { opensOn, dueOn: year.termOf(final).lastDay, countsUntil: countingYearEnd(final) }
}

/** What not being met means on the as-of date. */
export type Unmet = 'OPEN' | 'LATE' | 'CHECK'

/**
 * OPEN through the due date, then LATE; CHECK instead of LATE for a student of this year who was enrolled for fewer
 * days inside the window than the reading asks for (R7 i, S12).
 */
export function unmet(window: Due, year: StudentYear): Unmet {
  if (year.asOf <= window.dueOn) return 'OPEN'
  if (year.enteredThisYear && year.enteredOn !== undefined) {
    const from = later(year.enteredOn, window.opensOn)
    const daysInside = daysBetween(from, window.dueOn) + 1
    if (daysInside < year.readings.shortEnrolmentDays.value) return 'CHECK'
  }
  return 'LATE'
}

/** Whether the day lies in the window. */
export function inWindow(window: Window, date: IsoDate): boolean {
  return date >= window.opensOn && date <= window.countsUntil
}

/** Whether the day lies in the window and is not after the as-of date. */
export function inside(window: Window, date: IsoDate, asOf: IsoDate): boolean {
  return inWindow(window, date) && date <= asOf
}

export function dayBefore(date: IsoDate): IsoDate {
  return addDays(date, -1)
}
