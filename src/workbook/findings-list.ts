/**
 * The Findings tab read back: it is the record of the last check, and the sidebar's numbers and lists come from it. Pure.
 *
 * A row that is no finding (the title block, the problems under the table, what a person wrote or broke) is passed over.
 */
import type { FindingCode, Status } from '../compliance/finding.ts'
import { isFindingCode, statusWords, unmetStatuses } from '../compliance/messages.ts'
import type { IsoDate } from '../policy/schema.ts'
import type { Cell } from '../records/tab.ts'

/** A finding as it stands on the tab. */
export interface WrittenFinding {
  /** '' for a duty of the school as a whole. */
  readonly studentId: string
  /** 'Alvarez, Mateo' */
  readonly name: string
  /** 'K', '7', '' where it is not known. */
  readonly grade: string
  readonly code: FindingCode
  /** '1/2', '' where the code says it all. */
  readonly detail: string
  readonly status: Status
  readonly dueOn?: IsoDate
  readonly clause: string
}

const wanted = ['Student', 'Name', 'Grade', 'Code', 'Status', 'Due', 'Clause'] as const
const ofStatus = new Map(unmetStatuses.map((status) => [statusWords[status], status]))
const isDueDay = /^(?:\d{4}-\d\d-\d\d)?$/

/**
 * @param rows the tab as read; a person may have sorted it, or moved its columns
 * @returns undefined where its headings are no longer there
 */
export function writtenFindings(rows: readonly (readonly Cell[])[]): readonly WrittenFinding[] | undefined {
  const headingIndex = rows.findIndex((cells) => wanted.every((heading) => cells.includes(heading)))
  const headings = rows[headingIndex]
  if (headings === undefined) return undefined
  const place = new Map(wanted.map((heading) => [heading, headings.indexOf(heading)]))
  const findings: WrittenFinding[] = []
  for (let row = headingIndex + 1; row < rows.length; row++) {
    const text = (heading: (typeof wanted)[number]) => String(rows[row]?.[place.get(heading) as number] ?? '')
    const status = ofStatus.get(text('Status'))
    const dueOn = text('Due')
    // 'CONF2 1/2' is a code and its detail.
    const [, code = '', detail = ''] = /^(\S+) ?(.*)$/.exec(text('Code')) ?? []
    if (status === undefined || !isFindingCode(code) || !isDueDay.test(dueOn)) continue
    findings.push({
      studentId: text('Student'),
      name: text('Name'),
      grade: text('Grade'),
      code,
      detail,
      status,
      ...(dueOn !== '' && { dueOn }),
      clause: text('Clause'),
    })
  }
  return findings
}
