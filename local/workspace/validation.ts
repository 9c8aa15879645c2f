/** Whether a value passes a data validation rule. */
import { areaOf, parseA1 } from './a1.ts'
import type { CellValue, SheetModel, ValidationRule, WorkbookModel } from './model.ts'
import { displayed } from './number-format.ts'
import { NotEmulated } from './refusal.ts'

/** @throws NotEmulated for rules that would have to be computed. */
export function accepted(rule: ValidationRule, value: CellValue, workbook: WorkbookModel, sheet: SheetModel): boolean {
  const number = typeof value === 'number' ? value : undefined
  const [first, second] = rule.values
  const low = Number(first)
  const high = Number(second)
  switch (rule.criteria) {
    case 'CHECKBOX':
      return rule.values.length === 0 ? typeof value === 'boolean' : rule.values.includes(value)
    case 'VALUE_IN_LIST':
      return rule.values.some((choice) => same(choice, value))
    case 'VALUE_IN_RANGE':
      return listed(String(first), workbook, sheet).some((choice) => same(choice, value))
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
      return displayed(value, undefined).toLowerCase().includes(String(first).toLowerCase())
    case 'TEXT_DOES_NOT_CONTAIN':
      return !displayed(value, undefined).toLowerCase().includes(String(first).toLowerCase())
    case 'TEXT_EQUAL_TO':
      return same(first!, value)
    default:
      throw new NotEmulated(`data validation ${rule.criteria} on a value that a script writes`)
  }
}

function same(choice: CellValue, value: CellValue): boolean {
  return choice === value || displayed(choice, undefined) === displayed(value, undefined)
}

function listed(reference: string, workbook: WorkbookModel, home: SheetModel): CellValue[] {
  const parsed = parseA1(reference.replace(/^=/, ''))
  const sheet = parsed?.sheet === undefined ? home : workbook.sheets.find(({ name }) => name === parsed.sheet)
  if (parsed === undefined || sheet === undefined) throw new NotEmulated(`data validation against ${reference}`)
  const area = areaOf(parsed, { rows: sheet.rowCount, columns: sheet.columnCount })
  return sheet.values
    .slice(area.row, area.row + area.rows)
    .flatMap((row) => row?.slice(area.column, area.column + area.columns) ?? [])
    .filter((value): value is CellValue => value !== undefined && typeof value !== 'object' && value !== '')
}
