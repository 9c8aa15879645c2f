/**
 * Whom rows of a tab are about.
 */
import { idText } from '../records/id-cells.ts'
import type { RosterUnderstanding } from './understanding.ts'

/**
 * @param rows sheet rows, from 1
 * @param former what stood in one cell of the rows before: the index of its column, and the text
 * @returns ids of the students, as the roster has them; none for a tab that is not about students
 */
export function studentsInRows(
  { records, reading }: RosterUnderstanding,
  sheet: string,
  rows: Iterable<number>,
  former?: { readonly column: number; readonly text: string },
): ReadonlySet<string> {
  const ids = new Set<string>()
  const columns = records.mappings.find((one) => one.sheet === sheet)?.columns ?? []
  const tab = reading.tabs.find(({ name }) => name === sheet)
  const add = (text: string) => {
    const student = text && records.find(text)
    if (student) ids.add(student.id)
  }
  const idColumns = columns.filter(({ field = '' }) => /^(student_id|ssid|other_id|full_name)$/.test(field))
  for (const row of rows) for (const { index } of idColumns) add(idText(tab?.rows[row - 1]?.[index]))
  if (former && idColumns.some(({ index }) => index === former.column)) add(idText(former.text))
  return ids
}
