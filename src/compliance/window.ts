/**
 * Windows: from when to when a requirement may be met, and what its close means.
 */
import type { GradeRange, IsoDate, SchoolYear } from '../policy/schema.ts'
import {
  addDays,
  countingYearEnd,
  countingYearStart,
  daysBetween,
  later,
  shiftSchoolYear,
  termOf,
} from '../records/calendar.ts'
import type { School } from '../records/school.ts'
import type { StudentYear } from './student-year.ts'

/** All three included. Records count from `opensOn` to `countsUntil`; lateness starts the day after `dueOn` (R1). */
export interface Window {
  readonly opensOn: IsoDate
  readonly dueOn: IsoDate
  readonly countsUntil: IsoDate
}

/** The reported year as a window (R1). */
export function yearWindow(year: StudentYear): Window {
  return { opensOn: year.opensOn, dueOn: year.term.lastDay, countsUntil: year.countsUntil }
}

/**
 * A band of grades as one window (R4): from 1 July before the student's first year in it to the last day of the final
 * year in it. Years of repetition stay inside; a year without a record is taken as spent one grade lower.
 */
export function bandWindow(band: GradeRange, year: StudentYear, school: School): Window {
  const [first, last] = band
  const startYear = (schoolYear: string, grade: number) => Number(schoolYear.slice(0, 4)) - (grade - first)
  let start = startYear(year.schoolYear, year.grade)
  for (const past of year.student.history) {
    if (past.grade < first || past.grade > last || past.schoolYear > year.schoolYear) continue
    start = Math.min(start, startYear(past.schoolYear, past.grade))
  }
  const final = shiftSchoolYear(year.schoolYear, last - year.grade)
  return {
    opensOn: `${start}-07-01`,
    dueOn: final === year.schoolYear ? year.term.lastDay : termOf(school.calendar, final).lastDay,
    countsUntil: final === year.schoolYear ? year.countsUntil : countingYearEnd(final),
  }
}

/** What not being met means on the as-of date. */
export type Unmet = 'OPEN' | 'LATE' | 'CHECK'

/**
 * OPEN through the due date, then LATE; CHECK instead of LATE for a student of this year who was enrolled for fewer
 * days inside the window than the reading asks for (R7 i, S12).
 */
export function unmet(window: Pick<Window, 'opensOn' | 'dueOn'>, year: StudentYear): Unmet {
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

/** A counting year up to its last school day: the window of a signature on a plan made in it (R20). */
export function schoolYearWindow(schoolYear: SchoolYear, school: School): Pick<Window, 'opensOn' | 'dueOn'> {
  return { opensOn: countingYearStart(schoolYear), dueOn: termOf(school.calendar, schoolYear).lastDay }
}
