/**
 * A student while the tabs are being read: the finished shape, still open for the records that are found.
 */
import type {
  ChangedDocument,
  Conference,
  Contact,
  CourseRecord,
  GradeYear,
  Guardian,
  MailAddress,
  Plan,
  PlanTexts,
  PlanUpdate,
  Student,
} from './school.ts'

/** The same shape with fields that can still be set. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] }

export type GuardianDraft = Draft<Omit<Guardian, 'addresses'>> & { addresses?: MailAddress[] }

export type StudentDraft = Draft<
  Omit<
    Student,
    | 'guardians'
    | 'history'
    | 'conferences'
    | 'contacts'
    | 'plans'
    | 'updates'
    | 'courseRecords'
    | 'planTexts'
    | 'changedDocuments'
  >
> & {
  guardians?: GuardianDraft[]
  readonly history: GradeYear[]
  readonly conferences: Conference[]
  readonly contacts: Contact[]
  readonly plans: Plan[]
  readonly updates: PlanUpdate[]
  courseRecords?: CourseRecord[]
  planTexts?: PlanTexts[]
  changedDocuments?: ChangedDocument[]
}

/** Only what is known becomes a property, and what is known stays. */
export function fill<T, K extends keyof T>(record: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) record[key] ??= value
}
