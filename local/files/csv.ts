import Papa from 'papaparse'
import type { CellStyle, SheetModel } from '../workspace/model.ts'
import { emptySheet } from '../workspace/model.ts'
import { decodeCsv } from './csv-encoding.ts'
import { FileError } from './file-error.ts'
import { putInto } from './grid.ts'

/** What spreadsheets and school systems put between cells, most likely first. */
const DELIMITERS = [',', '\t', ';', '|']
/** Rows that are looked at to tell the delimiter. */
const ROWS_COMPARED = 200

/** Plain text, so that typing over an id in Excel keeps its zeros. */
const TEXT: CellStyle = { numberFormat: '@' }

/**
 * The rows of a .csv file, every cell the text that stands in the file: opening a file must lose nothing, so neither
 * '00123' nor '6-7' nor '1,7' is turned into a number or a date here.
 *
 * The delimiter is guessed, or read from Excel's own first line `sep=;`. Line ends may be CRLF, LF or CR, mixed too; one
 * inside quotes becomes LF. Blank lines at the end are no rows. Quoted with apostrophes is read where the headings are.
 *
 * @param path only for the messages
 * @throws FileError FILE_ENCODING; FILE_QUOTES when a quotation mark is never closed: the rest of the file would be one
 * cell
 */
export function parseCsv(bytes: Uint8Array, path: string): string[][] {
  let text = decodeCsv(bytes, path).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  let quoteChar = '"'
  if (APOSTROPHES.test(text)) {
    if (text.includes("\n'")) quoteChar = "'"
    else text = text.replace(/^.*/, (headings) => headings.replaceAll("'", '"'))
  }
  let delimiter: string | undefined
  const named = /^"?sep=([^\n"])"?\n/i.exec(text)
  if (named) {
    delimiter = named[1] as string
    text = text.slice(named[0].length)
  }
  const format = { delimiter: delimiter ?? delimiterOf(text, quoteChar), quoteChar }
  let parsed = parse(text, format)
  if (parsed.errors.some(isAboutQuotes) && text.includes('\\"')) {
    // Databases write a quotation mark within a cell as \" and not as "", and a backslash as \\.
    const doubled = parse(
      text.replace(/\\(["\\])/g, (_, mark) => (mark === '"' ? '""' : mark)),
      format,
    )
    if (!doubled.errors.some(isAboutQuotes)) parsed = doubled
  }
  const open = parsed.errors.find((error) => error.code === 'MissingQuotes')
  if (open) {
    throw new FileError(
      'FILE_QUOTES',
      path,
      `${path}: a quotation mark in line ${lineOf(parsed.data, open.row ?? 0)} is opened and never closed, so all lines after it would be one cell. Remove it, then try again.`,
    )
  }
  const rows = parsed.data
  while (rows.length > 0 && (rows[rows.length - 1] as string[]).every((cell) => cell === '')) rows.pop()
  return rows
}

/** A line of which every cell stands between apostrophes, two of them at least. */
const APOSTROPHES = /^'[^'\n]*'([,;\t|]'[^'\n]*')+(\n|$)/

interface Format {
  readonly delimiter: string
  readonly quoteChar: string
  /** So many rows only; all when absent. */
  readonly preview?: number
}

function parse(text: string, format: Format): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { ...format, newline: '\n', header: false })
}

function isAboutQuotes({ type }: Papa.ParseError): boolean {
  return type === 'Quotes'
}

/**
 * The delimiter that most rows agree on: the one with the largest share of filled rows that have equally many cells, two
 * at least. Where several share alike it is the one that gives more cells.
 */
function delimiterOf(text: string, quoteChar: string): string {
  let best = { delimiter: ',', share: 0, cells: 0 }
  for (const delimiter of DELIMITERS) {
    const { data } = parse(text, { delimiter, quoteChar, preview: ROWS_COMPARED })
    const rows = data.filter((row) => row.some((cell) => cell !== ''))
    const counts = new Map<number, number>()
    for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
    for (const [cells, count] of counts) {
      const share = count / rows.length
      if (share > best.share || (share === best.share && cells > best.cells)) best = { delimiter, share, cells }
    }
  }
  return best.delimiter
}

/** Line number in the file, from 1, of a row that follows rows whose cells may hold line ends. */
function lineOf(rows: readonly (readonly string[])[], row: number): number {
  let line = 1
  for (const cells of rows.slice(0, row)) line += 1 + cells.join('').split('\n').length - 1
  return line
}

/**
 * A sheet from the bytes of a .csv file; see {@link parseCsv}.
 *
 * @param name the tab's name
 */
export function sheetFromCsv(bytes: Uint8Array, path: string, id: number, name: string): SheetModel {
  const rows = parseCsv(bytes, path)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const sheet = emptySheet(id, name, Math.max(1000, rows.length), Math.max(26, width))
  sheet.values = rows.map((row) => row.map((cell) => (cell === '' ? undefined : cell)))
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (wouldChangeWhenTyped(cell)) {
        putInto(sheet.styles, index, column, TEXT)
      }
    })
  })
  return sheet
}

/** Digits that a spreadsheet would turn into another number: leading zeros, or more digits than a number holds. */
function wouldChangeWhenTyped(cell: string): boolean {
  return /^(0\d+|\d{12,})$/.test(cell)
}
