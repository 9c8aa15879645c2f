/**
 * The check itself: (policy, school, as-of date) -> findings. Pure: the same input gives the same findings.
 */
import type {
  ConferencesRequirement,
  IsoDate,
  Party,
  PlanRequirement,
  Policy,
  Requirement,
  SchoolYear,
} from '../policy/schema.ts'
import { daysBetween, termOf } from '../records/calendar.ts'
import type { School, Student } from '../records/school.ts'
import { countable } from './conference-record.ts'
import {
  type ConferenceView,
  conferencesVerdict,
  effortVerdict,
  iepConferenceVerdict,
  offerVerdict,
  opportunityVerdict,
  windowOf,
} from './conferences.ts'
import { dutyVerdict } from './duties.ts'
import type { Evaluation, Finding, FindingCode, Status, StudentFindings } from './finding.ts'
import { dateVerdict, duplicateVerdict, groupSizeVerdict, outOfTermVerdict } from './notes.ts'
import {
  careerVerdict,
  clusterVerdict,
  currentPlan,
  earlyGraduationVerdict,
  fittingPlans,
  involvementVerdict,
  type PlanView,
  planVerdict,
  registrationVerdict,
  signatureVerdict,
  updateVerdict,
} from './plan.ts'
import { covers, gradeIn, outsideReason, type StudentYear, studentYear, type Year, yearOf } from './student-year.ts'
import { agendaVerdict, fileVerdict, folderVerdict, keptVerdict, sectionsVerdict } from './ticks.ts'
import { isTracked, notTracked } from './tracking.ts'
import { judged, type Verdict } from './verdict.ts'
import { type Window, yearWindow } from './window.ts'

/** What day it is held to be, and which school year is reported. */
export interface EvaluationContext {
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
}

/**
 * Every student of the school against every requirement of the policy that is asked of the student's grade.
 *
 * @param policy one of the packs, perhaps with other readings
 * @param school what the school has on file
 * @param context as-of date and reported school year (1 July to 30 June)
 * @returns findings per student, MET and NA too, the school's own duties, and what is not tracked
 */
export function evaluate(policy: Policy, school: School, context: EvaluationContext): Evaluation {
  const year = yearOf(policy, context.asOf, context.schoolYear, termOf(school.calendar, context.schoolYear))
  return {
    policyId: policy.id,
    asOf: context.asOf,
    schoolYear: context.schoolYear,
    students: school.students.map((student) => evaluateStudent(policy, school, year, student)),
    school: schoolFindings(policy, school, year),
    notTracked: notTracked(policy, school),
  }
}

function evaluateStudent(policy: Policy, school: School, year: Year, student: Student): StudentFindings {
  const grade = gradeIn(student, year.schoolYear)
  if (grade === undefined) {
    const outside = outsideReason(student, 0, year)
    return { student, findings: outside === undefined ? [gradeUnknown(student)] : [] }
  }
  const asked = policy.requirements.filter((one) => one.type !== 'duty' && covers(one.grades, grade))
  const outside = outsideReason(student, grade, year)
  if (outside !== undefined) {
    const verdict: Verdict = { status: 'NA', message: `outside.${outside}` }
    return { student, findings: asked.map((one) => finding(student.id, one.code, one.clause, verdict, year.asOf)) }
  }
  const view = studentView(policy, school, studentYear(student, grade, year), asked)
  const findings: Finding[] = []
  for (const requirement of asked) {
    if (!isTracked(requirement, school)) continue
    for (const verdict of verdicts(requirement, view)) {
      findings.push(finding(student.id, requirement.code, requirement.clause, verdict, year.asOf))
    }
  }
  findings.push(...dataFindings(view))
  return { student, findings }
}

function gradeUnknown(student: Student): Finding {
  return {
    studentId: student.id,
    code: 'GRADE',
    status: 'CHECK',
    clause: '',
    detail: '',
    evidence: [{ ...student.at, column: 'grade' }],
    message: 'grade.unknown',
  }
}

/** All that the checks of one student look at, gathered once. */
interface StudentView extends ConferenceView, PlanView {
  readonly asked: readonly Requirement[]
  readonly ask: Policy['readings']['blankCells']['value']
}

function studentView(policy: Policy, school: School, year: StudentYear, asked: readonly Requirement[]): StudentView {
  const planRequirement = asked.find((one): one is PlanRequirement => one.type === 'plan')
  return {
    school,
    year,
    asked,
    ask: policy.readings.blankCells.value,
    conferences: countable(year.student, year.asOf),
    plans: fittingPlans(planRequirement, year),
  }
}

/** The answer to one requirement; several only where the contract gives one code per status (INVOLVE). */
function verdicts(requirement: Requirement, view: StudentView): readonly Verdict[] {
  const { year, school, ask } = view
  switch (requirement.type) {
    case 'conferences':
      return [judged((blanks) => conferencesVerdict(requirement, view, blanks), ask)]
    case 'iep-conference':
      return [judged((blanks) => iepConferenceVerdict(view, blanks), ask)]
    case 'effort': {
      const need = conferencesAsked(view, requirement.of)
      return need === undefined ? [] : [judged((blanks) => effortVerdict(requirement, need, view, blanks), ask)]
    }
    case 'offer':
      return [judged((blanks) => offerVerdict(view, blanks), ask)]
    case 'opportunity':
      return [judged((blanks) => opportunityVerdict(view, blanks), ask)]
    case 'group-size':
      return [groupSizeVerdict(year, view.conferences)]
    case 'plan':
      return [planVerdict(requirement, view)]
    case 'cluster':
      return [judged((blanks) => clusterVerdict(requirement, view, blanks), ask)]
    case 'early-graduation':
      return [judged((blanks) => earlyGraduationVerdict(view, blanks), ask)]
    case 'registration':
      return [registrationVerdict(view)]
    case 'agenda':
    case 'folder': {
      const need = conferencesAsked(view, 'CONF2')
      if (need === undefined) return []
      return [requirement.type === 'agenda' ? agendaVerdict(requirement, need, view) : folderVerdict(need, view)]
    }
    case 'duty':
      return []
    default:
      return planContentVerdicts(requirement, view, school)
  }
}

type PlanContent = Extract<
  Requirement,
  { type: 'signature' | 'update' | 'involvement' | 'sections' | 'kept' | 'file' | 'career' }
>

/** What is asked of a plan: without one, the missing plan is the one finding (R28, S2). */
function planContentVerdicts(requirement: PlanContent, view: StudentView, school: School): readonly Verdict[] {
  const plan = currentPlan(view)
  if (plan === undefined) return [{ status: 'NA', message: 'plan.none' }]
  switch (requirement.type) {
    case 'signature':
      return [signatureVerdict(view, plan)]
    case 'update':
      return [updateVerdict(view, plan)]
    case 'involvement':
      return byStatus(
        requirement.parties.map((party: Party) =>
          judged((blanks) => involvementVerdict(party, view, blanks), view.ask),
        ),
      )
    case 'sections':
      return [sectionsVerdict(requirement, view.year, plan, school.tracked)]
    case 'kept':
      return [keptVerdict(view.year, plan)]
    case 'file':
      return [fileVerdict(requirement, view.year, plan, school.tracked)]
    case 'career':
      return [judged((blanks) => careerVerdict(requirement, plan, blanks), view.ask)]
  }
}

/** One verdict per status, its detail the parties in the order P, S, T, its evidence all their rows (S1). */
function byStatus(parties: readonly Verdict[]): readonly Verdict[] {
  const groups = new Map<Status, Verdict>()
  for (const party of parties) {
    const group = groups.get(party.status)
    groups.set(
      party.status,
      group === undefined
        ? party
        : {
            ...group,
            detail: `${group.detail ?? ''}${party.detail ?? ''}`,
            evidence: [...(group.evidence ?? []), ...(party.evidence ?? [])],
          },
    )
  }
  return [...groups.values()]
}

function conferencesAsked(view: StudentView, code: ConferencesRequirement['code']): ConferencesRequirement | undefined {
  return view.asked.find((one): one is ConferencesRequirement => one.type === 'conferences' && one.code === code)
}

/** What is said of the records, in every policy: as far back as a window of this student reaches. */
function dataFindings(view: StudentView): Finding[] {
  const { year } = view
  const looksAt = widestWindow(view)
  const notes: readonly (readonly [FindingCode, Verdict | undefined])[] = [
    ['DATA-DUP', duplicateVerdict(year, view.conferences, looksAt)],
    ['DATA-DATE', dateVerdict(year, looksAt)],
    ['OUT-OF-TERM', outOfTermVerdict(year, view.conferences)],
  ]
  return notes.flatMap(([code, verdict]) =>
    verdict === undefined ? [] : [finding(year.student.id, code, '', verdict, year.asOf)],
  )
}

function widestWindow(view: StudentView): Window {
  let widest = yearWindow(view.year)
  for (const one of view.asked) {
    if (one.type !== 'conferences') continue
    const window = windowOf(one, view)
    if (window.opensOn < widest.opensOn) widest = { ...widest, opensOn: window.opensOn }
  }
  return widest
}

function schoolFindings(policy: Policy, school: School, year: Year): readonly Finding[] {
  const grades = new Set(school.students.map((student) => gradeIn(student, year.schoolYear)))
  const findings: Finding[] = []
  for (const requirement of policy.requirements) {
    if (requirement.type !== 'duty' || !isTracked(requirement, school)) continue
    if (![...grades].some((grade) => grade !== undefined && covers(requirement.grades, grade))) continue
    findings.push(finding('', requirement.code, requirement.clause, dutyVerdict(requirement, school, year), year.asOf))
  }
  return findings
}

function finding(studentId: string, code: FindingCode, clause: string, verdict: Verdict, asOf: IsoDate): Finding {
  return {
    studentId,
    code,
    status: verdict.status,
    clause,
    detail: verdict.detail ?? '',
    ...(verdict.opensOn === undefined ? {} : { opensOn: verdict.opensOn }),
    ...(verdict.dueOn === undefined ? {} : { dueOn: verdict.dueOn, daysLeft: daysBetween(asOf, verdict.dueOn) }),
    evidence: verdict.evidence ?? [],
    message: verdict.message,
  }
}
