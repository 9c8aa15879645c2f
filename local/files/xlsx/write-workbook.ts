import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SheetModel, ValidationRule, WorkbookModel } from '../../workspace/model.ts'
import { FileError, fileErrorOf } from '../file-error.ts'
import { uniqueSheetName } from '../sheet-names.ts'
import {
  childOf,
  childrenOf,
  element,
  parseXml,
  textOf,
  XML_DECLARATION,
  type XmlElement,
  xmlPart,
  xmlText,
} from '../xml.ts'
import { writeZip } from '../zip.ts'
import { areaName, fixedAreaName, quotedSheetName } from './a1.ts'
import { type CarriedSheet, type CarriedWorkbook, carriedWorkbook } from './carried.ts'
import { colorsOf } from './colors.ts'
import { readConditionalFormats, writeConditionalFormats } from './conditional-formats.ts'
import { anchored, type ExtraSheet, extrasPart, readExtras, workbookExtras } from './extras.ts'
import { linksForFile, renameSheets } from './formula.ts'
import { authorsOf, type Note, notesDrawing, notesPart } from './notes.ts'
import {
  DOCUMENT_RELATIONS,
  MAIN,
  PACKAGE_RELATIONS,
  type Parts,
  type Relationship,
  relationshipsOf,
  relationshipsPath,
} from './package.ts'
import { StyleTable } from './style-table.ts'
import { readValidation, writeValidation } from './validations.ts'
import { TextTable } from './write-cells.ts'
import { validationAreas, writeSheet } from './write-sheet.ts'

/** Longest name of a tab in Excel. */
const LONGEST_NAME = 31
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships/'
const WORKBOOK = 'xl/workbook.xml'
/** Relations of the workbook part that are made anew, or that cannot hold for a changed copy (macros). */
const REMADE = /^(worksheet|sharedStrings|styles|calcChain|vbaProject)$/
/** Order of the children of `workbook` (ECMA-376 18.2.27). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'mc:AlternateContent',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]

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

/** The relationships of a part that is being written. */
class Relations {
  private readonly list: Relationship[]
  private next = 1

  constructor(carried: readonly Relationship[]) {
    this.list = [...carried]
  }

  /** @returns the new relationship's id */
  add(kind: string, target: string, external = false): string {
    const found =
      external &&
      this.list.find((relation) => relation.external && relation.kind === kind && relation.target === target)
    if (found) return found.id
    while (this.list.some((relation) => relation.id === `rId${this.next}`)) this.next++
    const id = `rId${this.next}`
    this.list.push({ id, kind, type: DOCUMENT_RELATIONS + kind, target, external })
    return id
  }

  remove(...kinds: string[]): void {
    for (let at = this.list.length - 1; at >= 0; at--) {
      if (kinds.includes((this.list[at] as Relationship).kind)) this.list.splice(at, 1)
    }
  }

  idOf(target: string): string | undefined {
    return this.list.find((relation) => relation.target === target)?.id
  }

  writeTo(parts: Parts, from: string): void {
    if (this.list.length === 0) return
    const entries = this.list.map(({ id, type, target, external }) =>
      element('Relationship', {
        Id: id,
        Type: type.replace(STRICT_RELATIONS, DOCUMENT_RELATIONS),
        Target: external ? target : relativeTarget(from, target),
        TargetMode: external ? 'External' : undefined,
      }),
    )
    parts.set(relationshipsPath(from), xmlPart(element('Relationships', { xmlns: PACKAGE_RELATIONS }, entries)))
  }
}

function relativeTarget(from: string, target: string): string {
  const here = from.split('/').slice(0, -1)
  const there = target.split('/')
  while (here.length > 0 && here[0] === there[0]) {
    here.shift()
    there.shift()
  }
  return encodeURI([...here.map(() => '..'), ...there].join('/'))
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

/** The sheet that is shown when the file is opened. */
function activeSheet(model: WorkbookModel, carried: CarriedWorkbook | undefined): SheetModel | undefined {
  const view = childOf(childOf(carried?.workbook, 'bookViews'), 'workbookView')
  const entry = childrenOf(childOf(carried?.workbook, 'sheets'), 'sheet')[Number(view?.attributes.activeTab ?? 0)]
  const before = model.sheets.find(
    (sheet) => !sheet.hidden && entry !== undefined && carried?.sheets.get(sheet.id)?.entry === entry,
  )
  return before ?? model.sheets.find((sheet) => !sheet.hidden)
}

/**
 * Writes the notes of a sheet, or keeps their parts while nobody changed them.
 *
 * @returns the relationship id of their drawing
 */
function putNotes(
  sheet: SheetModel,
  was: CarriedSheet | undefined,
  carried: CarriedWorkbook | undefined,
  number: number,
  relations: Relations,
  put: (name: string, content: XmlElement | string, type: string) => void,
): string | undefined {
  const before = new Map(was?.notes.map((note) => [`${note.row},${note.column}`, note]))
  const byText = new Map(was?.notes.map((note) => [note.text, note]))
  const notes: Note[] = []
  let isSame = true
  sheet.notes.forEach((cells, row) => {
    cells?.forEach((text, column) => {
      if (text === undefined || text === '') return
      const own = before.get(`${row},${column}`)
      if (own?.text !== text) isSame = false
      const known = own?.text === text ? own : byText.get(text)
      notes.push({ row, column, text, ...(known ? { element: known.element } : {}) })
    })
  })
  if (isSame && notes.length === (was?.notes.length ?? 0)) {
    return was?.drawingPath === undefined ? undefined : relations.idOf(was.drawingPath)
  }
  const commentsRoot = carried?.parts.get(was?.notesPath ?? '')
  const drawing = carried?.parts.get(was?.drawingPath ?? '')
  relations.remove('comments', 'vmlDrawing', 'threadedComment')
  if (notes.length === 0 && !drawing) return undefined
  if (notes.length > 0) {
    const path = freePath(number, carried, (free) => `xl/comments${free}.xml`)
    put(path, notesPart(notes, commentsRoot ? authorsOf(parseXml(commentsRoot)) : []), `${SPREADSHEET}comments+xml`)
    relations.add('comments', path)
  }
  const path = freePath(number, carried, (free) => `xl/drawings/vmlDrawing${free}.vml`)
  put(
    path,
    notesDrawing(notes, drawing && xmlText(drawing)),
    'application/vnd.openxmlformats-officedocument.vmlDrawing',
  )
  return relations.add('vmlDrawing', path)
}

/** The part's usual name, with a number that no carried part has; numbers of sheets are apart from each other. */
function freePath(sheet: number, carried: CarriedWorkbook | undefined, name: (free: number) => string): string {
  let free = sheet
  while (carried?.parts.has(name(free))) free += 1000
  return name(free)
}

/** What .xlsx cannot say of a sheet: rules are read back as another program would, and kept where that differs. */
function extraSheet(
  sheet: SheetModel,
  file: string,
  carried: CarriedWorkbook | undefined,
  formulaFor: (formula: string) => string,
  styles: StyleTable,
  colors: ReturnType<typeof colorsOf>,
): ExtraSheet {
  const validations = validationAreas(sheet).flatMap(({ rule, areas }) => {
    if (carried?.validations.has(rule)) return []
    const sqref = areas.map(areaName).join(' ')
    return same(readValidation(writeValidation(rule, sqref)), rule) ? [] : [{ sqref, rule: plainRule(rule) }]
  })
  const placed = sheet.conditionalFormats.filter((format) => format.areas.length > 0)
  const formats = placed.flatMap(({ carried: had, ...format }, index) => {
    if (had !== undefined) return []
    const written = writeConditionalFormats([format], styles, formulaFor, false)
    const differences = childrenOf(childOf(styles.xml(), 'dxfs'), 'dxf')
    const read = readConditionalFormats(written, differences, colors, sheet.rowCount, sheet.columnCount)[0]
    const { carried: _, ...readBack } = read ?? {}
    return same(readBack, format) ? [] : [{ index, format }]
  })
  return {
    file,
    name: sheet.name,
    id: sheet.id,
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    protections: sheet.protections,
    metadata: anchored(sheet),
    validations,
    formats,
  }
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** JSON with keys in order and without what is undefined. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  )
}

function plainRule({ criteria, values, allowInvalid, showDropdown, helpText }: ValidationRule): ValidationRule {
  return {
    criteria,
    values,
    allowInvalid,
    ...(showDropdown === undefined ? {} : { showDropdown }),
    ...(helpText === undefined ? {} : { helpText }),
  }
}

/** Whether a relationship of the workbook leads to our own part, which is written anew. */
function isOurs(relation: Relationship, carried: CarriedWorkbook): boolean {
  const bytes = relation.kind === 'customXml' ? carried.parts.get(relation.target) : undefined
  return bytes !== undefined && readExtras(bytes) !== undefined
}

function putExtras(
  root: XmlElement,
  carried: CarriedWorkbook | undefined,
  relations: Relations,
  parts: Parts,
  types: Map<string, string>,
): void {
  const others = new Set(
    carried?.relations.filter((relation) => !isOurs(relation, carried)).map((relation) => relation.target),
  )
  let number = 1
  while (others.has(`customXml/item${number}.xml`)) number++
  const path = `customXml/item${number}.xml`
  const properties = `customXml/itemProps${number}.xml`
  parts.set(path, xmlPart(root))
  types.set(path, 'application/xml')
  const store = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
  // Excel tells custom parts apart by such a number; ours never changes.
  const attributes = { 'ds:itemID': '{6E1B2C61-7A0B-4C55-9D2E-5B1A1F6C4A17}', 'xmlns:ds': store }
  parts.set(properties, xmlPart(element('ds:datastoreItem', attributes, [element('ds:schemaRefs')])))
  types.set(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml')
  const own = new Relations([])
  own.add('customXmlProps', properties)
  own.writeTo(parts, path)
  relations.add('customXml', path)
}

/** The workbook part: its sheets and names from the model, everything else as it was read. */
function workbookRoot(
  model: WorkbookModel,
  names: ReadonlyMap<number, string>,
  relationIds: readonly string[],
  otherSheets: CarriedWorkbook['otherSheets'],
  carried: CarriedWorkbook | undefined,
  active: SheetModel | undefined,
): XmlElement {
  const sheetIdOf = sheetIds(model, carried)
  const entries = model.sheets.map((sheet, index) => {
    const was = carried?.sheets.get(sheet.id)
    return element('sheet', {
      name: names.get(sheet.id),
      sheetId: sheetIdOf.get(sheet.id),
      state: !sheet.hidden ? undefined : was?.veryHidden ? 'veryHidden' : 'hidden',
      'r:id': relationIds[index],
    })
  })
  for (const { index, element: entry } of otherSheets) entries.splice(Math.min(index, entries.length), 0, entry)
  const idOfSheet = new Map(
    model.sheets.map((sheet, index) => [
      sheet.id,
      entries.findIndex((entry) => entry.attributes['r:id'] === relationIds[index]),
    ]),
  )
  const definedNames = [...namedRanges(model, names, carried), ...carriedNames(model, idOfSheet, carried)]
  const view = childOf(childOf(carried?.workbook, 'bookViews'), 'workbookView')
  const { firstSheet: _, ...viewAttributes } = view?.attributes ?? {}
  const activeTab = String(Math.max(0, active === undefined ? 0 : (idOfSheet.get(active.id) ?? 0)))
  const { date1904: __, ...properties } = childOf(carried?.workbook, 'workbookPr')?.attributes ?? {}
  const ours = new Map<string, XmlElement | undefined>([
    ['workbookPr', element('workbookPr', properties)],
    [
      'bookViews',
      element('bookViews', {}, [element('workbookView', { ...viewAttributes, activeTab }, view?.children)]),
    ],
    ['sheets', element('sheets', {}, entries)],
    ['definedNames', definedNames.length > 0 ? element('definedNames', {}, definedNames) : undefined],
    // Results may be older than what was changed; Excel computes them anew when it opens the file.
    ['calcPr', element('calcPr', { ...childOf(carried?.workbook, 'calcPr')?.attributes, fullCalcOnLoad: 1 })],
  ])
  const children = [
    ...childrenOf(carried?.workbook).filter((child) => !ours.has(child.name)),
    ...[...ours.values()].filter((child) => child !== undefined),
  ].sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name))
  return element(
    'workbook',
    { ...carried?.workbook.attributes, xmlns: MAIN, 'xmlns:r': DOCUMENT_RELATIONS.slice(0, -1) },
    children,
  )
}

/** Numbers by which the file tells its sheets apart: one that was read keeps its own, a new one gets the next that is free. */
function sheetIds(model: WorkbookModel, carried: CarriedWorkbook | undefined): Map<number, string> {
  const ids = new Map<number, string>()
  const used = new Set(carried?.otherSheets.map(({ element: entry }) => entry.attributes.sheetId))
  for (const { id } of model.sheets) {
    const own = carried?.sheets.get(id)?.entry.attributes.sheetId
    if (own === undefined || used.has(own)) continue
    used.add(own)
    ids.set(id, own)
  }
  let next = 1
  for (const { id } of model.sheets) {
    if (ids.has(id)) continue
    while (used.has(String(next))) next++
    used.add(String(next))
    ids.set(id, String(next))
  }
  return ids
}

function namedRanges(
  model: WorkbookModel,
  names: ReadonlyMap<number, string>,
  carried: CarriedWorkbook | undefined,
): XmlElement[] {
  return model.namedRanges.flatMap(({ name, sheetId, area }) => {
    const sheet = names.get(sheetId)
    if (sheet === undefined) return []
    const was = carried?.rangeTexts.get(name)
    const isWhole = was && same(was.area, area) && /^.*![$A-Z]+:[$A-Z]+$/.test(was.text)
    const range = isWhole ? was.text.slice(was.text.lastIndexOf('!') + 1) : fixedAreaName(area)
    return [element('definedName', { name }, [`${quotedSheetName(sheet)}!${range}`])]
  })
}

/** Names beyond the model, each with its sheet's new place; those of a sheet or a filter that is gone are left out. */
function carriedNames(
  model: WorkbookModel,
  places: ReadonlyMap<number, number>,
  carried: CarriedWorkbook | undefined,
): XmlElement[] {
  return (carried?.names ?? []).flatMap(({ element: source, sheetId }) => {
    if (sheetId === undefined) return [source]
    const place = places.get(sheetId)
    const sheet = model.sheets.find((candidate) => candidate.id === sheetId)
    const was = carried?.sheets.get(sheetId)
    if (place === undefined || !sheet) return []
    const filter = sheet.filter && areaName(sheet.filter)
    if (source.attributes.name === '_xlnm._FilterDatabase' && (filter === undefined || filter !== was?.filter))
      return []
    const renamed = new Map(was?.entry.attributes.name === undefined ? [] : [[was.entry.attributes.name, sheet.name]])
    return [
      element('definedName', { ...source.attributes, localSheetId: place }, [renameSheets(textOf(source), renamed)]),
    ]
  })
}

/** The parts that were written, and every carried part that they lead to; first the list of their types. */
function withCarriedParts(
  written: Parts,
  types: ReadonlyMap<string, string>,
  carried: CarriedWorkbook | undefined,
): Parts {
  const parts: Parts = new Map(written)
  const visited = new Set<string>()
  const waiting = ['']
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (visited.has(part)) continue
    visited.add(part)
    const bytes = part === '' ? undefined : (parts.get(part) ?? carried?.parts.get(part))
    if (bytes) parts.set(part, bytes)
    const relations = relationshipsPath(part)
    const isWritten = part === '' || written.has(part)
    const source = isWritten ? parts : (carried?.parts ?? parts)
    const relationBytes = source.get(relations)
    if (!relationBytes) continue
    parts.set(relations, relationBytes)
    for (const relation of relationshipsOf(source, part)) if (!relation.external) waiting.push(relation.target)
  }
  const listed = carried?.parts.get('[Content_Types].xml')
  const carriedTypes = listed ? childrenOf(parseXml(listed)) : []
  const defaults = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...carriedTypes
      .filter(({ name }) => name === 'Default')
      .map(({ attributes }) => [attributes.Extension ?? '', attributes.ContentType ?? ''] as const),
  ])
  const overrides = new Map(
    carriedTypes
      .filter(({ name }) => name === 'Override')
      .map(({ attributes }) => [(attributes.PartName ?? '').slice(1), attributes.ContentType ?? ''] as const)
      .filter(([name]) => parts.has(name)),
  )
  for (const [name, type] of types) overrides.set(name, type)
  const root = element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
    ...[...defaults].map(([extension, type]) => element('Default', { Extension: extension, ContentType: type })),
    ...[...overrides].map(([name, type]) => element('Override', { PartName: `/${name}`, ContentType: type })),
  ])
  return new Map([['[Content_Types].xml', xmlPart(root)], ...parts])
}
