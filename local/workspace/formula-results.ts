/**
 * Results of formulas that are known without computing, and of those that are not known at all. A formula without a
 * result reads as 'Loading...', which is what Google itself gives for a cell that is not computed yet, so that a script
 * meets a value that it must treat as unknown and never a blank that it would take for an answer. A formula whose result
 * stands in it (a link with its label) is known at once; the others are computed by an evaluator (formulas/calculator.ts).
 */
import type { CellChange } from './cell-changes.ts'
import type { CellLink, CellValue, WorkbookModel } from './model.ts'

/** What a formula without a result reads as. */
export const pendingResult = 'Loading...'

/** Computes formulas. */
export interface FormulaEvaluator {
  /**
   * Brings the results in `values` up to date with the workbook. Called before the first change, so that it can see what
   * changes; then before the first read after any change, and when an execution that has changed something ends.
   */
  recalculate(workbook: WorkbookModel): void
  /** Told of every change before it happens. */
  changing?(change: CellChange): void
}

const link = /^=\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)\s*$/i

/** The result of =HYPERLINK("where","label"); undefined for a formula that would have to be computed. */
export function literalResult(
  formula: string,
): { readonly value: CellValue; readonly links: readonly CellLink[] } | undefined {
  const found = link.exec(formula)
  if (found === null) return undefined
  const url = found[1]!.replaceAll('""', '"')
  const value = found[2] === undefined ? url : found[2].replaceAll('""', '"')
  return { value, links: [{ start: 0, end: value.length, url }] }
}
