/** What the script's `checkRoster` and `getOverview` answer, as far as the command line uses it. */

export interface CellRef {
  readonly sheet: string
  readonly row: number
  readonly column?: string
}

export interface AnsweredFinding {
  readonly studentId: string
  readonly grade?: number
  readonly code: string
  readonly status: string
  readonly clause: string
  readonly detail: string
  readonly dueOn?: string
  readonly message: string
  readonly evidence: readonly CellRef[]
}

export interface AnsweredProblem {
  readonly code: string
  readonly sheet: string
  readonly row?: number
  readonly column?: string
  readonly value?: string
  readonly message: string
}

/** How one tab was understood. */
export interface AnsweredMapping {
  readonly sheet: string
  readonly kind: string
  /** Sheet row of the headings, from 1. */
  readonly headingRow: number
  /** The same for every export with these headings. */
  readonly signature: string
  /** What only a person can decide. */
  readonly questions: readonly {
    readonly asks: string
    readonly field: string
    readonly columns: readonly { readonly label: string; readonly samples: readonly string[] }[]
  }[]
  readonly columns: readonly {
    readonly heading: string
    readonly field?: string
    readonly certainty: 'sure' | 'likely' | 'unsure'
    readonly samples: readonly string[]
  }[]
}

export interface CheckDone {
  readonly ok: true
  readonly policy: string
  readonly asOf: string
  readonly schoolYear: string
  readonly students: number
  readonly counts: Readonly<Record<string, number>>
  readonly byCode: readonly {
    readonly code: string
    readonly clause: string
    readonly status: string
    readonly count: number
  }[]
  readonly findings: readonly AnsweredFinding[]
  readonly school: readonly AnsweredFinding[]
  readonly notTracked: readonly string[]
  readonly problems: readonly AnsweredProblem[]
  readonly mappings: readonly AnsweredMapping[]
  readonly notes: readonly string[]
}

export type CheckAnswer = CheckDone | { readonly ok: false; readonly code: string; readonly message: string }
