/**
 * What the cells under a heading tell about it: whether they are what it promises, and whether two columns say the same.
 */
import { hasContent, plainWords, type Reading, textOf, unreadable } from './cell-text.ts'
import { readDate } from './dates.ts'
import { readGrade } from './grades.ts'
import { idText } from './id-cells.ts'
import { shown } from './problem-list.ts'
import type { Cell, Tab } from './tab.ts'
import { readIep } from './yes-no.ts'

/** A column of a tab under its heading: indexes from 0. */
export interface ColumnPlace {
  readonly tab: Tab
  readonly headingRow: number
  readonly index: number
}

const samplesShown = 3

/** Rows in which samples are looked for: a column of Y and N has no third value to find. */
const rowsSampled = 200

/** Rows of which the ids are counted. */
const rowsCounted = 5000

/** Filled cells that are tried. */
const cellsTried = 60

/** Any year: for telling whether a cell is a date at all. */
const schoolYear = '2000-01'

/** Up to three different values, as a problem may repeat them. */
export function samplesOf(place: ColumnPlace): readonly string[] {
  const samples: string[] = []
  for (const cell of filledCells(place, rowsSampled)) {
    const text = shown(cell)
    if (!samples.includes(text)) samples.push(text)
    if (samples.length === samplesShown) break
  }
  return samples
}

export function isFilled(place: ColumnPlace): boolean {
  return !filledCells(place, Number.POSITIVE_INFINITY).next().done
}

/** Whether at least half of the first filled cells can be read so; true for a column without any. */
export function mostly(place: ColumnPlace, read: (cell: Cell) => Reading<unknown>): boolean {
  let filled = 0
  let understood = 0
  for (const cell of filledCells(place, Number.POSITIVE_INFINITY)) {
    const reading = read(cell)
    if (reading === undefined) continue
    if (reading !== unreadable) understood++
    if (++filled === cellsTried) break
  }
  return understood * 2 >= filled
}

/** Whether the cells are what a field needs: grades, dates. Most fields take any text. */
export function fits(place: ColumnPlace, field: string): boolean {
  return mostly(place, readerOf(field))
}

/** Whether two columns of a tab say the same wherever both say something. */
export function agree(one: ColumnPlace, index: number, field: string): boolean {
  const read = readerOf(field)
  const { tab, headingRow } = one
  for (let row = headingRow + 1; row < tab.rows.length; row++) {
    const a = tab.rows[row]?.[one.index]
    const b = tab.rows[row]?.[index]
    if (!hasContent(a) || !hasContent(b) || textOf(a) === textOf(b)) continue
    const meant = read(a as Cell)
    if (meant === unreadable || meant !== read(b as Cell)) return false
  }
  return true
}

/** How many ids a column holds, and how many different ones. */
export function countIds(place: ColumnPlace): { readonly filled: number; readonly distinct: number } {
  const ids = [...filledCells(place, rowsCounted)].map(idText).filter((id) => id !== '')
  return { filled: ids.length, distinct: new Set(ids).size }
}

function* filledCells({ tab, headingRow, index }: ColumnPlace, rows: number): Generator<Cell> {
  const end = Math.min(tab.rows.length, headingRow + 1 + rows)
  for (let row = headingRow + 1; row < end; row++) {
    const cell = tab.rows[row]?.[index]
    if (hasContent(cell)) yield cell as Cell
  }
}

/** What a cell of a field means, as far as that can be told from the cell alone. */
function readerOf(field: string): (cell: Cell) => Reading<unknown> {
  if (field === 'grade') return (cell) => readGrade(cell, undefined, schoolYear)
  if (field === 'iep') return readIep
  // 'Reyes, Mateo' and 'Mateo Reyes' are one.
  if (field === 'full_name') return (cell) => plainWords(textOf(cell)).split(' ').sort().join(' ')
  return /(^|_)(date|on|day)$/.test(field) ? readAnyDate : textOf
}

/** The day that a cell names, whichever stands first in it, the day or the month: for telling dates from other cells. */
export function readAnyDate(cell: Cell): Reading<string> {
  const date = readDate(cell, { schoolYear, order: 'month-first' })
  return date === unreadable ? readDate(cell, { schoolYear, order: 'day-first' }) : date
}

/** Whether a text names a day. */
export function isDate(text: string): boolean {
  return typeof readAnyDate(text) === 'string'
}
