/**
 * How a plan document says days, grades and what stands in the records.
 */
import { dayInWords } from '../compliance/messages.ts'
import type { Grade, IsoDate, Policy } from '../policy/schema.ts'
import type { ConferenceKind, ConferenceStatus } from '../records/school.ts'

/** 'Oct 8, 2026'; '' where there is no day. */
export function dayText(day: IsoDate | undefined): string {
  return day === undefined ? '' : dayInWords(day).replace(/^([A-Z][a-z]{2})[a-z]*/, '$1')
}

export function gradeText(grade: Grade): string {
  if (grade > 12) return 'Post-high'
  return grade === 0 ? 'Kindergarten' : `Grade ${grade}`
}

export const planNames: Readonly<Record<Policy['terms'][keyof Policy['terms']], string>> = {
  ILP: 'Individual Learning Plan',
  SEP: 'Student Education Plan',
  PCCR: 'Plan for College and Career Readiness',
  SEOP: 'Student Education Occupation Plan',
}

export const conferenceKinds: Readonly<Record<ConferenceKind, string>> = {
  individual: 'Individual',
  group: 'Group',
  small_group: 'Small group',
  iep: 'IEP meeting',
  other: 'Other meeting',
}

export const conferenceResults: Readonly<Record<ConferenceStatus, string>> = {
  held: 'Held',
  scheduled: 'Scheduled',
  'no-show': 'Nobody came',
  declined: 'Declined',
  'cancelled-family': 'Cancelled by family',
  'cancelled-school': 'Cancelled by school',
}

/** A box to tick; ticked, it is on file. */
export const box = (ticked: boolean | undefined): string => (ticked ? '☑' : '☐')

/** Clauses with a comma between, each once: '3.2.1' and '3.2.1, 3.2.3.5' are two. */
export function clauseList(clauses: readonly string[]): string {
  const each = clauses.flatMap((clause) => clause.split(', ')).filter((clause) => clause !== '')
  return [...new Set(each)].join(', ')
}

/** The texts that say something, with a comma between. */
export function joined(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join(', ')
}
