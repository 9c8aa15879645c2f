/**
 * A student in the reported school year: grade, enrolment and the year's bounds, worked out once.
 */
import type { Readings } from '../policy/readings.ts'
import type { Grade, GradeRange, IsoDate, Policy, SchoolYear } from '../policy/schema.ts'
import { countingYearEnd, countingYearStart, shiftSchoolYear, termOf } from '../records/calendar.ts'
import { remembered } from '../records/remembered.ts'
import type { School, Student, Term } from '../records/school.ts'
import type { Due, Window } from './window.ts'

/** What is the same for every student of a run. */
export interface Year {
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  /** The school year before. */
  readonly before: SchoolYear
  /** 1 July, whatever the reading of R1. */
  readonly startsOn: IsoDate
  readonly term: Term
  /** The reported year as a window (R1). */
  readonly window: Window
  readonly readings: Readings
  /** Of any school year; each is worked out once. */
  readonly termOf: (schoolYear: SchoolYear) => Term
  /** A counting year up to its last school day: the window of a signature on a plan made in it (R20). */
  readonly dueIn: (schoolYear: SchoolYear) => Due
}

export interface StudentYear extends Year {
  readonly student: Student
  readonly grade: Grade
  /** See `entryOf`. */
  readonly enteredOn: IsoDate | undefined
  readonly enteredThisYear: boolean
}

export function yearOf(policy: Policy, school: School, asOf: IsoDate, schoolYear: SchoolYear): Year {
  const termOfYear = remembered((of: SchoolYear) => termOf(school.calendar, of))
  const term = termOfYear(schoolYear)
  const startsOn = countingYearStart(schoolYear)
  const termOnly = policy.readings.countingYear.value === 'term-only'
  return {
    asOf,
    schoolYear,
    before: shiftSchoolYear(schoolYear, -1),
    startsOn,
    term,
    window: {
      opensOn: termOnly ? term.firstDay : startsOn,
      dueOn: term.lastDay,
      countsUntil: termOnly ? term.lastDay : countingYearEnd(schoolYear),
    },
    readings: policy.readings,
    termOf: termOfYear,
    dueIn: remembered((of: SchoolYear) => ({ opensOn: countingYearStart(of), dueOn: termOfYear(of).lastDay })),
  }
}

export function studentYear(student: Student, grade: Grade, year: Year): StudentYear {
  const enteredOn = entryOf(student, year)
  const enteredThisYear = enteredOn !== undefined && enteredOn >= year.startsOn
  const { asOf, schoolYear, before, startsOn, term, window, readings, termOf, dueIn } = year
  // Written out: spread, for each student, it would take longer than the checks.
  return {
    asOf,
    schoolYear,
    before,
    startsOn,
    term,
    window,
    readings,
    termOf,
    dueIn,
    student,
    grade,
    enteredOn,
    enteredThisYear,
  }
}

/**
 * The day from which the school has had the student. Many systems write the entry of each school year anew; a student
 * whom the grade history shows here in the year before has been here since the first of those years.
 */
function entryOf(student: Student, year: Year): IsoDate | undefined {
  let entered = student.entryDate
  let { before } = year
  for (;;) {
    const past = student.history.find((one) => one.schoolYear === before && one.source === 'own')
    if (past === undefined) return entered
    const then = past.entryDate ?? countingYearStart(before)
    if (entered === undefined || then < entered) entered = then
    before = shiftSchoolYear(before, -1)
  }
}

/**
 * The student's grade in the reported year. The roster speaks for the newest year on file; for an earlier one the
 * grade history does, and it also fills a blank on the roster.
 */
export function gradeIn(student: Student, schoolYear: SchoolYear): Grade | undefined {
  let ofYear: Grade | undefined
  let newest = ''
  for (const year of student.history) {
    if (year.schoolYear > newest) newest = year.schoolYear
    if (year.schoolYear === schoolYear && (ofYear === undefined || year.grade > ofYear)) ofYear = year.grade
  }
  if (student.grade === undefined || schoolYear < newest) return ofYear ?? student.grade
  return student.grade
}

/** Why nothing applies to this student on this day, or undefined when it does (R8, R19, S3). */
export function outsideReason(
  student: Student,
  grade: Grade,
  year: Year,
): 'not-entered' | 'exited' | 'preschool' | 'post-high' | undefined {
  if (student.entryDate !== undefined && year.asOf < student.entryDate) return 'not-entered'
  if (student.exitDate !== undefined && year.asOf > student.exitDate) return 'exited'
  if (grade < 0) return 'preschool'
  if (grade > 12 && year.readings.postHigh.value === 'does-not-apply') return 'post-high'
  return undefined
}

export function covers(ranges: readonly GradeRange[], grade: Grade): boolean {
  return ranges.some(([first, last]) => grade >= first && grade <= last)
}

/** 18 or over on the as-of date, by birth date (S14). Born on 29 February: on 1 March. */
export function isAdult(student: Student, asOf: IsoDate): boolean {
  if (student.birthDate === undefined) return false
  const eighteenth = `${Number(student.birthDate.slice(0, 4)) + 18}${student.birthDate.slice(4)}`
  return asOf >= eighteenth
}
