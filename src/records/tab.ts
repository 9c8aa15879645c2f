/**
 * A tab as it comes from the workbook: every cell a plain value, every date already 'YYYY-MM-DD'.
 */

/** Blank is ''. A date or date-time cell is 'YYYY-MM-DD'; a time-only cell is 'HH:MM'. */
export type Cell = string | number | boolean

export interface Tab {
  readonly name: string
  /** `rows[0]` is sheet row 1; all rows are equally long. */
  readonly rows: readonly (readonly Cell[])[]
  /** Indexes of columns that are ours (managed columns): never read. */
  readonly managed: readonly number[]
}

/** What a tab holds. 'student-details' adds to the roster, 'guardians' lists adults by ids of their own; 'other' is not read. */
export type TabKind =
  | 'students'
  | 'student-details'
  | 'grade-history'
  | 'conferences'
  | 'contacts'
  | 'plans'
  | 'plan-updates'
  | 'calendar'
  | 'school-log'
  | 'courses'
  | 'plan-content'
  | 'graduation-requirements'
  | 'guardians'
  | 'other'
