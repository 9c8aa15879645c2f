/** What a test lets happen at one chosen service call of one execution. */
import type { UserEdits } from './user-edits.ts'
import type { Workspace } from './workspace.ts'

/** Counted from 1 within the execution: the n-th call of all, or the n-th of one method such as 'Range.setValues'. */
export type FaultPoint = number | { readonly method: string; readonly nth: number }

export type Fault = {
  readonly at: FaultPoint /** Do not complain when the point is never reached. */
  readonly optional?: boolean
} & (
  | { /** The call fails with this message and has done nothing. */ readonly throwBefore: string }
  | { /** The call has taken effect and fails with this message all the same. */ readonly throwAfter: string }
  | { /** The run ends there; neither catch nor finally can call a service any more. */ readonly stopBefore: true }
  | { readonly stopAfter: true }
  | {
      /** Runs whole before the call; what it throws ends the test. */ readonly runExecution: (
        workspace: Workspace,
      ) => void
    }
  | { readonly userEdit: (edits: UserEdits) => void }
)

/** The faults of one execution, and which of them have been met. */
export class FaultPlan {
  readonly #waiting: Set<Fault>
  readonly #callsOf = new Map<string, number>()
  #calls = 0

  constructor(faults: readonly Fault[]) {
    this.#waiting = new Set(faults)
  }

  /** Counts a call and gives the faults that are due at it. */
  due(method: string): Fault[] {
    this.#calls++
    if (this.#waiting.size === 0) return []
    const nth = (this.#callsOf.get(method) ?? 0) + 1
    this.#callsOf.set(method, nth)
    const due = [...this.#waiting].filter(({ at }) =>
      typeof at === 'number' ? at === this.#calls : at.method === method && at.nth === nth,
    )
    for (const fault of due) this.#waiting.delete(fault)
    return due
  }

  /** Those that were never reached although they had to be. */
  get missed(): Fault[] {
    return [...this.#waiting].filter((fault) => fault.optional !== true)
  }
}
