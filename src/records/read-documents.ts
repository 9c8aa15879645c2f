/**
 * The tab Documents as a check reads it: which plan documents were changed after they were first made, and when.
 */
import type { SchoolYear } from '../policy/schema.ts'
import { textOf, unreadable } from './cell-text.ts'
import { expected } from './column-readers.ts'
import { readDate } from './dates.ts'
import { idText } from './id-cells.ts'
import { readPlanKind } from './plan-words.ts'
import type { ProblemList } from './problem-list.ts'
import { readSchoolYear } from './school-years.ts'
import type { StudentIndex } from './student-index.ts'
import type { Tab } from './tab.ts'

/** The headings of the tab, in their order. */
export const documentHeadings = ['Student', 'Name', 'Document', 'State', 'Link', 'Note', 'Key', 'Changed on'] as const

/**
 * The tab is ours, but people sort, edit and delete its rows. A row without a key is theirs, and one of a student who has left
 * the roster stays for good: both are passed over. A day that cannot be read is a problem.
 *
 * @param schoolYear for days written without a year
 */
export function readDocuments(
  { name, rows }: Pick<Tab, 'name' | 'rows'>,
  index: StudentIndex,
  problems: ProblemList,
  schoolYear: SchoolYear,
): void {
  const headingRow = rows.findIndex((cells) => documentHeadings.every((heading) => cells.includes(heading)))
  if (headingRow === -1) return
  const [student, , document, , , , key, changed] = documentHeadings.map((one) => rows[headingRow]!.indexOf(one))
  rows.forEach((cells, at) => {
    const cell = cells[changed!] ?? ''
    if (at <= headingRow || textOf(cell) === '' || idText(cells[key!]) === '') return
    const found = index.find(idText(cells[student!]))
    // 'PCCR 2026-27'
    const [word = '', year = ''] = textOf(cells[document!]).split(' ')
    const [kind, ofYear] = [readPlanKind(word), readSchoolYear(year)]
    if (!found || typeof kind !== 'string' || typeof ofYear !== 'string') return
    const changedOn = readDate(cell, { schoolYear, order: 'month-first' })
    const row = at + 1
    if (changedOn === unreadable) problems.cell({ sheet: name, row, column: 'Changed on' }, cell, expected.date)
    else if (changedOn !== undefined) {
      found.changedDocuments ??= []
      found.changedDocuments.push({ at: { sheet: name, row }, kind, schoolYear: ofYear, changedOn })
    }
  })
}
