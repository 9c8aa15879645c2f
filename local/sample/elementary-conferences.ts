/** Conferences of kindergarten to grade 6: two nights in October, two in March, and IEP meetings in between. */
import type { Chance } from './chance.ts'
import { BLANK_CONFERENCE, type Outcome } from './conference.ts'
import { contactFamily } from './contacts.ts'
import { LAST_ENTRY, later, schoolDay } from './days.ts'
import { isHere, type SampleConference, type SampleRecords } from './records.ts'
import type { SampleStudent } from './students.ts'

const FALL_NIGHTS = ['2026-10-07', '2026-10-08']
const SPRING_NIGHTS = ['2027-03-03', '2027-03-04']
const SLOTS = ['15:20', '15:40', '16:00', '16:20', '16:40', '17:20', '17:40', '18:00']
const INVITED_ON = '2026-09-21'

/** How the fall conference went, in a hundred families; 'undefined' where nothing was written down. */
const FALL_NIGHT: readonly Outcome[] = [
  { share: 83.5, status: 'held', came: 'both' },
  { share: 3, status: 'held', came: 'student' },
  { share: 4.5, status: 'held', came: 'parent' },
  { share: 1, status: 'held', came: undefined },
  { share: 3.5, status: 'no-show', came: 'nobody' },
  { share: 2, status: 'cancelled-family', came: 'nobody' },
  { share: 0.5, status: 'declined', came: 'nobody' },
  { share: 0.5, status: 'cancelled-school', came: 'nobody' },
  { share: 1.5, status: undefined, came: undefined },
]

const NOTES = [
  'Reading group',
  'Wants more math',
  'Asked about speech',
  'New glasses',
  'Grandma picks up',
  'Very proud',
]

/** Adds what this family was invited to and how it was reached. */
export function addElementaryYear(student: SampleStudent, chance: Chance, records: SampleRecords): void {
  const base = {
    ...BLANK_CONFERENCE,
    student,
    kind: 'individual',
    staff: student.teacher,
    role: 'teacher',
    place: 'Classroom',
    time: chance.pick(SLOTS),
  } as const
  const night = chance.pick(FALL_NIGHTS)
  if (isHere(student, night)) fallNight(base, night, chance, records)
  else newcomer(base, chance, records)
  if (student.iep) iepMeeting(base, chance, records)
  if (student.exitDate === '' && chance.percent(30)) {
    records.conferences.push({ ...base, date: chance.pick(SPRING_NIGHTS), status: 'scheduled', came: undefined })
  }
}

type Base = Omit<SampleConference, 'date' | 'status' | 'came'>

function fallNight(base: Base, night: string, chance: Chance, records: SampleRecords): void {
  const { student } = base
  const { status, came } = chance.pickByShare(FALL_NIGHT)
  if (status === 'held') {
    records.conferences.push(held(base, night, came, chance))
    if (came !== 'both') contactFamily(student, 'individual', '2026-09-28', chance.between(0, 3), chance, records)
    const again = schoolDay(later('2026-10-26', chance.between(0, 21)))
    if (chance.percent(5) && isHere(student, again)) {
      records.conferences.push({ ...held(base, again, 'both', chance), notes: 'Asked for by the family' })
    }
  } else if (status !== undefined) {
    records.conferences.push({ ...base, date: night, status, came, invitedOn: INVITED_ON })
    contactFamily(student, 'individual', '2026-10-12', chance.between(0, 3), chance, records)
    const makeUp = schoolDay(later('2026-10-19', chance.between(0, 28)))
    if (chance.percent(45) && isHere(student, makeUp)) {
      records.conferences.push({ ...held(base, makeUp, 'both', chance), invitedOn: schoolDay(later(makeUp, -6)) })
    }
  }
}

/** A conference that took place, with what the teacher ticked and filed. */
function held(base: Base, day: string, came: SampleConference['came'], chance: Chance): SampleConference {
  const tick = (): boolean | undefined => (chance.percent(1) ? false : chance.percent(3) ? undefined : true)
  const filedOn = schoolDay(later(day, chance.between(1, 12)))
  return {
    ...base,
    date: chance.percent(0.4) ? chance.pick(['week of Oct 5', 'conf night', 'Oct ?']) : day,
    status: 'held',
    came,
    mode: chance.percent(9) ? 'phone' : chance.percent(4) ? 'video' : 'in person',
    invitedOn: INVITED_ON,
    minutes: chance.percent(5) ? undefined : chance.percent(1.5) ? 2 : chance.between(3, 5),
    ticks: [tick(), tick(), tick(), tick()],
    infoGivenOn: chance.percent(4) ? '' : day,
    copyFiledOn: chance.percent(12) || filedOn > LAST_ENTRY ? '' : filedOn,
    notes: chance.percent(6) ? chance.pick(NOTES) : '',
  }
}

/** Who came after the fall conferences had one at the former school, or is received here. */
function newcomer(base: Base, chance: Chance, records: SampleRecords): void {
  const { student } = base
  if (student.entryDate <= FALL_NIGHTS[0]!) return
  if (student.isNew && student.family.hasFormerRecords && chance.percent(60)) {
    records.conferences.push({
      ...held(base, schoolDay('2026-09-24'), 'both', chance),
      date: '2026-09-24',
      // A clerk who forgets the word makes it look like a conference of ours from before the student came.
      source: chance.percent(15) ? 'own' : 'prior',
      staff: 'former school',
      place: '',
    })
  }
  const received = schoolDay(later(student.entryDate, chance.between(2, 14)))
  if (received <= LAST_ENTRY && chance.percent(55)) {
    records.conferences.push({ ...held(base, received, 'both', chance), invitedOn: '' })
  }
}

function iepMeeting(base: Base, chance: Chance, records: SampleRecords): void {
  const day = schoolDay(later('2026-09-14', chance.between(0, 62)))
  if (!chance.percent(55) || !isHere(base.student, day)) return
  records.conferences.push({
    ...held(base, day, chance.percent(92) ? 'both' : 'parent', chance),
    kind: 'iep',
    date: day,
    time: '14:00',
    place: 'Conference room',
    staff: `${base.staff}, special education`,
    role: 'special education',
    ilpReviewed: chance.percent(60) ? true : chance.percent(90) ? false : undefined,
    notes: '',
  })
}
