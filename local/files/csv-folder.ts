import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { WorkbookModel } from '../workspace/model.ts'
import { emptyWorkbook } from '../workspace/model.ts'
import { sheetFromCsv } from './csv.ts'
import { FileError } from './file-error.ts'
import { isZip, refuseOtherKinds } from './file-kind.ts'
import { uniqueSheetName } from './sheet-names.ts'

/**
 * A workbook with one tab for each .csv file that lies directly in the folder, in alphabetical order, named as the file.
 *
 * @throws FileError FOLDER_WITHOUT_CSV, which names what the folder holds instead and what to do
 */
export async function readCsvFolder(folder: string): Promise<WorkbookModel> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !/^(\.|~\$)/.test(entry.name))
  const names = entries.filter((entry) => !entry.isDirectory() && isCsv(entry.name)).map((entry) => entry.name)
  if (names.length === 0) {
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
    throw new FileError('FOLDER_WITHOUT_CSV', folder, await whatLiesThere(folder, files, folders))
  }
  const workbook = emptyWorkbook(basename(folder))
  const taken = new Set<string>()
  for (const name of names.sort(compare)) {
    const path = join(folder, name)
    const tab = uniqueSheetName(basename(name, extname(name)), taken)
    const bytes = await readFile(path)
    // An empty file among others is a list without entries.
    if (bytes.length > 0) refuseOtherKinds(bytes, path)
    if (isZip(bytes)) {
      const message = `${path} is no .csv file, whatever it is called. Check it by itself, or take it out of the folder.`
      throw new FileError('FILE_KIND', path, message)
    }
    workbook.sheets.push(sheetFromCsv(bytes, path, workbook.sheets.length, tab))
  }
  return workbook
}

async function whatLiesThere(folder: string, files: string[], folders: readonly string[]): Promise<string> {
  const below = await holdingCsv(folder, folders)
  if (below.length > 0) {
    return `${folder} holds no .csv file itself, but its folder${below.length > 1 ? 's' : ''} ${inWords(below)} ${below.length > 1 ? 'do' : 'does'}. Give that folder instead, e.g. ${join(folder, below[0] as string)}.`
  }
  const workbook = files.find((name) => extname(name).toLowerCase() === '.xlsx')
  if (workbook) return `${folder} holds no .csv file. Give the workbook itself: ${join(folder, workbook)}.`
  if (files.length === 0) return `${folder} is empty. Export the roster as .csv or .xlsx into it.`
  const kinds = [...new Set(files.map((name) => extname(name).toLowerCase() || 'unnamed'))].sort(compare)
  return `${folder} holds no .csv file, only ${inWords(kinds)} (${inWords(files.sort(compare).slice(0, 3))}${files.length > 3 ? ' …' : ''}). Export the roster as .csv or .xlsx.`
}

/** The folders directly in this one that hold .csv files, by name in alphabetical order. */
export async function foldersWithCsv(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return holdingCsv(
    folder,
    entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name),
  )
}

async function holdingCsv(folder: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of names) {
    const inside = await readdir(join(folder, name)).catch((): string[] => [])
    if (inside.some(isCsv)) found.push(name)
  }
  return found.sort(compare)
}

/** 'a', 'a and b', 'a, b and c'. */
export function inWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}

function isCsv(name: string): boolean {
  return /\.(csv|tsv)$/i.test(name)
}

/** Alphabetical without a locale, so that every machine gives the same order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
