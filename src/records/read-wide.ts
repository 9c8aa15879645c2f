/**
 * Conferences, plans, updates and letters that stand as columns of a roster, one row a student.
 */
import type { IsoDate } from '../policy/schema.ts'
import { hasContent, unreadable } from './cell-text.ts'
import { type ColumnReader, type ColumnReaders, expected, notCounted } from './column-readers.ts'
import { blankConference, type ConferenceDraft, conferenceSetter } from './conference-columns.ts'
import { readKind, readStatus } from './conference-words.ts'
import { readDate } from './dates.ts'
import { type Setter, setterOf } from './detail-columns.ts'
import { blankPlan, type PlanDraft, planSetter } from './plan-columns.ts'
import type { Contact, Plan, PlanUpdate } from './school.ts'
import type { Cell } from './tab.ts'
import { conferenceOf, type WideColumn } from './wide-columns.ts'
import type { WideMeaning } from './wide-headings.ts'
import { readYesNo } from './yes-no.ts'

/** What one row of a roster tells beside the student. */
export interface WideRecords {
  readonly conferences: { readonly conference: ConferenceDraft; readonly kindStated: boolean }[]
  readonly contacts: Contact[]
  readonly plans: Plan[]
  readonly updates: PlanUpdate[]
}

/** Gives the records of a row; `undefined` where there are none. */
export type WideReader = (cells: readonly Cell[], row: number) => WideRecords | undefined

type ConferenceMeaning = Extract<WideMeaning, { role: 'conference' }>

/** A reader of all wide columns of a tab; `undefined` when it has none. */
export function wideReader(readers: ColumnReaders): WideReader | undefined {
  const { wide, tab } = readers.settled
  if (wide.length === 0) return undefined
  const conferences = conferenceColumns(readers, wide)
  const contacts = contactColumns(readers, wide)
  const plans = planColumns(readers, wide)
  const updates = wide
    .filter(({ meaning }) => meaning.role === 'update')
    .map(({ column }) => dateOf(readers, column.index, 'update', undefined))

  return (cells, row) => {
    const records: WideRecords = { conferences: [], contacts: [], plans: [], updates: [] }
    const at = { sheet: tab.name, row }
    for (const column of conferences) readConference(readers, column, cells, row, records)
    for (const { date, about } of contacts) {
      const on = date(cells, row)
      if (typeof on === 'string') records.contacts.push({ at, date: on, about, arrived: true })
    }
    for (const column of plans) readPlan(tab.name, column, cells, row, records)
    for (const date of updates) {
      const on = date(cells, row)
      if (typeof on === 'string') records.updates.push({ at, date: on })
    }
    const { conferences: c, contacts: k, plans: p, updates: u } = records
    return c.length + k.length + p.length + u.length > 0 ? records : undefined
  }
}

interface ConferenceColumn {
  readonly index: number
  readonly meaning: ConferenceMeaning
  readonly date: ColumnReader<IsoDate | true>
  readonly setters: readonly Setter<ConferenceDraft>[]
  /** Whether the kind of a conference comes from a column and not only from the heading. */
  readonly kindInCell: boolean
}

function conferenceColumns(readers: ColumnReaders, wide: readonly WideColumn[]): readonly ConferenceColumn[] {
  const dated = wide.filter(({ meaning }) => meaning.role === 'conference')
  const indexes = dated.map(({ column }) => column.index)
  return dated.map(({ column, meaning }) => {
    const own = wide.filter((other) => conferenceOf(other.column.index, indexes) === column.index)
    return {
      index: column.index,
      meaning: meaning as ConferenceMeaning,
      date: dateOf(readers, column.index, 'conference', (meaning as ConferenceMeaning).schoolYear),
      setters: own.flatMap((other) => settersOf(readers, other)),
      kindInCell: own.some((other) => other.meaning.role === 'conference-kind'),
    }
  })
}

function settersOf(
  readers: ColumnReaders,
  { field, column: { index } }: WideColumn,
): readonly Setter<ConferenceDraft>[] {
  const [tab, name = ''] = field.split('.')
  if (tab !== 'Conferences' || name === 'date') return []
  if (name === 'kind') {
    const write = 'individual, group, small group or IEP'
    const until = ['the heading of the date says the kind', 'the headings of the dates say the kind'] as const
    return [setterOf(readers, index, ['kind', readKind, { code: 'KIND_UNREADABLE', write, until }])]
  }
  if (name === 'status') {
    const write = 'held, scheduled, no-show, declined or cancelled'
    const until = [
      'the conference counts as its date column says',
      'the conferences count as their date columns say',
    ] as const
    return [setterOf(readers, index, ['status', readStatus, { code: 'STATUS_UNREADABLE', write, until }])]
  }
  return [conferenceSetter(readers, name, index)]
}

function readConference(
  readers: ColumnReaders,
  { index, meaning, date, setters, kindInCell }: ConferenceColumn,
  cells: readonly Cell[],
  row: number,
  records: WideRecords,
): void {
  const on = date(cells, row)
  if (typeof on !== 'string' && !setters.length) return
  const at = { sheet: readers.settled.tab.name, row }
  const conference = blankConference(at, meaning.kind, typeof on === 'string' ? on : '', true)
  conference.status = meaning.status
  for (const set of setters) set(conference, cells, row)
  if (typeof on === 'string') {
    records.conferences.push({ conference, kindStated: meaning.kindStated || kindInCell })
  } else if (!hasContent(cells[index]) && (conference.studentAttended || conference.parentAttended)) {
    const text = `somebody came, but “${readers.headingOf(index)}” has no date, so the conference is not counted. Write the date.`
    readers.dateMissing(index, row, text)
  }
}

interface ContactColumn {
  readonly date: ColumnReader<IsoDate | true>
  readonly about: Contact['about']
}

function contactColumns(readers: ColumnReaders, wide: readonly WideColumn[]): readonly ContactColumn[] {
  const dated = wide.filter(({ meaning }) => meaning.role === 'conference')
  const indexes = dated.map(({ column }) => column.index)
  return wide
    .filter(({ meaning }) => meaning.role === 'contact')
    .map(({ column }) => {
      const conference = dated.find((one) => one.column.index === conferenceOf(column.index, indexes))
      const kind = conference?.meaning.role === 'conference' ? conference.meaning.kind : undefined
      const about = kind === undefined ? undefined : kind === 'group' || kind === 'small_group' ? 'group' : 'individual'
      return { date: dateOf(readers, column.index, 'contact', undefined), about }
    })
}

interface PlanColumn {
  readonly kind: Plan['kind']
  readonly created: ColumnReader<IsoDate | true>
  readonly signed: readonly ColumnReader<IsoDate | true>[]
  readonly setters: readonly Setter<PlanDraft>[]
}

/** One plan for each column that says when one was made; one in all where the roster only keeps signatures. */
function planColumns(readers: ColumnReaders, wide: readonly WideColumn[]): readonly PlanColumn[] {
  const created = wide.filter(({ meaning }) => meaning.role === 'plan-created')
  const signed = wide.filter(({ meaning }) => meaning.role === 'plan-signed')
  const fields = wide.filter(({ meaning }) => meaning.role === 'plan-field')
  const indexes = created.map(({ column }) => column.index)
  const made = created.length > 0 ? created : signed.slice(0, 1)
  return made.map((column) => {
    const owns = ({ column: other }: WideColumn): boolean =>
      created.length === 0 || conferenceOf(other.index, indexes) === column.column.index
    return {
      kind:
        column.meaning.role === 'plan-created' || column.meaning.role === 'plan-signed'
          ? column.meaning.planKind
          : undefined,
      created: created.length > 0 ? dateOf(readers, column.column.index, 'plan', undefined) : () => undefined,
      signed: signed.filter(owns).map((one) => dateOf(readers, one.column.index, 'signature', undefined)),
      setters: fields
        .filter(owns)
        .map(({ field, column: { index } }) => planSetter(readers, field.replace('Plans.', ''), index)),
    }
  })
}

function readPlan(sheet: string, column: PlanColumn, cells: readonly Cell[], row: number, records: WideRecords): void {
  const created = column.created(cells, row)
  const plan: PlanDraft = blankPlan({ sheet, row })
  plan.kind = column.kind
  if (typeof created === 'string') plan.createdOn = created
  let signed = false
  for (const read of column.signed) {
    const on = read(cells, row)
    signed ||= on !== undefined
    if (typeof on === 'string') plan.signedOn ??= on
  }
  // A cluster or a tick alone is not a plan: somebody may have filled the column down.
  if (created === undefined && !signed) return
  for (const set of column.setters) set(plan, cells, row)
  records.plans.push(plan)
}

const consequence = {
  conference: notCounted('conference'),
  plan: ['the plan counts as one without a date', 'these plans count as ones without a date'],
  signature: ['the plan counts as not signed', 'these plans count as not signed'],
  update: notCounted('update'),
  contact: notCounted('contact'),
} as const

/**
 * The date in a cell; `true` for a cell that says "done" without a date, which is a problem.
 *
 * A 'No' is nothing on file and no problem. In a conference column 'No show' or 'Declined' is something on file that
 * lacks its date.
 */
function dateOf(
  readers: ColumnReaders,
  index: number,
  subject: keyof typeof consequence,
  schoolYear: string | undefined,
): ColumnReader<IsoDate | true> {
  const habits = { schoolYear: schoolYear ?? readers.schoolYear, order: readers.dateOrder(index) }
  const known = new Map<Cell, IsoDate | true | undefined | typeof unreadable>()
  const until = consequence[subject]
  return (cells, row) => {
    const cell = cells[index]
    if (cell === undefined || cell === '') return undefined
    if (!known.has(cell)) known.set(cell, dateOrDone(cell, habits, subject === 'conference'))
    const reading = known.get(cell)
    if (reading === true) {
      readers.cellProblem(index, row, cell, {
        code: 'DATE_MISSING',
        write: 'the date itself, such as 10/8/2026',
        until,
      })
    } else if (reading === unreadable) {
      readers.cellProblem(index, row, cell, { ...expected.date, until })
      return undefined
    }
    return reading
  }
}

function dateOrDone(
  cell: Cell,
  habits: Parameters<typeof readDate>[1],
  conference: boolean,
): IsoDate | true | undefined | typeof unreadable {
  const date = readDate(cell, habits)
  if (date !== unreadable) return date
  if (conference) {
    const status = readStatus(cell)
    if (status !== unreadable && status !== undefined) return true
  }
  const done = readYesNo(cell)
  return done === unreadable ? unreadable : done ? true : undefined
}
