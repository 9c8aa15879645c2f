/**
 * Letters, calls and messages to families: one row each.
 */
import { hasContent } from './cell-text.ts'
import { anyContent, type ColumnReaders } from './column-readers.ts'
import { arrived, readAbout } from './conference-words.ts'
import type { StudentIndex } from './student-index.ts'
import type { Cell } from './tab.ts'

const aboutExpected = { write: 'individual or group', until: ['it counts as blank', 'they count as blank'] } as const

/** Reads a log of contacts into the students; one without a readable date is named and not counted. */
export function readContacts(readers: ColumnReaders, index: StudentIndex): void {
  const { tab, headingRow, columns } = readers.settled
  const dateColumn = columns.get('date') as number
  const outcome = columns.get('outcome')
  const dateOf = readers.dateColumn(dateColumn)
  const aboutOf = readers.field('about', readAbout, 'VALUE_UNREADABLE', aboutExpected)
  const content = readers.recordColumns()
  const { find, finish } = index.finderFor(readers, 'contact')
  for (let at = headingRow + 1; at < tab.rows.length; at++) {
    const cells = tab.rows[at] as readonly Cell[]
    if (!anyContent(cells, content)) continue
    const row = at + 1
    const student = find(cells, row)
    if (student === undefined) continue
    const date = dateOf(cells, row)
    if (date !== undefined) {
      const about = aboutOf(cells, row)
      student.contacts.push({
        at: { sheet: tab.name, row },
        date,
        about,
        arrived: outcome === undefined || arrived(cells[outcome]),
      })
    } else if (!hasContent(cells[dateColumn])) {
      readers.dateMissing(
        dateColumn,
        row,
        `${tab.name}, row ${row}: the contact has no date, so it is not counted. Write the date.`,
      )
    }
  }
  finish()
}
