/** Whether a value passes a data validation rule. */
import { areaOf, parseA1 } from './a1.ts'
import { meets } from './criteria.ts'
import type { CellValue, SheetModel, ValidationRule, WorkbookModel } from './model.ts'
import { displayed } from './number-format.ts'
import { NotEmulated } from './refusal.ts'

/** @throws NotEmulated for rules that would have to be computed. */
export function accepted(rule: ValidationRule, value: CellValue, workbook: WorkbookModel, sheet: SheetModel): boolean {
  switch (rule.criteria) {
    case 'CHECKBOX':
      return rule.values.length === 0 ? typeof value === 'boolean' : rule.values.includes(value)
    case 'VALUE_IN_LIST':
    case 'VALUE_IN_RANGE':
      return choicesOf(rule, workbook, sheet).some((choice) => same(choice, value))
    case 'TEXT_EQUAL_TO':
      return same(rule.values[0]!, value)
  }
  const met = meets(rule.criteria, rule.values, value, displayed(value, undefined))
  if (met === undefined) throw new NotEmulated(`data validation ${rule.criteria} on a value that a script writes`)
  return met
}

/**
 * The values of a rule with a list, or with a range of cells in the place of one.
 * @param home the tab with the rule
 * @throws NotEmulated when the range is none that is known
 */
export function choicesOf(
  { criteria, values }: ValidationRule,
  workbook: WorkbookModel,
  home: SheetModel,
): readonly CellValue[] {
  return criteria === 'VALUE_IN_LIST' ? values : listed(String(values[0]), workbook, home)
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
