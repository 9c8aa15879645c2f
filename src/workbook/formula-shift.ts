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
const cell = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}'
/** A corner of a range may leave its column or its row open: A2:A, B:C, 2:5. */
const corner = `(?:${cell}|\\$?[A-Za-z]{1,3}|\\$?\\d{1,7})`

/** Text comes first, so that nothing in quotes is taken for a reference; LOG10( is a function. */
const reference = new RegExp(`${text}|${sheet}(?<![\\w.$])(${corner}:${corner}|${cell})(?![\\w(.!])`, 'g')

/**
 * @param formula with its leading '='
 * @param home name of the tab on which it stands and on which things moved; references to other tabs stay
 */
export function shiftedFormula(formula: string, move: Move, home: string): string {
  return formula.replace(reference, (whole: string, prefix: string | undefined, cells: string) =>
    whole.startsWith('"') || (prefix !== undefined && !isHome(prefix, home))
      ? whole
      : (prefix ?? '') +
        cells.replace(/[A-Za-z]+|\d+/g, (line) =>
          /\d/.test(line) ? String(move.row(Number(line) - 1) + 1) : columnLetters(move.column(columnOf(line))),
        ),
  )
}

function isHome(prefix: string, home: string): boolean {
  const name = prefix.slice(0, -1)
  return (name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name).toLowerCase() === home.toLowerCase()
}

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
