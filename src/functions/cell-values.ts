/**
 * What a single cell of an argument means, or what to write there instead.
 */
import { policies, policyNamed } from '../policy/packs.ts'
import type { Grade, IsoDate, Policy, SchoolYear } from '../policy/schema.ts'
import { textOf, unreadable } from '../records/cell-text.ts'
import { type DateHabits, readDate } from '../records/dates.ts'
import { gradeOfGraduationYear, readGrade } from '../records/grades.ts'
import { CheckStopped } from '../records/problem.ts'
import type { Cell } from '../records/tab.ts'

/**
 * @param schoolYear where a day without its year belongs; without it, such a day is told by being read in two years
 * @throws CheckStopped DATE_UNREADABLE, or DATE_UNSURE where day and month of the column could be either
 */
export function dayIn(
  cell: Cell,
  schoolYear?: SchoolYear,
  order: DateHabits['order'] = 'month-first',
): IsoDate | undefined {
  const date = readDate(cell, { schoolYear: schoolYear ?? '2025-26', order })
  if (date === unreadable || date !== readDate(cell, { schoolYear: schoolYear ?? '2026-27', order })) {
    throw new CheckStopped('DATE_UNREADABLE', `“${cell}” is not a day. Write it like 2026-11-23.`)
  }
  if (date === undefined && order === 'undecided' && dayIn(cell, schoolYear) !== undefined) {
    throw new CheckStopped('DATE_UNSURE', `“${cell}” could mean two days. Write it like 2026-11-23.`)
  }
  return date
}

/**
 * @param schoolYear in which a graduation year becomes a grade
 * @throws CheckStopped GRADE_UNREADABLE
 */
export function gradeIn(cell: Cell, schoolYear?: SchoolYear): Grade | undefined {
  const grade = readGrade(cell, undefined, '')
  if (grade !== unreadable) return grade
  // Two digits alone may be a slip of the hand.
  const graduating = /20\d\d/.test(textOf(cell)) ? gradeOfGraduationYear(cell, schoolYear ?? '2026-27') : unreadable
  if (graduating === unreadable) {
    throw new CheckStopped(
      'GRADE_UNREADABLE',
      `“${cell}” is not a grade. Write a number from 1 to 12, K for kindergarten or PK for preschool.`,
    )
  }
  if (schoolYear !== undefined) return graduating
  throw new CheckStopped(
    'GRADE_UNREADABLE',
    `“${cell}” is a graduation year. Give the school year too, as in PLAN_GRADE(A2:A, "2026-27").`,
  )
}

/**
 * The policy by its id or its name; where none is given the one that a check assumes.
 *
 * @throws CheckStopped POLICY_UNKNOWN
 */
export function policyIn(cell: Cell): Policy {
  const written = textOf(cell)
  const policy = written === '' ? policies[0] : policyNamed(written)
  if (policy) return policy
  throw new CheckStopped(
    'POLICY_UNKNOWN',
    `“${written}” is not a policy. Write one of ${policies.map(({ id }) => id).join(', ')}.`,
  )
}
