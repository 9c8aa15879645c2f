/** The log of service calls: what was called, when on the virtual clock, and whether it touched cells. */

/**
 * What a call does to the open file.
 * - `none`: answered without it (builders, a range's own coordinates, menus)
 * - `reads`, `writes`: tabs, sizes, formatting rules, metadata, stores
 * - `reads-range`, `writes-range`: cells
 * - `reads-drive`, `writes-drive`: not the open file but others in Drive
 */
export type Effect = 'none' | 'reads' | 'writes' | 'reads-range' | 'writes-range' | 'reads-drive' | 'writes-drive'

export interface Call {
  /** 'Range.setValues', 'SpreadsheetApp.flush'. */
  readonly method: string
  readonly effect: Effect
  /** Cells of the range it was called on; 0 where that has no meaning. */
  readonly cells: number
  /** Virtual time, epoch ms. */
  readonly at: number
  readonly execution: number
}

export class CallLog {
  readonly log: Call[] = []

  get total(): number {
    return this.log.length
  }

  /** Calls that read or write cells. */
  get rangeCalls(): number {
    return this.log.filter((call) => call.effect === 'reads-range' || call.effect === 'writes-range').length
  }

  /** Calls of the Drive service. */
  get driveCalls(): number {
    return this.log.filter((call) => call.effect === 'reads-drive' || call.effect === 'writes-drive').length
  }

  /** How often each method was called. */
  get byMethod(): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const { method } of this.log) counts[method] = (counts[method] ?? 0) + 1
    return counts
  }

  /** The calls of one execution. */
  of(execution: number): CallLog {
    const part = new CallLog()
    for (const call of this.log) if (call.execution === execution) part.log.push(call)
    return part
  }
}
