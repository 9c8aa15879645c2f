/**
 * The format that a result brings along: a date shows as one in a cell that has no format of its own, and the cell gets
 * its own look back when the result is something else.
 */
import type { CellStyle, SheetModel } from '../model.ts'
import { isAutomatic } from '../number-format.ts'

/** The style that the cell has of its own, by the one that a result gave it. */
const ownStyles = new WeakMap<CellStyle, { readonly style: CellStyle | undefined }>()
const plain: CellStyle = {}
const made = new WeakMap<CellStyle, Map<string, CellStyle>>()

/** Gives a cell the format of its result, unless it has its own. */
export function dressed(sheet: SheetModel, row: number, column: number, numberFormat: string): void {
  const shown = sheet.styles[row]?.[column]
  const known = shown && ownStyles.get(shown)
  const own = known === undefined ? shown : known.style
  if (own?.numberFormat !== undefined && !isAutomatic(own.numberFormat)) return
  sheet.styles[row] ??= []
  sheet.styles[row][column] = withFormat(own, numberFormat)
}

/** Gives a cell back the style that it had before a result gave it one. */
export function undressed(sheet: SheetModel, row: number, column: number): void {
  const shown = sheet.styles[row]?.[column]
  const own = shown && ownStyles.get(shown)
  if (own !== undefined) sheet.styles[row]![column] = own.style
}

function withFormat(own: CellStyle | undefined, numberFormat: string): CellStyle {
  let byFormat = made.get(own ?? plain)
  if (byFormat === undefined) {
    byFormat = new Map()
    made.set(own ?? plain, byFormat)
  }
  let style = byFormat.get(numberFormat)
  if (style === undefined) {
    style = { ...own, numberFormat }
    ownStyles.set(style, { style: own })
    byFormat.set(numberFormat, style)
  }
  return style
}
