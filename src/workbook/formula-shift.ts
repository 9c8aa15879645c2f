/**
 * References inside a formula that is put back after columns or rows moved: =LEFT(C4,1) was read before a column came in
 * at the left, and has to come back as =LEFT(D4,1). Pure.
 */
import { columnLetters } from '../records/column-choices.ts'

/** Where a line of cells stands now, by where it stood; both from 0. */
export interface Move {
  readonly column: (was: number) => number
  readonly row: (was: number) => number
}

const text = '"(?:[^"]|"")*"'
const sheet = "((?:'(?:[^']|'')*'|[A-Za-z_][\\w.]*)!)?"
const cell = '(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})'
const lines = '(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})|(\\$?)(\\d{1,7}):(\\$?)(\\d{1,7})'

/** Text comes first, so that nothing in quotes is taken for a reference; LOG10( is a function. */
const reference = new RegExp(`${text}|${sheet}(?<![\\w.$])(?:${cell}(?::${cell})?|${lines})(?![\\w(.!])`, 'g')

/**
 * @param formula with its leading '='
 * @param home name of the tab on which it stands and on which things moved; references to other tabs stay
 */
export function shiftedFormula(formula: string, move: Move, home: string): string {
  return formula.replace(reference, (whole: string, prefix: string | undefined, ...found: (string | undefined)[]) => {
    if (whole.startsWith('"') || (prefix !== undefined && !isHome(prefix, home))) return whole
    const [c1, letters1, r1, row1, c2, letters2, r2, row2, fc, from, tc, to, fr, top, br, bottom] = found
    let moved: string
    if (letters1 !== undefined) {
      moved = cellText(move, c1, letters1, r1, row1)
      if (letters2 !== undefined) moved += `:${cellText(move, c2, letters2, r2, row2)}`
    } else if (from !== undefined) {
      moved = `${columnText(move, fc, from)}:${columnText(move, tc, to)}`
    } else {
      moved = `${rowText(move, fr, top)}:${rowText(move, br, bottom)}`
    }
    return `${prefix ?? ''}${moved}`
  })
}

function isHome(prefix: string, home: string): boolean {
  const name = prefix.slice(0, -1)
  return (name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name).toLowerCase() === home.toLowerCase()
}

type Part = string | undefined

function cellText(move: Move, columnFixed: Part, letters: Part, rowFixed: Part, row: Part): string {
  return columnText(move, columnFixed, letters) + rowText(move, rowFixed, row)
}

function columnText(move: Move, fixed: Part, letters: Part = ''): string {
  return `${fixed ?? ''}${columnLetters(move.column(columnOf(letters)))}`
}

function rowText(move: Move, fixed: Part, row: Part): string {
  return `${fixed ?? ''}${move.row(Number(row) - 1) + 1}`
}

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
