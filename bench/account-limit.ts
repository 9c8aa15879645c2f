/**
 * What the limit of an account does to runs that work side by side.
 *
 * In the in-memory Workspace one run goes from its beginning to its end before the next begins, so the first would use up
 * what all of them share. So the runs are made without the limit, and their writes are then set against it in the order of
 * the clock. Who is refused waits as the script does; what it waited before, to keep to its share, it still waits.
 */
import { Chance } from '../local/sample/chance.ts'
import { SustainedRate } from '../local/workspace/drive/sustained-rate.ts'
import type { Execution } from '../local/workspace/execution.ts'

/** Writes a second for an account (support.google.com/a/answer/10445916). */
export const writesPerSecond = 3

/** As the script waits: src/drive/drive-access.ts. */
const firstWait = 1000
const mostTries = 6

export interface Paced {
  /** ms from the beginning of the first run to the end of the last. */
  readonly time: number
  /** Writes that were done. */
  readonly writes: number
  /** Writes that were refused and tried again. */
  readonly refused: number
}

/**
 * @param workers of each its runs, one after the other
 * @throws Error when a write is refused so often that the script would stop
 */
export function againstTheLimit(workers: readonly (readonly Execution[])[]): Paced {
  const chance = new Chance(1, 'waits')
  const rate = new SustainedRate(writesPerSecond)
  const lanes = workers
    .filter((runs) => runs.length > 0)
    .map((runs) => ({
      writes: runs.flatMap(({ calls }) =>
        calls.log.flatMap((call) => (call.effect === 'writes-drive' ? [call.at] : [])),
      ),
      started: runs[0]!.startedAt,
      ended: runs.at(-1)!.endedAt!,
      done: 0,
      delay: 0,
      tries: 0,
    }))
  let refused = 0
  for (;;) {
    const next = (lane: (typeof lanes)[number]) => (lane.writes[lane.done] ?? Number.POSITIVE_INFINITY) + lane.delay
    const lane = lanes.reduce((first, other) => (next(other) < next(first) ? other : first))
    if (lane.done === lane.writes.length) break
    if (rate.take(next(lane))) {
      lane.done++
      lane.tries = 0
    } else {
      if (++lane.tries === mostTries) throw new Error('A write was refused six times: a run would stop there.')
      lane.delay += firstWait * 2 ** (lane.tries - 1) * (0.5 + chance.next())
      refused++
    }
  }
  return {
    time:
      Math.max(...lanes.map(({ ended, delay }) => ended + delay)) - Math.min(...lanes.map(({ started }) => started)),
    writes: lanes.reduce((sum, { writes }) => sum + writes.length, 0),
    refused,
  }
}
