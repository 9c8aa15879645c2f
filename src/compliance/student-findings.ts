/**
 * One student against everything that the policy asks of the student's grade.
 */
import type { Readings } from '../policy/readings.ts'
import { K } from '../policy/requirement.ts'
import type { ConferencesRequirement, Grade, IsoDate, PlanRequirement, Policy, Requirement } from '../policy/schema.ts'
import { daysBetween } from '../records/calendar.ts'
import type { CellRef, RowRef, School, Student } from '../records/school.ts'
import { countable } from './conference-record.ts'
import {
  ConferenceNeed,
  type ConferenceView,
  conferencesVerdict,
  effortVerdict,
  iepConferenceVerdict,
  offerVerdict,
  opportunityVerdict,
} from './conferences.ts'
import type { Finding, FindingCode } from './finding.ts'
import { dateVerdict, duplicateVerdict, groupSizeVerdict, outOfTermVerdict } from './notes.ts'
import {
  careerVerdict,
  clusterVerdict,
  currentPlan,
  earlyGraduationVerdict,
  fittingPlans,
  involvementVerdict,
  newSignatureVerdict,
  type PlanView,
  planVerdict,
  registrationVerdict,
  signatureVerdict,
  updateVerdict,
} from './plan.ts'
import { covers, outsideReason, type StudentYear, studentYear, type Year } from './student-year.ts'
import { agendaVerdict, fileVerdict, folderVerdict, keptVerdict, sectionsVerdict } from './ticks.ts'
import { isTracked } from './tracking.ts'
import { cellOf, judged, type Verdict, verdict } from './verdict.ts'

/** What is the same for all students of a grade: worked out once, not for each of a hundred thousand. */
export interface GradeDemands {
  /** What is asked and the workbook has a column for. */
  readonly tracked: readonly Requirement[]
  readonly conferences: readonly ConferencesRequirement[]
  readonly plan: PlanRequirement | undefined
  /** Where a plan is to be signed; '' where the policy does not say. */
  readonly signatureClause: string
}

export function gradeDemands(policy: Policy, school: School, grade: Grade): GradeDemands {
  const asked = policy.requirements.filter((one) => one.type !== 'duty' && covers(one.grades, grade))
  return {
    tracked: asked.filter((one) => isTracked(one, school)),
    conferences: asked.filter((one): one is ConferencesRequirement => one.type === 'conferences'),
    plan: asked.find((one): one is PlanRequirement => one.type === 'plan'),
    signatureClause: asked.find(({ type }) => type === 'signature')?.clause ?? '',
  }
}

/** What is said of one student, before it is counted and perhaps kept as a finding. */
export interface Answer {
  readonly code: FindingCode
  readonly clause: string
  readonly verdict: Verdict
  /** The row that was looked at where the evidence names none. */
  readonly at: RowRef | undefined
}

/**
 * Every requirement of the student's grade, MET and NA too, in the order of the policy, then what is said of the
 * records. All are NA before entry and after exit.
 *
 * @param grade the grade in the reported year, undefined where it is not known
 */
export function studentAnswers(
  school: School,
  year: Year,
  student: Student,
  grade: Grade | undefined,
  demandsOf: (grade: Grade) => GradeDemands,
): readonly Answer[] {
  const { at } = student
  const outside = outsideReason(student, grade ?? K, year)
  if (grade === undefined) {
    const unknown = verdict('CHECK', 'grade.unknown', undefined, () => [cellOf(student, 'grade')])
    return outside === undefined ? [{ code: 'GRADE', clause: '', verdict: unknown, at }] : []
  }
  const demands = demandsOf(grade)
  if (outside !== undefined) {
    const na = verdict('NA', `outside.${outside}`)
    return demands.tracked.map(({ code, clause }) => ({ code, clause, verdict: na, at: undefined }))
  }
  const view = studentView(school, studentYear(student, grade, year), demands)
  const answers: Answer[] = []
  for (const requirement of demands.tracked) {
    const { code, clause } = requirement
    for (const verdict of verdicts(requirement, view)) answers.push({ code, clause, verdict, at })
  }
  const again = student.changedDocuments && newSignatureVerdict(view)
  if (again) answers.push({ code: 'SIGN-AGAIN', clause: demands.signatureClause, verdict: again, at: undefined })
  if (student.conferences.length > 0) addDataAnswers(answers, view)
  return answers
}

/** All that the checks of one student look at, gathered once. */
interface StudentView extends ConferenceView, PlanView {
  /** One for each of the grade's conferences requirements. */
  readonly needs: readonly ConferenceNeed[]
  readonly ask: Readings['blankCells']['value']
}

function studentView(school: School, year: StudentYear, demands: GradeDemands): StudentView {
  const conferences = countable(year)
  return {
    school,
    year,
    conferences,
    plans: fittingPlans(demands.plan, year),
    needs: demands.conferences.map((one) => new ConferenceNeed(one, year, conferences)),
    ask: year.readings.blankCells.value,
  }
}

/** The answer to one requirement; several only where the contract gives one code per status (INVOLVE). */
function verdicts(requirement: Requirement, view: StudentView): readonly Verdict[] {
  const { year, ask } = view
  switch (requirement.type) {
    case 'conferences': {
      const need = view.needs.find((one) => one.requirement === requirement) as ConferenceNeed
      return [judged((blanks) => conferencesVerdict(need, blanks), ask)]
    }
    case 'iep-conference':
      return [judged((blanks) => iepConferenceVerdict(view, blanks), ask)]
    case 'effort': {
      const need = needOf(view, requirement.of)
      return need === undefined ? [] : [judged((blanks) => effortVerdict(requirement, need, blanks), ask)]
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
      const need = needOf(view, 'CONF2')
      if (need === undefined) return []
      return [requirement.type === 'agenda' ? agendaVerdict(requirement, need, view) : folderVerdict(need, view)]
    }
    case 'duty':
      return []
    default:
      return planContentVerdicts(requirement, view)
  }
}

type PlanContent = Extract<
  Requirement,
  { type: 'signature' | 'update' | 'involvement' | 'sections' | 'kept' | 'file' | 'career' }
>

/** What is asked of a plan: without one, the missing plan is the one finding (R28, S2). */
function planContentVerdicts(requirement: PlanContent, view: StudentView): readonly Verdict[] {
  const plan = currentPlan(view)
  if (plan === undefined) return [verdict('NA', 'plan.none')]
  switch (requirement.type) {
    case 'signature':
      return [signatureVerdict(view, plan)]
    case 'update':
      return [updateVerdict(view, plan)]
    case 'involvement':
      return byStatus(
        requirement.parties.map((party) => judged((blanks) => involvementVerdict(party, view, blanks), view.ask)),
      )
    case 'sections':
      return [sectionsVerdict(requirement, view, plan)]
    case 'kept':
      return [keptVerdict(view, plan)]
    case 'file':
      return [fileVerdict(requirement, view, plan)]
    case 'career':
      return [judged((blanks) => careerVerdict(requirement, plan, blanks), view.ask)]
  }
}

/** One verdict per status, its detail the parties in the order P, S, T, its evidence all their rows (S1). */
function byStatus(parties: readonly Verdict[]): readonly Verdict[] {
  const groups: Verdict[] = []
  for (const party of parties) {
    const at = groups.findIndex(({ status }) => status === party.status)
    const group = groups[at]
    if (group === undefined) groups.push(party)
    else
      groups[at] = { ...group, detail: group.detail + party.detail, evidence: () => [...seen(group), ...seen(party)] }
  }
  return groups
}

const seen = ({ evidence }: Verdict): readonly CellRef[] => evidence?.() ?? []

function needOf({ needs }: StudentView, code: ConferencesRequirement['code']): ConferenceNeed | undefined {
  return needs.find((one) => one.requirement.code === code)
}

/** What is said of the records, in every policy: as far back as a window of this student reaches. */
function addDataAnswers(answers: Answer[], { year, conferences, needs }: StudentView): void {
  let from = year.window.opensOn
  for (const { window } of needs) if (window.opensOn < from) from = window.opensOn
  const add = (code: FindingCode, verdict: Verdict | undefined) => {
    if (verdict !== undefined) answers.push({ code, clause: '', verdict, at: undefined })
  }
  add('DATA-DUP', duplicateVerdict(year, conferences, from))
  add('DATA-DATE', dateVerdict(year, from))
  add('OUT-OF-TERM', outOfTermVerdict(year, conferences))
}

/** The answer with the student and the days that are left on the as-of date. */
export function finding(studentId: string, { code, clause, verdict, at }: Answer, asOf: IsoDate): Finding {
  const { status, message, due, detail } = verdict
  const cells = seen(verdict)
  return {
    studentId,
    code,
    status,
    clause,
    detail,
    opensOn: due?.opensOn,
    dueOn: due?.dueOn,
    daysLeft: due && daysBetween(asOf, due.dueOn),
    evidence: cells.length > 0 || at === undefined ? cells : [at],
    message,
  }
}
