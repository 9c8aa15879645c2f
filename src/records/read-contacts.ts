/**
 * Letters, calls and messages to families: one row each.
 */
import type { ColumnReaders } from './column-readers.ts'
import { arrived, readAbout } from './conference-words.ts'
import type { StudentIndex } from './student-index.ts'

const aboutExpected = {
  code: 'VALUE_UNREADABLE',
  write: 'individual or group',
  until: ['it counts as blank', 'they count as blank'],
} as const

/** Reads a log of contacts into the students; one without a readable date is named and not counted. */
export function readContacts(readers: ColumnReaders, index: StudentIndex): void {
  const { tab, columns } = readers.settled
  const dateColumn = columns.get('date') as number
  const outcome = columns.get('outcome')
  const dateOf = readers.dateColumn(dateColumn)
  const aboutOf = readers.field('about', readAbout, aboutExpected)
  const content = readers.recordColumns()
  index.eachRecord(readers, 'contact', content, (student, cells, row) => {
    const date = dateOf(cells, row)
    if (date !== undefined) {
      const about = aboutOf(cells, row)
      student.contacts.push({
        at: { sheet: tab.name, row },
        date,
        about,
        arrived: outcome === undefined || arrived(cells[outcome]),
      })
    } else readers.undated('contact', dateColumn, cells, row)
  })
}
