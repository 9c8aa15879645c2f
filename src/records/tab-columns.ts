/**
 * Which column of a recognised tab holds what: every heading is settled, and what cannot be settled is said.
 */

import { hasContent } from './cell-text.ts'
import { agree, type ColumnPlace, countIds, fits, isFilled, samplesOf } from './column-cells.ts'
import {
  type AskedColumn,
  type ColumnChoice,
  type ColumnQuestion,
  chosenColumn,
  type DateOrder,
  labelOf,
  signatureOf,
} from './column-choices.ts'
import { sayDates, sayLost, sayRefused, sayRivals } from './column-problems.ts'
import { isContactField, spareOf } from './family-columns.ts'
import { chosenRank, type FieldMatch, type HeadedColumn, headedColumns, type KindMatch } from './heading-match.ts'
import type { ProblemList } from './problem-list.ts'
import type { Tab, TabKind } from './tab.ts'
import type { RecognisedTab } from './tab-kinds.ts'
import { conferenceOf, type WideColumn, wideColumnsIn } from './wide-columns.ts'

export type Certainty = 'sure' | 'likely' | 'unsure'

/** How a tab was understood, for the person who set it up. */
export interface TabMapping {
  readonly sheet: string
  readonly kind: TabKind
  /** The sheet's own row number of the headings, from 1; 0 for a tab without any. */
  readonly headingRow: number
  /** The same for every export with these headings; '' for a tab without any. */
  readonly signature: string
  readonly questions: readonly ColumnQuestion[]
  readonly columns: readonly {
    /** From 0. */
    readonly index: number
    readonly heading: string
    /** Canonical column; 'Conferences.date' and the like where a roster keeps a record of another tab. */
    readonly field?: string
    readonly certainty: Certainty
    /** Up to three values, none of a column that is refused or not read. */
    readonly samples: readonly string[]
  }[]
}

/** A tab with its columns settled. */
export interface SettledTab {
  readonly tab: Tab
  readonly kind: TabKind
  /** Index of the heading row, from 0. */
  readonly headingRow: number
  /** Index of the column of each canonical name that the tab has. */
  readonly columns: ReadonlyMap<string, number>
  /** Index of every column that may hold the student's id, the preferred one first. */
  readonly idColumns: readonly number[]
  readonly headings: ReadonlyMap<number, string>
  /** Conferences and plans that stand as columns of a roster. */
  readonly wide: readonly WideColumn[]
  /** Fields for which there are several columns that do not agree, so that none of them is read. */
  readonly undecided: ReadonlySet<string>
  /** By index of the column: the order of days and months that a person chose. */
  readonly dateOrders: ReadonlyMap<number, DateOrder>
  readonly roles: boolean
}

/** Whether a tab beside the roster, one row a student, has this column. */
export function inDetails(settled: readonly SettledTab[], field: string): boolean {
  return settled.some(({ kind, columns }) => kind === 'student-details' && columns.has(field))
}

const forTheEye = new Set(
  `middle_name school_id home_language letter_language interpreter_needed no_contact_flag person_phone person_email username
   conf_id session_id start_time place mode parent_names staff_role notes channel language by from_grade to_grade sign_method
   what_changed audience evidence_link`.split(/\s+/),
)

/** Whether no finding hangs on a field, so that nobody is asked about it: the order of its headings decides. */
export function isBesideThePoint(field: string): boolean {
  return forTheEye.has(field) || isContactField(field)
}

/** Of these no value is shown: School Data Sync tells with them who has free lunch. */
export const notShown = 'flag'

/** What is known of each column, by its index; a blank field is one of several that could be meant. */
type Settlements = Map<number, { readonly field: string; readonly certainty: Certainty }>

/**
 * Settles the columns of a tab that is read.
 *
 * Adds HEADING_TWICE, COLUMN_UNSURE, COLUMN_REFUSED and CHOICE_LOST to the problems.
 *
 * @param choices what a person chose for this tab
 */
export function settleColumns(
  recognised: RecognisedTab & { readonly match: KindMatch },
  choices: readonly ColumnChoice[],
  problems: ProblemList,
): { readonly settled: SettledTab; readonly mapping: TabMapping } {
  const { tab, kind, match } = recognised
  const settlements: Settlements = new Map()
  const columns = new Map<string, number>()
  const questions: ColumnQuestion[] = []
  const ask = (field: string, rivals: readonly { readonly column: HeadedColumn }[]): void => {
    const asked = rivals.map(({ column }) => column)
    for (const { index } of asked) settlements.set(index, { field: '', certainty: 'unsure' })
    questions.push({ asks: 'column', field, columns: asked.map(({ index }) => askedColumn(tab, match, index)) })
    sayRivals(tab, field, asked, problems)
  }
  for (const [field, matches] of match.fields) {
    if (isId(field)) continue
    const rivals = rivalsFor(tab, match, field, matches)
    const [best] = rivals
    if (rivals.length > 1) {
      ask(field, rivals)
    } else if (best !== undefined) {
      const { index } = best.column
      const doubtful = best.rank !== chosenRank && !fits({ tab, headingRow: match.headingRow, index }, field)
      columns.set(field, index)
      settlements.set(index, { field, certainty: doubtful ? 'unsure' : best.certainty })
      const spare = isContactField(field) ? matches.find((one) => one !== best) : undefined
      if (spare !== undefined) {
        columns.set(spareOf(field), spare.column.index)
        settlements.set(spare.column.index, { field: spareOf(field), certainty: spare.certainty })
      }
    }
  }
  const ids = settleIds(tab, match)
  ids.forEach(({ column: { index }, certainty }, order) => {
    const isState = match.fields.get('ssid')?.some(({ column }) => column.index === index)
    const field = order === 0 ? 'student_id' : isState && !columns.has('ssid') ? 'ssid' : 'other_id'
    if (field !== 'other_id') columns.set(field, index)
    settlements.set(index, { field, certainty })
  })
  const ofStudents = kind === 'students' || kind === 'student-details'
  const wide = ofStudents ? withoutRivals(tab, match, wideColumnsIn(tab, match, choices, problems), ask) : []
  for (const { column, field, certainty } of wide) settlements.set(column.index, { field, certainty })
  if (ofStudents) sayDates(tab, match, settlements, problems)
  sayRefused(tab, match, problems)
  sayLost(tab, match, choices, problems)
  const settled: SettledTab = {
    tab,
    kind,
    headingRow: match.headingRow,
    columns,
    idColumns: ids.map(({ column }) => column.index),
    headings: new Map(match.columns.map((column) => [column.index, column.heading])),
    wide,
    undecided: new Set(questions.map(({ field }) => field)),
    dateOrders: dateOrdersOf(match, choices, settlements),
    roles: recognised.roles === true,
  }
  return { settled, mapping: { ...mappingOf(tab, kind, match, settlements), questions } }
}

function isId(field: string): boolean {
  return field === 'student_id' || field === 'ssid'
}

function dateOrdersOf(
  match: KindMatch,
  choices: readonly ColumnChoice[],
  settlements: Settlements,
): ReadonlyMap<number, DateOrder> {
  const orders = new Map<number, DateOrder>()
  for (const choice of choices) {
    if (choice.dates === undefined) continue
    const only = choice.heading === undefined ? undefined : chosenColumn(match.columns, choice)?.index
    for (const [index, { field }] of settlements) {
      if (field === choice.field && (only ?? index) === index) orders.set(index, choice.dates)
    }
  }
  return orders
}

/** The mapping of a tab that is not read: its headings, without a single value. */
export function mappingOfOther(tab: Tab): TabMapping {
  const managed = new Set(tab.managed)
  const row = tab.rows.findIndex((cells, index) => index < 15 && cells.filter(hasContent).length > 1)
  const columns = row === -1 ? [] : headedColumns(tab, row, managed)
  return {
    sheet: tab.name,
    kind: 'other',
    headingRow: row + 1,
    signature: columns.length > 0 ? signatureOf(columns) : '',
    questions: [],
    columns: columns.map(({ index, heading }) => ({ index, heading, certainty: 'unsure', samples: [] })),
  }
}

function mappingOf(tab: Tab, kind: TabKind, match: KindMatch, settlements: Settlements): Omit<TabMapping, 'questions'> {
  return {
    sheet: tab.name,
    kind,
    headingRow: match.headingRow + 1,
    signature: signatureOf(match.columns),
    columns: match.columns.map(({ index, heading }) => {
      const { field = '', certainty = 'unsure' } = settlements.get(index) ?? {}
      const samples = settlements.has(index) && field !== notShown ? askedColumn(tab, match, index).samples : []
      return field === '' ? { index, heading, certainty, samples } : { index, heading, field, certainty, samples }
    }),
  }
}

/** A column as a person is asked about it. */
function askedColumn(tab: Tab, { headingRow, columns }: KindMatch, index: number): AskedColumn {
  return { index, label: labelOf(columns, index), samples: samplesOf({ tab, headingRow, index }) }
}

/**
 * The column of a field; several where they fit equally and do not agree.
 *
 * A column fits better when it is filled, when its cells are what the field needs, and when its heading means nothing
 * else ('~' in headings.ts).
 */
function rivalsFor(tab: Tab, match: KindMatch, field: string, matches: readonly FieldMatch[]): readonly FieldMatch[] {
  const [first] = matches
  if (first === undefined || matches.length === 1 || first.rank === chosenRank) return matches.slice(0, 1)
  const place = ({ column }: FieldMatch): ColumnPlace => ({ tab, headingRow: match.headingRow, index: column.index })
  const filled = matches.filter((one) => isFilled(place(one)))
  const fitting = filled.filter((one) => fits(place(one), field))
  const good = fitting.length > 0 ? fitting : filled
  const strong = good.filter(({ weak }) => !weak)
  const [best = first, ...others] = strong.length > 0 ? strong : good
  const { kind, fields } = match
  // A name in one cell is not needed beside one in two, nor in a log.
  const isNeedless = field === 'full_name' && (kind !== 'students' || fields.has('last_name'))
  if (isBesideThePoint(field) || isNeedless) return [best]
  const differing = others.filter(({ column }) => !agree(place(best), column.index, field))
  // A grade is asked about, the year of graduation beside it is not worth it.
  return field === 'grad_year' && fields.has('grade') && differing.length > 0 ? [] : [best, ...differing]
}

/** Of these a student may have several. */
const several = new Set([
  'Conferences.date',
  'Contacts.date',
  'PlanUpdates.updated_on',
  'Plans.created_on',
  'Plans.parent_signed_on',
])

/** Two columns 'Parent attended' of one conference that do not agree are not chosen between either. */
function withoutRivals(
  tab: Tab,
  { headingRow }: KindMatch,
  wide: readonly WideColumn[],
  ask: (field: string, rivals: readonly WideColumn[]) => void,
): readonly WideColumn[] {
  const indexesOf = (field: string) => wide.filter((one) => one.field === field).map(({ column }) => column.index)
  const owners = { Conferences: indexesOf('Conferences.date'), Plans: indexesOf('Plans.created_on') }
  const groups = new Map<string, WideColumn[]>()
  for (const one of wide) {
    if (several.has(one.field) || !isFilled({ tab, headingRow, index: one.column.index })) continue
    const ofTab = one.field.split('.')[0] as keyof typeof owners
    const key = `${one.field} ${conferenceOf(one.column.index, owners[ofTab])}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const dropped = new Set<WideColumn>()
  for (const [first, ...others] of groups.values() as IterableIterator<[WideColumn, ...WideColumn[]]>) {
    const { field, column } = first
    const differing = others.filter((one) => !agree({ tab, headingRow, index: column.index }, one.column.index, field))
    if (differing.length === 0) continue
    const rivals = [first, ...differing]
    const chosen = rivals.find(({ certainty }) => certainty === 'sure')
    for (const one of rivals) if (one !== chosen) dropped.add(one)
    if (chosen === undefined) ask(field, rivals)
  }
  return wide.filter((one) => !dropped.has(one))
}

/** All columns that may hold the id, in the order of preference; on a roster none whose cells repeat, as a state's name. */
function settleIds(tab: Tab, { kind, headingRow, fields }: KindMatch): readonly FieldMatch[] {
  const found = [...(fields.get('student_id') ?? []), ...(fields.get('ssid') ?? [])]
  if (found.length < 2) return found
  const counted = found.map((one) => ({ one, ...countIds({ tab, headingRow, index: one.column.index }) }))
  const most = Math.max(...counted.map(({ distinct }) => distinct))
  if (most === 0) return found
  const isFull = ({ one, distinct }: (typeof counted)[number]): boolean =>
    one.rank === chosenRank || distinct * 2 > most
  const isUnique = ({ distinct, filled }: (typeof counted)[number]): boolean =>
    kind !== 'students' || distinct * 2 > filled
  const others = counted.filter((one) => !isFull(one) && one.distinct > 0 && isUnique(one))
  return [...counted.filter(isFull), ...others].map(({ one }) => one)
}
