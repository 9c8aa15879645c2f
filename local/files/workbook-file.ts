import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { WorkbookModel } from '../workspace/model.ts'
import { emptyWorkbook } from '../workspace/model.ts'
import { sheetFromCsv } from './csv.ts'
import { readCsvFolder } from './csv-folder.ts'
import { FileError, fileErrorOf } from './file-error.ts'
import { uniqueSheetName } from './sheet-names.ts'
import { readXlsx } from './xlsx/read-workbook.ts'

/**
 * Reads an .xlsx file, a .csv file, or a folder of .csv files.
 *
 * From .xlsx everything is kept that the model knows, and what it does not know is carried along for
 * `writeXlsx`. From .csv every cell comes as the text that stands in the file.
 *
 * @throws FileError when there is no such file, it is of another kind, broken, or protected by a password
 */
export async function readWorkbookFile(path: string): Promise<WorkbookModel> {
  const found = await stat(path).catch((cause: unknown) => {
    throw fileErrorOf(cause, path, 'read')
  })
  if (found.isDirectory()) return readCsvFolder(path)
  const ending = extname(path).toLowerCase()
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw fileErrorOf(cause, path, 'read')
  })
  const name = basename(path, extname(path))
  switch (ending) {
    case '.xlsx':
    case '.xlsm':
      return readXlsx(bytes, name, path)
    case '.csv':
    case '.tsv': {
      if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return readXlsx(bytes, name, path)
      const workbook = emptyWorkbook(name)
      workbook.sheets.push(sheetFromCsv(bytes, path, 0, uniqueSheetName(name, new Set())))
      return workbook
    }
    case '.xls':
    case '.ods':
    case '.numbers':
      throw new FileError(
        'FILE_OLD_KIND',
        path,
        `${path} is an ${ending} file, which is not read here. Open it and save it as .xlsx, then try again.`,
      )
    default:
      throw new FileError(
        'FILE_KIND',
        path,
        `${path} is ${ending === '' ? 'a file without an ending' : `a ${ending} file`}. Give an .xlsx file, a .csv file, or a folder of .csv files.`,
      )
  }
}
