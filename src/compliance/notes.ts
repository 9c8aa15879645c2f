import { Blanks } from './blank.ts'
import { type CountedConference, cellsOf, heldTwice, misdated, sideOf, wasHeld } from './conference-record.ts'
import type { StudentYear } from './student-year.ts'
import type { Verdict } from './verdict.ts'
import { inside, type Window, yearWindow } from './window.ts'

/** More students invited than a small group may hold (R15, S4): held group events of this year, once per student. */
export function groupSizeVerdict(year: StudentYear, conferences: readonly CountedConference[]): Verdict {
  const most = year.readings.smallGroupMost.value
  const large = heldThisYear(year, conferences).filter(
    (one) => sideOf(one.kind) === 'group' && one.invitedCount !== undefined && one.invitedCount > most,
  )
  if (large.length === 0) return { status: 'NA', message: 'group-size.none' }
  return { status: 'NOTE', evidence: cellsOf(large, 'invited_count'), message: 'group-size.large' }
}

/** Two held records of one kind on one day count once and are asked about (R25). */
export function duplicateVerdict(conferences: readonly CountedConference[], looksAt: Window): Verdict | undefined {
  const evidence = heldTwice(conferences, looksAt)
  return evidence.length === 0 ? undefined : { status: 'CHECK', evidence, message: 'data.twice' }
}

/** Held in the future, or before entry without being a former school's: not counted and asked about (R26, S16). */
export function dateVerdict(year: StudentYear, looksAt: Window): Verdict | undefined {
  const wrong = misdated(year).filter((one) => one.date >= looksAt.opensOn)
  if (wrong.length === 0) return undefined
  const future = wrong.some((one) => one.date > year.asOf)
  return {
    status: 'CHECK',
    evidence: wrong.map((one) => ({ ...one.at, column: 'date' })),
    message: future ? 'data.future' : 'data.before-entry',
  }
}

/** Held inside the counting year but outside first to last day: counts, with a note (R1, S8). */
export function outOfTermVerdict(year: StudentYear, conferences: readonly CountedConference[]): Verdict | undefined {
  const out = heldThisYear(year, conferences).filter(
    (one) => one.date < year.term.firstDay || one.date > year.term.lastDay,
  )
  return out.length === 0 ? undefined : { status: 'NOTE', evidence: cellsOf(out, 'date'), message: 'data.out-of-term' }
}

/** A blank never raises a note (S1), so what is not known to have been held is left out. */
function heldThisYear(year: StudentYear, conferences: readonly CountedConference[]): readonly CountedConference[] {
  const blanksAreNo = new Blanks(false)
  return conferences.filter((one) => inside(yearWindow(year), one.date, year.asOf) && wasHeld(one, blanksAreNo))
}
