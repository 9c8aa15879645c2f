/**
 * What one check says of one student, before it becomes a finding.
 */
import type { CellRef, RowRef } from '../records/school.ts'
import { Blanks } from './blank.ts'
import type { Status } from './finding.ts'
import type { MessageKey } from './messages.ts'
import type { StudentYear } from './student-year.ts'
import { type Due, unmet } from './window.ts'

/** The cells that a check looked at, gathered only when somebody asks: most verdicts are MET, and nobody does. */
export type Evidence = () => readonly CellRef[]

/** What has a row; a conference that stands more than once has the rows of its twins as well. */
interface OnFile {
  readonly at: RowRef
  readonly alsoAt?: readonly RowRef[]
}

/** One cell of a record's row. */
export function cellOf({ at }: OnFile, column: string): CellRef {
  return { sheet: at.sheet, row: at.row, column }
}

/** One cell of each record, twins included. */
export function cellsOf(records: readonly OnFile[], column: string): CellRef[] {
  const cells: CellRef[] = []
  for (const one of records) {
    cells.push(cellOf(one, column))
    for (const at of one.alsoAt ?? []) cells.push(cellOf({ at }, column))
  }
  return cells
}

/** All verdicts have one shape, since hundreds of thousands are made. */
export interface Verdict {
  readonly status: Status
  readonly message: MessageKey
  readonly due: Due | undefined
  readonly evidence: Evidence | undefined
  readonly detail: string
}

export function verdict(status: Status, message: MessageKey, due?: Due, evidence?: Evidence, detail = ''): Verdict {
  return { status, message, due, evidence, detail }
}

/** Not met: OPEN, LATE, or CHECK for a student who was enrolled for few days or none (R7 i), and what is missing. */
export function unmetVerdict(
  due: Due,
  year: StudentYear,
  message: MessageKey,
  evidence?: Evidence,
  detail?: string,
): Verdict {
  const status = unmet(due, year)
  const asked = (year.enteredOn ?? '') > due.dueOn ? 'due-before-entry' : 'short-enrolment'
  return verdict(status, status === 'CHECK' ? asked : message, due, evidence, detail)
}

/** A check of one question: it asks `blanks` for every cell that may be blank. */
export type Check = (blanks: Blanks) => Verdict

/** Nothing to do in both: for the question whether two runs agree, these are one answer. */
const settled = (status: Status): boolean => status === 'MET' || status === 'NA'

/**
 * The answer with blanks as no where blanks change nothing, else CHECK (R0). Its detail is that of the run with blanks
 * as no (S1); its evidence is the rows of either run, since the one with nothing on file looked at none.
 */
export function judged(check: Check, ask: 'ask' | 'no'): Verdict {
  const no = new Blanks(false)
  const answer = check(no)
  if (no.met === undefined || ask === 'no') return answer
  const other = check(new Blanks(true))
  if (other.status === answer.status || (settled(other.status) && settled(answer.status))) return answer
  const evidence = (): readonly CellRef[] => {
    const cells = answer.evidence?.() ?? []
    return cells.length > 0 ? cells : (other.evidence?.() ?? [])
  }
  return verdict('CHECK', `blank.${no.met}`, answer.due ?? other.due, evidence, answer.detail)
}
