/**
 * Which rows of a roster tell of whose family: the student's own row, further rows that repeat the student beside another
 * guardian (Clever), and rows below it that leave everything but the guardian blank.
 */
import { textOf } from './cell-text.ts'
import { anyContent, type ColumnReaders } from './column-readers.ts'
import { familyReader, isContactField, type People } from './family-columns.ts'
import type { StudentDraft } from './student-draft.ts'
import type { Cell } from './tab.ts'

interface FamilyRow {
  readonly student: StudentDraft
  readonly cells: readonly Cell[]
  readonly row: number
  readonly below: boolean
}

/** Collects the rows while the roster is read, and reads them at the end: the guardians may stand below their children. */
export class FamilyRows {
  private readonly readers: ColumnReaders
  private readonly read: ReturnType<typeof familyReader>
  /** Every column but the ids and those in which the rows of one student may differ. */
  private readonly own: readonly number[]
  private readonly rows: FamilyRow[] = []
  /** Undefined at the top of the roster. */
  private above: StudentDraft | 'nobody' | undefined

  constructor(readers: ColumnReaders, people: People | undefined) {
    this.readers = readers
    this.read = familyReader(readers, people)
    this.own = contentColumns(readers, isContactField)
  }

  /** The student's own row. */
  add(student: StudentDraft, cells: readonly Cell[], row: number, below = false): void {
    this.above = student
    if (this.read !== undefined) this.rows.push({ student, cells, row, below })
  }

  /** Somebody's row of whose family nothing is kept; what stands below it is not the student's above it either. */
  pass(): void {
    this.above = 'nobody'
  }

  /** Takes a row with the id of a student above, if it says of the student what the first row says, or nothing. */
  takesRepeated(student: StudentDraft, cells: readonly Cell[], row: number): boolean {
    const first = this.readers.settled.tab.rows[student.at.row - 1] as readonly Cell[]
    const repeats = (column: number): boolean => ['', textOf(first[column])].includes(textOf(cells[column]))
    if (this.read === undefined || !this.own.every(repeats)) return false
    this.add(student, cells, row)
    return true
  }

  /** Takes a row without an id, if it holds nothing but a guardian. */
  takesBelow(cells: readonly Cell[], row: number): boolean {
    if (this.read === undefined || this.above === undefined || anyContent(cells, this.own)) return false
    if (this.above !== 'nobody') this.add(this.above, cells, row, true)
    return true
  }

  /**
   * Reads what was collected into the students.
   *
   * @return the numbers of rows of which nobody knows whose family they are: where all such rows stand below the last
   *   student, sorting has taken them there
   */
  finish(): readonly number[] {
    const below = this.rows.filter((one) => one.below)
    const last = this.rows[this.rows.length - 1]?.student
    const isSorted = below.every(({ student }) => student === last) && this.rows[0]?.student !== last
    for (const { student, cells, row, below } of this.rows) if (!(below && isSorted)) this.read?.(student, cells, row)
    return isSorted ? below.map(({ row }) => row) : []
  }
}

/** Every column that is read, but for the ids and the fields left out. */
export function contentColumns(
  { settled }: ColumnReaders,
  leaveOut = (_field: string): boolean => false,
): readonly number[] {
  const fields = [...settled.columns].filter(([field]) => !leaveOut(field)).map(([, index]) => index)
  const all = [...fields, ...settled.wide.map(({ column }) => column.index)]
  return all.filter((column) => !settled.idColumns.includes(column))
}
