/** The rows and columns of a Sheet: inserted, deleted, moved, frozen, sized, hidden. */
import type { Axis } from '../areas.ts'
import { contentSize, insert, isHidden, move, remove } from '../grid.ts'
import type { Area, SheetModel } from '../model.ts'
import { Refusal } from '../refusal.ts'
import type { Range } from './range.ts'
import { checkEditable, checkedArea, wholeSheet, workbookOf } from './sheet-access.ts'
import { SheetCells } from './sheet-cells.ts'

/** Pixels of a column and a row that nobody has changed. */
const usualWidth = 100
const usualHeight = 21

export abstract class SheetRowsAndColumns extends SheetCells {
  insertRowAfter(afterPosition: number): this {
    return insertAfter(this, 'rows', afterPosition, 1)
  }

  insertRowsAfter(afterPosition: number, howMany: number): this {
    return insertAfter(this, 'rows', afterPosition, howMany)
  }

  insertRowBefore(beforePosition: number): this {
    return insertBefore(this, 'rows', beforePosition, 1)
  }

  insertRowsBefore(beforePosition: number, howMany: number): this {
    return insertBefore(this, 'rows', beforePosition, howMany)
  }

  insertRows(rowIndex: number, numRows = 1): void {
    insertBefore(this, 'rows', rowIndex, numRows)
  }

  insertColumnAfter(afterPosition: number): this {
    return insertAfter(this, 'columns', afterPosition, 1)
  }

  insertColumnsAfter(afterPosition: number, howMany: number): this {
    return insertAfter(this, 'columns', afterPosition, howMany)
  }

  insertColumnBefore(beforePosition: number): this {
    return insertBefore(this, 'columns', beforePosition, 1)
  }

  insertColumnsBefore(beforePosition: number, howMany: number): this {
    return insertBefore(this, 'columns', beforePosition, howMany)
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    insertBefore(this, 'columns', columnIndex, numColumns)
  }

  deleteRow(rowPosition: number): this {
    return deleteLines(this, 'rows', rowPosition, 1)
  }

  deleteRows(rowPosition: number, howMany: number): void {
    deleteLines(this, 'rows', rowPosition, howMany)
  }

  deleteColumn(columnPosition: number): this {
    return deleteLines(this, 'columns', columnPosition, 1)
  }

  deleteColumns(columnPosition: number, howMany: number): void {
    deleteLines(this, 'columns', columnPosition, howMany)
  }

  moveRows(rowSpec: Range, destinationIndex: number): void {
    moveLines(this, 'rows', rowSpec.area.row, rowSpec.area.rows, destinationIndex)
  }

  moveColumns(columnSpec: Range, destinationIndex: number): void {
    moveLines(this, 'columns', columnSpec.area.column, columnSpec.area.columns, destinationIndex)
  }

  getFrozenRows(): number {
    return this.model.frozenRows
  }

  getFrozenColumns(): number {
    return this.model.frozenColumns
  }

  setFrozenRows(rows: number): void {
    freeze(this, 'rows', rows)
  }

  setFrozenColumns(columns: number): void {
    freeze(this, 'columns', columns)
  }

  getColumnWidth(columnPosition: number): number {
    return this.model.columnWidths.get(columnPosition - 1) ?? usualWidth
  }

  setColumnWidth(columnPosition: number, width: number): this {
    return resize(this, 'columns', columnPosition, 1, width)
  }

  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    return resize(this, 'columns', startColumn, numColumns, width)
  }

  autoResizeColumn(columnPosition: number): this {
    return this.autoResizeColumns(columnPosition, 1)
  }

  /** Widths by the longest text, at seven pixels a character: a font's real measures are not known here. */
  autoResizeColumns(startColumn: number, numColumns: number): this {
    const { model } = this
    const texts = this.getRange(1, startColumn, Math.max(1, contentSize(model).rows), numColumns).getDisplayValues()
    for (let column = 0; column < numColumns; column++) {
      const longest = texts.reduce((most, row) => Math.max(most, row[column]!.length), 0)
      if (longest > 0) model.columnWidths.set(startColumn - 1 + column, longest * 7 + 14)
    }
    return this
  }

  getRowHeight(rowPosition: number): number {
    return this.model.rowHeights.get(rowPosition - 1) ?? usualHeight
  }

  setRowHeight(rowPosition: number, height: number): this {
    return resize(this, 'rows', rowPosition, 1, height)
  }

  setRowHeights(startRow: number, numRows: number, height: number): this {
    return resize(this, 'rows', startRow, numRows, height)
  }

  hideColumns(columnIndex: number, numColumns = 1): void {
    setHidden(this.model.hiddenColumns, columnIndex, numColumns, true)
  }

  showColumns(columnIndex: number, numColumns = 1): void {
    setHidden(this.model.hiddenColumns, columnIndex, numColumns, false)
  }

  hideRows(rowIndex: number, numRows = 1): void {
    setHidden(this.model.hiddenRows, rowIndex, numRows, true)
  }

  showRows(rowIndex: number, numRows = 1): void {
    setHidden(this.model.hiddenRows, rowIndex, numRows, false)
  }

  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.model.hiddenColumns.has(columnPosition - 1)
  }

  isRowHiddenByUser(rowPosition: number): boolean {
    return isHidden(this.model, rowPosition - 1) === 'by user'
  }

  isRowHiddenByFilter(rowPosition: number): boolean {
    return isHidden(this.model, rowPosition - 1) === 'by filter'
  }
}

function sizeAlong(model: SheetModel, axis: Axis): number {
  return axis === 'rows' ? model.rowCount : model.columnCount
}

/** Whole rows or columns as a rectangle. @param position of the first, counted from 1 */
function linesArea(model: SheetModel, axis: Axis, position: number, count: number): Area {
  const whole = wholeSheet(model)
  return axis === 'rows'
    ? { ...whole, row: position - 1, rows: count }
    : { ...whole, column: position - 1, columns: count }
}

/** New ones look like the one that they come after. */
function insertAfter<S extends SheetCells>(sheet: S, axis: Axis, position: number, count: number): S {
  return insertLines(sheet, axis, position, count, position - 1)
}

/** New ones look like the one that they come before. */
function insertBefore<S extends SheetCells>(sheet: S, axis: Axis, position: number, count: number): S {
  return insertLines(sheet, axis, position - 1, count, position - 1)
}

function insertLines<S extends SheetCells>(sheet: S, axis: Axis, at: number, count: number, neighbour: number): S {
  const { model, execution } = sheet
  const size = sizeAlong(model, axis)
  const limited = Math.max(0, neighbour)
  if (count < 1 || at < 0 || at > size || neighbour >= size) throw new Refusal(`Those ${axis} are out of bounds.`)
  checkEditable(execution, { ...model, protections: model.protections.filter(({ area }) => area === undefined) })
  insert(workbookOf(execution), model, axis, at, count, limited)
  return sheet
}

function deleteLines<S extends SheetCells>(sheet: S, axis: Axis, position: number, count: number): S {
  const { model, execution } = sheet
  if (count < 1 || position < 1 || position - 1 + count > sizeAlong(model, axis)) {
    throw new Refusal(`Those ${axis} are out of bounds.`)
  }
  checkEditable(execution, model, linesArea(model, axis, position, count))
  remove(workbookOf(execution), model, axis, position - 1, count)
  return sheet
}

function moveLines(sheet: SheetCells, axis: Axis, from: number, count: number, destination: number): void {
  const { model, execution } = sheet
  checkEditable(execution, model)
  move(workbookOf(execution), model, axis, from, count, destination - 1)
}

function freeze(sheet: SheetCells, axis: Axis, count: number): void {
  const { model } = sheet
  const size = sizeAlong(model, axis)
  if (count < 0 || count > size) throw new Refusal(`Those ${axis} are out of bounds.`)
  if (count > 0 && count === size) throw new Refusal(`You can't freeze all visible ${axis} on the sheet.`)
  if (axis === 'rows') {
    model.frozenRows = count
    return
  }
  if (model.merges.some(({ column, columns }) => column < count && column + columns > count)) {
    throw new Refusal("You can't freeze columns which contain only part of a merged cell.")
  }
  model.frozenColumns = count
}

function resize<S extends SheetCells>(sheet: S, axis: Axis, position: number, count: number, pixels: number): S {
  const { model } = sheet
  checkedArea(model, linesArea(model, axis, position, count))
  const sizes = axis === 'rows' ? model.rowHeights : model.columnWidths
  for (let index = position - 1; index < position - 1 + count; index++) sizes.set(index, pixels)
  return sheet
}

function setHidden(hidden: Set<number>, position: number, count: number, hide: boolean): void {
  for (let index = position - 1; index < position - 1 + count; index++) {
    if (hide) hidden.add(index)
    else hidden.delete(index)
  }
}
