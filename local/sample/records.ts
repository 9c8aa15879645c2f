/** What a school has on file about its students: the shapes that the two styles of workbooks are written from. */
import type { SampleStudent } from './students.ts'

/**
 * A day as somebody put it on file: 'YYYY-MM-DD', in a few cases words such as 'week of Oct 5', '' where it is blank.
 */
export type DayOnFile = string

/** Whether a day can be read. */
export function isDay(day: DayOnFile): boolean {
  return /^\d{4}-/.test(day)
}

/** Who came to a conference; undefined where nobody wrote it down. */
export type Came = 'both' | 'student' | 'parent' | 'nobody' | undefined

export type SampleStatus = 'scheduled' | 'held' | 'no-show' | 'declined' | 'cancelled-family' | 'cancelled-school'

export interface SampleConference {
  readonly student: SampleStudent
  readonly kind: 'individual' | 'group' | 'iep' | 'other'
  readonly status: SampleStatus
  readonly date: DayOnFile
  /** '' but for groups. */
  readonly session: string
  /** '15:20' */
  readonly time: string
  readonly place: string
  readonly mode: 'in person' | 'phone' | 'video'
  readonly invitedOn: DayOnFile
  readonly invitedCount: number | undefined
  readonly came: Came
  readonly staff: string
  readonly role: 'teacher' | 'counselor' | 'special education'
  /** Minutes for parent and teacher alone. */
  readonly minutes: number | undefined
  readonly ilpReviewed: boolean | undefined
  /** Strengths, data, the student's goals, the support plan. */
  readonly ticks: readonly (boolean | undefined)[]
  readonly infoGivenOn: DayOnFile
  readonly copyFiledOn: DayOnFile
  readonly source: 'own' | 'prior'
  readonly notes: string
}

export interface SampleContact {
  readonly student: SampleStudent
  readonly date: string
  readonly about: 'individual' | 'group'
  readonly channel: 'letter' | 'phone' | 'e-mail' | 'text message'
  readonly outcome: string
  /** False where the outcome says that it never came to the family. */
  readonly arrived: boolean
  readonly by: string
}

export interface SamplePlan {
  readonly student: SampleStudent
  readonly kind: 'ILP' | 'PCCR'
  readonly createdOn: DayOnFile
  readonly source: 'own' | 'prior'
  readonly signedOn: DayOnFile
  readonly signedBy: '' | 'parent' | 'student' | 'counselor'
  readonly method: '' | 'paper' | 'electronic'
  readonly preparedBy: 'student' | 'counselor' | 'teacher'
  /** Graduation requirements, workplace skills, goals, courses, links, progress, strengths. */
  readonly sections: readonly (boolean | undefined)[]
  readonly cluster: string
  readonly coursePlan: boolean | undefined
  readonly testsOn: DayOnFile
  readonly objectives: '' | 'none' | 'occupational' | 'post-secondary' | 'both'
  readonly reviewer: string
  readonly earlyGraduation: boolean | undefined
  /** '' where nobody wrote it, 'no' where it is not kept. */
  readonly keptAt: string
}

export interface SampleUpdate {
  readonly student: SampleStudent
  readonly date: string
  readonly by: string
  readonly what: string
}

/** All of one school; conferences, contacts and updates in the order of their days. */
export interface SampleRecords {
  readonly conferences: SampleConference[]
  readonly contacts: SampleContact[]
  readonly plans: SamplePlan[]
  readonly updates: SampleUpdate[]
}

/** Whether the school had the student on this day. */
export function isHere({ entryDate, exitDate }: SampleStudent, day: string): boolean {
  return entryDate <= day && (exitDate === '' || day <= exitDate)
}
