/** What a formula finds in the cells that it refers to. */
import { a1Of, parseA1 } from '../a1.ts'
import type { CellStyle, SheetModel, WorkbookModel } from '../model.ts'
import { isAutomatic, plainText } from '../number-format.ts'
import { NotEmulated } from '../refusal.ts'
import { type FormulaCell, type FormulaCells, placeOf } from './formula-cells.ts'
import type { Spills } from './spill.ts'
import { FormattedNumber, FormulaError, Grid, type Place, type Scalar } from './values.ts'

export class CellReader {
  readonly #workbook: WorkbookModel
  readonly #formulas: FormulaCells
  readonly #spills: Spills
  readonly #ready: (formula: FormulaCell) => void

  /** @param ready sees to it that a formula is computed before its cell is read */
  constructor(workbook: WorkbookModel, formulas: FormulaCells, spills: Spills, ready: (formula: FormulaCell) => void) {
    this.#workbook = workbook
    this.#formulas = formulas
    this.#spills = spills
    this.#ready = ready
  }

  /**
   * The cells of a reference or of a named range, as seen from a formula.
   * @throws NotEmulated when a formula among them has no result
   */
  cells(reference: string, from: FormulaCell): Grid | FormulaError {
    const place = this.#place(reference, from.sheet)
    if (place instanceof FormulaError) return place
    const { sheet, area } = place
    const rows = Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => this.#cell(sheet, area.row + row, area.column + column)),
    )
    return new Grid(rows, place)
  }

  #place(reference: string, home: SheetModel): Place | FormulaError {
    const { sheets, namedRanges } = this.#workbook
    const named = namedRanges.find(({ name }) => name.toLowerCase() === reference.toLowerCase())
    if (named !== undefined) return { sheet: sheets.find(({ id }) => id === named.sheetId)!, area: named.area }
    const parsed = parseA1(reference)
    if (parsed === undefined) return new FormulaError('#NAME?', `Unknown range name: '${reference}'.`)
    const tab = parsed.sheet?.toLowerCase()
    const sheet = tab === undefined ? home : sheets.find(({ name }) => name.toLowerCase() === tab)
    if (sheet === undefined) return new FormulaError('#REF!', `Unresolved sheet name '${parsed.sheet}'.`)
    const area = placeOf(sheet, parsed)
    if (area === undefined) throw new NotEmulated(`the reference ${reference}, which lies outside the tab`)
    return { sheet, area }
  }

  #cell(sheet: SheetModel, row: number, column: number): Scalar {
    const formula = this.#formulaOf(sheet, row, column)
    if (formula !== undefined) this.#ready(formula)
    const value = sheet.values[row]?.[column]
    const isOwn = formula?.row === row && formula.column === column
    switch (typeof value) {
      case 'number':
        return withFormat(value, sheet.styles[row]?.[column])
      case 'object':
        return new FormulaError(value.error, value.message)
      case 'undefined':
        if (!isOwn) return undefined
        throw new NotEmulated(`a reference to ${a1Of({ row, column, rows: 1, columns: 1 })}, which has no result`)
      default:
        return value === '' && (formula === undefined || (isOwn && formula.isBlank)) ? undefined : value
    }
  }

  /** The formula whose result stands in the cell, in its own or as a part of its array. */
  #formulaOf(sheet: SheetModel, row: number, column: number): FormulaCell | undefined {
    const own = this.#formulas.at(sheet, row, column)
    if (own !== undefined) return own
    const head = this.#spills.headOf(sheet, row, column)
    return head && this.#formulas.at(head.sheet, head.row, head.column)
  }
}

function withFormat(number: number, style: CellStyle | undefined): number | FormattedNumber {
  const format = style?.numberFormat
  if (format === undefined || format === plainText || isAutomatic(format)) return number
  return new FormattedNumber(number, format)
}
