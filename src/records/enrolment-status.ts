/**
 * Rows of a roster whose status says that the student is not enrolled.
 */
import { hasContent, plainWords, textOf } from './cell-text.ts'
import type { ColumnReaders } from './column-readers.ts'
import { headingKey } from './heading-key.ts'
import { shown, thousands } from './problem-list.ts'
import type { Cell } from './tab.ts'

const gone = /^(transferred|withdrawn|withdrew|dropped|exited|graduated|inactive|left|no longer enrolled)( out)?$/
const toCome = /^pre ?(registered|enrolled)$/

/** What PowerSchool counts in Enroll_Status; under another heading a bare 1 may well mean that the student is here. */
const powerSchool = new Map([
  ['-1', 'preregistered'],
  ['1', 'inactive'],
  ['2', 'transferred'],
  ['3', 'graduated'],
  ['4', 'inactive'],
])

/**
 * Tells the rows that are left out, and says once at the end how many there were.
 *
 * Who has left stays where an exit date says until when (R8), who is to come where an entry date says from when (S3).
 * A OneRoster row marked 'tobedeleted' is the order to forget it.
 */
export function leftRows(readers: ColumnReaders): {
  has(cells: readonly Cell[], row: number): boolean
  finish(): void
} {
  const { tab, columns } = readers.settled
  const status = columns.get('record_status') ?? -1
  const entry = columns.get('entry_date') ?? -1
  const exit = columns.get('exit_date') ?? -1
  const inNumbers = headingKey(readers.headingOf(status)).endsWith('enrollstatus')
  const firstRows = new Map<string, number>()
  let count = 0

  const isOut = (cells: readonly Cell[]): boolean => {
    const text = textOf(cells[status])
    const says = plainWords((inNumbers && powerSchool.get(text.replace(/\.0+$/, ''))) || text)
    if (gone.test(says)) return !hasContent(cells[exit])
    return toCome.test(says) ? !hasContent(cells[entry]) : says.replace(/ /g, '') === 'tobedeleted'
  }
  return {
    has: (cells, row) => {
      if (status === -1 || !isOut(cells)) return false
      const value = shown(cells[status] ?? '')
      if (!firstRows.has(value)) firstRows.set(value, row)
      count++
      return true
    },
    finish: () => {
      if (count === 0) return
      const column = readers.headingOf(status)
      const [rows, are, students] = count === 1 ? ['row', 'is', 'student is'] : ['rows', 'are', 'students are']
      const examples = [...firstRows].map(([value, row]) => `“${value}” in row ${row}`).join(', ')
      const text = `${thousands(count)} ${rows} of ${tab.name} ${are} left out, because “${column}” says that the ${students} not enrolled (${examples}).`
      readers.tabProblem('ROWS_LEFT_OUT', text, { column, count })
    },
  }
}
