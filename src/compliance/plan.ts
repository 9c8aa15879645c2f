/**
 * The plan: that there is one and since when, its signature, its yearly update, and who had a part in it.
 */
import type { CareerRequirement, ClusterRequirement, IsoDate, Party, PlanRequirement } from '../policy/schema.ts'
import { addDays, later, schoolYearOf, shiftSchoolYear } from '../records/calendar.ts'
import type { CellRef, ChangedDocument, Plan, School, Student } from '../records/school.ts'
import type { Blanks } from './blank.ts'
import { type CountedConference, wasHeld } from './conference-record.ts'
import type { Status } from './finding.ts'
import type { MessageKey } from './messages.ts'
import { isAdult, type StudentYear } from './student-year.ts'
import { cellOf, cellsOf, unmetVerdict, type Verdict, verdict } from './verdict.ts'
import { type Due, dayBefore, inside } from './window.ts'

/** What the checks of this file look at. */
export interface PlanView {
  readonly year: StudentYear
  readonly school: School
  readonly conferences: readonly CountedConference[]
  /** Plans of the fitting kind that exist on the as-of date, the current one last; undated ones first. */
  readonly plans: readonly Plan[]
}

/** The plans that fit the requirement and exist on the as-of date, oldest first, undated before dated. */
export function fittingPlans(
  requirement: Pick<PlanRequirement, 'kind'> | undefined,
  year: Pick<StudentYear, 'student' | 'asOf'>,
): readonly Plan[] {
  const kind = requirement?.kind ?? 'either'
  const fitting = year.student.plans.filter(
    (plan) =>
      (kind === 'either' || plan.kind === undefined || plan.kind === kind) &&
      (plan.createdOn === undefined || plan.createdOn <= year.asOf),
  )
  return fitting.length > 1 ? fitting.sort(byAge) : fitting
}

/** By the day it was made; of two made on one day the one signed later is the current one. */
function byAge(a: Plan, b: Plan): number {
  const [x, y] = [a.createdOn ?? '', b.createdOn ?? '']
  if (x !== y) return x < y ? -1 : 1
  const [signedX, signedY] = [a.signedOn ?? '', b.signedOn ?? '']
  if (signedX !== signedY) return signedX < signedY ? -1 : 1
  return a.at.row - b.at.row
}

/** The plan that the school works with today. */
export function currentPlan(view: Pick<PlanView, 'plans'>): Plan | undefined {
  return view.plans[view.plans.length - 1]
}

export function planVerdict(requirement: PlanRequirement, view: PlanView): Verdict {
  const { year, plans } = view
  const due = planDue(requirement, year)
  const evidence = () => cellsOf(plans.length > 0 ? plans : year.student.plans, 'created_on')
  // Undated plans come first, so the last one has a date if any has.
  if (currentPlan(view)?.createdOn !== undefined) {
    const inTime = plans.some((plan) => plan.createdOn !== undefined && madeInTime(plan, plan.createdOn, due, year))
    return inTime ? verdict('MET', 'plan.met', due, evidence) : verdict('MET-LATE', 'plan.late', due, evidence)
  }
  if (plans.length > 0) return verdict('CHECK', 'plan.undated', due, evidence)
  return unmetVerdict(due, year, 'plan.missing', evidence)
}

/** A former school's plan keeps its own date (R3); lateness of an earlier year is not shown (S10). */
function madeInTime({ source }: Plan, createdOn: IsoDate, { dueOn }: Due, { window }: StudentYear): boolean {
  return source === 'prior' || createdOn < window.opensOn || createdOn <= dueOn
}

function planDue({ due }: PlanRequirement, year: StudentYear): Due {
  if (due === 'year-end') return year.window
  return due === 'start-of-grade-7' ? startOfGrade7(year) : firstSecondaryYear(year)
}

/**
 * R3: so many days after the later of the first day of school and entry in grade 7, and after entry for a student new
 * in a later grade; for others it was due when they were in grade 7 or came, which lies in an earlier year.
 */
function startOfGrade7(year: StudentYear): Due {
  const { enteredOn } = year
  const within = (opensOn: IsoDate) => ({ opensOn, dueOn: addDays(opensOn, year.readings.planWithinDays.value) })
  if (year.grade === 7) return within(later(enteredOn ?? '', year.term.firstDay))
  if (year.enteredThisYear && enteredOn !== undefined) return within(enteredOn)
  const grade7 = shiftSchoolYear(year.schoolYear, 7 - year.grade)
  const then = within(later(enteredOn ?? '', year.termOf(grade7).firstDay))
  const lastYear = dayBefore(year.window.opensOn)
  return then.dueOn < lastYear ? then : { opensOn: then.opensOn, dueOn: lastYear }
}

/** R277-462-5(3): begun in grade 7, or within the first year in which the student is enrolled in grades 7 to 12. */
function firstSecondaryYear(year: StudentYear): Due {
  const grade7 = shiftSchoolYear(year.schoolYear, Math.min(0, 7 - year.grade))
  const entered = year.enteredOn === undefined ? grade7 : schoolYearOf(year.enteredOn)
  const first = later(entered, grade7)
  return first >= year.schoolYear ? year.window : year.dueIn(first)
}

/**
 * Whether the plan carries a valid signature (R20, R21).
 *
 * A signature older than the plan proves nothing about it, so it is a CHECK; so is one dated after the as-of date.
 */
export function signatureVerdict(view: PlanView, plan: Plan): Verdict {
  const { year } = view
  const { signedOn, signedBy } = plan
  const made = year.readings.signature.value === 'each-update' ? lastChange(year, plan) : plan.createdOn
  const due = year.dueIn(made === undefined ? year.schoolYear : schoolYearOf(made))
  const evidence = () => [cellOf(plan, 'parent_signed_on')]
  const of = (status: Status, message: MessageKey, detail?: string) => verdict(status, message, due, evidence, detail)
  if (signedOn === undefined || (signedBy === 'student' && !isAdult(year.student, year.asOf))) {
    return unmetVerdict(due, year, 'signature.missing', evidence)
  }
  if (signedOn > year.asOf) return of('CHECK', 'signature.future')
  if (made !== undefined && signedOn < made) return of('CHECK', 'signature.older')
  if (signedBy === 'other') return of('CHECK', 'signature.other')
  return signedBy === 'student' ? of('NOTE', 'signature.adult', 'adult') : of('MET', 'signature.met')
}

/** The document of a plan, as it was last changed in the reported year and on or before the as-of date. */
export function changedDocument(
  { kind }: Plan,
  { student, asOf, schoolYear }: Pick<StudentYear, 'student' | 'asOf' | 'schoolYear'>,
): ChangedDocument | undefined {
  let last: ChangedDocument | undefined
  for (const one of student.changedDocuments ?? []) {
    const isOfPlan = one.schoolYear === schoolYear && (kind ?? one.kind) === one.kind
    if (isOfPlan && one.changedOn <= asOf && one.changedOn > (last?.changedOn ?? '')) last = one
  }
  return last
}

/**
 * Whether a signature is older than a change of what was signed. One of the same day counts, as does one of the day on which
 * the plan was made (R20): documents are made anew for the conference at which they are signed, and days have no hours.
 */
export function isSignedBefore(signedOn: IsoDate | undefined, changedOn: IsoDate | undefined): signedOn is IsoDate {
  return signedOn !== undefined && changedOn !== undefined && signedOn < changedOn
}

/** Signed, then changed; undefined where there is nothing to ask, or the signature itself is asked about. */
export function newSignatureVerdict(view: PlanView): Verdict | undefined {
  const plan = currentPlan(view)
  const changed = plan && changedDocument(plan, view.year)
  if (!changed || !isSignedBefore(plan.signedOn, changed.changedOn)) return undefined
  const { status } = signatureVerdict(view, plan)
  if (status !== 'MET' && status !== 'NOTE') return undefined
  const detail = `${plan.signedOn}/${changed.changedOn}`
  return verdict('CHECK', 'signature.outdated', undefined, () => [cellOf(changed, 'Changed on')], detail)
}

/** The day of the newest update on or before the as-of date, else the day it was made. */
function lastChange({ student, asOf }: StudentYear, plan: Plan): IsoDate | undefined {
  let last = plan.createdOn
  for (const { date } of student.updates) if (date <= asOf && (last === undefined || date > last)) last = date
  return last
}

export function updateVerdict({ year }: PlanView, plan: Plan): Verdict {
  const { window } = year
  const rolling = year.readings.updateEvery.value === 'twelve-months'
  const last = lastChange(year, plan)
  const due = rolling && last !== undefined ? within12Months(last) : window
  const evidence = () => {
    const looksAt = rolling ? { ...window, opensOn: '' } : window
    const changes = year.student.updates.filter(({ date }) => inside(looksAt, date, year.asOf))
    return [...cellsOf(changes, 'updated_on'), cellOf(plan, 'created_on')]
  }
  const current = last !== undefined && (rolling ? year.asOf <= due.dueOn : last >= window.opensOn)
  if (current && last <= window.countsUntil) return verdict('MET', 'update.met', due, evidence)
  return unmetVerdict(due, year, 'update.missing', evidence)
}

function within12Months(last: IsoDate): Due {
  return { opensOn: last, dueOn: addDays(last, 365) }
}

/** One party's part this year (R22); a parent's missing part is asked about once the student is 18 (R21). */
export function involvementVerdict(party: Party, view: PlanView, blanks: Blanks): Verdict {
  const { year } = view
  const attended = attendedBy(party, view, blanks)
  const evidence = () => [...cellsOf(attended, 'date'), ...madeOrSignedBy(party, view)]
  const { window } = year
  if (attended.length > 0 || madeOrSignedBy(party, view).length > 0) {
    return verdict('MET', 'involvement.met', window, evidence, party)
  }
  if (party === 'P' && isAdult(year.student, year.asOf)) {
    return verdict('CHECK', 'involvement.adult', window, evidence, party)
  }
  return unmetVerdict(window, year, 'involvement.missing', evidence, party)
}

function attendedBy(party: Party, { year, conferences }: PlanView, blanks: Blanks): readonly CountedConference[] {
  return conferences.filter((one) => {
    if (one.status !== 'held' || !inside(year.window, one.date, year.asOf) || !wasHeld(one, blanks)) return false
    if (party === 'T') return true
    return blanks.yes(party === 'P' ? one.parentAttended : one.studentAttended, 'who-came')
  })
}

/** What of the plan shows the party's part: for staff that it was made or updated, for the others their signature. */
function madeOrSignedBy(party: Party, { year, plans }: PlanView): readonly CellRef[] {
  const now = (date: IsoDate | undefined) => date !== undefined && inside(year.window, date, year.asOf)
  if (party !== 'T') {
    const signed = plans.filter((plan) => now(plan.signedOn) && (plan.signedBy ?? 'parent') === signer[party])
    return cellsOf(signed, 'parent_signed_on')
  }
  const made = plans.filter((plan) => now(plan.createdOn))
  const updates = year.student.updates.filter(({ date }) => now(date))
  return [...cellsOf(made, 'created_on'), ...cellsOf(updates, 'updated_on')]
}

const signer = { P: 'parent', S: 'student' } as const

/** Cluster and course plan by the end of a grade (R23); not suppressed without a plan: then neither is on file (S2). */
export function clusterVerdict(requirement: ClusterRequirement, view: PlanView, blanks: Blanks): Verdict {
  const { year } = view
  const plan = currentPlan(view)
  const due = clusterDue(requirement, year)
  const evidence = () => (plan === undefined ? [] : [cellOf(plan, 'cluster'), cellOf(plan, 'course_plan')])
  const chosen = plan?.cluster !== undefined && (plan.clusterOn ?? '') <= year.asOf
  if (chosen && blanks.yes(plan.coursePlan, 'course-plan')) return verdict('MET', 'cluster.met', due, evidence)
  return unmetVerdict(due, year, chosen ? 'cluster.no-course-plan' : 'cluster.missing', evidence)
}

function clusterDue({ byGrade }: ClusterRequirement, year: StudentYear): Due {
  const { window } = year
  const inGrade = year.grade <= byGrade
  if (inGrade && year.readings.clusterBy.value === 'start-of-grade') {
    return { opensOn: window.opensOn, dueOn: dayBefore(year.term.firstDay) }
  }
  if (inGrade || year.enteredThisYear) return window
  return year.dueIn(shiftSchoolYear(year.schoolYear, byGrade - year.grade))
}

export function earlyGraduationVerdict(view: PlanView, blanks: Blanks): Verdict {
  const { student, window } = view.year
  if (!blanks.yes(student.earlyGraduation, 'early-graduation')) return verdict('NA', 'early.none')
  const plan = currentPlan(view)
  const evidence = () => [plan === undefined ? cellOf(student, 'early_grad') : cellOf(plan, 'early_grad_in_plan')]
  // Where both cells are blank, the student may graduate early without a word of it in the plan: no run may miss that.
  const bothBlank = student.earlyGraduation === undefined && plan?.earlyGraduationPlanned === undefined
  if (plan !== undefined && !bothBlank && blanks.yes(plan.earlyGraduationPlanned, 'early-graduation')) {
    return verdict('MET', 'early.met', window, evidence)
  }
  return unmetVerdict(window, view.year, 'early.missing', evidence)
}

/** A plan with career objectives needs its reviewer; a gap is something to confirm, never late (R30). */
export function careerVerdict(requirement: CareerRequirement, plan: Plan, blanks: Blanks): Verdict {
  const evidence = () => [cellOf(plan, 'career_objectives'), cellOf(plan, 'career_reviewer')]
  const { careerObjectives: objectives, careerReviewer } = plan
  const applies = blanks.yes(
    objectives === undefined ? undefined : objectives !== 'none' && requirement.objectives.includes(objectives),
    'objectives',
  )
  if (!applies) return verdict('NA', 'career.none', undefined, evidence)
  return careerReviewer === undefined
    ? verdict('CHECK', 'career.missing', undefined, evidence)
    : verdict('MET', 'career.met', undefined, evidence)
}

/** Registered courses that the plan does not have; only where the school keeps both lists. */
export function registrationVerdict(view: PlanView): Verdict {
  const { courses } = view.year.student
  if (courses === undefined) return verdict('NA', 'registration.none')
  const missing = coursesNotInPlan(courses)
  const evidence = () => [courses.at]
  if (missing.length === 0) return verdict('MET', 'registration.met', undefined, evidence)
  return verdict('CHECK', 'registration.differs', undefined, evidence, String(missing.length))
}

/** Courses that a student is registered for and that the plan does not have. */
export function coursesNotInPlan({ planned, registered }: NonNullable<Student['courses']>): readonly string[] {
  const inPlan = new Set(planned.map(comparable))
  return registered.filter((course) => !inPlan.has(comparable(course)))
}

const comparable = (course: string): string => course.trim().toLowerCase().replace(/\s+/g, ' ')
