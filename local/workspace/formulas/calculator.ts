/**
 * Computes the formulas of a workbook that are due (changes.ts), in the order in which they need each other. A result that
 * came with the file stands when it cannot be computed here.
 */
import { a1Of } from '../a1.ts'
import { overlap } from '../areas.ts'
import type { CellChange } from '../cell-changes.ts'
import type { FormulaEvaluator } from '../formula-results.ts'
import type { SheetModel, WorkbookModel } from '../model.ts'
import { NotEmulated } from '../refusal.ts'
import { zoneOf } from '../zone.ts'
import { CellReader } from './cell-reader.ts'
import { CellSet } from './cell-set.ts'
import { Changes } from './changes.ts'
import { CustomFunctions, type FunctionsOfScript } from './custom-functions.ts'
import { evaluated, type Surroundings } from './evaluate.ts'
import { FormulaCell, FormulaCells, placeOf, referenceOf } from './formula-cells.ts'
import { parsed } from './parse.ts'
import { Spills } from './spill.ts'
import { FormulaError, Grid, type Place, rowsOf, type Value } from './values.ts'

/** A formula that stays without a result, or with the one that it came with, and why. */
export interface NotComputed {
  /** Name of the tab. */
  readonly sheet: string
  readonly a1: string
  readonly formula: string
  readonly reason: string
}

const circular = new FormulaError(
  '#REF!',
  'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
)

/** Thrown by a formula that comes back to itself, up to where the circle began. */
class Circle {
  readonly formula: FormulaCell

  constructor(formula: FormulaCell) {
    this.formula = formula
  }
}

/** Thrown when formulas ask for each other further than the stack should go: this one is to be computed first. */
class TooDeep {
  readonly formula: FormulaCell

  constructor(formula: FormulaCell) {
    this.formula = formula
  }
}

const deepest = 200
/** Cells that the formulas of one calculation may look at: each student among all others, for 17,000 students. */
const mostCells = 300_000_000
/** Arrays may spill into what other arrays are made of; if that does not come to rest, it is a circle. */
const mostRounds = 50

export class Calculator implements FormulaEvaluator {
  readonly functions: CustomFunctions
  readonly #workbook: WorkbookModel
  readonly #now: () => number
  readonly #formulas: FormulaCells
  readonly #spills = new Spills()
  readonly #reader: CellReader
  readonly #reasons = new Map<FormulaCell, string>()
  readonly #changes: Changes
  /** The clock as a serial number, in the zone of the spreadsheet. */
  #serialNow = 0
  /** Still to be computed. */
  #due = new Set<FormulaCell>()
  /** Being computed, each for the one before it. */
  readonly #begun = new Set<FormulaCell>()
  /** Cells that were looked at in this calculation. */
  #looked = 0
  /** Cells that arrays have changed in this round. */
  #spilled = new CellSet()
  /** Cells that hang on NOW() and its like; found out when a custom function wants to know. */
  #volatile: CellSet | undefined
  #isBusy = false

  /** @param now epoch ms of the virtual clock */
  constructor(workbook: WorkbookModel, now: () => number, script: FunctionsOfScript) {
    this.#workbook = workbook
    this.#now = now
    this.functions = new CustomFunctions(script, workbook)
    this.#formulas = new FormulaCells(workbook)
    this.#changes = new Changes(workbook, this.#formulas, this.#spills)
    this.#reader = new CellReader(workbook, this.#formulas, this.#spills, (formula) => this.#ready(formula))
  }

  /** What could not be computed. */
  get notComputed(): NotComputed[] {
    const standing = [...this.#reasons].filter(
      ([formula]) => this.#formulas.at(formula.sheet, formula.row, formula.column) === formula,
    )
    return standing.map(([{ sheet, row, column, text }, reason]) => ({
      sheet: sheet.name,
      a1: a1Of({ row, column, rows: 1, columns: 1 }),
      formula: text,
      reason,
    }))
  }

  changing(change: CellChange): void {
    this.#changes.add(change)
  }

  recalculate(): void {
    // A custom function that reads the sheet finds it as it stands.
    if (this.#isBusy) return
    this.#isBusy = true
    this.#looked = 0
    this.#serialNow = zoneOf(this.#workbook.timeZone).serialOf(this.#now())
    try {
      this.#compute(this.#changes.takeDue(this.#serialNow))
    } finally {
      this.#reader.forget()
      this.#isBusy = false
    }
  }

  /**
   * Works out formulas that stand in no cell, as those of conditional formats, over results that are up to date.
   * @param ask is given what the value of a formula would be in a cell; that throws NotEmulated
   */
  asking<T>(ask: (valueIn: (sheet: SheetModel, row: number, column: number, formula: string) => Value) => T): T {
    this.#looked = 0
    try {
      return ask((sheet, row, column, formula) =>
        evaluated(parsed(formula), this.#surroundings(new FormulaCell(sheet, row, column, formula))),
      )
    } finally {
      this.#reader.forget()
    }
  }

  #compute(first: Set<FormulaCell>): void {
    this.#due = first
    for (let round = 0; this.#due.size > 0; round++) {
      this.#spilled = new CellSet()
      this.#volatile = undefined
      for (const formula of this.#due) {
        if (round < mostRounds) this.#settle(formula)
        else this.#show(formula, circular)
      }
      this.#due = round < mostRounds ? this.#formulas.dependentsOf(this.#spilled) : new Set()
    }
  }

  /** Computes a formula, and before it those that are too far away to be computed on the way. */
  #settle(formula: FormulaCell): void {
    const waiting = [formula]
    while (waiting.length > 0) {
      const next = waiting.at(-1)!
      try {
        if (this.#due.has(next)) this.#evaluate(next)
        waiting.pop()
      } catch (thrown) {
        if (!(thrown instanceof TooDeep)) throw thrown
        if (waiting.includes(thrown.formula)) this.#show(thrown.formula, circular)
        else waiting.push(thrown.formula)
      }
    }
  }

  /** Called for every formula whose result is read. */
  #ready(formula: FormulaCell): void {
    if (!this.#due.has(formula)) return
    if (this.#begun.has(formula)) throw new Circle(formula)
    if (this.#begun.size >= deepest) throw new TooDeep(formula)
    this.#evaluate(formula)
  }

  #evaluate(formula: FormulaCell): void {
    this.#begun.add(formula)
    try {
      const result = evaluated(parsed(formula.text), this.#surroundings(formula))
      this.#show(formula, feedsItself(formula, result) ? circular : result)
    } catch (thrown) {
      if (thrown instanceof NotEmulated) this.#giveUp(formula, thrown.message)
      else if (thrown instanceof Circle) {
        this.#show(formula, circular)
        if (thrown.formula !== formula) throw thrown
      } else throw thrown
    } finally {
      this.#begun.delete(formula)
    }
  }

  #show(formula: FormulaCell, result: Value): void {
    this.#due.delete(formula)
    this.#reasons.delete(formula)
    formula.isComputed = true
    this.#put(formula, result)
  }

  /** A result that came with the file stands; one that was computed from other cells would be wrong now. */
  #giveUp(formula: FormulaCell, reason: string): void {
    this.#due.delete(formula)
    this.#reasons.set(formula, reason)
    if (!formula.isComputed) return
    formula.isComputed = false
    this.#put(formula, undefined)
    formula.sheet.values[formula.row]![formula.column] = undefined
  }

  #put(formula: FormulaCell, result: Value): void {
    const area = this.#spills.show(formula, result, this.#spilled)
    this.#reader.forget(formula.sheet, area)
  }

  #surroundings(formula: FormulaCell): Surroundings {
    const functions = this.functions.of(formula)
    const surroundings: Surroundings = {
      home: formula,
      now: this.#serialNow,
      volatileReads: 0,
      cells: (reference) => {
        const grid = this.#reader.cells(reference, formula)
        if (grid instanceof Grid) this.#count(grid)
        if (grid instanceof Grid && this.#isVolatile(grid.place!)) surroundings.volatileReads++
        return grid
      },
      custom: (name) => {
        const custom = functions(name)
        // Whoever computed the result that the cell came with knew the function.
        const wasKnown = !formula.isComputed && !formula.hasNoResult
        if (custom === undefined && wasKnown) throw new NotEmulated(`the function ${name}`)
        return custom
      },
    }
    return surroundings
  }

  /** Ends what would take minutes, for the formulas that are left: they stay without a result. */
  #count({ height, width }: Grid): void {
    this.#looked += height * width
    if (this.#looked > mostCells) throw new NotEmulated('formulas that look at more cells than is worth the wait')
  }

  #isVolatile({ sheet, area }: Place): boolean {
    if (this.#volatile === undefined) {
      this.#volatile = new CellSet()
      const sources = this.#formulas.all.filter(({ volatility }) => volatility === 'moment')
      this.#formulas.dependentsOf(this.#volatile, sources)
    }
    return this.#volatile.meets(sheet, referenceOf(area))
  }
}

/** Whether the array of a formula would spill into cells that it is made of. */
function feedsItself({ sheet, row, column, references }: FormulaCell, result: Value): boolean {
  const rows = rowsOf(result)
  if (rows.length === 1 && rows[0]!.length === 1) return false
  const area = { row, column, rows: rows.length, columns: rows[0]!.length }
  return references.some((reference) => {
    const isHere = reference.sheet === undefined || reference.sheet.toLowerCase() === sheet.name.toLowerCase()
    const place = isHere ? placeOf(sheet, reference) : undefined
    return place !== undefined && overlap(place, area)
  })
}
