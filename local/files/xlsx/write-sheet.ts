import type { Area, SheetModel, ValidationRule } from '../../workspace/model.ts'
import { childOf, childrenOf, element, XML_DECLARATION, type XmlElement, xmlOf } from '../xml.ts'
import { areaName, cellName } from './a1.ts'
import { type CarriedSheet, type CarriedWorkbook, carriedCell } from './carried.ts'
import type { Colors } from './colors.ts'
import { writeConditionalFormats } from './conditional-formats.ts'
import { charactersOfPixels, pixelsOfCharacters } from './measures.ts'
import { DOCUMENT_RELATIONS, MAIN } from './package.ts'
import type { StyleTable } from './style-table.ts'
import { writeValidation } from './validations.ts'
import { type TextTable, writeCells } from './write-cells.ts'

/** Order of the children of `worksheet` (ECMA-376 18.3.1.99): Excel refuses a sheet in which it is not kept. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]

/** Children that are written from the model; all others are put back as they were read. */
const OURS = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'legacyDrawing',
  'extLst',
])

/** Google Sheets' own: columns of 100 pixels, rows of 21. */
const FRESH_FORMAT = element('sheetFormatPr', { defaultColWidth: 14.29, defaultRowHeight: 15.75 })

/** Excel's own, where a file does not say them: characters of a column and points of a row. */
const EXCELS_WIDTH = 9.14
const EXCELS_HEIGHT = 15

/** On paper a new sheet is as wide as a page laid sideways, and as long as it needs. */
const FRESH_PAPER = element('pageSetup', { orientation: 'landscape', fitToHeight: 0 })
const FRESH_PROPERTIES = element('sheetPr', {}, [element('pageSetUpPr', { fitToPage: 1 })])

export interface SheetTarget {
  readonly styles: StyleTable
  readonly texts: TextTable
  readonly colors: Colors
  readonly formulaFor: (formula: string) => string
  readonly scriptFunctions: ReadonlySet<string>
  readonly carried: CarriedSheet | undefined
  readonly validations: CarriedWorkbook['validations'] | undefined
  /** Adds a link to the sheet's relationships and gives its id. */
  readonly linkTo: (address: string) => string
  /** Relationship id of the drawing of the notes, if there are any. */
  readonly notesDrawingId: string | undefined
  readonly isActive: boolean
}

/** The part of a sheet. */
export function writeSheet(sheet: SheetModel, target: SheetTarget): string {
  const { carried } = target
  const was = (name: string): XmlElement | undefined => carried?.elements.find((child) => child.name === name)
  const pieces: { rank: number; xml: string }[] = []
  const add = (name: string, xml: string | XmlElement | undefined): void => {
    if (xml !== undefined) pieces.push({ rank: ORDER.indexOf(name), xml: typeof xml === 'string' ? xml : xmlOf(xml) })
  }
  add('sheetPr', sheetProperties(carried ? was('sheetPr') : FRESH_PROPERTIES, sheet, target.colors))
  add('sheetViews', sheetViews(was('sheetViews'), sheet, target.isActive))
  const format = was('sheetFormatPr') ?? FRESH_FORMAT
  add('sheetFormatPr', format)
  const columns = carriedColumns(was('cols'))
  add('cols', writeColumns(sheet, columns))
  add(
    'sheetData',
    writeCells(sheet, {
      styles: target.styles,
      texts: target.texts,
      formulaFor: target.formulaFor,
      scriptFunctions: target.scriptFunctions,
      rows: carried?.rows,
      columnStyles: columns.map((column) => column && Number(column.style ?? 0)),
      defaults: {
        fontSize: target.styles.standardSize,
        columnWidth: pixelsOfCharacters(Number(format.attributes.defaultColWidth ?? EXCELS_WIDTH)),
        rowHeight: Number(format.attributes.defaultRowHeight ?? EXCELS_HEIGHT),
      },
    }),
  )
  const isLocked = sheet.protections.some((protection) => !protection.area && !protection.warningOnly)
  if (isLocked)
    add('sheetProtection', was('sheetProtection') ?? element('sheetProtection', { sheet: 1, objects: 1, scenarios: 1 }))
  if (sheet.filter) {
    const ref = areaName(sheet.filter)
    add('autoFilter', carried?.filter === ref ? was('autoFilter') : element('autoFilter', { ref }))
  }
  if (sheet.merges.length > 0) {
    const merges = sheet.merges.map((area) => element('mergeCell', { ref: areaName(area) }))
    add('mergeCells', element('mergeCells', { count: merges.length }, merges))
  }
  for (const group of writeConditionalFormats(
    sheet.conditionalFormats,
    target.styles,
    target.formulaFor,
    carried !== undefined,
  )) {
    add('conditionalFormatting', group)
  }
  const validations = validationAreas(sheet).map(({ rule, areas }) => validationElement(rule, areas, sheet, target))
  if (validations.length > 0)
    add('dataValidations', element('dataValidations', { count: validations.length }, validations))
  const links = hyperlinks(sheet, target)
  if (links.length > 0) add('hyperlinks', element('hyperlinks', {}, links))
  if (target.notesDrawingId !== undefined)
    add('legacyDrawing', element('legacyDrawing', { 'r:id': target.notesDrawingId }))
  add('extLst', withoutLaterValidations(was('extLst')))
  if (!carried) add('pageSetup', FRESH_PAPER)
  let rank = 0
  for (const child of carried?.elements ?? []) {
    const own = ORDER.indexOf(child.name)
    // What stands in an mc:AlternateContent belongs where it stood.
    rank = own < 0 ? rank : own
    if (!OURS.has(child.name)) pieces.push({ rank: own < 0 ? ORDER.indexOf('controls') : rank, xml: xmlOf(child) })
  }
  pieces.sort((a, b) => a.rank - b.rank)
  const root = xmlOf(
    element('worksheet', { ...carried?.root, xmlns: MAIN, 'xmlns:r': DOCUMENT_RELATIONS.slice(0, -1) }),
  )
  return `${XML_DECLARATION}${root.slice(0, -2)}>${pieces.map((piece) => piece.xml).join('')}</worksheet>`
}

function sheetProperties(was: XmlElement | undefined, sheet: SheetModel, colors: Colors): XmlElement | undefined {
  if (sheet.tabColor === colors(childOf(was, 'tabColor'))) return was
  const color =
    sheet.tabColor === undefined ? [] : [element('tabColor', { rgb: `FF${sheet.tabColor.slice(1).toUpperCase()}` })]
  return element('sheetPr', was?.attributes, [
    ...color,
    ...childrenOf(was).filter((child) => child.name !== 'tabColor'),
  ])
}

function sheetViews(was: XmlElement | undefined, sheet: SheetModel, isActive: boolean): XmlElement {
  const before = childOf(was, 'sheetView')
  const pane = childOf(before, 'pane')
  const isFrozen = (pane?.attributes.state ?? '').startsWith('frozen')
  const rows = isFrozen ? Number(pane?.attributes.ySplit ?? 0) : 0
  const columns = isFrozen ? Number(pane?.attributes.xSplit ?? 0) : 0
  const { tabSelected: _, ...attributes } = before?.attributes ?? { workbookViewId: '0' }
  const selected = isActive ? { ...attributes, tabSelected: '1' } : attributes
  if (before && rows === sheet.frozenRows && columns === sheet.frozenColumns) {
    return element('sheetViews', {}, [element('sheetView', selected, before.children)])
  }
  const rest = childrenOf(before).filter((child) => child.name !== 'pane' && child.name !== 'selection')
  if (sheet.frozenRows === 0 && sheet.frozenColumns === 0)
    return element('sheetViews', {}, [element('sheetView', selected, rest)])
  const active = sheet.frozenRows === 0 ? 'topRight' : sheet.frozenColumns === 0 ? 'bottomLeft' : 'bottomRight'
  return element('sheetViews', {}, [
    element('sheetView', selected, [
      element('pane', {
        xSplit: sheet.frozenColumns || undefined,
        ySplit: sheet.frozenRows || undefined,
        topLeftCell: cellName(sheet.frozenRows, sheet.frozenColumns),
        activePane: active,
        state: 'frozen',
      }),
      element('selection', { pane: active }),
      ...rest,
    ]),
  ])
}

/** The attributes of every column that the file gave any, by column from 0. */
function carriedColumns(was: XmlElement | undefined): (Record<string, string> | undefined)[] {
  const columns: (Record<string, string> | undefined)[] = []
  for (const { attributes } of childrenOf(was, 'col')) {
    const { min, max, ...rest } = attributes
    for (let column = Number(min) - 1; column < Number(max); column++) columns[column] = rest
  }
  return columns
}

function writeColumns(
  sheet: SheetModel,
  carried: readonly (Record<string, string> | undefined)[],
): XmlElement | undefined {
  const written: XmlElement[] = []
  const last = Math.max(
    carried.length,
    ...[...sheet.columnWidths.keys(), ...sheet.hiddenColumns].map((column) => column + 1),
  )
  let open: { key: string; element: XmlElement } | undefined
  for (let column = 0; column < last; column++) {
    const attributes: Record<string, string> = { ...carried[column] }
    if (column < sheet.columnCount) {
      const width = sheet.columnWidths.get(column)
      if (width !== undefined) {
        attributes.width = String(charactersOfPixels(width))
        attributes.customWidth = '1'
      }
      if (sheet.hiddenColumns.has(column)) attributes.hidden = '1'
      else delete attributes.hidden
    }
    const key = JSON.stringify(attributes)
    if (key === '{}') open = undefined
    else if (open?.key === key) open.element.attributes.max = String(column + 1)
    else {
      attributes.width ??= '14.29'
      open = { key, element: element('col', { min: column + 1, max: column + 1, ...attributes }) }
      written.push(open.element)
    }
  }
  return written.length === 0 ? undefined : element('cols', {}, written)
}

/** Every rule of the sheet with the rectangles in which it stands, in reading order. */
export function validationAreas(sheet: SheetModel): { rule: ValidationRule; areas: Area[] }[] {
  const found = new Map<ValidationRule, Area[]>()
  const growing = new Map<string, { row: number; column: number; rows: number; columns: number }>()
  sheet.validations.forEach((cells, row) => {
    if (!cells) return
    for (let column = 0; column < cells.length; column++) {
      const rule = cells[column]
      if (!rule) continue
      let columns = 1
      while (cells[column + columns] === rule) columns++
      const key = `${column}+${columns}`
      const above = growing.get(key)
      if (above && above.row + above.rows === row && sheet.validations[row - 1]?.[column] === rule) above.rows++
      else {
        const area = { row, column, rows: 1, columns }
        growing.set(key, area)
        const areas = found.get(rule)
        if (areas) areas.push(area)
        else found.set(rule, [area])
      }
      column += columns - 1
    }
  })
  return [...found].map(([rule, areas]) => ({ rule, areas }))
}

/** A rule that was read stays as the file had it, down to the last row of Excel where it went that far. */
function validationElement(
  rule: ValidationRule,
  areas: readonly Area[],
  sheet: SheetModel,
  target: SheetTarget,
): XmlElement {
  const carried = target.validations?.get(rule)
  const sqref = areas
    .map((area) =>
      carried && carried.bottom > sheet.rowCount && area.row + area.rows === sheet.rowCount
        ? { ...area, rows: carried.bottom - area.row }
        : area,
    )
    .map(areaName)
    .join(' ')
  if (carried) return { ...carried.element, attributes: { ...carried.element.attributes, sqref } }
  const values = rule.values.map((value) =>
    typeof value === 'string' && value.startsWith('=') ? target.formulaFor(value) : value,
  )
  return writeValidation({ ...rule, values }, sqref)
}

function hyperlinks(sheet: SheetModel, target: SheetTarget): XmlElement[] {
  const links: XmlElement[] = []
  sheet.styles.forEach((cells, row) => {
    cells?.forEach((style, column) => {
      const link = carriedCell(style)?.link
      if (!link) return
      const id = link.address === undefined ? undefined : target.linkTo(link.address)
      links.push(
        element('hyperlink', {
          ref: cellName(row, column),
          'r:id': id,
          location: link.location,
          tooltip: link.tooltip,
        }),
      )
    })
  })
  return links
}

/** Rules of the later namespace are written among the plain ones, where they may refer to other tabs as well. */
function withoutLaterValidations(was: XmlElement | undefined): XmlElement | undefined {
  const kept = childrenOf(was, 'ext').filter((extension) => !childOf(extension, 'x14:dataValidations'))
  return was && kept.length > 0 ? { ...was, children: kept } : undefined
}
