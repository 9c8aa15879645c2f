/**
 * How many workbooks are generated: 10,000 in all, or as many as ROSTERS says. SEED starts another series.
 */
const asked = Number(process.env.ROSTERS ?? 10_000)
if (!Number.isInteger(asked) || asked < 2) throw new Error('ROSTERS must be a whole number from 2 up.')

/** For fast-check: a part of all the workbooks, the same ones at every run unless SEED says otherwise. */
export function runs(share: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Math.ceil(asked * share), seed: Number(process.env.SEED ?? 20_261_123) }
}

/** Milliseconds; none. Thousands of checks take minutes, and how many on a busy machine is no fault. */
export const asLongAsItTakes = 0
