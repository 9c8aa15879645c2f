/**
 * What is on file of one student, in words and by date. Pure.
 */
import { dayInWords } from '../compliance/messages.ts'
import type { IsoDate, Policy } from '../policy/schema.ts'
import type { Conference, ConferenceKind, ConferenceStatus, Plan, Student } from '../records/school.ts'
import type { TimelineEvent } from './requests/students.ts'

/** What kinds of conferences are called. */
export const kindWords: Readonly<Record<ConferenceKind, string>> = {
  individual: 'Individual conference',
  group: 'Group conference',
  small_group: 'Small-group conference',
  iep: 'IEP meeting',
  other: 'Conference of another kind',
}

/** What became of a conference, behind its kind. */
const outcomeWords: Readonly<Record<ConferenceStatus, string>> = {
  held: 'held',
  scheduled: 'scheduled',
  'no-show': 'nobody came',
  declined: 'declined by the family',
  'cancelled-family': 'cancelled by the family',
  'cancelled-school': 'cancelled by the school',
}

/** @returns everything that has a day, the newest first */
export function timelineOf(student: Student, { terms }: Policy, asOf: IsoDate): readonly TimelineEvent[] {
  const events: TimelineEvent[] = []
  const add = (
    date: IsoDate | undefined,
    type: TimelineEvent['type'],
    at: TimelineEvent['at'],
    title: string,
    detail = '',
  ) => {
    if (date !== undefined) events.push({ date, type, title, detail, isAhead: date > asOf, at })
  }
  const { at, entryDate, exitDate, conferences, contacts, plans, updates } = student
  add(entryDate, 'entry', at, 'Came to the school')
  add(exitDate, 'exit', at, 'Left the school')
  for (const one of conferences) {
    const title = `${kindWords[one.kind]}, ${outcomeWords[one.status]}${ofFormerSchool(one)}`
    add(one.date, 'conference', one.at, title, conferenceDetail(one))
  }
  for (const { date, at, about, arrived } of contacts) {
    const title = about === undefined ? 'Contact with the family' : `Contact about ${anOrA[about]} conference`
    add(date, 'contact', at, title, arrived ? '' : 'It did not reach the family.')
  }
  for (const plan of plans) {
    const name = plan.kind === undefined ? 'Plan' : terms[plan.kind]
    const { createdOn, signedOn, signedBy = 'parent', keptAt } = plan
    add(createdOn, 'plan', plan.at, `${name} made${ofFormerSchool(plan)}`, keptAt ? `Kept at: ${keptAt}.` : '')
    add(signedOn, 'signature', plan.at, `${name} signed by ${signerWords[signedBy]}`)
  }
  for (const { date, at } of updates) add(date, 'update', at, 'Plan updated')
  return events.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

const anOrA = { individual: 'an individual', group: 'a group' } as const

const signerWords: Readonly<Record<NonNullable<Plan['signedBy']>, string>> = {
  parent: 'a parent',
  student: 'the student',
  other: 'another person',
}

function ofFormerSchool({ source }: Conference | Plan): string {
  return source === 'prior' ? ' at a former school' : ''
}

/** Who came to a conference that was held, and what else is known of it. */
function conferenceDetail(one: Conference): string {
  const { status, studentAttended, parentAttended, staffPresent, invitedOn, invitedCount, privateMinutes } = one
  const people = [
    ['student', studentAttended],
    ['parent', parentAttended],
    ['staff', staffPresent],
  ] as const
  const told = (came: boolean | undefined) =>
    people.flatMap(([who, answer]) => (answer === came ? [who] : [])).join(', ')
  const lines: readonly (readonly [string, string | number | undefined])[] = [
    ['Came: ', status === 'held' ? told(true) : ''],
    ['Did not come: ', status === 'held' ? told(false) : ''],
    ['Not on file whether they came: ', status === 'held' ? told(undefined) : ''],
    ['Invited on ', invitedOn && dayInWords(invitedOn)],
    ['Students invited: ', invitedCount],
    ['Minutes for parent and teacher alone: ', privateMinutes],
  ]
  return lines.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [`${label}${text}.`])).join(' ')
}
