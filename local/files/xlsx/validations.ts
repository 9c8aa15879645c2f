/**
 * Rules for what may be typed into a cell: Excel's `dataValidation` and Google Sheets' criteria.
 *
 * A rule of which Excel knows no equivalent is written as the formula that says the same, and the rule itself is kept in
 * our own part of the file (extras.ts).
 */
import type { CellValue, ValidationRule } from '../../workspace/model.ts'
import { childOf, element, isOn, textOf, type XmlElement } from '../xml.ts'
import { cellName, parseAreas } from './a1.ts'
import { formulaFromFile, formulaToFile } from './formula.ts'
import { NUMBER_OPERATORS } from './number-operators.ts'

/** Excel refuses a list of more characters than this. */
const LONGEST_LIST = 255

const DATE_OPERATORS: Readonly<Record<string, string>> = {
  between: 'DATE_BETWEEN',
  notBetween: 'DATE_NOT_BETWEEN',
  equal: 'DATE_EQUAL_TO',
  greaterThan: 'DATE_AFTER',
  greaterThanOrEqual: 'DATE_ON_OR_AFTER',
  lessThan: 'DATE_BEFORE',
  lessThanOrEqual: 'DATE_ON_OR_BEFORE',
}

const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
}

/**
 * The rule of a `dataValidation` element, of the main or of Excel's later namespace (x14), where references to other
 * tabs stand; undefined when it lets everything in and only shows a hint.
 */
export function readValidation(source: XmlElement): ValidationRule | undefined {
  const { attributes } = source
  const type = attributes.type ?? 'none'
  const operator = attributes.operator ?? 'between'
  const [first, second] = ['1', '2'].map((number) => {
    const formula = childOf(source, `formula${number}`) ?? childOf(source, `x14:formula${number}`)
    return formula && textOf(childOf(formula, 'xm:f') ?? formula).trim()
  })
  const help = attributes.prompt ?? attributes.error
  const rest = {
    allowInvalid:
      !isOn(attributes.showErrorMessage) || (attributes.errorStyle !== undefined && attributes.errorStyle !== 'stop'),
    ...(help ? { helpText: help } : {}),
  }
  if (type === 'none' || first === undefined) return undefined
  switch (type) {
    case 'list':
      return list(first, !isOn(attributes.showDropDown), rest)
    case 'whole':
    case 'decimal':
      return { criteria: NUMBER_OPERATORS[operator] ?? 'NUMBER_BETWEEN', values: operands(first, second), ...rest }
    case 'date':
      if (DATE_OPERATORS[operator])
        return { criteria: DATE_OPERATORS[operator], values: operands(first, second), ...rest }
      break
    case 'custom':
      return { criteria: 'CUSTOM_FORMULA', values: [formulaFromFile(first)], ...rest }
  }
  const area = parseAreas(attributes.sqref ?? textOf(childOf(source, 'xm:sqref')))[0]
  const cell = cellName(area?.row ?? 0, area?.column ?? 0)
  const measured = type === 'textLength' ? `LEN(${cell})` : cell
  const inside = `AND(${measured}>=${first},${measured}<=${second ?? first})`
  const formula =
    operator === 'between'
      ? inside
      : operator === 'notBetween'
        ? `NOT(${inside})`
        : `${measured}${SIGNS[operator] ?? '='}${first}`
  return { criteria: 'CUSTOM_FORMULA', values: [`=${formula}`], ...rest }
}

function list(
  formula: string,
  showDropdown: boolean,
  rest: Omit<ValidationRule, 'criteria' | 'values'>,
): ValidationRule {
  if (!formula.startsWith('"'))
    return { criteria: 'VALUE_IN_RANGE', values: [formulaFromFile(formula)], showDropdown, ...rest }
  const items = formula
    .slice(1, -1)
    .replaceAll('""', '"')
    .split(',')
    .map((item) => item.trim())
  if (items.join().toUpperCase() === 'TRUE,FALSE') return { criteria: 'CHECKBOX', values: [], ...rest }
  return { criteria: 'VALUE_IN_LIST', values: items, showDropdown, ...rest }
}

function operands(...formulas: (string | undefined)[]): CellValue[] {
  return formulas
    .filter((formula) => formula !== undefined && formula !== '')
    .map((formula) => (Number.isNaN(Number(formula)) ? formulaFromFile(formula as string) : Number(formula)))
}

/** The same rule as Excel has it, for the areas of `sqref`. */
export function writeValidation(rule: ValidationRule, sqref: string): XmlElement {
  const area = parseAreas(sqref)[0]
  const cell = cellName(area?.row ?? 0, area?.column ?? 0)
  const { type, operator, formulas, hidden } = inExcel(rule, cell)
  const attributes = {
    type,
    operator: operator === 'between' ? undefined : operator,
    allowBlank: 1,
    showDropDown: hidden ? 1 : undefined,
    showInputMessage: rule.helpText ? 1 : undefined,
    showErrorMessage: rule.allowInvalid ? undefined : 1,
    prompt: rule.helpText?.slice(0, 255),
    sqref,
  }
  return element(
    'dataValidation',
    attributes,
    formulas.map((formula, index) => element(`formula${index + 1}`, {}, [formula])),
  )
}

interface InExcel {
  readonly type: string
  readonly operator?: string | undefined
  readonly formulas: readonly string[]
  readonly hidden?: boolean
}

function inExcel(rule: ValidationRule, cell: string): InExcel {
  const values = rule.values.map(operand)
  const custom = (formula: string): InExcel => ({ type: 'custom', formulas: [formula] })
  switch (rule.criteria) {
    case 'CHECKBOX':
      return rule.values.length === 0
        ? { type: 'list', formulas: ['"TRUE,FALSE"'] }
        : custom(`OR(${rule.values.map((value) => `${cell}=${literal(value)}`).join()})`)
    case 'VALUE_IN_LIST': {
      const joined = rule.values.map(String).join()
      const fits = joined.length <= LONGEST_LIST && !rule.values.some((value) => String(value).includes(','))
      if (!fits) return custom(`OR(${rule.values.map((value) => `${cell}=${literal(value)}`).join()})`)
      return { type: 'list', formulas: [`"${joined.replaceAll('"', '""')}"`], hidden: rule.showDropdown === false }
    }
    case 'VALUE_IN_RANGE':
      return { type: 'list', formulas: values.slice(0, 1), hidden: rule.showDropdown === false }
    case 'CUSTOM_FORMULA':
      return custom(values[0] ?? 'TRUE')
    case 'DATE_IS_VALID_DATE':
      return custom(`ISNUMBER(${cell})`)
    case 'TEXT_CONTAINS':
      return custom(`ISNUMBER(SEARCH(${literal(rule.values[0] ?? '')},${cell}))`)
    case 'TEXT_DOES_NOT_CONTAIN':
      return custom(`ISERROR(SEARCH(${literal(rule.values[0] ?? '')},${cell}))`)
    case 'TEXT_EQUAL_TO':
      return custom(`${cell}=${literal(rule.values[0] ?? '')}`)
    case 'TEXT_IS_VALID_EMAIL':
      return custom(`ISNUMBER(SEARCH("?*@?*.?*",${cell}))`)
    case 'TEXT_IS_VALID_URL':
      return custom(`ISNUMBER(SEARCH("?*.?*",${cell}))`)
  }
  const number = Object.keys(NUMBER_OPERATORS).find((operator) => NUMBER_OPERATORS[operator] === rule.criteria)
  if (number) return { type: 'decimal', operator: number, formulas: values }
  const date = Object.keys(DATE_OPERATORS).find((operator) => DATE_OPERATORS[operator] === rule.criteria)
  if (date) return { type: 'date', operator: date, formulas: values }
  return custom('TRUE')
}

function operand(value: CellValue): string {
  return typeof value === 'string' && value.startsWith('=')
    ? formulaToFile(value)
    : typeof value === 'string'
      ? literal(value)
      : String(value)
}

function literal(value: CellValue): string {
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase()
}
