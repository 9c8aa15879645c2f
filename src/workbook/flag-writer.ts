/**
 * Writing the flags so that each lands on its own student, though people sort, insert, delete and type meanwhile.
 *
 * Google offers no lock against people, so the writer looks before and after: it reads headings and ids again right
 * before it writes, keeps an image of the cells around, writes one block, and reads ids and block back. Whatever does not
 * line up is taken back, and the caller starts over with a fresh reading.
 */

import { type FlagColumn, flagColumns } from '../compliance/managed-headings.ts'
import type { Flag } from '../compliance/student-flags.ts'
import type { Cell } from '../records/tab.ts'
import { serialOf } from './cell-reader.ts'
import { colourStatus, dateFormat, makeManagedColumns, newCreation, wholeColumn } from './managed-columns.ts'
import { hasMark } from './marks.ts'
import { takeBackFormat, takeBackMisplaced } from './misplaced-flags.ts'
import { type FlagTarget, headingsExpected, type PreparedWrite, prepareWrite, standsFor } from './prepared-write.ts'
import { mendColours, undoCreation } from './undo-creation.ts'

/**
 * `written`: every flag stands on its student. `moved`: the sheet changed before anything was written.
 * `unsettled`: it changed while the flags were written, and some may stand on another student now.
 */
export type WriteOutcome = 'written' | 'moved' | 'unsettled'

type Values = readonly (readonly unknown[])[]

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
    write = prepareWrite(target, (row, column) => cellOf(flags.get(row), column))
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
  const outcome = writeAndLook(target, write, flags)
  if (outcome === 'unsettled' && creation) mendColours(target, creation)
  return outcome
}

function writeAndLook(target: FlagTarget, write: PreparedWrite, flags: ReadonlyMap<number, Flag>): WriteOutcome {
  const failure = attempt(() => {
    for (const block of write.blocks) block.range.setValues(block.values)
    SpreadsheetApp.flush()
  })
  let now: { readonly ids: Values; readonly values: Values } | undefined
  const blind = attempt(() => {
    now = { ids: write.ids.getValues(), values: write.window.getValues() }
  })
  if (blind || now === undefined) {
    // Columns may have gone, so that the place cannot even be read; or Google failed: what was hit is put back either way.
    takeBackMisplaced(target, write)
    return 'unsettled'
  }
  // A write that failed may all the same have taken effect, or have failed because the sheet moved.
  if (failure && sameIds(target, now.ids) && sameCells(target, write.values, now.values)) throw failure.error
  return settle(target, write, flags, now.ids, now.values)
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
  flags: ReadonlyMap<number, Flag>,
  ids: Values,
  values: Values,
): WriteOutcome {
  const { tab, headingRow, idColumn, reader, places } = target
  if (!sameHeadings(target, write, values) || !isSame(target, ids, headingRow - 1)) {
    takeBackMisplaced(target, write)
    return 'unsettled'
  }
  const flagById = new Map<Cell, Flag>()
  for (const [row, flag] of flags) flagById.set(tab.rows[row - 1]?.[idColumn] ?? '', flag)
  let dateShownAsNumber = false
  for (let row = headingRow; row < ids.length; row++) {
    const flag = isSame(target, ids, row) ? flags.get(row + 1) : flagById.get(reader.cell(ids[row]?.[0]))
    for (const name of flagColumns) {
      const value = values[row]?.[places.columns[name] - write.windowColumn]
      if (!standsFor(value, cellOf(flag, name), reader)) return 'unsettled'
      if (typeof value === 'number' && name === 'nextDue') dateShownAsNumber = true
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
