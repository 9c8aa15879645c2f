/** How many writes an account may make over time. */

/** Seconds over which the rate is sustained: short bursts pass, a steady stream over the rate does not. Chosen. */
const span = 10

/**
 * Lets through so many writes a second on average, whichever execution makes them. Times may come in any order, as they
 * do when executions that run side by side on the virtual clock are run one after the other here.
 */
export class SustainedRate {
  readonly #most: number
  /** Moments of the writes let through, epoch ms, in order. */
  readonly #times: number[] = []

  constructor(writesPerSecond: number) {
    this.#most = writesPerSecond * span
  }

  /** Begins with the writes that another one has let through. */
  fillFrom(other: SustainedRate): void {
    this.#times.push(...other.#times)
  }

  /** Counts a write at a moment; false when it is one too many, and then it is not counted. */
  take(moment: number): boolean {
    let place = this.#times.length
    while (place > 0 && this.#times[place - 1]! > moment) place--
    this.#times.splice(place, 0, moment)
    for (let first = Math.max(0, place - this.#most); first <= place; first++) {
      const last = this.#times[first + this.#most]
      if (last !== undefined && last - this.#times[first]! < span * 1000) {
        this.#times.splice(place, 1)
        return false
      }
    }
    return true
  }
}
