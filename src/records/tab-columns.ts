/**
 * Which column of a recognised tab holds what: every heading is settled, and what cannot be settled is said.
 */

import { hasContent, textOf } from './cell-text.ts'
import {
  type AskedColumn,
  type ColumnQuestion,
  type DateOrder,
  labelOf,
  letters,
  signatureOf,
} from './column-choices.ts'
import { type FieldMatch, type HeadedColumn, headedColumns, type KindMatch } from './heading-match.ts'
import { idText } from './id-cells.ts'
import { type ProblemList, shown } from './problem-list.ts'
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

/** Where the order of the synonyms decides in silence: any of them is right, the first is the more exact. */
const preferenceDecides = new Set(['last_name', 'first_name', 'full_name', 'preferred_name', 'ssid'])

/** Known so that the mapping can show them and other columns are not taken for them; no reader uses them. */
const notRead = new Set(
  `middle_name school_id home_language letter_language interpreter_needed guardian1_name guardian1_relation guardian1_phone
   guardian1_email guardian2_name guardian2_relation guardian2_phone guardian2_email mail_name mail_street mail_city mail_state
   mail_zip no_contact_flag username conf_id session_id start_time place mode parent_names staff_role notes channel language by
   from_grade to_grade sign_method what_changed audience evidence_link`.split(/\s+/),
)

const samplesShown = 3

/** Rows in which samples are looked for: a column of Y and N has no third value to find. */
const rowsSampled = 200

/** Rows compared to see whether two columns say the same. */
const rowsCompared = 5000

/**
 * Settles the columns of a tab that is read.
 *
 * Adds HEADING_TWICE, COLUMN_UNSURE and COLUMN_REFUSED to the problems.
 */
export function settleColumns(
  recognised: RecognisedTab & { readonly match: KindMatch },
  problems: ProblemList,
): { readonly settled: SettledTab; readonly mapping: TabMapping } {
  const { tab, kind, match } = recognised
  const chosen = new Map<number, { field: string; certainty: Certainty }>()
  const columns = new Map<string, number>()
  const questions: ColumnQuestion[] = []
  for (const [field, matches] of match.fields) {
    if (field === 'student_id') continue
    const column = settle(tab, match, field, matches, chosen, problems, questions)
    if (column === undefined) continue
    columns.set(field, column.column.index)
    chosen.set(column.column.index, { field, certainty: column.certainty })
  }
  const idColumns = settleIds(tab, match)
  const id = idColumns[0]
  if (id !== undefined) {
    columns.set('student_id', id.column.index)
    chosen.set(id.column.index, { field: 'student_id', certainty: id.certainty })
  }
  const wide = kind === 'students' || kind === 'student-details' ? wideColumnsIn(tab, match, problems) : []
  for (const { column, field, certainty } of wide) chosen.set(column.index, { field, certainty })
  for (const column of match.columns) {
    if (column.refusal === undefined) continue
    problems.add({
      code: 'COLUMN_REFUSED',
      sheet: tab.name,
      column: column.heading,
      message: `The column “${column.heading}” of ${tab.name} (${column.refusal}) is not read: this check has no use for it. Better keep it out of this workbook.`,
    })
  }
  const settled: SettledTab = {
    tab,
    kind,
    headingRow: match.headingRow,
    columns,
    idColumns: idColumns.map(({ column }) => column.index),
    headings: new Map(match.columns.map((column) => [column.index, column.heading])),
    wide,
    undecided: new Set(questions.map(({ field }) => field)),
    dateOrders: new Map(),
    roles: recognised.roles === true,
  }
  return { settled, mapping: { ...mappingOf(tab, kind, match.headingRow, match.columns, chosen), questions } }
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

function mappingOf(
  tab: Tab,
  kind: TabKind,
  headingRow: number,
  columns: readonly HeadedColumn[],
  chosen: ReadonlyMap<number, { field: string; certainty: Certainty }>,
): Omit<TabMapping, 'questions'> {
  return {
    sheet: tab.name,
    kind,
    headingRow: headingRow + 1,
    signature: signatureOf(columns.map(({ heading }) => heading)),
    columns: columns.map(({ index, heading }) => {
      const choice = chosen.get(index)
      if (choice === undefined) return { index, heading, certainty: 'unsure', samples: [] }
      const samples = samplesOf(tab, headingRow, index)
      if (choice.field === '') return { index, heading, certainty: choice.certainty, samples }
      return { index, heading, field: choice.field, certainty: choice.certainty, samples }
    }),
  }
}

/** A column as a person is asked about it. */
export function askedColumn(
  tab: Tab,
  { headingRow, columns }: Pick<KindMatch, 'headingRow' | 'columns'>,
  index: number,
): AskedColumn {
  return { index, label: labelOf(columns, index), samples: samplesOf(tab, headingRow, index) }
}

function samplesOf(tab: Tab, headingRow: number, column: number): readonly string[] {
  const samples: string[] = []
  const end = Math.min(tab.rows.length, headingRow + 1 + rowsSampled)
  for (let row = headingRow + 1; row < end && samples.length < samplesShown; row++) {
    const cell = tab.rows[row]?.[column]
    if (!hasContent(cell)) continue
    const text = shown(cell ?? '')
    if (!samples.includes(text)) samples.push(text)
  }
  return samples
}

function settle(
  tab: Tab,
  match: KindMatch,
  field: string,
  matches: readonly FieldMatch[],
  chosen: Map<number, { field: string; certainty: Certainty }>,
  problems: ProblemList,
  questions: ColumnQuestion[],
): FieldMatch | undefined {
  const [first] = matches
  if (matches.length === 1 || first === undefined) return first
  const filled = matches.filter(({ column }) => isFilled(tab, match.headingRow, column.index))
  const strong = filled.filter((one) => !one.weak)
  const rivals = strong.length > 0 ? strong : filled
  const [best, ...others] = rivals
  if (best === undefined) return first
  if (others.length === 0 || notRead.has(field)) return best
  const differing = others.filter((one) => !agree(tab, match.headingRow, best.column.index, one.column.index))
  if (differing.length === 0) return best
  const twice = differing.find((one) => one.column.forms[0]?.key === best.column.forms[0]?.key)
  const safe = preferenceDecides.has(field)
  if (twice !== undefined) {
    problems.add({
      code: 'HEADING_TWICE',
      sheet: tab.name,
      column: best.column.heading,
      message:
        `“${best.column.heading}” stands in columns ${letters(best.column.index)} and ${letters(twice.column.index)} of ${tab.name} with different cells. ` +
        (safe ? 'The left one is read. Rename the other.' : 'Neither is read. Rename one, then check again.'),
    })
  } else if (!safe) {
    const other = (differing[0] as FieldMatch).column
    problems.add({
      code: 'COLUMN_UNSURE',
      sheet: tab.name,
      column: best.column.heading,
      message: `“${best.column.heading}” and “${other.heading}” of ${tab.name} could both be the ${field.replace(/_/g, ' ')}, and their cells differ. Neither is read. Rename the one that is not meant, then check again.`,
    })
  }
  if (safe) return best
  for (const { column } of rivals) chosen.set(column.index, { field: '', certainty: 'unsure' })
  questions.push({
    asks: 'column',
    field,
    columns: rivals.map(({ column }) => askedColumn(tab, match, column.index)),
  })
  return undefined
}

/** All columns that may hold the id, in the order of preference; those that are empty or the same for all come last. */
function settleIds(tab: Tab, match: KindMatch): readonly FieldMatch[] {
  const found = [...(match.fields.get('student_id') ?? []), ...(match.fields.get('ssid') ?? [])]
  if (found.length < 2) return found
  const worth = found.map((one, order) => ({
    one,
    order,
    distinct: distinctIds(tab, match.headingRow, one.column.index),
  }))
  const most = Math.max(...worth.map(({ distinct }) => distinct))
  const good = worth.filter(({ distinct }) => distinct * 2 >= most)
  const poor = worth.filter(({ distinct }) => distinct > 0 && distinct * 2 < most)
  return [...good, ...poor].map(({ one }) => one).concat(most === 0 ? found : [])
}

function distinctIds(tab: Tab, headingRow: number, column: number): number {
  const ids = new Set<string>()
  const end = Math.min(tab.rows.length, headingRow + 1 + rowsCompared)
  for (let row = headingRow + 1; row < end; row++) ids.add(idText(tab.rows[row]?.[column]))
  ids.delete('')
  return ids.size
}

function isFilled(tab: Tab, headingRow: number, column: number): boolean {
  for (let row = headingRow + 1; row < tab.rows.length; row++) if (hasContent(tab.rows[row]?.[column])) return true
  return false
}

/** Whether two columns say the same wherever both say something. */
function agree(tab: Tab, headingRow: number, a: number, b: number): boolean {
  const end = Math.min(tab.rows.length, headingRow + 1 + rowsCompared)
  for (let row = headingRow + 1; row < end; row++) {
    const cells = tab.rows[row] ?? []
    if (hasContent(cells[a]) && hasContent(cells[b]) && textOf(cells[a]) !== textOf(cells[b])) return false
  }
  return true
}
