/**
 * Finds the student that a row of another tab is about: by id, whichever of the school's ids the tab uses.
 */
import type { ColumnReaders } from './column-readers.ts'
import { idText, isTotal, widthOfIds, withZeros, zeroless } from './id-cells.ts'
import type { StudentDraft } from './student-draft.ts'
import type { Cell } from './tab.ts'
import type { SettledTab } from './tab-columns.ts'

/** Gives the student of a row; `undefined` for a row about nobody, which has then been said where it matters. */
export type StudentFinder = (cells: readonly Cell[], row: number) => StudentDraft | undefined

/** Students by one of the ids that the roster knows them by. */
export class IdBook {
  private readonly exact = new Map<string, StudentDraft>()
  /** Without leading zeros; `null` where that fits two students. Made when the first id is not found as it is written. */
  private bare: Map<string, StudentDraft | null> | undefined

  /** Of two equal ids the first wins. */
  add(id: string, student: StudentDraft): void {
    if (id !== '' && !this.exact.has(id)) this.exact.set(id, student)
  }

  /** The student with exactly this id. */
  get(id: string): StudentDraft | undefined {
    return this.exact.get(id)
  }

  /** The student with this id, leading zeros or not; once the roster is read. */
  find(id: string): StudentDraft | undefined {
    return this.exact.get(id) ?? this.withoutZeros().get(zeroless(id) ?? id) ?? undefined
  }

  private withoutZeros(): ReadonlyMap<string, StudentDraft | null> {
    if (this.bare === undefined) {
      this.bare = new Map()
      for (const [id, student] of this.exact) {
        const key = zeroless(id)
        if (key !== undefined) this.bare.set(key, this.bare.has(key) ? null : student)
      }
    }
    return this.bare
  }
}

/** Rows by which it is decided which id a tab uses. */
const rowsTried = 300

export class StudentIndex {
  private readonly books: readonly IdBook[]
  /** Ids of people on the roster's tab who are no students; what other tabs say about them is passed over. */
  private readonly others: ReadonlySet<string>
  /** Ids of students who are left out of the check; whatever is said about them is passed over. */
  private readonly leftOut: ReadonlySet<string>

  /** @param books one for each kind of id, the roster's first */
  constructor(books: readonly IdBook[], others: ReadonlySet<string>, leftOut: ReadonlySet<string>) {
    this.books = books
    this.others = others
    this.leftOut = leftOut
  }

  /** The student whom one of the roster's ids names: exactly, before leading zeros are passed over. */
  find(id: string): StudentDraft | undefined {
    for (const book of this.books) if (book.get(id)) return book.get(id)
    for (const book of this.books) if (book.find(id)) return book.find(id)
    return undefined
  }

  /**
   * Every row of a tab of records that says something, with the student that it belongs to; a row that belongs to nobody
   * is named. Says once, at the end, how many ids were given back their zeros.
   *
   * @param subject what a row is, for the messages: 'contact'
   * @param content indexes of the columns of which one at least must hold something
   */
  eachRecord(
    readers: ColumnReaders,
    subject: string,
    content: readonly number[],
    use: (student: StudentDraft, cells: readonly Cell[], row: number) => void,
  ): void {
    const { find, finish } = this.finderFor(readers, subject)
    readers.eachRow((cells, row) => {
      const student = find(cells, row)
      if (student !== undefined) use(student, cells, row)
    }, content)
    finish()
  }

  /**
   * A finder for the rows of a tab. It adds ID_MISSING and ID_UNKNOWN row by row.
   *
   * @param subject what a row of the tab is, in a word: 'conference', 'plan'
   * @param passOthers rows about people of the roster's tab who are no students are passed over in silence
   * @return the finder, and `finish`, which says once how many ids were given back their zeros
   */
  finderFor(
    readers: ColumnReaders,
    subject: string,
    passOthers = false,
  ): { readonly find: StudentFinder; readonly finish: () => void } {
    const { tab, headingRow } = readers.settled
    const { column, book, rivals } = this.choose(readers.settled)
    // Looked up when the first number is met: in most logs all ids are text.
    let width: number | undefined | 'unknown' = 'unknown'
    const widen = (written: string): string => {
      if (width === 'unknown') width = widthOfIds(tab, headingRow + 1, column)
      return width === undefined ? written : withZeros(written, width)
    }
    let restored = 0
    const find: StudentFinder = (cells, row) => {
      const cell = cells[column]
      // Nearly every id is written as on the roster.
      const exact = typeof cell === 'string' && rivals.length === 0 ? book.get(cell) : undefined
      if (exact !== undefined) return exact
      const written = idText(cell)
      if (isTotal(cells, written)) return undefined
      if (written === '') {
        readers.rowProblem(
          'ID_MISSING',
          row,
          'student_id',
          `this ${subject} has no student id, so it belongs to nobody. Write the id.`,
          (rows) => `have no student id, so they belong to nobody (${rows}). Write the ids.`,
        )
        return undefined
      }
      const id = typeof cell === 'number' ? widen(written) : written
      const student = book.find(id)
      const other = rivals.map((rival) => rival.find(id)).find((one) => one !== undefined && one !== student)
      if (student !== undefined && other !== undefined) {
        twoStudents(readers, row, id, subject)
        return undefined
      }
      if (student === undefined) {
        if (this.leftOut.has(id) || (passOthers && this.others.has(id))) return undefined
        readers.rowProblem(
          'ID_UNKNOWN',
          row,
          'student_id',
          `no student on the roster has the id “${id}”, so this ${subject} is not counted. Correct the id, or add the student.`,
          (rows) =>
            `have ids that are not on the roster, such as “${id}” (${rows}). They are not counted. Correct the ids, or add the students.`,
          { value: cell as Cell },
        )
      } else if (written.length < student.id.length && (id !== written || book.get(id) === undefined)) {
        restored++
      }
      return student
    }
    const finish = (): void => {
      if (restored > 0) readers.zerosRestored(column, restored)
    }
    return { find, finish }
  }

  /** The pair of a tab's id column and a kind of id that fits most of its rows, and what other kinds fit as many. */
  private choose(settled: SettledTab): {
    readonly column: number
    readonly book: IdBook
    readonly rivals: readonly IdBook[]
  } {
    const nameColumn = settled.columns.get('full_name')
    const columns = nameColumn === undefined ? settled.idColumns : [...settled.idColumns, nameColumn]
    const first = { column: columns[0] ?? 0, book: this.books[0] ?? new IdBook(), hits: 0 }
    const pairs = columns.flatMap((column) =>
      this.books.map((book) => ({ column, book, hits: hitsIn(settled, column, book) })),
    )
    const best = pairs.reduce((one, other) => (other.hits > one.hits ? other : one), first)
    const equal = pairs.filter(({ column, hits }) => column === best.column && hits === best.hits && hits > 0)
    return { ...best, rivals: equal.map(({ book }) => book).filter((book) => book !== best.book) }
  }
}

function twoStudents(readers: ColumnReaders, row: number, id: string, subject: string): void {
  const fault = 'one id of one student and another id of another'
  const repair = 'Rename the column of ids on the roster that is not meant.'
  readers.rowProblem(
    'ID_UNKNOWN',
    row,
    'student_id',
    `“${id}” is ${fault}, so this ${subject} is not counted. ${repair}`,
    (rows) => `have ids such as “${id}” (${rows}) that are ${fault}. They are not counted. ${repair}`,
  )
}

function hitsIn(settled: SettledTab, column: number, book: IdBook): number {
  let hits = 0
  let tried = 0
  for (let row = settled.headingRow + 1; row < settled.tab.rows.length && tried < rowsTried; row++) {
    const id = idText(settled.tab.rows[row]?.[column])
    if (id === '') continue
    tried++
    if (book.find(id)) hits++
  }
  return hits
}
