/**
 * The columns of a conference, read alike whether they stand in a log or in a roster.
 */
import type { IsoDate } from '../policy/schema.ts'
import { plainWords, type Reading, readText, unreadable } from './cell-text.ts'
import { type ColumnReaders, expected } from './column-readers.ts'
import { type Detail, type Setter, setterOf } from './detail-columns.ts'
import { readNumber } from './plan-words.ts'
import type { AgendaTick, Conference, ConferenceKind, RowRef, YesNo } from './school.ts'
import type { Draft } from './student-draft.ts'
import type { Cell } from './tab.ts'
import { readParentAttended, readStudentAttended, readTick, readWhoCame, readYesNo } from './yes-no.ts'

export type ConferenceDraft = Draft<Omit<Conference, 'ticks'>> & { ticks: Record<AgendaTick, YesNo> }

const whoCame = { ...expected.yesNo, write: 'P (parent), S (student) or B (both)' }

/** Nothing known yet of the four agenda items. */
function blankTicks(): Record<AgendaTick, YesNo> {
  return { strengths: undefined, data: undefined, studentGoals: undefined, supportPlan: undefined }
}

/** For all conferences of a tab that keeps no agenda items. */
const noTicks = blankTicks()

/**
 * A conference that was held, as far as is known, and of which nothing else is known yet. Every field is there from the
 * start, since a record whose fields are added one by one is larger and slower.
 *
 * @param ticked whether agenda items will be put into it
 */
export function blankConference(at: RowRef, kind: ConferenceKind, date: IsoDate, ticked: boolean): ConferenceDraft {
  return {
    at,
    kind,
    status: 'held',
    date,
    source: 'own',
    studentAttended: undefined,
    parentAttended: undefined,
    staffPresent: true,
    invitedOn: undefined,
    invitedCount: undefined,
    ilpReviewed: undefined,
    privateMinutes: undefined,
    ticks: ticked ? blankTicks() : noTicks,
    infoGivenOn: undefined,
    copyFiledOn: undefined,
  }
}

const agendaTicks: Readonly<Record<string, AgendaTick>> = {
  ck_strengths: 'strengths',
  ck_data: 'data',
  ck_student_goals: 'studentGoals',
  ck_support_plan: 'supportPlan',
}

const held: Readonly<Record<string, Detail<ConferenceDraft>>> = {
  invited_count: ['invitedCount', readNumber, expected.number],
  private_minutes: ['privateMinutes', readNumber, expected.number],
  ilp_reviewed: ['ilpReviewed', readTick, expected.yesNo],
  info_given_on: ['infoGivenOn', 'date'],
  copy_filed_on: ['copyFiledOn', 'date'],
}

/** What was done at a conference: canonical columns that a roster may have too, under the same names. */
export const heldDetails = [...Object.keys(held), ...Object.keys(agendaTicks)]

/** The canonical columns for which {@link conferenceSetter} knows what to do. */
export const conferenceDetails = [
  'student_attended',
  'parent_attended',
  'who_came',
  'staff_names',
  'invited_on',
  ...heldDetails,
]

/** Whether a column of this canonical name tells about an agenda item. */
export const isAgendaTick = (field: string): boolean => field in agendaTicks

/**
 * What a column of this canonical name tells about a conference.
 *
 * @throws Error for a name that is not in {@link conferenceDetails}
 */
export function conferenceSetter(readers: ColumnReaders, field: string, index: number): Setter<ConferenceDraft> {
  const tick = agendaTicks[field]
  if (tick !== undefined) {
    const set = setterOf<ConferenceDraft['ticks']>(readers, index, [tick, readTick, expected.yesNo])
    return (conference, cells, row) => set(conference.ticks, cells, row)
  }
  switch (field) {
    case 'student_attended':
      return setterOf(readers, index, ['studentAttended', readStudentAttended, expected.yesNo])
    case 'parent_attended':
      return setterOf(readers, index, ['parentAttended', parentReaderFor(readers, index), expected.yesNo])
    case 'who_came':
      return bothCame(readers, index)
    case 'staff_names': {
      const read = readers.column(index, readStaff, expected.text)
      return (conference, cells, row) => {
        conference.staffPresent = read(cells, row)
      }
    }
    case 'invited_on':
      return setterOf(readers, index, ['invitedOn', 'date'])
  }
  const detail = held[field]
  if (detail === undefined) throw new Error(`“${field}” is not a detail of a conference`)
  return setterOf(readers, index, detail)
}

/** A column of its own for one of the two is more exact than a shared one, so the shared one only fills in. */
function bothCame(readers: ColumnReaders, index: number): Setter<ConferenceDraft> {
  const read = readers.column(index, readWhoCame, whoCame)
  return (conference, cells, row) => {
    const came = read(cells, row)
    if (came === undefined) return
    conference.studentAttended ??= came.student
    conference.parentAttended ??= came.parent
  }
}

/** 'F' is a father, except in a column that is filled with T and F. */
function parentReaderFor(readers: ColumnReaders, index: number): (cell: Cell) => Reading<boolean> {
  const trueFalse = readers.settled.tab.rows.some((cells) => cells[index] === 'T' || cells[index] === 't')
  return trueFalse ? readYesNo : readParentAttended
}

const nobody = /^(n|no|none|false|nobody|absent)$/

/** Names of staff, or a tick: somebody was there, unless the cell says that nobody was. */
function readStaff(cell: Cell): Reading<boolean> {
  if (typeof cell === 'boolean') return cell
  const text = readText(cell)
  if (text === undefined || text === unreadable) return text
  return !nobody.test(plainWords(text))
}
