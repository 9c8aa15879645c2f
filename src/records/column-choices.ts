/**
 * What a person is asked about the columns of a tab, and what a person chose: by the tab's headings, never by its place.
 */
import { headingKey } from './heading-key.ts'
import type { ProblemList } from './problem-list.ts'
import type { Tab, TabKind } from './tab.ts'

/** How a column writes 10/8: as 10 August or as October 8. */
export type DateOrder = 'day-first' | 'month-first'

/**
 * What a person confirmed or changed about one column; it wins over every guess.
 *
 * With `heading`, that column holds the field; '' says that the tab has no such column, and a blank `field` that the
 * column is none of ours. With `dates`, the columns of the field write their days and months in this order.
 */
export interface ColumnChoice {
  /** {@link TabMapping.signature} of the tab as it was when the choice was made. */
  readonly signature: string
  /** As in the mapping: 'grade', or 'Conferences.date' where a roster keeps a conference. */
  readonly field: string
  /** As in {@link AskedColumn.label}; case, blanks and signs do not matter. */
  readonly heading?: string
  readonly dates?: DateOrder
  /** What the tab holds as a whole; it goes before what its headings tell. */
  readonly kind?: TabKind
}

/** Something that only a person can decide; until then none of the columns is read, or its dates as was said. */
export interface ColumnQuestion {
  /** Which of the columns holds the field, or in which order the one column writes days and months. */
  readonly asks: 'column' | 'date-order'
  readonly field: string
  readonly columns: readonly AskedColumn[]
}

export interface AskedColumn {
  /** From 0. */
  readonly index: number
  /** The heading, with its column where another has the same: 'Grade (column D)'. This is what a choice names. */
  readonly label: string
  /** Up to three values. */
  readonly samples: readonly string[]
}

/** A heading and the index of its column, from 0. */
export interface Headed {
  readonly index: number
  readonly heading: string
}

/**
 * A few letters that are the same for every export with these headings, in whatever order they stand; nothing of the
 * rows is in them.
 */
export function signatureOf(columns: readonly Headed[]): string {
  const keys = columns.map(({ heading }) => headingKey(heading)).sort()
  const text = keys.join('\n')
  // FNV-1a, 32 bits: enough to tell the tabs of one workbook apart.
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** What a choice calls the column with this index: its heading, and where that stands twice its letter too. */
export function labelOf(columns: readonly Headed[], index: number): string {
  const heading = columns.find((column) => column.index === index)?.heading ?? ''
  const twice = columns.filter((other) => headingKey(other.heading) === headingKey(heading)).length > 1
  return twice ? `${heading} (column ${columnLetters(index)})` : heading
}

/** The column that a choice names; `undefined` where the headings have it no longer, or twice. */
export function chosenColumn<Column extends Headed>(
  columns: readonly Column[],
  { heading = '' }: ColumnChoice,
): Column | undefined {
  const key = headingKey(heading)
  return key === '' ? undefined : columns.find(({ index }) => headingKey(labelOf(columns, index)) === key)
}

/**
 * Which choices go with which tab.
 *
 * Those with the tab's own signature. Next month's export may have a column more or less: choices whose signature no tab
 * has any longer go to the tab in which the most of their headings still stand, if these are more than half of them. With
 * fewer it is another export, and what was right for one may be wrong for the other; then, and for every single heading
 * that is gone, the choice is dropped and said, and its field is guessed and asked about anew.
 *
 * @param headingRows for each tab the rows that may be its headings
 */
export function placeChoices(
  tabs: readonly Tab[],
  headingRows: (tab: Tab) => readonly (readonly Headed[])[],
  choices: readonly ColumnChoice[],
  problems: ProblemList,
): ReadonlyMap<Tab, readonly ColumnChoice[]> {
  const placed = new Map<Tab, ColumnChoice[]>()
  const groups = new Map<string, ColumnChoice[]>()
  for (const choice of choices) {
    const group = groups.get(choice.signature)
    if (group) group.push(choice)
    else groups.set(choice.signature, [choice])
  }
  if (groups.size === 0) return placed
  const rowsOf = tabs.map((tab) => ({ tab, rows: headingRows(tab) }))
  const give = (tab: Tab, some: readonly ColumnChoice[], first: boolean): void => {
    const others = placed.get(tab) ?? []
    placed.set(tab, first ? [...some, ...others] : [...others, ...some])
  }
  for (const [signature, group] of groups) {
    const same = rowsOf.filter(({ rows }) => rows.some((row) => signatureOf(row) === signature))
    for (const { tab } of same) give(tab, group, false)
    if (same.length > 0) continue
    const named = group.filter(({ heading = '' }) => heading !== '')
    const standing = rowsOf.map(({ tab, rows }) => ({
      tab,
      left: Math.max(0, ...rows.map((row) => named.filter((choice) => chosenColumn(row, choice)).length)),
    }))
    const most = Math.max(0, ...standing.map(({ left }) => left))
    if (most * 2 <= named.length) sayUnplaced(group, problems)
    // Older choices yield to those that were made for the headings as they stand now.
    else for (const { tab, left } of standing) if (left === most) give(tab, group, true)
  }
  return placed
}

function sayUnplaced(group: readonly ColumnChoice[], problems: ProblemList): void {
  const list = group.map(({ heading, field }) => `“${heading || field}”`).join(', ')
  problems.add({
    code: 'CHOICE_LOST',
    sheet: '',
    message: `The choice of columns on the Settings tab (${list}) is not used: it was made for a tab whose headings have changed since. Choose again.`,
  })
}

/** 'A' for 0, 'AA' for 26. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
