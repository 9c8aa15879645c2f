/**
 * Which of a student's conference records count, and for what.
 */
import type { IsoDate } from '../policy/schema.ts'
import type { Conference, ConferenceKind, RowRef, YesNo } from '../records/school.ts'
import type { Blanks } from './blank.ts'
import type { StudentYear } from './student-year.ts'

/** A conference as it is judged: two held records of one kind on one day are one (R25). */
export interface CountedConference extends Conference {
  /** The rows of its twins, where it stands more than once. */
  readonly alsoAt?: readonly RowRef[]
}

/** The individual or the group side of invitations and contacts. */
export type Side = 'individual' | 'group'

export function sideOf(kind: ConferenceKind): Side | undefined {
  if (kind === 'individual' || kind === 'iep') return 'individual'
  if (kind === 'group' || kind === 'small_group') return 'group'
  return undefined
}

/** Held before entry: it counts only as the record of a former school (R26). */
function heldBeforeEntry(one: Conference, enteredOn: IsoDate | undefined): boolean {
  return one.status === 'held' && one.source !== 'prior' && enteredOn !== undefined && one.date < enteredOn
}

/** Held in the future, or before entry and not marked as a former school's: not counted, but asked about (R26). */
export function misdated({ student, enteredOn, asOf }: StudentYear, from: IsoDate): readonly Conference[] {
  return student.conferences.filter(
    (one) => one.date >= from && ((one.status === 'held' && one.date > asOf) || heldBeforeEntry(one, enteredOn)),
  )
}

/**
 * The records that can count on the as-of date, held twins merged, in the order of their dates. A conference that is
 * to come was not held or missed yet, but it may be refused, cancelled or on offer already (R13, S13).
 */
export function countable({ student, enteredOn, asOf }: StudentYear): readonly CountedConference[] {
  const all: CountedConference[] = []
  for (const one of student.conferences) {
    if ((one.status === 'held' || one.status === 'no-show') && one.date > asOf) continue
    if (heldBeforeEntry(one, enteredOn)) continue
    let at = all.length
    while (at > 0 && comesBefore(one, all[at - 1] as CountedConference)) at--
    const twin = one.status === 'held' ? twinBefore(all, at, one) : -1
    if (twin >= 0) all[twin] = merged(all[twin] as CountedConference, one)
    else if (at === all.length) all.push(one)
    else all.splice(at, 0, one)
  }
  return all
}

/** By date, and on one day by kind. */
function comesBefore(a: Conference, b: Conference): boolean {
  return a.date < b.date || (a.date === b.date && a.kind < b.kind)
}

/** Where, before this place, a held record of the same kind stands on the same day; −1 for nowhere. */
function twinBefore(all: readonly CountedConference[], place: number, one: Conference): number {
  for (let at = place - 1; at >= 0; at--) {
    const other = all[at] as CountedConference
    if (other.date !== one.date || other.kind !== one.kind) return -1
    if (other.status === 'held') return at
  }
  return -1
}

/** One conference out of two records of it: what either of them says was there, was there. */
function merged(a: CountedConference, b: Conference): CountedConference {
  return {
    ...a,
    source: a.source === 'prior' && b.source === 'prior' ? 'prior' : 'own',
    studentAttended: either(a.studentAttended, b.studentAttended),
    parentAttended: either(a.parentAttended, b.parentAttended),
    staffPresent: either(a.staffPresent, b.staffPresent),
    ilpReviewed: either(a.ilpReviewed, b.ilpReviewed),
    ticks: {
      strengths: either(a.ticks.strengths, b.ticks.strengths),
      data: either(a.ticks.data, b.ticks.data),
      studentGoals: either(a.ticks.studentGoals, b.ticks.studentGoals),
      supportPlan: either(a.ticks.supportPlan, b.ticks.supportPlan),
    },
    ...defined('invitedOn', least(a.invitedOn, b.invitedOn)),
    ...defined('invitedCount', greatest(a.invitedCount, b.invitedCount)),
    ...defined('privateMinutes', greatest(a.privateMinutes, b.privateMinutes)),
    ...defined('infoGivenOn', least(a.infoGivenOn, b.infoGivenOn)),
    ...defined('copyFiledOn', least(a.copyFiledOn, b.copyFiledOn)),
    alsoAt: [...(a.alsoAt ?? []), b.at],
  }
}

function either(a: YesNo, b: YesNo): YesNo {
  if (a === true || b === true) return true
  return a === undefined || b === undefined ? undefined : false
}

function least<T extends string | number>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

function greatest<T extends string | number>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

function defined<Name extends string, T>(name: Name, value: T | undefined): { [key in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: T }
}

/** Held, with staff and at least the student or a parent there (R9). */
export function wasHeld(one: CountedConference, blanks: Blanks): boolean {
  if (one.status !== 'held') return false
  if (one.studentAttended === false && one.parentAttended === false) return false
  if (!blanks.yes(one.staffPresent, 'who-came')) return false
  if (one.studentAttended === true || one.parentAttended === true) return true
  return blanks.yes(one.studentAttended, 'who-came') || blanks.yes(one.parentAttended, 'who-came')
}

/** Every conference but an IEP meeting at which the learning plan was not reviewed (R17). */
export function isPlanConference(one: CountedConference, { readings }: StudentYear, blanks: Blanks): boolean {
  return (
    one.kind !== 'iep' || readings.iepMeeting.value === 'without-tick' || blanks.yes(one.ilpReviewed, 'iep-reviewed')
  )
}

/** Whether so many students were invited that it is a small group (R15); a blank size is a blank. */
export function isSmall(one: CountedConference, most: number, blanks: Blanks): boolean {
  return blanks.yes(one.invitedCount === undefined ? undefined : one.invitedCount <= most, 'group-size')
}

/** The family's answer was no: declined or cancelled (S6). */
export function refused(one: CountedConference): boolean {
  return one.status === 'declined' || one.status === 'cancelled-family'
}
