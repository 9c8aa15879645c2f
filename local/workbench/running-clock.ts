/** A clock that stands until it is let go, and then goes on by itself. */
import { Clock } from '../workspace/clock.ts'

export class RunningClock extends Clock {
  readonly #milliseconds: () => number
  #startedAt: number | undefined

  /**
   * @param time that it shows first, epoch ms
   * @param milliseconds that have passed on this machine since some moment
   */
  constructor(time: number, milliseconds: () => number = () => performance.now()) {
    super(time)
    this.#milliseconds = milliseconds
  }

  start(): this {
    this.#startedAt = this.#milliseconds()
    return this
  }

  override now(): number {
    const passed = this.#startedAt === undefined ? 0 : this.#milliseconds() - this.#startedAt
    return Math.floor(super.now() + passed)
  }
}
