/**
 * Tabs with one row a record: what makes a log of conferences, a list of plans, a calendar.
 */
import type { Reading } from './cell-text.ts'
import { mostly } from './column-cells.ts'
import { heldDetails } from './conference-columns.ts'
import { readAbout, readChannel, readKind, readStatus } from './conference-words.ts'
import type { KindMatch } from './heading-match.ts'
import type { ReadKind } from './headings.ts'
import { planSections } from './plan-columns.ts'
import { planTextColumns } from './plan-text-columns.ts'
import { readLogItem, readPlanKind } from './plan-words.ts'
import type { Cell, Tab } from './tab.ts'

/** Kinds of tabs with one row a record. */
export type RecordKind = Exclude<ReadKind, 'students' | 'user-flags'>

interface Rule {
  /** Every one of these groups must have a column. */
  readonly needs: readonly (readonly string[])[]
  /** Columns that no other kind of tab has; one of them is enough, or two that are less certain. */
  readonly tells: readonly string[]
  readonly name: RegExp
}

const anyId = ['student_id', 'ssid', 'full_name']

const creditColumns = ['credits_earned', 'credits_planned']
const attendanceColumns = ['student_attended', 'parent_attended', 'who_came']
const logColumns = ['kind', 'status', 'conf_id', 'session_id', 'mode', 'staff_names', 'staff_role', ...heldDetails]

const rules: Readonly<Record<RecordKind, Rule>> = {
  conferences: {
    needs: [anyId, ['date']],
    tells: [...logColumns, ...attendanceColumns],
    name: /\b(conf\w*|ptcs?|pccrs?|seops?|meetings?)\b/,
  },
  contacts: {
    needs: [anyId, ['date']],
    tells: ['about', 'channel', 'outcome'],
    name: /\b(contacts?|calls?|letters?|communications?|outreach|attempts?|invitations?)\b/,
  },
  plans: {
    needs: [anyId, ['created_on', 'plan_kind', 'parent_signed_on', 'prepared_by', 'kept_at']],
    tells: [
      'created_on',
      'plan_kind',
      'parent_signed_on',
      'signed_by',
      'prepared_by',
      'kept_at',
      ...planSections,
      'cluster',
      'career_objectives',
    ],
    name: /\bplans?\b(?! updates?)/,
  },
  'plan-updates': { needs: [anyId, ['updated_on']], tells: ['updated_on', 'what_changed'], name: /\bupdates?\b/ },
  'grade-history': {
    needs: [anyId, ['school_year'], ['grade']],
    tells: ['school_year'],
    name: /\bhistory\b/,
  },
  calendar: {
    needs: [['first_day'], ['last_day']],
    tells: ['school_year', 'session_type', 'first_day', 'last_day'],
    name: /\b(calendars?|sessions?|school years?)\b/,
  },
  'school-log': {
    needs: [['item'], ['date', 'school_year']],
    tells: ['item', 'audience'],
    name: /\b(school log|duties)\b/,
  },
  courses: {
    needs: [anyId, ['planned', 'list', ...creditColumns], ['course', 'registered']],
    tells: ['planned', 'registered', 'list', ...creditColumns],
    name: /\b(courses?|registrations?|credits?)\b/,
  },
  'plan-content': {
    needs: [anyId, planTextColumns],
    tells: planTextColumns,
    name: /\b(plan (content|texts?|notes)|goals)\b/,
  },
  'graduation-requirements': {
    needs: [['area'], ['credits'], ['from_class', 'to_class', 'rule']],
    tells: ['from_class', 'to_class', 'credits'],
    name: /\bgraduation\b/,
  },
}

/** Kinds whose everyday headings ('Method', 'Result') are enough, since their cells are looked at as well. */
const readsCells: ReadonlySet<RecordKind> = new Set(['conferences', 'contacts', 'calendar'])

const recordKinds = Object.keys(rules) as readonly RecordKind[]

/** Ids that many systems use for everything, not only for students. */
const idsOfAnything = new Set(['id', 'sisid', 'sourcedid', 'identifier', 'idnumber', 'sid'])

/** A tab read as one of these kinds. */
export interface RecordMatch {
  readonly kind: RecordKind
  readonly match: KindMatch
}

/** Whether a tab has a column for any of these fields. */
export function has(match: KindMatch | undefined, ...fields: readonly string[]): boolean {
  return match !== undefined && fields.some((field) => match.fields.has(field))
}

/** Whether a tab has every column without which nothing of this kind can be read. */
export function hasWhatItNeeds(kind: RecordKind, match: KindMatch): boolean {
  return rules[kind].needs.every((group) => has(match, ...group))
}

/** Whether a tab is called as one of these kinds of tabs might be. */
export function isNamedAsRecords(named: string): boolean {
  return recordKinds.some((kind) => rules[kind].name.test(named))
}

/**
 * The kind of record that a tab holds, told by its headings and, where those are everyday words, by its cells too.
 *
 * @param named the tab's name in words
 */
export function recordKindOf(
  tab: Tab,
  matches: ReadonlyMap<ReadKind, KindMatch>,
  named: string,
): RecordMatch | undefined {
  let best: (RecordMatch & { readonly score: number }) | undefined
  for (const kind of recordKinds) {
    const match = matches.get(kind)
    if (match === undefined || !hasWhatItNeeds(kind, match)) continue
    const rule = rules[kind]
    const nameFits = rule.name.test(named)
    const telling = tellingScore(match, rule)
    if (!nameFits && !readsCells.has(kind) && !rule.tells.some((field) => certainly(match, field))) continue
    if (telling + (nameFits ? 2 : 0) < 2 || !fitsContent(kind, tab, match, nameFits, matches.get('students'))) continue
    const score = match.score + telling * 2 + (nameFits ? 3 : 0)
    if (best === undefined || score > best.score) best = { kind, match, score }
  }
  return best
}

function tellingScore(match: KindMatch, rule: Rule): number {
  let score = 0
  for (const field of rule.tells) {
    const found = match.fields.get(field)?.[0]
    if (found) score += found.weak ? 1 : 2
  }
  return score
}

/** Headings such as 'Date', 'Type' and 'Status' stand in logs of all sorts; then the cells must speak for the kind too. */
function fitsContent(
  kind: RecordKind,
  tab: Tab,
  match: KindMatch,
  nameFits: boolean,
  students: KindMatch | undefined,
): boolean {
  if (kind === 'calendar') return isCalendar(match, nameFits) && !has(students, 'last_name', 'first_name', 'grade')
  // 'Subject' and 'credits' stand on tabs of classes and staff too; of these kinds a class is what they are about.
  if (isForeignTab(match) && kind !== 'courses' && kind !== 'graduation-requirements') return false
  if (nameFits) return true
  if (kind === 'conferences') {
    return mostlyReads(tab, match, 'kind', readKind) && mostlyReads(tab, match, 'status', readStatus)
  }
  if (kind === 'contacts') {
    return mostlyReads(tab, match, 'channel', readChannel) && mostlyReads(tab, match, 'about', readAbout)
  }
  if (kind === 'plans') return mostlyReads(tab, match, 'plan_kind', readPlanKind)
  if (kind === 'school-log') return mostlyReads(tab, match, 'item', readLogItem)
  // Many lists have a column 'Updated on'; one of plan updates has little else.
  if (kind === 'plan-updates') return has(match, 'by') || match.columns.length <= 3 || certainly(match, 'what_changed')
  return true
}

function certainly(match: KindMatch, field: string): boolean {
  return match.fields.get(field)?.[0]?.weak === false
}

/** Start and end stand on enrolments and sections as well; a calendar has no student and says what it is. */
function isCalendar(match: KindMatch, nameFits: boolean): boolean {
  const keys = match.columns.map((column) => column.forms[0]?.key ?? '')
  if (
    keys.some((key) => key === 'studentid' || key === 'usersourcedid' || key === 'sisid' || key === 'studentnumber')
  ) {
    return false
  }
  const certain = ['first_day', 'last_day'].every((field) => certainly(match, field))
  return certain || nameFits || has(match, 'school_year', 'session_type')
}

/** As {@link mostly} says of the field's column; true when there is none. */
function mostlyReads(tab: Tab, match: KindMatch, field: string, read: (cell: Cell) => Reading<unknown>): boolean {
  const index = match.fields.get(field)?.[0]?.column.index
  return index === undefined || mostly({ tab, headingRow: match.headingRow, index }, read)
}

/**
 * Whether a tab is a log by its name and its headings but lacks the date that every one of its records needs.
 */
export function lacksDate(matches: ReadonlyMap<ReadKind, KindMatch>, named: string): boolean {
  return (['conferences', 'contacts'] as const).some((kind) => {
    const match = matches.get(kind)
    const rule = rules[kind]
    if (match === undefined || !rule.name.test(named) || !has(match, ...anyId) || has(match, 'date')) return false
    return tellingScore(match, rule) >= 2
  })
}

/** Whether a tab is about classes, staff, schools or scores, so that a bare 'id' in it is not a student's. */
export function isForeignTab(match: KindMatch): boolean {
  const id = match.fields.get('student_id')?.[0]
  const anythingsId = id === undefined || idsOfAnything.has(id.column.forms[0]?.key ?? '')
  return anythingsId && match.columns.some((column) => column.foreign)
}

/** Whether the headings are those of a log rather than of a roster that has such columns beside others. */
export function isLog({ kind, match }: RecordMatch): boolean {
  if (kind === 'conferences') return logColumns.some((field) => certainly(match, field))
  if (kind === 'plans') return has(match, 'plan_kind', 'sign_method', 'from_grade')
  return kind !== 'plan-updates'
}
