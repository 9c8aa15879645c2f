/**
 * Which column of a recognised tab holds what: every heading is settled, and what cannot be settled is said.
 */

import { hasContent } from './cell-text.ts'
import { agree, type ColumnPlace, distinctIds, fits, isDate, isFilled, samplesOf } from './column-cells.ts'
import {
  type AskedColumn,
  type ColumnChoice,
  type ColumnQuestion,
  chosenColumn,
  type DateOrder,
  labelOf,
  letters,
  signatureOf,
} from './column-choices.ts'
import { isContactField } from './family-columns.ts'
import { chosenRank, type FieldMatch, type HeadedColumn, headedColumns, type KindMatch } from './heading-match.ts'
import type { ProblemList } from './problem-list.ts'
import type { Tab, TabKind } from './tab.ts'
import type { RecognisedTab } from './tab-kinds.ts'
import { type WideColumn, wideColumnsIn } from './wide-columns.ts'

export type Certainty = 'sure' | 'likely' | 'unsure'

/** How a tab was understood, for the person who set it up. */
export interface TabMapping {
  readonly sheet: string
  readonly kind: TabKind
  /** The sheet's own row number of the headings, from 1; 0 for a tab without any. */
  readonly headingRow: number
  /** The same for every export with these headings; '' for a tab that is not read. */
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
  for (const [field, matches] of match.fields) {
    if (isId(field)) continue
    const rivals = rivalsFor(tab, match, field, matches)
    const [best] = rivals
    if (rivals.length > 1) {
      for (const { column } of rivals) settlements.set(column.index, { field: '', certainty: 'unsure' })
      questions.push({
        asks: 'column',
        field,
        columns: rivals.map(({ column }) => askedColumn(tab, match, column.index)),
      })
      sayRivals(tab, field, rivals, problems)
    } else if (best !== undefined) {
      const { index } = best.column
      const doubtful = best.rank !== chosenRank && !fits({ tab, headingRow: match.headingRow, index }, field)
      columns.set(field, index)
      settlements.set(index, { field, certainty: doubtful ? 'unsure' : best.certainty })
    }
  }
  const ids = settleIds(tab, match)
  ids.forEach(({ column: { index }, certainty }, order) => {
    const isState = match.fields.get('ssid')?.some(({ column }) => column.index === index)
    const field = order === 0 ? 'student_id' : isState ? 'ssid' : 'other_id'
    if (field !== 'other_id' && !columns.has(field)) columns.set(field, index)
    settlements.set(index, { field, certainty })
  })
  const wide = kind === 'students' || kind === 'student-details' ? wideColumnsIn(tab, match, choices, problems) : []
  for (const { column, field, certainty } of wide) settlements.set(column.index, { field, certainty })
  if (kind === 'students' || kind === 'student-details') sayDates(tab, match, settlements, problems)
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
    signature: '',
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

function sayRivals(tab: Tab, field: string, [one, other]: readonly FieldMatch[], problems: ProblemList): void {
  const [a, b] = [one, other].map((match) => (match as FieldMatch).column) as [HeadedColumn, HeadedColumn]
  const twice = a.forms[0]?.key === b.forms[0]?.key
  const fault = twice
    ? `“${a.heading}” stands in columns ${letters(a.index)} and ${letters(b.index)} of ${tab.name} with different cells.`
    : `“${a.heading}” and “${b.heading}” of ${tab.name} could both be the ${field.replace(/_/g, ' ')}, and their cells differ.`
  problems.add({
    code: twice ? 'HEADING_TWICE' : 'COLUMN_UNSURE',
    sheet: tab.name,
    column: a.heading,
    message: `${fault} Neither is read. Choose one on the Settings tab, or rename the one that is not meant.`,
  })
}

/** Columns headed '9/14' or '10/12/2026' may be days of conferences, or of school: nobody can know. */
function sayDates(tab: Tab, { headingRow, columns }: KindMatch, settlements: Settlements, problems: ProblemList): void {
  const dated = columns.filter(
    ({ index, heading }) =>
      !settlements.has(index) &&
      /\d\W\d|[a-z] ?\d/i.test(heading) &&
      isDate(heading) &&
      isFilled({ tab, headingRow, index }),
  )
  const [first] = dated
  if (first === undefined) return
  const others = dated.length > 1 ? ` and ${dated.length - 1} more ${dated.length > 2 ? 'columns' : 'column'}` : ''
  problems.add({
    code: 'COLUMN_UNSURE',
    sheet: tab.name,
    column: first.heading,
    message: `“${first.heading}”${others} of ${tab.name} have a date for a heading and are not read. If conferences were held on these days, write the dates into a column “Conf date”.`,
  })
}

function sayRefused(tab: Tab, { columns }: KindMatch, problems: ProblemList): void {
  for (const { heading, refusal } of columns) {
    if (refusal === undefined) continue
    problems.add({
      code: 'COLUMN_REFUSED',
      sheet: tab.name,
      column: heading,
      message: `The column “${heading}” of ${tab.name} (${refusal}) is not read: this check has no use for it. Better keep it out of this workbook.`,
    })
  }
}

function sayLost(tab: Tab, { columns }: KindMatch, choices: readonly ColumnChoice[], problems: ProblemList): void {
  for (const choice of choices) {
    if (!choice.heading || chosenColumn(columns, choice)) continue
    problems.add({
      code: 'CHOICE_LOST',
      sheet: tab.name,
      message: `“${choice.heading}”, chosen on the Settings tab, is no longer the heading of one column of ${tab.name}, so the choice is not used. Choose again.`,
    })
  }
}

/** All columns that may hold the id, in the order of preference; those that are empty or the same for all come last. */
function settleIds(tab: Tab, match: KindMatch): readonly FieldMatch[] {
  const { headingRow, fields } = match
  const found = [...(fields.get('student_id') ?? []), ...(fields.get('ssid') ?? [])]
  if (found.length < 2) return found
  const distinct = found.map(({ column: { index } }) => distinctIds({ tab, headingRow, index }))
  const most = Math.max(...distinct)
  if (most === 0) return found
  const isGood = ({ rank }: FieldMatch, order: number): boolean =>
    rank === chosenRank || (distinct[order] as number) * 2 >= most
  const poor = found.filter((one, order) => !isGood(one, order) && (distinct[order] as number) > 0)
  return [...found.filter(isGood), ...poor]
}
