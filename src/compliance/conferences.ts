/**
 * Conferences: how many count, the IEP meeting, the documented effort, the offer, the opportunity.
 */
import type { ConferencesRequirement, EffortRequirement } from '../policy/schema.ts'
import { addDays } from '../records/calendar.ts'
import type { School } from '../records/school.ts'
import { type Asked, Blanks } from './blank.ts'
import {
  type CountedConference,
  isPlanConference,
  isSmall,
  refused,
  type Side,
  sideOf,
  wasHeld,
} from './conference-record.ts'
import { type Invitation, invitations, isTo, lapsed, stands } from './invitations.ts'
import type { StudentYear } from './student-year.ts'
import { cellOf, cellsOf, type Evidence, unmetVerdict, type Verdict, verdict } from './verdict.ts'
import { bandWindow, inWindow, unmet, type Window } from './window.ts'

/** What the checks of this file look at. */
export interface ConferenceView {
  readonly year: StudentYear
  readonly school: School
  /** The records that can count, see `countable`. */
  readonly conferences: readonly CountedConference[]
}

/** The conferences that count, and the first blank cell that had a say in it. */
interface Count {
  readonly held: readonly CountedConference[]
  readonly met: Asked | undefined
}

/**
 * One conferences requirement beside the records of one student. What counts is asked by the requirement itself, by the
 * effort, the agenda and the folder copy, and worked out once.
 */
export class ConferenceNeed {
  readonly requirement: ConferencesRequirement
  readonly window: Window
  readonly year: StudentYear
  /** The records that can count, see `countable`. */
  readonly conferences: readonly CountedConference[]
  /** With blanks as no, and with blanks as yes. */
  private readonly counts: Count[] = []

  constructor(requirement: ConferencesRequirement, year: StudentYear, conferences: readonly CountedConference[]) {
    this.requirement = requirement
    this.year = year
    this.conferences = conferences
    this.window = requirement.window === 'year' ? year.window : bandWindow(requirement.window.band, year)
  }

  /** The conferences that count towards the requirement, in the order of their dates. */
  counted(blanks: Blanks): readonly CountedConference[] {
    const at = blanks.taken ? 1 : 0
    const count = this.counts[at] ?? this.count(new Blanks(blanks.taken))
    this.counts[at] = count
    blanks.meet(count.met)
    return count.held
  }

  /** Of several IEP meetings the one that all attended is taken first. */
  private count(blanks: Blanks): Count {
    const { window } = this
    const held = this.conferences.filter(
      (one) =>
        one.status === 'held' && inWindow(window, one.date) && this.fits(one, blanks) && this.partyCame(one, blanks),
    )
    const meetings = held.filter((one) => one.kind === 'iep')
    if (meetings.length < 2 || !this.oneIepMeetingCounts(blanks)) return { held, met: blanks.met }
    const taken = meetings.find((one) => allAttended(one, blanks)) ?? meetings[0]
    return { held: held.filter((one) => one.kind !== 'iep' || one === taken), met: blanks.met }
  }

  /**
   * Whether a record is of the format that the requirement asks for, held or not. An IEP meeting is individual when the
   * learning plan was reviewed there (R17); a small group is a group (R14); a group of any name is small by how many
   * were invited (R15).
   */
  fits(one: CountedConference, blanks: Blanks): boolean {
    const { year } = this
    const { format } = this.requirement
    if (format === 'individual') {
      if (one.kind === 'individual') return true
      if (one.kind !== 'iep') return false
      return this.oneIepMeetingCounts(blanks) || isPlanConference(one, year, blanks)
    }
    if (one.kind === 'individual') return year.readings.individualReplacesGroup.value
    if (sideOf(one.kind) !== 'group') return false
    return format === 'group' || isSmall(one, year.readings.smallGroupMost.value, blanks)
  }

  /** Whether those came who must have come (R9, R11, R12). */
  private partyCame(one: CountedConference, blanks: Blanks): boolean {
    if (!wasHeld(one, blanks)) return false
    const { party } = this.requirement
    if (party === 'held') return true
    if (!blanks.yes(one.studentAttended, 'who-came')) return false
    if (one.parentAttended === true) return true
    const { year } = this
    const invitationIsEnough =
      party === 'parent-invited' && year.readings.secondaryInvolving.value === 'present-or-invited'
    const side = sideOf(one.kind)
    const invited =
      invitationIsEnough &&
      side !== undefined &&
      invitations(year, this.window, blanks).some((each) => each.date <= one.date && isTo(side, each, blanks))
    return invited || blanks.yes(one.parentAttended, 'who-came')
  }

  /** Whether the student's IEP meetings count without the tick, and then only one of them a year (R17, S17). */
  oneIepMeetingCounts(blanks: Blanks): boolean {
    return this.requirement.iepMeetingCounts === true && blanks.yes(this.year.student.iep, 'iep')
  }

  /** Which invitations and records are about this requirement. */
  get side(): Side {
    return this.requirement.format === 'individual' ? 'individual' : 'group'
  }
}

function allAttended(one: CountedConference, blanks: Blanks): boolean {
  return blanks.yes(one.studentAttended, 'who-came') && blanks.yes(one.parentAttended, 'who-came')
}

export function conferencesVerdict(need: ConferenceNeed, blanks: Blanks): Verdict {
  const { requirement, year, window } = need
  const held = need.counted(blanks)
  const detail = requirement.code === 'CONF2' ? `${held.length}/${requirement.count}` : ''
  const evidence: Evidence = () => cellsOf(held.length > 0 ? held : lookedAt(need), 'date')
  if (held.length >= requirement.count) return verdict('MET', 'conferences.met', window, evidence, detail)
  if (held.length === 1 && cameLate(requirement, year) && unmet(window, year) === 'LATE') {
    return verdict('CHECK', 'conferences.late-entry', window, evidence, detail)
  }
  const message = requirement.count > 1 ? 'conferences.some-missing' : 'conferences.missing'
  return unmetVerdict(window, year, message, evidence, detail)
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
function lookedAt({ side, window, conferences }: ConferenceNeed): readonly CountedConference[] {
  return conferences.filter((one) => sideOf(one.kind) === side && inWindow(window, one.date))
}

export function iepConferenceVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  const { window } = year
  if (!blanks.yes(year.student.iep, 'iep')) return verdict('NA', 'iep.none')
  const meetings = view.conferences.filter((one) => one.kind === 'iep' && inWindow(window, one.date))
  const evidence = () => cellsOf(meetings, 'date')
  if (meetings.some((one) => wasHeld(one, blanks))) return verdict('MET', 'iep.met', window, evidence)
  return unmetVerdict(window, year, 'iep.missing', evidence)
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
export function effortVerdict(requirement: EffortRequirement, need: ConferenceNeed, blanks: Blanks): Verdict {
  const { year, window } = need
  const held = need.counted(blanks)
  const attended = held.filter((one) => allAttended(one, blanks))
  if (attended.length >= need.requirement.count) return verdict('NA', 'effort.all-attended')

  const oneMeeting = held.some((one) => one.kind === 'iep') && need.oneIepMeetingCounts(blanks)
  const absences = need.conferences.filter(
    (one) =>
      inWindow(window, one.date) &&
      familyAbsent(one, blanks) &&
      need.fits(one, blanks) &&
      // A second IEP meeting does not count as a conference, so its absences open no effort (S5).
      (one.kind !== 'iep' || one.status !== 'held' || !oneMeeting || held.includes(one)),
  )
  if (absences.length === 0 && conferencesVerdict(need, blanks).status !== 'LATE') {
    return verdict('NA', 'effort.no-absence')
  }
  const contacts = contactDays(need, blanks)
  const evidence = shownBy(absences, contacts)
  return contacts.length >= contactsNeeded(requirement, year)
    ? verdict('MET', 'effort.met', window, evidence)
    : unmetVerdict(window, year, 'effort.missing', evidence)
}

/** A logged absence: held without student or parent, a no-show, or a refusal. */
function familyAbsent(one: CountedConference, blanks: Blanks): boolean {
  if (one.status === 'no-show' || refused(one)) return true
  if (one.status !== 'held') return false
  if (one.studentAttended === false || one.parentAttended === false) return true
  return !blanks.yes(one.studentAttended, 'who-came') || !blanks.yes(one.parentAttended, 'who-came')
}

/** The different days on which the family was reached about this kind of conference, each with one invitation that shows it. */
function contactDays(need: ConferenceNeed, blanks: Blanks): readonly Invitation[] {
  const days = new Map<string, Invitation>()
  for (const one of invitations(need.year, need.window, blanks, need.oneIepMeetingCounts(blanks))) {
    if (isTo(need.side, one, blanks)) days.set(one.date, one)
  }
  return [...days.values()]
}

/**
 * An individual conference was offered this year: held, missed or refused by the family, or a documented invitation
 * that no later cancellation by the school has undone (R13). A group never satisfies it.
 */
export function offerVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  const { window } = year
  const individual = view.conferences.filter((one) => inWindow(window, one.date) && sideOf(one.kind) === 'individual')
  const offered = individual.filter(
    (one) => (one.status === 'held' || one.status === 'no-show' || refused(one)) && isPlanConference(one, year, blanks),
  )
  const until = lapsed(year, view.conferences, window, blanks)
  const invited = invitations(year, window, blanks).filter(
    (one) => one.date > until.individual && isTo('individual', one, blanks),
  )
  if (offered.length > 0 || invited.length > 0) return verdict('MET', 'offer.met', window, shownBy(offered, invited))
  return unmetVerdict(window, year, 'offer.missing', () => cellsOf(individual, 'date'))
}

/** An opportunity for the parents: any standing invitation, a conference that one attended, a no-show or a refusal (S6, S9). */
export function opportunityVerdict(view: ConferenceView, blanks: Blanks): Verdict {
  const { year } = view
  const { window } = year
  const chances = view.conferences.filter((one) => {
    if (!inWindow(window, one.date)) return false
    if (one.status === 'no-show' || refused(one)) return true
    return one.status === 'held' && blanks.yes(one.parentAttended, 'who-came')
  })
  const until = lapsed(year, view.conferences, window, blanks)
  const invited = invitations(year, window, blanks).filter((one) => stands(one, until, blanks))
  if (chances.length > 0 || invited.length > 0) {
    return verdict('MET', 'opportunity.met', window, shownBy(chances, invited))
  }
  return unmetVerdict(window, year, 'opportunity.missing')
}

function shownBy(conferences: readonly CountedConference[], invited: readonly Invitation[]): Evidence {
  return () => [...cellsOf(conferences, 'date'), ...invited.map((one) => cellOf(one, one.column))]
}
