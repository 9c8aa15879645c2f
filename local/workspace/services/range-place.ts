/** Where a Range stands. */
import { a1Of } from '../a1.ts'
import type { CellChange } from '../cell-changes.ts'
import type { Area, SheetModel } from '../model.ts'
import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import { checkedArea, sheetOf } from './sheet-access.ts'

export abstract class RangePlace extends ServiceObject {
  readonly official = 'Range'
  readonly sheetId: number
  /** Fixed: a range keeps its coordinates when rows move under it. */
  readonly area: Area

  constructor(execution: ServiceObject['execution'], sheetId: number, area: Area) {
    super(execution)
    this.sheetId = sheetId
    this.area = area
  }

  override get touchedCells(): number {
    return this.area.rows * this.area.columns
  }

  override get change(): CellChange {
    return { sheetId: this.sheetId, areas: [this.area] }
  }

  /** @throws Refusal when the tab is gone or no longer reaches so far. */
  get model(): SheetModel {
    const model = sheetOf(this.execution, this.sheetId)
    checkedArea(model, this.area)
    return model
  }

  getRow(): number {
    return this.area.row + 1
  }

  getRowIndex(): number {
    return this.area.row + 1
  }

  getColumn(): number {
    return this.area.column + 1
  }

  getLastRow(): number {
    return this.area.row + this.area.rows
  }

  getLastColumn(): number {
    return this.area.column + this.area.columns
  }

  getNumRows(): number {
    return this.area.rows
  }

  getNumColumns(): number {
    return this.area.columns
  }

  getHeight(): number {
    return this.area.rows
  }

  getWidth(): number {
    return this.area.columns
  }

  getA1Notation(): string {
    return a1Of(this.area)
  }

  getGridId(): number {
    return this.sheetId
  }

  /** Row and column are counted from 1 within the range. */
  getCell(row: number, column: number): this {
    if (row < 1 || column < 1 || row > this.area.rows || column > this.area.columns) {
      throw new Refusal('Cell reference out of range')
    }
    return this.offset(row - 1, column - 1, 1, 1)
  }

  offset(rowOffset: number, columnOffset: number, numRows = this.area.rows, numColumns = this.area.columns): this {
    const area = {
      row: this.area.row + rowOffset,
      column: this.area.column + columnOffset,
      rows: numRows,
      columns: numColumns,
    }
    return areaBeside(this, checkedArea(sheetOf(this.execution, this.sheetId), area))
  }

  activate(): this {
    this.execution.workspace.select(this.sheetId, this.area)
    return this
  }

  activateAsCurrentCell(): this {
    if (this.touchedCells > 1) throw new Refusal('The range must be a single cell.')
    return this.activate()
  }
}

/** Another area of the same sheet. */
export function areaBeside<T extends RangePlace>(range: T, area: Area): T {
  return Reflect.construct(range.constructor, [range.execution, range.sheetId, area])
}

/** The top left cell, of which the singular getters speak. */
export function firstCell<T extends RangePlace>(range: T): T {
  return range.touchedCells === 1 ? range : areaBeside(range, { ...range.area, rows: 1, columns: 1 })
}
