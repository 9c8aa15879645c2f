/**
 * The Findings tab read back: it is the record of the last check, and the sidebar's numbers and lists come from it. Pure.
 *
 * A row that is no finding (the title block, the problems under the table, what a person wrote or broke) is passed over.
 */
import type { FindingCode, Status } from '../compliance/finding.ts'
import { isFindingCode, statusWords, unmetStatuses } from '../compliance/messages.ts'
import type { IsoDate } from '../policy/schema.ts'
import type { RowStudents } from '../records/row-students.ts'
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

/** One finding from one row, as long as the row is one. */
type ReadFinding = (cells: readonly (Cell | undefined)[]) => WrittenFinding | undefined

/** @returns undefined where the headings are not there; a person may have moved the columns */
function findingReader(
  rows: readonly (readonly Cell[])[],
): { readonly headingRow: number; readonly columns: readonly number[]; readonly read: ReadFinding } | undefined {
  const headingRow = rows.findIndex((cells) => wanted.every((heading) => cells.includes(heading)))
  const headings = rows[headingRow]
  if (headings === undefined) return undefined
  const columns = wanted.map((heading) => headings.indexOf(heading))
  const read: ReadFinding = (cells) => {
    const [studentId, name, grade, written, word, dueOn, clause] = columns.map((column) => String(cells[column] ?? ''))
    const status = ofStatus.get(word as string)
    // 'CONF2 1/2' is a code and its detail.
    const [, code = '', detail = ''] = /^(\S+) ?(.*)$/.exec(written as string) ?? []
    if (status === undefined || !isFindingCode(code) || !isDueDay.test(dueOn as string)) return undefined
    const texts = { studentId, name, grade, clause } as Pick<WrittenFinding, 'studentId' | 'name' | 'grade' | 'clause'>
    return { ...texts, code, detail, status, ...(dueOn && { dueOn }) }
  }
  return { headingRow, columns, read }
}

/**
 * @param rows the tab as read
 * @returns undefined where its headings are no longer there
 */
export function writtenFindings(rows: readonly (readonly Cell[])[]): readonly WrittenFinding[] | undefined {
  const reader = findingReader(rows)
  return reader && rows.slice(reader.headingRow + 1).flatMap((cells) => reader.read(cells) ?? [])
}

/** Which student each row of the tab is about. @param top its first rows @returns undefined for any other tab */
export function findingStudents(top: readonly (readonly Cell[])[]): RowStudents | undefined {
  const reader = findingReader(top)
  return (
    reader && {
      ...reader,
      studentOf: (cells) => {
        const { studentId: id = '', name = '' } = reader.read(cells) ?? {}
        return id === '' ? undefined : { id, name }
      },
    }
  )
}
