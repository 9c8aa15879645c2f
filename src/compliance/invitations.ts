/**
 * Documented invitations: who was asked to come to what, on which day, and which of them still stand.
 */
import type { IsoDate } from '../policy/schema.ts'
import type { RowRef } from '../records/school.ts'
import type { Blanks } from './blank.ts'
import { type CountedConference, isPlanConference, type Side, sideOf } from './conference-record.ts'
import type { StudentYear } from './student-year.ts'
import { inside, inWindow, type Window } from './window.ts'

export interface Invitation {
  /** What it invited to: 'other' for a meeting that is no plan conference, undefined where the contact does not say. */
  readonly side: Side | 'other' | undefined
  readonly date: IsoDate
  readonly at: RowRef
  readonly column: 'date' | 'invited_on'
}

/** A conference of the log as an invitation sees it; `iepCounts` where an IEP meeting counts without the tick (R17). */
function invitedTo(one: CountedConference, year: StudentYear, blanks: Blanks, iepCounts: boolean): Side | 'other' {
  if (!iepCounts && !isPlanConference(one, year, blanks)) return 'other'
  return sideOf(one.kind) ?? 'other'
}

/** Every invitation in the window that reached the family: contacts, and the invitation dates of the conference log. */
export function invitations(
  year: StudentYear,
  window: Window,
  blanks: Blanks,
  iepCounts = false,
): readonly Invitation[] {
  const found: Invitation[] = []
  for (const { about, arrived, date, at } of year.student.contacts) {
    if (arrived && inside(window, date, year.asOf)) found.push({ side: about, date, at, column: 'date' })
  }
  for (const one of year.student.conferences) {
    if (one.invitedOn === undefined || !inside(window, one.invitedOn, year.asOf)) continue
    const side = invitedTo(one, year, blanks, iepCounts)
    found.push({ side, date: one.invitedOn, at: one.at, column: 'invited_on' })
  }
  return found
}

/** Whether the invitation is to this side; where the contact does not say, that is a blank. */
export function isTo(side: Side, { side: to }: Invitation, blanks: Blanks): boolean {
  return blanks.yes(to === undefined ? undefined : to === side, 'purpose')
}

/** Up to which day the invitations of each side have lapsed; '' where none has. */
export type Lapsed = Readonly<Record<Side | 'other', IsoDate>>

/** A cancellation by the school is dated by its conference and lapses the invitations of its own side up to that day (R13, S13). */
export function lapsed(
  year: StudentYear,
  conferences: readonly CountedConference[],
  window: Window,
  blanks: Blanks,
): Lapsed {
  const until = { individual: '', group: '', other: '' }
  for (const one of conferences) {
    if (one.status !== 'cancelled-school' || !inWindow(window, one.date)) continue
    const side = invitedTo(one, year, blanks, false)
    if (one.date > until[side]) until[side] = one.date
  }
  return until
}

/** Whether the invitation still stands; where it does not say to what it invited, that may be a blank. */
export function stands({ side, date }: Invitation, until: Lapsed, blanks: Blanks): boolean {
  if (side !== undefined) return date > until[side]
  const asIndividual = date > until.individual
  return blanks.yes(asIndividual === date > until.group ? asIndividual : undefined, 'purpose')
}
