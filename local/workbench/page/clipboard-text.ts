/**
 * Cells as text on the clipboard: tabs between columns, line breaks between rows, quotes where a cell has either.
 */
import Papa from 'papaparse'

export function textOfRows(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows as string[][], { delimiter: '\t', newline: '\n' })
}

/** The last line break ends the last row; it does not begin another. Rows may differ in length. */
export function rowsOfText(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data
}
