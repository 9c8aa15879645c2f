import { type CheckArguments, readCheckArguments } from './check-arguments.ts'

/** What `npm start` was asked for. */
export interface StartArguments {
  /** Of a file of one's own; absent for the sample school. */
  readonly check?: CheckArguments
  /** Whether the workbench opens after the check. */
  readonly serves: boolean
}

const ONLY_CHECK = '--no-serve'

export const START_USAGE = `npm start -- [INPUT [options]] [${ONLY_CHECK}]

Checks INPUT, or a made-up school without it, writes what comes of it, and opens the workbench for this machine's browser.
INPUT is an .xlsx file, a .csv file, or a folder of .csv files; the options are those of npm run check.

  ${ONLY_CHECK}           check only`

/**
 * Reads the words behind `npm start --`.
 *
 * @param words as in process.argv, from the third on
 * @param today the day in this machine's own zone, for a check without --as-of
 * @returns undefined when help was asked for
 * @throws UsageError as readCheckArguments
 */
export function readStartArguments(words: readonly string[], today: string): StartArguments | undefined {
  const serves = !words.includes(ONLY_CHECK)
  const others = words.filter((word) => word !== ONLY_CHECK)
  if (others.length === 0) return { serves }
  const check = readCheckArguments(others, today)
  return check && { check, serves }
}
