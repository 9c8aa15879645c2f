/**
 * Formulas that Excel and LibreOffice do not have, as Google's own export writes them: hidden in a function that nobody
 * knows, with the result as what stands there instead. Google restores them when the file comes back.
 */

import { referencesIn } from '../../workspace/formula-references.ts'
import { googleOnlyNames } from '../../workspace/formulas/functions/names.ts'
import type { CellError, CellValue } from '../../workspace/model.ts'
import { functionsIn } from './formula.ts'

/** What Excel takes as a text inside a formula, and as a formula (support.microsoft.com, Excel specifications and limits). */
const longestText = 255
const longestFormula = 8192

/** Whether a formula calls a function of the script or one that only Google has, or has a range like A2:A. */
export function isGoogleOnly(formula: string, scriptFunctions: ReadonlySet<string>): boolean {
  return (
    functionsIn(formula).some((name) => scriptFunctions.has(name) || googleOnlyNames.has(name)) ||
    referencesIn(formula).some(
      ({ firstRow, lastRow, firstColumn, lastColumn }) =>
        (firstRow === undefined) !== (lastRow === undefined) ||
        (firstColumn === undefined) !== (lastColumn === undefined),
    )
  )
}

/** What Google writes for the cells of an array beyond that of its formula. */
export const computedValue = '="COMPUTED_VALUE"'

/**
 * @param formula with its '='
 * @param result what stands in the cell
 * @returns without '='; undefined when it is longer than Excel takes
 */
export function hiddenFormula(formula: string, result: CellValue | CellError | undefined): string | undefined {
  const text = `IFERROR(__xludf.DUMMYFUNCTION(${textLiteral(formula.slice(1))}),${literalOf(result)})`
  return text.length > longestFormula ? undefined : text
}

function literalOf(result: CellValue | CellError | undefined): string {
  switch (typeof result) {
    case 'string':
      return textLiteral(result)
    case 'boolean':
      return result ? 'TRUE' : 'FALSE'
    case 'number':
      return String(result)
    case 'object':
      return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(result.error) ? result.error : '#VALUE!'
    default:
      return textLiteral('Loading...')
  }
}

function textLiteral(text: string): string {
  const parts = text === '' ? [''] : (text.match(new RegExp(`[^]{1,${longestText}}`, 'g')) ?? [])
  return parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('&')
}
