/**
 * What happened around a plan: conferences, contacts, updates, and who took part year by year.
 */
import type { AgendaItem } from '../policy/schema.ts'
import type { Conference } from '../records/school.ts'
import { askedFor, liesIn, type PlanView, type PlanYear } from './plan-source.ts'
import type { PlanValues } from './template-tags.ts'
import { box, clauseList, conferenceKinds, conferenceResults, dayText, gradeText, joined } from './words.ts'

type LogParts = Pick<
  PlanValues,
  'conferences' | 'contacts' | 'updates' | 'involvement' | 'agenda' | 'folder' | 'file' | 'kept'
>

export function logParts(view: PlanView): LogParts {
  return {
    conferences: conferences(view),
    contacts: contacts(view),
    updates: updates(view),
    involvement: involvement(view),
    agenda: agenda(view),
    folder: folder(view),
    file: file(view),
    kept: kept(view),
  }
}

/** Oldest first. In an elementary plan those of the year. */
function conferencesOf(view: PlanView): readonly Conference[] {
  const { student, kind, schoolYear } = view
  const listed = student.conferences.filter(({ date }) => kind === 'secondary' || liesIn(view, schoolYear, date))
  return listed.sort((a, b) => (a.date < b.date ? -1 : 1))
}

function conferences(view: PlanView): PlanValues['conferences'] {
  const clauses = view.asked.flatMap((one) => (one.type === 'conferences' || one.type === 'offer' ? [one.clause] : []))
  return {
    clause: clauseList(clauses),
    rows: conferencesOf(view).map((one) => ({
      date: dayText(one.date),
      kind: conferenceKinds[one.kind],
      result: conferenceResults[one.status],
      who: whoCame(one, view),
      where: joined(...['place', 'mode'].map((field) => view.cellText(one.at, field))),
    })),
  }
}

/** Named where the log names them. */
function whoCame(one: Conference, { cellText }: PlanView): string {
  if (one.status !== 'held') return ''
  const named = (role: string, field: string) => {
    const names = cellText(one.at, field)
    return /\p{L}{2}/u.test(names) ? `${role} (${names})` : role
  }
  const who = joined(
    one.studentAttended ? 'student' : '',
    one.parentAttended ? named('parent', 'parent_names') : '',
    one.staffPresent ? named('school', 'staff_names') : '',
  )
  return who.replace(/^./, (first) => first.toUpperCase())
}

function contacts(view: PlanView): PlanValues['contacts'] {
  const { student, schoolYear, cellText } = view
  const effort = view.asked.flatMap((one) => (one.type === 'effort' ? [one.clause] : []))
  const rows = student.contacts
    .filter(({ date }) => liesIn(view, schoolYear, date))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ at, date, about }) => ({
      date: dayText(date),
      about: about === undefined ? '' : `${conferenceKinds[about]} conference`,
      how: cellText(at, 'channel'),
      result: cellText(at, 'outcome'),
    }))
  return rows.length === 0 ? undefined : { clause: clauseList(effort), rows }
}

function updates(view: PlanView): PlanValues['updates'] {
  const { student, plan, asOf, kind, cellText } = view
  const clause = askedFor(view, 'update')?.clause ?? ''
  const made = plan?.createdOn === undefined ? [] : [{ date: plan.createdOn, by: '', change: 'Plan made' }]
  const changes = student.updates.map(({ at, date }) => ({
    date,
    by: cellText(at, 'by'),
    change: cellText(at, 'what_changed') || 'Plan updated',
  }))
  const rows = [...made, ...changes]
    .filter(({ date }) => date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map((one) => ({ ...one, date: dayText(one.date) }))
  return clause === '' && kind === 'elementary' ? undefined : { clause, rows }
}

function involvement(view: PlanView): PlanValues['involvement'] {
  const asked = askedFor(view, 'involvement')
  if (asked === undefined) return undefined
  return { clause: asked.clause, rows: view.years.map((year) => involvedIn(view, year)) }
}

/** The first day of the year on which each is known to have taken part (reading R22). */
function involvedIn(view: PlanView, { grade, schoolYear }: PlanYear) {
  const { student, plan } = view
  const first = (days: readonly (string | undefined)[]) =>
    dayText(days.filter((day): day is string => liesIn(view, schoolYear, day)).sort()[0])
  const held = student.conferences.filter(({ status }) => status === 'held')
  const came = (who: 'studentAttended' | 'parentAttended' | 'staffPresent') =>
    held.filter((one) => one[who]).map(({ date }) => date)
  const signed = (by: 'parent' | 'student') => ((plan?.signedBy ?? 'parent') === by ? plan?.signedOn : undefined)
  return {
    year: `${gradeText(grade)}, ${schoolYear}`,
    student: first([...came('studentAttended'), signed('student')]),
    parent: first([...came('parentAttended'), signed('parent')]),
    staff: first([...came('staffPresent'), plan?.createdOn, ...student.updates.map(({ date }) => date)]),
  }
}

const agendaWords: Readonly<Record<AgendaItem, string>> = {
  strengths: 'We celebrated strengths and accomplishments',
  data: 'We looked at progress, and where it may improve',
  studentGoals: 'The student set goals',
  supportPlan: 'We planned support at home and at school',
  private: 'Parent and teacher talked alone (3 to 5 minutes)',
}

function agenda(view: PlanView): PlanValues['agenda'] {
  const asked = askedFor(view, 'agenda')
  if (asked === undefined) return undefined
  const [first, second] = conferencesOf(view).filter(
    ({ status, kind }) => status === 'held' && (kind === 'individual' || kind === 'iep'),
  )
  return {
    clause: asked.clause,
    first: dayText(first?.date) || '1st conference',
    second: dayText(second?.date) || '2nd conference',
    rows: asked.parts.map(({ part, clause }) => ({
      item: agendaWords[part],
      item_clause: clause,
      in_first: covered(first, part),
      in_second: covered(second, part),
    })),
  }
}

function covered(conference: Conference | undefined, part: AgendaItem): string {
  if (part !== 'private') return box(conference?.ticks[part])
  return conference?.privateMinutes === undefined ? '___ min' : `${conference.privateMinutes} min`
}

/** Of the newest conference of the year of which either is on file. */
function folder(view: PlanView): PlanValues['folder'] {
  const asked = askedFor(view, 'folder')
  if (asked === undefined) return undefined
  const filed = [...conferencesOf(view)].reverse().find((one) => one.infoGivenOn ?? one.copyFiledOn)
  return { clause: asked.clause, given_on: dayText(filed?.infoGivenOn), filed_on: dayText(filed?.copyFiledOn) }
}

const fileWords = {
  registration: 'registration of each term',
  teachers: "teachers' names and telephone numbers",
  reportCards: 'report cards',
  participants: 'participants with addresses and telephone numbers',
} as const

function file(view: PlanView): PlanValues['file'] {
  const asked = askedFor(view, 'file')
  if (asked === undefined) return undefined
  return {
    clause: asked.clause,
    rows: asked.parts.map((part) => ({ item: fileWords[part], there: box(view.plan?.file[part]) })),
  }
}

function kept(view: PlanView): PlanValues['kept'] {
  const asked = askedFor(view, 'kept')
  const place = view.plan?.keptAt
  if (asked === undefined && typeof place !== 'string') return undefined
  return { clause: asked?.clause ?? '', text: typeof place === 'string' ? place : '' }
}
