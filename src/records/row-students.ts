/**
 * Which student each row of one tab is about, told from its headings and first rows alone: fast enough to follow whoever
 * walks down the sheet. An id may lack zeros here that only other tabs can give back.
 */
import { textOf } from './cell-text.ts'
import { idText, isTotal } from './id-cells.ts'
import { listedName, splitName } from './names.ts'
import { ProblemList } from './problem-list.ts'
import type { Cell, Tab } from './tab.ts'
import { settleColumns } from './tab-columns.ts'
import { recogniseTabs } from './tab-kinds.ts'

export interface RowStudents {
  /** Index of the row of headings, from 0. */
  readonly headingRow: number
  /** Indexes of the columns that {@link RowStudents.studentOf} looks at. */
  readonly columns: readonly number[]
  /** @param cells one row under the headings; other columns may be absent */
  studentOf(cells: readonly (Cell | undefined)[]): RowStudent | undefined
}

export interface RowStudent {
  readonly id: string
  /** 'Alvarez, Mateo', '' where the tab has no names. */
  readonly name: string
}

/**
 * @param top the first rows of a tab, its headings among them
 * @returns undefined for a tab that is none of ours, or has no ids of students
 */
export function rowStudents(top: Tab): RowStudents | undefined {
  const [recognised] = recogniseTabs([top], new Map())
  if (!recognised?.match || recognised.kind === 'other' || recognised.kind === 'guardians') return undefined
  const { match } = recognised
  const { settled } = settleColumns({ ...recognised, match }, [], new ProblemList([top.name]))
  const [id] = settled.idColumns
  if (id === undefined) return undefined
  const names = ['last_name', 'first_name', 'preferred_name', 'full_name'].map((field) => settled.columns.get(field))
  const heading = settled.headings.get(id)
  return {
    headingRow: settled.headingRow,
    columns: [id, ...names.flatMap((column) => column ?? [])],
    studentOf: (cells) => {
      const written = idText(cells[id])
      const filled = cells.map((cell = '') => cell)
      if (written === '' || written === heading || isTotal(filled, written)) return undefined
      const [last, first, preferred, full] = names.map((column) => textOf(column === undefined ? '' : cells[column]))
      const split = splitName(full ?? '')
      const name = { lastName: last || split.last, firstName: first || split.first }
      return { id: written, name: listedName(preferred ? { ...name, preferredName: preferred } : name) }
    },
  }
}
