/**
 * Kinds of gap, statuses, days and counts in the words of a school office.
 */
import type { CodeCount } from '../src/actions/requests/check.ts'
import type { EntryType } from '../src/actions/requests/record.ts'
import type { ListRequest, RecordHint } from '../src/actions/requests/students.ts'

export type GapKind = NonNullable<ListRequest['kind']>
export type Status = CodeCount['status']

/** The most pressing first. */
export const kinds: readonly GapKind[] = ['late', 'soon', 'open', 'confirm']

export const kindWords: Readonly<Record<GapKind, string>> = {
  late: 'Late',
  soon: 'Due within 30 days',
  open: 'To do later',
  confirm: 'To confirm',
}

/** After a number: '12 late'. */
export const kindAfterNumber: Readonly<Record<GapKind, string>> = {
  late: 'late',
  soon: 'due soon',
  open: 'later',
  confirm: 'to confirm',
}

/** As the tab Findings says them. */
export const statusWords: Readonly<Record<Status, string>> = {
  LATE: 'Late',
  CHECK: 'Please check',
  OPEN: 'To do',
  'MET-LATE': 'Met late',
  MET: 'Met',
  NA: 'Does not apply',
  NOTE: 'Note',
}

/** The colours of a status; the word always stands with them. */
export const statusTone: Readonly<Record<Status, GapKind | 'none'>> = {
  LATE: 'late',
  CHECK: 'confirm',
  OPEN: 'open',
  'MET-LATE': 'none',
  MET: 'none',
  NA: 'none',
  NOTE: 'none',
}

export const typeWords: Readonly<Record<EntryType, string>> = {
  conference: 'Conference',
  contact: 'Contact with the family',
  signature: 'Signature',
  plan: 'Plan',
  update: 'Plan update',
}

/** What the button beside a gap says. */
export function recordWords({ type, kind }: RecordHint): string {
  if (type !== 'conference')
    return {
      contact: 'Record a contact',
      signature: 'Record the signature',
      plan: 'Record the plan',
      update: 'Record an update',
    }[type]
  const words = {
    individual: 'individual conference',
    group: 'group conference',
    small_group: 'small group',
    iep: 'IEP meeting',
  }
  return `Record ${kind === undefined ? 'a conference' : words[kind]}`
}

/** 'clause 3.1.7'; a policy without numbers has sections with names; '' for what no clause asks. */
export function clauseWords(clause: string): string {
  if (clause === '') return ''
  return /^[A-Za-z]+(?![\w-])/.test(clause) ? `section “${clause}”` : `clause ${clause}`
}

/** 'Grade 7', 'Post-high'; '' where it is not known. */
export function gradeWords(grade: string): string {
  return /^(\d+|K)$/.test(grade) ? `Grade ${grade}` : grade
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 'Nov 23, 2026' for '2026-11-23'; anything else as it stands. */
export function dayInWords(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  const month = parts === null ? undefined : months[Number(parts[2]) - 1]
  return parts === null || month === undefined ? day : `${month} ${Number(parts[3])}, ${parts[1]}`
}

/** '3:42 PM' for '15:42'; anything else as it stands. */
export function timeInWords(time: string): string {
  const parts = /^(\d{2}):(\d{2})/.exec(time)
  if (parts === null) return time
  const hour = Number(parts[1])
  return `${hour % 12 === 0 ? 12 : hour % 12}:${parts[2]} ${hour < 12 ? 'AM' : 'PM'}`
}

/** '186 days left', 'today', '5 days late'. */
export function daysLeftInWords(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `${counted(days, 'day')} left` : `${counted(-days, 'day')} late`
}

/** '1,150'. */
export function inDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** '1 student', '1,150 students'. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inDigits(count)} ${count === 1 ? one : many}`
}

/** '34 late, 12 to confirm', or 'nothing is missing'. */
export function gapsInWords(students: Readonly<Partial<Record<GapKind, number>>>): string {
  const said = kinds.flatMap((kind) => {
    const count = students[kind] ?? 0
    return count === 0 ? [] : [`${inDigits(count)} ${kindAfterNumber[kind]}`]
  })
  return said.length === 0 ? 'nothing is missing' : said.join(', ')
}
