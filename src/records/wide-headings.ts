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
  /** About a conference or a plan, with words that leave open what of it the column holds. */
  | { readonly role: 'unclear' }
  | { readonly role: 'plan-created' | 'plan-signed'; readonly planKind: 'elementary' | 'secondary' | undefined }

function set(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(/\s+/))
}

const plans = 'pccr pccrs seop seops sep seps ilp ilps ccrp'
const conferences = `conf confs conference conferences ptc ptcs ${plans}`
const meetings = 'meeting meetings mtg mtgs session held conf conference'
const students = 'student students stu pupil'
const parents = 'parent parents guardian guardians mom dad mother father family families'
const came = 'came attended attend attendance attending present'
const kinds = 'group groups grp small sm individual indiv ind one iep annual'
const invited = 'invited invite invitation invitations reminder attempt attempts called emailed contacted'
const letters = 'letter letters postcard'
const made = 'created written started initiated made begun'

/** Words that may stand in any of these headings without changing what it means. */
const filling = `a the of on in at for to and or date dates day y n yes no x is was did has fall autumn winter spring mid midyear
  year yr school sy first second third four st nd rd th term semester quarter q grade gr home`

const conferenceWords = set(conferences)
const meetingWords = set(meetings, 'date')
const studentWords = set(students)
const parentWords = set(parents)
const cameWords = set(came)
const invitedWords = set(invited)
const letterWords = set(letters)
const madeWords = set(made)

/**
 * All words that a heading of each role may have. A heading with any other word means something else or something more:
 * 'Parent signed' is the plan's signature, 'Parent signed handbook' is not.
 */
const vocabulary = {
  signed: set(filling, conferences, parents, 'plan plans signed sign signature signatures obtained received'),
  update: set(filling, plans, 'updated update updates plan plans last annual yearly annually'),
  attendance: set(filling, came, students, parents, conferences, meetings, kinds, 'who there by p s b m f g both'),
  contact: set(
    filling,
    invited,
    letters,
    conferences,
    kinds,
    parents,
    'sent mailed phone call email contact out made text',
  ),
  plan: set(
    filling,
    plans,
    made,
    students,
    'plan plans file done completed complete career college readiness individual learning',
  ),
  conference: set(
    filling,
    conferences,
    meetings,
    kinds,
    parents,
    students,
    'led pt p t done completed complete last scheduled appointment appt next upcoming college career readiness planning',
  ),
} as const

/** With one of these the column is known to hold something else about the conference than its date. */
const notItsDate = set(
  `note notes comment comments time room place location link url by counselor teacher teachers staff name names format mode
   needed need required requested request language interpreter count number minutes goal goals eligibility level id oid code
   eval evaluation due start end expires expiration begin days period slot reason reviewed review effective modified`,
)

/**
 * What the heading of a roster's column means, or `undefined` when it is about nothing of ours.
 *
 * @param heading the heading, with the band over it in front where there is one
 */
export function wideMeaning(heading: string): WideMeaning | undefined {
  const heard = hear(heading)
  const { has, any } = heard
  const meaning =
    signature(heard) ?? update(heard) ?? attendance(heard) ?? contact(heard) ?? ofConference(heard) ?? planMade(heard)
  const found = meaning ?? conference(heard)
  if (found !== undefined) return found
  return any(conferenceWords) && !any(notItsDate) && !has('iep', 'plan') ? { role: 'unclear', plain: false } : undefined
}

function hear(heading: string): Heard {
  const words = headingWords(heading)
  return {
    heading,
    words,
    has: (...some) => some.some((word) => words.includes(word)),
    any: (of) => words.some((word) => of.has(word)),
    only: (of) => words.every((word) => of.has(word) || isNumber(word)),
  }
}

/** Years, grades and 'first', 'second' as figures; a 504 plan is another thing. */
function isNumber(word: string): boolean {
  return /^\d+$/.test(word) && word !== '504'
}

interface Heard {
  readonly heading: string
  readonly words: readonly string[]
  readonly has: (...some: string[]) => boolean
  readonly any: (of: ReadonlySet<string>) => boolean
  readonly only: (of: ReadonlySet<string>) => boolean
}

function planKind({ has }: Heard): 'elementary' | 'secondary' | undefined {
  if (has('pccr', 'pccrs', 'seop', 'seops')) return 'secondary'
  return has('ilp', 'ilps', 'sep', 'seps') ? 'elementary' : undefined
}

function signature(heard: Heard): WideMeaning | undefined {
  if (!heard.has('signed', 'signature', 'signatures') || !heard.only(vocabulary.signed)) return undefined
  return { role: 'plan-signed', planKind: planKind(heard), plain: true }
}

function update({ has, any, only }: Heard): WideMeaning | undefined {
  if (!has('updated', 'update', 'updates') || !only(vocabulary.update)) return undefined
  const ofPlan = has('plan', 'plans') || any(conferenceWords)
  // 'Last updated' alone is as often the day on which somebody edited the row.
  return has('last') && !ofPlan ? undefined : { role: 'update', plain: ofPlan }
}

function attendance({ has, any, only }: Heard): WideMeaning | undefined {
  const letters = has('p') && has('s') && has('b')
  if (
    !(any(cameWords) || letters || (has('who') && has('there'))) ||
    !only(vocabulary.attendance) ||
    has('iep', 'days')
  )
    return undefined
  const student = any(studentWords)
  const parent = any(parentWords)
  if (student !== parent) return { role: student ? 'student-attended' : 'parent-attended', plain: true }
  const named = student || has('who', 'came', 'by', 'attended') || (has('p') && has('s')) || any(conferenceWords)
  return named ? { role: 'who-came', plain: true } : undefined
}

function contact({ words, has, any, only }: Heard): WideMeaning | undefined {
  if (!only(vocabulary.contact)) return undefined
  const letter =
    any(letterWords) && (words.length === 1 || has('sent', 'date', 'mailed') || words.some((word) => /^\d$/.test(word)))
  const call = (has('phone') && has('call')) || (has('email') && has('sent'))
  return any(invitedWords) || letter || call ? { role: 'contact', plain: false } : undefined
}

function ofConference({ has, any }: Heard): WideMeaning | undefined {
  if (!any(conferenceWords)) return undefined
  if (has('status', 'outcome', 'result')) return { role: 'conference-status', plain: true }
  return has('type', 'kind') ? { role: 'conference-kind', plain: true } : undefined
}

function planMade(heard: Heard): WideMeaning | undefined {
  const { words, has, any, only } = heard
  if (!only(vocabulary.plan)) return undefined
  const isPlan = has('plan', 'plans') || (words.includes('4') && has('year', 'yr'))
  if (!isPlan && !(any(madeWords) && (any(conferenceWords) || words.length <= 2))) return undefined
  return { role: 'plan-created', planKind: planKind(heard), plain: has('created', 'date') }
}

function conference({ heading, words, has, any, only }: Heard): WideMeaning | undefined {
  const withFamily = has('w', 'with') && any(parentWords)
  const withTeacher = has('teacher', 'teachers') && any(parentWords)
  const annualReview = has('iep') && has('annual') && has('review')
  const known = words.filter(
    (word) =>
      !(withFamily && /^w(ith)?$/.test(word)) &&
      !(withTeacher && /^teachers?$/.test(word)) &&
      !(annualReview && word === 'review'),
  )
  if (!known.every((word) => vocabulary.conference.has(word) || isNumber(word))) return undefined
  if (only(set('annual', kinds))) return has('iep') && has('annual') ? conferenceOfKind(heading, has) : undefined
  const iep = has('iep')
  const named = any(conferenceWords)
  const ofKind = (has('group', 'groups', 'grp', 'individual', 'indiv') && any(meetingWords)) || false
  if (iep ? !(any(meetingWords) || named || has('annual')) : !(named || ofKind)) return undefined
  return conferenceOfKind(heading, has)
}

/** What a column means of which only the role is given: the heading still says the kind, where it does. */
export function meaningOfRole(role: WideMeaning['role'], heading: string): WideMeaning {
  const heard = hear(heading)
  if (role === 'conference') return { ...conferenceOfKind(heading, heard.has), plain: true }
  const plain = true
  return role === 'plan-created' || role === 'plan-signed'
    ? { role, plain, planKind: planKind(heard) }
    : { role, plain }
}

function conferenceOfKind(heading: string, has: Heard['has']): WideMeaning {
  const iep = has('iep')
  const group = has('group', 'groups', 'grp')
  const individual =
    has('individual', 'indiv', 'ind') || (has('one') && has('on')) || (has('1') && /1\s*[:-]\s*1/.test(heading))
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
