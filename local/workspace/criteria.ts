/** Comparisons that data validation and conditional formats share, by their names in SpreadsheetApp. */
import type { CellError, CellValue } from './model.ts'

/**
 * Whether a value meets a criterion.
 * @param shown the text that the cell shows
 * @returns undefined for a criterion that is no comparison
 */
export function meets(
  criteria: string,
  [first, second]: readonly CellValue[],
  value: CellValue | CellError | undefined,
  shown: string,
): boolean | undefined {
  const number = typeof value === 'number' ? value : undefined
  const low = Number(first)
  const high = Number(second)
  const text = shown.toLowerCase()
  const sought = String(first).toLowerCase()
  switch (criteria) {
    case 'DATE_IS_VALID_DATE':
      return number !== undefined
    case 'NUMBER_BETWEEN':
    case 'DATE_BETWEEN':
      return number !== undefined && number >= low && number <= high
    case 'NUMBER_NOT_BETWEEN':
    case 'DATE_NOT_BETWEEN':
      return number !== undefined && (number < low || number > high)
    case 'NUMBER_EQUAL_TO':
    case 'DATE_EQUAL_TO':
      return number === low
    case 'NUMBER_NOT_EQUAL_TO':
      return number !== undefined && number !== low
    case 'NUMBER_GREATER_THAN':
    case 'DATE_AFTER':
      return number !== undefined && number > low
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
    case 'DATE_ON_OR_AFTER':
      return number !== undefined && number >= low
    case 'NUMBER_LESS_THAN':
    case 'DATE_BEFORE':
      return number !== undefined && number < low
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
    case 'DATE_ON_OR_BEFORE':
      return number !== undefined && number <= low
    case 'TEXT_CONTAINS':
      return text.includes(sought)
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(sought)
    case 'TEXT_STARTS_WITH':
      return text.startsWith(sought)
    case 'TEXT_ENDS_WITH':
      return text.endsWith(sought)
    default:
      return undefined
  }
}
