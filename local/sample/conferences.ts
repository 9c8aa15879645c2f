/** Conferences with families: held, missed and planned ones, with the contacts that belong to them. */
import type { Chance } from './chance.ts'
import { contactFamily, type SampleContact } from './contacts.ts'
import { later, schoolDay } from './days.ts'
import { ELEMENTARY_TEACHERS } from './names.ts'
import type { SampleStudent } from './students.ts'

export interface SampleConference {
  readonly studentId: string
  readonly kind: 'individual' | 'group' | 'iep'
  readonly date: string
  readonly time: string
  readonly place: string
  readonly mode: string
  readonly status: string
  readonly invitedOn: string
  readonly invitedCount: string
  readonly student: string
  readonly parent: string
  readonly staff: string
  readonly role: string
  readonly minutes: string
  readonly ilpReviewed: string
  /** Strengths, data, the student's goals, the support plan. */
  readonly ticks: readonly [string, string, string, string]
  readonly infoGivenOn: string
  readonly copyFiledOn: string
  readonly source: 'own' | 'prior'
  readonly notes: string
}

interface Meetings {
  readonly conferences: SampleConference[]
  readonly contacts: SampleContact[]
}

/** Adds what this student's family was invited to, and how they were reached. */
export function addConferences(student: SampleStudent, chance: Chance, meetings: Meetings): void {
  if (student.grade <= 6) elementaryYear(student, chance, meetings)
  else secondaryYear(student, chance, meetings)
}

const NOTHING: Omit<SampleConference, 'studentId' | 'kind' | 'date' | 'status' | 'place' | 'staff' | 'role'> = {
  time: '',
  mode: 'in person',
  invitedOn: '',
  invitedCount: '',
  student: '',
  parent: '',
  minutes: '',
  ilpReviewed: '',
  ticks: ['', '', '', ''],
  infoGivenOn: '',
  copyFiledOn: '',
  source: 'own',
  notes: '',
}

/** Conference nights of 7 and 8 October; the second round is on 3 and 4 March. */
function elementaryYear(student: SampleStudent, chance: Chance, meetings: Meetings): void {
  const here = student.entryDate < '2026-10-07'
  const staff = ELEMENTARY_TEACHERS[student.grade] as string
  const base = { ...NOTHING, studentId: student.id, staff, role: 'teacher', place: `Room ${100 + student.grade}` }
  const date = chance.pick(['2026-10-07', '2026-10-08'])
  const time = chance.pick(['15:20', '16:00', '16:40', '17:20', '18:00'])
  const luck = chance.between(1, 100)
  if (here && luck <= 88) {
    const phone = chance.percent(12)
    meetings.conferences.push({
      ...base,
      kind: 'individual',
      date,
      time,
      status: 'held',
      mode: phone ? 'phone' : 'in person',
      invitedOn: '2026-09-21',
      student: luck <= 6 ? 'N' : 'Y',
      parent: luck > 80 ? 'N' : 'Y',
      minutes: luck % 19 === 0 ? '' : String(chance.between(3, 5)),
      ticks: ['Y', 'Y', luck % 23 === 0 ? 'N' : 'Y', luck % 17 === 0 ? '' : 'Y'],
      infoGivenOn: date,
      copyFiledOn: luck % 13 === 0 ? '' : schoolDay(later(date, chance.between(1, 9))),
    })
    if (luck > 80) contactFamily(student, 'individual', '2026-09-28', chance.between(0, 2), chance, meetings.contacts)
  } else if (here && luck <= 97) {
    meetings.conferences.push({
      ...base,
      kind: 'individual',
      date,
      time,
      status: luck % 2 ? 'no-show' : 'cancelled-family',
      invitedOn: '2026-09-21',
      student: 'N',
      parent: 'N',
    })
    contactFamily(student, 'individual', '2026-10-12', chance.between(0, 3), chance, meetings.contacts)
  }
  if (student.iep && chance.percent(60)) {
    const meeting = schoolDay(later('2026-09-14', chance.between(0, 50)))
    meetings.conferences.push({
      ...base,
      kind: 'iep',
      date: meeting,
      time: '14:00',
      status: 'held',
      place: 'Conference room',
      student: 'Y',
      parent: 'Y',
      staff: `${staff}, L. Hatch`,
      ilpReviewed: chance.percent(50) ? 'Y' : 'N',
      minutes: '4',
      ticks: ['Y', 'Y', 'Y', 'Y'],
      infoGivenOn: meeting,
      copyFiledOn: later(meeting, 1),
    })
  }
  if (chance.percent(35)) {
    meetings.conferences.push({
      ...base,
      kind: 'individual',
      date: chance.pick(['2027-03-03', '2027-03-04']),
      time,
      status: 'scheduled',
    })
  }
}

const GROUP_DAYS: Readonly<Record<number, string>> = {
  7: '2026-09-15',
  8: '2026-09-16',
  10: '2026-09-23',
  12: '2026-09-29',
}

function secondaryYear(student: SampleStudent, chance: Chance, meetings: Meetings): void {
  const base = {
    ...NOTHING,
    studentId: student.id,
    staff: student.counselor,
    role: 'counselor',
    place: 'Counseling office',
  }
  const groupDay = GROUP_DAYS[student.grade]
  if (groupDay !== undefined && student.entryDate < groupDay && chance.percent(86)) {
    const attended = chance.percent(93)
    const parent = chance.percent(78)
    meetings.conferences.push({
      ...base,
      kind: 'group',
      date: groupDay,
      time: '09:00',
      status: attended || parent ? 'held' : 'no-show',
      place: 'Library',
      invitedOn: '2026-09-01',
      invitedCount: '10',
      student: attended ? 'Y' : 'N',
      parent: parent ? 'Y' : chance.percent(20) ? '' : 'N',
    })
    if (!parent) contactFamily(student, 'group', '2026-09-04', chance.between(0, 2), chance, meetings.contacts)
  }
  if (student.grade === 8) lastYear(student, base, chance, meetings)
  if ([7, 8, 9, 11].includes(student.grade)) individual(student, base, chance, meetings)
}

/** Grade 7 was last year: one half of the two-year window. */
function lastYear(
  student: SampleStudent,
  base: Omit<SampleConference, 'kind' | 'date' | 'status'>,
  chance: Chance,
  meetings: Meetings,
): void {
  if (!chance.percent(70)) return
  const source = student.isNew ? 'prior' : 'own'
  meetings.conferences.push({
    ...base,
    kind: 'group',
    date: '2025-09-17',
    time: '09:00',
    status: 'held',
    place: 'Library',
    invitedCount: '11',
    student: 'Y',
    parent: chance.percent(80) ? 'Y' : 'N',
    source,
  })
}

function individual(
  student: SampleStudent,
  base: Omit<SampleConference, 'kind' | 'date' | 'status'>,
  chance: Chance,
  meetings: Meetings,
): void {
  const luck = chance.between(1, 100)
  const start = student.entryDate > '2026-09-08' ? later(student.entryDate, 3) : '2026-09-08'
  const date = schoolDay(later(start, chance.between(0, 60)))
  if (date < '2026-11-20' && luck <= (student.grade === 7 ? 25 : 56)) {
    meetings.conferences.push({
      ...base,
      kind: 'individual',
      date,
      time: chance.pick(['08:20', '10:00', '13:40']),
      status: 'held',
      mode: luck % 9 === 0 ? 'video' : 'in person',
      invitedOn: later(date, -14),
      student: 'Y',
      parent: luck % 6 === 0 ? 'N' : 'Y',
      notes: luck % 14 === 0 ? 'Wants to visit the technical college' : '',
    })
    if (luck % 6 === 0)
      contactFamily(student, 'individual', later(date, -14), chance.between(1, 3), chance, meetings.contacts)
  } else if (date < '2026-11-20' && luck <= 74) {
    meetings.conferences.push({
      ...base,
      kind: 'individual',
      date,
      time: '10:00',
      status: luck % 3 === 0 ? 'declined' : 'no-show',
      invitedOn: later(date, -14),
      student: 'N',
      parent: 'N',
    })
    contactFamily(student, 'individual', later(date, -14), chance.between(1, 3), chance, meetings.contacts)
  } else if (luck <= 84) {
    meetings.conferences.push({
      ...base,
      kind: 'individual',
      date: schoolDay(later('2026-12-01', chance.between(0, 60))),
      time: '10:00',
      status: 'scheduled',
      invitedOn: '2026-11-16',
    })
  }
}
