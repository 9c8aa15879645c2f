import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import Papa from 'papaparse'
import type { SheetModel } from '../workspace/model.ts'
import { displayed } from '../workspace/number-format.ts'
import { fileErrorOf } from './file-error.ts'

/**
 * A sheet as the text of a .csv file: every cell as the sheet shows it, rows of equal length, as spreadsheets save it.
 * In front stands the mark by which Excel knows UTF-8.
 */
export function csvText(sheet: SheetModel): string {
  const width = sheet.values.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  const rows = Array.from(sheet.values, (cells, row) =>
    Array.from({ length: width }, (_, column) => displayed(cells?.[column], sheet.styles[row]?.[column]?.numberFormat)),
  )
  return `\ufeff${Papa.unparse(rows, { newline: '\r\n' })}\r\n`
}

/**
 * Writes a sheet as a .csv file; the folder is made if it is missing.
 *
 * @throws FileError FILE_NOT_WRITTEN
 */
export async function writeCsv(sheet: SheetModel, path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, csvText(sheet))
  } catch (cause) {
    throw fileErrorOf(cause, path, 'write')
  }
}
