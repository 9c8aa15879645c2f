/**
 * Tabs with one row a student that add to the roster: demographics, trackers, roles with grades.
 */
import type { ColumnReaders } from './column-readers.ts'
import { familyReader, type People, personReader } from './family-columns.ts'
import { idText } from './id-cells.ts'
import { isStudentRole } from './read-roster.ts'
import { type WideRecords, wideReader } from './read-wide.ts'
import { StudentColumns, setGrade } from './student-columns.ts'
import { fill, type StudentDraft } from './student-draft.ts'
import type { StudentIndex } from './student-index.ts'
import type { Cell } from './tab.ts'
import type { SettledTab } from './tab-columns.ts'
import { isIepFlag } from './yes-no.ts'

/** The ids that a list of roles names as students; `undefined` where it names none. */
export function studentIdsOf({ tab, headingRow, columns, idColumns }: SettledTab): ReadonlySet<string> | undefined {
  const role = columns.get('role')
  const id = idColumns[0]
  if (role === undefined || id === undefined) return undefined
  const ids = new Set<string>()
  for (let row = headingRow + 1; row < tab.rows.length; row++) {
    const cells = tab.rows[row] as readonly Cell[]
    if (isStudentRole(cells[role])) ids.add(idText(cells[id]))
  }
  ids.delete('')
  return ids.size > 0 ? ids : undefined
}

/** Reads a list of guardians, one row each, with ids that other tabs name them by. */
export function readPeople(readers: ColumnReaders, people: People): void {
  const column = readers.settled.columns.get('guardian_id') as number
  const personOf = personReader(readers, new StudentColumns(readers))
  readers.eachRow((cells, row) => {
    const id = idText(cells[column])
    if (id !== '') people.set(id, personOf(cells, row))
  })
}

/** What a student's own row on the roster leaves open is filled in; what it says stays. Gives the wide records found. */
export function readDetails(
  readers: ColumnReaders,
  index: StudentIndex,
  rosterHas: { readonly iep: boolean; readonly earlyGraduation: boolean },
  gradeUnread: Set<StudentDraft>,
  people: People | undefined,
): readonly { readonly student: StudentDraft; readonly records: WideRecords }[] {
  const { columns: known, roles, idColumns } = readers.settled
  const role = roles ? known.get('role') : undefined
  const columns = new StudentColumns(readers)
  const wide = wideReader(readers)
  const family = familyReader(readers, people)
  const { find, finish } = index.finderFor(readers, 'row', true)
  const found: { student: StudentDraft; records: WideRecords }[] = []
  readers.eachRow((cells, row) => {
    // A list beside the roster may have blank lines and totals below it; without an id there is nothing to add to.
    if (idColumns.every((column) => idText(cells[column]) === '')) return
    if (role !== undefined && !isStudentRole(cells[role])) return
    const student = find(cells, row)
    if (student === undefined) return
    if (!rosterHas.iep && isIepFlag(cells[known.get('flag') ?? -1])) student.iep = true
    complete(student, columns, cells, row, rosterHas, gradeUnread)
    family?.(student, cells, row)
    const records = wide?.(cells, row)
    if (records) found.push({ student, records })
  })
  finish()
  return found
}

const attributes = ['preferredName', 'birthDate', 'entryDate', 'exitDate', 'counselor', 'homeroomTeacher'] as const

function complete(
  student: StudentDraft,
  columns: StudentColumns,
  cells: readonly Cell[],
  row: number,
  rosterHas: { readonly iep: boolean; readonly earlyGraduation: boolean },
  gradeUnread: Set<StudentDraft>,
): void {
  if (student.lastName === '' && student.firstName === '') {
    const name = columns.name(cells, row)
    student.lastName = name.last
    student.firstName = name.first
    if (name.preferred !== undefined) student.preferredName ??= name.preferred
  }
  // Read only where the roster leaves it open, so a bad cell that nobody needs is no problem.
  for (const one of attributes) if (student[one] === undefined) fill(student, one, columns[one](cells, row))
  if (!rosterHas.iep) student.iep ??= columns.iep(cells, row)
  if (!rosterHas.earlyGraduation) student.earlyGraduation ??= columns.earlyGraduation(cells, row)
  if (student.grade === undefined && !gradeUnread.has(student)) {
    setGrade(student, columns, cells, row, gradeUnread)
  }
}
