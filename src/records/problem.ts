/**
 * What could not be read, and what stops a check.
 */

/** One thing in the school's sheets that could not be read or does not fit. The run goes on. */
export interface Problem {
  /** Stable and upper case, e.g. 'DATE_UNREADABLE'. */
  readonly code: ProblemCode
  readonly sheet: string
  /** The sheet's own row number, from 1; absent when a whole tab or column is meant. */
  readonly row?: number
  /** The heading as the school wrote it. */
  readonly column?: string
  /** What stands in the cell, at most 80 characters; never the value of a refused column. */
  readonly value?: string
  /** How many rows it stands for, where many alike are told in one line; `row` and `value` are then those of the first. */
  readonly count?: number
  /** Where, what, and what to do, in one or two plain sentences. */
  readonly message: string
}

export type ProblemCode =
  | 'HEADING_TWICE'
  | 'HEADING_MISSING'
  | 'NAMES_MISSING'
  | 'COLUMN_REFUSED'
  | 'COLUMN_UNSURE'
  | 'CHOICE_LOST'
  | 'ID_MISSING'
  | 'ID_TWICE'
  | 'ID_UNKNOWN'
  | 'ID_ZEROS_RESTORED'
  | 'GRADE_UNREADABLE'
  | 'GRADE_MISSING'
  | 'DATE_UNREADABLE'
  | 'DATE_MISSING'
  | 'YES_NO_UNREADABLE'
  | 'NUMBER_UNREADABLE'
  | 'KIND_UNREADABLE'
  | 'STATUS_UNREADABLE'
  | 'VALUE_UNREADABLE'
  | 'CELL_ERROR'
  | 'CALENDAR_ASSUMED'
  | 'RECORDS_MISSING'
  | 'TAB_NOT_READ'
  | 'ROSTER_UNSURE'
  | 'SPELL_BACKWARDS'
  | 'ROWS_LEFT_OUT'

/**
 * A check cannot go on. The code is stable; the message says where, what, and what to do, in words for a secretary.
 */
export class CheckStopped extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'CheckStopped'
    this.code = code
  }
}
