/**
 * Readers of one tab's columns: each is made once for its column, keeps what it has read, and says what it could not read.
 */
import type { IsoDate, SchoolYear } from '../policy/schema.ts'
import { hasContent, type Reading, readText, unreadable } from './cell-text.ts'
import { readSource } from './conference-words.ts'
import { type DateHabits, dateOrderOf, firstSwappedRow, readDate } from './dates.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { type Expectation, type ProblemList, shown, thousands } from './problem-list.ts'
import { remembered } from './remembered.ts'
import type { Source } from './school.ts'
import { readSchoolYear } from './school-years.ts'
import type { Cell } from './tab.ts'
import type { SettledTab } from './tab-columns.ts'
import { readYesNo } from './yes-no.ts'

/** Takes a row and its sheet number (from 1); gives the value of one column, `undefined` where it is blank or unreadable. */
export type ColumnReader<T> = (cells: readonly Cell[], row: number) => T | undefined

const blank = (): undefined => undefined

const asBlank = ['the cell counts as blank', 'they count as blank'] as const

/** What a cell of each sort should hold, and what happens as long as it does not. */
export const expected = {
  date: { code: 'DATE_UNREADABLE', write: 'a date such as 10/8/2026', until: asBlank },
  yesNo: { code: 'YES_NO_UNREADABLE', write: 'Y or N', until: asBlank },
  number: { code: 'NUMBER_UNREADABLE', write: 'a number', until: asBlank },
  schoolYear: { code: 'VALUE_UNREADABLE', write: 'a school year such as 2026-27', until: asBlank },
  text: { code: 'VALUE_UNREADABLE', write: 'plain text', until: asBlank },
  source: {
    code: 'VALUE_UNREADABLE',
    write: 'own or prior',
    until: ['it counts as our own', 'they count as our own'],
  },
} as const satisfies Readonly<Record<string, Expectation>>

/** What happens to a record, such as a 'conference', as long as a cell that it needs cannot be read. */
export function notCounted(subject: string): Expectation['until'] {
  return [`the ${subject} is not counted`, `these ${subject}s are not counted`]
}

export class ColumnReaders {
  readonly settled: SettledTab
  private readonly problems: ProblemList
  readonly schoolYear: SchoolYear
  /** Indexes of the columns of dates of which only a person can say whether the day or the month stands first. */
  readonly undecidedDates = new Set<number>()

  constructor(settled: SettledTab, problems: ProblemList, schoolYear: SchoolYear) {
    this.settled = settled
    this.problems = problems
    this.schoolYear = schoolYear
  }

  has(field: string): boolean {
    return this.settled.columns.has(field)
  }

  /** A reader of the column of a field; one that finds nothing where the tab has no such column. */
  field<T>(field: string, read: (cell: Cell) => Reading<T>, expectation: Expectation): ColumnReader<T> {
    const index = this.settled.columns.get(field)
    return index === undefined ? blank : this.column(index, read, expectation)
  }

  /** A reader of the column with this index. */
  column<T>(index: number, read: (cell: Cell) => Reading<T>, expectation: Expectation): ColumnReader<T> {
    // Free text is read as fast as it is remembered.
    const readOnce = read === readText ? read : remembered(read)
    return (cells, row) => {
      const cell = cells[index]
      if (cell === undefined || cell === '') return undefined
      const reading = readOnce(cell)
      if (reading !== unreadable) return reading
      this.cellProblem(index, row, cell, expectation)
      return undefined
    }
  }

  text(field: string): ColumnReader<string> {
    return this.field(field, readText, expected.text)
  }

  yesNo(field: string, read = readYesNo): ColumnReader<boolean> {
    return this.field(field, read, expected.yesNo)
  }

  /** Whether this school or a former one made the record: this one, unless the column says otherwise. */
  source(): (cells: readonly Cell[], row: number) => Source {
    const read = this.field('source', readSource, expected.source)
    return (cells, row) => read(cells, row) ?? 'own'
  }

  year(field: string): ColumnReader<SchoolYear> {
    return this.field(field, readSchoolYear, expected.schoolYear)
  }

  date(field: string): ColumnReader<IsoDate> {
    const index = this.settled.columns.get(field)
    return index === undefined ? blank : this.dateColumn(index)
  }

  /**
   * A reader of dates that first looks how the column writes its days and months.
   *
   * @param schoolYear where dates without a year belong, when the heading says another than the one that is checked
   */
  dateColumn(index: number, schoolYear: SchoolYear = this.schoolYear): ColumnReader<IsoDate> {
    const habits = { schoolYear, order: this.dateOrder(index) }
    return this.column(index, (cell) => readDate(cell, habits), expected.date)
  }

  /**
   * How the column writes its days and months: as a person chose, else as its cells tell.
   *
   * Adds COLUMN_UNSURE where some cells have the day first and others could mean two days, or may have been swapped.
   */
  dateOrder(index: number): DateHabits['order'] {
    const { tab, headingRow, dateOrders } = this.settled
    const chosen = dateOrders.get(index)
    if (chosen !== undefined) return chosen
    const { order, either, dayFirstRow, eitherRow } = dateOrderOf(tab.rows, headingRow + 1, index)
    if (order === 'month-first') return order
    const row = either > 0 ? eitherRow : firstSwappedRow(tab.rows, headingRow + 1, index)
    if (row === -1) return order
    const cell = (at: number): string => shown(tab.rows[at]?.[index] ?? '')
    const column = this.headingOf(index)
    const value = cell(row)
    let doubt = `and every other date lies in the first twelve days of a month, such as ${value} in row ${row + 1}: the spreadsheet may have swapped day and month of those. Compare them with their source, or`
    if (either > 0) {
      this.undecidedDates.add(index)
      const taken = order === 'day-first' ? 'were read day first' : 'count as blank'
      doubt = `so “${value}” in row ${row + 1} could mean two days. Such cells (${thousands(either)}) ${taken}, until you choose on the Settings tab which stands first. Or`
    }
    const message = `“${column}” of ${tab.name} has a date with the day first (“${cell(dayFirstRow)}”, row ${dayFirstRow + 1}), ${doubt} write dates as 2026-10-08.`
    this.tabProblem('COLUMN_UNSURE', message, { row: row + 1, column, value })
    return order
  }

  cellProblem(index: number, row: number, cell: Cell, expectation: Expectation): void {
    this.problems.cell({ sheet: this.settled.tab.name, row, column: this.headingOf(index) }, cell, expectation)
  }

  /**
   * A problem of a row, of which there may be many alike.
   *
   * @param one what is said of the row
   * @param many what is said of many, behind 'rows of Students': 'have no id (rows 2, 3, 4 and so on)'
   */
  rowProblem(
    code: ProblemCode,
    row: number,
    field: string,
    one: string,
    many: (rows: string) => string,
    { value, subjects = 'rows', where = `row ${row}` }: { value?: Cell; subjects?: string; where?: string } = {},
  ): void {
    const { tab, columns } = this.settled
    const index = columns.get(field)
    const problem: Problem & { readonly row: number } = {
      code,
      sheet: tab.name,
      row,
      ...(index === undefined ? {} : { column: this.headingOf(index) }),
      ...(value === undefined ? {} : { value: shown(value) }),
      message: `${tab.name}, ${where}: ${one}`,
    }
    this.problems.row(problem, (count, rows) => `${count} ${subjects} of ${tab.name} ${many(rows)}`)
  }

  /** Something to say about the whole tab, or about one of its columns; `count` where it stands for so many rows. */
  tabProblem(code: ProblemCode, message: string, more: Pick<Problem, 'row' | 'column' | 'value' | 'count'> = {}): void {
    this.problems.add({ code, sheet: this.settled.tab.name, ...more, message })
  }

  /** Something is on file, but its date is not. */
  dateMissing(index: number, row: number, text: string): void {
    const { name } = this.settled.tab
    const column = this.headingOf(index)
    this.problems.row(
      { code: 'DATE_MISSING', sheet: name, row, column, message: `${name}, row ${row}: ${text}` },
      (count, rows) =>
        `${count} rows of ${name} have no date in “${column}” (${rows}), so they are not counted. Write the dates.`,
    )
  }

  /** A record, such as a 'conference', that has no date; a cell that cannot be read has been said already. */
  undated(subject: string, index: number, cells: readonly Cell[], row: number): void {
    if (hasContent(cells[index])) return
    this.dateMissing(index, row, `the ${subject} has no date, so it is not counted. Write the date.`)
  }

  /** Says once how many ids of a column were given back the zeros that a spreadsheet took. */
  zerosRestored(index: number, count: number): void {
    const column = this.headingOf(index)
    const [ids, were] = count === 1 ? ['id', 'was'] : ['ids', 'were']
    const message = `${thousands(count)} ${ids} of “${column}” in ${this.settled.tab.name} had lost leading zeros and ${were} read with them. Format the column as plain text to keep them.`
    this.tabProblem('ID_ZEROS_RESTORED', message, { column, count })
  }

  /**
   * Every row below the headings, with its sheet number.
   *
   * @param content indexes of columns of which one at least must hold something
   */
  eachRow(use: (cells: readonly Cell[], row: number) => void, content?: readonly number[]): void {
    const { tab, headingRow } = this.settled
    for (let at = headingRow + 1; at < tab.rows.length; at++) {
      const cells = tab.rows[at] as readonly Cell[]
      if (content === undefined || anyContent(cells, content)) use(cells, at + 1)
    }
  }

  headingOf(index: number): string {
    return this.settled.headings.get(index) ?? ''
  }

  /** Indexes of the columns that hold something of the record itself, not only who it is about. */
  recordColumns(besides: readonly string[] = []): readonly number[] {
    const who = new Set(['student_id', 'ssid', 'full_name', 'last_name', 'first_name', ...besides])
    return [...this.settled.columns].filter(([field]) => !who.has(field)).map(([, index]) => index)
  }
}

/** Whether any of these columns holds something in this row. */
export function anyContent(cells: readonly Cell[], columns: readonly number[]): boolean {
  for (const column of columns) if (hasContent(cells[column])) return true
  return false
}
