/**
 * What the sample school has on file by 23 November 2026: conferences of the fall, contacts with families, plans and
 * their updates, with the gaps that a school has by then.
 */
import { Chance } from './chance.ts'
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

export interface SampleContact {
  readonly studentId: string
  readonly date: string
  readonly about: string
  readonly channel: string
  readonly language: string
  readonly outcome: string
  readonly by: string
}

export interface SamplePlan {
  readonly studentId: string
  readonly createdOn: string
  readonly source: 'own' | 'prior'
  readonly signedOn: string
  readonly signedBy: string
  readonly method: string
  readonly preparedBy: string
  /** Graduation requirements, workplace skills, goals, courses, links, progress, strengths. */
  readonly sections: readonly string[]
  readonly cluster: string
  readonly coursePlan: string
  readonly testsOn: string
  readonly objectives: string
  readonly reviewer: string
  readonly earlyGraduation: string
  readonly keptAt: string
}

export interface SampleUpdate {
  readonly studentId: string
  readonly date: string
  readonly by: string
  readonly what: string
}

export interface SampleRecords {
  readonly conferences: SampleConference[]
  readonly contacts: SampleContact[]
  readonly plans: SamplePlan[]
  readonly updates: SampleUpdate[]
}

/** Everything on file for these students. */
export function sampleRecords(students: readonly SampleStudent[]): SampleRecords {
  const records: SampleRecords = { conferences: [], contacts: [], plans: [], updates: [] }
  const chance = new Chance(4101)
  for (const student of students) {
    if (student.grade <= 6) elementaryYear(student, chance, records)
    else secondaryYear(student, chance, records)
  }
  records.conferences.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  records.contacts.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  records.updates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return records
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
function elementaryYear(student: SampleStudent, chance: Chance, records: SampleRecords): void {
  const here = student.entryDate < '2026-10-07'
  const staff = ELEMENTARY_TEACHERS[student.grade] as string
  const base = { ...NOTHING, studentId: student.id, staff, role: 'teacher', place: `Room ${100 + student.grade}` }
  const date = chance.pick(['2026-10-07', '2026-10-08'])
  const time = chance.pick(['15:20', '16:00', '16:40', '17:20', '18:00'])
  const luck = chance.between(1, 100)
  if (here && luck <= 88) {
    const phone = chance.percent(12)
    records.conferences.push({
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
    if (luck > 80) contactFamily(student, 'individual', '2026-09-28', chance.between(0, 2), chance, records)
  } else if (here && luck <= 97) {
    records.conferences.push({
      ...base,
      kind: 'individual',
      date,
      time,
      status: luck % 2 ? 'no-show' : 'cancelled-family',
      invitedOn: '2026-09-21',
      student: 'N',
      parent: 'N',
    })
    contactFamily(student, 'individual', '2026-10-12', chance.between(0, 3), chance, records)
  }
  if (student.iep && chance.percent(60)) {
    const meeting = schoolDay(later('2026-09-14', chance.between(0, 50)))
    records.conferences.push({
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
    records.conferences.push({
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

function secondaryYear(student: SampleStudent, chance: Chance, records: SampleRecords): void {
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
    records.conferences.push({
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
    if (!parent) contactFamily(student, 'group', '2026-09-04', chance.between(0, 2), chance, records)
  }
  if (student.grade === 8) lastYear(student, base, chance, records)
  if ([7, 8, 9, 11].includes(student.grade)) individual(student, base, chance, records)
  plan(student, chance, records)
}

/** Grade 7 was last year: one half of the two-year window. */
function lastYear(
  student: SampleStudent,
  base: Omit<SampleConference, 'kind' | 'date' | 'status'>,
  chance: Chance,
  records: SampleRecords,
): void {
  if (!chance.percent(70)) return
  const source = student.isNew ? 'prior' : 'own'
  records.conferences.push({
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
  records: SampleRecords,
): void {
  const luck = chance.between(1, 100)
  const start = student.entryDate > '2026-09-08' ? later(student.entryDate, 3) : '2026-09-08'
  const date = schoolDay(later(start, chance.between(0, 60)))
  if (date < '2026-11-20' && luck <= (student.grade === 7 ? 25 : 56)) {
    records.conferences.push({
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
    if (luck % 6 === 0) contactFamily(student, 'individual', later(date, -14), chance.between(1, 3), chance, records)
  } else if (date < '2026-11-20' && luck <= 74) {
    records.conferences.push({
      ...base,
      kind: 'individual',
      date,
      time: '10:00',
      status: luck % 3 === 0 ? 'declined' : 'no-show',
      invitedOn: later(date, -14),
      student: 'N',
      parent: 'N',
    })
    contactFamily(student, 'individual', later(date, -14), chance.between(1, 3), chance, records)
  } else if (luck <= 84) {
    records.conferences.push({
      ...base,
      kind: 'individual',
      date: schoolDay(later('2026-12-01', chance.between(0, 60))),
      time: '10:00',
      status: 'scheduled',
      invitedOn: '2026-11-16',
    })
  }
}

function contactFamily(
  student: SampleStudent,
  about: string,
  first: string,
  times: number,
  chance: Chance,
  records: SampleRecords,
): void {
  for (let time = 0; time < times; time++) {
    const date = schoolDay(later(first, 6 * time + chance.between(0, 3)))
    if (date > '2026-11-20') return
    const channel = chance.pick(['letter', 'phone', 'e-mail', 'text message'])
    const outcome = chance.percent(10)
      ? channel === 'phone'
        ? 'wrong number'
        : 'undeliverable'
      : channel === 'phone'
        ? 'left a message'
        : 'sent'
    records.contacts.push({
      studentId: student.id,
      date,
      about,
      channel,
      language: student.language,
      outcome,
      by: chance.pick(['office', student.counselor, student.counselor]),
    })
  }
}

const CLUSTERS = [
  'Health Science',
  'Information Technology',
  'Agriculture',
  'Business',
  'Education',
  'Construction',
  'Arts and Media',
]

/** Made in the fall of grade 7, signed within some weeks, updated every year. */
function plan(student: SampleStudent, chance: Chance, records: SampleRecords): void {
  const luck = chance.between(1, 100)
  if (luck > 94 || (student.grade === 7 && luck > 84)) return
  const seventhGrade = 2026 - (student.grade - 7) - (student.repeats ? 1 : 0)
  const isLate = student.grade === 7 && luck % 9 === 0
  const start = student.grade === 7 && student.isNew ? later(student.entryDate, 2) : `${seventhGrade}-08-27`
  const createdOn = schoolDay(later(isLate ? `${seventhGrade}-10-26` : start, chance.between(0, isLate ? 20 : 40)))
  if (createdOn > '2026-11-20') return
  const signedOn = schoolDay(later(createdOn, chance.between(0, 24)))
  const isSigned = luck % 6 !== 0 && signedOn <= '2026-11-20'
  const isAdult = student.birthDate <= '2008-11-23'
  records.plans.push({
    studentId: student.id,
    createdOn,
    source: student.isNew && student.grade > 7 ? 'prior' : 'own',
    signedOn: isSigned ? signedOn : '',
    signedBy: isSigned ? (isAdult && luck % 2 ? 'student' : 'parent') : '',
    method: isSigned ? chance.pick(['paper', 'paper', 'electronic']) : '',
    preparedBy: student.grade >= 9 && luck % 11 === 0 ? 'counselor' : 'student',
    sections: ['Y', 'Y', 'Y', luck % 12 === 0 ? 'N' : 'Y', luck % 15 === 0 ? '' : 'Y', 'Y', 'Y'],
    cluster: student.grade >= 9 ? (luck % 8 === 0 ? '' : chance.pick(CLUSTERS)) : '',
    coursePlan: student.grade >= 9 ? (luck % 10 === 0 ? 'N' : 'Y') : '',
    testsOn: luck % 5 === 0 ? '' : later(createdOn, 30) > '2026-11-20' ? '' : later(createdOn, 30),
    objectives: chance.pick(['none', 'occupational', 'post-secondary', 'both']),
    reviewer: luck % 4 === 0 ? '' : 'D. Richins',
    earlyGraduation: student.earlyGraduation ? (luck % 2 ? 'Y' : 'N') : 'N',
    keptAt: luck % 29 === 0 ? '' : 'Counseling office',
  })
  if (student.grade === 7) return
  for (let year = Math.max(seventhGrade + 1, 2024); year <= 2026; year++) {
    if (!chance.percent(year === 2026 ? 52 : 90)) continue
    const date = schoolDay(later(`${year}-09-08`, chance.between(0, 70)))
    if (date > '2026-11-20' || date < student.entryDate) continue
    records.updates.push({
      studentId: student.id,
      date,
      by: chance.pick([student.counselor, 'student', 'parent']),
      what: chance.pick(['courses', 'courses', 'goals', 'college choice', 'cluster']),
    })
  }
}
