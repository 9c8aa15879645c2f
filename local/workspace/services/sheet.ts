/** Sheet: one tab. */
import { a1Of, areaOf, parseA1 } from '../a1.ts'
import type { Axis } from '../areas.ts'
import { CellWriter } from '../cells.ts'
import { contentSize, insert, move, remove, sort } from '../grid.ts'
import type { SheetModel } from '../model.ts'
import { Refusal } from '../refusal.ts'
import { EnumMember, ServiceObject } from '../service-object.ts'
import { rename } from '../tabs.ts'
import { ConditionalFormatRule } from './conditional-format.ts'
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  type MetadataArguments,
  ownMetadata,
} from './developer-metadata.ts'
import { Filter } from './filter.ts'
import { NamedRange } from './named-range.ts'
import { type Protection, protect, protectionsOf } from './protection.ts'
import { Range } from './range.ts'
import { RangeList } from './range-list.ts'
import { checkEditable, checkedArea, sheetOf, wholeSheet, workbookOf } from './sheet-access.ts'
import { Spreadsheet } from './spreadsheet.ts'

/** Pixels of a column and a row that nobody has changed. */
const usualWidth = 100
const usualHeight = 21

export class Sheet extends ServiceObject {
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

  getSheetId(): number {
    return this.model.id
  }

  getName(): string {
    return this.model.name
  }

  getSheetName(): string {
    return this.model.name
  }

  setName(name: string): Sheet {
    rename(workbookOf(this.execution), this.model, name)
    return this
  }

  getParent(): Spreadsheet {
    return new Spreadsheet(this.execution)
  }

  /** Counted from 1. */
  getIndex(): number {
    return workbookOf(this.execution).sheets.indexOf(this.model) + 1
  }

  getType(): EnumMember {
    return new EnumMember('SheetType', 'GRID')
  }

  activate(): Sheet {
    this.execution.workspace.selectSheet(this.model.id)
    return this
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

  insertRowAfter(afterPosition: number): Sheet {
    return this.insertRowsAfter(afterPosition, 1)
  }

  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    insertLines(this, 'rows', afterPosition, howMany, afterPosition - 1)
    return this
  }

  insertRowBefore(beforePosition: number): Sheet {
    return this.insertRowsBefore(beforePosition, 1)
  }

  insertRowsBefore(beforePosition: number, howMany: number): Sheet {
    insertLines(this, 'rows', beforePosition - 1, howMany, beforePosition - 1)
    return this
  }

  insertRows(rowIndex: number, numRows = 1): void {
    this.insertRowsBefore(rowIndex, numRows)
  }

  insertColumnAfter(afterPosition: number): Sheet {
    return this.insertColumnsAfter(afterPosition, 1)
  }

  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    insertLines(this, 'columns', afterPosition, howMany, afterPosition - 1)
    return this
  }

  insertColumnBefore(beforePosition: number): Sheet {
    return this.insertColumnsBefore(beforePosition, 1)
  }

  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    insertLines(this, 'columns', beforePosition - 1, howMany, beforePosition - 1)
    return this
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertColumnsBefore(columnIndex, numColumns)
  }

  deleteRow(rowPosition: number): Sheet {
    this.deleteRows(rowPosition, 1)
    return this
  }

  deleteRows(rowPosition: number, howMany: number): void {
    deleteLines(this, 'rows', rowPosition, howMany)
  }

  deleteColumn(columnPosition: number): Sheet {
    this.deleteColumns(columnPosition, 1)
    return this
  }

  deleteColumns(columnPosition: number, howMany: number): void {
    deleteLines(this, 'columns', columnPosition, howMany)
  }

  moveRows(rowSpec: Range, destinationIndex: number): void {
    const { model } = this
    checkEditable(this.execution, model)
    move(workbookOf(this.execution), model, 'rows', rowSpec.area.row, rowSpec.area.rows, destinationIndex - 1)
  }

  moveColumns(columnSpec: Range, destinationIndex: number): void {
    const { model } = this
    checkEditable(this.execution, model)
    move(
      workbookOf(this.execution),
      model,
      'columns',
      columnSpec.area.column,
      columnSpec.area.columns,
      destinationIndex - 1,
    )
  }

  /** Writes below the last row that has content; the sheet grows when it is full. */
  appendRow(rowContents: readonly unknown[]): Sheet {
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

  clear(options?: { readonly formatOnly?: boolean; readonly contentsOnly?: boolean }): Sheet {
    const range = wholeRange(this)
    if (options?.contentsOnly === true) range.clearContent()
    if (options?.formatOnly === true) range.clearFormat()
    if (options?.contentsOnly !== true && options?.formatOnly !== true) range.clear()
    return this
  }

  clearContents(): Sheet {
    wholeRange(this).clearContent()
    return this
  }

  clearFormats(): Sheet {
    wholeRange(this).clearFormat()
    return this
  }

  clearNotes(): Sheet {
    wholeRange(this).clearNote()
    return this
  }

  /** Sorts all rows but the frozen ones. */
  sort(columnPosition: number, ascending = true): Sheet {
    const { model } = this
    checkEditable(this.execution, model)
    const area = { ...wholeSheet(model), row: model.frozenRows, rows: model.rowCount - model.frozenRows }
    sort(model, area, [{ column: columnPosition - 1, ascending }])
    return this
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

  setColumnWidth(columnPosition: number, width: number): Sheet {
    return this.setColumnWidths(columnPosition, 1, width)
  }

  setColumnWidths(startColumn: number, numColumns: number, width: number): Sheet {
    const { model } = this
    checkedArea(model, { row: 0, column: startColumn - 1, rows: 1, columns: numColumns })
    for (let column = startColumn - 1; column < startColumn - 1 + numColumns; column++)
      model.columnWidths.set(column, width)
    return this
  }

  autoResizeColumn(columnPosition: number): Sheet {
    return this.autoResizeColumns(columnPosition, 1)
  }

  /** Widths by the longest text, at seven pixels a character: a font's real measures are not known here. */
  autoResizeColumns(startColumn: number, numColumns: number): Sheet {
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

  setRowHeight(rowPosition: number, height: number): Sheet {
    return this.setRowHeights(rowPosition, 1, height)
  }

  setRowHeights(startRow: number, numRows: number, height: number): Sheet {
    const { model } = this
    checkedArea(model, { row: startRow - 1, column: 0, rows: numRows, columns: 1 })
    for (let row = startRow - 1; row < startRow - 1 + numRows; row++) model.rowHeights.set(row, height)
    return this
  }

  hideSheet(): Sheet {
    const { model } = this
    if (workbookOf(this.execution).sheets.every((sheet) => sheet === model || sheet.hidden)) {
      throw new Refusal("You can't hide all the sheets in a document.")
    }
    model.hidden = true
    return this
  }

  showSheet(): Sheet {
    this.model.hidden = false
    return this
  }

  isSheetHidden(): boolean {
    return this.model.hidden
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
    return this.model.hiddenRows.has(rowPosition - 1)
  }

  getTabColor(): string | null {
    return this.model.tabColor ?? null
  }

  setTabColor(color: string | null): Sheet {
    if (color === null) delete this.model.tabColor
    else this.model.tabColor = color
    return this
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.model.conditionalFormats.map((rule) => new ConditionalFormatRule(this.execution, rule, this.id))
  }

  setConditionalFormatRules(rules: readonly ConditionalFormatRule[]): void {
    const { model } = this
    checkEditable(this.execution, model)
    for (const rule of rules) {
      if (rule.sheetId !== this.id) throw new Refusal('Conditional format rule cannot reference a different sheet.')
    }
    model.conditionalFormats = rules.map(({ rule }) => rule)
  }

  clearConditionalFormatRules(): void {
    this.model.conditionalFormats = []
  }

  protect(): Protection {
    return protect(this.execution, this.model)
  }

  getProtections(type: EnumMember): Protection[] {
    return protectionsOf(this.execution, this.model, type.member)
  }

  getFilter(): Filter | null {
    return this.model.filter === undefined ? null : new Filter(this.execution, this.id)
  }

  getNamedRanges(): NamedRange[] {
    return workbookOf(this.execution)
      .namedRanges.filter(({ sheetId }) => sheetId === this.id)
      .map((named) => new NamedRange(this.execution, named))
  }

  getActiveRange(): Range | null {
    const { sheetId, area } = this.execution.workspace.selection
    return sheetId === this.id ? new Range(this.execution, this.id, area) : null
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

  setActiveSelection(selected: Range | string): Range {
    return this.setActiveRange(typeof selected === 'string' ? this.getRange(selected) : selected)
  }

  setCurrentCell(cell: Range): Range {
    return this.setActiveRange(cell)
  }

  addDeveloperMetadata(...given: MetadataArguments): Sheet {
    addMetadata(this.execution, this.model, { type: 'SHEET' }, given)
    return this
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return ownMetadata(this.execution, this.model, ({ type }) => type === 'SHEET')
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.execution, { sheetId: this.id })
  }
}

function wholeRange(sheet: Sheet): Range {
  return new Range(sheet.execution, sheet.id, wholeSheet(sheet.model))
}

function insertLines(sheet: Sheet, axis: Axis, at: number, count: number, neighbour: number): void {
  const { model, execution } = sheet
  const size = axis === 'rows' ? model.rowCount : model.columnCount
  const limited = Math.max(0, neighbour)
  if (count < 1 || at < 0 || at > size || neighbour >= size) throw new Refusal(`Those ${axis} are out of bounds.`)
  checkEditable(execution, { ...model, protections: model.protections.filter(({ area }) => area === undefined) })
  insert(workbookOf(execution), model, axis, at, count, limited)
}

function deleteLines(sheet: Sheet, axis: Axis, position: number, count: number): void {
  const { model, execution } = sheet
  const size = axis === 'rows' ? model.rowCount : model.columnCount
  if (count < 1 || position < 1 || position - 1 + count > size) throw new Refusal(`Those ${axis} are out of bounds.`)
  const gone = wholeSheet(model)
  checkEditable(
    execution,
    model,
    axis === 'rows' ? { ...gone, row: position - 1, rows: count } : { ...gone, column: position - 1, columns: count },
  )
  remove(workbookOf(execution), model, axis, position - 1, count)
}

function freeze(sheet: Sheet, axis: Axis, count: number): void {
  const { model } = sheet
  const size = axis === 'rows' ? model.rowCount : model.columnCount
  if (count < 0 || count > size) throw new Refusal(`Those ${axis} are out of bounds.`)
  if (count > 0 && count === size) throw new Refusal(`You can't freeze all visible ${axis} on the sheet.`)
  const end = (area: { row: number; rows: number; column: number; columns: number }) =>
    axis === 'rows' ? [area.row, area.row + area.rows] : [area.column, area.column + area.columns]
  if (axis === 'columns' && model.merges.some((merge) => end(merge)[0]! < count && end(merge)[1]! > count)) {
    throw new Refusal("You can't freeze columns which contain only part of a merged cell.")
  }
  if (axis === 'rows') model.frozenRows = count
  else model.frozenColumns = count
}

function setHidden(hidden: Set<number>, position: number, count: number, hide: boolean): void {
  for (let index = position - 1; index < position - 1 + count; index++) {
    if (hide) hidden.add(index)
    else hidden.delete(index)
  }
}
