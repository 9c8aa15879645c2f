/**
 * What a person is asked about the columns of a tab, and what a person chose: by the tab's headings, never by its place.
 */
import { headingKey } from './heading-key.ts'

/** How a column writes 10/8: as 10 August or as October 8. */
export type DateOrder = 'day-first' | 'month-first'

/**
 * What a person confirmed or changed about one column; it wins over every guess.
 *
 * With `heading`, that column holds the field; '' says that the tab has no such column, and a blank `field` that the
 * column is none of ours. With `dates`, the columns of the field write their days and months in this order.
 */
export interface ColumnChoice {
  /** {@link TabMapping.signature} of the tab. */
  readonly signature: string
  /** As in the mapping: 'grade', or 'Conferences.date' where a roster keeps a conference. */
  readonly field: string
  /** As in {@link AskedColumn.label}; case, blanks and signs do not matter. */
  readonly heading?: string
  readonly dates?: DateOrder
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

/**
 * A few letters that are the same for every export with these headings, in whatever order they stand; nothing of the
 * rows is in them.
 */
export function signatureOf(headings: readonly string[]): string {
  const text = headings.map(headingKey).sort().join('\n')
  // FNV-1a, 32 bits: enough to tell the tabs of one workbook apart.
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** What a choice calls the column with this index: its heading, and where that stands twice its letter too. */
export function labelOf(
  columns: readonly { readonly index: number; readonly heading: string }[],
  index: number,
): string {
  const heading = columns.find((column) => column.index === index)?.heading ?? ''
  const twice = columns.filter((other) => headingKey(other.heading) === headingKey(heading)).length > 1
  return twice ? `${heading} (column ${letters(index)})` : heading
}

/** 'C' for 2, 'AA' for 26. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
