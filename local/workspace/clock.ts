/** The virtual clock: it moves only when something says how long it took. */

/** 20 November 2026, 09:00 in Denver. */
const usualStart = Date.UTC(2026, 10, 20, 16)

export class Clock {
  #now: number

  /** @param start epoch ms, a Date, or ISO text with its offset */
  constructor(start: number | Date | string = usualStart) {
    this.#now = typeof start === 'number' ? start : new Date(start).getTime()
    if (!Number.isFinite(this.#now)) throw new RangeError(`now is not a moment in time: ${String(start)}`)
  }

  /** Epoch ms. */
  now(): number {
    return Math.floor(this.#now)
  }

  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError(`The clock cannot go back: ${milliseconds} ms`)
    this.#now += milliseconds
  }

  /** To another moment, earlier or later: for executions that go on side by side. */
  turnTo(moment: number): void {
    this.#now = moment
  }
}
