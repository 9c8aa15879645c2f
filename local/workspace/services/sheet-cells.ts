/** The cells of a Sheet: its ranges, how far they reach, what is written into all of them, which are selected. */
import { a1Of, areaOf, parseA1 } from '../a1.ts'
import type { CellChange } from '../cell-changes.ts'
import { CellWriter } from '../cells.ts'
import { contentSize, insert, sort } from '../grid.ts'
import type { SheetModel } from '../model.ts'
import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import { Range } from './range.ts'
import { RangeList } from './range-list.ts'
import { checkEditable, checkedArea, sheetOf, wholeSheet, workbookOf } from './sheet-access.ts'

export abstract class SheetCells extends ServiceObject {
  readonly official = 'Sheet'
  readonly id: number

  constructor(execution: ServiceObject['execution'], id: number) {
    super(execution)
    this.id = id
  }

  /** @throws Refusal when the tab has been deleted. */
  get model(): SheetModel {
    return sheetOf(this.execution, this.id)
  }

  override get touchedCells(): number {
    return this.execution.workspace.workbook.sheets.find(({ id }) => id === this.id)?.columnCount ?? 0
  }

  override get change(): CellChange {
    return { sheetId: this.id }
  }

  getRange(...given: [string] | number[]): Range {
    const { model } = this
    const [first, column = 1, rows = 1, columns = 1] = given as [string | number, number?, number?, number?]
    if (typeof first === 'number') {
      const area = { row: first - 1, column: column - 1, rows, columns }
      return new Range(this.execution, this.id, checkedArea(model, area))
    }
    const named = workbookOf(this.execution).namedRanges.find(
      ({ name, sheetId }) => name === first && sheetId === this.id,
    )
    if (named !== undefined) return new Range(this.execution, this.id, named.area)
    const reference = parseA1(first)
    if (reference === undefined || (reference.sheet ?? model.name).toLowerCase() !== model.name.toLowerCase()) {
      throw new Refusal('Range not found')
    }
    const area = areaOf(reference, { rows: model.rowCount, columns: model.columnCount })
    return new Range(this.execution, this.id, checkedArea(model, area))
  }

  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(
      this.execution,
      Array.from(a1Notations, (notation) => this.getRange(notation)),
    )
  }

  getDataRange(): Range {
    const { rows, columns } = contentSize(this.model)
    return new Range(this.execution, this.id, {
      row: 0,
      column: 0,
      rows: Math.max(rows, 1),
      columns: Math.max(columns, 1),
    })
  }

  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    const { rows: lastRow, columns: lastColumn } = contentSize(this.model)
    const height = rows === -1 ? Math.max(1, lastRow - row + 1) : rows
    return this.getRange(
      row,
      column,
      height,
      columns === -1 ? Math.max(1, lastColumn - column + 1) : columns,
    ).getValues()
  }

  getLastRow(): number {
    return contentSize(this.model).rows
  }

  getLastColumn(): number {
    return contentSize(this.model).columns
  }

  getMaxRows(): number {
    return this.model.rowCount
  }

  getMaxColumns(): number {
    return this.model.columnCount
  }

  /** Writes below the last row that has content; the sheet grows when it is full. */
  appendRow(rowContents: readonly unknown[]): this {
    const { model } = this
    const workbook = workbookOf(this.execution)
    const row = contentSize(model).rows
    const columns = Array.from(rowContents).length
    checkEditable(this.execution, model, { row, column: 0, rows: 1, columns: Math.max(1, columns) })
    if (columns > model.columnCount) insert(workbook, model, 'columns', model.columnCount, columns - model.columnCount)
    if (row >= model.rowCount) insert(workbook, model, 'rows', model.rowCount, 1)
    const writer = new CellWriter(workbook, model, this.execution.workspace.clock.now())
    for (let column = 0; column < columns; column++) writer.check(row, column, rowContents[column])
    for (let column = 0; column < columns; column++) writer.put(row, column, rowContents[column])
    return this
  }

  clear(options?: { readonly formatOnly?: boolean; readonly contentsOnly?: boolean }): this {
    const range = wholeRange(this)
    if (options?.contentsOnly === true) range.clearContent()
    if (options?.formatOnly === true) range.clearFormat()
    if (options?.contentsOnly !== true && options?.formatOnly !== true) range.clear()
    return this
  }

  clearContents(): this {
    wholeRange(this).clearContent()
    return this
  }

  clearFormats(): this {
    wholeRange(this).clearFormat()
    return this
  }

  clearNotes(): this {
    wholeRange(this).clearNote()
    return this
  }

  /** Sorts all rows but the frozen ones. */
  sort(columnPosition: number, ascending = true): this {
    const { model } = this
    checkEditable(this.execution, model)
    const area = { ...wholeSheet(model), row: model.frozenRows, rows: model.rowCount - model.frozenRows }
    sort(model, area, [{ column: columnPosition - 1, ascending }])
    return this
  }

  getActiveRange(): Range | null {
    const { sheetId, area } = this.execution.workspace.selection
    return sheetId === this.id ? new Range(this.execution, this.id, area) : null
  }

  getActiveRangeList(): RangeList | null {
    const { sheetId, areas } = this.execution.workspace.selection
    if (sheetId !== this.id) return null
    return new RangeList(
      this.execution,
      areas.map((area) => new Range(this.execution, this.id, area)),
    )
  }

  getActiveCell(): Range {
    const { sheetId, area } = this.execution.workspace.selection
    const first = sheetId === this.id ? area : { row: 0, column: 0 }
    return new Range(this.execution, this.id, { ...first, rows: 1, columns: 1 })
  }

  getCurrentCell(): Range | null {
    return this.getActiveCell()
  }

  setActiveRange(range: Range): Range {
    if (range.sheetId !== this.id) throw new Refusal(`The range ${a1Of(range.area)} is not on this sheet.`)
    return range.activate()
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate()
  }

  setActiveSelection(selected: Range | string): Range {
    return this.setActiveRange(typeof selected === 'string' ? this.getRange(selected) : selected)
  }

  setCurrentCell(cell: Range): Range {
    return this.setActiveRange(cell)
  }
}

function wholeRange(sheet: SheetCells): Range {
  return new Range(sheet.execution, sheet.id, wholeSheet(sheet.model))
}
