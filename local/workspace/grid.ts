/**
 * Rows and columns of a sheet: inserted, deleted, moved, sorted, with everything that sticks to them. The services and
 * the hand of the user both come through here.
 */
import { type Axis, contains, deletion, insertion, overlap, relocation, type Shift, shifted } from './areas.ts'
import { shiftReferences } from './formula-references.ts'
import type { Area, CellError, CellStyle, CellValue, Metadata, SheetModel, WorkbookModel } from './model.ts'
import { Refusal } from './refusal.ts'

/** 10 million cells in all tabs, blank ones included (support.google.com/drive/answer/37603). */
const mostCells = 10_000_000

type Layer = (unknown[] | undefined)[]

/** The sparse layers of a sheet that hold one thing per cell. */
function layersOf(sheet: SheetModel): Layer[] {
  sheet.links ??= []
  const layers: Layer[] = [sheet.values, sheet.formulas, sheet.styles, sheet.notes, sheet.validations, sheet.links]
  return sheet.spilled === undefined ? layers : [...layers, sheet.spilled]
}

/** @throws Refusal when the workbook would pass 10 million cells. */
export function checkCells(workbook: WorkbookModel, added: number): void {
  const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0)
  if (cells + added > mostCells) {
    throw new Refusal(
      `This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`,
    )
  }
}

/**
 * New rows or columns before `at`, dressed like their neighbour.
 * @param neighbour index whose formats and validations they take; undefined for none
 * @throws Refusal over 10 million cells.
 */
export function insert(
  workbook: WorkbookModel,
  sheet: SheetModel,
  axis: Axis,
  at: number,
  count: number,
  neighbour?: number,
): void {
  checkCells(workbook, count * (axis === 'rows' ? sheet.columnCount : sheet.rowCount))
  for (const layer of layersOf(sheet)) spread(layer, axis, at, count)
  follow(workbook, sheet, insertion(axis, at, count))
  if (axis === 'rows') {
    sheet.rowCount += count
    if (at < sheet.frozenRows) sheet.frozenRows += count
  } else {
    sheet.columnCount += count
    if (at < sheet.frozenColumns) sheet.frozenColumns += count
  }
  if (neighbour !== undefined) dress(sheet, axis, at, count, neighbour >= at ? neighbour + count : neighbour)
}

/**
 * Deletes rows or columns.
 * @throws Refusal when none would be left, or no unfrozen one.
 */
export function remove(workbook: WorkbookModel, sheet: SheetModel, axis: Axis, at: number, count: number): void {
  const all = axis === 'rows' ? sheet.rowCount : sheet.columnCount
  if (count >= all) throw new Refusal(`You can't delete all the ${axis} on the sheet.`)
  const frozen = axis === 'rows' ? sheet.frozenRows : sheet.frozenColumns
  const frozenLeft = frozen - Math.max(0, Math.min(at + count, frozen) - at)
  if (frozen > 0 && frozenLeft >= all - count) {
    throw new Refusal(`Sorry, it is not possible to delete all non-frozen ${axis}.`)
  }
  for (const layer of layersOf(sheet)) {
    if (axis === 'rows') layer.splice(at, count)
    else for (const row of layer) row?.splice(at, count)
  }
  if (axis === 'rows') {
    sheet.rowCount -= count
    sheet.frozenRows = frozenLeft
  } else {
    sheet.columnCount -= count
    sheet.frozenColumns = frozenLeft
  }
  follow(workbook, sheet, deletion(axis, at, count))
}

/** Moves rows or columns before another one, which is named by its old index. */
export function move(
  workbook: WorkbookModel,
  sheet: SheetModel,
  axis: Axis,
  from: number,
  count: number,
  before: number,
): void {
  if (before >= from && before <= from + count) return
  for (const layer of layersOf(sheet)) {
    if (axis === 'rows') relocate(layer, sheet.rowCount, from, count, before)
    else for (const row of layer) if (row !== undefined) relocate(row, sheet.columnCount, from, count, before)
  }
  follow(workbook, sheet, relocation(axis, from, count, before))
}

function relocate(line: unknown[], length: number, from: number, count: number, before: number): void {
  if (line.length <= Math.min(from, before)) return
  line.length = length
  const block = line.slice(from, from + count)
  const to = before > from ? before - count : before
  if (before > from) line.copyWithin(from, from + count, before)
  else line.copyWithin(before + count, before, from)
  for (let index = 0; index < count; index++) line[to + index] = block[index]
}

function spread(layer: Layer, axis: Axis, at: number, count: number): void {
  if (axis === 'rows') {
    if (layer.length <= at) return
    const below = layer.slice(at)
    layer.length = at
    for (let row = 0; row < below.length; row++) layer[at + count + row] = below[row]
    for (let row = at; row < at + count; row++) layer[row] = undefined
    return
  }
  for (const row of layer) {
    if (row !== undefined && row.length > at) row.splice(at, 0, ...new Array<undefined>(count).fill(undefined))
  }
}

function dress(sheet: SheetModel, axis: Axis, at: number, count: number, neighbour: number): void {
  for (const layer of [sheet.styles, sheet.validations] as Layer[]) {
    if (axis === 'rows') {
      const model = layer[neighbour]
      if (model !== undefined) for (let row = at; row < at + count; row++) layer[row] = model.slice()
    } else {
      for (const row of layer) {
        if (row?.[neighbour] === undefined) continue
        for (let column = at; column < at + count; column++) row[column] = row[neighbour]
      }
    }
  }
}

/** Rows below the headings of a filter are taken to be hidden by it: a file does not tell who hid them. */
export function isHidden({ hiddenRows, filter }: SheetModel, row: number): 'by user' | 'by filter' | undefined {
  if (!hiddenRows.has(row)) return undefined
  return filter && row > filter.row && row < filter.row + filter.rows ? 'by filter' : 'by user'
}

/** What it hid is seen again. */
export function removeFilter(sheet: SheetModel): void {
  for (const row of sheet.hiddenRows) if (isHidden(sheet, row) === 'by filter') sheet.hiddenRows.delete(row)
  delete sheet.filter
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Everything that names rows or columns goes along with them. */
function follow(workbook: WorkbookModel, sheet: SheetModel, shift: Shift): void {
  const keep = (area: Area) => shifted(area, shift)
  sheet.merges = sheet.merges
    .map(keep)
    .filter((area): area is Area => area !== undefined && area.rows * area.columns > 1)
  const filter = sheet.filter && keep(sheet.filter)
  if (filter === undefined) delete sheet.filter
  else sheet.filter = filter
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const areas = rule.areas.map(keep).filter((area) => area !== undefined)
    if (areas.length === 0) return []
    const values = rule.values.map((value) =>
      typeof value === 'string' && value.startsWith('=')
        ? shiftReferences(value, shift, sheet.name, sheet.name)
        : value,
    )
    return [{ ...rule, areas, values }]
  })
  sheet.protections = sheet.protections.filter((protection: Mutable<(typeof sheet.protections)[number]>) => {
    if (protection.area === undefined) return true
    const area = keep(protection.area)
    if (area !== undefined) protection.area = area
    return area !== undefined
  })
  sheet.metadata = sheet.metadata.filter((item) => followMetadata(item, shift))
  workbook.namedRanges = workbook.namedRanges.filter((named) => {
    if (named.sheetId !== sheet.id) return true
    const area = keep(named.area)
    if (area !== undefined) named.area = area
    return area !== undefined
  })
  if (shift.axis === 'rows') {
    sheet.rowHeights = moved(sheet.rowHeights, shift)
    sheet.hiddenRows = new Set(moved(new Map([...sheet.hiddenRows].map((row) => [row, row])), shift).keys())
  } else {
    sheet.columnWidths = moved(sheet.columnWidths, shift)
    sheet.hiddenColumns = new Set(moved(new Map([...sheet.hiddenColumns].map((c) => [c, c])), shift).keys())
  }
  for (const other of workbook.sheets) {
    for (const row of other.formulas) {
      row?.forEach((formula, column) => {
        if (formula !== undefined) row[column] = shiftReferences(formula, shift, sheet.name, other.name)
      })
    }
  }
}

function followMetadata({ location }: Metadata, shift: Shift): boolean {
  if (location.type === 'ROW' && shift.axis === 'rows') {
    const row = shift.move(location.row)
    if (row !== undefined) location.row = row
    return row !== undefined
  }
  if (location.type === 'COLUMN' && shift.axis === 'columns') {
    const column = shift.move(location.column)
    if (column !== undefined) location.column = column
    return column !== undefined
  }
  return true
}

function moved(sizes: Map<number, number>, shift: Shift): Map<number, number> {
  const after = new Map<number, number>()
  for (const [index, size] of sizes) {
    const place = shift.move(index)
    if (place !== undefined) after.set(place, size)
  }
  return after
}

export interface SortKey {
  /** Column of the sheet, from 0. */
  readonly column: number
  readonly ascending: boolean
}

/**
 * Sorts the rows of an area. Values, formulas, formats, notes, links and validations move with their row inside the
 * area; what is tied to the sheet's rows (metadata, heights, hidden rows, conditional formats, protections) stays.
 * @throws Refusal when a merge reaches into the area.
 */
export function sort(sheet: SheetModel, area: Area, keys: readonly SortKey[]): void {
  if (
    sheet.merges.some((merge) => overlap(merge, area) && merge.rows > 1) ||
    sheet.merges.some((merge) => overlap(merge, area) && !contains(area, merge))
  ) {
    throw new Refusal("You can't sort a range that contains merged cells.")
  }
  const order = Array.from({ length: area.rows }, (_, index) => area.row + index)
  order.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const difference = compareCells(sheet.values[a]?.[column], sheet.values[b]?.[column], ascending)
      if (difference !== 0) return difference
    }
    return a - b
  })
  const end = area.column + area.columns
  for (const layer of layersOf(sheet)) {
    const rows = order.map((row) => layer[row]?.slice(area.column, end))
    rows.forEach((cells, index) => {
      const row = area.row + index
      const from = order[index]!
      if (cells === undefined && layer[row] === undefined) return
      layer[row] ??= []
      for (let column = area.column; column < end; column++) {
        const cell = cells?.[column - area.column]
        layer[row][column] =
          layer === sheet.formulas && typeof cell === 'string' ? movedFormula(cell, row - from) : cell
      }
    })
  }
}

/** A formula that changes its row keeps pointing at the cells beside it, as when it is copied. */
function movedFormula(formula: string, rows: number): string {
  return rows === 0 ? formula : shiftReferences(formula, { rows, columns: 0 })
}

const rank = (value: CellValue | CellError | undefined): number => {
  if (value === undefined || value === '') return 4
  if (typeof value === 'number') return 0
  if (typeof value === 'string') return 1
  return typeof value === 'boolean' ? 2 : 3
}

/** Numbers and dates before text before booleans before errors; blanks last in either direction. */
function compareCells(
  a: CellValue | CellError | undefined,
  b: CellValue | CellError | undefined,
  ascending: boolean,
): number {
  const rankA = rank(a)
  const rankB = rank(b)
  if (rankA === 4 || rankB === 4) return rankA === rankB ? 0 : rankA === 4 ? 1 : -1
  let difference = rankA - rankB
  if (difference === 0 && typeof a === 'number') difference = a - (b as number)
  if (difference === 0 && typeof a === 'boolean') difference = Number(a) - Number(b)
  if (difference === 0 && typeof a === 'string') difference = collator.compare(a, b as string)
  return ascending ? difference : -difference
}

const collator = new Intl.Collator('en-US', { sensitivity: 'accent' })

/** Last row and column with content (a value or a formula), counted from 1; 0 on an empty sheet. */
export function contentSize(sheet: SheetModel): { rows: number; columns: number } {
  let rows = 0
  let columns = 0
  for (const layer of [sheet.values, sheet.formulas] as Layer[]) {
    for (let row = layer.length - 1; row >= 0; row--) {
      const cells = layer[row]
      if (cells === undefined) continue
      let last = cells.length - 1
      while (
        last >= 0 &&
        (cells[last] === undefined ||
          (layer === sheet.values &&
            cells[last] === '' &&
            sheet.formulas[row]?.[last] === undefined &&
            sheet.spilled?.[row]?.[last] === undefined))
      )
        last--
      if (last < 0) continue
      rows = Math.max(rows, row + 1)
      columns = Math.max(columns, last + 1)
    }
  }
  return { rows, columns }
}

/** A style with some of its parts changed; undefined removes a part. Equal results are shared. */
export class Restyling {
  readonly #made = new Map<CellStyle | undefined, CellStyle | undefined>()
  readonly #change: { readonly [K in keyof CellStyle]?: CellStyle[K] | undefined }

  constructor(change: { readonly [K in keyof CellStyle]?: CellStyle[K] | undefined }) {
    this.#change = change
  }

  of(style: CellStyle | undefined): CellStyle | undefined {
    if (this.#made.has(style)) return this.#made.get(style)
    const entries = Object.entries({ ...style, ...this.#change }).filter(([, value]) => value !== undefined)
    const made = entries.length === 0 ? undefined : (Object.fromEntries(entries) as CellStyle)
    this.#made.set(style, made)
    return made
  }
}
