/**
 * What is said of one student in three cells: one word, a short list, one day. The managed columns of a check and the
 * formula PLAN_FLAGS write the same.
 */

import type { IsoDate } from '../policy/schema.ts'
import type { Evaluation, Finding, FindingCode } from './finding.ts'
import { codeName, statusWords } from './messages.ts'

export interface Flag {
  /** One of {@link studentStatusWords}. */
  readonly status: string
  /** 'Individual conference (3.3.2); Plan signature (3.1.7)', '' when nothing is open. */
  readonly openItems: string
  /** The earliest day among what is to do or late. */
  readonly nextDue?: IsoDate
}

const onTrackWord = 'On track'

/** The statuses that a person should do something about, the most pressing first. */
const pressing = ['LATE', 'CHECK', 'OPEN'] as const

/** Every word that can stand under Status. */
export const studentStatusWords: ReadonlySet<string> = new Set([
  ...pressing.map((status) => statusWords[status]),
  onTrackWord,
  statusWords.NA,
])

/** More than this many items make a cell that nobody reads. */
const mostItems = 5

/**
 * The flag of every student.
 *
 * Students who share one id get one and the same flag, a question: their records cannot be told apart, and a row that is
 * sorted while it is written could not either.
 *
 * @returns in the order of `evaluation.students`
 */
export function studentFlags(evaluation: Evaluation): readonly Flag[] {
  const holders = new Map<string, number>()
  for (const { student } of evaluation.students) holders.set(student.id, (holders.get(student.id) ?? 0) + 1)
  return evaluation.students.map(({ student, applies, findings }) => {
    const sharing = holders.get(student.id) ?? 1
    return sharing > 1 ? sharedIdFlag(sharing) : flagOf(findings, applies)
  })
}

function sharedIdFlag(rows: number): Flag {
  return {
    status: statusWords.CHECK,
    openItems: `This student id stands in ${rows} rows. Give every student an id of their own, then check again`,
  }
}

/**
 * @param findings of one student
 * @param applies whether the policy asks anything of the student
 */
export function flagOf(findings: readonly Finding[], applies: boolean): Flag {
  const items: string[] = []
  let status: string | undefined
  for (const wanted of pressing) {
    const ofStatus = findings.filter((finding) => finding.status === wanted)
    if (ofStatus.length > 0) status ??= statusWords[wanted]
    ofStatus.sort((a, b) => byText(a.dueOn ?? '9999', b.dueOn ?? '9999'))
    for (const finding of ofStatus) items.push(itemText(finding))
  }
  const due = findings
    .filter((finding) => finding.status === 'OPEN' || finding.status === 'LATE')
    .map((finding) => finding.dueOn)
    .filter((day) => day !== undefined)
    .sort(byText)[0]
  return {
    status: status ?? (applies ? onTrackWord : statusWords.NA),
    openItems: listed(items),
    ...(due === undefined ? {} : { nextDue: due }),
  }
}

function itemText({ code, detail, clause }: Finding): string {
  return `${itemName(code, detail)}${clause === '' ? '' : ` (${clause})`}`
}

/** 'Individual conference', 'Two conferences 1 of 2'. */
export function itemName(code: FindingCode, detail: string): string {
  return `${codeName(code)}${/^\d+\/\d+$/.test(detail) ? ` ${detail.replace('/', ' of ')}` : ''}`
}

function listed(items: readonly string[]): string {
  const unique = [...new Set(items)]
  const shown = unique.slice(0, mostItems).join('; ')
  return unique.length > mostItems ? `${shown}; +${unique.length - mostItems} more` : shown
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
