/**
 * What follows from a policy and the records, for one student and one requirement.
 */
import type { Grade, IsoDate, PolicyId, RequirementCode, SchoolYear } from '../policy/schema.ts'
import type { CellRef, Student } from '../records/school.ts'
import type { MessageKey } from './messages.ts'

/**
 * MET · MET-LATE (done after its due date) · OPEN (not done, time is left) · LATE (not done, time is over) ·
 * CHECK (the records cannot decide; a person must) · NA · NOTE (information only).
 */
export type Status = 'MET' | 'MET-LATE' | 'OPEN' | 'LATE' | 'CHECK' | 'NA' | 'NOTE'

export type FindingCode = RequirementCode | 'SIGN-AGAIN' | 'GRADE' | 'DATA-DUP' | 'DATA-DATE' | 'OUT-OF-TERM'

export interface Finding {
  /** '' for a duty of the school as a whole. */
  readonly studentId: string
  readonly code: FindingCode
  readonly status: Status
  readonly clause: string
  /** '1/2', 'PS', 'adult', 'grad,work', '2026-10-02/2026-11-05' (signed and changed); '' where the code says it all. */
  readonly detail: string
  readonly opensOn: IsoDate | undefined
  readonly dueOn: IsoDate | undefined
  /** Days from the as-of date to `dueOn`; negative when it has passed. */
  readonly daysLeft: number | undefined
  /** The rows that it looked at. */
  readonly evidence: readonly CellRef[]
  readonly message: MessageKey
}

export interface StudentFindings {
  readonly student: Student
  /** False before entry, after exit, and in grades that the policy asks nothing of. */
  readonly applies: boolean
  /** In the order of the policy; those that are MET or NA only where the context asks for all. */
  readonly findings: readonly Finding[]
}

/** How many students of one grade stand where with one requirement (R31). */
export interface Tally {
  /** Undefined for students whose grade is not known. */
  readonly grade: Grade | undefined
  readonly code: FindingCode
  readonly clause: string
  readonly counts: Readonly<Partial<Record<Status, number>>>
}

export interface Evaluation {
  readonly policyId: PolicyId
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  readonly students: readonly StudentFindings[]
  /** Duties of the school as a whole. */
  readonly school: readonly Finding[]
  /** For every grade and requirement that was looked at; a student counts once per status of a code. */
  readonly tallies: readonly Tally[]
  /** What no column of this workbook can show (R30): a code, or 'SECT(test)' where only a part is missing. */
  readonly notTracked: readonly string[]
}
