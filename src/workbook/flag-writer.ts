/**
 * Writing the flags so that each lands on its own student, though people sort, insert, delete and type meanwhile.
 *
 * Google offers no lock against people, so the writer looks before and after: it reads headings and ids again right
 * before it writes, keeps an image of the cells around, writes one block, and reads ids and block back. Whatever does not
 * line up is taken back, and the caller starts over with a fresh reading.
 */

import { type FlagColumn, flagColumns, type ManagedColumn } from '../compliance/managed-headings.ts'
import type { Flag } from '../compliance/student-flags.ts'
import type { Cell } from '../records/tab.ts'
import { serialOf } from './cell-reader.ts'
import { colourStatus, dateFormat, makeManagedColumns, newCreation, wholeColumn } from './managed-columns.ts'
import { hasMark } from './marks.ts'
import { takeBackFormat, takeBackMisplaced } from './misplaced-flags.ts'
import {
  type FlagTarget,
  headingsExpected,
  idsInImage,
  type PreparedWrite,
  prepareWrite,
  standsFor,
} from './prepared-write.ts'
import { mendColours, undoCreation } from './undo-creation.ts'

/**
 * `written`: every flag stands on its student. `moved`: the sheet changed before anything was written.
 * `unsettled`: it changed while the flags were written, and some may stand on another student now.
 */
export type WriteOutcome = 'written' | 'moved' | 'unsettled'

type Values = readonly (readonly unknown[])[]

/** Whether the cells of a row, as read, hold this flag. */
export function holdsFlag({ tab, places }: FlagTarget, row: number, flag: Flag | undefined): boolean {
  return flagColumns.every((name) => (tab.rows[row - 1]?.[places.columns[name]] ?? '') === (flag?.[name] ?? ''))
}

/**
 * Writes Status, Open items and Next due of some rows, in one block with the rows between them, which stay as they stand.
 * The managed columns are there, with their marks.
 *
 * @param flags of every row, by sheet row, from 1
 * @param only the rows to write
 */
export function writeSomeFlags(
  target: FlagTarget,
  flags: ReadonlyMap<number, Flag>,
  only: ReadonlySet<number>,
): WriteOutcome {
  if (only.size === 0) return 'written'
  return writeSome(
    target,
    { ...flagCells(flags), only },
    (row) => only.has(row) || holdsFlag(target, row, flags.get(row)),
  )
}

/**
 * Writes Plan document of some rows, with the same care.
 *
 * @param links what is to stand there, by sheet row, from 1
 */
export function writeLinks(target: FlagTarget, links: ReadonlyMap<number, string>): WriteOutcome {
  if (links.size === 0) return 'written'
  const only = new Set(links.keys())
  const rows = target.tab.rows.map((_, index) => index + 1)
  const wanted = { names: ['planDocument'], rows, cell: (row: number) => links.get(row) ?? '', only } as const
  return writeSome(target, wanted, (row) => only.has(row))
}

/** What is to stand in columns of ours. */
interface Wanted {
  readonly names: readonly ManagedColumn[]
  /** Sheet rows of students, from 1. */
  readonly rows: Iterable<number>
  readonly cell: (row: number, name: ManagedColumn) => string | number
  /** The rows to write, where not all. */
  readonly only?: ReadonlySet<number>
}

function flagCells(flags: ReadonlyMap<number, Flag>): Wanted {
  return {
    names: flagColumns,
    rows: flags.keys(),
    cell: (row, name) => cellOf(flags.get(row), name as FlagColumn),
  }
}

/** @param isWritten rows that need no care for the text that stands in them */
function writeSome(
  target: FlagTarget,
  wanted: Wanted & { readonly only: ReadonlySet<number> },
  isWritten: (row: number) => boolean,
): WriteOutcome {
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (const row of wanted.only) [first, last] = [Math.min(first, row), Math.max(last, row)]
  const valueAt = (row: number, name: ManagedColumn) => (isWritten(row) ? wanted.cell(row, name) : undefined)
  const write = prepareWrite(target, valueAt, [first, last], wanted.names)
  const ids = idsInImage(target, write, write.values) ?? write.ids.getValues()
  if (!sameHeadings(target, write, write.values) || !sameIds(target, ids)) return 'moved'
  return writeAndLook(target, write, wanted)
}

/**
 * Writes Status, Open items and Next due for every row under the headings; rows without a student become blank.
 *
 * @param flags by sheet row, from 1
 */
export function writeFlags(target: FlagTarget, flags: ReadonlyMap<number, Flag>): WriteOutcome {
  if (target.tab.rows.length <= target.headingRow) return 'written'
  const { tab, headingRow, places } = target
  const creation = places.unmarked.length === 0 ? undefined : newCreation(tab, headingRow)
  let write: PreparedWrite
  try {
    const rules = creation && makeManagedColumns(tab, places, creation)
    write = prepareWrite(target, (row, name) => cellOf(flags.get(row), name as FlagColumn))
    const isStill =
      sameHeadings(target, write, write.values) && (!creation || colourStatus(tab, places, creation, rules))
    if (!isStill) {
      if (creation) undoCreation(target, creation)
      return 'moved'
    }
  } catch (error) {
    if (creation) undoCreation(target, creation)
    throw error
  }
  if (!sameIds(target, write.ids.getValues())) {
    if (creation) mendColours(target, creation)
    return 'moved'
  }
  const outcome = writeAndLook(target, write, flagCells(flags))
  if (outcome === 'unsettled' && creation) mendColours(target, creation)
  return outcome
}

function writeAndLook(target: FlagTarget, write: PreparedWrite, wanted: Wanted): WriteOutcome {
  const failure = attempt(() => {
    for (const { range, values } of write.blocks) range.setValues(values)
    SpreadsheetApp.flush()
  })
  let now: { readonly ids: Values; readonly values: Values } | undefined
  const blind = attempt(() => {
    const isInImage = wanted.only && idsInImage(target, write, write.values)
    const ids = isInImage ? undefined : write.ids.getValues()
    const values = write.window.getValues()
    now = { ids: ids ?? idsInImage(target, write, values) ?? [], values }
  })
  if (blind || now === undefined) {
    // Columns may have gone, so that the place cannot even be read; or Google failed: what was hit is put back either way.
    takeBackMisplaced(target, write)
    return 'unsettled'
  }
  // A write that failed may all the same have taken effect, or have failed because the sheet moved.
  if (failure && sameIds(target, now.ids) && sameCells(target, write.values, now.values)) throw failure.error
  return settle(target, write, wanted, now.ids, now.values)
}

/** What went wrong, if anything did. */
function attempt(work: () => void): { readonly error: unknown } | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return { error }
  }
}

/**
 * Empties the flag columns, for when the rows will not keep still: no flag is better than one on another student.
 *
 * @returns whether it is done; false when the columns moved meanwhile
 */
export function clearFlags(target: FlagTarget): boolean {
  const { tab, headingRow, places } = target
  if (tab.rows.length <= headingRow || flagColumns.every((name) => places.missing.includes(name))) return true
  const write = prepareWrite(target, () => '')
  if (!sameHeadings(target, write, write.values)) return false
  for (const block of write.blocks) block.range.setValues(block.values)
  SpreadsheetApp.flush()
  if (sameHeadings(target, write, write.window.getValues())) return true
  takeBackMisplaced(target, write)
  return false
}

/** Compares ids and block, as they are now, row by row. */
function settle(
  target: FlagTarget,
  write: PreparedWrite,
  { names, rows, cell, only }: Wanted,
  ids: Values,
  values: Values,
): WriteOutcome {
  const { tab, headingRow, idColumn, reader, places } = target
  if (!sameHeadings(target, write, values) || !isSame(target, ids, headingRow - 1)) {
    takeBackMisplaced(target, write)
    return 'unsettled'
  }
  const rowOfId = new Map<Cell, number>()
  for (const row of rows) rowOfId.set(tab.rows[row - 1]?.[idColumn] ?? '', row)
  let dateShownAsNumber = false
  for (let index = headingRow; index < ids.length; index++) {
    const row = isSame(target, ids, index) ? index + 1 : (rowOfId.get(reader.cell(ids[index]?.[0])) ?? 0)
    for (const name of names) {
      const column = places.columns[name] - write.windowColumn
      const value = values[index]?.[column]
      const isOurs = !only || only.has(row)
      const wanted = isOurs ? cell(row, name) : (write.values[row - 1]?.[column] ?? '')
      if (!standsFor(value, wanted, reader)) return 'unsettled'
      if (isOurs && typeof value === 'number' && name === 'nextDue') dateShownAsNumber = true
    }
  }
  // A new column, or one whose format a person took away: days were written as numbers, and show as numbers.
  return dateShownAsNumber && !showDates(target, write) ? 'unsettled' : 'written'
}

/** @returns false when the columns moved in that moment; the format is then back to what it was */
function showDates(target: FlagTarget, write: PreparedWrite): boolean {
  const formats = write.window.getNumberFormats()
  const range = wholeColumn(target.tab.sheet, target.places.columns.nextDue)
  if (!hasMark(range)) return false
  range.setNumberFormat(dateFormat)
  if (hasMark(range)) return true
  takeBackFormat(target, write, formats, target.places.columns.nextDue)
  return false
}

function cellOf(flag: Flag | undefined, column: FlagColumn): string | number {
  if (flag === undefined) return ''
  if (column === 'nextDue') return flag.nextDue === undefined ? '' : serialOf(flag.nextDue)
  return flag[column]
}

function sameIds(target: FlagTarget, ids: Values): boolean {
  return target.tab.rows.every((_, row) => isSame(target, ids, row))
}

function isSame({ tab, idColumn, reader }: FlagTarget, ids: Values, row: number): boolean {
  return reader.cell(ids[row]?.[0]) === tab.rows[row]?.[idColumn]
}

function sameHeadings(target: FlagTarget, write: PreparedWrite, values: Values): boolean {
  const headings = values[target.headingRow - 1] ?? []
  const expected = headingsExpected(target)
  return headings.every(
    (heading, offset) => target.reader.cell(heading) === (expected[write.windowColumn + offset] ?? ''),
  )
}

function sameCells({ reader }: FlagTarget, before: Values, after: Values): boolean {
  return before.every((row, index) =>
    row.every((value, column) => reader.cell(value) === reader.cell(after[index]?.[column])),
  )
}
