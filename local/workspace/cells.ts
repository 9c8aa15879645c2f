/** Writing into cells as setValues does, or as a user types. */

import { a1Of } from './a1.ts'
import { contains } from './areas.ts'
import { isDate } from './arguments.ts'
import { literalResult } from './formula-results.ts'
import type { CellLink, CellStyle, CellValue, SheetModel, WorkbookModel } from './model.ts'
import { formatOfDate, isAutomatic, isDateFormat, plainText } from './number-format.ts'
import { NotEmulated, Refusal } from './refusal.ts'
import { typedText } from './typed-text.ts'
import { accepted } from './validation.ts'
import { type Zone, zoneOf } from './zone.ts'

/** support.google.com/drive/answer/37603. */
const longestText = 50_000

/** What a value becomes in a cell: a formula, or a value with the format it brings along; neither for a blank. */
interface Read {
  readonly value?: CellValue
  readonly numberFormat?: string
  readonly formula?: string
}

const blank: Read = {}

/** Writes into one sheet. Make one per call: it remembers what is the same for every cell. */
export class CellWriter {
  readonly #workbook: WorkbookModel
  readonly #sheet: SheetModel
  readonly #zone: Zone
  readonly #thisYear: number
  readonly #formatted = new Map<CellStyle | undefined, Map<string, CellStyle>>()

  /** @param now epoch ms: dates typed without a year are of that year */
  constructor(workbook: WorkbookModel, sheet: SheetModel, now: number) {
    this.#workbook = workbook
    this.#sheet = sheet
    this.#zone = zoneOf(workbook.timeZone)
    this.#thisYear = new Date(this.#zone.wallOf(now)).getUTCFullYear()
  }

  /**
   * Whether a value may go into a cell. A write checks all its cells before it changes the first, as Google's does.
   * @throws Refusal when the text is too long, or validation rejects it.
   */
  check(row: number, column: number, value: unknown): void {
    if (typeof value === 'string' && value.length > longestText) {
      throw new Refusal(`Your input contains more than the maximum of ${longestText} characters in a single cell.`)
    }
    if (this.#sheet.merges.length > 0) this.#checkMerge(row, column, value)
    const rule = this.#sheet.validations[row]?.[column]
    if (rule === undefined || rule.allowInvalid) return
    const read = this.#read(row, column, value)
    if (read.value === undefined || accepted(rule, read.value, this.#workbook, this.#sheet)) return
    const a1 = a1Of({ row, column, rows: 1, columns: 1 })
    const choices =
      rule.criteria === 'VALUE_IN_LIST' ? ` Please enter one of the following values: ${rule.values.join(', ')}.` : ''
    throw new Refusal(
      `The data you entered in cell ${a1} violates the data validation rules set on this cell.${choices}`,
    )
  }

  /**
   * Puts a value into a cell: text is read as typed, a leading '=' makes a formula, a Date becomes a dated number in the
   * spreadsheet's zone, null and undefined clear.
   */
  put(row: number, column: number, value: unknown): void {
    const read = this.#read(row, column, value)
    if (read.formula !== undefined) {
      this.formula(row, column, read.formula)
      return
    }
    this.#store(row, column, read.value)
    if (read.numberFormat !== undefined) this.#format(row, column, read.numberFormat)
  }

  /** Puts a formula, with or without its '='. */
  formula(row: number, column: number, text: string): void {
    const formula = text.startsWith('=') ? text : `=${text}`
    const result = literalResult(formula)
    this.#place(row, column, result?.value)
    this.#links(row, column, result?.links)
    this.#sheet.formulas[row] ??= []
    this.#sheet.formulas[row][column] = formula
  }

  /** Puts text that is taken as it is, with links inside it. */
  linked(row: number, column: number, text: string, links: readonly CellLink[]): void {
    this.#store(row, column, text === '' ? undefined : text)
    this.#links(row, column, links)
  }

  #read(row: number, column: number, value: unknown): Read {
    if (value === undefined || value === null || value === '') return blank
    if (typeof value === 'string') return this.#readText(row, column, value)
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return { value }
    if (isDate(value)) return this.#readDate(row, column, value)
    throw new NotEmulated(`writing ${typeof value === 'object' ? 'an object' : String(value)} into a cell`)
  }

  #readText(row: number, column: number, text: string): Read {
    if (this.#sheet.styles[row]?.[column]?.numberFormat === plainText) return { value: text }
    if (text.startsWith("'")) return { value: text.slice(1) }
    if (text.startsWith('=') && text.length > 1) return { formula: text }
    return typedText(text, this.#workbook.locale, this.#thisYear)
  }

  #readDate(row: number, column: number, date: Date): Read {
    const instant = date.getTime()
    if (Number.isNaN(instant)) throw new NotEmulated('writing an invalid Date into a cell')
    if (this.#sheet.styles[row]?.[column]?.numberFormat === plainText) {
      throw new NotEmulated('writing a Date into a cell that is formatted as plain text')
    }
    const serial = this.#zone.serialOf(instant)
    return { value: serial, numberFormat: formatOfDate(serial) }
  }

  /** A format that the value brings along; a cell that has its own keeps it, unless only one of both shows a date. */
  #format(row: number, column: number, numberFormat: string): void {
    const style = this.#sheet.styles[row]?.[column]
    const own = style?.numberFormat
    if (own !== undefined && !isAutomatic(own) && (isDateFormat(own) || !isDateFormat(numberFormat))) return
    let byFormat = this.#formatted.get(style)
    if (byFormat === undefined) {
      byFormat = new Map()
      this.#formatted.set(style, byFormat)
    }
    let made = byFormat.get(numberFormat)
    if (made === undefined) {
      made = { ...style, numberFormat }
      byFormat.set(numberFormat, made)
    }
    this.#sheet.styles[row] ??= []
    this.#sheet.styles[row][column] = made
  }

  #store(row: number, column: number, value: CellValue | undefined): void {
    this.#place(row, column, value)
    this.#links(row, column, undefined)
    const formulas = this.#sheet.formulas[row]
    if (formulas?.[column] !== undefined) formulas[column] = undefined
  }

  #place(row: number, column: number, value: SheetModel['values'][number][number]): void {
    if (value === undefined && this.#sheet.values[row] === undefined) return
    this.#sheet.values[row] ??= []
    this.#sheet.values[row][column] = value
  }

  #links(row: number, column: number, links: readonly CellLink[] | undefined): void {
    if (links !== undefined && links.length > 0) {
      this.#sheet.links ??= []
      this.#sheet.links[row] ??= []
      this.#sheet.links[row][column] = links
    } else if (this.#sheet.links?.[row]?.[column] !== undefined) {
      this.#sheet.links[row][column] = undefined
    }
  }

  #checkMerge(row: number, column: number, value: unknown): void {
    const cell = { row, column, rows: 1, columns: 1 }
    const merge = this.#sheet.merges.find((area) => contains(area, cell))
    if (merge === undefined || (merge.row === row && merge.column === column)) return
    if (value === '' || value === null || value === undefined) return
    throw new NotEmulated(`writing into ${a1Of(cell)}, which is covered by the merged cells ${a1Of(merge)}`)
  }
}
