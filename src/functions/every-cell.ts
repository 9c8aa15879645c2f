/**
 * What a custom function gets from a formula: one cell as a bare value, a range as rows of values.
 */

/** A date cell comes as a Date of Google's making, which is not of this script's class. */
export type FormulaCell = string | number | boolean | Date

export type FormulaInput = FormulaCell | readonly (readonly FormulaCell[])[]

/** A value for one cell, or rows of the shape of the range. */
export type FormulaResult = string | number | (string | number)[][]

/** The answer for every cell; for a range an array of its shape, so that one formula serves a whole column. */
export function forEveryCell(input: FormulaInput, answer: (cell: FormulaCell) => string | number): FormulaResult {
  return Array.isArray(input)
    ? input.map((row: readonly FormulaCell[]) => row.map(answer))
    : answer(input as FormulaCell)
}

export function isDate(cell: unknown): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]'
}

/** What stands in the cell instead of an answer: a code, and what to do. It is text, so that sorting and filtering go on. */
export function fault(code: string, advice: string): string {
  return `${code}: ${advice}`
}
