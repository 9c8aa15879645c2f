import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { WorkbookModel } from '../../workspace/model.ts'
import { FileError, fileErrorOf } from '../file-error.ts'
import { uniqueSheetName } from '../sheet-names.ts'
import { parseXml, XML_DECLARATION, type XmlElement, xmlPart } from '../xml.ts'
import { writeZip } from '../zip.ts'
import { carriedWorkbook } from './carried.ts'
import { colorsOf } from './colors.ts'
import { extrasPart, workbookExtras } from './extras.ts'
import { linksForFile, renameSheets } from './formula.ts'
import { MAIN, type Parts, relationshipsOf, SPREADSHEET } from './package.ts'
import { Relations } from './relations.ts'
import { StyleTable } from './style-table.ts'
import { TextTable } from './write-cells.ts'
import { extraSheet, isOurs, putExtras } from './write-extras.ts'
import { putNotes } from './write-notes.ts'
import { withCarriedParts } from './write-package.ts'
import { writeSheet } from './write-sheet.ts'
import { activeSheet, workbookRoot } from './write-workbook-part.ts'

/** Longest name of a tab in Excel. */
const LONGEST_NAME = 31
const WORKBOOK = 'xl/workbook.xml'
/** Relations of the workbook part that are made anew, or that cannot hold for a changed copy (macros). */
const REMADE = /^(worksheet|sharedStrings|styles|calcChain|vbaProject)$/

/**
 * Writes the model as an .xlsx file: what was read from one is put back, what was changed is changed, the same model
 * gives the same bytes. The folder is made if it is missing; an older file is replaced only by a complete one.
 *
 * Limits of the format: Excel shows at most 31 characters of a tab's name and has no warning-only or named protection of
 * a range. Full names, such protections and developer metadata are kept in a part of our own (extras.ts), which
 * `readWorkbookFile` reads back. Macros are left out.
 *
 * @throws FileError FILE_NOT_WRITTEN
 */
export async function writeXlsx(model: WorkbookModel, path: string): Promise<void> {
  if (model.sheets.length === 0) {
    throw new FileError('FILE_NOT_WRITTEN', path, `${path} was not written: the workbook has no sheet.`)
  }
  const bytes = xlsxBytes(model)
  const draft = `${path}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(draft, bytes)
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw fileErrorOf(cause, path, 'write')
  }
}

/** The bytes of the .xlsx file. */
export function xlsxBytes(model: WorkbookModel): Buffer {
  const carried = carriedWorkbook(model)
  const parts: Parts = new Map()
  const types = new Map<string, string>()
  const put = (name: string, content: XmlElement | string, type: string): void => {
    parts.set(name, typeof content === 'string' ? Buffer.from(content) : xmlPart(content))
    types.set(name, type)
  }
  const partOf = (kind: string): XmlElement | undefined => {
    const bytes = carried?.parts.get(carried.relations.find((relation) => relation.kind === kind)?.target ?? '')
    return bytes && parseXml(bytes)
  }
  const theme = partOf('theme')
  const styleRoot = partOf('styles')
  const colors = colorsOf(theme, styleRoot)
  const styles = new StyleTable(styleRoot, (root) => colorsOf(theme, root))
  const texts = new TextTable()
  const names = namesInFile(model)
  const renamed = new Map(
    model.sheets.flatMap((sheet) => {
      const name = names.get(sheet.id) as string
      return name === sheet.name ? [] : [[sheet.name, name] as const]
    }),
  )
  const formulaFor = (formula: string): string =>
    renameSheets(
      linksForFile(formula, (id) => names.get(id)),
      renamed,
    )
  const scriptFunctions = new Set(model.scriptFunctions)
  const active = activeSheet(model, carried)

  model.sheets.forEach((sheet, index) => {
    const was = carried?.sheets.get(sheet.id)
    const sheetPath = `xl/worksheets/sheet${index + 1}.xml`
    const relations = new Relations(was?.relations.filter((relation) => relation.kind !== 'hyperlink') ?? [])
    const notesDrawingId = putNotes(sheet, was, carried, index + 1, relations, put)
    put(
      sheetPath,
      writeSheet(sheet, {
        styles,
        texts,
        colors,
        formulaFor,
        scriptFunctions,
        carried: was,
        validations: carried?.validations,
        linkTo: (address) => relations.add('hyperlink', address, true),
        notesDrawingId,
        isActive: sheet === active,
      }),
      `${SPREADSHEET}worksheet+xml`,
    )
    relations.writeTo(parts, sheetPath)
  })

  const relations = new Relations(
    carried?.relations.filter((relation) => !REMADE.test(relation.kind) && !isOurs(relation, carried)) ?? [],
  )
  const sheetIds = model.sheets.map((_, index) => relations.add('worksheet', `xl/worksheets/sheet${index + 1}.xml`))
  const otherSheets = carried?.otherSheets.map(({ index, element: entry }) => ({ index, element: entry })) ?? []
  put('xl/styles.xml', styles.xml(), `${SPREADSHEET}styles+xml`)
  relations.add('styles', 'xl/styles.xml')
  if (texts.size > 0) {
    put('xl/sharedStrings.xml', `${XML_DECLARATION}${texts.xml(MAIN)}`, `${SPREADSHEET}sharedStrings+xml`)
    relations.add('sharedStrings', 'xl/sharedStrings.xml')
  }
  const extras = workbookExtras(
    model,
    model.sheets.map((sheet) => extraSheet(sheet, names.get(sheet.id) as string, carried, formulaFor, styles, colors)),
  )
  putExtras(extrasPart(extras), carried, relations, parts, types)
  put(WORKBOOK, workbookRoot(model, names, sheetIds, otherSheets, carried, active), `${SPREADSHEET}sheet.main+xml`)
  relations.writeTo(parts, WORKBOOK)

  const rootRelations = carried
    ? relationshipsOf(carried.parts, '').filter(({ kind }) => kind !== 'officeDocument' && kind !== 'origin')
    : []
  const root = new Relations(rootRelations)
  root.add('officeDocument', WORKBOOK)
  root.writeTo(parts, '')
  return writeZip(withCarriedParts(parts, types, carried))
}

/** Names that Excel takes: at most 31 characters, none of `: \ / ? * [ ]`, no quote at either end. */
function namesInFile(model: WorkbookModel): Map<number, string> {
  const taken = new Set<string>()
  return new Map(
    model.sheets.map((sheet) => {
      const plain = sheet.name.replace(/[:\\/?*[\]]/g, ' ').replace(/^'+|'+$/g, '')
      return [sheet.id, uniqueSheetName(plain, taken, LONGEST_NAME)]
    }),
  )
}
