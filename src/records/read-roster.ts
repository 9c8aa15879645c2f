/**
 * The roster: one row a student.
 */
import type { SchoolYear } from '../policy/schema.ts'
import { hasContent, plainWords, textOf } from './cell-text.ts'
import { anyContent, type ColumnReaders } from './column-readers.ts'
import { leftRows } from './enrolment-status.ts'
import { type People, personReader } from './family-columns.ts'
import { contentColumns, FamilyRows } from './family-rows.ts'
import { idText, isTotal, widthOfIds, withZeros } from './id-cells.ts'
import { type WideRecords, wideReader } from './read-wide.ts'
import { checkedExit, StudentColumns, setGrade } from './student-columns.ts'
import { fill, type StudentDraft } from './student-draft.ts'
import { IdBook, StudentIndex } from './student-index.ts'
import type { Cell } from './tab.ts'

/** Where the students stand, for writing flags back. */
export interface RosterLayout {
  readonly sheet: string
  /** Sheet row of the headings, from 1. */
  readonly headingRow: number
  /** Index of the id column, from 0. */
  readonly idColumn: number
  /** For every student, in the order of the school's students: its sheet row (from 1), its id, and the id's cell as it stands. */
  readonly rows: readonly { readonly row: number; readonly studentId: string; readonly cell: Cell }[]
}

export interface Roster {
  readonly students: readonly StudentDraft[]
  readonly layout: RosterLayout
  readonly index: StudentIndex
  /** Students whose grade stands in a cell that could not be read, so that it is not called missing too. */
  readonly gradeUnread: Set<StudentDraft>
  /** Reads the grades that wait for birth dates of other tabs. */
  readonly finishGrades: () => void
  readonly wide: readonly { readonly student: StudentDraft; readonly records: WideRecords }[]
}

/** What other tabs say that the roster needs before its first row is read. */
export interface RosterContext {
  readonly schoolYear: SchoolYear
  /** From roles.csv: the ids of all who are students there; absent where no such list is kept. */
  readonly studentIds: ReadonlySet<string> | undefined
  /** How many digits ids have in other tabs, where the roster itself has lost all leading zeros. */
  readonly idWidthElsewhere: () => number | undefined
  /** Guardians who are people of their own; the roster's users who are no students are added. */
  readonly people: People | undefined
  /** Whether another tab keeps these columns, so that a student it does not name is unknown and not a "no". */
  readonly elsewhere: { readonly iep: boolean; readonly earlyGraduation: boolean; readonly birthDate: boolean }
}

/** Reads the roster. Adds ID_MISSING, ID_TWICE, ID_ZEROS_RESTORED, SPELL_BACKWARDS and what its cells give reason to. */
export function readRoster(readers: ColumnReaders, context: RosterContext): Roster {
  const { tab, headingRow, idColumns } = readers.settled
  const idColumn = idColumns[0] as number
  const idHeading = readers.headingOf(idColumn)
  const columns = new StudentColumns(readers)
  const wide = wideReader(readers)
  const personOf = personReader(readers, columns)
  const families = new FamilyRows(readers, context.people)
  const content = contentColumns(readers)
  const isStudent = studentFilter(readers, context)
  const widen = zerosFor(readers, idColumn, context.idWidthElsewhere)
  const left = leftRows(readers)

  const students: StudentDraft[] = []
  const rows: RosterLayout['rows'][number][] = []
  const others = new Set<string>()
  const leftOut = new Set<string>()
  const books = idColumns.map(() => new IdBook())
  const gradeUnread = new Set<StudentDraft>()
  const waiting: { student: StudentDraft; cells: readonly Cell[] }[] = []
  const wideRecords: { student: StudentDraft; records: WideRecords }[] = []
  let restored = 0

  readers.eachRow((cells, row) => {
    const written = idText(cells[idColumn])
    if (isTotal(cells, written)) return
    if (written === '') {
      // A row with something in it and no id is a student without one.
      if (anyContent(cells, content) && !families.takesBelow(cells, row)) idMissing(readers, row)
      return
    }
    if (written === idHeading) return
    families.pass()
    const id = widen(cells[idColumn] as Cell, written)
    if (!isStudent(cells, id)) {
      others.add(id)
      context.people?.set(id, personOf(cells, row))
      return
    }
    if (left.has(cells, row)) {
      leftOut.add(id)
      return
    }
    if (id !== written) restored++
    const before = books[0]?.get(id)
    if (before !== undefined && families.takesRepeated(before, cells, row)) return
    const student = studentOf(readers, columns, cells, row, id, context)
    if (context.elsewhere.birthDate && student.birthDate === undefined && columns.gradeNeedsBirthDate(cells)) {
      waiting.push({ student, cells })
    } else setGrade(student, columns, cells, row, gradeUnread)
    if (before !== undefined) idTwice(readers, before.at.row, row, id)
    families.add(student, cells, row)
    students.push(student)
    rows.push({ row, studentId: id, cell: cells[idColumn] as Cell })
    idColumns.forEach((column, kind) => {
      books[kind]?.add(kind === 0 ? id : idText(cells[column]), student)
    })
    const records = wide?.(cells, row)
    if (records) wideRecords.push({ student, records })
  })
  if (restored > 0) readers.zerosRestored(idColumn, restored)
  left.finish()
  for (const row of families.finish()) idMissing(readers, row)
  return {
    students,
    layout: { sheet: tab.name, headingRow: headingRow + 1, idColumn, rows },
    index: new StudentIndex(books, others, leftOut),
    gradeUnread,
    finishGrades: () => {
      for (const { student, cells } of waiting)
        if (student.grade === undefined) setGrade(student, columns, cells, student.at.row, gradeUnread)
    },
    wide: wideRecords,
  }
}

function studentOf(
  readers: ColumnReaders,
  columns: StudentColumns,
  cells: readonly Cell[],
  row: number,
  id: string,
  context: RosterContext,
): StudentDraft {
  const name = columns.name(cells, row)
  const student: StudentDraft = {
    at: { sheet: readers.settled.tab.name, row },
    id,
    lastName: name.last,
    firstName: name.first,
    iep: undefined,
    earlyGraduation: undefined,
    history: [],
    conferences: [],
    contacts: [],
    plans: [],
    updates: [],
  }
  fill(student, 'birthDate', columns.birthDate(cells, row))
  fill(student, 'entryDate', columns.entryDate(cells, row))
  fill(student, 'exitDate', checkedExit(readers, row, student.entryDate, columns.exitDate(cells, row)))
  fill(student, 'preferredName', columns.preferredName(cells, row) ?? name.preferred)
  fill(student, 'counselor', columns.counselor(cells, row))
  fill(student, 'homeroomTeacher', columns.homeroomTeacher(cells, row))
  // A school that keeps no such column anywhere does not track it, which is not the same as a blank cell.
  const { elsewhere } = context
  student.iep = readers.has('iep') || elsewhere.iep ? columns.iep(cells, row) : false
  student.earlyGraduation =
    readers.has('early_grad') || elsewhere.earlyGraduation ? columns.earlyGraduation(cells, row) : false
  return student
}

/** users.csv has teachers and guardians too: only rows whose role is student, or whom roles.csv names so, are students. */
function studentFilter(
  readers: ColumnReaders,
  context: RosterContext,
): (cells: readonly Cell[], id: string) => boolean {
  const { tab, headingRow, columns } = readers.settled
  const role = columns.get('role')
  if (role !== undefined && tab.rows.some((cells, index) => index > headingRow && isStudentRole(cells[role]))) {
    return (cells) => !hasContent(cells[role]) || isStudentRole(cells[role])
  }
  const known = context.studentIds
  return known === undefined ? () => true : (_, id) => known.has(id)
}

/** Whether a role column's cell says that the person is a student. */
export function isStudentRole(cell: Cell | undefined): boolean {
  return /^(students?|pupil|learner)$/.test(plainWords(textOf(cell)))
}

/** How the ids of the roster get back their zeros: numbers among text of one width, or a column that lost all of them. */
function zerosFor(
  readers: ColumnReaders,
  column: number,
  widthElsewhere: () => number | undefined,
): (cell: Cell, written: string) => string {
  const { tab, headingRow } = readers.settled
  const own = widthOfIds(tab, headingRow + 1, column)
  if (own !== undefined) return (cell, written) => (typeof cell === 'number' ? withZeros(written, own) : written)
  const mayHaveLost = tab.rows.every(
    (cells, index) => index <= headingRow || /^([1-9]\d*)?$/.test(idText(cells[column])),
  )
  const width = mayHaveLost ? widthElsewhere() : undefined
  if (width === undefined) return (_, written) => written
  const fits = tab.rows.every((cells, index) => index <= headingRow || idText(cells[column]).length <= width)
  return fits ? (_, written) => withZeros(written, width) : (_, written) => written
}

function idMissing(readers: ColumnReaders, row: number): void {
  readers.rowProblem(
    'ID_MISSING',
    row,
    'student_id',
    'a student without an id, so nothing can be checked. Write the id.',
    (rows) => `have no student id, so nothing can be checked there (${rows}). Write the ids.`,
  )
}

function idTwice(readers: ColumnReaders, before: number, row: number, id: string): void {
  readers.rowProblem(
    'ID_TWICE',
    row,
    'student_id',
    `two students have the id “${id}”. Records of other tabs are counted for row ${before}. Correct one of the ids.`,
    (rows) =>
      `repeat the id of a row above them, such as “${id}” (${rows}). Records of other tabs are counted for the first. Correct the ids.`,
    { value: id, where: `rows ${before} and ${row}` },
  )
}
