/**
 * Ticks and dates that a school may or may not keep columns for: agenda, folder, sections, file contents, kept at.
 *
 * One rule for all (R30): a column that is not there is "not tracked"; a no is OPEN until the last day and LATE after;
 * a blank is asked about from the last day on. A text that says "should" is asked about at most, never late.
 */
import type {
  AgendaItem,
  AgendaRequirement,
  FileRequirement,
  SectionName,
  SectionsRequirement,
} from '../policy/schema.ts'
import type { Plan, TrackedColumn, YesNo } from '../records/school.ts'
import { Blanks } from './blank.ts'
import type { CountedConference } from './conference-record.ts'
import type { ConferenceNeed, ConferenceView } from './conferences.ts'
import type { MessageKey } from './messages.ts'
import type { PlanView } from './plan.ts'
import type { StudentYear } from './student-year.ts'
import { cellOf, cellsOf, type Evidence, unmetVerdict, type Verdict, verdict } from './verdict.ts'

/** A tick that is not a yes. `askedAtMost` where the text says "should": CHECK, never LATE. */
interface Gap {
  readonly part: string
  readonly value: false | undefined
  readonly one: CountedConference | Plan
  readonly column: TrackedColumn
  readonly askedAtMost?: boolean
}

/**
 * The worst of the gaps; its detail names every part that is not met, in the order of the policy.
 *
 * @param looked a cell to show where nothing is missing
 */
function gapsVerdict(gaps: readonly Gap[], looked: Evidence, year: StudentYear, missing: MessageKey): Verdict {
  const { window } = year
  if (gaps.length === 0) return verdict('MET', 'tick.met', window, looked)
  const noes = gaps.filter((gap) => gap.value === false)
  const shown = year.asOf >= window.dueOn ? gaps : noes
  if (shown.length === 0) return verdict('NA', 'tick.not-yet', window, looked)
  const detail = [...new Set(shown.map((gap) => gap.part))].filter((part) => part !== '').join(',')
  const evidence = () => shown.flatMap(({ one, column }) => cellsOf([one], column.slice(column.indexOf('.') + 1)))
  if (noes.some((gap) => !gap.askedAtMost)) return unmetVerdict(window, year, missing, evidence, detail)
  return verdict('CHECK', noes.length > 0 ? missing : 'tick.blank', window, evidence, detail)
}

/** The canonical columns of the parts, also for telling what a workbook does not track. */
export const agendaColumns: Readonly<Record<AgendaItem, TrackedColumn>> = {
  strengths: 'Conferences.ck_strengths',
  data: 'Conferences.ck_data',
  studentGoals: 'Conferences.ck_student_goals',
  supportPlan: 'Conferences.ck_support_plan',
  private: 'Conferences.private_minutes',
}

export const folderColumns = [
  { part: 'given', column: 'Conferences.info_given_on', of: (one: CountedConference) => one.infoGivenOn },
  { part: 'filed', column: 'Conferences.copy_filed_on', of: (one: CountedConference) => one.copyFiledOn },
] as const

export const sectionColumns: Readonly<Record<SectionName, TrackedColumn>> = {
  grad: 'Plans.sec_grad_reqs',
  work: 'Plans.sec_workplace',
  goals: 'Plans.sec_goals',
  courses: 'Plans.sec_courses',
  links: 'Plans.sec_links',
  progress: 'Plans.sec_progress',
  strengths: 'Plans.sec_strengths',
  test: 'Plans.tests_on',
  prepared: 'Plans.prepared_by',
}

export const fileColumns = {
  registration: 'Plans.file_registration',
  teachers: 'Plans.file_teachers_phones',
  reportCards: 'Plans.file_report_cards',
  participants: 'Plans.file_participants',
} as const

/** Minutes for parent and teacher alone: three are enough, longer is fine (Davis 2.2.5). */
const PRIVATE_MINUTES = 3

function agendaValue(one: CountedConference, part: AgendaItem): YesNo {
  if (part !== 'private') return one.ticks[part]
  return one.privateMinutes === undefined ? undefined : one.privateMinutes >= PRIVATE_MINUTES
}

/** The conferences whose agenda and folder copy are asked for: those that count, a blank taken as no. */
function examined(need: ConferenceNeed): readonly CountedConference[] {
  return need.counted(new Blanks(false))
}

export function agendaVerdict({ parts }: AgendaRequirement, need: ConferenceNeed, view: ConferenceView): Verdict {
  const conferences = examined(need)
  const [first] = conferences
  if (first === undefined) return verdict('NA', 'tick.no-conference')
  const gaps: Gap[] = []
  for (const { part, clause } of parts) {
    const column = agendaColumns[part]
    if (!view.school.tracked.has(column)) continue
    for (const one of conferences) {
      const value = agendaValue(one, part)
      if (value !== true) gaps.push({ part: clause, value, one, column })
    }
  }
  return gapsVerdict(gaps, () => [cellOf(first, 'date')], view.year, 'agenda.missing')
}

/** Dates of the future say nothing yet; a blank date is a blank. */
export function folderVerdict(need: ConferenceNeed, view: ConferenceView): Verdict {
  const conferences = examined(need)
  const [first] = conferences
  if (first === undefined) return verdict('NA', 'tick.no-conference')
  const gaps: Gap[] = []
  for (const { part, column, of } of folderColumns) {
    if (!view.school.tracked.has(column)) continue
    for (const one of conferences) {
      const date = of(one)
      if (date === undefined || date > view.year.asOf) gaps.push({ part, value: undefined, one, column })
    }
  }
  return gapsVerdict(gaps, () => [cellOf(first, 'date')], view.year, 'folder.missing')
}

function sectionValue(plan: Plan, part: SectionName, year: StudentYear): YesNo {
  if (part === 'test') return plan.testsOn !== undefined && plan.testsOn <= year.asOf ? true : undefined
  if (part === 'prepared') return plan.preparedBy === undefined ? undefined : plan.preparedBy === 'student'
  return plan.sections[part]
}

export function sectionsVerdict({ parts }: SectionsRequirement, { year, school }: PlanView, plan: Plan): Verdict {
  const gaps: Gap[] = []
  for (const { part, grades } of parts) {
    if (grades !== undefined && (year.grade < grades[0] || year.grade > grades[1])) continue
    const value = sectionValue(plan, part, year)
    const column = sectionColumns[part]
    if (value === true || !school.tracked.has(column)) continue
    gaps.push({ part, value, one: plan, column, askedAtMost: part === 'prepared' })
  }
  return gapsVerdict(gaps, () => [cellOf(plan, 'created_on')], year, 'sections.missing')
}

export function fileVerdict({ parts }: FileRequirement, { year, school }: PlanView, plan: Plan): Verdict {
  const gaps: Gap[] = []
  for (const part of parts) {
    const value = plan.file[part]
    const column = fileColumns[part]
    if (value !== true && school.tracked.has(column)) gaps.push({ part, value, one: plan, column, askedAtMost: true })
  }
  return gapsVerdict(gaps, () => [cellOf(plan, 'created_on')], year, 'file.missing')
}

export function keptVerdict({ year }: PlanView, plan: Plan): Verdict {
  const { keptAt } = plan
  const gap: Gap = { part: '', value: keptAt === false ? false : undefined, one: plan, column: 'Plans.kept_at' }
  const kept = keptAt !== undefined && keptAt !== false
  return gapsVerdict(kept ? [] : [gap], () => [cellOf(plan, 'kept_at')], year, 'kept.missing')
}
