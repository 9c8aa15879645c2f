/**
 * How often the selection is asked for.
 */
const everySeconds = 1.5
const longestSeconds = 60

/** Seconds until the next question, longer after each failure in a row: what fails twice will not work in a second. */
export function secondsUntilNext(failures: number): number {
  return Math.min(everySeconds * 2 ** failures, longestSeconds)
}
