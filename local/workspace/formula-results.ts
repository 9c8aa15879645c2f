/**
 * Results of formulas. The emulation does not compute them: a formula keeps the result that it came with, and one that
 * is newly written has none until an evaluator is installed. Without a result it reads as 'Loading...', which is what
 * Google itself gives for a cell that is not computed yet, so that a script meets a value that it must treat as unknown
 * and never a blank that it would take for an answer. Formulas whose result stands in them (a link with its label) are
 * known at once.
 */
import type { CellLink, CellValue, WorkbookModel } from './model.ts'

/** What a formula without a result reads as. */
export const pendingResult = 'Loading...'

/** Computes formulas; for a later engine. */
export interface FormulaEvaluator {
  /** Brings the results in `values` up to date with the workbook. Called before the first read after any change. */
  recalculate(workbook: WorkbookModel): void
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
