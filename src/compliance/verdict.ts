/**
 * What one check says of one student, before it becomes a finding.
 */
import type { IsoDate } from '../policy/schema.ts'
import type { CellRef } from '../records/school.ts'
import { Blanks } from './blank.ts'
import type { Status } from './finding.ts'
import type { MessageKey } from './messages.ts'
import type { StudentYear } from './student-year.ts'
import { unmet, type Window } from './window.ts'

export interface Verdict {
  readonly status: Status
  readonly message: MessageKey
  readonly detail?: string
  readonly opensOn?: IsoDate
  readonly dueOn?: IsoDate
  readonly evidence?: readonly CellRef[]
}

/** The dates of a window, as a verdict carries them. */
export function dates(window: Pick<Window, 'opensOn' | 'dueOn'>): { opensOn: IsoDate; dueOn: IsoDate } {
  return { opensOn: window.opensOn, dueOn: window.dueOn }
}

/** Not met: OPEN, LATE, or CHECK for a student who was enrolled for few days (R7 i), and what is missing. */
export function unmetVerdict(
  window: Pick<Window, 'opensOn' | 'dueOn'>,
  year: StudentYear,
  message: MessageKey,
): Verdict {
  const status = unmet(window, year)
  return { ...dates(window), status, message: status === 'CHECK' ? 'short-enrolment' : message }
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
  const evidence = answer.evidence?.length ? answer.evidence : (other.evidence ?? [])
  return { ...other, ...answer, evidence, status: 'CHECK', message: `blank.${no.met}` }
}
