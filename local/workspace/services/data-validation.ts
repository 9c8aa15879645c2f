/** Data validation rules and their builder. */
import { a1Of } from '../a1.ts'
import { isDate } from '../arguments.ts'
import type { Execution } from '../execution.ts'
import type { CellValue, ValidationRule } from '../model.ts'
import { Refusal } from '../refusal.ts'
import { EnumMember, ServiceObject } from '../service-object.ts'
import { zoneOf } from '../zone.ts'
import type { Range } from './range.ts'
import { sheetOf, workbookOf } from './sheet-access.ts'

export class DataValidation extends ServiceObject {
  readonly official = 'DataValidation'
  readonly rule: ValidationRule

  constructor(execution: Execution, rule: ValidationRule) {
    super(execution)
    this.rule = rule
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution, this.rule)
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid
  }

  getCriteriaType(): EnumMember {
    return new EnumMember('DataValidationCriteria', this.rule.criteria)
  }

  /** For a list: the list, and whether there is an arrow. */
  getCriteriaValues(): unknown[] {
    return criteriaValues(this.rule)
  }

  getHelpText(): string | null {
    return this.rule.helpText ?? null
  }
}

function criteriaValues({ criteria, values, showDropdown = true }: Omit<ValidationRule, 'allowInvalid'>): unknown[] {
  return criteria === 'VALUE_IN_LIST' ? [[...values], showDropdown] : [...values]
}

export class DataValidationBuilder extends ServiceObject {
  readonly official = 'DataValidationBuilder'
  #rule: Partial<ValidationRule>

  constructor(execution: Execution, from: Partial<ValidationRule> = {}) {
    super(execution)
    this.#rule = from
  }

  build(): DataValidation {
    const { criteria } = this.#rule
    if (criteria === undefined) throw new Refusal('A data validation rule must have criteria.')
    return new DataValidation(this.execution, { values: [], allowInvalid: true, ...this.#rule, criteria })
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution, this.#rule)
  }

  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid ?? true
  }

  getCriteriaType(): EnumMember | null {
    return this.#rule.criteria === undefined ? null : new EnumMember('DataValidationCriteria', this.#rule.criteria)
  }

  getCriteriaValues(): unknown[] {
    return criteriaValues({ values: [], criteria: '', ...this.#rule })
  }

  getHelpText(): string | null {
    return this.#rule.helpText ?? null
  }

  setAllowInvalid(allowInvalid: boolean): DataValidationBuilder {
    this.#rule = { ...this.#rule, allowInvalid }
    return this
  }

  setHelpText(helpText: string): DataValidationBuilder {
    this.#rule = { ...this.#rule, helpText }
    return this
  }

  requireCheckbox(...values: unknown[]): DataValidationBuilder {
    return this.#require('CHECKBOX', ...values)
  }

  /** @throws Refusal for more than 500 choices, the most that a list may have. */
  requireValueInList(values: readonly string[], showDropdown = true): DataValidationBuilder {
    if (values.length > 500) throw new Refusal('The list has more than the maximum of 500 items.')
    this.#rule = { ...this.#rule, showDropdown }
    return this.#require('VALUE_IN_LIST', ...values)
  }

  requireValueInRange(range: Range, showDropdown = true): DataValidationBuilder {
    this.#rule = { ...this.#rule, showDropdown }
    const name = sheetOf(this.execution, range.sheetId).name.replaceAll("'", "''")
    return this.#require('VALUE_IN_RANGE', `='${name}'!${a1Of(range.area)}`)
  }

  requireFormulaSatisfied(formula: string): DataValidationBuilder {
    return this.#require('CUSTOM_FORMULA', formula)
  }

  requireDate(): DataValidationBuilder {
    return this.#require('DATE_IS_VALID_DATE')
  }

  requireDateAfter(date: Date): DataValidationBuilder {
    return this.#require('DATE_AFTER', date)
  }

  requireDateBefore(date: Date): DataValidationBuilder {
    return this.#require('DATE_BEFORE', date)
  }

  requireDateEqualTo(date: Date): DataValidationBuilder {
    return this.#require('DATE_EQUAL_TO', date)
  }

  requireDateOnOrAfter(date: Date): DataValidationBuilder {
    return this.#require('DATE_ON_OR_AFTER', date)
  }

  requireDateOnOrBefore(date: Date): DataValidationBuilder {
    return this.#require('DATE_ON_OR_BEFORE', date)
  }

  requireDateBetween(start: Date, end: Date): DataValidationBuilder {
    return this.#require('DATE_BETWEEN', start, end)
  }

  requireDateNotBetween(start: Date, end: Date): DataValidationBuilder {
    return this.#require('DATE_NOT_BETWEEN', start, end)
  }

  requireNumberBetween(start: number, end: number): DataValidationBuilder {
    return this.#require('NUMBER_BETWEEN', start, end)
  }

  requireNumberNotBetween(start: number, end: number): DataValidationBuilder {
    return this.#require('NUMBER_NOT_BETWEEN', start, end)
  }

  requireNumberEqualTo(number: number): DataValidationBuilder {
    return this.#require('NUMBER_EQUAL_TO', number)
  }

  requireNumberNotEqualTo(number: number): DataValidationBuilder {
    return this.#require('NUMBER_NOT_EQUAL_TO', number)
  }

  requireNumberGreaterThan(number: number): DataValidationBuilder {
    return this.#require('NUMBER_GREATER_THAN', number)
  }

  requireNumberGreaterThanOrEqualTo(number: number): DataValidationBuilder {
    return this.#require('NUMBER_GREATER_THAN_OR_EQUAL_TO', number)
  }

  requireNumberLessThan(number: number): DataValidationBuilder {
    return this.#require('NUMBER_LESS_THAN', number)
  }

  requireNumberLessThanOrEqualTo(number: number): DataValidationBuilder {
    return this.#require('NUMBER_LESS_THAN_OR_EQUAL_TO', number)
  }

  requireTextContains(text: string): DataValidationBuilder {
    return this.#require('TEXT_CONTAINS', text)
  }

  requireTextDoesNotContain(text: string): DataValidationBuilder {
    return this.#require('TEXT_DOES_NOT_CONTAIN', text)
  }

  requireTextEqualTo(text: string): DataValidationBuilder {
    return this.#require('TEXT_EQUAL_TO', text)
  }

  requireTextIsEmail(): DataValidationBuilder {
    return this.#require('TEXT_IS_VALID_EMAIL')
  }

  requireTextIsUrl(): DataValidationBuilder {
    return this.#require('TEXT_IS_VALID_URL')
  }

  #require(criteria: string, ...values: unknown[]): DataValidationBuilder {
    const zone = zoneOf(workbookOf(this.execution).timeZone)
    this.#rule = {
      ...this.#rule,
      criteria,
      values: values.map((value) =>
        isDate(value) ? Math.floor(zone.serialOf(value.getTime())) : (value as CellValue),
      ),
    }
    return this
  }
}
