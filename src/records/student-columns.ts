/**
 * The columns that describe a student, read alike on the roster, in a tab of details and in the grade history.
 */
import type { Grade, IsoDate } from '../policy/schema.ts'
import { type Reading, unreadable } from './cell-text.ts'
import { type ColumnReader, type ColumnReaders, expected } from './column-readers.ts'
import { gradeOfGraduationYear, needsBirthDate, readGrade } from './grades.ts'
import { splitName, withoutQuotes, withSuffix } from './names.ts'
import type { StudentDraft } from './student-draft.ts'
import type { Cell } from './tab.ts'
import { readIep } from './yes-no.ts'

/** Reads the attributes of a student from a row of the roster or of another tab with one row a student. */
export class StudentColumns {
  readonly lastName: ColumnReader<string>
  readonly firstName: ColumnReader<string>
  readonly fullName: ColumnReader<string>
  readonly suffix: ColumnReader<string>
  readonly preferredName: ColumnReader<string>
  readonly birthDate: ColumnReader<IsoDate>
  readonly gradYear: ColumnReader<Grade>
  readonly entryDate: ColumnReader<IsoDate>
  readonly exitDate: ColumnReader<IsoDate>
  readonly iep: ColumnReader<boolean>
  readonly earlyGraduation: ColumnReader<boolean>
  readonly counselor: ColumnReader<string>
  readonly homeroomTeacher: ColumnReader<string>
  private readonly gradeColumn: number | undefined
  private readonly grades = new Map<Cell, Reading<Grade>>()
  private readonly readers: ColumnReaders

  constructor(readers: ColumnReaders) {
    this.readers = readers
    this.lastName = readers.text('last_name')
    this.firstName = readers.text('first_name')
    this.fullName = readers.text('full_name')
    this.suffix = readers.text('suffix')
    this.preferredName = readers.text('preferred_name')
    this.birthDate = readers.date('birth_date')
    const gradYear = (cell: Cell): Reading<Grade> => gradeOfGraduationYear(cell, readers.schoolYear)
    this.gradYear = readers.field('grad_year', gradYear, {
      code: 'GRADE_UNREADABLE',
      write: 'a graduation year such as 2029',
      until: expected.date.until,
    })
    this.entryDate = readers.date('entry_date')
    this.exitDate = readers.date('exit_date')
    this.iep = readers.yesNo('iep', readIep)
    this.earlyGraduation = readers.yesNo('early_grad')
    this.counselor = readers.text('counselor')
    this.homeroomTeacher = readers.text('homeroom_teacher')
    this.gradeColumn = readers.settled.columns.get('grade')
  }

  /**
   * The grade, from the graduation year where its cell is blank; `'unread'` where the cell holds something that names
   * none. 'PS' needs the birth date.
   */
  grade(cells: readonly Cell[], row: number, birthDate: IsoDate | undefined): Grade | undefined | 'unread' {
    const cell = this.gradeColumn === undefined ? '' : (cells[this.gradeColumn] ?? '')
    let reading = this.grades.get(cell)
    if (reading === undefined) {
      reading = readGrade(cell, birthDate, this.readers.schoolYear)
      if (!needsBirthDate(cell)) this.grades.set(cell, reading)
    }
    if (reading === undefined) return this.gradYear(cells, row)
    if (reading !== unreadable) return reading
    const until = ['the student has no grade', 'these students have no grade'] as const
    const write = needsBirthDate(cell)
      ? 'PK for preschool, 13 for post-secondary or the birth date'
      : 'a grade such as K, 7 or 12'
    this.readers.cellProblem(this.gradeColumn as number, row, cell, { code: 'GRADE_UNREADABLE', write, until })
    return 'unread'
  }

  /** Whether the grade waits for a birth date that another tab may tell. */
  gradeNeedsBirthDate(cells: readonly Cell[]): boolean {
    return this.gradeColumn !== undefined && needsBirthDate(cells[this.gradeColumn])
  }

  /** Last and first name, from two columns or from one, and the name in quotes beside the first. */
  name(cells: readonly Cell[], row: number): { last: string; first: string; preferred?: string } {
    const last = this.lastName(cells, row)
    const first = this.firstName(cells, row)
    const whole =
      last === undefined ? this.fullName(cells, row) : first === undefined && last.includes(',') ? last : undefined
    const split = whole === undefined ? { last: last ?? '', first: first ?? '' } : splitName(whole)
    return { ...withoutQuotes(split.first), last: withSuffix(split.last, this.suffix(cells, row)) }
  }
}

/** Gives the student the grade of a row, or remembers that its cell could not be read. */
export function setGrade(
  student: StudentDraft,
  columns: StudentColumns,
  cells: readonly Cell[],
  row: number,
  unread: Set<StudentDraft>,
): void {
  const grade = columns.grade(cells, row, student.birthDate)
  if (grade === 'unread') unread.add(student)
  else if (grade !== undefined) student.grade = grade
}

/** Exit before entry cannot be; a student is rather kept in the check than lost from it, so the exit is dropped. */
export function checkedExit(
  readers: ColumnReaders,
  row: number,
  entry: IsoDate | undefined,
  exit: IsoDate | undefined,
): IsoDate | undefined {
  if (entry === undefined || exit === undefined || exit >= entry) return exit
  readers.rowProblem(
    'SPELL_BACKWARDS',
    row,
    'exit_date',
    `the exit ${exit} is before the entry ${entry}. The exit is not used; correct one of them.`,
    (rows) => `have an exit before the entry (${rows}). These exits are not used; correct them.`,
    { value: exit },
  )
  return undefined
}
