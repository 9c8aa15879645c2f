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
  isPlanConference,
  isSmall,
  refused,
  type Side,
  sideOf,
  wasHeld,
} from './conference-record.ts'
import { invitations, isTo, lapsed, stands } from './invitations.ts'
import type { StudentYear } from './student-year.ts'
import { dates, unmetVerdict, type Verdict } from './verdict.ts'
import { bandWindow, inWindow, type Window, yearWindow } from './window.ts'

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
      if (oneIepMeetingCounts(requirement, view.year, blanks)) return true
      return isPlanConference(one, view.year, blanks)
    case 'group':
      if (one.kind === 'individual') return readings.individualReplacesGroup.value
      return sideOf(one.kind) === 'group'
    case 'small-group':
      if (one.kind === 'individual') return readings.individualReplacesGroup.value
      return sideOf(one.kind) === 'group' && isSmall(one, readings.smallGroupMost.value, blanks)
  }
}

function sideAsked(requirement: ConferencesRequirement): Side {
  return requirement.format === 'individual' ? 'individual' : 'group'
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
  if (!blanks.yes(one.studentAttended, 'who-came')) return false
  const invitationIsEnough =
    requirement.party === 'parent-invited' && view.year.readings.secondaryInvolving.value === 'present-or-invited'
  if (one.parentAttended === true) return true
  const side = sideOf(one.kind)
  const invited =
    invitationIsEnough &&
    side !== undefined &&
    invitations(view.year, window, blanks).some((each) => each.date <= one.date && isTo(side, each, blanks))
  return invited || blanks.yes(one.parentAttended, 'who-came')
}

/** Whether the student's IEP meetings count without the tick, and then only one of them a year (R17, S17). */
function oneIepMeetingCounts(requirement: ConferencesRequirement, year: StudentYear, blanks: Blanks): boolean {
  return requirement.iepMeetingCounts === true && blanks.yes(year.student.iep, 'iep')
}

/** The conferences that count towards the requirement. Of several IEP meetings the one that all attended is taken first. */
export function counted(
  requirement: ConferencesRequirement,
  view: ConferenceView,
  blanks: Blanks,
): readonly CountedConference[] {
  const window = windowOf(requirement, view)
  const held = view.conferences.filter(
    (one) =>
      one.status === 'held' &&
      inWindow(window, one.date) &&
      fits(requirement, one, view, blanks) &&
      partyCame(requirement, one, window, view, blanks),
  )
  const meetings = held.filter((one) => one.kind === 'iep')
  if (meetings.length < 2 || !oneIepMeetingCounts(requirement, view.year, blanks)) return held
  const taken = meetings.find((one) => allAttended(one, blanks)) ?? meetings[0]
  return held.filter((one) => one.kind !== 'iep' || one === taken)
}

function allAttended(one: CountedConference, blanks: Blanks): boolean {
  return blanks.yes(one.studentAttended, 'who-came') && blanks.yes(one.parentAttended, 'who-came')
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
  const lacks = unmetVerdict(window, year, requirement.count > 1 ? 'conferences.some-missing' : 'conferences.missing')
  if (lacks.status === 'LATE' && cameLate(requirement, year) && held.length === 1) {
    return { ...shared, status: 'CHECK', message: 'conferences.late-entry' }
  }
  return { ...shared, ...lacks }
}

/** R7 (ii): two a year, and the student came so late that one was all there could be. */
function cameLate(requirement: ConferencesRequirement, year: StudentYear): boolean {
  const { enteredOn } = year
  return (
    requirement.code === 'CONF2' &&
    enteredOn !== undefined &&
    enteredOn > addDays(year.term.firstDay, year.readings.lateEntryDays.value)
  )
}

/** Records of the window that did not count, so that a person sees why. */
function lookedAt(
  requirement: ConferencesRequirement,
  window: Window,
  view: ConferenceView,
): readonly CountedConference[] {
  const side = sideAsked(requirement)
  return view.conferences.filter((one) => sideOf(one.kind) === side && inWindow(window, one.date))
}

export function iepConferenceVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  if (!blanks.yes(year.student.iep, 'iep')) return { status: 'NA', message: 'iep.none' }
  const window = yearWindow(year)
  const meetings = view.conferences.filter((one) => one.kind === 'iep' && inWindow(window, one.date))
  const shared = { ...dates(window), evidence: cellsOf(meetings) }
  if (meetings.some((one) => wasHeld(one, blanks))) return { ...shared, status: 'MET', message: 'iep.met' }
  return { ...shared, ...unmetVerdict(window, year, 'iep.missing') }
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
  const held = counted(need, view, blanks)
  const attended = held.filter((one) => allAttended(one, blanks))
  if (attended.length >= need.count) return { status: 'NA', message: 'effort.all-attended' }

  const oneMeeting = held.some((one) => one.kind === 'iep') && oneIepMeetingCounts(need, year, blanks)
  const absences = view.conferences.filter(
    (one) =>
      inWindow(window, one.date) &&
      familyAbsent(one, blanks) &&
      fits(need, one, view, blanks) &&
      // A second IEP meeting does not count as a conference, so its absences open no effort (S5).
      (one.kind !== 'iep' || one.status !== 'held' || !oneMeeting || held.includes(one)),
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
  return { ...shared, ...unmetVerdict(window, year, 'effort.missing') }
}

/** A logged absence: held without student or parent, a no-show, or a refusal. */
function familyAbsent(one: CountedConference, blanks: Blanks): boolean {
  if (one.status === 'no-show' || refused(one)) return true
  if (one.status !== 'held') return false
  if (one.studentAttended === false || one.parentAttended === false) return true
  return !blanks.yes(one.studentAttended, 'who-came') || !blanks.yes(one.parentAttended, 'who-came')
}

/** The different days on which the family was reached about this kind of conference, each with one row that shows it. */
function contactDays(
  need: ConferencesRequirement,
  window: Window,
  view: ConferenceView,
  blanks: Blanks,
): ReadonlyMap<string, CellRef> {
  const side = sideAsked(need)
  const all = invitations(view.year, window, blanks, oneIepMeetingCounts(need, view.year, blanks))
  return new Map(all.filter((one) => isTo(side, one, blanks)).map((one) => [one.date, one.cell]))
}

/**
 * An individual conference was offered this year: held, missed or refused by the family, or a documented invitation
 * that no later cancellation by the school has undone (R13). A group never satisfies it.
 */
export function offerVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  const window = yearWindow(year)
  const individual = view.conferences.filter((one) => inWindow(window, one.date) && sideOf(one.kind) === 'individual')
  const offered = individual.filter(
    (one) => (one.status === 'held' || one.status === 'no-show' || refused(one)) && isPlanConference(one, year, blanks),
  )
  const until = lapsed(year, view.conferences, window, blanks)
  const invited = invitations(year, window, blanks).filter(
    (one) => one.date > until.individual && isTo('individual', one, blanks),
  )
  const evidence = [...cellsOf(offered), ...invited.map((one) => one.cell)]
  if (evidence.length > 0) return { ...dates(window), evidence, status: 'MET', message: 'offer.met' }
  return { evidence: cellsOf(individual), ...unmetVerdict(window, year, 'offer.missing') }
}

/** An opportunity for the parents: any standing invitation, a conference that one attended, a no-show or a refusal (S6, S9). */
export function opportunityVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  const window = yearWindow(year)
  const chances = view.conferences.filter((one) => {
    if (!inWindow(window, one.date)) return false
    if (one.status === 'no-show' || refused(one)) return true
    return one.status === 'held' && blanks.yes(one.parentAttended, 'who-came')
  })
  const until = lapsed(year, view.conferences, window, blanks)
  const invited = invitations(year, window, blanks).filter((one) => stands(one, until, blanks))
  const evidence = [...cellsOf(chances), ...invited.map((one) => one.cell)]
  if (evidence.length > 0) return { ...dates(window), evidence, status: 'MET', message: 'opportunity.met' }
  return unmetVerdict(window, year, 'opportunity.missing')
}
