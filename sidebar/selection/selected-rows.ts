/**
 * The students of the rows that are selected in the sheet.
 */
import type { Selected } from '../../src/actions/requests/students.ts'

export type SelectedRows = Pick<Selected, 'students' | 'total'>

export const nobody: SelectedRows = { students: [], total: 0 }

/** Whether both are the same students. */
export function sameStudents(one: SelectedRows, other: SelectedRows): boolean {
  return (
    one.total === other.total &&
    one.students.length === other.students.length &&
    one.students.every(({ id }, index) => id === other.students[index]?.id)
  )
}
