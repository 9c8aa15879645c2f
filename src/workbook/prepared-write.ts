/**
 * A block of flags ready to be written, with an image of the cells that it could hit.
 */

import { flagColumns, type ManagedColumn, managedColumns, managedHeadings } from '../compliance/managed-headings.ts'
import type { Cell } from '../records/tab.ts'
import { type CellReader, dayOfSerial, isDate } from './cell-reader.ts'
import type { ManagedPlaces } from './managed-columns.ts'
import type { ReadTab } from './read-tabs.ts'
import type { TextTab } from './tab-move.ts'
import { retyped } from './typed-text.ts'

type Range = GoogleAppsScript.Spreadsheet.Range

export interface FlagTarget {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet
  /** The roster as read. */
  readonly tab: ReadTab
  /** Sheet row of the headings, from 1. */
  readonly headingRow: number
  /** From 0. */
  readonly idColumn: number
  readonly places: ManagedPlaces
  readonly reader: CellReader
}

/** A tab of fewer cells than this is imaged whole; of a larger one, some columns beside ours. */
const cellsImagedWhole = 250_000
const columnsImagedBeside = 6

/** Columns of ours side by side, and what is to stand in them. */
export interface FlagBlock {
  readonly range: Range
  /** Of the first, from 0. */
  readonly column: number
  readonly names: readonly ManagedColumn[]
  /** From {@link PreparedWrite.firstRow} on. */
  readonly values: unknown[][]
}

/** What is about to be written, where, and what stood there. */
export interface PreparedWrite {
  readonly blocks: readonly FlagBlock[]
  /** Sheet row of the first flags, from 1. */
  readonly firstRow: number
  readonly ids: Range
  readonly window: Range
  readonly windowColumn: number
  readonly formulas: readonly (readonly string[])[]
  readonly values: readonly (readonly unknown[])[]
}

/**
 * Reads the image: formulas first, then values. The ids are read later, right before the write.
 *
 * @param valueAt what is to stand in a sheet row (from 1), a day as its serial number; undefined for what stands there
 * @param rows first and last sheet row to write, where not all
 * @param names the columns to write
 */
export function prepareWrite(
  target: FlagTarget,
  valueAt: (row: number, column: ManagedColumn) => string | number | undefined,
  rows: readonly [first: number, last: number] = [target.headingRow + 1, target.tab.rows.length],
  names: readonly ManagedColumn[] = flagColumns,
): PreparedWrite {
  const { tab, idColumn, places } = target
  const { sheet } = tab
  const end = tab.rows.length
  const [firstRow, lastRow] = rows
  const [from, to] = windowOf(target)
  const window = sheet.getRange(1, from + 1, end, to - from + 1)
  const ids = sheet.getRange(1, idColumn + 1, end, 1)
  const formulas = window.getFormulas()
  const standing = window.getValues()
  const blocks = sideBySide(names, places.columns).map((run) => {
    const column = places.columns[run[0] as ManagedColumn]
    const values: unknown[][] = []
    for (let row = firstRow; row <= lastRow; row++) {
      const at = (name: ManagedColumn) => places.columns[name] - from
      values.push(
        run.map(
          (name) =>
            valueAt(row, name) ?? retyped(standing[row - 1]?.[at(name)] ?? '', formulas[row - 1]?.[at(name)] ?? ''),
        ),
      )
    }
    return { column, names: run, values, range: sheet.getRange(firstRow, column + 1, values.length, run.length) }
  })
  return { blocks, firstRow, ids, window, windowColumn: from, formulas, values: standing }
}

/** The ids, where the image has their column. */
export function idsInImage(
  { tab, idColumn }: FlagTarget,
  { windowColumn }: PreparedWrite,
  values: readonly (readonly unknown[])[],
): readonly (readonly unknown[])[] | undefined {
  const inWindow = idColumn - windowColumn
  if (inWindow < 0 || inWindow >= (values[0]?.length ?? 0)) return undefined
  return tab.rows.map((_, row) => [values[row]?.[inWindow]])
}

/** First and last column of the image, from 0. */
function windowOf({ tab, places }: FlagTarget): readonly [number, number] {
  const width = tab.rows[0]?.length ?? 0
  const ours = managedColumns.map((name) => places.columns[name])
  const leftmost = Math.min(...ours)
  const rightmost = Math.max(...ours)
  if (tab.rows.length * width <= cellsImagedWhole) return [0, Math.max(rightmost, width - 1)]
  const right = Math.max(rightmost, Math.min(rightmost + columnsImagedBeside, width - 1))
  return [Math.max(0, leftmost - columnsImagedBeside), right]
}

/** Columns of ours in runs that stand side by side: one run, unless a person moved one away. */
function sideBySide(
  names: readonly ManagedColumn[],
  columns: Readonly<Record<ManagedColumn, number>>,
): readonly (readonly ManagedColumn[])[] {
  const runs: ManagedColumn[][] = []
  for (const name of [...names].sort((a, b) => columns[a] - columns[b])) {
    const run = runs[runs.length - 1]
    const previous = run?.[run.length - 1]
    if (run && previous && columns[name] === columns[previous] + 1) run.push(name)
    else runs.push([name])
  }
  return runs
}

/** The headings as read, and those that were made since. */
export function headingsExpected({ tab, headingRow, places }: FlagTarget): readonly Cell[] {
  const headings = [...(tab.rows[headingRow - 1] ?? [])]
  const width = headings.length
  for (const name of managedColumns) {
    const column = places.columns[name]
    if (column >= width) headings[column] = managedHeadings[name]
  }
  return headings
}

/** Whether a cell that was read is what was written; a serial number comes back as a date, or as typed where the column is text. */
export function standsFor(read: unknown, written: unknown, reader: CellReader): boolean {
  if (typeof written !== 'number') return reader.cell(read) === reader.cell(written) || `'${read}` === written
  if (isDate(read)) return reader.cell(read) === dayOfSerial(written)
  return read !== '' && Number(read) === written
}

/** The roster as it was read, for telling what moved since. @param which with the headings that this run made, or without */
export function textTab(target: FlagTarget, which: 'as read' | 'with ours'): TextTab {
  const { tab, headingRow, idColumn } = target
  const headings = which === 'as read' ? (tab.rows[headingRow - 1] ?? []) : headingsExpected(target)
  return {
    headings: Array.from(headings, (heading) => String(heading ?? '')),
    headingIndex: headingRow - 1,
    ids: tab.rows.map((row) => String(row[idColumn] ?? '')),
    idColumn,
  }
}

/** Cells as text, to be compared. */
export function textsOf(values: readonly (readonly unknown[])[], reader: CellReader): readonly (readonly string[])[] {
  return values.map((row) => row.map((value) => String(reader.cell(value))))
}
