/**
 * The log of conferences: one row a student and conference.
 */
import { hasContent } from './cell-text.ts'
import { type ColumnReaders, notCounted } from './column-readers.ts'
import { blankConference, conferenceDetails, conferenceSetter, isAgendaTick } from './conference-columns.ts'
import { readKind, readStatus } from './conference-words.ts'
import type { ConferenceKind } from './school.ts'
import type { StudentIndex } from './student-index.ts'
import type { Cell } from './tab.ts'
import { wideMeaning } from './wide-headings.ts'

const kindExpected = {
  code: 'KIND_UNREADABLE',
  write: 'individual, group, small group, IEP or other',
  until: notCounted('conference'),
} as const
const statusExpected = {
  code: 'STATUS_UNREADABLE',
  write: 'held, scheduled, no-show, declined, cancelled by family or cancelled by school',
  until: ['the conference counts as held only if somebody came', 'they count as held only where somebody came'],
} as const
/**
 * Reads a log of conferences into the students.
 *
 * A row without a readable date or kind is named and not counted. Without a status column every row counts as held. In
 * one with it a blank status counts as held where the student or a parent came; else nobody can know whether the
 * conference took place, so the row is named and not counted.
 */
export function readConferences(readers: ColumnReaders, index: StudentIndex): void {
  const { tab, columns } = readers.settled
  const dateColumn = columns.get('date') as number
  const readDateCell = readers.dateColumn(dateColumn)
  const kindOf = readers.field('kind', readKind, kindExpected)
  const statusOf = readers.field('status', readStatus, statusExpected)
  const sourceOf = readers.source()
  const setters = conferenceDetails.flatMap((field) => {
    const column = columns.get(field)
    return column === undefined ? [] : [conferenceSetter(readers, field, column)]
  })
  const assumedKind = readers.has('kind') ? undefined : kindOfTab(readers)
  const hasStatus = readers.has('status')
  if (!hasStatus) {
    readers.tabProblem(
      'HEADING_MISSING',
      `${tab.name} has no column for the status, so every row counts as held. Add a column “Status” where that is not so.`,
    )
  }
  const ticked = conferenceDetails.some((field) => isAgendaTick(field) && readers.has(field))
  const content = readers.recordColumns(['conf_id', 'session_id', 'source'])
  index.eachRecord(readers, 'conference', content, (student, cells, row) => {
    const date = readDateCell(cells, row)
    const kind = assumedKind ?? kindOf(cells, row)
    if (date === undefined) {
      readers.undated('conference', dateColumn, cells, row)
      return
    }
    if (kind === undefined) {
      blankKind(readers, row, cells)
      return
    }
    const conference = blankConference({ sheet: tab.name, row }, kind, date, ticked)
    conference.source = sourceOf(cells, row)
    for (const set of setters) set(conference, cells, row)
    const status = statusOf(cells, row)
    if (status !== undefined) conference.status = status
    else if (hasStatus && !conference.studentAttended && !conference.parentAttended) {
      blankStatus(readers, row, cells)
      return
    }
    student.conferences.push(conference)
  })
}

/** The kind that the heading of the dates or the tab's name says; an individual conference where they say none. */
function kindOfTab(readers: ColumnReaders): ConferenceKind {
  const { tab, columns } = readers.settled
  const heading = readers.headingOf(columns.get('date') as number)
  for (const text of [heading, tab.name]) {
    const meaning = wideMeaning(/conf|meeting/i.test(text) ? text : `${text} conference`)
    if (meaning?.role === 'conference' && meaning.kindStated) return meaning.kind
  }
  readers.tabProblem(
    'HEADING_MISSING',
    `${tab.name} has no column for the kind of conference, so every row counts as an individual conference. Add a column “Kind” where that is not so.`,
  )
  return 'individual'
}

function blankKind(readers: ColumnReaders, row: number, cells: readonly Cell[]): void {
  if (hasContent(cells[readers.settled.columns.get('kind') ?? -1])) return
  const repair = 'Write individual, group, small group or IEP.'
  readers.rowProblem(
    'KIND_UNREADABLE',
    row,
    'kind',
    `the kind of the conference is blank, so it is not counted. ${repair}`,
    (rows) => `have no kind (${rows}), so they are not counted. ${repair}`,
    { subjects: 'conferences' },
  )
}

function blankStatus(readers: ColumnReaders, row: number, cells: readonly Cell[]): void {
  if (hasContent(cells[readers.settled.columns.get('status') ?? -1])) return
  const repair = 'Write held, scheduled or no-show.'
  readers.rowProblem(
    'STATUS_UNREADABLE',
    row,
    'status',
    `the status is blank and nobody is marked as present, so the conference is not counted. ${repair}`,
    (rows) => `have no status and nobody marked as present (${rows}), so they are not counted. ${repair}`,
    { subjects: 'conferences' },
  )
}
