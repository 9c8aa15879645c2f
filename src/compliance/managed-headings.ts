/**
 * The managed columns of the roster: which there are, what they are called, and where they stand. Pure.
 */

import type { Cell } from '../records/tab.ts'
import { studentStatusWords } from './student-flags.ts'

export type ManagedColumn = 'status' | 'openItems' | 'nextDue' | 'planDocument'

/** In the order in which they stand. */
export const managedColumns: readonly ManagedColumn[] = ['status', 'openItems', 'nextDue', 'planDocument']

export const managedHeadings: Readonly<Record<ManagedColumn, string>> = {
  status: 'Status',
  openItems: 'Open items',
  nextDue: 'Next due',
  planDocument: 'Plan document',
}

/** The columns that a check writes; Plan document belongs to the documents. */
export const flagColumns = ['status', 'openItems', 'nextDue'] as const
export type FlagColumn = (typeof flagColumns)[number]

/** Headings are looked for no further down than this. */
const headingRowsSearched = 40

/**
 * Where the four headings stand side by side, as in a file that lost its metadata on the way through .xlsx. A school's
 * own column 'Status' does not have the other three beside it, or has other words in it.
 *
 * @returns index of the first of the four, or undefined
 */
function adoptableColumns(rows: readonly (readonly Cell[])[]): number | undefined {
  for (const row of headingRows(rows)) {
    const last = row.length - managedColumns.length
    for (let column = 0; column <= last; column++) {
      const named = managedColumns.every((name, offset) => row[column + offset] === managedHeadings[name])
      if (named && !holdsOtherWords(rows, column)) return column
    }
  }
  return undefined
}

/** Where each managed column of one tab stands, from 0; absent when there is none. */
export type FoundColumns = Partial<Readonly<Record<ManagedColumn, number>>>

/**
 * The managed columns of a tab: by their marks, as far as those can be believed, else by the four headings in a row.
 *
 * @param rows the tab as read
 * @param marked for every managed column, the columns that carry its mark
 */
export function findManaged(
  rows: readonly (readonly Cell[])[],
  marked: ReadonlyMap<ManagedColumn, readonly number[]>,
): FoundColumns {
  const found: Partial<Record<ManagedColumn, number>> = {}
  for (const name of managedColumns) {
    const column = marked.get(name)?.find((candidate) => isHeaded(rows, candidate, name))
    if (column !== undefined) found[name] = column
  }
  const status = found.status ?? marked.get('status')?.find((candidate) => holdsOnlyStatusWords(rows, candidate))
  if (status !== undefined) found.status = status
  const first = adoptableColumns(rows)
  managedColumns.forEach((name, offset) => {
    if (found[name] !== undefined) return
    // A heading that a person renamed: believed where the column still stands in its place beside Status.
    const renamed = status === undefined ? undefined : marked.get(name)?.find((column) => column === status + offset)
    const column = renamed ?? (first === undefined ? undefined : first + offset)
    if (column !== undefined) found[name] = column
  })
  return found
}

/** Rows that may be the headings: our own headings alone, above or below the school's, are what a slip left there. */
function headingRows(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const ours = new Set<Cell>(Object.values(managedHeadings))
  return rows.slice(0, headingRowsSearched).filter((row) => row.some((cell) => cell !== '' && !ours.has(cell)))
}

function isHeaded(rows: readonly (readonly Cell[])[], column: number, name: ManagedColumn): boolean {
  return headingRows(rows).some((row) => row[column] === managedHeadings[name])
}

/** A mark that slipped onto a school's column is not believed: everything under the heading must be a word of ours. */
function holdsOnlyStatusWords(rows: readonly (readonly Cell[])[], column: number): boolean {
  return !holdsOtherWords(rows, column) && rows.some((row) => studentStatusWords.has(String(row[column])))
}

/** Besides the one that is its heading. */
function holdsOtherWords(rows: readonly (readonly Cell[])[], column: number): boolean {
  let others = 0
  for (const row of rows) {
    const cell = row[column]
    if (cell !== '' && cell !== undefined && !studentStatusWords.has(String(cell))) others++
  }
  return others > 1
}
