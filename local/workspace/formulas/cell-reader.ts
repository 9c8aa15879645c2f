/** What a formula finds in the cells that it refers to. */
import { a1Of, parseA1 } from '../a1.ts'
import { overlap } from '../areas.ts'
import type { Area, CellError, CellStyle, CellValue, SheetModel, WorkbookModel } from '../model.ts'
import { isAutomatic, plainText } from '../number-format.ts'
import { NotEmulated } from '../refusal.ts'
import { type FormulaCell, type FormulaCells, placeOf } from './formula-cells.ts'
import type { Spills } from './spill.ts'
import { FormattedNumber, FormulaError, Grid, type Place, type Scalar } from './values.ts'

/** Cells from which on a range is kept, and how many ranges are. */
const worthKeeping = 100
const mostKept = 16

type Content = CellValue | CellError | undefined

export class CellReader {
  readonly #workbook: WorkbookModel
  readonly #formulas: FormulaCells
  readonly #spills: Spills
  readonly #ready: (formula: FormulaCell) => void
  /** Large ranges, which many formulas share. */
  #kept: readonly Grid[] = []

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
    if (area.rows * area.columns < worthKeeping) return this.#read(place)
    let grid = this.#kept.find((kept) => kept.place!.sheet === sheet && isSameArea(kept.place!.area, area))
    if (grid === undefined) {
      grid = this.#read(place)
      this.#kept = [...this.#kept.slice(1 - mostKept), grid]
    }
    return grid
  }

  /** Lets go of what was kept and holds cells that change; of everything without them. */
  forget(sheet?: SheetModel, cells?: Area): void {
    this.#kept = this.#kept.filter(({ place }) => cells && (place!.sheet !== sheet || !overlap(place!.area, cells)))
  }

  #read(place: Place): Grid {
    const rows = Array.from({ length: place.area.rows }, (_, index) => this.#row(place, place.area.row + index))
    return new Grid(rows, place)
  }

  #row({ sheet, area }: Place, row: number): Scalar[] {
    const values = sheet.values[row]
    const styles = sheet.styles[row]
    const formulas = sheet.formulas[row]
    const spilled = sheet.spilled?.[row]
    const cells = new Array<Scalar>(area.columns)
    for (let index = 0; index < area.columns; index++) {
      const column = area.column + index
      const isPlain = formulas?.[column] === undefined && spilled?.[column] === undefined
      cells[index] = isPlain ? plainCell(values?.[column], styles?.[column]) : this.#result(sheet, row, column)
    }
    return cells
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

  /** A cell in which a result stands, or a part of one. */
  #result(sheet: SheetModel, row: number, column: number): Scalar {
    const formula = this.#formulaOf(sheet, row, column)
    if (formula !== undefined) this.#ready(formula)
    const value = sheet.values[row]?.[column]
    const isOwn = formula?.row === row && formula.column === column
    if (value === undefined && isOwn) {
      throw new NotEmulated(`a reference to ${a1Of({ row, column, rows: 1, columns: 1 })}, which has no result`)
    }
    if (value === '') return isOwn && formula.isBlank ? undefined : ''
    return plainCell(value, sheet.styles[row]?.[column])
  }

  /** The formula whose result stands in the cell, in its own or as a part of its array. */
  #formulaOf(sheet: SheetModel, row: number, column: number): FormulaCell | undefined {
    const own = this.#formulas.at(sheet, row, column)
    if (own !== undefined) return own
    const head = this.#spills.headOf(sheet, row, column)
    return head && this.#formulas.at(head.sheet, head.row, head.column)
  }
}

function plainCell(value: Content, style: CellStyle | undefined): Scalar {
  switch (typeof value) {
    case 'number':
      return style?.numberFormat === undefined ? value : withFormat(value, style.numberFormat)
    case 'object':
      return new FormulaError(value.error, value.message)
    default:
      return value === '' ? undefined : value
  }
}

function withFormat(number: number, format: string): number | FormattedNumber {
  return format === plainText || isAutomatic(format) ? number : new FormattedNumber(number, format)
}

function isSameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns
}
