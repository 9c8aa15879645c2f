import type { Area, SheetModel, WorkbookModel } from '../../workspace/model.ts'
import { emptyWorkbook } from '../../workspace/model.ts'
import { FileError } from '../file-error.ts'
import { emptyFile, kindOfArchive, otherKind } from '../file-kind.ts'
import { putInto } from '../grid.ts'
import { childOf, childrenOf, isOn, parseXml, readXml, textOf, type XmlElement, XmlError, XmlTree } from '../xml.ts'
import { readZip, ZipError } from '../zip.ts'
import { clip, parseArea } from './a1.ts'
import type { CarriedSheet, CarriedWorkbook } from './carried.ts'
import { colorsOf } from './colors.ts'
import { type ExtraSheet, type Extras, readExtras, reattached } from './extras.ts'
import { renameSheets } from './formula.ts'
import { isDateFormat } from './number-formats.ts'
import { type Parts, type Relationship, relationshipsOf } from './package.ts'
import { type FileText, fileText } from './read-cells.ts'
import { readSheet } from './read-sheet.ts'
import { readStyles } from './read-styles.ts'

/** Days between the two dates from which a file may count: 1 January 1904 and 30 December 1899. */
const SHIFT_OF_1904 = 1462

/**
 * A workbook from the bytes of an .xlsx file.
 *
 * @param name the workbook's name
 * @param path only for the messages
 * @throws FileError FILE_BROKEN, FILE_EMPTY where it has no tab with cells, FILE_OLD_KIND or FILE_KIND where the archive holds something else
 */
export function readXlsx(bytes: Uint8Array, name: string, path: string): WorkbookModel {
  try {
    const parts = readZip(bytes)
    const office = relationshipsOf(parts, '').find((relation) => relation.kind === 'officeDocument')?.target ?? ''
    const bytesOfRoot = office.endsWith('.xml') ? parts.get(office) : undefined
    const root = bytesOfRoot && parseXml(bytesOfRoot)
    // Word documents and presentations are packed alike.
    if (root?.name !== 'workbook') throw otherKind(kindOfArchive([...parts.keys()]), path)
    const workbook = readParts(parts, office, root, name)
    if (workbook.sheets.length === 0) throw emptyFile(path)
    return workbook
  } catch (error) {
    if (error instanceof FileError) throw error
    const reason =
      error instanceof ZipError || error instanceof XmlError ? error.message : 'its parts do not fit together'
    const broken = new FileError(
      'FILE_BROKEN',
      path,
      `${path} is damaged and cannot be read (${reason}). Open it in Excel, LibreOffice or Google Sheets, save it again as .xlsx, then try that copy.`,
    )
    broken.cause = error
    throw broken
  }
}

function readParts(parts: Parts, workbookPath: string, root: XmlElement, name: string): WorkbookModel {
  const relations = relationshipsOf(parts, workbookPath)
  const partOf = (kind: string): Uint8Array | undefined => {
    const target = relations.find((relation) => relation.kind === kind)?.target
    return target === undefined ? undefined : parts.get(target)
  }
  const optional = (bytes: Uint8Array | undefined): XmlElement | undefined => bytes && parseXml(bytes)
  const styleRoot = optional(partOf('styles')) ?? { name: 'styleSheet', attributes: {}, children: [] }
  const colors = colorsOf(optional(partOf('theme')), styleRoot)
  const styles = readStyles(styleRoot, colors)
  const extras = relations
    .filter((relation) => relation.kind === 'customXml')
    .map((relation) => parts.get(relation.target))
    .map((bytes) => bytes && readExtras(bytes))
    .find((found) => found !== undefined)
  const cells = {
    texts: readTexts(partOf('sharedStrings')),
    styles: styles.cells,
    dates: styles.cells.map((style) => isDateFormat(style.numberFormat)),
    dayShift: isOn(childOf(root, 'workbookPr')?.attributes.date1904) ? SHIFT_OF_1904 : 0,
  }
  const model = emptyWorkbook(name, extras?.timeZone, extras?.locale)
  model.metadata = [...(extras?.metadata ?? [])]
  const sheets = new Map<number, CarriedSheet>()
  const otherSheets: { index: number; element: XmlElement }[] = []
  const validations: CarriedWorkbook['validations'] = new Map()
  const idByIndex: (number | undefined)[] = []
  for (const [index, entry] of childrenOf(childOf(root, 'sheets'), 'sheet').entries()) {
    const relation = relationOf(entry, relations)
    if (relation?.kind !== 'worksheet' || !parts.has(relation.target)) {
      if (relation && parts.has(relation.target)) otherSheets.push({ index, element: entry })
      idByIndex.push(undefined)
      continue
    }
    const extra = extras?.sheets.find((sheet) => sheet.file === entry.attributes.name)
    const id = freeId(extra?.id ?? Number(entry.attributes.sheetId ?? index), sheets)
    const read = readSheet({ parts, path: relation.target, entry, id, cells, styles, colors, validations, size: extra })
    if (extra) addExtras(read.sheet, extra)
    model.sheets.push(read.sheet)
    sheets.set(id, read.carried)
    idByIndex.push(id)
  }
  restoreNames(model, extras)
  const { names, rangeTexts } = readNames(root, model, idByIndex)
  const kept: Parts = new Map(parts)
  for (const relation of relations)
    if (/^(worksheet|sharedStrings|calcChain)$/.test(relation.kind)) kept.delete(relation.target)
  model.carried = {
    from: 'xlsx',
    parts: kept,
    workbookPath,
    workbook: root,
    relations,
    sheets,
    otherSheets,
    names,
    rangeTexts,
    validations,
  } satisfies CarriedWorkbook
  return model
}

function relationOf(entry: XmlElement, relations: readonly Relationship[]): Relationship | undefined {
  const id = Object.entries(entry.attributes).find(([name]) => name.endsWith(':id'))?.[1]
  return relations.find((relation) => relation.id === id)
}

function freeId(wanted: number, taken: ReadonlyMap<number, unknown>): number {
  let id = Number.isInteger(wanted) ? wanted : 0
  while (taken.has(id)) id++
  return id
}

function readTexts(bytes: Uint8Array | undefined): FileText[] {
  const texts: FileText[] = []
  if (!bytes) return texts
  let item: XmlTree | undefined
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'si') item ??= new XmlTree()
      item?.open(name, attributes)
    },
    text: (text) => item?.text(text),
    close() {
      item?.close()
      if (!item?.isComplete || !item.root) return
      texts.push(fileText(item.root))
      item = undefined
    },
  })
  return texts
}

/** What only our own part of the file knows of a sheet. */
function addExtras(sheet: SheetModel, extra: ExtraSheet): void {
  sheet.metadata = reattached(extra.metadata, sheet)
  const isLocked = sheet.protections.length > 0
  sheet.protections = extra.protections.filter((protection) => protection.area || protection.warningOnly || isLocked)
  if (isLocked && !sheet.protections.some((protection) => !protection.area && !protection.warningOnly)) {
    sheet.protections.push({ description: '', warningOnly: false })
  }
  for (const { sqref, rule } of extra.validations) {
    for (const name of sqref.split(' ')) {
      const area = clip(
        parseArea(name) ?? { row: 0, column: 0, rows: 0, columns: 0 },
        sheet.rowCount,
        sheet.columnCount,
      )
      if (!area) continue
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          if (sheet.validations[row]?.[column]) putInto(sheet.validations, row, column, rule)
        }
      }
    }
  }
  for (const { index, format } of extra.formats) {
    if (sheet.conditionalFormats[index]) sheet.conditionalFormats[index] = { ...format }
  }
}

/** Tabs whose names are too long for Excel get them back, in formulas too. */
function restoreNames(model: WorkbookModel, extras: Extras | undefined): void {
  const names = new Map<string, string>()
  for (const sheet of model.sheets) {
    const full = extras?.sheets.find((extra) => extra.file === sheet.name)?.name
    if (full === undefined || full === sheet.name) continue
    names.set(sheet.name, full)
    sheet.name = full
  }
  if (names.size === 0) return
  for (const sheet of model.sheets) {
    for (const row of sheet.formulas)
      row?.forEach((formula, column) => {
        if (formula !== undefined) row[column] = renameSheets(formula, names)
      })
  }
}

/** Plain areas become named ranges; every other name is carried. */
function readNames(
  root: XmlElement,
  model: WorkbookModel,
  idByIndex: readonly (number | undefined)[],
): Pick<CarriedWorkbook, 'names' | 'rangeTexts'> {
  const names: { element: XmlElement; sheetId?: number }[] = []
  const rangeTexts: CarriedWorkbook['rangeTexts'] = new Map()
  for (const source of childrenOf(childOf(root, 'definedNames'), 'definedName')) {
    const name = source.attributes.name ?? ''
    const local = source.attributes.localSheetId
    const found =
      local === undefined && !name.startsWith('_xlnm.') && !isOn(source.attributes.hidden)
        ? namedArea(textOf(source), root, model, idByIndex)
        : undefined
    if (found) {
      model.namedRanges.push({ name, ...found })
      rangeTexts.set(name, { text: textOf(source), area: found.area })
    } else {
      const sheetId = local === undefined ? undefined : idByIndex[Number(local)]
      if (local === undefined || sheetId !== undefined)
        names.push({ element: source, ...(sheetId === undefined ? {} : { sheetId }) })
    }
  }
  return { names, rangeTexts }
}

function namedArea(
  text: string,
  root: XmlElement,
  model: WorkbookModel,
  idByIndex: readonly (number | undefined)[],
): { sheetId: number; area: Area } | undefined {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Za-z0-9:]+)$/.exec(text)
  if (!parts) return undefined
  const name = (parts[1] ?? parts[2] ?? '').replaceAll("''", "'")
  const index = childrenOf(childOf(root, 'sheets'), 'sheet').findIndex(
    (entry) => entry.attributes.name?.toLowerCase() === name.toLowerCase(),
  )
  const sheet = model.sheets.find((candidate) => candidate.id === idByIndex[index])
  const whole = parseArea(parts[3] as string)
  const area = sheet && whole && clip(whole, sheet.rowCount, sheet.columnCount)
  return area && { sheetId: sheet.id, area }
}
