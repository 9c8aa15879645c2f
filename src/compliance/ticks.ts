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
import { type CountedConference, cellsOf } from './conference-record.ts'
import { type ConferenceView, counted } from './conferences.ts'
import type { MessageKey } from './messages.ts'
import type { StudentYear } from './student-year.ts'
import { dates, unmetVerdict, type Verdict } from './verdict.ts'
import { yearWindow } from './window.ts'

/** A tick that is not a yes. `askedAtMost` where the text says "should": CHECK, never LATE. */
export interface Gap {
  readonly part: string
  readonly value: false | undefined
  readonly cell: CellRef
  readonly askedAtMost?: true
}

/**
 * The worst of the gaps; its detail names every part that is not met, in the order of the policy.
 *
 * @param looked a cell to show where nothing is missing
 */
export function gapsVerdict(gaps: readonly Gap[], looked: CellRef, year: StudentYear, missing: MessageKey): Verdict {
  const window = yearWindow(year)
  if (gaps.length === 0) return { ...dates(window), evidence: [looked], status: 'MET', message: 'tick.met' }
  const blanksAreAsked = year.asOf >= window.dueOn
  const noes = gaps.filter((gap) => gap.value === false)
  const shown = blanksAreAsked ? gaps : noes
  if (shown.length === 0) return { ...dates(window), evidence: [looked], status: 'NA', message: 'tick.not-yet' }
  const detail = [...new Set(shown.map((gap) => gap.part))].filter((part) => part !== '').join(',')
  const shared = { ...dates(window), detail, evidence: shown.map((gap) => gap.cell) }
  if (noes.some((gap) => !gap.askedAtMost)) {
    return { ...shared, ...unmetVerdict(window, year, missing) }
  }
  return { ...shared, status: 'CHECK', message: noes.length > 0 ? missing : 'tick.blank' }
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
  const conferences = examined(need, view)
  const [first] = cellsOf(conferences)
  if (first === undefined) return { status: 'NA', message: 'tick.no-conference' }
  const gaps: Gap[] = []
  for (const { part, clause } of requirement.parts) {
    if (!view.school.tracked.has(agendaColumn(part))) continue
    for (const one of conferences) {
      const value = agendaValue(one, part)
      if (value === true) continue
      for (const cell of cellsOf([one], agendaColumns[part])) gaps.push({ part: clause, value, cell })
    }
  }
  return gapsVerdict(gaps, first, view.year, 'agenda.missing')
}

/** Dates of the future say nothing yet; a blank date is a blank. */
export function folderVerdict(need: ConferencesRequirement, view: ConferenceView): Verdict {
  const conferences = examined(need, view)
  const [first] = cellsOf(conferences)
  if (first === undefined) return { status: 'NA', message: 'tick.no-conference' }
  const gaps: Gap[] = []
  for (const { part, column, of } of folderColumns) {
    if (!view.school.tracked.has(`Conferences.${column}`)) continue
    for (const one of conferences) {
      const date = of(one)
      if (date !== undefined && date <= view.year.asOf) continue
      for (const cell of cellsOf([one], column)) gaps.push({ part, value: undefined, cell })
    }
  }
  return gapsVerdict(gaps, first, view.year, 'folder.missing')
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
  const gaps: Gap[] = []
  for (const { part, grades } of requirement.parts) {
    if (grades !== undefined && (year.grade < grades[0] || year.grade > grades[1])) continue
    const value = sectionValue(plan, part, year)
    if (value === true || !tracked.has(sectionColumn(part))) continue
    const gap = { part, value, cell: cellOf(plan, sectionColumns[part]) }
    gaps.push(part === 'prepared' ? { ...gap, askedAtMost: true } : gap)
  }
  return gapsVerdict(gaps, cellOf(plan, 'created_on'), year, 'sections.missing')
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
  const gaps: Gap[] = []
  for (const part of requirement.parts) {
    const value = plan.file[part]
    if (value === true || !tracked.has(fileColumn(part))) continue
    gaps.push({ part, value, cell: cellOf(plan, fileColumns[part]), askedAtMost: true })
  }
  return gapsVerdict(gaps, cellOf(plan, 'created_on'), year, 'file.missing')
}

export function keptVerdict(year: StudentYear, plan: Plan): Verdict {
  const cell = cellOf(plan, 'kept_at')
  const kept = plan.keptAt !== undefined && plan.keptAt !== false
  return gapsVerdict(
    kept ? [] : [{ part: '', value: plan.keptAt === false ? false : undefined, cell }],
    cell,
    year,
    'kept.missing',
  )
}

const cellOf = (plan: Plan, column: string): CellRef => ({ sheet: plan.at.sheet, row: plan.at.row, column })

/** The canonical columns, for telling what a workbook does not track. */
export const agendaColumn = (part: AgendaItem): TrackedColumn => `Conferences.${agendaColumns[part]}`
export const sectionColumn = (part: SectionName): TrackedColumn => `Plans.${sectionColumns[part]}`
export const fileColumn = (part: keyof typeof fileColumns): TrackedColumn => `Plans.${fileColumns[part]}`
