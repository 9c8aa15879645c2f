import type { CellError, CellStyle, CellValue, SheetModel } from '../../workspace/model.ts'
import { escapeText, type XmlElement, xmlOf } from '../xml.ts'
import { areaName, columnName } from './a1.ts'
import { carriedCell } from './carried.ts'
import { formulaToFile } from './formula.ts'
import { computedValue, hiddenFormula, isGoogleOnly } from './google-formula.ts'
import { pointsOfPixels } from './measures.ts'
import { encodeEscapes } from './read-cells.ts'
import { fittingHeights, type SheetDefaults } from './row-fit.ts'
import type { StyleTable } from './style-table.ts'

/** The texts of all cells, each once. */
export class TextTable {
  private readonly items: string[] = []
  private readonly places = new Map<string, number>()

  placeOf(text: string): number {
    return this.place(
      text,
      () =>
        `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escapeText(encodeEscapes(text))}</t></si>`,
    )
  }

  /** A text whose parts have formats of their own, as it was read. */
  placeOfRuns(runs: XmlElement): number {
    const item = xmlOf({ ...runs, name: 'si', attributes: {} })
    return this.place(`\0${item}`, () => item)
  }

  get size(): number {
    return this.items.length
  }

  xml(namespace: string): string {
    return `<sst xmlns="${namespace}" uniqueCount="${this.items.length}">${this.items.join('')}</sst>`
  }

  private place(key: string, item: () => string): number {
    const found = this.places.get(key)
    if (found !== undefined) return found
    this.places.set(key, this.items.length)
    return this.items.push(item()) - 1
  }
}

/** Errors that Excel knows; another one (Google's '#ERROR!') is written as '#VALUE!', for Excel refuses the file else. */
const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
])

export interface CellTarget {
  readonly styles: StyleTable
  readonly texts: TextTable
  /** Turns a formula of the model into one of the file: tabs by their name there. */
  readonly formulaFor: (formula: string) => string
  /** Names, in capitals, of the functions that formulas have from the script. */
  readonly scriptFunctions: ReadonlySet<string>
  /** What rows carry beyond the model. */
  readonly rows: ReadonlyMap<number, Readonly<Record<string, string>>> | undefined
  /** Number of the format of a whole column. */
  readonly columnStyles: readonly (number | undefined)[]
  readonly defaults: SheetDefaults
}

/** The `sheetData` element of a sheet. */
export function writeCells(sheet: SheetModel, target: CellTarget): string {
  const last = Math.max(
    sheet.values.length,
    sheet.formulas.length,
    sheet.styles.length,
    ...[...sheet.rowHeights.keys(), ...sheet.hiddenRows, ...(target.rows?.keys() ?? [])].map((row) => row + 1),
  )
  const names: string[] = []
  const written: string[] = ['<sheetData>']
  const fitting = fittingHeights(sheet, target.defaults)
  for (let row = 0; row < last; row++) {
    const cells = rowCells(sheet, row, target, names)
    const attributes = rowAttributes(sheet, row, target, fitting.get(row))
    if (cells === '' && attributes === '') continue
    written.push(`<row r="${row + 1}"${attributes}${cells === '' ? '/>' : `>${cells}</row>`}`)
  }
  written.push('</sheetData>')
  return written.join('')
}

function rowAttributes(sheet: SheetModel, row: number, target: CellTarget, fitting: number | undefined): string {
  let text = ''
  const height = sheet.rowHeights.get(row)
  if (height !== undefined) text += ` ht="${pointsOfPixels(height)}" customHeight="1"`
  else if (fitting !== undefined) text += ` ht="${fitting}"`
  if (sheet.hiddenRows.has(row)) text += ' hidden="1"'
  const carried = target.rows?.get(row)
  if (carried) for (const name in carried) text += ` ${name}="${carried[name]}"`
  return text
}

function rowCells(sheet: SheetModel, row: number, target: CellTarget, names: string[]): string {
  const values = sheet.values[row]
  const formulas = sheet.formulas[row]
  const styles = sheet.styles[row]
  const width = Math.max(values?.length ?? 0, formulas?.length ?? 0, styles?.length ?? 0)
  let cells = ''
  for (let column = 0; column < width; column++) {
    const value = values?.[column]
    const formula = formulas?.[column]
    const style = styles?.[column]
    if (value === undefined && formula === undefined && style === undefined) continue
    const number = target.styles.numberFor(style)
    const written = writtenFormula(sheet, row, column, target)
    const isBlank = written === undefined && (value === undefined || value === '')
    if (isBlank && number === (target.columnStyles[column] ?? 0)) continue
    names[column] ??= columnName(column)
    const format = number === 0 ? '' : ` s="${number}"`
    cells += `<c r="${names[column]}${row + 1}"${format}${isBlank ? '/>' : `${content(value, written, style, target)}</c>`}`
  }
  return cells
}

/**
 * The type attribute and the content of a cell.
 *
 * @param formula its `f` element
 */
function content(
  value: CellValue | CellError | undefined,
  formula: string | undefined,
  style: CellStyle | undefined,
  target: CellTarget,
): string {
  if (formula === undefined && typeof value === 'string') {
    const rich = carriedCell(style)?.rich
    const place = rich?.text === value ? target.texts.placeOfRuns(rich.runs) : target.texts.placeOf(value)
    return ` t="s"><v>${place}</v>`
  }
  const { type, text } = resultOf(value)
  return `${type}>${formula ?? ''}${text === undefined ? '' : `<v>${text}</v>`}`
}

function resultOf(value: CellValue | CellError | undefined): { type: string; text?: string } {
  switch (typeof value) {
    case 'string':
      return { type: ' t="str"', text: escapeText(encodeEscapes(value)) }
    case 'number':
      return Number.isFinite(value) ? { type: '', text: String(value) } : { type: ' t="e"', text: '#NUM!' }
    case 'boolean':
      return { type: ' t="b"', text: value ? '1' : '0' }
    case 'object':
      return { type: ' t="e"', text: ERRORS.has(value.error) ? value.error : '#VALUE!' }
    default:
      return { type: '' }
  }
}

/** The `f` element of a cell; undefined for one that has none, or whose formula is longer than Excel takes. */
function writtenFormula(sheet: SheetModel, row: number, column: number, target: CellTarget): string | undefined {
  const value = sheet.values[row]?.[column]
  const formula = sheet.formulas[row]?.[column]
  if (formula === undefined)
    return isSpilled(sheet, row, column) ? element(hiddenFormula(computedValue, value)) : undefined
  const carried = carriedCell(sheet.styles[row]?.[column])?.formula
  if (carried?.shown !== formula) {
    const text = target.formulaFor(formula)
    const isHidden = isGoogleOnly(formula, target.scriptFunctions)
    return element(isHidden ? hiddenFormula(text, value) : formulaToFile(text))
  }
  if (carried.attributes.t !== 'array') return element(carried.text)
  const ref = areaName({ row, column, rows: carried.rows, columns: carried.columns })
  return `<f t="array" ref="${ref}">${escapeText(carried.text)}</f>`
}

const element = (text: string | undefined) => text && `<f>${escapeText(text)}</f>`

/** Whether a cell shows a part of the array of another cell's formula, and not a blank. */
function isSpilled(sheet: SheetModel, row: number, column: number): boolean {
  const value = sheet.values[row]?.[column]
  return value !== undefined && value !== '' && sheet.spilled?.[row]?.[column]?.value === value
}
