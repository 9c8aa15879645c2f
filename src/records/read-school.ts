/**
 * From the tabs of a workbook to a school: the one way in to this room.
 */
import type { CreditRule } from '../policy/graduation.ts'
import type { SchoolYear } from '../policy/schema.ts'
import { hasContent } from './cell-text.ts'
import { type ColumnChoice, type ColumnQuestion, labelOf, placeChoices } from './column-choices.ts'
import { ColumnReaders } from './column-readers.ts'
import { completeFromHistory, sayWhatIsMissing } from './complete-students.ts'
import type { People } from './family-columns.ts'
import { headingRows, type KindMatch } from './heading-match.ts'
import { widthOfIds } from './id-cells.ts'
import { mergeWide } from './merge-records.ts'
import type { Problem } from './problem.ts'
import { ProblemList } from './problem-list.ts'
import { readCalendar, readSchoolLog } from './read-calendar.ts'
import { readConferences } from './read-conferences.ts'
import { readContacts } from './read-contacts.ts'
import { readCourses } from './read-courses.ts'
import { readDetails, readPeople, studentIdsOf } from './read-details.ts'
import { readDocuments } from './read-documents.ts'
import { readGradeHistory } from './read-history.ts'
import { readGraduation, readPlanContent } from './read-plan-content.ts'
import { readPlans, readPlanUpdates } from './read-plans.ts'
import { type Roster, type RosterLayout, readRoster } from './read-roster.ts'
import type { School, SchoolLogEntry, Student, Term, TrackedColumn } from './school.ts'
import type { StudentIndex } from './student-index.ts'
import type { Tab, TabKind } from './tab.ts'
import { inDetails, mappingOfOther, type SettledTab, settleColumns, type TabMapping } from './tab-columns.ts'
import { type RecognisedTab, recogniseTabs } from './tab-kinds.ts'

export interface ReadOptions {
  /** '2026-27': for dates written without a year, graduation years, dates in wide rosters. */
  readonly schoolYear: SchoolYear
  /** What a person confirmed or changed on the Settings tab. */
  readonly choices?: readonly ColumnChoice[]
  /** Our own tab Documents, where there is one. */
  readonly documents?: Pick<Tab, 'name' | 'rows'> | undefined
}

export interface SchoolReading {
  readonly school: School
  readonly problems: readonly Problem[]
  /** Where the students stand, for writing flags back; `undefined` when no roster tab was found. */
  readonly roster: RosterLayout | undefined
  /** The student with this id, whichever of the school's ids it is; of several the first. */
  readonly find: (id: string) => Student | undefined
  /** How every tab was understood, in the order of the tabs. */
  readonly mappings: readonly TabMapping[]
}

/**
 * Reads a workbook into a school.
 *
 * Nothing is thrown and nothing is dropped in silence: what cannot be read is a problem with tab, row, column and
 * value, and only that cell is blank (domain A1, C2, C3). The order of rows in tabs other than the roster
 * changes nothing but the order of the records.
 */
export function readSchool(tabs: readonly Tab[], options: ReadOptions): SchoolReading {
  const { documents } = options
  const problems = new ProblemList([...tabs, ...(documents ? [documents] : [])].map(({ name }) => name))
  const mappings: TabMapping[] = []
  const settled: SettledTab[] = []
  const choices = placeChoices(tabs, headingRows, options.choices ?? [], problems)
  for (const recognised of recogniseTabs(tabs, choices)) {
    sayNotRead(recognised, problems)
    if (hasColumns(recognised)) {
      const one = settleColumns(recognised, choices.get(recognised.tab) ?? [], problems)
      if (recognised.notRead === undefined) {
        sayRosterUnsure(recognised, problems)
        settled.push(one.settled)
      }
      mappings.push(recognised.kind === 'other' ? mappingOfOther(recognised.tab) : one.mapping)
    } else {
      mappings.push(mappingOfOther(recognised.tab))
    }
  }
  const made: ColumnReaders[] = []
  const readersOf = (one: SettledTab): ColumnReaders => {
    const readers = new ColumnReaders(one, problems, options.schoolYear)
    made.push(readers)
    return readers
  }
  const calendar = new Map<SchoolYear, Term>()
  const log: SchoolLogEntry[] = []
  let graduation: readonly CreditRule[] | undefined
  for (const one of settled) {
    if (one.kind === 'calendar') readCalendar(readersOf(one), calendar)
    if (one.kind === 'school-log') readSchoolLog(readersOf(one), log)
    if (one.kind === 'graduation-requirements') {
      const rules = readGraduation(readersOf(one))
      // Headings alone are no list.
      if (rules.length > 0) graduation = rules
    }
  }
  const rosterTab = settled.find(({ kind }) => kind === 'students')
  if (rosterTab === undefined) {
    const school = { students: [], calendar, log, tracked: trackedColumns(settled, false) }
    return { school, problems: problems.finish(), roster: undefined, find: () => undefined, mappings }
  }
  // Users who are no students are of interest only where something tells whose guardians they are.
  const people: People | undefined = settled.some(({ columns }) => columns.has('guardian_id')) ? new Map() : undefined
  for (const one of settled) {
    if (one.kind === 'guardians') readPeople(readersOf(one), people as People)
  }
  const rosterReaders = readersOf(rosterTab)
  const roster = readRoster(rosterReaders, {
    schoolYear: options.schoolYear,
    studentIds: rolesOf(settled),
    idWidthElsewhere: () => widthInLogs(settled),
    people,
    elsewhere: {
      iep: inDetails(settled, 'iep'),
      earlyGraduation: inDetails(settled, 'early_grad'),
      birthDate: inDetails(settled, 'birth_date'),
    },
  })
  const bothLists = readLogs(settled, readersOf, roster, people)
  if (documents) readDocuments(documents, roster.index, problems, options.schoolYear)
  roster.finishGrades()
  completeFromHistory(roster, rosterReaders, settled)
  sayWhatIsMissing(roster, rosterReaders)
  const tracked = trackedColumns(settled, bothLists)
  const school = { students: roster.students, calendar, log, tracked, ...(graduation && { graduation }) }
  return {
    school,
    problems: problems.finish(),
    roster: roster.layout,
    find: (id) => roster.index.find(id),
    mappings: mappings.map((mapping) => withDateQuestions(mapping, made)),
  }
}

/** The mapping with what its readers could not tell of its dates. */
function withDateQuestions(mapping: TabMapping, made: readonly ColumnReaders[]): TabMapping {
  const undecided = new Set(
    made.filter(({ settled }) => settled.tab.name === mapping.sheet).flatMap((one) => [...one.undecidedDates]),
  )
  const questions = mapping.columns.flatMap(({ index, field = '', samples }): readonly ColumnQuestion[] =>
    undecided.has(index)
      ? [{ asks: 'date-order', field, columns: [{ index, label: labelOf(mapping.columns, index), samples }] }]
      : [],
  )
  return questions.length > 0 ? { ...mapping, questions: [...mapping.questions, ...questions] } : mapping
}

function hasColumns(recognised: RecognisedTab): recognised is RecognisedTab & { readonly match: KindMatch } {
  return recognised.match !== undefined
}

/** Reads all tabs about students into the students; says whether planned and registered courses are both kept. */
function readLogs(
  settled: readonly SettledTab[],
  readersOf: (one: SettledTab) => ColumnReaders,
  roster: Roster,
  people: People | undefined,
): boolean {
  const { index } = roster
  const wide = [...roster.wide]
  const rosterTab = settled.find(({ kind }) => kind === 'students') as SettledTab
  const rosterHas = { iep: rosterTab.columns.has('iep'), earlyGraduation: rosterTab.columns.has('early_grad') }
  let bothLists = false
  for (const one of settled) {
    if (one.kind === 'student-details') {
      wide.push(...readDetails(readersOf(one), index, rosterHas, roster.gradeUnread, people))
    } else if (one.kind === 'courses') {
      bothLists = readCourses(readersOf(one), index) || bothLists
    } else {
      readerOf(one.kind)?.(readersOf(one), index)
    }
  }
  for (const { student, records } of wide) mergeWide(student, records)
  return bothLists
}

function readerOf(kind: TabKind): ((readers: ColumnReaders, index: StudentIndex) => void) | undefined {
  switch (kind) {
    case 'conferences':
      return readConferences
    case 'contacts':
      return readContacts
    case 'plans':
      return readPlans
    case 'plan-updates':
      return readPlanUpdates
    case 'grade-history':
      return readGradeHistory
    case 'plan-content':
      return readPlanContent
    default:
      return undefined
  }
}

/** Who is a student, from a list of roles; enrolments in classes only where there is no other list. */
function rolesOf(settled: readonly SettledTab[]): ReadonlySet<string> | undefined {
  const lists = settled.filter(({ roles }) => roles)
  const proper = lists.filter(({ kind }) => kind !== 'other')
  const ids = (proper.length > 0 ? proper : lists).flatMap((one) => [...(studentIdsOf(one) ?? [])])
  return ids.length > 0 ? new Set(ids) : undefined
}

/** The one width that ids have in the other tabs, if they agree. */
function widthInLogs(settled: readonly SettledTab[]): number | undefined {
  const widths = new Set<number>()
  for (const { kind, tab, headingRow, idColumns } of settled) {
    const column = idColumns[0]
    if (kind === 'students' || column === undefined) continue
    const width = widthOfIds(tab, headingRow + 1, column)
    if (width !== undefined) widths.add(width)
  }
  return widths.size === 1 ? [...widths][0] : undefined
}

function sayNotRead({ tab, notRead, insteadOf }: RecognisedTab, problems: ProblemList): void {
  if (notRead === undefined) return
  const because = {
    discipline: 'is about discipline, which this check has no use for. Better keep it out of this workbook.',
    'no-id':
      'names students but has no column for their ids, and a name is not enough to tell two students apart. Add a column “Student ID”.',
    'no-date':
      'looks like a log but has no column for the date, without which nothing in it can be counted. Add a column “Date”.',
    'no-columns':
      'lacks a column without which nothing of its kind can be read, such as the student id or the date. Choose its columns on the Settings tab.',
    'second-roster': `looks like a second roster beside ${insteadOf}. Put all students on one tab, or take the old list out of this workbook.`,
  }
  problems.add({ code: 'TAB_NOT_READ', sheet: tab.name, message: `${tab.name} was not read: it ${because[notRead]}` })
}

function sayRosterUnsure({ tab: { name }, insteadOf }: RecognisedTab, problems: ProblemList): void {
  if (insteadOf === undefined) return
  problems.add({
    code: 'ROSTER_UNSURE',
    sheet: name,
    message: `${insteadOf} and ${name} could both be the roster. ${insteadOf} was taken, and ${name} only fills in what is blank there. If that is wrong, call the right one “Roster”.`,
  })
}

const canonicalTab: Readonly<Partial<Record<TabKind, 'Students' | 'Conferences' | 'Plans' | 'SchoolLog'>>> = {
  students: 'Students',
  'student-details': 'Students',
  conferences: 'Conferences',
  plans: 'Plans',
  'school-log': 'SchoolLog',
}

/** Every canonical column that stands somewhere in the workbook (R30); a tab with nothing under its headings keeps none. */
function trackedColumns(settled: readonly SettledTab[], bothLists: boolean): ReadonlySet<TrackedColumn> {
  const tracked = new Set<TrackedColumn>()
  for (const { kind, tab, headingRow, columns, wide } of settled) {
    if (!tab.rows.some((row, index) => index > headingRow && row.some(hasContent))) continue
    const name = canonicalTab[kind]
    if (name !== undefined) for (const field of columns.keys()) tracked.add(`${name}.${field}`)
    for (const { field } of wide) {
      if (field.startsWith('Conferences.') || field.startsWith('Plans.')) tracked.add(field as TrackedColumn)
    }
  }
  if (bothLists) for (const field of ['course', 'planned', 'registered'] as const) tracked.add(`Courses.${field}`)
  return tracked
}
