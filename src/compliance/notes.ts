/**
 * What is said of the records themselves: conferences written twice, dated wrongly, held out of term, groups too large.
 */

import type { IsoDate } from '../policy/schema.ts'
import { Blanks } from './blank.ts'
import { type CountedConference, misdated, sideOf, wasHeld } from './conference-record.ts'
import type { StudentYear } from './student-year.ts'
import { cellsOf, type Verdict, verdict } from './verdict.ts'
import { inside } from './window.ts'

/** More students invited than a small group may hold (R15, S4): held group events of this year, once per student. */
export function groupSizeVerdict(year: StudentYear, conferences: readonly CountedConference[]): Verdict {
  const most = year.readings.smallGroupMost.value
  const large = heldThisYear(year, conferences).filter(
    (one) => sideOf(one.kind) === 'group' && one.invitedCount !== undefined && one.invitedCount > most,
  )
  if (large.length === 0) return verdict('NA', 'group-size.none')
  return verdict('NOTE', 'group-size.large', undefined, () => cellsOf(large, 'invited_count'))
}

/**
 * Two held records of one kind on one day count once and are asked about (R25).
 *
 * @param from how far back a window of this student reaches
 */
export function duplicateVerdict(
  { window }: StudentYear,
  conferences: readonly CountedConference[],
  from: IsoDate,
): Verdict | undefined {
  const twice = conferences.filter(
    (one) => one.alsoAt !== undefined && one.date >= from && one.date <= window.countsUntil,
  )
  return twice.length === 0 ? undefined : verdict('CHECK', 'data.twice', undefined, () => cellsOf(twice, 'date'))
}

/** Held in the future, or before entry without being a former school's: not counted and asked about (R26, S16). */
export function dateVerdict(year: StudentYear, from: IsoDate): Verdict | undefined {
  const wrong = misdated(year, from)
  if (wrong.length === 0) return undefined
  const future = wrong.some((one) => one.date > year.asOf)
  const evidence = () => cellsOf(wrong, 'date')
  return verdict('CHECK', future ? 'data.future' : 'data.before-entry', undefined, evidence)
}

/** Held inside the counting year but outside first to last day: counts, with a note (R1, S8). */
export function outOfTermVerdict(year: StudentYear, conferences: readonly CountedConference[]): Verdict | undefined {
  const out = heldThisYear(year, conferences).filter(
    (one) => one.date < year.term.firstDay || one.date > year.term.lastDay,
  )
  return out.length === 0 ? undefined : verdict('NOTE', 'data.out-of-term', undefined, () => cellsOf(out, 'date'))
}

/** A blank never raises a note (S1), so what is not known to have been held is left out. */
function heldThisYear(year: StudentYear, conferences: readonly CountedConference[]): readonly CountedConference[] {
  const blanksAreNo = new Blanks(false)
  return conferences.filter((one) => inside(year.window, one.date, year.asOf) && wasHeld(one, blanksAreNo))
}
