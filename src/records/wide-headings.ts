/**
 * Headings of rosters that keep conferences and plans as columns of their own: 'Fall conf', 'Group PCCR',
 * 'Who came (P/S/B)', 'Plan created', 'Parent signed'. They are free inventions, so they are read word by word.
 */
import type { SchoolYear } from '../policy/schema.ts'
import { headingWords } from './heading-key.ts'
import type { ConferenceKind } from './school.ts'
import { schoolYearInHeading } from './school-years.ts'

/**
 * What one column of such a roster tells about the student of its row.
 *
 * `plain` is false where only the cells below can show that it is meant so: 'PCCR', 'Sep', 'Education plan'.
 */
export type WideMeaning = { readonly plain: boolean } & WideRole

type WideRole =
  | {
      readonly role: 'conference'
      readonly kind: ConferenceKind
      /** False where the heading does not say the kind, so that it is taken for an individual conference. */
      readonly kindStated: boolean
      readonly status: 'held' | 'scheduled'
      readonly schoolYear: SchoolYear | undefined
    }
  | { readonly role: 'who-came' | 'student-attended' | 'parent-attended' | 'conference-kind' | 'conference-status' }
  | { readonly role: 'contact' | 'update' }
  | { readonly role: 'plan-created' | 'plan-signed'; readonly planKind: 'elementary' | 'secondary' | undefined }

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

const conferenceWords = set('conf confs conference conferences ptc ptcs pccr pccrs seop seops sep seps ilp ilps ccrp')
const meetingWords = set('meeting meetings mtg mtgs session date held conf conference')
const studentWords = set('student students stu pupil')
const parentWords = set('parent parents guardian guardians mom dad mother father family families')
const cameWords = set('came attended attend attendance attending present')
const otherSigners = set('student students stu counselor teacher staff district principal admin school nurse')

/** With one of these the column is about a conference but does not hold its date. */
const notItsDate = set(
  `note notes comment comments time room place location link url with by counselor teacher staff name names format mode
   needed need required requested request language interpreter count number minutes goal goals eligibility level id oid code
   eval evaluation due start end expires expiration begin days period slot reason plan plans reviewed review effective modified grade`.replace(
    /\s+/g,
    ' ',
  ),
)
/** A 'plan' of another sort. */
const otherPlans = set(
  '504 graduation behavior health safety lunch care lesson transition service bip early end start document',
)

/**
 * What the heading of a roster's column means, or `undefined` when it is about nothing of ours.
 *
 * @param heading the heading, with the band over it in front where there is one
 */
export function wideMeaning(heading: string): WideMeaning | undefined {
  const words = headingWords(heading)
  const has = (...some: string[]): boolean => some.some((word) => words.includes(word))
  const any = (of: ReadonlySet<string>): boolean => words.some((word) => of.has(word))
  const planKind = has('pccr', 'pccrs', 'seop', 'seops') ? 'secondary' : has('ilp', 'sep') ? 'elementary' : undefined
  const aboutConference = any(conferenceWords)

  if (has('signed', 'signature', 'signatures')) {
    return any(otherSigners) || has('iep', '504', 'by', 'method')
      ? undefined
      : { role: 'plan-signed', planKind, plain: true }
  }
  if (has('updated', 'update')) {
    return has('by', 'last', 'address', 'needed', 'due') && !has('plan', 'pccr', 'seop')
      ? undefined
      : { role: 'update', plain: has('plan', 'pccr', 'seop') }
  }
  if (any(cameWords) || (has('who') && has('there'))) return attendance(words, any, has)
  if (isContact(words, has)) return { role: 'contact', plain: false }
  if (aboutConference && has('status', 'outcome', 'result')) return { role: 'conference-status', plain: true }
  if (aboutConference && has('type', 'kind')) return { role: 'conference-kind', plain: true }
  if (isPlanDate(words, has, aboutConference)) return { role: 'plan-created', planKind, plain: has('created', 'date') }
  return conference(heading, any, has)
}

type Has = (...some: string[]) => boolean
type Any = (of: ReadonlySet<string>) => boolean

function attendance(words: readonly string[], any: Any, has: Has): WideMeaning | undefined {
  if (has('days', 'rate', 'percent', 'hours', 'iep', 'count', 'number') || words.length > 6) return undefined
  const student = any(studentWords)
  const parent = any(parentWords)
  if (student !== parent) return { role: student ? 'student-attended' : 'parent-attended', plain: true }
  const letters = has('p') && has('s')
  const named = student || has('who', 'came', 'by', 'attended') || letters || any(conferenceWords)
  return named ? { role: 'who-came', plain: true } : undefined
}

function isContact(words: readonly string[], has: Has): boolean {
  if (has('by', 'language', 'count', 'number', 'returned', 'notes', 'preference', 'method', 'relationship'))
    return false
  if (has('invited', 'invite', 'invitation', 'invitations', 'reminder', 'attempt', 'called', 'emailed', 'contacted'))
    return true
  if (has('letter', 'letters', 'postcard'))
    return has('sent', 'date', 'mailed', '1', '2', '3', 'st', 'nd', 'rd') || words.length === 1
  return (has('phone') && has('call')) || (has('email') && has('sent'))
}

function isPlanDate(words: readonly string[], has: Has, aboutConference: boolean): boolean {
  if (words.some((word) => otherPlans.has(word)) || has('iep', 'notes', 'by', 'type', 'kind', 'link', 'manager'))
    return false
  const made = has('created', 'written', 'started', 'initiated', 'made', 'begun')
  if (has('plan') || (has('4', 'four') && has('year', 'yr')))
    return made || has('date', 'file', 'done', 'completed') || words.length <= 3
  return made && (aboutConference || words.length <= 2)
}

function conference(heading: string, any: Any, has: Has): WideMeaning | undefined {
  if (any(notItsDate) && !(has('iep') && has('annual') && has('review'))) return undefined
  const meeting = any(meetingWords)
  const iep = has('iep')
  const group = has('group', 'groups', 'grp')
  const individual =
    has('individual', 'indiv') || (has('one') && has('on')) || (has('1') && /1\s*[:-]\s*1/.test(heading))
  const named = any(conferenceWords)
  if (iep ? !(meeting || named || has('annual')) : !(named || ((group || individual) && meeting) || has('conf'))) {
    return undefined
  }
  const scheduled = has('scheduled', 'appointment', 'appt', 'next', 'upcoming')
  return {
    role: 'conference',
    kind: iep ? 'iep' : group ? (has('small', 'sm') ? 'small_group' : 'group') : 'individual',
    kindStated: iep || group || individual,
    status: scheduled ? 'scheduled' : 'held',
    plain: has('conf', 'confs', 'conference', 'conferences', 'date', 'meeting', 'mtg', 'held'),
    schoolYear: schoolYearInHeading(heading),
  }
}
