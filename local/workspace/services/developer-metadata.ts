/** Developer metadata: keys and values that stick to the workbook, a sheet, a row or a column. */
import type { Execution } from '../execution.ts'
import type { Area, Metadata, SheetModel } from '../model.ts'
import { Refusal } from '../refusal.ts'
import { EnumMember, ServiceObject } from '../service-object.ts'
import { Range } from './range.ts'
import { Sheet } from './sheet.ts'
import { sheetOf, wholeLine, workbookOf } from './sheet-access.ts'
import { Spreadsheet } from './spreadsheet.ts'

type Location = Metadata['location']

/** What addDeveloperMetadata takes: (key), (key, visibility), (key, value) or (key, value, visibility). */
export type MetadataArguments = readonly (string | EnumMember)[]

/** Adds metadata to a place, with an id that is unique in the workbook. */
export function addMetadata(
  execution: Execution,
  sheet: SheetModel | undefined,
  location: Location,
  given: MetadataArguments,
): void {
  const [key, value] = given.filter((argument) => typeof argument === 'string')
  const isPrivate = given.some((argument) => argument instanceof EnumMember && argument.member === 'PROJECT')
  const list = sheet?.metadata ?? workbookOf(execution).metadata
  const visibility = isPrivate ? 'PROJECT' : 'DOCUMENT'
  list.push({ id: nextId(execution), key: key!, value: value ?? null, visibility, location })
}

function nextId(execution: Execution): number {
  const workbook = workbookOf(execution)
  const all = [...workbook.metadata, ...workbook.sheets.flatMap((sheet) => sheet.metadata)]
  return all.reduce((highest, { id }) => Math.max(highest, id), 0) + 1
}

/** The metadata of one place. */
export function ownMetadata(
  execution: Execution,
  sheet: SheetModel | undefined,
  wanted: (location: Location) => boolean,
): DeveloperMetadata[] {
  return (sheet?.metadata ?? workbookOf(execution).metadata)
    .filter(({ location }) => wanted(location))
    .map((item) => new DeveloperMetadata(execution, item.id))
}

export class DeveloperMetadata extends ServiceObject {
  readonly official = 'DeveloperMetadata'
  readonly #id: number

  constructor(execution: Execution, id: number) {
    super(execution)
    this.#id = id
  }

  getId(): number {
    return this.#id
  }

  getKey(): string {
    return this.#found().item.key
  }

  getValue(): string | null {
    return this.#found().item.value
  }

  getVisibility(): EnumMember {
    return new EnumMember('DeveloperMetadataVisibility', this.#found().item.visibility)
  }

  getLocation(): DeveloperMetadataLocation {
    const { item, sheet } = this.#found()
    return new DeveloperMetadataLocation(this.execution, item.location, sheet?.id)
  }

  setKey(key: string): DeveloperMetadata {
    return this.#change({ key })
  }

  setValue(value: string): DeveloperMetadata {
    return this.#change({ value })
  }

  setVisibility(visibility: EnumMember): DeveloperMetadata {
    return this.#change({ visibility: visibility.member === 'PROJECT' ? 'PROJECT' : 'DOCUMENT' })
  }

  moveToColumn(column: Range): DeveloperMetadata {
    return this.#moveToLine(column, 'column')
  }

  moveToRow(row: Range): DeveloperMetadata {
    return this.#moveToLine(row, 'row')
  }

  moveToSheet(sheet: Sheet): DeveloperMetadata {
    return this.#moveTo(sheet.model, { type: 'SHEET' })
  }

  moveToSpreadsheet(): DeveloperMetadata {
    return this.#moveTo(undefined, { type: 'SPREADSHEET' })
  }

  remove(): void {
    const { list, item } = this.#found()
    list.splice(list.indexOf(item), 1)
  }

  #moveToLine(range: Range, kind: 'row' | 'column'): DeveloperMetadata {
    const line = wholeLine(range.model, range.area)
    if (line === undefined || !(kind in line)) throw new Refusal(`The range must be an entire ${kind}.`)
    return this.#moveTo(range.model, 'row' in line ? { type: 'ROW', ...line } : { type: 'COLUMN', ...line })
  }

  #moveTo(sheet: SheetModel | undefined, location: Location): DeveloperMetadata {
    const { list, item } = this.#found()
    list.splice(list.indexOf(item), 1)
    const target = sheet?.metadata ?? workbookOf(this.execution).metadata
    target.push({ ...item, location })
    return this
  }

  #change(change: Partial<Metadata>): DeveloperMetadata {
    const { list, item } = this.#found()
    list[list.indexOf(item)] = { ...item, ...change }
    return this
  }

  /** @throws Refusal when it was removed, or its row or column deleted. */
  #found(): { item: Metadata; list: Metadata[]; sheet: SheetModel | undefined } {
    const workbook = workbookOf(this.execution)
    for (const sheet of [undefined, ...workbook.sheets]) {
      const list = sheet?.metadata ?? workbook.metadata
      const item = list.find(({ id }) => id === this.#id)
      if (item !== undefined) return { item, list, sheet }
    }
    throw new Refusal(`No developer metadata with id ${this.#id} was found.`)
  }
}

export class DeveloperMetadataLocation extends ServiceObject {
  readonly official = 'DeveloperMetadataLocation'
  readonly #location: Location
  readonly #sheetId: number | undefined

  constructor(execution: Execution, location: Location, sheetId: number | undefined) {
    super(execution)
    this.#location = location
    this.#sheetId = sheetId
  }

  getLocationType(): EnumMember {
    return new EnumMember('DeveloperMetadataLocationType', this.#location.type)
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.#location.type === 'SPREADSHEET' ? new Spreadsheet(this.execution) : null
  }

  getSheet(): Sheet | null {
    return this.#location.type === 'SHEET' ? new Sheet(this.execution, this.#sheetId!) : null
  }

  getColumn(): Range | null {
    if (this.#location.type !== 'COLUMN') return null
    const { id, rowCount } = sheetOf(this.execution, this.#sheetId!)
    return new Range(this.execution, id, { row: 0, rows: rowCount, column: this.#location.column, columns: 1 })
  }

  getRow(): Range | null {
    if (this.#location.type !== 'ROW') return null
    const { id, columnCount } = sheetOf(this.execution, this.#sheetId!)
    return new Range(this.execution, id, { row: this.#location.row, rows: 1, column: 0, columns: columnCount })
  }
}

interface Scope {
  readonly sheetId?: number
  readonly area?: Area
}

export class DeveloperMetadataFinder extends ServiceObject {
  readonly official = 'DeveloperMetadataFinder'
  readonly #scope: Scope
  readonly #conditions: ((item: Metadata) => boolean)[] = []
  #intersecting = false

  constructor(execution: Execution, scope: Scope) {
    super(execution)
    this.#scope = scope
  }

  withKey(key: string): DeveloperMetadataFinder {
    return this.#where((item) => item.key === key)
  }

  withValue(value: string): DeveloperMetadataFinder {
    return this.#where((item) => item.value === value)
  }

  withId(id: number): DeveloperMetadataFinder {
    return this.#where((item) => item.id === id)
  }

  withLocationType(locationType: EnumMember): DeveloperMetadataFinder {
    return this.#where((item) => item.location.type === locationType.member)
  }

  withVisibility(visibility: EnumMember): DeveloperMetadataFinder {
    return this.#where((item) => item.visibility === visibility.member)
  }

  onIntersectingLocations(): DeveloperMetadataFinder {
    this.#intersecting = true
    return this
  }

  find(): DeveloperMetadata[] {
    const workbook = workbookOf(this.execution)
    const { sheetId } = this.#scope
    const sheets = sheetId === undefined ? workbook.sheets : [sheetOf(this.execution, sheetId)]
    const wide = sheetId === undefined || this.#intersecting
    const found = [
      ...(wide ? workbook.metadata : []),
      ...sheets.flatMap((sheet) => sheet.metadata.filter(({ location }) => this.#covers(sheet, location))),
    ]
    return found
      .filter((item) => this.#conditions.every((condition) => condition(item)))
      .map(({ id }) => new DeveloperMetadata(this.execution, id))
  }

  #covers(sheet: SheetModel, location: Location): boolean {
    const { area } = this.#scope
    if (area === undefined) return true
    const line = wholeLine(sheet, area)
    switch (location.type) {
      case 'COLUMN':
        return this.#intersecting
          ? location.column >= area.column && location.column < area.column + area.columns
          : line !== undefined && 'column' in line && line.column === location.column
      case 'ROW':
        return this.#intersecting
          ? location.row >= area.row && location.row < area.row + area.rows
          : line !== undefined && 'row' in line && line.row === location.row
      default:
        return this.#intersecting
    }
  }

  #where(condition: (item: Metadata) => boolean): DeveloperMetadataFinder {
    this.#conditions.push(condition)
    return this
  }
}
