/**
 * The people that the rows of a tab are about: how many different ones, and whether they are those of the roster.
 */
import { textOf } from './cell-text.ts'
import type { KindMatch } from './heading-match.ts'
import { idText } from './id-cells.ts'
import type { Cell, Tab } from './tab.ts'

/** Rows of which the ids are looked at to see whether they repeat. */
const rowsCompared = 3000

/** A tab with one of the rows that might be its headings. */
export interface ReadAs {
  readonly tab: Tab
  readonly match: KindMatch
}

/**
 * Share of different people among the filled rows, from 0 to 1; 1 for an empty tab.
 *
 * Two names under one id are two people: a roster with wrong ids is still a roster, while a log repeats the name with
 * the id.
 */
export function distinctShare({ tab, match }: ReadAs): number {
  const names = ['last_name', 'first_name', 'full_name'].flatMap(
    (field) => match.fields.get(field)?.[0]?.column.index ?? [],
  )
  const end = Math.min(tab.rows.length, match.headingRow + 1 + rowsCompared)
  for (const column of columnsOf(match, ['student_id', 'ssid'])) {
    const people: string[] = []
    for (let row = match.headingRow + 1; row < end; row++) {
      const cells = tab.rows[row] ?? []
      const id = idText(cells[column])
      if (id !== '') people.push([id, ...names.map((name) => textOf(cells[name]))].join('\n'))
    }
    if (people.length > 0) return new Set(people).size / people.length
  }
  return 1
}

/** Whether any id of a tab, or any name where it has no ids, is an id on the roster; leading zeros do not matter. */
export function sharesIds({ tab, match }: ReadAs, roster: ReadAs): boolean {
  const known = new Set<string>()
  const ids = columnsOf(roster.match, ['student_id', 'ssid'])
  for (let row = roster.match.headingRow + 1; row < roster.tab.rows.length; row++) {
    for (const column of ids) known.add(bare(roster.tab.rows[row]?.[column]))
  }
  known.delete('')
  return columnsOf(match, ['student_id', 'ssid', 'full_name']).some((column) =>
    tab.rows.some((cells, row) => row > match.headingRow && known.has(bare(cells[column]))),
  )
}

function columnsOf(match: KindMatch, fields: readonly string[]): readonly number[] {
  return fields.flatMap((field) => (match.fields.get(field) ?? []).map(({ column }) => column.index))
}

function bare(cell: Cell | undefined): string {
  return idText(cell).replace(/^0+(?=\d)/, '')
}
