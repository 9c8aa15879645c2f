/** Spreadsheet: the workbook as a whole. */
import { areaOf, parseA1 } from '../a1.ts'
import type { CellChange } from '../cell-changes.ts'
import { checkCells } from '../grid.ts'
import { type Area, emptySheet } from '../model.ts'
import { NotEmulated, Refusal } from '../refusal.ts'
import { type EnumMember, ServiceObject } from '../service-object.ts'
import { checkTabName, freeTabName, nextSheetId, rename } from '../tabs.ts'
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  type MetadataArguments,
  ownMetadata,
} from './developer-metadata.ts'
import { NamedRange } from './named-range.ts'
import { type Protection, protectionsOf } from './protection.ts'
import { Range } from './range.ts'
import { RangeList } from './range-list.ts'
import { Sheet } from './sheet.ts'
import { checkedArea, workbookOf } from './sheet-access.ts'

export class Spreadsheet extends ServiceObject {
  readonly official = 'Spreadsheet'

  override get change(): CellChange {
    return {}
  }

  getId(): string {
    return this.execution.workspace.spreadsheetId
  }

  getName(): string {
    return workbookOf(this.execution).name
  }

  rename(name: string): void {
    workbookOf(this.execution).name = name
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`
  }

  getSpreadsheetTimeZone(): string {
    return workbookOf(this.execution).timeZone
  }

  getSpreadsheetLocale(): string {
    return workbookOf(this.execution).locale
  }

  getSheets(): Sheet[] {
    return workbookOf(this.execution).sheets.map(({ id }) => new Sheet(this.execution, id))
  }

  getNumSheets(): number {
    return workbookOf(this.execution).sheets.length
  }

  getSheetByName(name: string): Sheet | null {
    const sheet = workbookOf(this.execution).sheets.find(
      (candidate) => candidate.name.toLowerCase() === name.toLowerCase(),
    )
    return sheet === undefined ? null : new Sheet(this.execution, sheet.id)
  }

  getSheetById(id: number): Sheet | null {
    return workbookOf(this.execution).sheets.some((sheet) => sheet.id === id) ? new Sheet(this.execution, id) : null
  }

  getActiveSheet(): Sheet {
    return new Sheet(this.execution, this.execution.workspace.selection.sheetId)
  }

  setActiveSheet(sheet: Sheet, restoreSelection = false): Sheet {
    this.execution.workspace.selectSheet(sheet.id, restoreSelection)
    return sheet
  }

  getActiveRange(): Range | null {
    const { sheetId, area } = this.execution.workspace.selection
    return new Range(this.execution, sheetId, area)
  }

  getActiveRangeList(): RangeList | null {
    const { sheetId, areas } = this.execution.workspace.selection
    return new RangeList(
      this.execution,
      areas.map((area) => new Range(this.execution, sheetId, area)),
    )
  }

  setActiveRange(range: Range): Range {
    return range.activate()
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate()
  }

  getCurrentCell(): Range | null {
    const { sheetId, area } = this.execution.workspace.selection
    return new Range(this.execution, sheetId, { ...area, rows: 1, columns: 1 })
  }

  /** Overloads: (), (index), (name), (name, index), each with options; a template copies that sheet. */
  insertSheet(...given: unknown[]): Sheet {
    const options = given.find((value) => typeof value === 'object' && value !== null)
    if (options !== undefined) throw new NotEmulated('Spreadsheet.insertSheet with a template')
    const workbook = workbookOf(this.execution)
    const name = given.find((value) => typeof value === 'string') ?? freeTabName(workbook)
    const active = workbook.sheets.findIndex(({ id }) => id === this.execution.workspace.selection.sheetId)
    const index = given.find((value) => typeof value === 'number') ?? active + 1
    checkTabName(workbook, name)
    checkCells(workbook, 26_000)
    const sheet = emptySheet(nextSheetId(workbook), name)
    workbook.sheets.splice(Math.max(0, Math.min(index, workbook.sheets.length)), 0, sheet)
    this.execution.workspace.selectSheet(sheet.id)
    return new Sheet(this.execution, sheet.id)
  }

  deleteSheet(sheet: Sheet): void {
    this.execution.workspace.edits.deleteTab(sheet.model.name)
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet())
    return this.getActiveSheet()
  }

  renameActiveSheet(newName: string): void {
    rename(workbookOf(this.execution), this.getActiveSheet().model, newName)
  }

  /** @param pos counted from 1 */
  moveActiveSheet(pos: number): void {
    this.execution.workspace.edits.moveTab(this.getActiveSheet().model.name, pos)
  }

  getRange(a1Notation: string): Range {
    const found = this.execution.workspace.workbook.namedRanges.find((named) => named.name === a1Notation)
    if (found !== undefined) return new Range(this.execution, found.sheetId, found.area)
    const reference = parseA1(a1Notation)
    const sheet =
      reference?.sheet === undefined
        ? this.getActiveSheet().model
        : workbookOf(this.execution).sheets.find(({ name }) => name.toLowerCase() === reference.sheet!.toLowerCase())
    if (reference === undefined || sheet === undefined) throw new Refusal('Range not found')
    const area: Area = areaOf(reference, { rows: sheet.rowCount, columns: sheet.columnCount })
    return new Range(this.execution, sheet.id, checkedArea(sheet, area))
  }

  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(
      this.execution,
      Array.from(a1Notations, (notation) => this.getRange(notation)),
    )
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange()
  }

  getLastRow(): number {
    return this.getActiveSheet().getLastRow()
  }

  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn()
  }

  getRangeByName(name: string): Range | null {
    const found = workbookOf(this.execution).namedRanges.find((named) => named.name === name)
    return found === undefined ? null : new Range(this.execution, found.sheetId, found.area)
  }

  getNamedRanges(): NamedRange[] {
    return workbookOf(this.execution).namedRanges.map((named) => new NamedRange(this.execution, named))
  }

  setNamedRange(name: string, range: Range): void {
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,249}$/.test(name) || parseA1(name) !== undefined) {
      throw new Refusal('The name of the range is invalid.')
    }
    const { namedRanges } = workbookOf(this.execution)
    const found = namedRanges.find((named) => named.name === name)
    if (found === undefined) namedRanges.push({ name, sheetId: range.sheetId, area: range.area })
    else Object.assign(found, { sheetId: range.sheetId, area: range.area })
  }

  removeNamedRange(name: string): void {
    const workbook = workbookOf(this.execution)
    const index = workbook.namedRanges.findIndex((named) => named.name === name)
    if (index < 0) throw new Refusal(`The named range ${name} does not exist.`)
    workbook.namedRanges.splice(index, 1)
  }

  getProtections(type: EnumMember): Protection[] {
    return workbookOf(this.execution).sheets.flatMap((sheet) => protectionsOf(this.execution, sheet, type.member))
  }

  toast(message: string, title = '', timeoutSeconds: number | null = 5): void {
    this.execution.workspace.ui.toasts.push({ message, title: title ?? '', seconds: timeoutSeconds ?? 5 })
  }

  addDeveloperMetadata(...given: MetadataArguments): Spreadsheet {
    addMetadata(this.execution, undefined, { type: 'SPREADSHEET' }, given)
    return this
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return ownMetadata(this.execution, undefined, ({ type }) => type === 'SPREADSHEET')
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.execution, {})
  }
}
