/** The arrays of formulas in the cells right of and below them: spilled, disturbed, withdrawn. */
import { a1Of } from '../a1.ts'
import type { Area, CellError, CellValue, SheetModel, Spill, WorkbookModel } from '../model.ts'
import type { CellSet } from './cell-set.ts'
import type { FormulaCell } from './formula-cells.ts'
import { dressed, undressed } from './result-formats.ts'
import { FormattedNumber, FormulaError, rowsOf, type Scalar, type Value } from './values.ts'

interface Cell {
  readonly sheet: SheetModel
  readonly row: number
  readonly column: number
}

type Content = CellValue | CellError | undefined

export class Spills {
  /** Where the formula of each array stands. */
  readonly #heads = new Map<Spill, Cell>()

  /**
   * Looks for arrays that something has disturbed: typed over, cleared, torn apart, without their formula. What is left
   * of them is taken away.
   * @param changed gets the cells that are cleared
   * @returns the cells whose formula has to spill again
   */
  review(workbook: WorkbookModel, changed: CellSet): Cell[] {
    this.#heads.clear()
    const again: Cell[] = []
    for (const [spill, cells] of spilledCells(workbook)) {
      const head = cells.find(({ sheet, row, column }) => isHead(sheet, row, column))
      if (head !== undefined && isIntact(spill, head, cells)) {
        this.#heads.set(spill, head)
        continue
      }
      for (const { sheet, row, column } of cells) {
        if (release(sheet, row, column)) changed.add(sheet, row, column)
      }
      if (head !== undefined) again.push(head)
    }
    return again
  }

  /** The cell whose formula shows a part of its array here. */
  headOf(sheet: SheetModel, row: number, column: number): Cell | undefined {
    const spill = sheet.spilled?.[row]?.[column]?.spill
    return spill && this.#heads.get(spill)
  }

  /**
   * Shows the result of a formula. Google's words for what is in the way are those that its Sheets API gives with the
   * error.
   * @param changed gets the cells beyond its own that hold something else than before
   * @returns the cells that were looked at: those of the result, and of the one before
   */
  show(formula: FormulaCell, result: Value, changed: CellSet): Area {
    const { sheet, row, column } = formula
    const rows = rowsOf(result)
    const held = sheet.spilled?.[row]?.[column]?.spill ?? { rows: 1, columns: 1 }
    const reach = {
      row,
      column,
      rows: Math.max(held.rows, rows.length),
      columns: Math.max(held.columns, rows[0]!.length),
    }
    const before = contents(sheet, reach)
    this.#withdraw(formula, held)
    const area = { row, column, rows: rows.length, columns: rows[0]!.length }
    const refusal = refusalOf(sheet, area)
    formula.blocked = refusal && area
    formula.isBlank = refusal === undefined && rows[0]![0] === undefined
    put(sheet, row, column, refusal ?? rows[0]![0] ?? '')
    if (refusal === undefined && area.rows * area.columns > 1) this.#spill(sheet, area, rows)
    contents(sheet, reach).forEach((line, r) => {
      line.forEach((content, c) => {
        if ((r > 0 || c > 0) && !isSame(content, before[r]![c])) changed.add(sheet, row + r, column + c)
      })
    })
    return reach
  }

  #spill(sheet: SheetModel, area: Area, rows: readonly (readonly Scalar[])[]): void {
    const spill: Spill = { rows: area.rows, columns: area.columns }
    this.#heads.set(spill, { sheet, row: area.row, column: area.column })
    sheet.spilled ??= []
    const layer = sheet.spilled
    rows.forEach((cells, r) => {
      const row = area.row + r
      layer[row] ??= []
      cells.forEach((cell, c) => {
        const column = area.column + c
        if (r > 0 || c > 0) put(sheet, row, column, cell)
        layer[row]![column] = { spill, row: r, column: c, value: sheet.values[row]?.[column] }
      })
    })
  }

  #withdraw({ sheet, row, column }: FormulaCell, held: Spill): void {
    this.#heads.delete(held)
    for (let r = row; r < row + held.rows; r++) {
      for (let c = column; c < column + held.columns; c++) {
        if (sheet.spilled?.[r]?.[c]?.spill === held) release(sheet, r, c)
      }
    }
  }
}

/** All cells of each array, wherever they stand now. */
function spilledCells(workbook: WorkbookModel): Map<Spill, Cell[]> {
  const found = new Map<Spill, Cell[]>()
  for (const sheet of workbook.sheets) {
    sheet.spilled?.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        if (cell === undefined) return
        const others = found.get(cell.spill)
        if (others === undefined) found.set(cell.spill, [{ sheet, row, column }])
        else others.push({ sheet, row, column })
      })
    })
  }
  return found
}

function isHead(sheet: SheetModel, row: number, column: number): boolean {
  const cell = sheet.spilled![row]![column]!
  return cell.row === 0 && cell.column === 0 && sheet.formulas[row]?.[column] !== undefined
}

/** Whether every cell of an array stands at its place and shows what it was given. */
function isIntact(spill: Spill, head: Cell, cells: readonly Cell[]): boolean {
  return (
    cells.length === spill.rows * spill.columns &&
    cells.every(({ sheet, row, column }) => {
      const cell = sheet.spilled![row]![column]!
      const inPlace = sheet === head.sheet && row === head.row + cell.row && column === head.column + cell.column
      return inPlace && sheet.values[row]?.[column] === cell.value
    })
  )
}

/** Lets go of a cell of an array: blank, unless something else stands in it. Whether it was cleared. */
function release(sheet: SheetModel, row: number, column: number): boolean {
  const { value } = sheet.spilled![row]![column]!
  sheet.spilled![row]![column] = undefined
  const isOwn = sheet.formulas[row]?.[column] !== undefined || sheet.values[row]?.[column] !== value
  if (isOwn) return false
  if (sheet.values[row] !== undefined) sheet.values[row][column] = undefined
  undressed(sheet, row, column)
  return true
}

/** Why an array cannot spill; undefined when it can. */
function refusalOf(sheet: SheetModel, area: Area): FormulaError | undefined {
  const missing = [area.row + area.rows - sheet.rowCount, area.column + area.columns - sheet.columnCount] as const
  for (const [index, lines] of (['rows', 'columns'] as const).entries()) {
    if (missing[index]! <= 0) continue
    const advice = `please insert more ${lines} (${missing[index]})`
    return new FormulaError('#REF!', `Result was not automatically expanded, ${advice}.`)
  }
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if ((row === area.row && column === area.column) || !isTaken(sheet, row, column)) continue
      const a1 = a1Of({ row, column, rows: 1, columns: 1 })
      const text = `Array result was not expanded because it would overwrite data in ${a1}.`
      return new FormulaError('#REF!', text)
    }
  }
  return undefined
}

function isTaken(sheet: SheetModel, row: number, column: number): boolean {
  const value = sheet.values[row]?.[column]
  const hasContent = (value !== undefined && value !== '') || sheet.formulas[row]?.[column] !== undefined
  return hasContent || sheet.spilled?.[row]?.[column] !== undefined
}

function put(sheet: SheetModel, row: number, column: number, value: Scalar): void {
  const content = contentOf(value)
  if (content === undefined && sheet.values[row] === undefined) return
  sheet.values[row] ??= []
  sheet.values[row][column] = content
  if (value instanceof FormattedNumber) dressed(sheet, row, column, value.format)
  else undressed(sheet, row, column)
}

function contentOf(value: Scalar): Content {
  if (value instanceof FormattedNumber) return value.number
  if (!(value instanceof FormulaError)) return value
  const { code, message } = value
  return message === undefined ? { error: code } : { error: code, message }
}

function contents(sheet: SheetModel, { row, column, rows, columns }: Area): Content[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => sheet.values[row + r]?.[column + c]),
  )
}

function isSame(a: Content, b: Content): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.error === b.error : a === b
}
