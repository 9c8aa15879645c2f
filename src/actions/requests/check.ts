/**
 * The request and the answer of a check.
 */
import * as z from 'zod/mini'
import type { FindingCode, Status } from '../../compliance/finding.ts'
import type { Gaps } from '../../compliance/gaps.ts'
import { policies } from '../../policy/packs.ts'
import type { Grade, IsoDate, PolicyId, SchoolYear } from '../../policy/schema.ts'
import type { Problem } from '../../records/problem.ts'
import type { CellRef } from '../../records/school.ts'
import { day, readRequest, schoolYear } from './read-request.ts'
import type { Refused } from './refused.ts'

/** Which findings the answer lists: none, those that are not met, or every one. */
export type AnswerWanted = 'counts' | 'findings' | 'all'

/** What a check may be told; whatever is absent comes from the Settings tab. */
export interface CheckRequest {
  readonly policy?: PolicyId
  readonly asOf?: IsoDate
  readonly schoolYear?: SchoolYear
  /** First and last day of instruction of that school year. */
  readonly firstDay?: IsoDate
  readonly lastDay?: IsoDate
  readonly answer?: AnswerWanted
}

/** One finding as it leaves the script. `studentId` is '' for a duty of the school as a whole. */
export interface AnsweredFinding {
  readonly studentId: string
  readonly grade?: Grade
  readonly code: FindingCode
  readonly status: Status
  readonly clause: string
  readonly detail: string
  readonly opensOn?: IsoDate | undefined
  readonly dueOn?: IsoDate | undefined
  readonly daysLeft?: number | undefined
  /** One plain sentence. */
  readonly message: string
  readonly evidence: readonly CellRef[]
}

/** How many findings of one code, clause and status there are. */
export interface CodeCount {
  readonly code: FindingCode
  readonly clause: string
  readonly status: Status
  readonly count: number
}

/** How one tab was understood. */
export interface AnsweredMapping {
  readonly sheet: string
  readonly kind: string
  /** Sheet row of the headings, from 1. */
  readonly headingRow: number
  readonly columns: readonly {
    readonly index: number
    readonly heading: string
    readonly field?: string
    readonly certainty: 'sure' | 'likely' | 'unsure'
    readonly samples: readonly string[]
  }[]
}

export interface CheckDone {
  readonly ok: true
  readonly policy: PolicyId
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  readonly students: number
  /** Findings of students, by status; a status that does not occur may be absent. */
  readonly counts: Readonly<Partial<Record<Status, number>>>
  readonly byCode: readonly CodeCount[]
  /** What students still lack, as the overview shows it. */
  readonly gaps: Gaps
  /** Absent when only counts were asked for. */
  readonly findings?: readonly AnsweredFinding[]
  readonly school: readonly AnsweredFinding[]
  /** What no column of this workbook can show: a code, or 'SECT(test)' where only a part is missing. */
  readonly notTracked: readonly string[]
  /** The same in words, each once: 'Conference agenda', 'Plan sections (in part)'. */
  readonly notTrackedNames: readonly string[]
  /** All of them, or the first hundred when only counts were asked for: an answer of more than about 1 MB may arrive as nothing. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
  readonly mappings: readonly AnsweredMapping[]
  /** Plain sentences, e.g. which policy was assumed. */
  readonly notes: readonly string[]
}

export type CheckAnswer = CheckDone | Refused

/** Made when a request comes: a formula, which loads the whole script for each call, does not pay for it. */
export function checkRequest() {
  const policyIds = policies.map((policy) => policy.id)
  const dayOf = (field: string) => z.exactOptional(day(`${field} must be a day like 2026-11-23.`))
  return z
    .strictObject(
      {
        policy: z.exactOptional(z.enum(policyIds, { error: `policy must be one of ${policyIds.join(', ')}.` })),
        asOf: dayOf('asOf'),
        schoolYear: z.exactOptional(schoolYear('schoolYear must be a school year like 2026-27.')),
        firstDay: dayOf('firstDay'),
        lastDay: dayOf('lastDay'),
        answer: z.exactOptional(
          z.enum(['counts', 'findings', 'all'], { error: 'answer must be counts, findings or all.' }),
        ),
      },
      {
        error: (issue) =>
          issue.code === 'unrecognized_keys'
            ? `${issue.keys.join(', ')}: not known; a check takes policy, asOf, schoolYear, firstDay, lastDay and answer.`
            : 'The request must be an object.',
      },
    )
    .check(
      z.refine((request) => !(request.firstDay && request.lastDay) || request.firstDay <= request.lastDay, {
        error: 'firstDay must not come after lastDay.',
      }),
    )
}

/** @throws RequestInvalid */
export function readCheckRequest(text: string): CheckRequest {
  return readRequest(text, checkRequest())
}
