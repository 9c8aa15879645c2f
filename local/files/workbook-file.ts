import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { WorkbookModel } from '../workspace/model.ts'
import { emptyWorkbook } from '../workspace/model.ts'
import { sheetFromCsv } from './csv.ts'
import { readCsvFolder } from './csv-folder.ts'
import { FileError, fileErrorOf } from './file-error.ts'
import { emptyFile, isZip, refuseOtherKinds } from './file-kind.ts'
import { uniqueSheetName } from './sheet-names.ts'
import { readXlsx } from './xlsx/read-workbook.ts'

/**
 * Endings under which workbooks and text with separated cells lie: .txt is Excel's "Unicode text", .text PowerSchool's
 * export, and some systems call text with tabs .xls.
 */
const WORKBOOKS: readonly string[] = ['.xlsx', '.xlsm']
const TEXTS: readonly string[] = ['.csv', '.tsv', '.tab', '.txt', '.text', '.xls']

/** The name of a file without its ending, where that is one that is read here; of anything else the whole name. */
export function nameWithoutEnding(path: string): string {
  const ending = extname(path)
  return basename(path, [...WORKBOOKS, ...TEXTS].includes(ending.toLowerCase()) ? ending : '')
}

/**
 * Reads an .xlsx file, a text file with separated cells such as .csv, or a folder of .csv files.
 *
 * From .xlsx everything is kept that the model knows, and what it does not know is carried along for
 * `writeXlsx`. From text every cell comes as it stands in the file.
 *
 * @throws FileError when there is no such file, it is empty, of another kind, broken, or protected by a password
 */
export async function readWorkbookFile(path: string): Promise<WorkbookModel> {
  const found = await stat(path).catch((cause: unknown) => {
    throw fileErrorOf(cause, path, 'read')
  })
  if (found.isDirectory()) return readCsvFolder(path)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw fileErrorOf(cause, path, 'read')
  })
  return readWorkbook(bytes, path)
}

/**
 * Reads the bytes of an .xlsx file or of a text file with separated cells.
 *
 * @param path a name with its ending, for the name of the workbook and the messages
 * @throws FileError as {@link readWorkbookFile}
 */
export function readWorkbook(bytes: Uint8Array, path: string): WorkbookModel {
  refuseOtherKinds(bytes, path)
  const ending = extname(path).toLowerCase()
  const name = nameWithoutEnding(path)
  if (isZip(bytes) || WORKBOOKS.includes(ending)) return readXlsx(bytes, name, path)
  if (!TEXTS.includes(ending)) {
    const what = ending === '' ? 'a file without an ending' : `a ${ending} file`
    throw new FileError(
      'FILE_KIND',
      path,
      `${path} is ${what}. Give an .xlsx file, a .csv file, or a folder of .csv files.`,
    )
  }
  const workbook = emptyWorkbook(name)
  const sheet = sheetFromCsv(bytes, path, 0, uniqueSheetName(name, new Set()))
  if (sheet.values.length === 0) throw emptyFile(path)
  workbook.sheets.push(sheet)
  return workbook
}
