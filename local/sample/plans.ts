/** Plans for college and career, and what was changed in them since. */
import type { Chance } from './chance.ts'
import { later, schoolDay } from './days.ts'
import type { SampleStudent } from './students.ts'

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

interface PlansOnFile {
  readonly plans: SamplePlan[]
  readonly updates: SampleUpdate[]
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

/** Adds the plan of this student: made in the fall of grade 7, signed within some weeks, updated every year. */
export function addPlan(student: SampleStudent, chance: Chance, onFile: PlansOnFile): void {
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
  onFile.plans.push({
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
    onFile.updates.push({
      studentId: student.id,
      date,
      by: chance.pick([student.counselor, 'student', 'parent']),
      what: chance.pick(['courses', 'courses', 'goals', 'college choice', 'cluster']),
    })
  }
}
