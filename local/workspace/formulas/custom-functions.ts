/**
 * The script's functions as formulas call them.
 *
 * Source: developers.google.com/apps-script/guides/sheets/functions (arguments, return values, data types, 30 seconds).
 */
import type { SheetModel, WorkbookModel } from '../model.ts'
import { formatOfDate } from '../number-format.ts'
import { NotEmulated, ScriptError } from '../refusal.ts'
import { zoneOf } from '../zone.ts'
import type { FormulaCell } from './formula-cells.ts'
import { FormattedNumber, FormulaError, Grid, identical, type Scalar, type Value } from './values.ts'

/** What a custom function was last given in a formula, and what it made of it: it runs anew only for something else. */
export interface RememberedCall {
  readonly name: string
  readonly given: readonly Value[]
  readonly result: Value
}

/** One run of a custom function for a formula. */
export interface FormulaCall {
  /** As the script spells it. */
  readonly name: string
  readonly sheet: SheetModel
  /** Of the formula, from 0. */
  readonly row: number
  readonly column: number
}

/** The script behind the workbook. */
export interface FunctionsOfScript {
  /** The names of its functions, by their names in capitals: formulas may write them in any way. */
  readonly names: ReadonlyMap<string, string>
  /** Runs one with AuthMode CUSTOM_FUNCTION; the result comes as plain data. */
  run(name: string, given: readonly unknown[]): unknown
}

export class CustomFunctions {
  /** All runs, in order. */
  readonly calls: FormulaCall[] = []
  readonly #script: FunctionsOfScript
  readonly #workbook: WorkbookModel

  constructor(script: FunctionsOfScript, workbook: WorkbookModel) {
    this.#script = script
    this.#workbook = workbook
  }

  /**
   * The custom functions for one computation of a formula.
   * @returns gives the function of a name in capitals; undefined when the script has none
   */
  of(formula: FormulaCell): (name: string) => ((given: readonly Value[]) => Value) | undefined {
    const before = formula.calls
    const calls: RememberedCall[] = []
    formula.calls = calls
    return (written) => {
      const name = this.#script.names.get(written)
      if (name === undefined) return undefined
      this.#workbook.scriptFunctions ??= [...this.#script.names.keys()]
      return (given) => {
        const last = before[calls.length]
        const result = last !== undefined && isSame(last, name, given) ? last.result : this.#run(name, given, formula)
        calls.push({ name, given, result })
        return result
      }
    }
  }

  #run(name: string, given: readonly Value[], { sheet, row, column }: FormulaCell): Value {
    const zone = zoneOf(this.#workbook.timeZone)
    const passed = given.map((value) => argumentOf(value, (serial) => new Date(zone.instantOfSerial(serial))))
    this.calls.push({ name, sheet, row, column })
    try {
      return resultOf(this.#script.run(name, passed), name, (instant) => zone.serialOf(instant))
    } catch (thrown) {
      if (!(thrown instanceof ScriptError)) throw thrown
      if (thrown.name === 'NotEmulated') throw new NotEmulated(`${name}: ${thrown.message}`)
      const message = thrown.name === 'Stopped' ? thrown.message : `${thrown.name}: ${thrown.message}`
      return new FormulaError('#ERROR!', message)
    }
  }
}

function isSame(last: RememberedCall, name: string, given: readonly Value[]): boolean {
  if (last.name !== name || last.given.length !== given.length) return false
  return given.every((value, index) => identical(value, last.given[index]))
}

/** A single cell is its value, a range rows of values; a blank is ''. Dates are made in the script's realm when it runs. */
function argumentOf(value: Value, dateOf: (serial: number) => Date): unknown {
  if (!(value instanceof Grid)) return cellOf(value, dateOf)
  if (value.height === 1 && value.width === 1) return cellOf(value.rows[0]![0], dateOf)
  return value.rows.map((row) => row.map((cell) => cellOf(cell, dateOf)))
}

function cellOf(cell: Scalar, dateOf: (serial: number) => Date): unknown {
  if (cell instanceof FormattedNumber) return cell.isDate ? dateOf(cell.number) : cell.number
  if (cell instanceof FormulaError) return cell.code
  return cell ?? ''
}

/**
 * What a function returned, as the value of the formula: a list goes down, rows go right and down, shorter rows are
 * filled up with blanks.
 * @throws NotEmulated for what has no known look in a cell: objects, lists in lists in lists, nothing at all in a list
 */
function resultOf(returned: unknown, name: string, serialOf: (instant: number) => number): Value {
  const cell = (value: unknown): Scalar => scalarOf(value, name, serialOf)
  if (!Array.isArray(returned)) return cell(returned)
  const rows = returned.map((row: unknown) => (Array.isArray(row) ? row.map(cell) : [cell(row)]))
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width === 0) throw new NotEmulated(`an empty list as the result of ${name}`)
  return new Grid(rows.map((row) => Array.from({ length: width }, (_, column) => row[column])))
}

function scalarOf(value: unknown, name: string, serialOf: (instant: number) => number): Scalar {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : new FormulaError('#NUM!', 'Result was not a number.')
  }
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    const serial = serialOf(value.getTime())
    return new FormattedNumber(serial, formatOfDate(serial))
  }
  const kind = Array.isArray(value) ? 'a list in a row of a list' : Object.prototype.toString.call(value).slice(8, -1)
  throw new NotEmulated(`${kind} in the result of ${name}`)
}
