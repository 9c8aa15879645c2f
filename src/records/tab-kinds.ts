/**
 * Which tab of a workbook is which: told by the headings, and only where those leave it open by the tab's name.
 */
import { type ColumnChoice, signatureOf } from './column-choices.ts'
import { headingWords } from './heading-key.ts'
import { type KindMatch, matchKinds } from './heading-match.ts'
import type { ReadKind } from './headings.ts'
import {
  has,
  hasWhatItNeeds,
  isForeignTab,
  isLog,
  isNamedAsRecords,
  lacksDate,
  type RecordKind,
  type RecordMatch,
  recordKindOf,
} from './record-tabs.ts'
import type { Tab, TabKind } from './tab.ts'
import { distinctShare, sharesIds } from './tab-people.ts'
import { isIepFlag } from './yes-no.ts'

export interface RecognisedTab {
  readonly tab: Tab
  readonly kind: TabKind
  /** The headings as those of its kind; absent for a tab of another kind. With `notRead` it is only for a person to see. */
  readonly match?: KindMatch
  /** Where it is close to a kind that we read but cannot be read: what is the matter, for a person. */
  readonly notRead?: 'discipline' | 'no-id' | 'no-date' | 'second-roster' | 'no-columns'
  /** It might as well have been the roster: the other tab that was taken for it. */
  readonly insteadOf?: string
  /** A list of who is a student and who is a teacher, as roles.csv of OneRoster 1.2 and School Data Sync. */
  readonly roles?: true
}

const rosterName = /\b(students?|roster|pupils?|caseload|users?|sis|master)\b/
const otherPeopleName =
  /\b(teachers?|staff|educators?|employees?|parents?|guardians?|schools?|orgs?|sections?|class|classes|courses?)\b/

/** Columns of which one is enough to make a second tab with one row a student worth reading. */
const details =
  'grade grad_year birth_date entry_date exit_date iep early_grad counselor homeroom_teacher preferred_name home_language'.split(
    ' ',
  )

/** With one of these a tab may have several rows a student: one for each guardian, or for each address. */
const contacts = ['guardian1_name', 'guardian1_last', 'guardian_id', 'mail_street']

/** What a tab could be, before the others are known. */
interface Examined {
  readonly tab: Tab
  readonly matches: ReadonlyMap<ReadKind, KindMatch>
  /** Its headings as those of a roster. */
  readonly students: KindMatch | undefined
  readonly record: RecordMatch | undefined
  /** Its name in words. */
  readonly named: string
  readonly discipline: boolean
  /** What a person said that it is. */
  readonly chosen: TabKind | undefined
}

/**
 * The kind of every tab, in their order. At most one of them is the roster.
 *
 * @param choices what a person chose for the columns of some of them
 */
export function recogniseTabs(
  tabs: readonly Tab[],
  choices: ReadonlyMap<Tab, readonly ColumnChoice[]>,
): readonly RecognisedTab[] {
  const examined = tabs.map((tab) => examine(tab, choices.get(tab) ?? []))
  const scores = examined.map(rosterScore)
  const best = Math.max(...scores)
  const roster = best > Number.NEGATIVE_INFINITY ? examined[scores.indexOf(best)] : undefined
  return examined.map((one, index) => {
    if (one === roster) return rosterTab(one)
    if (one.chosen) return chosenTab(one, one.chosen, roster)
    const other = otherTab(one, roster)
    const alike = other.kind === 'student-details' && hasNames(one.students) && has(one.students, 'grade')
    const near = alike && best - (scores[index] as number) < nearScore
    return near && roster !== undefined ? { ...other, insteadOf: roster.tab.name } : other
  })
}

/** Two lists of students that score so alike may each be the roster; calling one of them “Roster” puts them apart. */
const nearScore = 6

function rosterTab({ tab, students }: Examined): RecognisedTab {
  return { tab, kind: 'students', match: students as KindMatch }
}

/** A tab that a person named; what it lacks can be chosen once its columns are shown. */
function chosenTab({ tab, matches }: Examined, kind: TabKind, roster: Examined | undefined): RecognisedTab {
  const ofStudents = kind === 'students' || kind === 'student-details'
  const match = matches.get(ofStudents ? 'students' : (kind as RecordKind))
  if (kind === 'other' || match === undefined) return { tab, kind: 'other' }
  const isWhole = ofStudents ? has(match, 'student_id', 'ssid') : hasWhatItNeeds(kind as RecordKind, match)
  if (!isWhole) return { tab, kind, match, notRead: 'no-columns' }
  return kind === 'students'
    ? { tab, kind, match, notRead: 'second-roster', insteadOf: roster?.tab.name as string }
    : { tab, kind, match }
}

function examine(tab: Tab, choices: readonly ColumnChoice[]): Examined {
  const matches = matchKinds(tab, choices)
  const named = headingWords(tab.name).join(' ')
  const students = matches.get('students')
  const columns = students?.columns ?? [...matches.values()][0]?.columns ?? []
  // A roster may have a column or two about discipline, which are refused; anything else with one is about discipline.
  const tolerated = hasNames(students) ? 2 : 0
  const discipline = columns.filter((column) => column.refusal === 'discipline').length > tolerated
  const record = discipline ? undefined : recordKindOf(tab, matches, named)
  return { tab, matches, students, record, named, discipline, chosen: choices.find(({ kind }) => kind)?.kind }
}

function hasNames(match: KindMatch | undefined): boolean {
  return (has(match, 'last_name') && has(match, 'first_name')) || has(match, 'full_name')
}

/** How much a tab looks like the roster: −∞ where it cannot be one. */
function rosterScore({ tab, students, record, named, discipline, chosen }: Examined): number {
  const never = Number.NEGATIVE_INFINITY
  if (students === undefined || !has(students, 'student_id', 'ssid') || (discipline && !chosen)) return never
  if (chosen) return chosen === 'students' ? Number.POSITIVE_INFINITY : never
  const names = hasNames(students)
  const grade = has(students, 'grade')
  if (!(names || grade || has(students, 'last_name', 'username', 'birth_date', 'grad_year'))) return never
  if (isForeignTab(students) && !(names && grade)) return never
  const distinct = distinctShare({ tab, match: students })
  if (distinct < (has(students, ...contacts) ? 0.1 : 0.7)) return never
  let score = (names ? 10 : 0) + (grade ? 5 : 0) + (has(students, 'birth_date') ? 3 : 0)
  for (const field of [...details, 'ssid', 'role']) if (has(students, field)) score += 1
  score += Math.min(3, wideConferences(students))
  if (rosterName.test(named)) score += 4
  if (named === 'roster') score += nearScore
  // It carries our columns: it was the roster at the last check.
  if (tab.managed.length > 0) score += 2
  if (isOfOtherPeople(named)) score -= 8
  const yearly = record?.kind === 'grade-history' && names && distinct >= 0.95
  if (record !== undefined && isLog(record) && !yearly) score -= 20
  if (distinct < 0.95) score -= 5
  // Between two lists that are equally good the longer one is the roster: the shorter is often a part of it.
  return score + Math.min(tab.rows.length, 99999) / 100000
}

function isOfOtherPeople(named: string): boolean {
  return otherPeopleName.test(named) && !/\bstudents?\b/.test(named)
}

function wideConferences(students: KindMatch): number {
  return students.columns.filter((column) => column.wide?.role === 'conference').length
}

function otherTab(one: Examined, roster: Examined | undefined): RecognisedTab {
  const { tab, matches, students, record, named, discipline } = one
  if (discipline) return { tab, kind: 'other', notRead: 'discipline' }
  if (students !== undefined && isRoleList(students)) {
    // Enrolments in classes say who is a student, and nothing else that concerns us.
    const ofClasses = students.columns.some((column) => column.foreign && /class|section/.test(column.heading))
    return { tab, kind: ofClasses ? 'other' : 'student-details', match: onlyRoles(students), roles: true }
  }
  const flags = matches.get('user-flags')
  if (isFlagList(tab, flags)) return { tab, kind: 'student-details', match: flags }
  if (record !== undefined && !(students !== undefined && isTracker(tab, students, record))) {
    return recordTab(tab, record, roster)
  }
  const listsContacts = students !== undefined && has(students, 'guardian1_name', 'guardian1_last', 'guardian_id')
  if (!listsContacts && lacksDate(matches, named)) return { tab, kind: 'other', notRead: 'no-date' }
  if (students === undefined || isForeignTab(students)) return { tab, kind: 'other' }
  if (!has(students, 'student_id', 'ssid')) {
    // Guardians by ids of their own, which another tab gives to the students.
    const ofPeople = has(students, 'guardian_id') && hasNames(students)
    return ofPeople ? { tab, kind: 'guardians', match: students } : withoutId(one)
  }
  return detailsTab(tab, students, named, roster)
}

/** A log that names its students without a number cannot be read: two students may have one name. */
function recordTab(tab: Tab, { kind, match }: RecordMatch, roster: Examined | undefined): RecognisedTab {
  const byName = has(match, 'full_name') && !has(match, 'student_id', 'ssid')
  if (byName && !(roster !== undefined && sharesIds({ tab, match }, asRoster(roster)))) {
    return { tab, kind: 'other', notRead: 'no-id' }
  }
  return { tab, kind, match }
}

function asRoster({ tab, students }: Examined): { tab: Tab; match: KindMatch } {
  return { tab, match: students as KindMatch }
}

/** A second tab with one row a student, which may add to the roster. */
function detailsTab(tab: Tab, match: KindMatch, named: string, roster: Examined | undefined): RecognisedTab {
  const ofContacts = has(match, ...contacts)
  const worthReading = ofContacts || has(match, ...details) || wideConferences(match) > 0
  if (!worthReading || (!ofContacts && distinctShare({ tab, match }) < 0.9)) return { tab, kind: 'other' }
  if (roster === undefined) return { tab, kind: 'student-details', match }
  const rosterLike = has(match, 'last_name', 'full_name') && has(match, 'grade') && !isOfOtherPeople(named)
  // With the very headings of the roster it is another grade, or last month's export: nothing to add from.
  const copy = rosterLike && signatureOf(match.columns) === signatureOf(roster.students?.columns ?? [])
  if (copy || !sharesIds({ tab, match }, asRoster(roster))) {
    const other = { tab, kind: 'other' } as const
    return rosterLike ? { ...other, notRead: 'second-roster', insteadOf: roster.tab.name } : other
  }
  return { tab, kind: 'student-details', match }
}

/** A tab that names students and something about them but has no number to find them by. */
function withoutId({ tab, students, named }: Examined): RecognisedTab {
  const aboutThem =
    has(students, 'grade') ||
    (has(students, 'birth_date') && rosterName.test(named)) ||
    (students !== undefined && wideConferences(students) > 0) ||
    isNamedAsRecords(named)
  return hasNames(students) && aboutThem && !isOfOtherPeople(named)
    ? { tab, kind: 'other', notRead: 'no-id' }
    : { tab, kind: 'other' }
}

/** roles.csv, and enrolments: a person, a role, and no name. */
function isRoleList(students: KindMatch): boolean {
  const ofUsers = students.columns.some((column) => column.forms[0]?.key === 'usersourcedid')
  return ofUsers && has(students, 'role') && !has(students, 'last_name', 'full_name', 'first_name')
}

/** A student and a flag in each row, and some of the flags are 'iep'. */
function isFlagList(tab: Tab, match: KindMatch | undefined): match is KindMatch {
  const flag = match?.fields.get('flag')?.[0]?.column.index
  if (match === undefined || flag === undefined || !has(match, 'student_id')) return false
  return tab.rows.some((cells, row) => row > match.headingRow && isIepFlag(cells[flag]))
}

/** The dates and states of a role are those of the role, not of the student. */
function onlyRoles(students: KindMatch): KindMatch {
  const wanted = new Set(['student_id', 'role', 'grade', 'school_id'])
  return { ...students, fields: new Map([...students.fields].filter(([field]) => wanted.has(field))) }
}

/** One row a student with several subjects side by side is a tracker, read like a roster's own columns, and not a log. */
function isTracker(tab: Tab, students: KindMatch, record: RecordMatch): boolean {
  if (isLog(record) || !has(students, 'student_id', 'ssid') || wideConferences(students) === 0) return false
  return distinctShare({ tab, match: students }) >= 0.98
}
