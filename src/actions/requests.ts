/**
 * What crosses the wire between the sidebar (or the command line) and the script: JSON strings, because
 * google.script.run turns a Date anywhere into an empty answer without an error.
 *
 * The sidebar imports the types of this file and nothing else of the script.
 */
import * as z from 'zod/mini'
import type { FindingCode, Status } from '../compliance/finding.ts'
import { policies } from '../policy/packs.ts'
import type { Grade, IsoDate, PolicyId, SchoolYear } from '../policy/schema.ts'
import { isRealDay } from '../records/calendar.ts'
import { CheckStopped, type Problem } from '../records/problem.ts'
import type { CellRef } from '../records/school.ts'

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
  /** Absent when only counts were asked for. */
  readonly findings?: readonly AnsweredFinding[]
  readonly school: readonly AnsweredFinding[]
  /** What no column of this workbook can show: a code, or 'SECT(test)' where only a part is missing. */
  readonly notTracked: readonly string[]
  /** All of them, or the first hundred when only counts were asked for: an answer of more than about 1 MB may arrive as nothing. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
  readonly mappings: readonly AnsweredMapping[]
  /** Plain sentences, e.g. which policy was assumed. */
  readonly notes: readonly string[]
}

/** Nothing was checked and nothing was written. */
export interface Refused {
  readonly ok: false
  /** Stable and upper case, e.g. 'NO_ROSTER'. */
  readonly code: string
  /** Where, what, and what to do. */
  readonly message: string
}

export type CheckAnswer = CheckDone | Refused

/** The last check of this workbook, as far as the workbook itself remembers it. */
export interface LastCheck {
  readonly policy: PolicyId
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  readonly students: number
  readonly counts: CheckDone['counts']
  readonly byCode: readonly CodeCount[]
  /** 'YYYY-MM-DD HH:MM', wall time of the spreadsheet's zone. */
  readonly checkedAt: string
}

/** What the sidebar shows before anything is pressed. */
export interface Overview {
  readonly ok: true
  /** What the next check will use: from the Settings tab, else today and the assumed policy. */
  readonly policy: PolicyId
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  /** Every policy that can be chosen, with its name as a school would say it. */
  readonly policies: readonly { readonly id: PolicyId; readonly name: string }[]
  /** Absent when this workbook was never checked. */
  readonly last?: LastCheck
  readonly notes: readonly string[]
}

export type OverviewAnswer = Overview | Refused

/** What the sidebar may call: these functions of the script, with these strings. Each answer is JSON. */
export interface SidebarCalls {
  /** @returns an {@link OverviewAnswer} */
  getOverview(): string
  /**
   * @param request a {@link CheckRequest}
   * @returns a {@link CheckAnswer}; nothing where no request is given, as from the menu
   */
  checkRoster(request: string): string | undefined
}

/** Made when a request comes: a formula, which loads the whole script for each call, does not pay for it. */
function checkRequest() {
  const policyIds = policies.map((policy) => policy.id)

  const day = (field: string) =>
    z
      .string({ error: `${field} must be a day like 2026-11-23.` })
      .check(z.refine(isDay, { error: `${field} must be a day like 2026-11-23.` }))

  const schoolYear = z
    .string({ error: 'schoolYear must be a school year like 2026-27.' })
    .check(z.refine(isSchoolYear, { error: 'schoolYear must be a school year like 2026-27.' }))

  return z
    .strictObject(
      {
        policy: z.exactOptional(z.enum(policyIds, { error: `policy must be one of ${policyIds.join(', ')}.` })),
        asOf: z.exactOptional(day('asOf')),
        schoolYear: z.exactOptional(schoolYear),
        firstDay: z.exactOptional(day('firstDay')),
        lastDay: z.exactOptional(day('lastDay')),
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

/**
 * Reads the request of a check.
 *
 * @param text a JSON object with the fields of {@link CheckRequest}
 * @throws CheckStopped REQUEST_INVALID, with one sentence for each field that does not fit
 */
export function readCheckRequest(text: string): CheckRequest {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new CheckStopped('REQUEST_INVALID', 'The request is not JSON.')
  }
  const parsed = checkRequest().safeParse(raw)
  if (parsed.success) return parsed.data
  const sentences = new Set(parsed.error.issues.map((issue) => issue.message))
  throw new CheckStopped('REQUEST_INVALID', [...sentences].join(' '))
}

function isDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  return parts !== null && isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

function isSchoolYear(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})$/.exec(value)
  return parts !== null && (Number(parts[1]) + 1) % 100 === Number(parts[2])
}
