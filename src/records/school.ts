/**
 * What the school has on file: the shapes that the readers of this room make and that compliance judges.
 *
 * Three rules hold everywhere: a date is a 'YYYY-MM-DD' string; a yes/no that the school left blank is `undefined`,
 * never `false` (reading R0); and every record knows the row that it came from.
 */
import type { CreditRule } from '../policy/graduation.ts'
import type { Grade, IsoDate, SchoolYear } from '../policy/schema.ts'
import type { PlanTextColumn } from './plan-text-columns.ts'

/** One sheet row, so that a finding can show what it looked at. `row` is the sheet's own number, from 1. */
export interface RowRef {
  readonly sheet: string
  readonly row: number
}

/** One cell: a row and the heading of its column, as the school wrote it. */
export interface CellRef extends RowRef {
  readonly column?: string
}

/** A yes, a no, or a blank cell. */
export type YesNo = boolean | undefined

/** Whether the school itself or a former school made the record. */
export type Source = 'own' | 'prior'

export interface Student {
  readonly at: RowRef
  /** As written, leading zeros kept. Never empty. */
  readonly id: string
  readonly lastName: string
  readonly firstName: string
  readonly preferredName?: string
  readonly birthDate?: IsoDate
  /** `undefined` when the cell is blank or cannot be read; that is a problem of its own. */
  readonly grade?: Grade
  readonly entryDate?: IsoDate
  readonly exitDate?: IsoDate
  readonly iep: YesNo
  readonly earlyGraduation: YesNo
  readonly counselor?: string
  readonly homeroomTeacher?: string
  // What follows is for letters. No finding hangs on it, and what is not on file is absent.
  readonly homeLanguage?: Language
  /** The language that the family asked to be written to in; goes before the home language. */
  readonly letterLanguage?: Language
  readonly interpreterNeeded?: boolean
  /** The school must not write to or call this family. */
  readonly noContact?: boolean
  readonly guardians?: readonly Guardian[]
  /** Where letters to the family go. */
  readonly mail?: MailAddress
  readonly history: readonly GradeYear[]
  readonly conferences: readonly Conference[]
  readonly contacts: readonly Contact[]
  readonly plans: readonly Plan[]
  readonly updates: readonly PlanUpdate[]
  /** Course names by list; both are needed before registration can be held against the plan. */
  readonly courses?: {
    readonly planned: readonly string[]
    readonly registered: readonly string[]
    readonly at: RowRef
  }
  // What follows is for the plan document; absent where nothing is on file.
  /** Every row of the course lists, in their order. */
  readonly courseRecords?: readonly CourseRecord[]
  readonly planTexts?: readonly PlanTexts[]
  /** Absent where none was changed. */
  readonly changedDocuments?: readonly ChangedDocument[]
}

/** A plan document that was changed after it was first made. */
export interface ChangedDocument {
  /** Its row of the tab Documents. */
  readonly at: RowRef
  readonly kind: NonNullable<Plan['kind']>
  readonly schoolYear: SchoolYear
  /** The last day on which it was. */
  readonly changedOn: IsoDate
}

/** One course of one student, planned, registered for or done. */
export interface CourseRecord {
  readonly at: RowRef
  readonly course: string
  /** The graduation requirement that it counts for, as written. */
  readonly area?: string | undefined
  /** In which grade it is taken; or the school year says it. */
  readonly grade?: Grade | undefined
  readonly schoolYear?: SchoolYear | undefined
  readonly on: readonly CourseList[]
  readonly creditsEarned?: number | undefined
  readonly creditsPlanned?: number | undefined
}

export type CourseList = 'planned' | 'registered' | 'completed'

/** What the plan of one school year says in words; without a year it holds for every one. */
export interface PlanTexts {
  readonly at: RowRef
  readonly schoolYear?: SchoolYear | undefined
  readonly texts: Readonly<Partial<Record<PlanTextColumn, string>>>
}

export interface Language {
  /** ISO 639-3; absent where the text is a number of a local list, or not known here. */
  readonly code?: string
  /** As written. */
  readonly text: string
}

/** A parent or another adult of the family, in the words of the school. */
export interface Guardian {
  readonly name?: string
  readonly relation?: string
  readonly phone?: string
  readonly email?: string
  /** Addresses of this guardian beside the one where the family's letters go. */
  readonly addresses?: readonly MailAddress[]
}

export interface MailAddress {
  /** To whom, where it is not simply the guardians. */
  readonly name?: string
  readonly street?: string
  readonly city?: string
  readonly state?: string
  readonly zip?: string
  /** The last day on which it holds. */
  readonly until?: IsoDate
}

export interface GradeYear {
  readonly at: RowRef
  readonly schoolYear: SchoolYear
  readonly grade: Grade
  readonly entryDate?: IsoDate
  readonly exitDate?: IsoDate
  readonly source: Source
}

export type ConferenceKind = 'individual' | 'group' | 'small_group' | 'iep' | 'other'
export type ConferenceStatus = 'scheduled' | 'held' | 'no-show' | 'declined' | 'cancelled-family' | 'cancelled-school'

export interface Conference {
  readonly at: RowRef
  readonly kind: ConferenceKind
  readonly status: ConferenceStatus
  readonly date: IsoDate
  readonly source: Source
  readonly studentAttended: YesNo
  readonly parentAttended: YesNo
  /** From staff_names; true where the school keeps no column for staff, since it is the school that logs the conference. */
  readonly staffPresent: YesNo
  readonly invitedOn?: IsoDate | undefined
  /** How many students were invited; `undefined` when blank. */
  readonly invitedCount?: number | undefined
  /** The individual learning plan was reviewed at this (IEP) meeting. */
  readonly ilpReviewed: YesNo
  readonly privateMinutes?: number | undefined
  readonly ticks: Readonly<Record<AgendaTick, YesNo>>
  readonly infoGivenOn?: IsoDate | undefined
  readonly copyFiledOn?: IsoDate | undefined
}

export type AgendaTick = 'strengths' | 'data' | 'studentGoals' | 'supportPlan'

export interface Contact {
  readonly at: RowRef
  readonly date: IsoDate
  /** What it invited to; `undefined` when blank. */
  readonly about: 'individual' | 'group' | undefined
  /** False when its outcome says that it never arrived (undeliverable, wrong number): reading R10. */
  readonly arrived: boolean
}

export type PlanSection = 'grad' | 'work' | 'goals' | 'courses' | 'links' | 'progress' | 'strengths'
export type FilePart = 'registration' | 'teachers' | 'reportCards' | 'participants'

export interface Plan {
  readonly at: RowRef
  /** The elementary plan (ILP, SEP), the secondary plan (PCCR, SEOP), or `undefined` when blank, which fits both. */
  readonly kind: 'elementary' | 'secondary' | undefined
  readonly createdOn?: IsoDate | undefined
  readonly source: Source
  readonly signedOn?: IsoDate | undefined
  /** Blank means a parent, by the column's own name. */
  readonly signedBy?: 'parent' | 'student' | 'other' | undefined
  readonly preparedBy?: 'student' | 'other' | undefined
  readonly sections: Readonly<Record<PlanSection, YesNo>>
  readonly testsOn?: IsoDate | undefined
  readonly cluster?: string | undefined
  readonly clusterOn?: IsoDate | undefined
  readonly coursePlan: YesNo
  readonly careerObjectives?: 'none' | 'occupational' | 'post-secondary' | 'both' | undefined
  readonly careerReviewer?: string | undefined
  readonly earlyGraduationPlanned: YesNo
  /** Where the plan is kept: a place, or false when the school wrote that it is not kept. */
  readonly keptAt?: string | false | undefined
  readonly file: Readonly<Record<FilePart, YesNo>>
}

export interface PlanUpdate {
  readonly at: RowRef
  readonly date: IsoDate
}

/** First and last day of instruction. */
export interface Term {
  readonly firstDay: IsoDate
  readonly lastDay: IsoDate
  /** True when no calendar was given and the days are our guess: third Monday of August, last Friday of May. */
  readonly assumed?: boolean
}

export interface SchoolLogEntry {
  readonly at: RowRef
  readonly schoolYear?: SchoolYear
  readonly item: 'training' | 'annual_report' | 'council_review' | 'consultation' | 'resource_request'
  readonly date?: IsoDate
  readonly participants?: string
}

/** The columns whose absence means "not tracked" (reading R30), by canonical tab and column name. */
export type TrackedColumn = `${'Students' | 'Conferences' | 'Plans' | 'SchoolLog' | 'Courses'}.${string}`

export interface School {
  readonly students: readonly Student[]
  readonly calendar: ReadonlyMap<SchoolYear, Term>
  readonly log: readonly SchoolLogEntry[]
  /** Of the tab Graduation Requirements; absent where there is no such tab. */
  readonly graduation?: readonly CreditRule[]
  /** Canonical columns that the workbook has, e.g. 'Conferences.info_given_on'. */
  readonly tracked: ReadonlySet<TrackedColumn>
}
