/**
 * Ticks and dates that a school may or may not keep columns for: agenda, folder, sections, file contents, kept at.
 *
 * One rule for all (R30): a column that is not there is "not tracked"; a no is OPEN until the last day and LATE after;
 * a blank is asked about from the last day on. A text that says "should" is asked about at most, never late.
 */
import type {
  AgendaItem,
  AgendaRequirement,
  ConferencesRequirement,
  FileRequirement,
  SectionName,
  SectionsRequirement,
} from '../policy/schema.ts'
import type { CellRef, Plan, TrackedColumn, YesNo } from '../records/school.ts'
import { Blanks } from './blank.ts'
import type { CountedConference } from './conference-record.ts'
import { type ConferenceView, counted } from './conferences.ts'
import type { MessageKey } from './messages.ts'
import type { StudentYear } from './student-year.ts'
import { dates, type Verdict } from './verdict.ts'
import { unmet, yearWindow } from './window.ts'

/** One tick of one record. `asked` at most CHECK, as where the text says "should". */
export interface Tick {
  readonly part: string
  readonly value: YesNo
  readonly cell: CellRef
  readonly askedAtMost?: true
}

/** The worst of the ticks, its detail naming every part that is not met, in the order of the policy. */
export function ticksVerdict(ticks: readonly Tick[], year: StudentYear, missing: MessageKey): Verdict {
  const window = yearWindow(year)
  const blanksAreAsked = year.asOf >= window.dueOn
  const noes = ticks.filter((tick) => tick.value === false)
  const blanks = ticks.filter((tick) => tick.value === undefined)
  const shown = blanksAreAsked ? ticks.filter((tick) => tick.value !== true) : noes
  const detail = [...new Set(shown.map((tick) => tick.part))].filter((part) => part !== '').join(',')
  const shared = { ...dates(window), detail, evidence: (shown.length > 0 ? shown : ticks).map((tick) => tick.cell) }
  if (noes.some((tick) => !tick.askedAtMost)) {
    const status = unmet(window, year)
    return { ...shared, status, message: status === 'CHECK' ? 'short-enrolment' : missing }
  }
  if (noes.length > 0) return { ...shared, status: 'CHECK', message: missing }
  if (blanks.length > 0 && blanksAreAsked) return { ...shared, status: 'CHECK', message: 'tick.blank' }
  if (blanks.length > 0) return { ...shared, status: 'NA', message: 'tick.not-yet' }
  return { ...shared, status: 'MET', message: 'tick.met' }
}

const agendaColumns: Readonly<Record<AgendaItem, string>> = {
  strengths: 'ck_strengths',
  data: 'ck_data',
  studentGoals: 'ck_student_goals',
  supportPlan: 'ck_support_plan',
  private: 'private_minutes',
}

/** Minutes for parent and teacher alone: three are enough, longer is fine (Davis 2.2.5). */
const PRIVATE_MINUTES = 3

function agendaValue(one: CountedConference, part: AgendaItem): YesNo {
  if (part !== 'private') return one.ticks[part]
  return one.privateMinutes === undefined ? undefined : one.privateMinutes >= PRIVATE_MINUTES
}

/** The conferences whose agenda and folder copy are asked for: those that count, a blank taken as no. */
function examined(need: ConferencesRequirement, view: ConferenceView): readonly CountedConference[] {
  return counted(need, view, new Blanks(false))
}

export function agendaVerdict(
  requirement: AgendaRequirement,
  need: ConferencesRequirement,
  view: ConferenceView,
): Verdict {
  const tracked = requirement.parts.filter(({ part }) => view.school.tracked.has(agendaColumn(part)))
  const ticks = tracked.flatMap(({ part, clause }) =>
    examined(need, view).flatMap((one) =>
      one.rows.map((row) => ({
        part: clause,
        value: agendaValue(one, part),
        cell: { ...row, column: agendaColumns[part] },
      })),
    ),
  )
  return ticks.length === 0
    ? { status: 'NA', message: 'tick.no-conference' }
    : ticksVerdict(ticks, view.year, 'agenda.missing')
}

export function folderVerdict(need: ConferencesRequirement, view: ConferenceView): Verdict {
  const done = (date: string | undefined): YesNo => (date !== undefined && date <= view.year.asOf ? true : undefined)
  const ticks = examined(need, view).flatMap((one) =>
    folderColumns
      .filter(({ column }) => view.school.tracked.has(`Conferences.${column}`))
      .flatMap(({ part, column, of }) =>
        one.rows.map((row) => ({ part, value: done(of(one)), cell: { ...row, column } })),
      ),
  )
  return ticks.length === 0
    ? { status: 'NA', message: 'tick.no-conference' }
    : ticksVerdict(ticks, view.year, 'folder.missing')
}

const folderColumns = [
  { part: 'given', column: 'info_given_on', of: (one: CountedConference) => one.infoGivenOn },
  { part: 'filed', column: 'copy_filed_on', of: (one: CountedConference) => one.copyFiledOn },
] as const

const sectionColumns: Readonly<Record<SectionName, string>> = {
  grad: 'sec_grad_reqs',
  work: 'sec_workplace',
  goals: 'sec_goals',
  courses: 'sec_courses',
  links: 'sec_links',
  progress: 'sec_progress',
  strengths: 'sec_strengths',
  test: 'tests_on',
  prepared: 'prepared_by',
}

function sectionValue(plan: Plan, part: SectionName, year: StudentYear): YesNo {
  if (part === 'test') return plan.testsOn !== undefined && plan.testsOn <= year.asOf ? true : undefined
  if (part === 'prepared') return plan.preparedBy === undefined ? undefined : plan.preparedBy === 'student'
  return plan.sections[part]
}

export function sectionsVerdict(
  requirement: SectionsRequirement,
  year: StudentYear,
  plan: Plan,
  tracked: ReadonlySet<TrackedColumn>,
): Verdict {
  const ticks: Tick[] = []
  for (const { part, grades } of requirement.parts) {
    if (grades !== undefined && (year.grade < grades[0] || year.grade > grades[1])) continue
    if (!tracked.has(sectionColumn(part))) continue
    ticks.push({
      part,
      value: sectionValue(plan, part, year),
      cell: { ...plan.at, column: sectionColumns[part] },
      ...(part === 'prepared' ? { askedAtMost: true as const } : {}),
    })
  }
  return ticks.length === 0
    ? { status: 'NA', message: 'tick.not-tracked' }
    : ticksVerdict(ticks, year, 'sections.missing')
}

const fileColumns = {
  registration: 'file_registration',
  teachers: 'file_teachers_phones',
  reportCards: 'file_report_cards',
  participants: 'file_participants',
} as const

export function fileVerdict(
  requirement: FileRequirement,
  year: StudentYear,
  plan: Plan,
  tracked: ReadonlySet<TrackedColumn>,
): Verdict {
  const ticks = requirement.parts
    .filter((part) => tracked.has(fileColumn(part)))
    .map((part) => ({
      part,
      value: plan.file[part],
      cell: { ...plan.at, column: fileColumns[part] },
      askedAtMost: true as const,
    }))
  return ticks.length === 0 ? { status: 'NA', message: 'tick.not-tracked' } : ticksVerdict(ticks, year, 'file.missing')
}

export function keptVerdict(year: StudentYear, plan: Plan): Verdict {
  const value: YesNo = plan.keptAt === undefined ? undefined : plan.keptAt !== false
  return ticksVerdict([{ part: '', value, cell: { ...plan.at, column: 'kept_at' } }], year, 'kept.missing')
}

/** The canonical columns, for telling what a workbook does not track. */
export const agendaColumn = (part: AgendaItem): TrackedColumn => `Conferences.${agendaColumns[part]}`
export const sectionColumn = (part: SectionName): TrackedColumn => `Plans.${sectionColumns[part]}`
export const fileColumn = (part: keyof typeof fileColumns): TrackedColumn => `Plans.${fileColumns[part]}`
