/**
 * Conferences: how many count, the IEP meeting, the documented effort, the offer, the opportunity.
 */
import type { ConferencesRequirement, EffortRequirement } from '../policy/schema.ts'
import { addDays } from '../records/calendar.ts'
import type { CellRef, School } from '../records/school.ts'
import type { Blanks } from './blank.ts'
import {
  type CountedConference,
  cellsOf,
  invitations,
  isSmall,
  refused,
  sideOf,
  standing,
  wasHeld,
} from './conference-record.ts'
import type { StudentYear } from './student-year.ts'
import { dates, type Verdict } from './verdict.ts'
import { bandWindow, inside, unmet, type Window, yearWindow } from './window.ts'

/** What the checks of this file look at. */
export interface ConferenceView {
  readonly year: StudentYear
  readonly school: School
  /** The records that can count, see `countable`. */
  readonly conferences: readonly CountedConference[]
}

export function windowOf(requirement: ConferencesRequirement, view: ConferenceView): Window {
  return requirement.window === 'year'
    ? yearWindow(view.year)
    : bandWindow(requirement.window.band, view.year, view.school)
}

/**
 * Whether a record is of the format that the requirement asks for, held or not. An IEP meeting is individual when the
 * learning plan was reviewed there (R17); a small group is a group (R14); a group of any name is small by how many
 * were invited (R15).
 */
function fits(
  requirement: ConferencesRequirement,
  one: CountedConference,
  view: ConferenceView,
  blanks: Blanks,
): boolean {
  const { readings } = view.year
  switch (requirement.format) {
    case 'individual':
      if (one.kind === 'individual') return true
      if (one.kind !== 'iep') return false
      if (requirement.iepMeetingCounts && blanks.yes(view.year.student.iep)) return true
      return readings.iepMeeting.value === 'without-tick' || blanks.yes(one.ilpReviewed)
    case 'group':
      if (one.kind === 'individual') return readings.individualReplacesGroup.value
      return sideOf(one.kind) === 'group'
    case 'small-group':
      if (one.kind === 'individual') return readings.individualReplacesGroup.value
      return sideOf(one.kind) === 'group' && isSmall(one, readings.smallGroupMost.value, blanks)
  }
}

/** Whether those came who must have come (R9, R11, R12). */
function partyCame(
  requirement: ConferencesRequirement,
  one: CountedConference,
  window: Window,
  view: ConferenceView,
  blanks: Blanks,
): boolean {
  if (!wasHeld(one, blanks)) return false
  if (requirement.party === 'held') return true
  if (!blanks.yes(one.studentAttended)) return false
  const invitationIsEnough =
    requirement.party === 'parent-invited' && view.year.readings.secondaryInvolving.value === 'present-or-invited'
  if (one.parentAttended === true) return true
  const invited =
    invitationIsEnough &&
    invitations(view.year, window, blanks).some((each) => each.side === sideOf(one.kind) && each.date <= one.date)
  return invited || blanks.yes(one.parentAttended)
}

/** The conferences that count towards the requirement; at most one IEP meeting a year where it counts untold (R17, S17). */
export function counted(
  requirement: ConferencesRequirement,
  view: ConferenceView,
  blanks: Blanks,
): readonly CountedConference[] {
  const window = windowOf(requirement, view)
  let iepMeetings = 0
  return view.conferences.filter((one) => {
    if (!inside(window, one.date, view.year.asOf) || one.status !== 'held') return false
    if (!fits(requirement, one, view, blanks) || !partyCame(requirement, one, window, view, blanks)) return false
    if (one.kind !== 'iep' || !requirement.iepMeetingCounts || !blanks.yes(view.year.student.iep)) return true
    iepMeetings += 1
    return iepMeetings === 1
  })
}

export function conferencesVerdict(requirement: ConferencesRequirement, view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  const window = windowOf(requirement, view)
  const held = counted(requirement, view, blanks)
  const shared = {
    ...dates(window),
    detail: requirement.code === 'CONF2' ? `${held.length}/${requirement.count}` : '',
    evidence: cellsOf(held.length > 0 ? held : lookedAt(requirement, window, view)),
  }
  if (held.length >= requirement.count) return { ...shared, status: 'MET', message: 'conferences.met' }
  const status = unmet(window, year)
  if (status === 'LATE' && cameLate(requirement, year) && held.length === 1) {
    return { ...shared, status: 'CHECK', message: 'conferences.late-entry' }
  }
  if (status === 'CHECK') return { ...shared, status, message: 'short-enrolment' }
  return { ...shared, status, message: requirement.count > 1 ? 'conferences.some-missing' : 'conferences.missing' }
}

/** R7 (ii): two a year, and the student came so late that one was all there could be. */
function cameLate(requirement: ConferencesRequirement, year: StudentYear): boolean {
  const { entryDate } = year.student
  return (
    requirement.code === 'CONF2' &&
    entryDate !== undefined &&
    entryDate > addDays(year.term.firstDay, year.readings.lateEntryDays.value)
  )
}

/** Records of the window that did not count, so that a person sees why. */
function lookedAt(
  requirement: ConferencesRequirement,
  window: Window,
  view: ConferenceView,
): readonly CountedConference[] {
  const side = requirement.format === 'individual' ? 'individual' : 'group'
  return view.conferences.filter((one) => sideOf(one.kind) === side && inside(window, one.date, view.year.asOf))
}

export function iepConferenceVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  if (!blanks.yes(year.student.iep)) return { status: 'NA', message: 'iep.none' }
  const window = yearWindow(year)
  const meetings = view.conferences.filter((one) => one.kind === 'iep' && inside(window, one.date, year.asOf))
  const shared = { ...dates(window), evidence: cellsOf(meetings) }
  if (meetings.some((one) => wasHeld(one, blanks))) return { ...shared, status: 'MET', message: 'iep.met' }
  const status = unmet(window, year)
  return { ...shared, status, message: status === 'CHECK' ? 'short-enrolment' : 'iep.missing' }
}

/** R10: how many contacts the effort needs. */
function contactsNeeded(requirement: EffortRequirement, year: StudentYear): number {
  const needed = year.readings.effortContacts.value
  if (requirement.of === 'CONF2') return needed.elementary
  return requirement.of === 'CONF-I' ? needed.individual : needed.group
}

/**
 * Documented effort. Examined only where the need was not met by conferences that all attended and an absence, no-show
 * or refusal is logged, or the need is LATE (R10, S5).
 */
export function effortVerdict(
  requirement: EffortRequirement,
  need: ConferencesRequirement,
  view: ConferenceView,
  blanks: Blanks,
): Verdict {
  const { year } = view
  const window = windowOf(need, view)
  const attended = counted(need, view, blanks).filter(
    (one) => blanks.yes(one.studentAttended) && blanks.yes(one.parentAttended),
  )
  if (attended.length >= need.count) return { status: 'NA', message: 'effort.all-attended' }

  const absences = view.conferences.filter(
    (one) => inside(window, one.date, year.asOf) && familyAbsent(one, blanks) && fits(need, one, view, blanks),
  )
  const needIsLate = absences.length === 0 && conferencesVerdict(need, view, blanks).status === 'LATE'
  if (absences.length === 0 && !needIsLate) return { status: 'NA', message: 'effort.no-absence' }

  const contacts = contactDays(need, window, view, blanks)
  const needed = contactsNeeded(requirement, year)
  const shared = {
    ...dates(window),
    evidence: [...cellsOf(absences), ...contacts.values()],
  }
  if (contacts.size >= needed) return { ...shared, status: 'MET', message: 'effort.met' }
  const status = unmet(window, year)
  return { ...shared, status, message: status === 'CHECK' ? 'short-enrolment' : 'effort.missing' }
}

/** A logged absence: held without student or parent, a no-show, or a refusal. */
function familyAbsent(one: CountedConference, blanks: Blanks): boolean {
  if (one.status === 'no-show' || refused(one)) return true
  if (one.status !== 'held') return false
  if (one.studentAttended === false || one.parentAttended === false) return true
  return !blanks.yes(one.studentAttended) || !blanks.yes(one.parentAttended)
}

/** The different days on which the family was reached about this kind of conference, each with one row that shows it. */
function contactDays(
  need: ConferencesRequirement,
  window: Window,
  view: ConferenceView,
  blanks: Blanks,
): ReadonlyMap<string, CellRef> {
  const side = need.format === 'individual' ? 'individual' : 'group'
  const ofSide = invitations(view.year, window, blanks).filter((one) => one.side === side)
  return new Map(ofSide.map((one) => [one.date, one.row]))
}

/**
 * An individual conference was offered this year: held, missed or refused by the family, or a documented invitation
 * that no later cancellation by the school has undone (R13). A group never satisfies it.
 */
export function offerVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  const window = yearWindow(year)
  const individual = view.conferences.filter(
    (one) => inside(window, one.date, year.asOf) && sideOf(one.kind) === 'individual',
  )
  const offered = individual.filter(
    (one) =>
      (one.status === 'held' || one.status === 'no-show' || refused(one)) &&
      (one.kind === 'individual' || year.readings.iepMeeting.value === 'without-tick' || blanks.yes(one.ilpReviewed)),
  )
  const invited = standing(invitations(year, window, blanks), view.conferences, window, year.asOf).filter(
    (one) => one.side === 'individual',
  )
  const evidence = [...cellsOf(offered), ...invited.map((one) => one.row)]
  if (evidence.length > 0) return { ...dates(window), evidence, status: 'MET', message: 'offer.met' }
  const status = unmet(window, year)
  return {
    ...dates(window),
    evidence: cellsOf(individual),
    status,
    message: status === 'CHECK' ? 'short-enrolment' : 'offer.missing',
  }
}

/** An opportunity for the parents: any standing invitation, a conference that one attended, a no-show or a refusal (S6, S9). */
export function opportunityVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  const window = yearWindow(year)
  const chances = view.conferences.filter((one) => {
    if (!inside(window, one.date, year.asOf)) return false
    if (one.status === 'no-show' || refused(one)) return true
    return one.status === 'held' && blanks.yes(one.parentAttended)
  })
  const invited = standing(invitations(year, window, blanks), view.conferences, window, year.asOf)
  const evidence = [...cellsOf(chances), ...invited.map((one) => one.row)]
  if (evidence.length > 0) return { ...dates(window), evidence, status: 'MET', message: 'opportunity.met' }
  const status = unmet(window, year)
  return { ...dates(window), status, message: status === 'CHECK' ? 'short-enrolment' : 'opportunity.missing' }
}
