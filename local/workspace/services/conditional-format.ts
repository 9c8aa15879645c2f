/** Conditional format rules with one condition; colour scales are carried through but cannot be made. */
import { isDate } from '../arguments.ts'
import type { Execution } from '../execution.ts'
import type { Area, CellValue, ConditionalFormat } from '../model.ts'
import { NotEmulated, Refusal } from '../refusal.ts'
import { EnumMember, ServiceObject } from '../service-object.ts'
import { zoneOf } from '../zone.ts'
import { colorText } from './color.ts'
import { Range } from './range.ts'
import { workbookOf } from './sheet-access.ts'

/** A rule of a kind that is not modelled: a colour scale, icons. One that was read from a file may carry more than it shows. */
function isCarriedOnly(rule: ConditionalFormat): boolean {
  return rule.criteria === 'OTHER'
}

export class ConditionalFormatRule extends ServiceObject {
  readonly official = 'ConditionalFormatRule'
  readonly rule: ConditionalFormat
  readonly sheetId: number

  constructor(execution: Execution, rule: ConditionalFormat, sheetId: number) {
    super(execution)
    this.rule = rule
    this.sheetId = sheetId
  }

  copy(): ConditionalFormatRuleBuilder {
    if (isCarriedOnly(this.rule)) throw new NotEmulated('copying a conditional format rule that is a colour scale')
    return new ConditionalFormatRuleBuilder(this.execution, this.rule, this.sheetId)
  }

  getRanges(): Range[] {
    return this.rule.areas.map((area) => new Range(this.execution, this.sheetId, area))
  }

  getBooleanCondition(): BooleanCondition | null {
    return isCarriedOnly(this.rule) ? null : new BooleanCondition(this.execution, this.rule)
  }

  getGradientCondition(): null {
    if (isCarriedOnly(this.rule)) throw new NotEmulated('ConditionalFormatRule.getGradientCondition of a colour scale')
    return null
  }
}

export class BooleanCondition extends ServiceObject {
  readonly official = 'BooleanCondition'
  readonly #rule: ConditionalFormat

  constructor(execution: Execution, rule: ConditionalFormat) {
    super(execution)
    this.#rule = rule
  }

  getCriteriaType(): EnumMember {
    return new EnumMember('BooleanCriteria', this.#rule.criteria)
  }

  getCriteriaValues(): CellValue[] {
    return [...this.#rule.values]
  }

  getBackground(): string | null {
    return this.#rule.style.background ?? null
  }

  getFontColor(): string | null {
    return this.#rule.style.fontColor ?? null
  }

  getBold(): boolean | null {
    return this.#rule.style.bold ?? null
  }

  getItalic(): boolean | null {
    return this.#rule.style.italic ?? null
  }

  getUnderline(): boolean | null {
    return this.#rule.style.underline ?? null
  }

  getStrikethrough(): boolean | null {
    return this.#rule.style.strikethrough ?? null
  }
}

type Style = ConditionalFormat['style']

export class ConditionalFormatRuleBuilder extends ServiceObject {
  readonly official = 'ConditionalFormatRuleBuilder'
  #areas: readonly Area[]
  #sheetId: number | undefined
  #condition: Pick<ConditionalFormat, 'criteria' | 'values'> | undefined
  #style: Style

  constructor(execution: Execution, from?: ConditionalFormat, sheetId?: number) {
    super(execution)
    this.#areas = from?.areas ?? []
    this.#sheetId = sheetId
    this.#condition = from && { criteria: from.criteria, values: from.values }
    this.#style = from?.style ?? {}
  }

  /** @throws Refusal when the rule has no condition or no range. */
  build(): ConditionalFormatRule {
    if (this.#condition === undefined) throw new Refusal('A conditional format rule must have a condition.')
    if (this.#areas.length === 0 || this.#sheetId === undefined) {
      throw new Refusal('A conditional format rule must apply to at least one range.')
    }
    const rule = { areas: this.#areas, ...this.#condition, style: this.#style }
    return new ConditionalFormatRule(this.execution, rule, this.#sheetId)
  }

  copy(): ConditionalFormatRuleBuilder {
    const from = { areas: this.#areas, criteria: '', values: [], ...this.#condition, style: this.#style }
    return new ConditionalFormatRuleBuilder(this.execution, from, this.#sheetId)
  }

  getRanges(): Range[] {
    return this.#areas.map((area) => new Range(this.execution, this.#sheetId!, area))
  }

  setRanges(ranges: readonly Range[]): ConditionalFormatRuleBuilder {
    const first = ranges[0]
    if (ranges.some((range) => range.sheetId !== first!.sheetId)) {
      throw new Refusal('All ranges of a conditional format rule must be on the same sheet.')
    }
    this.#sheetId = first?.sheetId
    this.#areas = ranges.map(({ area }) => area)
    return this
  }

  setBackground(color: string | null): ConditionalFormatRuleBuilder {
    return this.#dress('background', colorText(color))
  }

  setFontColor(color: string | null): ConditionalFormatRuleBuilder {
    return this.#dress('fontColor', colorText(color))
  }

  setBold(bold: boolean | null): ConditionalFormatRuleBuilder {
    return this.#dress('bold', bold ?? undefined)
  }

  setItalic(italic: boolean | null): ConditionalFormatRuleBuilder {
    return this.#dress('italic', italic ?? undefined)
  }

  setUnderline(underline: boolean | null): ConditionalFormatRuleBuilder {
    return this.#dress('underline', underline ?? undefined)
  }

  setStrikethrough(strikethrough: boolean | null): ConditionalFormatRuleBuilder {
    return this.#dress('strikethrough', strikethrough ?? undefined)
  }

  whenCellEmpty(): ConditionalFormatRuleBuilder {
    return this.#when('CELL_EMPTY')
  }

  whenCellNotEmpty(): ConditionalFormatRuleBuilder {
    return this.#when('CELL_NOT_EMPTY')
  }

  whenFormulaSatisfied(formula: string): ConditionalFormatRuleBuilder {
    return this.#when('CUSTOM_FORMULA', formula)
  }

  whenTextContains(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_CONTAINS', text)
  }

  whenTextDoesNotContain(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_DOES_NOT_CONTAIN', text)
  }

  whenTextEqualTo(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_EQUAL_TO', text)
  }

  whenTextStartsWith(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_STARTS_WITH', text)
  }

  whenTextEndsWith(text: string): ConditionalFormatRuleBuilder {
    return this.#when('TEXT_ENDS_WITH', text)
  }

  whenNumberEqualTo(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_EQUAL_TO', number)
  }

  whenNumberNotEqualTo(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_NOT_EQUAL_TO', number)
  }

  whenNumberGreaterThan(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_GREATER_THAN', number)
  }

  whenNumberGreaterThanOrEqualTo(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number)
  }

  whenNumberLessThan(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_LESS_THAN', number)
  }

  whenNumberLessThanOrEqualTo(number: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', number)
  }

  whenNumberBetween(start: number, end: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_BETWEEN', start, end)
  }

  whenNumberNotBetween(start: number, end: number): ConditionalFormatRuleBuilder {
    return this.#when('NUMBER_NOT_BETWEEN', start, end)
  }

  whenDateAfter(date: unknown): ConditionalFormatRuleBuilder {
    return this.#when('DATE_AFTER', this.#serial(date))
  }

  whenDateBefore(date: unknown): ConditionalFormatRuleBuilder {
    return this.#when('DATE_BEFORE', this.#serial(date))
  }

  whenDateEqualTo(date: unknown): ConditionalFormatRuleBuilder {
    return this.#when('DATE_EQUAL_TO', this.#serial(date))
  }

  withCriteria(criteria: EnumMember, args: readonly unknown[]): ConditionalFormatRuleBuilder {
    return this.#when(
      criteria.member,
      ...Array.from(args, (value) => (isDate(value) ? this.#serial(value) : (value as CellValue))),
    )
  }

  #when(criteria: string, ...values: CellValue[]): ConditionalFormatRuleBuilder {
    this.#condition = { criteria, values }
    return this
  }

  #dress<K extends keyof Style>(part: K, value: Style[K] | undefined): ConditionalFormatRuleBuilder {
    const { [part]: _, ...rest } = this.#style
    this.#style = value === undefined ? rest : { ...rest, [part]: value }
    return this
  }

  #serial(date: unknown): number {
    if (!isDate(date)) throw new NotEmulated('conditional formats with relative dates')
    return Math.floor(zoneOf(workbookOf(this.execution).timeZone).serialOf(date.getTime()))
  }
}
