/**
 * Codes, statuses, days and counts in the words of a school office.
 */
import type { CodeCount } from '../src/actions/requests/check.ts'

type Code = CodeCount['code']

/** What a code is about: the same words as on the tab Findings, which a test holds to. */
export const subjectOf: Readonly<Record<Code, string>> = {
  CONF2: 'Two conferences',
  'CONF-I': 'Individual conference',
  'CONF-G': 'Group conference',
  'CONF-SG': 'Small-group conference',
  IEPCONF: 'Conference at the IEP meeting',
  EFFORT: 'Effort to reach the family',
  'EFFORT-I': 'Effort to reach the family (individual)',
  'EFFORT-G': 'Effort to reach the family (group)',
  OFFER: 'Conference offered',
  OPP: 'Opportunity for parents',
  'GROUP>5': 'Group too large to be small',
  PLAN: 'Plan',
  SECT: 'Plan sections',
  SIGN: 'Plan signature',
  UPDATE: 'Yearly update',
  INVOLVE: 'Yearly involvement',
  FOLDER: 'Folder copy',
  AGENDA: 'Conference agenda',
  KEPT: 'Plan kept at school',
  FILE: 'File contents',
  CAREER: 'Career review',
  CLUSTER: 'Career cluster',
  EARLY: 'Early graduation',
  COURSES: 'Courses against plan',
  REPORT: 'Yearly report',
  TRAIN: 'Training',
  CONSULT: 'Consultation',
  GRADE: 'Grade',
  'DATA-DUP': 'Conference written twice',
  'DATA-DATE': 'Conference date',
  'OUT-OF-TERM': 'Conference out of term',
}

/** 'Folder copy' for 'FOLDER', 'Plan sections (in part)' for 'SECT(test)' and 'SECT(goals)', each once. */
export function untrackedSubjects(notTracked: readonly string[]): string[] {
  const subjects = notTracked.map((name) => {
    const code = name.replace(/\(.*$/, '')
    const subject = subjectOf[code as Code] ?? code
    return code === name ? subject : `${subject} (in part)`
  })
  return [...new Set(subjects)]
}

/** The statuses that ask somebody to do something, most pressing first. */
export const openStatuses = ['LATE', 'CHECK', 'OPEN'] as const

export type OpenStatus = (typeof openStatuses)[number]

/** After a number: '12 late'. */
export const statusAfterNumber: Readonly<Record<OpenStatus, string>> = {
  LATE: 'late',
  CHECK: 'to check',
  OPEN: 'to do',
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

/** '1,150'. */
export function inDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** '1 student', '1,150 students'. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inDigits(count)} ${count === 1 ? one : many}`
}

export interface Gap {
  readonly code: Code
  readonly clause: string
  readonly counts: Readonly<Partial<Record<OpenStatus, number>>>
}

/**
 * One line for each code and clause of which something is open, the most late ones first.
 *
 * @param byCode as the script counted them, in the order of the policy; that order decides between equals
 */
export function gapsOf(byCode: readonly CodeCount[]): Gap[] {
  const gaps = new Map<string, Gap & { counts: Partial<Record<OpenStatus, number>> }>()
  for (const { code, clause, status, count } of byCode) {
    const open = openStatuses.find((each) => each === status)
    if (open === undefined || count === 0) continue
    const key = `${code} ${clause}`
    const gap = gaps.get(key) ?? { code, clause, counts: {} }
    gap.counts[open] = (gap.counts[open] ?? 0) + count
    gaps.set(key, gap)
  }
  const weigh = (gap: Gap, status: OpenStatus) => gap.counts[status] ?? 0
  return [...gaps.values()].sort(
    (a, b) =>
      weigh(b, 'LATE') - weigh(a, 'LATE') ||
      weigh(b, 'CHECK') - weigh(a, 'CHECK') ||
      weigh(b, 'OPEN') - weigh(a, 'OPEN'),
  )
}

/** '34 late, 12 to check, 120 to do', or 'nothing is missing'. */
export function totalsInWords(counts: Readonly<Partial<Record<OpenStatus, number>>>): string {
  const said = openStatuses.flatMap((status) => {
    const count = counts[status] ?? 0
    return count === 0 ? [] : [`${inDigits(count)} ${statusAfterNumber[status]}`]
  })
  return said.length === 0 ? 'nothing is missing' : said.join(', ')
}
