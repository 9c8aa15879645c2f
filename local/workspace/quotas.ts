/** Daily quotas of a user, on the virtual clock (quotas page, Google Workspace accounts). */
import type { Clock } from './clock.ts'
import { Refusal } from './refusal.ts'
import { millisecondsADay } from './zone.ts'

/** Uses a day. */
export const dailyLimits = {
  /** Reads and writes of properties. */
  properties: 500_000,
  /** Google Docs created, files converted. */
  documents: 1_500,
  conversions: 4_000,
} as const

export type Quota = keyof typeof dailyLimits

/** Counts uses; a quota comes back 24 hours after its first use. */
export class Quotas {
  readonly #clock: Clock
  readonly #limits: Record<Quota, number>
  readonly #used = new Map<Quota, { since: number; count: number }>()

  constructor(clock: Clock, limits: Partial<Record<Quota, number>> = {}) {
    this.#clock = clock
    this.#limits = { ...dailyLimits, ...limits }
  }

  /** Begins with what another one has used. */
  fillFrom(other: Quotas): void {
    for (const [quota, use] of other.#used) this.#used.set(quota, use)
  }

  used(quota: Quota): number {
    const use = this.#used.get(quota)
    return use === undefined || this.#clock.now() - use.since >= millisecondsADay ? 0 : use.count
  }

  /** @throws Refusal when the day's quota is used up. */
  use(quota: Quota): void {
    const count = this.used(quota) + 1
    if (count > this.#limits[quota]) throw new Refusal(`Service invoked too many times for one day: ${quota}.`)
    const since = count === 1 ? this.#clock.now() : this.#used.get(quota)!.since
    this.#used.set(quota, { since, count })
  }
}
