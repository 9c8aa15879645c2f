/**
 * What follows from a policy and the records, for one student and one requirement.
 */
import type { IsoDate, PolicyId, RequirementCode, SchoolYear } from '../policy/schema.ts'
import type { CellRef, Student } from '../records/school.ts'
import type { MessageKey } from './messages.ts'

/**
 * MET · MET-LATE (done after its due date) · OPEN (not done, time is left) · LATE (not done, time is over) ·
 * CHECK (the records cannot decide; a person must) · NA · NOTE (information only).
 */
export type Status = 'MET' | 'MET-LATE' | 'OPEN' | 'LATE' | 'CHECK' | 'NA' | 'NOTE'

export type FindingCode = RequirementCode | 'GRADE' | 'DATA-DUP' | 'DATA-DATE' | 'OUT-OF-TERM'

export interface Finding {
  /** '' for a duty of the school as a whole. */
  readonly studentId: string
  readonly code: FindingCode
  readonly status: Status
  readonly clause: string
  /** '1/2', 'PS', 'adult', 'grad,work'; '' where the code says it all. */
  readonly detail: string
  readonly opensOn?: IsoDate
  readonly dueOn?: IsoDate
  /** Days from the as-of date to `dueOn`; negative when it has passed. */
  readonly daysLeft?: number
  /** The rows that it looked at. */
  readonly evidence: readonly CellRef[]
  readonly message: MessageKey
}

export interface StudentFindings {
  readonly student: Student
  /** Every requirement that was looked at, MET and NA too, in the order of the policy. */
  readonly findings: readonly Finding[]
}

export interface Evaluation {
  readonly policyId: PolicyId
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  readonly students: readonly StudentFindings[]
  /** Duties of the school as a whole. */
  readonly school: readonly Finding[]
  /** What no column of this workbook can show (R30): a code, or 'SECT(test)' where only a part is missing. */
  readonly notTracked: readonly string[]
}
