/** The formulas of a workbook, and which of them hang on which cells. */
import type { A1Reference } from '../a1.ts'
import { areaOf } from '../a1.ts'
import { referencesIn } from '../formula-references.ts'
import { literalResult } from '../formula-results.ts'
import type { Area, SheetModel, WorkbookModel } from '../model.ts'
import type { CellSet } from './cell-set.ts'
import type { RememberedCall } from './custom-functions.ts'

const volatileCall = /\b(NOW|RAND|RANDARRAY|RANDBETWEEN|TODAY)\s*\(/i

/** One formula in one cell. It is another one when its text changes or it moves. */
export class FormulaCell {
  readonly sheet: SheetModel
  readonly row: number
  readonly column: number
  readonly text: string
  /** What its custom functions were last given, and what they made of it. */
  calls: readonly RememberedCall[] = []
  /** Whether its result was computed here, and not by whoever made the file. */
  isComputed = false
  /** Its result is a blank, which stands as '' in the model. */
  isBlank = false
  /** Where its result would spill if nothing were in the way. */
  blocked: Area | undefined
  /** Whether its result is another one at every moment, or on every day. */
  readonly volatility: 'moment' | 'day' | undefined
  #references: readonly A1Reference[] | undefined

  constructor(sheet: SheetModel, row: number, column: number, text: string) {
    this.sheet = sheet
    this.row = row
    this.column = column
    this.text = text
    const found = volatileCall.exec(text)
    this.volatility = found === null ? undefined : found[1]!.toUpperCase() === 'TODAY' ? 'day' : 'moment'
  }

  get hasNoResult(): boolean {
    return this.sheet.values[this.row]?.[this.column] === undefined
  }

  get references(): readonly A1Reference[] {
    this.#references ??= referencesIn(this.text)
    return this.#references
  }
}

export class FormulaCells {
  /** As the formulas of the sheet; a formula with its result in it is kept as its text alone. */
  readonly #known = new Map<SheetModel, (FormulaCell | string | undefined)[][]>()
  readonly #workbook: WorkbookModel
  #all: FormulaCell[] = []

  constructor(workbook: WorkbookModel) {
    this.#workbook = workbook
  }

  /** All formulas, by tabs and in each from the top to the bottom. */
  get all(): readonly FormulaCell[] {
    return this.#all
  }

  at(sheet: SheetModel, row: number, column: number): FormulaCell | undefined {
    const known = this.#known.get(sheet)?.[row]?.[column]
    return typeof known === 'string' ? undefined : known
  }

  /**
   * Looks at what formulas there are now.
   * @returns those that were not there before
   */
  update(): FormulaCell[] {
    const fresh: FormulaCell[] = []
    this.#all = []
    for (const sheet of this.#known.keys()) if (!this.#workbook.sheets.includes(sheet)) this.#known.delete(sheet)
    for (const sheet of this.#workbook.sheets) {
      const known = this.#known.get(sheet) ?? []
      this.#known.set(sheet, known)
      known.length = sheet.formulas.length
      for (let row = 0; row < known.length; row++) known[row] = this.#updateRow(sheet, row, known[row], fresh)
    }
    return fresh
  }

  #updateRow(
    sheet: SheetModel,
    row: number,
    known: (FormulaCell | string | undefined)[] = [],
    fresh: FormulaCell[],
  ): (FormulaCell | string | undefined)[] {
    const formulas = sheet.formulas[row] ?? []
    known.length = formulas.length
    for (let column = 0; column < formulas.length; column++) {
      const text = formulas[column]
      let formula = known[column]
      if ((typeof formula === 'string' ? formula : formula?.text) !== text) {
        formula = text === undefined ? undefined : formulaOf(sheet, row, column, text)
        known[column] = formula
        if (typeof formula === 'object') fresh.push(formula)
      }
      if (typeof formula === 'object') this.#all.push(formula)
    }
    return known
  }

  /**
   * The formulas that hang on cells of a set, directly or through others. Their own cells are added to the set.
   * @param given formulas of which it is known already
   * @param names of tabs and ranges that have come, gone or point elsewhere, in small letters
   */
  dependentsOf(cells: CellSet, given: Iterable<FormulaCell> = [], names: readonly string[] = []): Set<FormulaCell> {
    const found = new Set(given)
    for (const formula of names.length === 0 ? [] : this.#all) {
      const text = formula.text.toLowerCase()
      if (names.some((name) => text.includes(name))) found.add(formula)
    }
    for (const formula of found) addResult(cells, formula)
    const tabs = new Map(this.#workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]))
    for (let before = cells.isEmpty ? found.size : -1; before !== found.size; ) {
      before = found.size
      for (const formula of this.#all) {
        if (found.has(formula) || !this.#hangsOn(formula, cells, tabs)) continue
        found.add(formula)
        addResult(cells, formula)
      }
    }
    return found
  }

  #hangsOn(formula: FormulaCell, cells: CellSet, tabs: ReadonlyMap<string, SheetModel>): boolean {
    for (const reference of formula.references) {
      const sheet = reference.sheet === undefined ? formula.sheet : tabs.get(reference.sheet.toLowerCase())
      if (sheet !== undefined && cells.meets(sheet, reference)) return true
    }
    if (this.#workbook.namedRanges.length === 0) return false
    return this.#workbook.namedRanges.some(({ name, sheetId, area }) => {
      if (!formula.text.toLowerCase().includes(name.toLowerCase())) return false
      const sheet = this.#workbook.sheets.find(({ id }) => id === sheetId)
      return sheet !== undefined && cells.meets(sheet, referenceOf(area))
    })
  }
}

/** Adds the cells in which the result of a formula stands. */
function addResult(cells: CellSet, { sheet, row, column }: FormulaCell): void {
  const spill = sheet.spilled?.[row]?.[column]?.spill
  cells.addArea(sheet, { row, column, rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 })
}

/** A formula with its result in it never has to be computed; there are many in a workbook with links. */
function formulaOf(sheet: SheetModel, row: number, column: number, text: string): FormulaCell | string {
  return literalResult(text) === undefined ? new FormulaCell(sheet, row, column, text) : text
}

/** A rectangle as a reference with all its sides. */
export function referenceOf({ row, column, rows, columns }: Area): A1Reference {
  return { firstRow: row, lastRow: row + rows - 1, firstColumn: column, lastColumn: column + columns - 1 }
}

/** The cells that a reference means on its sheet; undefined when it lies outside. */
export function placeOf(sheet: SheetModel, reference: A1Reference): Area | undefined {
  const area = areaOf(reference, { rows: sheet.rowCount, columns: sheet.columnCount })
  const rows = Math.min(area.rows, sheet.rowCount - area.row)
  const columns = Math.min(area.columns, sheet.columnCount - area.column)
  return rows < 1 || columns < 1 ? undefined : { ...area, rows, columns }
}
