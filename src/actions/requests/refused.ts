/** What every call may answer instead: nothing was done. */

/** Nothing was written. */
export interface Refused {
  readonly ok: false
  /** Stable and upper case, e.g. 'NO_ROSTER'. */
  readonly code: string
  /** Where, what, and what to do. */
  readonly message: string
  /** Where single fields of the request do not fit: a sentence for each, by its path, e.g. 'entry.date'. */
  readonly fields?: Readonly<Record<string, string>>
}
