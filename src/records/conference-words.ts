/**
 * The kinds, the outcomes and the sources of conferences and contacts, in the words of schools (domain A1, C3).
 */
import { plainWords, type Reading, saysNothing, saysNothingOrNA, textOf, unreadable } from './cell-text.ts'
import type { ConferenceKind, ConferenceStatus, Source } from './school.ts'
import type { Cell } from './tab.ts'

/** Reads one of a few words; each line is a meaning with its spellings, in lower case and plain letters, 'cancelled' with two l. */
export function vocabulary<T>(lines: readonly (readonly [T, string])[]): (cell: Cell) => Reading<T> {
  const meanings = new Map<string, T>()
  for (const [meaning, spellings] of lines) for (const one of spellings.split(' | ')) meanings.set(one, meaning)
  return (cell) => {
    const text = textOf(cell)
    if (saysNothingOrNA(text)) return undefined
    const meaning = meanings.get(plainWords(text).replace('canceled', 'cancelled'))
    return meaning === undefined ? unreadable : meaning
  }
}

/** individual, group, small_group, iep, other. */
export const readKind = vocabulary<ConferenceKind>([
  ['individual', 'individual | indiv | ind | i | 1 1 | one on one | 1 on 1 | individual conference | individual pccr'],
  ['individual', 'individual meeting | individual planning | parent teacher | parent teacher conference | ptc'],
  ['individual', 'pccr individual | ilp conference | sep conference | ind pccr | indiv pccr | personal'],
  [
    'group',
    'group | g | grp | group conference | group pccr | large group | whole class | class | classroom | group session',
  ],
  ['group', 'pccr group | group meeting | large group pccr | assembly'],
  [
    'small_group',
    'small group | sm group | smallgroup | sg | sm grp | small grp | small group conference | small group pccr',
  ],
  [
    'iep',
    'iep | iep meeting | annual iep | iep conference | iep mtg | iep annual | annual iep meeting | iep team meeting',
  ],
  ['other', 'other | additional | other meeting | follow up | followup | parent request | extra | misc'],
])

/** What became of a conference. */
export const readStatus = vocabulary<ConferenceStatus>([
  [
    'held',
    'held | completed | complete | done | met | attended | yes | y | x | true | took place | finished | conducted',
  ],
  ['scheduled', 'scheduled | planned | upcoming | booked | set | appointment made | pending | confirmed | invited'],
  ['scheduled', 'rescheduled'],
  [
    'no-show',
    'no show | noshow | ns | no shows | did not attend | did not come | absent | missed | dna | not attended',
  ],
  ['declined', 'declined | refused | refusal | opted out | opt out | parent declined | declined by parent | waived'],
  ['declined', 'declined by family | family declined | parent refused'],
  [
    'cancelled-family',
    'cancelled family | cancelled by family | family cancelled | cancelled parent | cancelled by parent | parent cancelled',
  ],
  ['cancelled-family', 'cancelled by student'],
  [
    'cancelled-school',
    'cancelled school | cancelled by school | school cancelled | cancelled by teacher | cancelled by counselor | snow day',
  ],
])

/** Whether this school or a former one made the record; blank is this one. */
export const readSource = vocabulary<Source>([
  ['own', 'own | this school | current | ours | here | school | own school'],
  [
    'prior',
    'prior | former | previous | transfer | prior school | former school | previous school | other school | old',
  ],
])

/** What a contact was about: an individual conference or a group session. */
export function readAbout(cell: Cell): Reading<'individual' | 'group'> {
  const kind = readKind(cell)
  if (kind === 'individual' || kind === 'iep') return 'individual'
  if (kind === 'group' || kind === 'small_group') return 'group'
  return kind === undefined ? undefined : unreadable
}

const neverArrived =
  /undeliver|not deliver|return(ed)?\b|return to sender|wrong (number|address|no)|bounce|disconnected|not in service|bad (number|address|email)|invalid|no such|failed|insufficient address/

/** False when the outcome of a contact says that it never reached the family (R10); anything else did, or may have. */
export function arrived(cell: Cell | undefined): boolean {
  const text = textOf(cell)
  return (
    saysNothing(text) ||
    !neverArrived.test(plainWords(text)) ||
    /returned (my |our |the |a )?call/.test(plainWords(text))
  )
}

/** Letters, calls, messages: what makes a tab with dates and students a log of contacts. */
export const readChannel = vocabulary<'contact'>([
  [
    'contact',
    'letter | mail | mailed | mailing | email | e mail | phone | phone call | call | called | text | text message',
  ],
  [
    'contact',
    'sms | in person | home visit | visit | note | note home | flyer | app | message | robocall | newsletter',
  ],
  [
    'contact',
    'parentsquare | remind | voicemail | left message | left voicemail | video | meeting | conference | postcard',
  ],
])
