/**
 * What has to be known of a formula to carry it from a file to the model and back: where its references are, and which
 * names the file writes differently from the screen.
 */
import { columnIndex, columnName, LAST_COLUMN, LAST_ROW, quotedSheetName } from './a1.ts'

/**
 * The words of a formula, in the order in which they must be tried: text, a sheet's name in quotes, the brackets of a
 * table or of another workbook, an error, a range of columns, a range of rows, a number, a name or a reference. Whatever
 * is none of these stays as it is.
 */
const WORDS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^[\]]|\[[^\]]*\])*\]|#[A-Z/0]+[!?]?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(!$])|\$?\d+:\$?\d+(?![\p{L}\p{N}_.])|\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?|[\p{L}_\\$][\p{L}\p{N}_.\\$?]*[(!]?/gu

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/
const COLUMNS = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/
const ROWS = /^(\$?)(\d+):(\$?)(\d+)$/

/**
 * The formula as it reads when it is filled from one cell to another: what has no '$' moves along. A reference that
 * would leave the sheet becomes #REF!.
 */
export function fillFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula
  return formula.replace(WORDS, (word) => {
    const cell = CELL.exec(word)
    if (cell) {
      const column = movedColumn(cell[1] as string, cell[2] as string, columns)
      const row = movedRow(cell[3] as string, cell[4] as string, rows)
      return column === undefined || row === undefined ? '#REF!' : column + row
    }
    const range = COLUMNS.exec(word)
    if (range) {
      const first = movedColumn(range[1] as string, range[2] as string, columns)
      const last = movedColumn(range[3] as string, range[4] as string, columns)
      return first === undefined || last === undefined ? '#REF!' : `${first}:${last}`
    }
    const lines = ROWS.exec(word)
    if (lines) {
      const first = movedRow(lines[1] as string, lines[2] as string, rows)
      const last = movedRow(lines[3] as string, lines[4] as string, rows)
      return first === undefined || last === undefined ? '#REF!' : `${first}:${last}`
    }
    return word
  })
}

function movedColumn(fixed: string, name: string, by: number): string | undefined {
  if (fixed || columnIndex(name) >= LAST_COLUMN) return fixed + name
  const column = columnIndex(name) + by
  return column < 0 || column >= LAST_COLUMN ? undefined : columnName(column)
}

function movedRow(fixed: string, number: string, by: number): string | undefined {
  if (fixed || Number(number) > LAST_ROW) return fixed + number
  const row = Number(number) + by
  return row < 1 || row > LAST_ROW ? undefined : String(row)
}

/**
 * The formula with tabs called by other names.
 *
 * @param names new name by old name; a tab that is not in it keeps its name
 */
export function renameSheets(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0 || !formula.includes('!')) return formula
  return formula.replace(WORDS, (word) => {
    if (!word.endsWith('!') || word[0] === '#' || word[0] === '"') return word
    const plain = word[0] === "'" ? word.slice(1, -2).replaceAll("''", "'") : word.slice(0, -1)
    const renamed = names.get(plain)
    return renamed === undefined ? word : `${quotedSheetName(renamed)}!`
  })
}

/** Names of the functions that a formula calls, in capitals. */
export function functionsIn(formula: string): string[] {
  return (formula.match(WORDS) ?? []).flatMap((word) => (word.endsWith('(') ? [word.slice(0, -1).toUpperCase()] : []))
}

/** What the file writes before functions that came after Excel 2007; on screen there is no such thing. */
const FILE_PREFIX = /_xlfn\.|_xlws\.|_xlpm\./g

/** The formula as it reads on screen, with its '='. */
export function formulaFromFile(text: string): string {
  return `=${text.replace(FILE_PREFIX, '')}`
}

/** Functions that Excel stores with a prefix and otherwise shows as #NAME?. */
const LATER_FUNCTIONS = new Map<string, string>([
  ...['FILTER', 'SORT'].map((name) => [name, `_xlfn._xlws.${name}`] as const),
  ...[
    'ARRAYTOTEXT',
    'BYCOL',
    'BYROW',
    'CEILING.MATH',
    'CHOOSECOLS',
    'CHOOSEROWS',
    'CONCAT',
    'COVARIANCE.P',
    'COVARIANCE.S',
    'DAYS',
    'DROP',
    'EXPAND',
    'FLOOR.MATH',
    'FORMULATEXT',
    'HSTACK',
    'IFNA',
    'IFS',
    'ISFORMULA',
    'ISOWEEKNUM',
    'LAMBDA',
    'LET',
    'MAKEARRAY',
    'MAP',
    'MAXIFS',
    'MINIFS',
    'MODE.SNGL',
    'NUMBERVALUE',
    'PERCENTILE.INC',
    'QUARTILE.INC',
    'RANDARRAY',
    'RANK.AVG',
    'RANK.EQ',
    'REDUCE',
    'SCAN',
    'SEQUENCE',
    'SHEET',
    'SHEETS',
    'SORTBY',
    'STDEV.P',
    'STDEV.S',
    'SWITCH',
    'TAKE',
    'TEXTAFTER',
    'TEXTBEFORE',
    'TEXTJOIN',
    'TEXTSPLIT',
    'TOCOL',
    'TOROW',
    'UNICHAR',
    'UNICODE',
    'UNIQUE',
    'VAR.P',
    'VAR.S',
    'VSTACK',
    'WRAPCOLS',
    'WRAPROWS',
    'XLOOKUP',
    'XMATCH',
    'XOR',
  ].map((name) => [name, `_xlfn.${name}`] as const),
])

/** The formula as it stands in the file: without '=', later functions with their prefix. */
export function formulaToFile(formula: string): string {
  return formula.slice(1).replace(WORDS, (word) => {
    if (!word.endsWith('(')) return word
    const stored = LATER_FUNCTIONS.get(word.slice(0, -1).toUpperCase())
    return stored === undefined ? word : `${stored}(`
  })
}

/** Links that Google Sheets opens inside the workbook: '#gid=12&range=A5'. */
const LINK_INSIDE = /"#gid=(\d+)(?:&range=([A-Z]+\d+(?::[A-Z]+\d+)?))?"/g

/**
 * A formula whose links into the workbook lead to the same cells in Excel and LibreOffice, which know them by the tab's
 * name instead of its id.
 *
 * @param sheetName the tab's name in the file by its id
 */
export function linksForFile(formula: string, sheetName: (id: number) => string | undefined): string {
  if (!formula.includes('"#gid=')) return formula
  return formula.replace(LINK_INSIDE, (whole, id: string, range: string | undefined) => {
    const name = sheetName(Number(id))
    return name === undefined ? whole : `"#${quotedSheetName(name).replaceAll('"', '""')}!${range ?? 'A1'}"`
  })
}
