/**
 * Which formulas are due: those without a result, and those that hang on something that has changed since the last
 * calculation. A result that came with the file stands until then, so that a workbook of hundreds of thousands of formulas
 * costs no more than a look at their texts.
 */
import { a1Of } from '../a1.ts'
import type { CellChange } from '../cell-changes.ts'
import type { SheetModel, WorkbookModel } from '../model.ts'
import { CellSet } from './cell-set.ts'
import { type FormulaCell, type FormulaCells, referenceOf } from './formula-cells.ts'
import { SheetSnapshot } from './snapshot.ts'
import type { Spills } from './spill.ts'

export class Changes {
  readonly #workbook: WorkbookModel
  readonly #formulas: FormulaCells
  readonly #spills: Spills
  #cells = new CellSet()
  /** Sheets whose rows or columns have moved, as they were before. */
  readonly #moved = new Map<SheetModel, SheetSnapshot>()
  /** Where names of tabs and ranges pointed, by the names in small letters as formulas quote them. */
  #names: ReadonlyMap<string, string> = new Map()
  /** Number of the day of the last calculation; there was none before the first. */
  #day: number | undefined

  constructor(workbook: WorkbookModel, formulas: FormulaCells, spills: Spills) {
    this.#workbook = workbook
    this.#formulas = formulas
    this.#spills = spills
  }

  /** Remembers what is about to change. Formulas that are not known yet will be due anyway. */
  add({ sheetId, areas }: CellChange): void {
    const sheet = this.#workbook.sheets.find(({ id }) => id === sheetId)
    if (sheet === undefined || this.#formulas.all.length === 0) return
    for (const area of areas ?? []) this.#cells.addArea(sheet, area)
    if (areas === undefined && !this.#moved.has(sheet)) this.#moved.set(sheet, new SheetSnapshot(sheet))
  }

  /**
   * The formulas that are due, with all that hang on them; the changes are forgotten.
   * @param now the clock as a serial number
   */
  takeDue(now: number): Set<FormulaCell> {
    const fresh = this.#formulas.update()
    const cells = this.#cells
    for (const snapshot of this.#moved.values()) snapshot.addChanges(cells)
    const disturbed = this.#spills.review(this.#workbook, cells)
    const names = this.#changedNames()
    const isFirst = this.#day === undefined
    const due = new Set(isFirst ? fresh.filter((formula) => formula.hasNoResult) : fresh)
    for (const { sheet, row, column } of disturbed) {
      const formula = this.#formulas.at(sheet, row, column)
      if (formula !== undefined) due.add(formula)
    }
    if (!isFirst) for (const formula of this.#asking(Math.floor(now), cells)) due.add(formula)
    this.#day = Math.floor(now)
    this.#cells = new CellSet()
    this.#moved.clear()
    return this.#formulas.dependentsOf(cells, due, isFirst ? [] : names)
  }

  /** Formulas that ask the clock, and those whose array had no room where something has changed. */
  #asking(day: number, cells: CellSet): FormulaCell[] {
    return this.#formulas.all.filter(
      ({ volatility, blocked, sheet }) =>
        volatility === 'moment' ||
        (volatility === 'day' && day !== this.#day) ||
        (blocked !== undefined && cells.meets(sheet, referenceOf(blocked))),
    )
  }

  /** Names of tabs and ranges that point elsewhere than at the last calculation. */
  #changedNames(): string[] {
    const { sheets, namedRanges } = this.#workbook
    const before = this.#names
    const now = new Map(sheets.map(({ id, name }) => [name.toLowerCase().replaceAll("'", "''"), String(id)]))
    for (const { name, sheetId, area } of namedRanges) now.set(name.toLowerCase(), `${sheetId}!${a1Of(area)}`)
    this.#names = now
    return [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name))
  }
}
