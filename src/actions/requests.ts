/**
 * What crosses the wire between the sidebar (or the command line) and the script: JSON strings, because
 * google.script.run turns a Date anywhere into an empty answer without an error.
 *
 * The sidebar imports the types of this file and nothing else of the script.
 */
import type { FindingCode, Status } from '../compliance/finding.ts'
import { policies } from '../policy/packs.ts'
import type { Grade, IsoDate, PolicyId, SchoolYear } from '../policy/schema.ts'
import { addDays, shiftSchoolYear } from '../records/calendar.ts'
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

/**
 * What each field of a request must be, in words and as a test. By hand: of the script, which a formula loads for each
 * call, a library of schemas would be the largest part.
 */
const checkRules: readonly (readonly [field: keyof CheckRequest, must: string, fits: (value: unknown) => boolean])[] = [
  ['policy', `one of ${policies.map(({ id }) => id).join(', ')}`, (value) => policies.some(({ id }) => id === value)],
  ['asOf', 'a day like 2026-11-23', isDay],
  ['schoolYear', 'a school year like 2026-27', isSchoolYear],
  ['firstDay', 'a day like 2026-11-23', isDay],
  ['lastDay', 'a day like 2026-11-23', isDay],
  ['answer', 'counts, findings or all', (value) => value === 'counts' || value === 'findings' || value === 'all'],
]

/**
 * Reads the request of a check.
 *
 * @param text a JSON object with the fields of {@link CheckRequest}
 * @throws CheckStopped REQUEST_INVALID, with one sentence for each field that does not fit
 */
export function readCheckRequest(text: string): CheckRequest {
  const request = jsonObject(text)
  const sentences = checkRules
    .filter(([field, , fits]) => field in request && !fits(request[field]))
    .map(([field, must]) => `${field} must be ${must}.`)
  const fields = checkRules.map(([field]) => field as string)
  const unknown = Object.keys(request).filter((key) => !fields.includes(key))
  if (unknown.length > 0) sentences.push(`${unknown.join(', ')}: not known; a check takes ${fields.join(', ')}.`)
  const read: CheckRequest = request
  if (read.firstDay && read.lastDay && read.firstDay > read.lastDay) {
    sentences.push('firstDay must not come after lastDay.')
  }
  if (sentences.length > 0) throw new CheckStopped('REQUEST_INVALID', sentences.join(' '))
  return read
}

/** @throws CheckStopped REQUEST_INVALID */
function jsonObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new CheckStopped('REQUEST_INVALID', 'The request is not JSON.')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new CheckStopped('REQUEST_INVALID', 'The request must be an object.')
}

/** Whether it is a day that exists, written YYYY-MM-DD. */
function isDay(value: unknown): boolean {
  return typeof value === 'string' && addDays(value, 0) === value
}

function isSchoolYear(value: unknown): boolean {
  return typeof value === 'string' && shiftSchoolYear(value, 0) === value
}
