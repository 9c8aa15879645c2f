/**
 * Collects problems so that the list stays readable: many cells of one column that fail alike become one line.
 */
import { isCellError, textOf } from './cell-text.ts'
import type { Problem, ProblemCode } from './problem.ts'
import type { Cell } from './tab.ts'

/** Up to so many alike are listed one by one. */
const listedOneByOne = 20

/** At most so many characters of a cell are repeated in a problem. */
const valueLength = 80

export interface Place {
  readonly sheet: string
  /** The sheet's own number, from 1. */
  readonly row: number
  readonly column: string
}

/** What a cell should hold, and the problem where it does not. */
export interface Expectation {
  readonly code: ProblemCode
  /** What follows on 'Write': 'a date such as 10/8/2026'. */
  readonly write: string
  /** What holds until it is corrected, of one cell and of many: 'the cell counts as blank', 'they count as blank'. */
  readonly until: readonly [one: string, many: string]
}

interface Alike {
  readonly first: Problem[]
  readonly rows: number[]
  count: number
  readonly together: (count: string, rows: string) => string
}

export class ProblemList {
  private readonly groups = new Map<string, Alike>()
  private readonly sheets: Map<string, number>

  /** @param sheets names of all tabs in their order, which is the order of the list */
  constructor(sheets: readonly string[]) {
    this.sheets = new Map(sheets.map((name, index) => [name, index]))
  }

  /** One thing to say about a tab, a column or a row; said as often as it is added. */
  add(problem: Problem): void {
    const key = `one ${this.groups.size}`
    this.groups.set(key, { first: [problem], rows: [], count: 1, together: () => problem.message })
  }

  /** A cell that could not be understood; a formula's error is CELL_ERROR whatever the code. */
  cell(place: Place, cell: Cell, { code, write, until }: Expectation): void {
    const value = shown(cell)
    const broken = isCellError(cell)
    const repair = broken ? 'Repair the formula' : `Write ${write}`
    const fault = broken ? `shows the error ${value}` : `holds “${value}”`
    const faults = broken ? `show an error such as ${value}` : `cannot be read, such as “${value}”`
    this.alike(
      {
        code: broken ? 'CELL_ERROR' : code,
        ...place,
        value,
        message: `${place.sheet}, row ${place.row}: “${place.column}” ${fault}. ${repair}; until then ${until[0]}.`,
      },
      `${place.column}|${write}`,
      (count, rows) =>
        `${count} cells of “${place.column}” in ${place.sheet} ${faults} (${rows}). ${repair}; until then ${until[1]}.`,
    )
  }

  /**
   * A row of which there may be many alike.
   *
   * @param together the sentence for all of them: how many, and 'rows 2, 3, 4 and so on'
   */
  row(problem: Problem & { readonly row: number }, together: (count: string, rows: string) => string): void {
    this.alike(problem, problem.column ?? '', together)
  }

  /** Everything in the order of tabs and rows; what concerns a whole tab stands before its rows. */
  finish(): readonly Problem[] {
    const all: Problem[] = []
    for (const group of this.groups.values()) {
      if (group.count <= listedOneByOne) all.push(...group.first)
      else all.push(collapse(group))
    }
    const order = (problem: Problem): number => this.sheets.get(problem.sheet) ?? -1
    return all.sort((a, b) => order(a) - order(b) || (a.row ?? 0) - (b.row ?? 0))
  }

  private alike(problem: Problem & { readonly row: number }, subject: string, together: Alike['together']): void {
    const key = `${problem.code}|${problem.sheet}|${subject}`
    let group = this.groups.get(key)
    if (group === undefined) {
      group = { first: [], rows: [], count: 0, together }
      this.groups.set(key, group)
    }
    if (group.count < listedOneByOne) {
      group.first.push(problem)
      group.rows.push(problem.row)
    }
    group.count++
  }
}

function collapse(group: Alike): Problem {
  const rows = `rows ${group.rows.slice(0, 5).join(', ')} and so on`
  const message = group.together(thousands(group.count), rows)
  return { ...(group.first[0] as Problem), message, count: group.count }
}

/** '5,000'. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** The cell's text as a problem may repeat it. */
export function shown(cell: Cell): string {
  const text = textOf(cell).replace(/\s+/g, ' ')
  return text.length > valueLength ? `${text.slice(0, valueLength - 1)}…` : text
}
