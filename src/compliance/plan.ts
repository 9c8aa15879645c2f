/**
 * The plan: that there is one and since when, its signature, its yearly update, and who had a part in it.
 */
import type { CareerRequirement, ClusterRequirement, IsoDate, Party, PlanRequirement } from '../policy/schema.ts'
import { addDays, later, schoolYearOf, shiftSchoolYear, termOf } from '../records/calendar.ts'
import type { CellRef, Plan, School } from '../records/school.ts'
import type { Blanks } from './blank.ts'
import { type CountedConference, cellsOf, wasHeld } from './conference-record.ts'
import { isAdult, type StudentYear } from './student-year.ts'
import { dates, unmetVerdict, type Verdict } from './verdict.ts'
import { dayBefore, inside, schoolYearWindow, type Window, yearWindow } from './window.ts'

/** What the checks of this file look at. */
export interface PlanView {
  readonly year: StudentYear
  readonly school: School
  readonly conferences: readonly CountedConference[]
  /** Plans of the fitting kind that exist on the as-of date, the current one last; undated ones first. */
  readonly plans: readonly Plan[]
}

/** The plans that fit the requirement and exist on the as-of date, oldest first, undated before dated. */
export function fittingPlans(requirement: PlanRequirement | undefined, year: StudentYear): readonly Plan[] {
  const kind = requirement?.kind ?? 'either'
  return year.student.plans
    .filter((plan) => kind === 'either' || plan.kind === undefined || plan.kind === kind)
    .filter((plan) => plan.createdOn === undefined || plan.createdOn <= year.asOf)
    .sort(byAge)
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
export function currentPlan(view: PlanView): Plan | undefined {
  return view.plans[view.plans.length - 1]
}

const cell = (plan: Plan, column: string): CellRef => ({ ...plan.at, column })

export function planVerdict(requirement: PlanRequirement, view: PlanView): Verdict {
  const { year } = view
  const window = planWindow(requirement, view)
  const evidence = view.plans.map((plan) => cell(plan, 'created_on'))
  const dated = view.plans.filter((plan) => plan.createdOn !== undefined)
  if (dated.length > 0) {
    const inTime = dated.some((plan) => madeInTime(plan, window, year))
    return inTime
      ? { ...dates(window), evidence, status: 'MET', message: 'plan.met' }
      : { ...dates(window), evidence, status: 'MET-LATE', message: 'plan.late' }
  }
  if (view.plans.length > 0) return { ...dates(window), evidence, status: 'CHECK', message: 'plan.undated' }
  const planned = year.student.plans.map((plan) => cell(plan, 'created_on'))
  return { evidence: planned, ...unmetVerdict(window, year, 'plan.missing') }
}

/** A former school's plan keeps its own date (R3); lateness of an earlier year is not shown (S10). */
function madeInTime(plan: Plan, window: Pick<Window, 'dueOn'>, year: StudentYear): boolean {
  if (plan.source === 'prior' || plan.createdOn === undefined || plan.createdOn < year.opensOn) return true
  return plan.createdOn <= window.dueOn
}

function planWindow(requirement: PlanRequirement, view: PlanView): Pick<Window, 'opensOn' | 'dueOn'> {
  switch (requirement.due) {
    case 'year-end':
      return yearWindow(view.year)
    case 'start-of-grade-7':
      return startOfGrade7(view)
    case 'first-secondary-year':
      return firstSecondaryYear(view)
  }
}

/**
 * R3: so many days after the later of the first day of school and entry in grade 7, and after entry for a student new
 * in a later grade; for others it was due when they were in grade 7 or came, which lies in an earlier year.
 */
function startOfGrade7(view: PlanView): Pick<Window, 'opensOn' | 'dueOn'> {
  const { year } = view
  const { enteredOn } = year
  const within = (opensOn: IsoDate) => ({ opensOn, dueOn: addDays(opensOn, year.readings.planWithinDays.value) })
  if (year.grade === 7) return within(later(enteredOn ?? '', year.term.firstDay))
  if (year.enteredThisYear && enteredOn !== undefined) return within(enteredOn)
  const grade7 = shiftSchoolYear(year.schoolYear, 7 - year.grade)
  const then = within(later(enteredOn ?? '', termOf(view.school.calendar, grade7).firstDay))
  const lastYear = dayBefore(year.opensOn)
  return then.dueOn < lastYear ? then : { opensOn: then.opensOn, dueOn: lastYear }
}

/** R277-462-5(3): begun in grade 7, or within the first year in which the student is enrolled in grades 7 to 12. */
function firstSecondaryYear(view: PlanView): Pick<Window, 'opensOn' | 'dueOn'> {
  const { year } = view
  const grade7 = shiftSchoolYear(year.schoolYear, Math.min(0, 7 - year.grade))
  const entered = year.enteredOn === undefined ? grade7 : schoolYearOf(year.enteredOn)
  const first = later(entered, grade7)
  if (first >= year.schoolYear) return yearWindow(year)
  return schoolYearWindow(first, view.school)
}

/**
 * Whether the plan carries a valid signature (R20, R21).
 *
 * A signature older than the plan proves nothing about it, so it is a CHECK; so is one dated after the as-of date.
 */
export function signatureVerdict(view: PlanView, plan: Plan): Verdict {
  const { year } = view
  const made = year.readings.signature.value === 'each-update' ? lastChange(view, plan) : plan.createdOn
  const window = schoolYearWindow(made === undefined ? year.schoolYear : schoolYearOf(made), view.school)
  const shared = { ...dates(window), evidence: [cell(plan, 'parent_signed_on')] }
  const adult = isAdult(year.student, year.asOf)
  const counts = plan.signedOn !== undefined && (plan.signedBy !== 'student' || adult)
  if (!counts || plan.signedOn === undefined) {
    return { ...shared, ...unmetVerdict(window, year, 'signature.missing') }
  }
  if (plan.signedOn > year.asOf) return { ...shared, status: 'CHECK', message: 'signature.future' }
  if (made !== undefined && plan.signedOn < made) return { ...shared, status: 'CHECK', message: 'signature.older' }
  if (plan.signedBy === 'other') return { ...shared, status: 'CHECK', message: 'signature.other' }
  if (plan.signedBy === 'student') return { ...shared, status: 'NOTE', detail: 'adult', message: 'signature.adult' }
  return { ...shared, status: 'MET', message: 'signature.met' }
}

/** The day of the newest update on or before the as-of date, else the day it was made. */
function lastChange(view: PlanView, plan: Plan): IsoDate | undefined {
  let last = plan.createdOn
  for (const update of view.year.student.updates) {
    if (update.date <= view.year.asOf && (last === undefined || update.date > last)) last = update.date
  }
  return last
}

export function updateVerdict(view: PlanView, plan: Plan): Verdict {
  const { year } = view
  const rolling = year.readings.updateEvery.value === 'twelve-months'
  const last = lastChange(view, plan)
  const window = rolling && last !== undefined ? within12Months(last) : yearWindow(year)
  const changes = year.student.updates
    .filter((update) =>
      inside(rolling ? { ...yearWindow(year), opensOn: '' } : yearWindow(year), update.date, year.asOf),
    )
    .map((update) => ({ ...update.at, column: 'updated_on' }))
  const evidence = [...changes, cell(plan, 'created_on')]
  const current = last !== undefined && (rolling ? year.asOf <= window.dueOn : last >= year.opensOn)
  if (current && last <= year.countsUntil) return { ...dates(window), evidence, status: 'MET', message: 'update.met' }
  return { evidence, ...unmetVerdict(window, year, 'update.missing') }
}

function within12Months(last: IsoDate): Pick<Window, 'opensOn' | 'dueOn'> {
  return { opensOn: last, dueOn: addDays(last, 365) }
}

/** One party's part this year (R22); a parent's missing part is asked about once the student is 18 (R21). */
export function involvementVerdict(party: Party, view: PlanView, blanks: Blanks): Verdict {
  const { year } = view
  const window = yearWindow(year)
  const evidence = involvementOf(party, view, window, blanks)
  const shared = { ...dates(window), detail: party, evidence }
  if (evidence.length > 0) return { ...shared, status: 'MET', message: 'involvement.met' }
  if (party === 'P' && isAdult(year.student, year.asOf))
    return { ...shared, status: 'CHECK', message: 'involvement.adult' }
  return { ...shared, ...unmetVerdict(window, year, 'involvement.missing') }
}

function involvementOf(party: Party, view: PlanView, window: Window, blanks: Blanks): readonly CellRef[] {
  const { year } = view
  const now = (date: IsoDate | undefined) => date !== undefined && inside(window, date, year.asOf)
  const attended = view.conferences.filter((one) => {
    if (one.status !== 'held' || !now(one.date) || !wasHeld(one, blanks)) return false
    if (party === 'P') return blanks.yes(one.parentAttended, 'who-came')
    return party === 'S' ? blanks.yes(one.studentAttended, 'who-came') : true
  })
  const found = cellsOf(attended)
  for (const plan of view.plans) {
    if (party === 'T' ? now(plan.createdOn) : now(plan.signedOn) && (plan.signedBy ?? 'parent') === signer[party]) {
      found.push(cell(plan, party === 'T' ? 'created_on' : 'parent_signed_on'))
    }
  }
  if (party === 'T') {
    for (const update of year.student.updates) if (now(update.date)) found.push({ ...update.at, column: 'updated_on' })
  }
  return found
}

const signer = { P: 'parent', S: 'student' } as const

/** Cluster and course plan by the end of a grade (R23); not suppressed without a plan: then neither is on file (S2). */
export function clusterVerdict(requirement: ClusterRequirement, view: PlanView, blanks: Blanks): Verdict {
  const { year } = view
  const plan = currentPlan(view)
  const window = clusterWindow(requirement, view)
  const shared = {
    ...dates(window),
    evidence: plan === undefined ? [] : [cell(plan, 'cluster'), cell(plan, 'course_plan')],
  }
  const chosen = plan?.cluster !== undefined && (plan.clusterOn ?? '') <= year.asOf
  if (chosen && blanks.yes(plan.coursePlan, 'course-plan')) return { ...shared, status: 'MET', message: 'cluster.met' }
  const lacks = chosen ? 'cluster.no-course-plan' : 'cluster.missing'
  return { ...shared, ...unmetVerdict(window, year, lacks) }
}

function clusterWindow(requirement: ClusterRequirement, view: PlanView): Pick<Window, 'opensOn' | 'dueOn'> {
  const { year } = view
  const inGrade = year.grade <= requirement.byGrade
  if (inGrade && year.readings.clusterBy.value === 'start-of-grade') {
    return { opensOn: year.opensOn, dueOn: dayBefore(year.term.firstDay) }
  }
  if (inGrade || year.enteredThisYear) return yearWindow(year)
  const then = shiftSchoolYear(year.schoolYear, requirement.byGrade - year.grade)
  return schoolYearWindow(then, view.school)
}

export function earlyGraduationVerdict(view: PlanView, blanks: Blanks): Verdict {
  const { year } = view
  if (!blanks.yes(year.student.earlyGraduation, 'early-graduation')) return { status: 'NA', message: 'early.none' }
  const plan = currentPlan(view)
  const window = yearWindow(year)
  const evidence =
    plan === undefined ? [{ ...year.student.at, column: 'early_grad' }] : [cell(plan, 'early_grad_in_plan')]
  // Where both cells are blank, the student may graduate early without a word of it in the plan: no run may miss that.
  const bothBlank = year.student.earlyGraduation === undefined && plan?.earlyGraduationPlanned === undefined
  if (plan !== undefined && !bothBlank && blanks.yes(plan.earlyGraduationPlanned, 'early-graduation')) {
    return { ...dates(window), evidence, status: 'MET', message: 'early.met' }
  }
  return { evidence, ...unmetVerdict(window, year, 'early.missing') }
}

/** A plan with career objectives needs its reviewer; a gap is something to confirm, never late (R30). */
export function careerVerdict(requirement: CareerRequirement, plan: Plan, blanks: Blanks): Verdict {
  const evidence = [cell(plan, 'career_objectives'), cell(plan, 'career_reviewer')]
  const objectives = plan.careerObjectives
  const applies = blanks.yes(
    objectives === undefined ? undefined : objectives !== 'none' && requirement.objectives.includes(objectives),
    'objectives',
  )
  if (!applies) return { evidence, status: 'NA', message: 'career.none' }
  return plan.careerReviewer === undefined
    ? { evidence, status: 'CHECK', message: 'career.missing' }
    : { evidence, status: 'MET', message: 'career.met' }
}

/** Registered courses that the plan does not have; only where the school keeps both lists. */
export function registrationVerdict(view: PlanView): Verdict {
  const { courses } = view.year.student
  if (courses === undefined) return { status: 'NA', message: 'registration.none' }
  const planned = new Set(courses.planned.map(comparable))
  const missing = courses.registered.filter((course) => !planned.has(comparable(course)))
  const evidence = [courses.at]
  if (missing.length === 0) return { evidence, status: 'MET', message: 'registration.met' }
  return { evidence, status: 'CHECK', detail: String(missing.length), message: 'registration.differs' }
}

const comparable = (course: string): string => course.trim().toLowerCase().replace(/\s+/g, ' ')
