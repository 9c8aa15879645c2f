/** Conferences of grades 7 to 12: group sessions in September, talks with one family all through fall and winter. */
import type { Chance } from './chance.ts'
import { BLANK_CONFERENCE, type Outcome } from './conference.ts'
import { contactFamily } from './contacts.ts'
import { LAST_ENTRY, later, schoolDay } from './days.ts'
import { isHere, type SampleConference, type SampleRecords } from './records.ts'
import type { SampleStudent } from './students.ts'

/** Adds what these families were invited to and how they were reached. */
export function addSecondaryYear(students: readonly SampleStudent[], chance: Chance, records: SampleRecords): void {
  const hadGroup = new Set<SampleStudent>()
  for (const { grade, name, first } of SESSIONS) {
    const invited = students.filter((one) => one.grade === grade && !one.isNew && isHere(one, first))
    for (const student of groupSessions(invited, name, first, chance, records)) hadGroup.add(student)
  }
  for (const student of students) {
    if (atFormerSchool(student, chance, records)) hadGroup.add(student)
    const reached = REACHED.get(student.grade)
    if (reached !== undefined) talk(student, reached, chance, records)
    if (student.iep) iepMeeting(student, chance, records)
    if (chance.percent(1)) otherMeeting(student, chance, records)
  }
  const missed = students.filter((one) => one.grade === 8 && !hadGroup.has(one) && isHere(one, MAKE_UP))
  groupSessions(
    missed.filter(() => chance.percent(60)),
    'G8',
    MAKE_UP,
    chance,
    records,
  )
}

/** Whom the counselors meet in groups and from which day on; grade 8 was in grade 7 last year. */
const SESSIONS = [
  { grade: 8, name: 'G7-25', first: '2025-09-16' },
  { grade: 7, name: 'G7', first: '2026-09-15' },
  { grade: 10, name: 'G10', first: '2026-09-22' },
  { grade: 12, name: 'G12', first: '2026-09-29' },
] as const
/** A session of this fall for those in grade 8 who missed the one of last year. */
const MAKE_UP = '2026-11-04'
const SESSION_SIZE = 32
const SESSION_TIMES = ['08:30', '10:00', '13:00']

const IN_A_GROUP: readonly Outcome[] = [
  { share: 72, status: 'held', came: 'both' },
  { share: 15, status: 'held', came: 'student' },
  { share: 1.5, status: 'held', came: 'parent' },
  { share: 1.5, status: 'held', came: undefined },
  { share: 5, status: 'no-show', came: 'nobody' },
  { share: 5, status: undefined, came: undefined },
]

const IN_A_TALK: readonly Outcome[] = [
  { share: 82, status: 'held', came: 'both' },
  { share: 8.5, status: 'held', came: 'student' },
  { share: 1, status: 'held', came: undefined },
  { share: 6, status: 'no-show', came: 'nobody' },
  { share: 1, status: 'declined', came: 'nobody' },
  { share: 1, status: 'cancelled-family', came: 'nobody' },
  { share: 0.5, status: 'cancelled-school', came: 'nobody' },
]

/** How many families in a hundred were invited to a talk by now, by grade. */
const REACHED: ReadonlyMap<number, number> = new Map([
  [7, 22],
  [8, 66],
  [9, 48],
  [11, 55],
])

const NOTES = [
  'Wants to visit the technical college',
  'Behind in math',
  'Band next year',
  'Works evenings',
  'Mom by phone',
]

type Base = Omit<SampleConference, 'kind' | 'date' | 'status' | 'came'>

function base(student: SampleStudent): Base {
  return { ...BLANK_CONFERENCE, student, staff: student.counselor, role: 'counselor', place: 'Counseling office' }
}

/** @return those for whom the session took place */
function groupSessions(
  invited: readonly SampleStudent[],
  name: string,
  first: string,
  chance: Chance,
  records: SampleRecords,
): SampleStudent[] {
  const sessions = Math.ceil(invited.length / SESSION_SIZE)
  const sessionOf = (place: number): number => Math.floor((place * sessions) / invited.length)
  const sizes = new Map<number, number>()
  for (const place of invited.keys()) sizes.set(sessionOf(place), (sizes.get(sessionOf(place)) ?? 0) + 1)
  return invited.filter((student, place) => {
    const session = sessionOf(place)
    const date = schoolDay(later(first, Math.floor(session / SESSION_TIMES.length)))
    const { status, came } = chance.pickByShare(IN_A_GROUP)
    if (status === undefined || !isHere(student, date)) return false
    records.conferences.push({
      ...base(student),
      kind: 'group',
      session: `${name}-${session + 1}`,
      date,
      time: SESSION_TIMES[session % SESSION_TIMES.length] as string,
      place: 'Library',
      status,
      came,
      invitedOn: chance.percent(75) ? schoolDay(later(date, -12)) : '',
      invitedCount: chance.percent(97) ? sizes.get(session) : undefined,
    })
    if (came !== 'both') {
      contactFamily(student, 'group', schoolDay(later(date, -9)), chance.between(0, 2), chance, records)
    }
    return status === 'held'
  })
}

/**
 * A newcomer may bring the record of a conference along: in grade 8 that of the group of last year.
 *
 * @return whether it does
 */
function atFormerSchool(student: SampleStudent, chance: Chance, records: SampleRecords): boolean {
  const date = student.grade === 8 ? '2025-09-30' : '2026-09-03'
  if (!student.isNew || !student.family.hasFormerRecords || student.entryDate <= date || !chance.percent(70))
    return false
  records.conferences.push({
    ...base(student),
    kind: student.grade % 2 === 0 ? 'group' : 'individual',
    date,
    status: 'held',
    came: 'both',
    staff: 'former school',
    place: '',
    // A clerk who forgets the word makes it look like a conference of ours from before the student came.
    source: chance.percent(12) ? 'own' : 'prior',
  })
  return true
}

/** An individual conference: invited two weeks ahead, tried again after an absence, or set for the winter. */
function talk(student: SampleStudent, reached: number, chance: Chance, records: SampleRecords): void {
  const from = student.entryDate > '2026-09-08' ? student.entryDate : '2026-09-08'
  const orientation = student.grade === 9 && chance.percent(12)
  const date = orientation ? '2026-08-12' : schoolDay(later(from, chance.between(2, 70)))
  const asked: Base = {
    ...base(student),
    time: chance.pick(['08:20', '09:00', '10:00', '13:40', '14:20']),
    mode: chance.percent(10) ? 'video' : chance.percent(6) ? 'phone' : 'in person',
    invitedOn: schoolDay(later(date, -14)),
  }
  if (date > LAST_ENTRY || !isHere(student, date) || !chance.percent(reached)) {
    planned(student, asked, chance, records)
    return
  }
  const { status, came } = chance.pickByShare(IN_A_TALK)
  if (status === undefined) return
  const conference: SampleConference = {
    ...asked,
    kind: 'individual',
    date: chance.percent(0.6) ? chance.pick(['sometime in Sept', 'before fall break']) : date,
    status,
    came,
    notes: chance.percent(7) ? chance.pick(NOTES) : '',
  }
  records.conferences.push(conference)
  // Typed a second time by somebody who did not see the first row.
  if (status === 'held' && chance.percent(0.8)) records.conferences.push(conference)
  if (came === 'both') return
  contactFamily(student, 'individual', schoolDay(later(date, -12)), chance.between(0, 3), chance, records)
  const again = schoolDay(later(date, chance.between(10, 24)))
  if (status !== 'held' && again <= LAST_ENTRY && isHere(student, again) && chance.percent(35)) {
    records.conferences.push({ ...asked, kind: 'individual', date: again, status: 'held', came: 'both' })
  }
}

/** Set for December to February; a slip of the hand calls one of them held already. */
function planned(student: SampleStudent, asked: Base, chance: Chance, records: SampleRecords): void {
  if (student.exitDate !== '' || !chance.percent(30)) return
  records.conferences.push({
    ...asked,
    kind: 'individual',
    date: schoolDay(later('2026-12-01', chance.between(0, 75))),
    status: chance.percent(1.5) ? 'held' : 'scheduled',
    came: undefined,
    invitedOn: '2026-11-16',
  })
}

function iepMeeting(student: SampleStudent, chance: Chance, records: SampleRecords): void {
  const date = schoolDay(later('2026-09-10', chance.between(0, 66)))
  if (!chance.percent(50) || !isHere(student, date)) return
  records.conferences.push({
    ...base(student),
    kind: 'iep',
    date,
    time: '14:00',
    place: 'Conference room',
    status: 'held',
    came: chance.percent(88) ? 'both' : 'student',
    staff: `${student.counselor}, special education`,
    role: 'special education',
    ilpReviewed: chance.percent(35) ? true : chance.percent(88) ? false : undefined,
  })
}

function otherMeeting(student: SampleStudent, chance: Chance, records: SampleRecords): void {
  const date = schoolDay(later('2026-09-14', chance.between(0, 60)))
  if (!isHere(student, date)) return
  records.conferences.push({
    ...base(student),
    kind: 'other',
    date,
    status: 'held',
    came: 'both',
    notes: chance.pick(['Schedule change', 'Attendance', 'Asked for by the family']),
  })
}
