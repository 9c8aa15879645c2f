/** How values are put into cells with data validation, and what is said of those that do not fit. */
import type { CellError, CellValue, SheetModel, ValidationRule, WorkbookModel } from '../workspace/model.ts'
import { displayed } from '../workspace/number-format.ts'
import { NotEmulated } from '../workspace/refusal.ts'
import { accepted, choicesOf } from '../workspace/validation.ts'
import type { InputView } from './protocol.ts'
import { typedForm } from './typed-form.ts'

/** As many as Google takes into a list. */
const mostChoices = 500

const misfits: Readonly<Record<InputView['kind'], string>> = {
  checkbox: 'This is no value of the checkbox.',
  list: 'This is not one of the choices.',
  date: 'This is not a date.',
  other: 'This does not fit what may stand here.',
}

interface RuleInput {
  readonly index: number
  readonly checked?: boolean
  readonly warning?: string
}

/** The inputs of a window, each rule once. */
export class InputTable {
  readonly all: InputView[] = []
  readonly #indexes = new Map<ValidationRule, number>()
  readonly #workbook: WorkbookModel
  readonly #sheet: SheetModel

  constructor(workbook: WorkbookModel, sheet: SheetModel) {
    this.#workbook = workbook
    this.#sheet = sheet
  }

  of(rule: ValidationRule, value: CellValue | CellError | undefined): RuleInput {
    let index = this.#indexes.get(rule)
    if (index === undefined) {
      index = this.all.push(this.#inputView(rule)) - 1
      this.#indexes.set(rule, index)
    }
    const { kind } = this.all[index]!
    const isBlank = value === undefined || value === ''
    const fits = isBlank || this.#fits(rule, value)
    const warning = fits ? {} : { warning: [misfits[kind], rule.helpText].filter(Boolean).join(' ') }
    if (kind !== 'checkbox' || !fits) return { index, ...warning }
    return { index, checked: !isBlank && value === tickOf(rule) }
  }

  #inputView(rule: ValidationRule): InputView {
    const help = rule.helpText ? { help: rule.helpText } : {}
    const strict = !rule.allowInvalid
    switch (rule.criteria) {
      case 'CHECKBOX':
        return {
          kind: 'checkbox',
          tick: typedForm(tickOf(rule), undefined),
          untick: typedForm(untickOf(rule), undefined),
          ...help,
        }
      case 'VALUE_IN_LIST':
      case 'VALUE_IN_RANGE': {
        const choices = rule.showDropdown === false ? undefined : this.#choices(rule)
        return choices === undefined ? { kind: 'other', strict, ...help } : { kind: 'list', choices, strict, ...help }
      }
      default:
        return { kind: rule.criteria.startsWith('DATE_') ? 'date' : 'other', strict, ...help }
    }
  }

  /** Each once; undefined for a range that is not known here. */
  #choices(rule: ValidationRule): readonly string[] | undefined {
    const choices = whereKnown(() => choicesOf(rule, this.#workbook, this.#sheet))
    return choices && [...new Set(choices.map((choice) => displayed(choice, undefined)))].slice(0, mostChoices)
  }

  /** What a rule that is not worked out here thinks of a value is not said. */
  #fits(rule: ValidationRule, value: CellValue | CellError): boolean {
    if (typeof value === 'object') return false
    return whereKnown(() => accepted(rule, value, this.#workbook, this.#sheet)) ?? true
  }
}

function tickOf({ values }: ValidationRule): CellValue {
  return values[0] ?? true
}

/** A box with a tick of its own and nothing for no tick is blank without one. */
function untickOf({ values }: ValidationRule): CellValue {
  return values[1] ?? (values.length === 0 ? false : '')
}

function whereKnown<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (thrown) {
    if (thrown instanceof NotEmulated) return undefined
    throw thrown
  }
}
