/**
 * How a policy is read where its text leaves room (domain contract A3): each reading is a visible setting with its
 * reason. A pack takes the defaults and overrides what its own text decides.
 */

export interface Reading<T> {
  /** 'R7' of the contract. */
  readonly id: string
  readonly question: string
  readonly value: T
  /** What else a school may choose; empty where the text or the contract leaves no choice. */
  readonly alternatives: readonly T[]
  readonly because: string
}

export interface Readings {
  readonly blankCells: Reading<'ask' | 'no'>
  readonly countingYear: Reading<'july-to-june' | 'term-only'>
  readonly updateEvery: Reading<'counting-year' | 'twelve-months'>
  /** Calendar days. */
  readonly planWithinDays: Reading<number>
  readonly gradeBand: Reading<'july-before-first-to-last-day-of-last'>
  readonly transferInBand: Reading<'stands-in-full'>
  readonly shownRequirements: Reading<'window-touches-this-year'>
  /** Calendar days of enrolment inside a window below which a miss is asked about, not called late. */
  readonly shortEnrolmentDays: Reading<number>
  /** Calendar days after the first day of school from which one of two conferences is asked about, not called late. */
  readonly lateEntryDays: Reading<number>
  readonly afterExit: Reading<'does-not-apply'>
  readonly held: Reading<'staff-and-family'>
  readonly effortContacts: Reading<{ readonly elementary: number; readonly individual: number; readonly group: number }>
  readonly elementaryInvolving: Reading<'all-three'>
  readonly secondaryInvolving: Reading<'present-or-invited' | 'all-three'>
  readonly offer: Reading<'individual-or-invitation'>
  readonly individualReplacesGroup: Reading<boolean>
  /** Students invited. */
  readonly smallGroupMost: Reading<number>
  readonly elementaryGroups: Reading<'do-not-count'>
  readonly iepMeeting: Reading<'with-tick' | 'without-tick'>
  readonly postHigh: Reading<'does-not-apply' | 'offer-and-file'>
  readonly signature: Reading<'once' | 'each-update'>
  readonly adultStudent: Reading<'own-signature-counts'>
  readonly involvementEvidence: Reading<'attendance-signature-or-update'>
  readonly clusterBy: Reading<'end-of-grade' | 'start-of-grade'>
  readonly planWithoutDate: Reading<'last-day-of-this-year'>
  readonly sameDayTwice: Reading<'once'>
  readonly futureOrBeforeEntry: Reading<'not-counted'>
  readonly whoIsParent: Reading<'any-guardian'>
  readonly withoutPlan: Reading<'one-finding'>
  readonly conferenceIsUpdate: Reading<boolean>
  readonly untrackedColumns: Reading<'one-line'>
  readonly rates: Reading<'enrolled-and-applying'>
}

function reading<T>(id: string, question: string, value: T, alternatives: readonly T[], because: string): Reading<T> {
  return { id, question, value, alternatives, because }
}

export const defaultReadings: Readings = {
  blankCells: reading<'ask' | 'no'>(
    'R0',
    'What does a blank cell say?',
    'ask',
    ['no'],
    'A blank is not a no. Where yes and no would lead to different answers, a person is asked.',
  ),
  countingYear: reading<'july-to-june' | 'term-only'>(
    'R1',
    'What is a year?',
    'july-to-june',
    ['term-only'],
    'August orientations and June make-ups are real. They count, with a note; lateness starts after the last school day.',
  ),
  updateEvery: reading<'counting-year' | 'twelve-months'>(
    'R2',
    'What does updating each year mean?',
    'counting-year',
    ['twelve-months'],
    'October one year and November the next is yearly in practice; a rule of 365 days would fail it.',
  ),
  planWithinDays: reading(
    'R3',
    'How many days after the start of grade 7, or after entry, may the plan be made?',
    60,
    [30, 45, 90],
    'No policy gives a number. Sixty days lets a counselor meet every new student once.',
  ),
  gradeBand: reading<'july-before-first-to-last-day-of-last'>(
    'R4',
    'From when to when do two grades count as one window?',
    'july-before-first-to-last-day-of-last',
    [],
    'The text speaks of the two years together, so a student in the first of them is never late; a repeated year stays inside.',
  ),
  transferInBand: reading<'stands-in-full'>(
    'R5',
    'What holds for a student who comes in the second year of the window?',
    'stands-in-full',
    [],
    'Plans and conferences move from school to school: records of the former school count.',
  ),
  shownRequirements: reading<'window-touches-this-year'>(
    'R6',
    'Which requirements are shown?',
    'window-touches-this-year',
    [],
    'Otherwise a ninth grader stays red for what a former school missed.',
  ),
  shortEnrolmentDays: reading(
    'R7',
    'Below how many days of enrolment inside a window is a miss asked about?',
    30,
    [0, 20, 45],
    'No policy speaks of entry in mid-year. A few days are no fair chance, and nothing is pro-rated in silence.',
  ),
  lateEntryDays: reading(
    'R7',
    'After how many days of school is one of two conferences asked about?',
    30,
    [0, 45, 60],
    'A student who came after the autumn conferences could attend one only.',
  ),
  afterExit: reading<'does-not-apply'>(
    'R8',
    'What holds before entry and after exit?',
    'does-not-apply',
    [],
    'The school answers for the students that it has. The records stay.',
  ),
  held: reading<'staff-and-family'>(
    'R9',
    'When was a conference held?',
    'staff-and-family',
    [],
    'Staff and at least the student or a parent were there. An absence is a matter of effort, not of the count.',
  ),
  effortContacts: reading(
    'R10',
    'How many contacts on different days show earnest effort?',
    { elementary: 2, individual: 3, group: 1 },
    [],
    'The texts give no number. Persistent effort, asked for in the secondary grades, is more than one try.',
  ),
  elementaryInvolving: reading<'all-three'>(
    'R11',
    'Who must attend where the clause involves student, parent and staff?',
    'all-three',
    [],
    'The clause names all three, and no clause lets effort stand in.',
  ),
  secondaryInvolving: reading<'present-or-invited' | 'all-three'>(
    'R12',
    'Must the parent have come, or is a documented invitation enough?',
    'present-or-invited',
    ['all-three'],
    'The contents clause speaks of opportunities for parents, so an invitation shows the opportunity.',
  ),
  offer: reading<'individual-or-invitation'>(
    'R13',
    'What is an offer?',
    'individual-or-invitation',
    [],
    'The school must offer, so a documented invitation is enough; a slot that it cancelled and did not offer again is not.',
  ),
  individualReplacesGroup: reading<boolean>(
    'R14',
    'May an individual conference replace a group conference?',
    false,
    [true],
    'The texts name both kinds. A district may allow the richer kind; ask it.',
  ),
  smallGroupMost: reading(
    'R15',
    'How many students may be invited to a small group?',
    5,
    [4, 6, 8],
    'Five is the one definition in the texts; where a policy has none, it is borrowed.',
  ),
  elementaryGroups: reading<'do-not-count'>(
    'R16',
    'Does a group event count in the elementary grades?',
    'do-not-count',
    [],
    'A back-to-school night leaves no minutes for parent and teacher alone.',
  ),
  iepMeeting: reading<'with-tick' | 'without-tick'>(
    'R17',
    'When does an IEP meeting count as an individual conference?',
    'with-tick',
    ['without-tick'],
    'Only when the learning plan was reviewed there, which the tick shows.',
  ),
  postHigh: reading<'does-not-apply' | 'offer-and-file'>(
    'R19',
    'What holds for post-high students (grade 13)?',
    'does-not-apply',
    ['offer-and-file'],
    'The clauses name grades up to 12. Preschool is outside every policy; kindergarten is inside.',
  ),
  signature: reading<'once' | 'each-update'>(
    'R20',
    'Must each update be signed again?',
    'once',
    ['each-update'],
    'The clause asks that the plan be signed. One dated signature on or after the day it was made does that; an electronic one counts.',
  ),
  adultStudent: reading<'own-signature-counts'>(
    'R21',
    'Who signs for a student of 18 or over?',
    'own-signature-counts',
    [],
    'The rights of parents pass to the student at 18, though the texts still say parent.',
  ),
  involvementEvidence: reading<'attendance-signature-or-update'>(
    'R22',
    'What shows involvement in a year?',
    'attendance-signature-or-update',
    [],
    'Being at a held conference, a dated signature, or for staff the making or updating of the plan. An invitation is no involvement.',
  ),
  clusterBy: reading<'end-of-grade' | 'start-of-grade'>(
    'R23',
    'By when must the career cluster be chosen?',
    'end-of-grade',
    ['start-of-grade'],
    'The clause says by that grade; the last school day of it is the latest day that still fits.',
  ),
  planWithoutDate: reading<'last-day-of-this-year'>(
    'R24',
    'By when is a plan due where the text gives no date?',
    'last-day-of-this-year',
    [],
    'A plan for each student means each student of this year.',
  ),
  sameDayTwice: reading<'once'>(
    'R25',
    'How often do two records of one kind on one day count?',
    'once',
    [],
    'They are nearly always one conference written twice. Two days are two conferences.',
  ),
  futureOrBeforeEntry: reading<'not-counted'>(
    'R26',
    'What of a conference held in the future, or before entry?',
    'not-counted',
    [],
    'It is a slip of the pen, or the record of a former school that must be marked as such.',
  ),
  whoIsParent: reading<'any-guardian'>(
    'R27',
    'Who is the parent?',
    'any-guardian',
    [],
    'Any guardian on file, or a person with written authority; one household is enough.',
  ),
  withoutPlan: reading<'one-finding'>(
    'R28',
    'What is shown for a student without a plan?',
    'one-finding',
    [],
    'One cause, one finding: what a missing plan lacks is not listed again.',
  ),
  conferenceIsUpdate: reading<boolean>(
    'R29',
    'Does a conference count as an update of the plan?',
    false,
    [],
    'An update needs its own date.',
  ),
  untrackedColumns: reading<'one-line'>(
    'R30',
    'What of a tick that the school keeps no column for?',
    'one-line',
    [],
    'One line says that it is not tracked; a finding per student would bury the real gaps.',
  ),
  rates: reading<'enrolled-and-applying'>(
    'R31',
    'Out of which students is a rate taken?',
    'enrolled-and-applying',
    [],
    'Those enrolled on the as-of date to whom it applies. What must be confirmed counts as not met and is shown apart.',
  ),
}

/** The default with another value, and the reason for it. */
export function instead<T>(of: Reading<T>, value: T, because: string): Reading<T> {
  const others = [of.value, ...of.alternatives].filter((other) => other !== value)
  return { ...of, value, alternatives: of.alternatives.length > 0 ? others : [], because }
}
