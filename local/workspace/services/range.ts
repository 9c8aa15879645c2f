/** Range: cells. */
import { a1Of } from '../a1.ts'
import { contains, overlap } from '../areas.ts'
import { CellWriter } from '../cells.ts'
import { pendingResult } from '../formula-results.ts'
import { Restyling, type SortKey, sort } from '../grid.ts'
import type { Area, CellError, CellStyle, CellValue, SheetModel, ValidationRule } from '../model.ts'
import { automaticFormat, displayed, isDateStyle } from '../number-format.ts'
import { NotEmulated, Refusal } from '../refusal.ts'
import { EnumMember, ServiceObject } from '../service-object.ts'
import { zoneOf } from '../zone.ts'
import { colorText } from './color.ts'
import { DataValidation } from './data-validation.ts'
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  type MetadataArguments,
  ownMetadata,
} from './developer-metadata.ts'
import { Filter } from './filter.ts'
import { mayEditArea, type Protection, protect } from './protection.ts'
import { RichTextValue, TextStyle } from './rich-text.ts'
import { Sheet } from './sheet.ts'
import { checkEditable, checkedArea, sheetOf, wholeLine, workbookOf } from './sheet-access.ts'

type StylePart = keyof CellStyle

export class Range extends ServiceObject {
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

  getSheet(): Sheet {
    return new Sheet(this.execution, this.sheetId)
  }

  getGridId(): number {
    return this.sheetId
  }

  /** Row and column are counted from 1 within the range. */
  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.area.rows || column > this.area.columns) {
      throw new Refusal('Cell reference out of range')
    }
    return this.offset(row - 1, column - 1, 1, 1)
  }

  offset(rowOffset: number, columnOffset: number, numRows = this.area.rows, numColumns = this.area.columns): Range {
    const area = {
      row: this.area.row + rowOffset,
      column: this.area.column + columnOffset,
      rows: numRows,
      columns: numColumns,
    }
    return new Range(this.execution, this.sheetId, checkedArea(sheetOf(this.execution, this.sheetId), area))
  }

  activate(): Range {
    this.execution.workspace.select(this.sheetId, this.area)
    return this
  }

  activateAsCurrentCell(): Range {
    if (this.touchedCells > 1) throw new Refusal('The range must be a single cell.')
    return this.activate()
  }

  getValues(): unknown[][] {
    const { model, area } = this
    const zone = zoneOf(workbookOf(this.execution).timeZone)
    this.execution.workspace.recalculate()
    return this.execution.realm.readValues({
      values: model.values,
      formulas: model.formulas,
      styles: model.styles,
      ...area,
      isDate: isDateStyle as (style: never) => boolean,
      instantOf: (serial) => zone.instantOfSerial(serial),
      pending: pendingResult,
    })
  }

  getValue(): unknown {
    return firstCell(this).getValues()[0]![0]
  }

  setValues(values: readonly (readonly unknown[])[]): Range {
    const { model, area } = this
    checkSize(values, area)
    checkEditable(this.execution, model, area)
    const writer = writerOf(this)
    for (let row = 0; row < area.rows; row++) {
      const cells = values[row]!
      for (let column = 0; column < area.columns; column++) {
        writer.put(area.row + row, area.column + column, cells[column])
      }
    }
    return this
  }

  /** The same value into every cell. */
  setValue(value: unknown): Range {
    const { model, area } = this
    if (Array.isArray(value)) throw new NotEmulated('Range.setValue with an array')
    checkEditable(this.execution, model, area)
    const writer = writerOf(this)
    forCells(area, (row, column) => writer.put(row, column, value))
    return this
  }

  getDisplayValues(): string[][] {
    const { model, area } = this
    this.execution.workspace.recalculate()
    return grid(area, (row, column) => {
      const value = model.values[row]?.[column]
      if (value === undefined && model.formulas[row]?.[column] !== undefined) return pendingResult
      return displayed(value, model.styles[row]?.[column]?.numberFormat)
    })
  }

  getDisplayValue(): string {
    return firstCell(this).getDisplayValues()[0]![0]!
  }

  /** Whether every cell is blank; a formula never is. */
  isBlank(): boolean {
    const { model, area } = this
    return !someCell(area, (row, column) => isFilled(model, row, column))
  }

  getFormulas(): string[][] {
    const { model, area } = this
    return grid(area, (row, column) => model.formulas[row]?.[column] ?? '')
  }

  getFormula(): string {
    return firstCell(this).getFormulas()[0]![0]!
  }

  setFormulas(formulas: readonly (readonly string[])[]): Range {
    const { model, area } = this
    checkSize(formulas, area)
    checkEditable(this.execution, model, area)
    const writer = writerOf(this)
    forCells(area, (row, column) => {
      const formula = formulas[row - area.row]![column - area.column]!
      if (formula === '') writer.put(row, column, '')
      else writer.formula(row, column, formula)
    })
    return this
  }

  /** The same formula into every cell; relative references follow, as when it is filled down. */
  setFormula(formula: string): Range {
    if (this.touchedCells > 1 && /[A-Za-z]\d/.test(formula)) throw new NotEmulated('Range.setFormula on several cells')
    return this.setFormulas(grid({ ...this.area, row: 0, column: 0 }, () => formula))
  }

  getNotes(): string[][] {
    const { model, area } = this
    return grid(area, (row, column) => model.notes[row]?.[column] ?? '')
  }

  getNote(): string {
    return firstCell(this).getNotes()[0]![0]!
  }

  setNotes(notes: readonly (readonly (string | null)[])[]): Range {
    const { model, area } = this
    checkSize(notes, area)
    checkEditable(this.execution, model, area)
    forCells(area, (row, column) =>
      place(model.notes, row, column, notes[row - area.row]![column - area.column] || undefined),
    )
    return this
  }

  setNote(note: string | null): Range {
    return this.setNotes(grid({ ...this.area, row: 0, column: 0 }, () => note))
  }

  clear(options?: { readonly [part: string]: boolean }): Range {
    if (options?.skipFilteredRows === true) throw new NotEmulated('Range.clear with skipFilteredRows')
    const only = Object.entries(options ?? {}).filter(([, wanted]) => wanted)
    const wants = (part: string) => only.length === 0 || only.some(([name]) => name === part)
    if (wants('contentsOnly')) this.clearContent()
    if (wants('formatOnly')) this.clearFormat()
    if (wants('validationsOnly')) this.clearDataValidations()
    if (wants('commentsOnly')) this.clearNote()
    return this
  }

  clearContent(): Range {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    for (const layer of [model.values, model.formulas, model.links ?? []]) wipe(layer, area)
    return this
  }

  /** Formats, and the conditional formats of these cells. */
  clearFormat(): Range {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    wipe(model.styles, area)
    model.conditionalFormats = model.conditionalFormats.flatMap((rule) => {
      const areas = rule.areas.flatMap((part) => without(part, area))
      return areas.length === 0 ? [] : [{ ...rule, areas }]
    })
    return this
  }

  clearNote(): Range {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    wipe(model.notes, area)
    return this
  }

  clearDataValidations(): Range {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    wipe(model.validations, area)
    return this
  }

  getNumberFormats(): string[][] {
    return styleGrid(this, (style) => style?.numberFormat ?? automaticFormat)
  }

  getNumberFormat(): string {
    return firstCell(this).getNumberFormats()[0]![0]!
  }

  setNumberFormats(formats: readonly (readonly string[])[]): Range {
    return restyleEach(this, formats, (numberFormat) => ({ numberFormat: formatOf(numberFormat) }))
  }

  setNumberFormat(numberFormat: string): Range {
    return restyle(this, { numberFormat: formatOf(numberFormat) })
  }

  getBackgrounds(): string[][] {
    return styleGrid(this, (style) => style?.background ?? '#ffffff')
  }

  getBackground(): string {
    return firstCell(this).getBackgrounds()[0]![0]!
  }

  setBackgrounds(colors: readonly (readonly (string | null)[])[]): Range {
    return restyleEach(this, colors, (color) => ({ background: colorText(color) }))
  }

  setBackground(color: string | null): Range {
    return restyle(this, { background: colorText(color) })
  }

  getFontColors(): string[][] {
    return styleGrid(this, (style) => style?.fontColor ?? '#000000')
  }

  getFontColor(): string {
    return firstCell(this).getFontColors()[0]![0]!
  }

  setFontColors(colors: readonly (readonly (string | null)[])[]): Range {
    return restyleEach(this, colors, (color) => ({ fontColor: colorText(color) }))
  }

  setFontColor(color: string | null): Range {
    return restyle(this, { fontColor: colorText(color) })
  }

  getFontWeights(): string[][] {
    return styleGrid(this, (style) => (style?.bold === true ? 'bold' : 'normal'))
  }

  getFontWeight(): string {
    return firstCell(this).getFontWeights()[0]![0]!
  }

  setFontWeights(weights: readonly (readonly (string | null)[])[]): Range {
    return restyleEach(this, weights, (weight) => ({ bold: flag(weight, 'bold', 'normal') }))
  }

  setFontWeight(weight: string | null): Range {
    return restyle(this, { bold: flag(weight, 'bold', 'normal') })
  }

  getFontStyles(): string[][] {
    return styleGrid(this, (style) => (style?.italic === true ? 'italic' : 'normal'))
  }

  getFontStyle(): string {
    return firstCell(this).getFontStyles()[0]![0]!
  }

  setFontStyles(styles: readonly (readonly (string | null)[])[]): Range {
    return restyleEach(this, styles, (style) => ({ italic: flag(style, 'italic', 'normal') }))
  }

  setFontStyle(style: string | null): Range {
    return restyle(this, { italic: flag(style, 'italic', 'normal') })
  }

  getFontLines(): string[][] {
    return styleGrid(this, (style) => (style?.underline ? 'underline' : style?.strikethrough ? 'line-through' : 'none'))
  }

  getFontLine(): string {
    return firstCell(this).getFontLines()[0]![0]!
  }

  setFontLines(lines: readonly (readonly (string | null)[])[]): Range {
    return restyleEach(this, lines, fontLine)
  }

  setFontLine(line: string | null): Range {
    return restyle(this, fontLine(line))
  }

  getFontSizes(): number[][] {
    return styleGrid(this, (style) => style?.fontSize ?? 10)
  }

  getFontSize(): number {
    return firstCell(this).getFontSizes()[0]![0]!
  }

  setFontSizes(sizes: readonly (readonly number[])[]): Range {
    return restyleEach(this, sizes, (fontSize) => ({ fontSize }))
  }

  setFontSize(size: number): Range {
    return restyle(this, { fontSize: size })
  }

  getFontFamilies(): string[][] {
    return styleGrid(this, (style) => style?.fontFamily ?? 'Arial')
  }

  getFontFamily(): string {
    return firstCell(this).getFontFamilies()[0]![0]!
  }

  setFontFamilies(families: readonly (readonly (string | null)[])[]): Range {
    return restyleEach(this, families, (family) => ({ fontFamily: family ?? undefined }))
  }

  setFontFamily(family: string | null): Range {
    return restyle(this, { fontFamily: family ?? undefined })
  }

  getHorizontalAlignments(): string[][] {
    return styleGrid(this, (style) => style?.horizontalAlignment ?? 'general')
  }

  getHorizontalAlignment(): string {
    return firstCell(this).getHorizontalAlignments()[0]![0]!
  }

  setHorizontalAlignments(alignments: readonly (readonly (string | null)[])[]): Range {
    return restyleEach(this, alignments, (alignment) => ({ horizontalAlignment: horizontal(alignment) }))
  }

  setHorizontalAlignment(alignment: string | null): Range {
    return restyle(this, { horizontalAlignment: horizontal(alignment) })
  }

  getVerticalAlignments(): string[][] {
    return styleGrid(this, (style) => style?.verticalAlignment ?? 'bottom')
  }

  getVerticalAlignment(): string {
    return firstCell(this).getVerticalAlignments()[0]![0]!
  }

  setVerticalAlignments(alignments: readonly (readonly (string | null)[])[]): Range {
    return restyleEach(this, alignments, (alignment) => ({ verticalAlignment: vertical(alignment) }))
  }

  setVerticalAlignment(alignment: string | null): Range {
    return restyle(this, { verticalAlignment: vertical(alignment) })
  }

  setWrap(isWrapEnabled: boolean): Range {
    return restyle(this, { wrap: isWrapEnabled ? true : undefined, clip: undefined })
  }

  setWraps(wraps: readonly (readonly boolean[])[]): Range {
    return restyleEach(this, wraps, (wrap) => ({ wrap: wrap ? true : undefined, clip: undefined }))
  }

  getWrapStrategies(): EnumMember[][] {
    return styleGrid(
      this,
      (style) => new EnumMember('WrapStrategy', style?.wrap ? 'WRAP' : style?.clip ? 'CLIP' : 'OVERFLOW'),
    )
  }

  getWrapStrategy(): EnumMember {
    return firstCell(this).getWrapStrategies()[0]![0]!
  }

  setWrapStrategies(strategies: readonly (readonly EnumMember[])[]): Range {
    return restyleEach(this, strategies, wrapping)
  }

  setWrapStrategy(strategy: EnumMember): Range {
    return restyle(this, wrapping(strategy))
  }

  setTextStyle(style: TextStyle): Range {
    return restyle(this, style.parts)
  }

  getTextStyle(): TextStyle {
    const { row, column } = this.area
    return new TextStyle(this.execution, this.model.styles[row]?.[column] ?? {})
  }

  getDataValidations(): (DataValidation | null)[][] {
    const { model, area } = this
    const shared = new Map<ValidationRule, DataValidation>()
    return grid(area, (row, column) => {
      const rule = model.validations[row]?.[column]
      if (rule === undefined) return null
      if (!shared.has(rule)) shared.set(rule, new DataValidation(this.execution, rule))
      return shared.get(rule)!
    })
  }

  getDataValidation(): DataValidation | null {
    return firstCell(this).getDataValidations()[0]![0]!
  }

  setDataValidations(rules: readonly (readonly (DataValidation | null)[])[]): Range {
    const { model, area } = this
    checkSize(rules, area)
    checkEditable(this.execution, model, area)
    forCells(area, (row, column) =>
      place(model.validations, row, column, rules[row - area.row]![column - area.column]?.rule),
    )
    return this
  }

  setDataValidation(rule: DataValidation | null): Range {
    return this.setDataValidations(grid({ ...this.area, row: 0, column: 0 }, () => rule))
  }

  /** Checkboxes are a validation rule; a blank cell becomes unchecked, which is the value false. */
  insertCheckboxes(...values: unknown[]): Range {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    const rule = { criteria: 'CHECKBOX', values: values as CellValue[], allowInvalid: false }
    const unchecked = (values.length === 0 ? false : (values[1] ?? '')) as CellValue
    const allowed: readonly unknown[] = values.length === 0 ? [true, false] : [values[0], unchecked]
    forCells(area, (row, column) => {
      place(model.validations, row, column, rule)
      if (!allowed.includes(model.values[row]?.[column]) && model.formulas[row]?.[column] === undefined) {
        place(model.values, row, column, unchecked)
      }
    })
    return this
  }

  /** Takes the checkboxes and their values away. */
  removeCheckboxes(): Range {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    forCells(area, (row, column) => {
      if (model.validations[row]?.[column]?.criteria !== 'CHECKBOX') return
      place(model.validations, row, column, undefined)
      place(model.values, row, column, undefined)
    })
    return this
  }

  check(): Range {
    return tick(this, true)
  }

  uncheck(): Range {
    return tick(this, false)
  }

  /** True or false when all cells are checkboxes in one state, otherwise null. */
  isChecked(): boolean | null {
    const { model, area } = this
    const states = new Set<boolean | null>()
    forCells(area, (row, column) => {
      const rule = model.validations[row]?.[column]
      const value = model.values[row]?.[column]
      states.add(rule?.criteria === 'CHECKBOX' ? value === (rule.values[0] ?? true) : null)
    })
    return states.size === 1 ? [...states][0]! : null
  }

  setRichTextValues(values: readonly (readonly RichTextValue[])[]): Range {
    const { model, area } = this
    checkSize(values, area)
    checkEditable(this.execution, model, area)
    const writer = writerOf(this)
    forCells(area, (row, column) => {
      const { text, links, wholeStyle } = values[row - area.row]![column - area.column]!
      writer.linked(row, column, text, links)
      if (wholeStyle !== undefined) {
        place(model.styles, row, column, new Restyling(wholeStyle).of(model.styles[row]?.[column]))
      }
    })
    return this
  }

  setRichTextValue(value: RichTextValue): Range {
    return this.setRichTextValues(grid({ ...this.area, row: 0, column: 0 }, () => value))
  }

  /** Null for cells that hold no text, as the reference says of numbers and formulas. */
  getRichTextValues(): (RichTextValue | null)[][] {
    const { model, area } = this
    return grid(area, (row, column) => {
      const value = model.values[row]?.[column] ?? ''
      if (typeof value !== 'string') return null
      return new RichTextValue(this.execution, value, model.links?.[row]?.[column] ?? [], model.styles[row]?.[column])
    })
  }

  getRichTextValue(): RichTextValue | null {
    return firstCell(this).getRichTextValues()[0]![0]!
  }

  merge(): Range {
    return mergeInto(this, [this.area])
  }

  mergeAcross(): Range {
    return mergeInto(
      this,
      Array.from({ length: this.area.rows }, (_, row) => ({ ...this.area, row: this.area.row + row, rows: 1 })),
    )
  }

  mergeVertically(): Range {
    const columns = Array.from({ length: this.area.columns }, (_, index) => this.area.column + index)
    return mergeInto(
      this,
      columns.map((column) => ({ ...this.area, column, columns: 1 })),
    )
  }

  breakApart(): Range {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    model.merges = model.merges.filter((merge) => !overlap(merge, area))
    return this
  }

  getMergedRanges(): Range[] {
    return this.model.merges
      .filter((merge) => overlap(merge, this.area))
      .map((merge) => new Range(this.execution, this.sheetId, merge))
  }

  isPartOfMerge(): boolean {
    return this.model.merges.some((merge) => overlap(merge, this.area))
  }

  /** A column, a {column, ascending}, or a list of either; columns are the sheet's, counted from 1. */
  sort(sortSpecObj: unknown): Range {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    const specs: unknown[] = Array.isArray(sortSpecObj) ? Array.from(sortSpecObj) : [sortSpecObj]
    sort(
      model,
      area,
      specs.map((spec) => sortKey(spec, area)),
    )
    return this
  }

  createFilter(): Filter {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    if (model.filter !== undefined) throw new Refusal("You can't create a filter in a sheet that already has a filter.")
    model.filter = area
    return new Filter(this.execution, this.sheetId)
  }

  getFilter(): Filter | null {
    return this.getSheet().getFilter()
  }

  protect(): Protection {
    return protect(this.execution, this.model, this.area)
  }

  canEdit(): boolean {
    return mayEditArea(this.execution, this.model, this.area)
  }

  addDeveloperMetadata(...given: MetadataArguments): Range {
    const line = wholeLine(this.model, this.area)
    if (line === undefined) {
      throw new Refusal(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      )
    }
    addMetadata(
      this.execution,
      this.model,
      'row' in line ? { type: 'ROW', ...line } : { type: 'COLUMN', ...line },
      given,
    )
    return this
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const line = wholeLine(this.model, this.area)
    return ownMetadata(this.execution, this.model, (location) =>
      location.type === 'ROW'
        ? line !== undefined && 'row' in line && line.row === location.row
        : location.type === 'COLUMN' && line !== undefined && 'column' in line && line.column === location.column,
    )
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.execution, { sheetId: this.sheetId, area: this.area })
  }
}

function firstCell(range: Range): Range {
  return range.touchedCells === 1
    ? range
    : new Range(range.execution, range.sheetId, { ...range.area, rows: 1, columns: 1 })
}

function writerOf(range: Range): CellWriter {
  range.execution.workspace.changed()
  return new CellWriter(workbookOf(range.execution), range.model, range.execution.workspace.clock.now())
}

/** @throws Refusal with Google's texts for data of another size. */
function checkSize(data: readonly (readonly unknown[])[], area: Area): void {
  if (data.length !== area.rows) {
    throw new Refusal(
      `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${area.rows}.`,
    )
  }
  for (const row of data) {
    if (row.length === area.columns) continue
    throw new Refusal(
      `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${area.columns}.`,
    )
  }
}

function forCells(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column)
  }
}

function someCell(area: Area, test: (row: number, column: number) => boolean): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) if (test(row, column)) return true
  }
  return false
}

function grid<T>(area: Area, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => cell(area.row + row, area.column + column)),
  )
}

function place<T>(layer: (T | undefined)[][], row: number, column: number, thing: T | undefined): void {
  if (thing === undefined && layer[row] === undefined) return
  layer[row] ??= []
  layer[row][column] = thing
}

function wipe(layer: (unknown[] | undefined)[], area: Area): void {
  const end = area.column + area.columns
  for (let row = area.row; row < Math.min(area.row + area.rows, layer.length); row++) {
    const cells = layer[row]
    if (cells === undefined) continue
    if (area.column === 0 && end >= cells.length) cells.length = 0
    else for (let column = area.column; column < Math.min(end, cells.length); column++) cells[column] = undefined
  }
}

function isFilled(model: SheetModel, row: number, column: number): boolean {
  const value: CellValue | CellError | undefined = model.values[row]?.[column]
  return (value !== undefined && value !== '') || model.formulas[row]?.[column] !== undefined
}

function styleGrid<T>(range: Range, of: (style: CellStyle | undefined) => T): T[][] {
  const { styles } = range.model
  return grid(range.area, (row, column) => of(styles[row]?.[column]))
}

type Change = { readonly [K in StylePart]?: CellStyle[K] | undefined }

function restyle(range: Range, change: Change): Range {
  const { model, area } = range
  checkEditable(range.execution, model, area)
  const restyling = new Restyling(change)
  forCells(area, (row, column) => place(model.styles, row, column, restyling.of(model.styles[row]?.[column])))
  return range
}

function restyleEach<T>(range: Range, parts: readonly (readonly T[])[], change: (part: T) => Change): Range {
  const { model, area } = range
  checkSize(parts, area)
  checkEditable(range.execution, model, area)
  const restylings = new Map<T, Restyling>()
  forCells(area, (row, column) => {
    const part = parts[row - area.row]![column - area.column]!
    let restyling = restylings.get(part)
    if (restyling === undefined) {
      restyling = new Restyling(change(part))
      restylings.set(part, restyling)
    }
    place(model.styles, row, column, restyling.of(model.styles[row]?.[column]))
  })
  return range
}

function formatOf(numberFormat: string): string | undefined {
  return numberFormat === '' ? undefined : numberFormat
}

/** A word that switches a style on or off. @throws Refusal for any other word. */
function flag(word: string | null, on: string, off: string): true | undefined {
  if (word === on) return true
  if (word === off || word === null) return undefined
  throw new Refusal(`Invalid argument: ${word}`)
}

function fontLine(line: string | null): Change {
  if (line !== null && !['none', 'underline', 'line-through'].includes(line))
    throw new Refusal(`Invalid argument: ${line}`)
  return {
    underline: line === 'underline' ? true : undefined,
    strikethrough: line === 'line-through' ? true : undefined,
  }
}

function horizontal(alignment: string | null): 'left' | 'center' | 'right' | undefined {
  if (alignment === 'left' || alignment === 'center' || alignment === 'right') return alignment
  if (alignment === null || alignment === 'normal' || alignment === 'general') return undefined
  throw new Refusal(`Invalid argument: ${alignment}`)
}

function vertical(alignment: string | null): 'top' | 'middle' | 'bottom' | undefined {
  if (alignment === 'top' || alignment === 'middle' || alignment === 'bottom') return alignment
  if (alignment === null) return undefined
  throw new Refusal(`Invalid argument: ${alignment}`)
}

function wrapping({ member }: EnumMember): Change {
  return { wrap: member === 'WRAP' ? true : undefined, clip: member === 'CLIP' ? true : undefined }
}

function tick(range: Range, on: boolean): Range {
  const { model, area } = range
  checkEditable(range.execution, model, area)
  forCells(area, (row, column) => {
    const rule = model.validations[row]?.[column]
    if (rule?.criteria !== 'CHECKBOX') return
    place(
      model.values,
      row,
      column,
      on ? (rule.values[0] ?? true) : rule.values.length === 0 ? false : (rule.values[1] ?? ''),
    )
  })
  return range
}

function mergeInto(range: Range, areas: readonly Area[]): Range {
  const { model } = range
  checkEditable(range.execution, model, range.area)
  for (const area of areas) {
    if (model.merges.some((merge) => overlap(merge, area) && !contains(area, merge))) {
      throw new Refusal('You must select all cells in a merged range to merge or unmerge them.')
    }
    model.merges = model.merges.filter((merge) => !overlap(merge, area))
    if (area.rows * area.columns === 1) continue
    model.merges.push(area)
    keepFirst(model, area)
  }
  return range
}

/** Of merged cells only the top left one keeps its content. */
function keepFirst(model: SheetModel, area: Area): void {
  forCells(area, (row, column) => {
    if (row === area.row && column === area.column) return
    for (const layer of [model.values, model.formulas, model.links ?? []] as (unknown[] | undefined)[][]) {
      if (layer[row]?.[column] !== undefined) layer[row]![column] = undefined
    }
  })
}

function sortKey(spec: unknown, area: Area): SortKey {
  const { column, ascending } =
    typeof spec === 'number' ? { column: spec, ascending: true } : (spec as { column?: unknown; ascending?: unknown })
  if (typeof column !== 'number' || column - 1 < area.column || column > area.column + area.columns) {
    throw new Refusal('The column to sort by is outside the range.')
  }
  return { column: column - 1, ascending: ascending !== false }
}

/** What is left of a rectangle when another is cut out of it. */
function without(area: Area, cut: Area): Area[] {
  if (!overlap(area, cut)) return [area]
  const top = Math.max(area.row, cut.row)
  const bottom = Math.min(area.row + area.rows, cut.row + cut.rows)
  const left = Math.max(area.column, cut.column)
  const right = Math.min(area.column + area.columns, cut.column + cut.columns)
  const parts = [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { row: top, rows: bottom - top, column: area.column, columns: left - area.column },
    { row: top, rows: bottom - top, column: right, columns: area.column + area.columns - right },
  ]
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0)
}
