/**
 * One student against everything that the policy asks of the student's grade.
 */
import type { Readings } from '../policy/readings.ts'
import { K } from '../policy/requirement.ts'
import type {
  ConferencesRequirement,
  Grade,
  IsoDate,
  Party,
  PlanRequirement,
  Policy,
  Requirement,
} from '../policy/schema.ts'
import { daysBetween } from '../records/calendar.ts'
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
import type { Finding, FindingCode, Status } from './finding.ts'
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
import { covers, outsideReason, type StudentYear, studentYear, type Year } from './student-year.ts'
import { agendaVerdict, fileVerdict, folderVerdict, keptVerdict, sectionsVerdict } from './ticks.ts'
import { isTracked } from './tracking.ts'
import { judged, type Verdict } from './verdict.ts'
import { type Window, yearWindow } from './window.ts'

/** What is the same for all students of a grade: worked out once, not for each of a hundred thousand. */
export interface GradeDemands {
  readonly asked: readonly Requirement[]
  /** Those of `asked` that the workbook has a column for. */
  readonly tracked: readonly Requirement[]
  readonly plan: PlanRequirement | undefined
}

export function gradeDemands(policy: Policy, school: School, grade: Grade): GradeDemands {
  const asked = policy.requirements.filter((one) => one.type !== 'duty' && covers(one.grades, grade))
  return {
    asked,
    tracked: asked.filter((one) => isTracked(one, school)),
    plan: asked.find((one): one is PlanRequirement => one.type === 'plan'),
  }
}

/**
 * Every requirement of the student's grade, MET and NA too, in the order of the policy, then what is said of the
 * records. All are NA before entry and after exit.
 *
 * @param grade the grade in the reported year, undefined where it is not known
 */
export function studentFindings(
  school: School,
  year: Year,
  student: Student,
  grade: Grade | undefined,
  demandsOf: (grade: Grade) => GradeDemands,
): readonly Finding[] {
  const outside = outsideReason(student, grade ?? K, year)
  if (grade === undefined) return outside === undefined ? [gradeUnknown(student, year.asOf)] : []
  const demands = demandsOf(grade)
  if (outside !== undefined) {
    const verdict: Verdict = { status: 'NA', message: `outside.${outside}` }
    return demands.tracked.map((one) => finding(student.id, one.code, one.clause, verdict, year.asOf))
  }
  const view = studentView(school, studentYear(student, grade, year), demands)
  const findings: Finding[] = []
  for (const requirement of demands.tracked) {
    for (const verdict of verdicts(requirement, view)) {
      findings.push(finding(student.id, requirement.code, requirement.clause, located(verdict, student), year.asOf))
    }
  }
  addDataFindings(findings, view)
  return findings
}

/** Where nothing is on file, the student's own row is what was looked at. */
function located(verdict: Verdict, student: Student): Verdict {
  if (verdict.evidence !== undefined && verdict.evidence.length > 0) return verdict
  return { ...verdict, evidence: [student.at] }
}

function gradeUnknown(student: Student, asOf: IsoDate): Finding {
  const verdict: Verdict = {
    status: 'CHECK',
    evidence: [{ ...student.at, column: 'grade' }],
    message: 'grade.unknown',
  }
  return finding(student.id, 'GRADE', '', verdict, asOf)
}

/** All that the checks of one student look at, gathered once. */
interface StudentView extends ConferenceView, PlanView {
  readonly asked: readonly Requirement[]
  readonly ask: Readings['blankCells']['value']
}

function studentView(school: School, year: StudentYear, demands: GradeDemands): StudentView {
  return {
    school,
    year,
    asked: demands.asked,
    ask: year.readings.blankCells.value,
    conferences: countable(year),
    plans: fittingPlans(demands.plan, year),
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
function addDataFindings(findings: Finding[], view: StudentView): void {
  const { year } = view
  if (year.student.conferences.length === 0) return
  const looksAt = widestWindow(view)
  const add = (code: FindingCode, verdict: Verdict | undefined) => {
    if (verdict !== undefined) findings.push(finding(year.student.id, code, '', verdict, year.asOf))
  }
  add('DATA-DUP', duplicateVerdict(view.conferences, looksAt))
  add('DATA-DATE', dateVerdict(year, looksAt))
  add('OUT-OF-TERM', outOfTermVerdict(year, view.conferences))
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

/** A verdict with the student, the clause and the days that are left on the as-of date. */
export function finding(
  studentId: string,
  code: FindingCode,
  clause: string,
  verdict: Verdict,
  asOf: IsoDate,
): Finding {
  const { status, message, opensOn, dueOn } = verdict
  return {
    studentId,
    code,
    status,
    clause,
    detail: verdict.detail ?? '',
    opensOn,
    dueOn,
    daysLeft: dueOn === undefined ? undefined : daysBetween(asOf, dueOn),
    evidence: verdict.evidence ?? [],
    message,
  }
}
