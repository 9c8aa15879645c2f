/**
 * Widths of columns and heights of rows.
 */
import type { SizeRun } from '../protocol.ts'

/** Pixels, as in Google Sheets. */
export const usualWidth = 100
export const usualHeight = 21

/** One size for each row or column, in pixels. */
export function pixelsOf(runs: readonly SizeRun[], count: number, usual: number): number[] {
  const pixels = new Array<number>(count).fill(usual)
  for (const run of runs) pixels.fill(run.pixels, run.from, run.from + run.count)
  return pixels
}
