/**
 * Which tab of a workbook is which: told by the headings, and only where those leave it open by the tab's name.
 */

import { type Reading, textOf, unreadable } from './cell-text.ts'
import { readAbout, readChannel, readKind, readStatus } from './conference-words.ts'
import { headingWords } from './heading-key.ts'
import { type KindMatch, matchKinds } from './heading-match.ts'
import type { ReadKind } from './headings.ts'
import { idText } from './id-cells.ts'
import { readPlanKind } from './plan-words.ts'
import type { Cell, Tab, TabKind } from './tab.ts'

export interface RecognisedTab {
  readonly tab: Tab
  readonly kind: TabKind
  /** The headings as those of its kind; absent for a tab of another kind. */
  readonly match?: KindMatch
  /** Where it is close to a kind that we read but cannot be read: what is the matter, for a person. */
  readonly notRead?: 'discipline' | 'no-id' | 'second-roster'
  /** A list of who is a student and who is a teacher, as roles.csv of OneRoster 1.2 and School Data Sync. */
  readonly roles?: true
}

/** Kinds of tabs with one row a record. */
type RecordKind = Exclude<ReadKind, 'students'>

interface Rule {
  /** Every one of these groups must have a column. */
  readonly needs: readonly (readonly string[])[]
  /** Columns that no other kind of tab has; one of them is enough, or two that are less certain. */
  readonly tells: readonly string[]
  readonly name: RegExp
}

const anyId = ['student_id', 'ssid', 'full_name']

const attendanceColumns = ['student_attended', 'parent_attended', 'who_came']
const logColumns = [
  'kind',
  'status',
  'conf_id',
  'session_id',
  'mode',
  'staff_names',
  'staff_role',
  'invited_count',
  'private_minutes',
  'ilp_reviewed',
  'ck_strengths',
  'ck_data',
  'ck_student_goals',
  'ck_support_plan',
  'info_given_on',
  'copy_filed_on',
]

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
      'sec_grad_reqs',
      'sec_workplace',
      'sec_goals',
      'sec_courses',
      'sec_links',
      'sec_progress',
      'sec_strengths',
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
    needs: [anyId, ['planned', 'list'], ['course', 'registered']],
    tells: ['planned', 'registered', 'list'],
    name: /\b(courses?|registrations?)\b/,
  },
}

const recordKinds = Object.keys(rules) as readonly RecordKind[]

const rosterName = /\b(students?|roster|pupils?|caseload|users?|sis|master)\b/
const otherPeopleName =
  /\b(teachers?|staff|educators?|employees?|parents?|guardians?|schools?|orgs?|sections?|class|classes|courses?)\b/

/** Ids that many systems use for everything, not only for students. */
const idsOfAnything = new Set(['id', 'sisid', 'sourcedid', 'identifier', 'idnumber', 'sid'])

/** Columns of which one is enough to make a second tab with one row a student worth reading. */
const details = [
  'grade',
  'grad_year',
  'birth_date',
  'entry_date',
  'exit_date',
  'iep',
  'early_grad',
  'counselor',
  'homeroom_teacher',
  'preferred_name',
]

interface Examined {
  readonly tab: Tab
  readonly students: KindMatch | undefined
  readonly record: { readonly kind: RecordKind; readonly match: KindMatch } | undefined
  readonly named: string
  readonly discipline: boolean
}

/** The kind of every tab, in their order. At most one of them is the roster. */
export function recogniseTabs(tabs: readonly Tab[]): readonly RecognisedTab[] {
  const examined = tabs.map(examine)
  let roster: Examined | undefined
  let best = -Infinity
  for (const one of examined) {
    const score = rosterScore(one)
    if (score > best) {
      best = score
      roster = one
    }
  }
  return examined.map((one) => (one === roster ? rosterTab(one) : otherTab(one, roster)))
}

function rosterTab({ tab, students }: Examined): RecognisedTab {
  return { tab, kind: 'students', match: students as KindMatch }
}

function examine(tab: Tab): Examined {
  const matches = matchKinds(tab)
  const named = headingWords(tab.name).join(' ')
  const students = matches.get('students')
  const columns = students?.columns ?? [...matches.values()][0]?.columns ?? []
  const discipline =
    columns.filter((column) => column.refusal === 'discipline').length >
    (has(students, 'last_name', 'full_name') ? 2 : 0)
  return { tab, students, record: discipline ? undefined : bestRecordKind(tab, matches, named), named, discipline }
}

function has(match: KindMatch | undefined, ...fields: readonly string[]): boolean {
  return match !== undefined && fields.some((field) => match.fields.has(field))
}

function bestRecordKind(tab: Tab, matches: ReadonlyMap<ReadKind, KindMatch>, named: string): Examined['record'] {
  let best: { kind: RecordKind; match: KindMatch; score: number } | undefined
  for (const kind of recordKinds) {
    const match = matches.get(kind)
    const rule = rules[kind]
    if (match === undefined || !rule.needs.every((group) => has(match, ...group))) continue
    const nameFits = rule.name.test(named)
    const telling = tellingScore(match, rule)
    if (telling + (nameFits ? 2 : 0) < 2 || !fitsContent(kind, tab, match, nameFits)) continue
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
function fitsContent(kind: RecordKind, tab: Tab, match: KindMatch, nameFits: boolean): boolean {
  if (kind === 'calendar') return isCalendar(match, nameFits)
  if (isForeignTab(match) && kind !== 'courses') return false
  if (nameFits) return true
  if (kind === 'conferences') {
    return mostly(tab, match, 'kind', readKind) && mostly(tab, match, 'status', readStatus)
  }
  if (kind === 'contacts') {
    return mostly(tab, match, 'channel', readChannel) && mostly(tab, match, 'about', readAbout)
  }
  if (kind === 'plans') return mostly(tab, match, 'plan_kind', readPlanKind)
  return true
}

/** Start and end stand on enrolments and sections as well; a calendar has no student and says what it is. */
function isCalendar(match: KindMatch, nameFits: boolean): boolean {
  const keys = match.columns.map((column) => column.forms[0]?.key ?? '')
  if (
    keys.some((key) => key === 'studentid' || key === 'usersourcedid' || key === 'sisid' || key === 'studentnumber')
  ) {
    return false
  }
  const certain = ['first_day', 'last_day'].every((field) => match.fields.get(field)?.[0]?.weak === false)
  return certain || nameFits || has(match, 'school_year', 'session_type')
}

/** Whether at least half of the first filled cells of a column can be read so; true when there is no such column. */
function mostly(tab: Tab, match: KindMatch, field: string, read: (cell: Cell) => Reading<unknown>): boolean {
  const column = match.fields.get(field)?.[0]?.column.index
  if (column === undefined) return true
  let filled = 0
  let understood = 0
  for (let row = match.headingRow + 1; row < tab.rows.length && filled < 60; row++) {
    const reading = read(tab.rows[row]?.[column] ?? '')
    if (reading === undefined) continue
    filled++
    if (reading !== unreadable) understood++
  }
  return filled === 0 || understood * 2 >= filled
}

function isForeignTab(match: KindMatch): boolean {
  const id = match.fields.get('student_id')?.[0]
  const anythingsId = id === undefined || idsOfAnything.has(id.column.forms[0]?.key ?? '')
  return anythingsId && match.columns.some((column) => column.foreign)
}

/** How much a tab looks like the roster: −∞ where it cannot be one. */
function rosterScore({ tab, students, record, named, discipline }: Examined): number {
  if (students === undefined || discipline || !has(students, 'student_id', 'ssid') || isForeignTab(students))
    return -Infinity
  const named_ = (has(students, 'last_name') && has(students, 'first_name')) || has(students, 'full_name')
  if (!named_ && !has(students, 'last_name', 'grade', 'username', 'birth_date', 'grad_year')) return -Infinity
  const distinct = distinctShare(tab, students)
  if (distinct < 0.7) return -Infinity
  let score = named_ ? 10 : 0
  if (has(students, 'grade')) score += 5
  if (has(students, 'birth_date')) score += 3
  for (const field of [
    'grad_year',
    'entry_date',
    'exit_date',
    'iep',
    'counselor',
    'homeroom_teacher',
    'ssid',
    'role',
  ]) {
    if (has(students, field)) score += 1
  }
  score += Math.min(3, wideConferences(students))
  if (rosterName.test(named)) score += 4
  if (otherPeopleName.test(named) && !/\bstudents?\b/.test(named)) score -= 8
  if (record !== undefined && isLog(record)) score -= 20
  // Between two lists that are equally good the longer one is the roster: the shorter is often a sample of it.
  return score + Math.min(tab.rows.length, 99999) / 100000 + (distinct < 0.95 ? -5 : 0)
}

function wideConferences(students: KindMatch): number {
  return students.columns.filter((column) => column.wide?.role === 'conference').length
}

/** Whether the headings are those of a log rather than of a roster that has such columns beside others. */
function isLog({ kind, match }: NonNullable<Examined['record']>): boolean {
  if (kind === 'conferences')
    return logColumns.filter((field) => match.fields.get(field)?.[0]?.weak === false).length > 0
  if (kind === 'plans') return has(match, 'plan_kind', 'sign_method', 'from_grade')
  return kind !== 'plan-updates'
}

function otherTab(one: Examined, roster: Examined | undefined): RecognisedTab {
  const { tab, students, record, discipline, named } = one
  if (discipline) return { tab, kind: 'other', notRead: 'discipline' }
  if (students !== undefined && isRoleList(students)) {
    // Enrolments in classes say who is a student, and nothing else that concerns us.
    const ofClasses = students.columns.some((column) => column.foreign && /class|section/.test(column.heading))
    return { tab, kind: ofClasses ? 'other' : 'student-details', match: onlyRoles(students), roles: true }
  }
  if (record !== undefined && !(students !== undefined && isTracker(tab, students, record))) {
    return { tab, kind: record.kind, match: record.match }
  }
  if (students === undefined || isForeignTab(students)) return { tab, kind: 'other' }
  const otherPeople = otherPeopleName.test(named) && !/\bstudents?\b/.test(named)
  if (!has(students, 'student_id', 'ssid')) return withoutId(one)
  if (!(has(students, ...details) || wideConferences(students) > 0) || distinctShare(tab, students) < 0.9) {
    return { tab, kind: 'other' }
  }
  if (roster !== undefined && !sharesIds(tab, students, roster)) {
    const rosterLike = has(students, 'last_name', 'full_name') && has(students, 'grade') && !otherPeople
    return rosterLike ? { tab, kind: 'other', notRead: 'second-roster' } : { tab, kind: 'other' }
  }
  return { tab, kind: 'student-details', match: students }
}

/** A tab that names students and dates or grades but has no number to find them by. */
function withoutId({ tab, students, named }: Examined): RecognisedTab {
  const names = has(students, 'full_name') || (has(students, 'last_name') && has(students, 'first_name'))
  const wanted = rosterName.test(named) || Object.values(rules).some((rule) => rule.name.test(named))
  const aboutThem = has(students, 'grade', 'birth_date') || (students !== undefined && wideConferences(students) > 0)
  const missing = names && aboutThem && (wanted || has(students, 'grade')) && !otherPeopleName.test(named)
  return missing ? { tab, kind: 'other', notRead: 'no-id' } : { tab, kind: 'other' }
}

/** roles.csv, and enrolments where there is no roles.csv: a person, a role, and no name. */
function isRoleList(students: KindMatch): boolean {
  return (
    has(students, 'role') &&
    students.columns.some((column) => column.forms[0]?.key === 'usersourcedid') &&
    !has(students, 'last_name', 'full_name', 'first_name')
  )
}

/** The dates and states of a role are those of the role, not of the student. */
function onlyRoles(students: KindMatch): KindMatch {
  const wanted = new Set(['student_id', 'role', 'grade'])
  return { ...students, fields: new Map([...students.fields].filter(([field]) => wanted.has(field))) }
}

/** One row a student with several subjects side by side is a tracker, read like a roster's own columns, and not a log. */
function isTracker(tab: Tab, students: KindMatch, record: NonNullable<Examined['record']>): boolean {
  if (isLog(record) || !has(students, 'student_id', 'ssid') || wideConferences(students) === 0) return false
  return distinctShare(tab, students) >= 0.98
}

/** The rows of which the ids are looked at. */
const sampled = 3000

/**
 * Share of different people among the filled rows; 1 for an empty tab. Two names under one id are two people: a roster
 * with wrong ids is still a roster, while a log repeats the name with the id.
 */
function distinctShare(tab: Tab, match: KindMatch): number {
  const names = ['last_name', 'first_name', 'full_name'].flatMap(
    (field) => match.fields.get(field)?.[0]?.column.index ?? [],
  )
  const people = idsOf(tab, match).map(({ id, row }) => {
    const cells = tab.rows[row] ?? []
    return [id, ...names.map((column) => textOf(cells[column]))].join('\n')
  })
  return people.length === 0 ? 1 : new Set(people).size / people.length
}

function sharesIds(tab: Tab, match: KindMatch, roster: Examined): boolean {
  const known = new Set<string>()
  const { columns, tab: rosterTab_, match: rosterMatch } = idColumns(roster)
  for (let row = rosterMatch.headingRow + 1; row < rosterTab_.rows.length; row++) {
    for (const column of columns) known.add(bare(rosterTab_.rows[row]?.[column]))
  }
  known.delete('')
  const candidates = [...(match.fields.get('student_id') ?? []), ...(match.fields.get('ssid') ?? [])]
  return candidates.some(({ column }) =>
    tab.rows.some((cells, row) => row > match.headingRow && known.has(bare(cells[column.index]))),
  )
}

function idColumns(roster: Examined): { columns: readonly number[]; tab: Tab; match: KindMatch } {
  const match = roster.students as KindMatch
  const found = [...(match.fields.get('student_id') ?? []), ...(match.fields.get('ssid') ?? [])]
  return { columns: found.map(({ column }) => column.index), tab: roster.tab, match }
}

function bare(cell: Cell | undefined): string {
  return idText(cell).replace(/^0+(?=\d)/, '')
}

function idsOf(tab: Tab, match: KindMatch): readonly { readonly id: string; readonly row: number }[] {
  const columns = [...(match.fields.get('student_id') ?? []), ...(match.fields.get('ssid') ?? [])]
  const end = Math.min(tab.rows.length, match.headingRow + 1 + sampled)
  for (const { column } of columns) {
    const ids: { id: string; row: number }[] = []
    for (let row = match.headingRow + 1; row < end; row++) {
      const id = idText(tab.rows[row]?.[column.index])
      if (id !== '') ids.push({ id, row })
    }
    if (ids.length > 0) return ids
  }
  return []
}
