/** Callers that work side by side on one clock, as the calls of a sidebar do. */
import type { Clock } from './clock.ts'

/** Whoever has waited longest comes next; each until it says false. The clock ends where the last one ends. */
export function inTurn(clock: Clock, callers: readonly (() => boolean)[]): void {
  const working = callers.map((call) => ({ call, at: clock.now() }))
  let end = clock.now()
  while (working.length > 0) {
    working.sort((a, b) => a.at - b.at)
    const next = working[0]!
    clock.turnTo(next.at)
    const goesOn = next.call()
    next.at = clock.now()
    end = Math.max(end, next.at)
    if (!goesOn) working.shift()
  }
  clock.turnTo(end)
}
