/**
 * What a plan document is made from, and what follows from it for every part.
 */

import type { Finding } from '../compliance/finding.ts'
import { currentPlan, fittingPlans } from '../compliance/plan.ts'
import { covers, gradeIn } from '../compliance/student-year.ts'
import type { CreditRule } from '../policy/graduation.ts'
import type { Grade, IsoDate, Policy, Requirement, SchoolYear } from '../policy/schema.ts'
import { countingYearEnd, countingYearStart, shiftSchoolYear } from '../records/calendar.ts'
import type { Plan, RowRef, Student } from '../records/school.ts'

export type PlanKind = 'elementary' | 'secondary'

/** What the school says of itself; '' where it says nothing. */
export interface SchoolFacts {
  readonly name: string
  readonly planManager: string
}

export interface PlanSource {
  readonly student: Student
  /** Of this student, those that are not met. */
  readonly findings: readonly Finding[]
  readonly policy: Policy
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  readonly facts: SchoolFacts
  /** Credits that each class needs. */
  readonly graduation: readonly CreditRule[]
  /** What a cell of a record says, for details that no finding hangs on; '' where the tab has no such column. */
  readonly cellText: (at: RowRef, field: string) => string
}

export interface PlanYear {
  readonly grade: Grade
  readonly schoolYear: SchoolYear
}

export interface PlanView extends PlanSource {
  readonly grade: Grade
  readonly kind: PlanKind
  /** The plan that the school works with on the as-of date. */
  readonly plan: Plan | undefined
  /** The four years of a secondary plan; of an elementary one the year itself. */
  readonly years: readonly PlanYear[]
  /** What the policy asks of the student's grade. */
  readonly asked: readonly Requirement[]
}

/**
 * Which plan a student has by the policy: none where the grade is not known, or where the policy asks nothing of it.
 */
export function planKindOf(
  policy: Policy,
  student: Student,
  schoolYear: SchoolYear,
): PlanKind | 'grade-unknown' | 'not-asked' {
  const grade = gradeIn(student, schoolYear)
  if (grade === undefined) return 'grade-unknown'
  if (askedOf(policy, grade).length === 0) return 'not-asked'
  return grade <= policy.elementaryTopGrade ? 'elementary' : 'secondary'
}

function askedOf(policy: Policy, grade: Grade): readonly Requirement[] {
  return policy.requirements.filter(({ type, grades }) => type !== 'duty' && covers(grades, grade))
}

/** @throws Error when the student has no plan by this policy; see {@link planKindOf} */
export function planView(source: PlanSource): PlanView {
  const { policy, student, schoolYear } = source
  const kind = planKindOf(policy, student, schoolYear)
  const grade = gradeIn(student, schoolYear)
  if (grade === undefined || kind === 'grade-unknown' || kind === 'not-asked') throw new Error(`no plan: ${kind}`)
  const plans = fittingPlans({ kind }, source)
  const plan = currentPlan({ plans })
  return { ...source, grade, kind, plan, years: yearsOf(source, kind, grade, plan), asked: askedOf(policy, grade) }
}

/** Years of a four-year plan. */
const four = 4

/**
 * The four years that are printed side by side: from the plan's first grade on, or 7 to 10 and 9 to 12; always with the
 * student's own grade among them.
 */
function yearsOf(source: PlanSource, kind: PlanKind, grade: Grade, plan: Plan | undefined): readonly PlanYear[] {
  if (kind === 'elementary') return [{ grade, schoolYear: source.schoolYear }]
  const written = plan === undefined ? undefined : firstGrade(source.cellText(plan.at, 'from_grade'))
  const first = Math.max(Math.min(written ?? (grade <= 8 ? 7 : 9), grade), grade - four + 1)
  return Array.from({ length: four }, (_, index) => ({
    grade: first + index,
    schoolYear: shiftSchoolYear(source.schoolYear, first + index - grade),
  }))
}

function firstGrade(text: string): Grade | undefined {
  const grade = Number(/\d+/.exec(text)?.[0])
  return grade >= 6 && grade <= 12 ? grade : undefined
}

/** Whether a day lies in a counting year, 1 July to 30 June, and not after the as-of date. */
export function liesIn(view: PlanView, schoolYear: SchoolYear, day: IsoDate | undefined): day is IsoDate {
  return (
    day !== undefined && day <= view.asOf && day >= countingYearStart(schoolYear) && day <= countingYearEnd(schoolYear)
  )
}

/** The requirement of a type, where the policy has it for the student's grade. */
export function askedFor<Type extends Requirement['type']>(
  { asked }: PlanView,
  type: Type,
): Extract<Requirement, { type: Type }> | undefined {
  return asked.find((one): one is Extract<Requirement, { type: Type }> => one.type === type)
}
