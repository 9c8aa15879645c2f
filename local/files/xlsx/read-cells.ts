import type { CellError, CellStyle, CellValue, SheetModel } from '../../workspace/model.ts'
import { putInto } from '../grid.ts'
import { childrenOf, isOn, textOf, type XmlElement, type XmlReader, XmlTree } from '../xml.ts'
import { columnIndex, parseArea } from './a1.ts'
import type { CarriedCell } from './carried.ts'
import { fillFormula, formulaFromFile } from './formula.ts'
import { pixelsOfPoints } from './measures.ts'

/** A text of the file: its characters, and its runs where parts of it have formats of their own. */
export interface FileText {
  readonly text: string
  readonly runs?: XmlElement
}

export interface CellContext {
  readonly texts: readonly FileText[]
  /** By number of the format. */
  readonly styles: readonly CellStyle[]
  /** By number of the format: whether its numbers are dates. */
  readonly dates: readonly boolean[]
  /** Days to add to a date's number: 1462 where the file counts from 1904. */
  readonly dayShift: number
}

/** Attributes of a row that the model has no field for. */
const ROW_ATTRIBUTES = ['s', 'customFormat', 'outlineLevel', 'collapsed', 'thickTop', 'thickBot']

/** What stands in a cell of the file. */
interface FileCell {
  readonly attributes: Record<string, string>
  written?: string
  inline?: XmlElement
  formula?: { readonly text: string; readonly attributes: Record<string, string> }
}

/** The cells whose formula others share, by its number. */
type SharedFormulas = Map<string, { readonly formula: string; readonly row: number; readonly column: number }>

/**
 * Puts the rows of a sheet into the model while they are read, since a large school's sheet would not fit as a tree. It
 * is told of everything inside `sheetData`.
 */
export class CellReader implements XmlReader {
  /** What rows carry beyond the model, by row from 0. */
  readonly carriedRows = new Map<number, Record<string, string>>()
  private readonly sheet: SheetModel
  private readonly context: CellContext
  private readonly shared: SharedFormulas = new Map()
  private row = -1
  private column = -1
  private cell: FileCell | undefined
  private inline: XmlTree | undefined
  private formulaAttributes: Record<string, string> = {}
  private collected: string | undefined

  constructor(sheet: SheetModel, context: CellContext) {
    this.sheet = sheet
    this.context = context
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.inline) this.inline.open(name, attributes)
    else if (this.cell) this.openInCell(name, attributes)
    else if (name === 'c') {
      this.column = attributes.r === undefined ? this.column + 1 : columnIndex(attributes.r)
      this.cell = { attributes }
    } else if (name === 'row') {
      this.row = attributes.r === undefined ? this.row + 1 : Number(attributes.r) - 1
      this.column = -1
      readRow(this.sheet, this.row, attributes, this.carriedRows)
    }
  }

  text(text: string): void {
    if (this.inline) this.inline.text(text)
    else if (this.collected !== undefined) this.collected += text
  }

  close(name: string): void {
    const { cell } = this
    if (!cell) return
    if (this.inline) this.closeInline(this.inline, cell)
    else if (name === 'v') {
      cell.written = this.collected ?? ''
      this.collected = undefined
    } else if (name === 'f') {
      cell.formula = { text: this.collected ?? '', attributes: this.formulaAttributes }
      this.collected = undefined
    } else if (name === 'c') {
      putCell(cell, this.sheet, this.row, this.column, this.context, this.shared)
      this.cell = undefined
    }
  }

  private openInCell(name: string, attributes: Record<string, string>): void {
    if (name === 'is') {
      this.inline = new XmlTree()
      this.inline.open(name, attributes)
    } else if (name === 'v' || name === 'f') {
      this.collected = ''
      if (name === 'f') this.formulaAttributes = attributes
    }
  }

  private closeInline(inline: XmlTree, cell: FileCell): void {
    inline.close()
    if (!inline.isComplete || !inline.root) return
    cell.inline = inline.root
    this.inline = undefined
  }
}

function readRow(
  sheet: SheetModel,
  row: number,
  attributes: Record<string, string>,
  carriedRows: Map<number, Record<string, string>>,
): void {
  if (isOn(attributes.hidden)) sheet.hiddenRows.add(row)
  if (attributes.ht !== undefined && isOn(attributes.customHeight)) {
    sheet.rowHeights.set(row, pixelsOfPoints(Number(attributes.ht)))
  }
  let kept: Record<string, string> | undefined
  for (const name of ROW_ATTRIBUTES) {
    const value = attributes[name]
    if (value !== undefined && value !== '0' && value !== 'false') {
      kept ??= {}
      kept[name] = value
    }
  }
  if (kept) carriedRows.set(row, kept)
}

function putCell(
  { attributes, written, inline, formula }: FileCell,
  sheet: SheetModel,
  row: number,
  column: number,
  context: CellContext,
  shared: SharedFormulas,
): void {
  const number = Number(attributes.s ?? 0)
  let style = context.styles[number]
  let carried: CarriedCell | undefined
  let value: CellValue | CellError | undefined
  if (inline) {
    const text = fileText(inline)
    value = text.text
    if (text.runs) carried = { rich: { text: text.text, runs: text.runs } }
  } else if (attributes.t === 's' && written !== undefined) {
    const text = context.texts[Number(written)]
    value = text?.text
    if (text?.runs) carried = { rich: { text: text.text, runs: text.runs } }
  } else if (written !== undefined) {
    value = cellValue(written, attributes.t, context.dates[number] === true ? context.dayShift : 0)
  }
  if (formula) {
    const shown = shownFormula(formula, row, column, shared)
    if (shown !== undefined) {
      putInto(sheet.formulas, row, column, shown)
      const kept = keptFormula(formula, shown)
      if (kept) carried = { ...carried, formula: kept }
    }
  } else if (value === '') value = undefined
  if (value !== undefined) putInto(sheet.values, row, column, value)
  if (carried) style = { ...style, carried: { ...(style?.carried as CarriedCell | undefined), ...carried } }
  else if (number === 0 && isPlain(style)) style = undefined
  if (style) putInto(sheet.styles, row, column, style)
}

function cellValue(written: string, type: string | undefined, dayShift: number): CellValue | CellError | undefined {
  switch (type) {
    case 'b':
      return isOn(written.trim())
    case 'e':
      return { error: written.trim() }
    case 'str':
      return decodeEscapes(written)
    case 'd': {
      const day = Date.parse(
        /[zZ]|[+-]\d\d:\d\d$/.test(written) ? written : `${written}${written.includes('T') ? '' : 'T00:00:00'}Z`,
      )
      return Number.isNaN(day) ? written : day / 86_400_000 + 25_569
    }
    default: {
      if (written.trim() === '') return undefined
      const number = Number(written)
      return Number.isNaN(number) ? written : number + dayShift
    }
  }
}

/** The formula as it reads in this cell; a shared one is filled from the cell that has its text. */
function shownFormula(
  formula: NonNullable<FileCell['formula']>,
  row: number,
  column: number,
  shared: SharedFormulas,
): string | undefined {
  const { t, si } = formula.attributes
  if (t === 'shared' && si !== undefined) {
    const master = shared.get(si)
    if (formula.text === '') {
      return master && fillFormula(master.formula, row - master.row, column - master.column)
    }
    const shown = formulaFromFile(formula.text)
    shared.set(si, { formula: shown, row, column })
    return shown
  }
  return formula.text === '' ? undefined : formulaFromFile(formula.text)
}

/** An array formula and one with prefixes cannot be told from what is shown. */
function keptFormula({ text, attributes }: NonNullable<FileCell['formula']>, shown: string): CarriedCell['formula'] {
  const isArray = attributes.t === 'array'
  if (!isArray && (attributes.t === 'shared' || !text.includes('_xl'))) return undefined
  const area = isArray && attributes.ref !== undefined ? parseArea(attributes.ref) : undefined
  return {
    shown,
    text,
    attributes: isArray ? attributes : {},
    rows: area?.rows ?? 1,
    columns: area?.columns ?? 1,
  }
}

function isPlain(style: CellStyle | undefined): boolean {
  return style === undefined || Object.keys(style).every((field) => field === 'carried')
}

/** The text of an `si` or `is` element; readings for East Asian characters (`rPh`) are no part of it. */
export function fileText(item: XmlElement): FileText {
  let text = ''
  let runs = false
  for (const child of childrenOf(item)) {
    if (child.name === 't') text += textOf(child)
    else if (child.name === 'r') {
      runs = true
      text += childrenOf(child, 't').map(textOf).join('')
    }
  }
  text = decodeEscapes(text)
  return runs ? { text, runs: item } : { text }
}

/** Characters that XML cannot hold stand as '_x0007_' in a file (ECMA-376 22.9.2.19). */
function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The inverse of the above, for texts that are written. */
export function encodeEscapes(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(FORBIDDEN, (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}
