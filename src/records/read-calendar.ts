/**
 * First and last days of school years, and the school's own log of yearly duties.
 */
import type { SchoolYear } from '../policy/schema.ts'
import { daysBetween, schoolYearOf } from './calendar.ts'
import { hasContent, plainWords, textOf } from './cell-text.ts'
import type { ColumnReaders } from './column-readers.ts'
import { readLogItem } from './plan-words.ts'
import type { SchoolLogEntry, Term } from './school.ts'
import { type Draft, fill } from './student-draft.ts'
import type { Cell } from './tab.ts'

/** A span shorter than this is a term, a holiday or an event, not a school year. */
const shortestYear = 120
const longestYear = 366

/**
 * The first and last day of each school year.
 *
 * academicSessions.csv of OneRoster is a calendar too: its sessions of type schoolYear. There the dates say which year
 * it is, since exporters disagree whether the year is the one that begins or the one that ends.
 */
export function readCalendar(readers: ColumnReaders, calendar: Map<SchoolYear, Term>): void {
  const { columns } = readers.settled
  const yearOf = readers.year('school_year')
  const firstDayOf = readers.date('first_day')
  const lastDayOf = readers.date('last_day')
  const type = columns.get('session_type')
  const content = ['first_day', 'last_day'].map((field) => columns.get(field) as number)
  readers.eachRow((cells, row) => {
    if (type !== undefined && plainWords(textOf(cells[type])).replace(/ /g, '') !== 'schoolyear') return
    const firstDay = firstDayOf(cells, row)
    const lastDay = lastDayOf(cells, row)
    const given = type === undefined ? yearOf(cells, row) : undefined
    if (firstDay === undefined || lastDay === undefined) {
      missingDay(readers, cells, row, firstDay === undefined ? 'first_day' : 'last_day')
      return
    }
    const days = daysBetween(firstDay, lastDay)
    const isYear = days >= shortestYear && days <= longestYear
    // Without a school year in the row a short span is somebody's event in a calendar, and nothing to complain of.
    if (given === undefined && !isYear) return
    const year = schoolYearOf(firstDay)
    const known = calendar.get(year)
    const differs = known !== undefined && (known.firstDay !== firstDay || known.lastDay !== lastDay)
    if (!isYear || differs || (given !== undefined && given !== year)) {
      notAYear(readers, row, firstDay, lastDay, differs ? year : given, known)
      return
    }
    calendar.set(year, { firstDay, lastDay })
  }, content)
}

function missingDay(readers: ColumnReaders, cells: readonly Cell[], row: number, field: string): void {
  const column = readers.settled.columns.get(field) as number
  if (hasContent(cells[column])) return
  readers.dateMissing(column, row, `a school year needs its first and its last day. Write both.`)
}

function notAYear(
  readers: ColumnReaders,
  row: number,
  first: string,
  last: string,
  given: SchoolYear | undefined,
  known: Term | undefined,
): void {
  const before = known === undefined ? '' : ` as a row before gives it (${known.firstDay} to ${known.lastDay})`
  const year = given === undefined ? 'a school year' : `the school year ${given}${before}`
  readers.rowProblem(
    last < first ? 'SPELL_BACKWARDS' : 'VALUE_UNREADABLE',
    row,
    'first_day',
    `${first} to ${last} is not ${year}, so the row is not used. Correct the days.`,
    (rows) => `are not school years (${rows}), so they are not used. Correct the days.`,
    { value: first },
  )
}

/** The school's own log: trainings, reports, consultations. A line of another item is named and not used. */
export function readSchoolLog(readers: ColumnReaders, log: SchoolLogEntry[]): void {
  const { tab, columns } = readers.settled
  const write = 'training, annual report, council review, consultation or resource request'
  const until = ['the line is not used', 'these lines are not used'] as const
  const itemOf = readers.field('item', readLogItem, { code: 'VALUE_UNREADABLE', write, until })
  const yearOf = readers.year('school_year')
  const dateOf = readers.date('date')
  const participantsOf = readers.text('participants')
  const content = readers.recordColumns(['school_id', 'school_year'])
  readers.eachRow((cells, row) => {
    const item = itemOf(cells, row)
    const schoolYear = yearOf(cells, row)
    const date = dateOf(cells, row)
    const participants = participantsOf(cells, row)
    if (item === undefined) {
      if (!hasContent(cells[columns.get('item') as number])) itemMissing(readers, row)
      return
    }
    if (date === undefined && schoolYear === undefined && !hasContent(cells[columns.get('date') ?? -1])) {
      const column = columns.get('date') ?? (columns.get('school_year') as number)
      readers.dateMissing(column, row, `neither a date nor a school year, so the line is not used. Write one of them.`)
    }
    const entry: Draft<SchoolLogEntry> = { at: { sheet: tab.name, row }, item }
    fill(entry, 'schoolYear', schoolYear)
    fill(entry, 'date', date)
    fill(entry, 'participants', participants)
    log.push(entry)
  }, content)
}

function itemMissing(readers: ColumnReaders, row: number): void {
  const repair = 'Write the item, such as training.'
  readers.rowProblem(
    'VALUE_UNREADABLE',
    row,
    'item',
    `the line does not say what it is about, so it is not used. ${repair}`,
    (rows) => `do not say what they are about (${rows}), so they are not used. ${repair}`,
    { subjects: 'lines' },
  )
}
