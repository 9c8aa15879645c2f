import type { SheetModel, ValidationRule } from '../../workspace/model.ts'
import { emptySheet } from '../../workspace/model.ts'
import { putInto } from '../grid.ts'
import {
  childOf,
  childrenOf,
  element,
  isOn,
  parseXml,
  readXml,
  textOf,
  type XmlElement,
  type XmlReader,
  XmlTree,
} from '../xml.ts'
import { areaName, clip, parseArea, parseAreas } from './a1.ts'
import type { CarriedCell, CarriedSheet, CarriedWorkbook } from './carried.ts'
import type { Colors } from './colors.ts'
import { readConditionalFormats } from './conditional-formats.ts'
import { pixelsOfCharacters } from './measures.ts'
import { readNotes } from './notes.ts'
import { type Parts, type Relationship, relationshipsOf } from './package.ts'
import { type CellContext, CellReader } from './read-cells.ts'
import type { StyleSheet } from './read-styles.ts'
import { readValidation } from './validations.ts'

/** The size of a new sheet in Google Sheets, which a smaller one gets too. */
const LEAST_ROWS = 1000
const LEAST_COLUMNS = 26
/** A link over more cells than this is not given to each of them. */
const MOST_LINKED_CELLS = 1000

export interface SheetSource {
  readonly parts: Parts
  readonly path: string
  /** The `sheet` element of the workbook part. */
  readonly entry: XmlElement
  readonly id: number
  readonly cells: CellContext
  readonly styles: StyleSheet
  readonly colors: Colors
  readonly validations: CarriedWorkbook['validations']
  /** Rows and columns of the grid, where our own part of the file knows them. */
  readonly size?: { readonly rowCount: number; readonly columnCount: number } | undefined
}

/** One sheet of a file, and what it carries beyond the model. */
export function readSheet(source: SheetSource): { sheet: SheetModel; carried: CarriedSheet } {
  const { parts, path, entry } = source
  const sheet = emptySheet(source.id, entry.attributes.name ?? `Sheet${source.id}`)
  const relations = relationshipsOf(parts, path)
  const { root, elements, rows } = readParts(parts.get(path) as Uint8Array, sheet, source.cells)
  const first = (name: string): XmlElement | undefined => elements.find((child) => child.name === name)
  const state = entry.attributes.state
  sheet.hidden = state === 'hidden' || state === 'veryHidden'
  const tabColor = source.colors(childOf(first('sheetPr'), 'tabColor'))
  if (tabColor !== undefined) sheet.tabColor = tabColor
  for (const merge of childrenOf(first('mergeCells'), 'mergeCell')) {
    const area = parseArea(merge.attributes.ref ?? '')
    if (area) sheet.merges.push(area)
  }
  readFrozen(first('sheetViews'), sheet)
  setSize(sheet, source.size)
  readColumns(first('cols'), sheet, source.styles)
  const filter = first('autoFilter')?.attributes.ref
  const filterArea =
    filter === undefined
      ? undefined
      : clip(parseArea(filter) ?? { row: 0, column: 0, rows: 0, columns: 0 }, sheet.rowCount, sheet.columnCount)
  if (filterArea) sheet.filter = filterArea
  const protection = first('sheetProtection')
  if (protection && isOn(protection.attributes.sheet)) sheet.protections.push({ description: '', warningOnly: false })
  sheet.conditionalFormats = readConditionalFormats(
    elements.filter((child) => child.name === 'conditionalFormatting'),
    source.styles.differences,
    source.colors,
    sheet.rowCount,
    sheet.columnCount,
  )
  for (const validation of validationsOf(elements)) readRule(validation, sheet, source.validations)
  for (const link of childrenOf(first('hyperlinks'), 'hyperlink')) readLink(link, relations, sheet)
  const notesPath = relations.find((relation) => relation.kind === 'comments')?.target
  const notesBytes = notesPath === undefined ? undefined : parts.get(notesPath)
  const notes = notesBytes ? readNotes(parseXml(notesBytes)) : []
  for (const note of notes) putInto(sheet.notes, note.row, note.column, note.text)
  const drawingPath = relations.find((relation) => relation.kind === 'vmlDrawing' && parts.has(relation.target))?.target
  const carried: CarriedSheet = {
    path,
    relations,
    root,
    elements,
    rows,
    notes,
    veryHidden: state === 'veryHidden',
    entry,
    ...(notesBytes && notesPath ? { notesPath } : {}),
    ...(drawingPath ? { drawingPath } : {}),
    ...(filterArea ? { filter: areaName(filterArea) } : {}),
  }
  return { sheet, carried }
}

/** The children of the root: the cells go into the model, every other one is kept as a tree. */
function readParts(
  bytes: Uint8Array,
  sheet: SheetModel,
  context: CellContext,
): { root: Record<string, string>; elements: XmlElement[]; rows: Map<number, Record<string, string>> } {
  const cells = new CellReader(sheet, context)
  const elements: XmlElement[] = []
  let root: Record<string, string> | undefined
  let depth = 0
  let child: XmlReader | undefined
  readXml(bytes, {
    open(name, attributes) {
      depth++
      if (depth === 1) root = attributes
      else if (depth > 2) child?.open(name, attributes)
      else if (name === 'sheetData') child = cells
      else {
        const tree = new XmlTree()
        tree.open(name, attributes)
        if (tree.root) elements.push(tree.root)
        child = tree
      }
    },
    text(text) {
      if (depth > 1) child?.text(text)
    },
    close(name) {
      depth--
      if (depth > 1) child?.close(name)
    },
  })
  return { root: root ?? {}, elements, rows: cells.carriedRows }
}

function readFrozen(views: XmlElement | undefined, sheet: SheetModel): void {
  const pane = childOf(childOf(views, 'sheetView'), 'pane')
  if (!pane || !(pane.attributes.state ?? '').startsWith('frozen')) return
  sheet.frozenRows = Number(pane.attributes.ySplit ?? 0)
  sheet.frozenColumns = Number(pane.attributes.xSplit ?? 0)
}

/** The grid takes in every cell that has something, and is never smaller than a new one unless it was made so. */
function setSize(sheet: SheetModel, size: SheetSource['size']): void {
  let rows = 0
  let columns = 0
  for (const grid of [sheet.values, sheet.formulas, sheet.styles, sheet.notes] as readonly (
    | readonly unknown[]
    | undefined
  )[][]) {
    rows = Math.max(rows, grid.length)
    for (const row of grid) if (row) columns = Math.max(columns, row.length)
  }
  for (const merge of sheet.merges) {
    rows = Math.max(rows, merge.row + merge.rows)
    columns = Math.max(columns, merge.column + merge.columns)
  }
  sheet.rowCount = Math.max(size?.rowCount ?? LEAST_ROWS, rows)
  sheet.columnCount = Math.max(size?.columnCount ?? LEAST_COLUMNS, columns)
}

/** Widths, and the format of a whole column for its cells that have none of their own. */
function readColumns(columns: XmlElement | undefined, sheet: SheetModel, styles: StyleSheet): void {
  for (const { attributes } of childrenOf(columns, 'col')) {
    const last = Math.min(Number(attributes.max), sheet.columnCount)
    const number = Number(attributes.style ?? 0)
    for (let column = Number(attributes.min) - 1; column < last; column++) {
      if (isOn(attributes.hidden)) sheet.hiddenColumns.add(column)
      if (
        isOn(attributes.customWidth) &&
        attributes.width !== undefined &&
        !(isOn(attributes.hidden) && Number(attributes.width) === 0)
      ) {
        sheet.columnWidths.set(column, pixelsOfCharacters(Number(attributes.width)))
      }
      const style = styles.cells[number]
      if (number === 0 || !style) continue
      for (let row = 0; row < sheet.rowCount; row++) {
        if (sheet.styles[row]?.[column] === undefined && sheet.values[row]?.[column] === undefined) {
          putInto(sheet.styles, row, column, style)
        }
      }
    }
  }
}

/** The sheet's rules, those of Excel's later namespace turned into plain ones. */
function validationsOf(elements: readonly XmlElement[]): XmlElement[] {
  const plain = elements
    .filter((child) => child.name === 'dataValidations')
    .flatMap((group) => childrenOf(group, 'dataValidation'))
  const later = elements
    .filter((child) => child.name === 'extLst')
    .flatMap((list) => childrenOf(list, 'ext'))
    .flatMap((extension) => childrenOf(extension, 'x14:dataValidations'))
    .flatMap((group) => childrenOf(group, 'x14:dataValidation'))
    .map((source) => {
      const { 'xr:uid': _, ...attributes } = source.attributes
      const formulas = ['1', '2'].flatMap((number) => {
        const formula = childOf(source, `x14:formula${number}`)
        return formula ? [element(`formula${number}`, {}, [textOf(formula)])] : []
      })
      return element('dataValidation', { ...attributes, sqref: textOf(childOf(source, 'xm:sqref')) }, formulas)
    })
  return [...plain, ...later]
}

function readRule(source: XmlElement, sheet: SheetModel, carried: CarriedWorkbook['validations']): void {
  const rule: ValidationRule | undefined = readValidation(source)
  if (!rule) return
  let bottom = 0
  for (const whole of parseAreas(source.attributes.sqref ?? '')) {
    bottom = Math.max(bottom, whole.row + whole.rows)
    const area = clip(whole, sheet.rowCount, sheet.columnCount)
    if (!area) continue
    for (let row = area.row; row < area.row + area.rows; row++) {
      sheet.validations[row] ??= []
      const cells = sheet.validations[row] as (ValidationRule | undefined)[]
      for (let column = area.column; column < area.column + area.columns; column++) cells[column] = rule
    }
  }
  carried.set(rule, { element: source, bottom })
}

function readLink(link: XmlElement, relations: readonly Relationship[], sheet: SheetModel): void {
  const id = Object.entries(link.attributes).find(([name]) => name.endsWith(':id'))?.[1]
  const address = relations.find((relation) => relation.id === id)?.target
  const { location, tooltip, ref } = link.attributes
  const whole = parseArea(ref ?? '')
  const area = whole && clip(whole, sheet.rowCount, sheet.columnCount)
  if (!area || area.rows * area.columns > MOST_LINKED_CELLS || (address === undefined && location === undefined)) return
  const target = {
    ...(address === undefined ? {} : { address }),
    ...(location === undefined ? {} : { location }),
    ...(tooltip === undefined ? {} : { tooltip }),
  }
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const style = sheet.styles[row]?.[column]
      putInto(sheet.styles, row, column, {
        ...style,
        carried: { ...(style?.carried as CarriedCell | undefined), link: target },
      })
    }
  }
}
