/**
 * Rows of records behind the last one of a school's tab, and back out of it.
 */
import { hasContent } from '../records/cell-text.ts'
import { columnLetters } from '../records/column-choices.ts'
import { CheckStopped } from '../records/problem.ts'
import type { Cell } from '../records/tab.ts'
import type { CellReader } from './cell-reader.ts'
import type { ReadTab } from './read-tabs.ts'
import { asText } from './typed-text.ts'

/** `text` is to stay what it is; anything else is typed as a person would: a day, a time, a number, a truth value. */
export type RecordCell = { readonly text: string } | { readonly typed: string | number | boolean }

/** What stands in a cell once this was written, as a reader sees it. */
export function cellAsRead(cell: RecordCell | undefined): Cell {
  return cell === undefined ? '' : 'text' in cell ? cell.text : cell.typed
}

/** Sheet row (from 1) of the last record, or of the headings where there is none: boxes that nobody has ticked fill no row. */
export function lastUsedRow({ rows }: Pick<ReadTab, 'rows'>, headingRow: number): number {
  let last = rows.length
  while (last > headingRow && !rows[last - 1]?.some(hasContent)) last--
  return last
}

/**
 * Writes the rows into rows of their own, so that nothing is written over: two calls on cells.
 *
 * @param after sheet row behind which they go, from 1
 * @param headingRow its look is not to be inherited
 */
export function insertRecords(
  { sheet, name }: Pick<ReadTab, 'sheet' | 'name'>,
  after: number,
  headingRow: number,
  cells: readonly (readonly (RecordCell | undefined)[])[],
): void {
  const width = cells[0]?.length ?? 0
  if (after === headingRow && after < sheet.getMaxRows()) sheet.insertRowsBefore(after + 1, cells.length)
  else sheet.insertRowsAfter(after, cells.length)
  const range = sheet.getRange(after + 1, 1, cells.length, width)
  try {
    const formats = range.getNumberFormats()
    range.setValues(cells.map((row, at) => row.map((cell, column) => written(cell, formats[at]?.[column] ?? ''))))
    SpreadsheetApp.flush()
  } catch (error) {
    if (range.getValues().every((row) => row.every((value) => value === ''))) {
      sheet.deleteRows(after + 1, cells.length)
    }
    if (!/data validation/i.test(String(error))) throw error
    throw new CheckStopped(
      'VALUE_REFUSED',
      `A drop-down of the tab ${name} does not take what was to be written, so nothing was saved. Let its cells take other values too (Data › Data validation), then save again.`,
    )
  }
}

/** What a reader saw, as it is written again: a day is typed as a day. */
function asRecordCell(cell: Cell): RecordCell {
  return typeof cell === 'string' && !/^\d{4}-\d\d-\d\d$/.test(cell) ? { text: cell } : { typed: cell }
}

/** In a cell that is formatted as text, an apostrophe would stay. */
function written(cell: RecordCell | undefined, format: string): string | number | boolean {
  if (cell === undefined) return ''
  if ('typed' in cell) return cell.typed
  return format === '@' ? cell.text : asText(cell.text)
}

/** The tab as it is now. One read. */
export function rereadTab(tab: ReadTab, reader: CellReader): ReadTab {
  return { ...tab, rows: reader.rows(tab.sheet.getDataRange().getValues()) }
}

/** Deletes rows, the lowest first. @param rows sheet rows, from 1 */
export function deleteRecords({ sheet }: Pick<ReadTab, 'sheet'>, rows: readonly number[]): void {
  const sorted = [...rows].sort((a, b) => b - a)
  for (let at = 0; at < sorted.length; ) {
    let count = 1
    while (sorted[at + count] === (sorted[at] as number) - count) count++
    sheet.deleteRows(sorted[at + count - 1] as number, count)
    at += count
  }
  SpreadsheetApp.flush()
}

/** Where the rows stand now: sheet rows, from 1. */
export function placesOf(
  { rows }: ReadTab,
  cells: readonly (readonly (RecordCell | undefined)[])[],
): readonly number[] {
  const ours = new Set(cells.map((row) => rowHash(row.map(cellAsRead), [])))
  return rows.flatMap((row, index) => (ours.has(rowHash(row, [])) ? [index + 1] : []))
}

/** Rows that a person inserts at one stroke above the end of a log are looked for no further than this. */
const mostInserted = 200

/**
 * Records of the school's that our rows came down on, because somebody inserted rows above them in that moment.
 *
 * @param before the tab as it was read
 * @param now the tab as it is
 * @param after sheet row behind which the rows were to go, from 1
 */
export function hitRecords(before: ReadTab, now: ReadTab, after: number, count: number): readonly (readonly Cell[])[] {
  const hashOf = (row: readonly Cell[] = []) => rowHash(row, [])
  const above = hashOf(now.rows[after - 1])
  for (let shift = 1; shift <= Math.min(after - 1, mostInserted); shift++) {
    if (hashOf(before.rows[after - 1 - shift]) !== above) continue
    const standing = new Set(now.rows.map(hashOf))
    const hit = before.rows.slice(after - shift, after - shift + Math.min(shift, count))
    return hit.filter((row) => row.some(hasContent) && !standing.has(hashOf(row)))
  }
  return []
}

/**
 * Takes rows back that did not come down as they were meant, because somebody moved rows or columns in that moment.
 *
 * @param hit records of the school's that get their places again
 */
export function takeBackRecords(
  tab: ReadTab,
  reader: CellReader,
  cells: readonly (readonly (RecordCell | undefined)[])[],
  hit: readonly (readonly Cell[])[],
): void {
  const now = rereadTab(tab, reader)
  const places = [...placesOf(now, cells)]
  for (const record of hit) {
    const place = places.shift()
    if (place === undefined) break
    const range = now.sheet.getRange(place, 1, 1, record.length)
    const [formats = []] = range.getNumberFormats()
    range.setValues([record.map((cell, column) => written(asRecordCell(cell), formats[column] ?? ''))])
  }
  deleteRecords(now, places)
}

/**
 * A few letters that tell a row from others, and from itself when it was changed; nothing can be read back from them. Our
 * own columns and blanks at the end do not matter.
 */
export function rowHash(cells: readonly Cell[], managed: readonly number[]): string {
  const texts = cells.map((cell, column) => (managed.includes(column) ? '' : String(cell)))
  while (texts[texts.length - 1] === '') texts.pop()
  const text = JSON.stringify(texts)
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let index = 0; index < text.length; index++) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(index), 0x85ebca6b)
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`
}

/** Fills cells of rows that are there: one call for each value of a column. */
export function fillCells(
  { sheet }: Pick<ReadTab, 'sheet'>,
  rows: readonly {
    readonly row: number
    readonly columns: readonly { readonly index: number; readonly value: Cell }[]
  }[],
): void {
  const places = new Map<string, { readonly value: Cell; readonly cells: string[] }>()
  for (const { row, columns } of rows) {
    for (const { index, value } of columns) {
      const key = `${index} ${value}`
      const place = places.get(key) ?? { value, cells: [] }
      place.cells.push(`${columnLetters(index)}${row}`)
      places.set(key, place)
    }
  }
  for (const { value, cells } of places.values()) {
    // A day is typed as it is; in a cell that is formatted as text, an apostrophe would stay.
    sheet.getRangeList(cells).setValue(typeof value !== 'string' || /^\d/.test(value) ? value : asText(value))
  }
  SpreadsheetApp.flush()
}
