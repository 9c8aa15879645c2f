/** How the cells of a Range look. */
import { Restyling } from '../grid.ts'
import type { CellStyle } from '../model.ts'
import { automaticFormat } from '../number-format.ts'
import { Refusal } from '../refusal.ts'
import { EnumMember } from '../service-object.ts'
import { checkSize, forCells, grid, place } from './cell-layers.ts'
import { colorText } from './color.ts'
import { RangeContents } from './range-contents.ts'
import { firstCell } from './range-place.ts'
import { TextStyle } from './rich-text.ts'
import { checkEditable } from './sheet-access.ts'

export abstract class RangeFormats extends RangeContents {
  getNumberFormats(): string[][] {
    return styleGrid(this, (style) => style?.numberFormat ?? automaticFormat)
  }

  getNumberFormat(): string {
    return firstCell(this).getNumberFormats()[0]![0]!
  }

  setNumberFormats(formats: readonly (readonly string[])[]): this {
    return restyleEach(this, formats, (numberFormat) => ({ numberFormat: formatOf(numberFormat) }))
  }

  setNumberFormat(numberFormat: string): this {
    return restyle(this, { numberFormat: formatOf(numberFormat) })
  }

  getBackgrounds(): string[][] {
    return styleGrid(this, (style) => style?.background ?? '#ffffff')
  }

  getBackground(): string {
    return firstCell(this).getBackgrounds()[0]![0]!
  }

  setBackgrounds(colors: readonly (readonly (string | null)[])[]): this {
    return restyleEach(this, colors, (color) => ({ background: colorText(color) }))
  }

  setBackground(color: string | null): this {
    return restyle(this, { background: colorText(color) })
  }

  getFontColors(): string[][] {
    return styleGrid(this, (style) => style?.fontColor ?? '#000000')
  }

  getFontColor(): string {
    return firstCell(this).getFontColors()[0]![0]!
  }

  setFontColors(colors: readonly (readonly (string | null)[])[]): this {
    return restyleEach(this, colors, (color) => ({ fontColor: colorText(color) }))
  }

  setFontColor(color: string | null): this {
    return restyle(this, { fontColor: colorText(color) })
  }

  getFontWeights(): string[][] {
    return styleGrid(this, (style) => (style?.bold === true ? 'bold' : 'normal'))
  }

  getFontWeight(): string {
    return firstCell(this).getFontWeights()[0]![0]!
  }

  setFontWeights(weights: readonly (readonly (string | null)[])[]): this {
    return restyleEach(this, weights, (weight) => ({ bold: flag(weight, 'bold', 'normal') }))
  }

  setFontWeight(weight: string | null): this {
    return restyle(this, { bold: flag(weight, 'bold', 'normal') })
  }

  getFontStyles(): string[][] {
    return styleGrid(this, (style) => (style?.italic === true ? 'italic' : 'normal'))
  }

  getFontStyle(): string {
    return firstCell(this).getFontStyles()[0]![0]!
  }

  setFontStyles(styles: readonly (readonly (string | null)[])[]): this {
    return restyleEach(this, styles, (style) => ({ italic: flag(style, 'italic', 'normal') }))
  }

  setFontStyle(style: string | null): this {
    return restyle(this, { italic: flag(style, 'italic', 'normal') })
  }

  getFontLines(): string[][] {
    return styleGrid(this, (style) => (style?.underline ? 'underline' : style?.strikethrough ? 'line-through' : 'none'))
  }

  getFontLine(): string {
    return firstCell(this).getFontLines()[0]![0]!
  }

  setFontLines(lines: readonly (readonly (string | null)[])[]): this {
    return restyleEach(this, lines, fontLine)
  }

  setFontLine(line: string | null): this {
    return restyle(this, fontLine(line))
  }

  getFontSizes(): number[][] {
    return styleGrid(this, (style) => style?.fontSize ?? 10)
  }

  getFontSize(): number {
    return firstCell(this).getFontSizes()[0]![0]!
  }

  setFontSizes(sizes: readonly (readonly number[])[]): this {
    return restyleEach(this, sizes, (fontSize) => ({ fontSize }))
  }

  setFontSize(size: number): this {
    return restyle(this, { fontSize: size })
  }

  getFontFamilies(): string[][] {
    return styleGrid(this, (style) => style?.fontFamily ?? 'Arial')
  }

  getFontFamily(): string {
    return firstCell(this).getFontFamilies()[0]![0]!
  }

  setFontFamilies(families: readonly (readonly (string | null)[])[]): this {
    return restyleEach(this, families, (family) => ({ fontFamily: family ?? undefined }))
  }

  setFontFamily(family: string | null): this {
    return restyle(this, { fontFamily: family ?? undefined })
  }

  getHorizontalAlignments(): string[][] {
    return styleGrid(this, (style) => style?.horizontalAlignment ?? 'general')
  }

  getHorizontalAlignment(): string {
    return firstCell(this).getHorizontalAlignments()[0]![0]!
  }

  setHorizontalAlignments(alignments: readonly (readonly (string | null)[])[]): this {
    return restyleEach(this, alignments, (alignment) => ({ horizontalAlignment: horizontal(alignment) }))
  }

  setHorizontalAlignment(alignment: string | null): this {
    return restyle(this, { horizontalAlignment: horizontal(alignment) })
  }

  getVerticalAlignments(): string[][] {
    return styleGrid(this, (style) => style?.verticalAlignment ?? 'bottom')
  }

  getVerticalAlignment(): string {
    return firstCell(this).getVerticalAlignments()[0]![0]!
  }

  setVerticalAlignments(alignments: readonly (readonly (string | null)[])[]): this {
    return restyleEach(this, alignments, (alignment) => ({ verticalAlignment: vertical(alignment) }))
  }

  setVerticalAlignment(alignment: string | null): this {
    return restyle(this, { verticalAlignment: vertical(alignment) })
  }

  setWrap(isWrapEnabled: boolean): this {
    return restyle(this, { wrap: isWrapEnabled ? true : undefined, clip: undefined })
  }

  setWraps(wraps: readonly (readonly boolean[])[]): this {
    return restyleEach(this, wraps, (wrap) => ({ wrap: wrap ? true : undefined, clip: undefined }))
  }

  getWrapStrategies(): EnumMember[][] {
    return styleGrid(
      this,
      (style) => new EnumMember('WrapStrategy', style?.wrap ? 'WRAP' : style?.clip ? 'CLIP' : 'OVERFLOW'),
    )
  }

  getWrapStrategy(): EnumMember {
    return firstCell(this).getWrapStrategies()[0]![0]!
  }

  setWrapStrategies(strategies: readonly (readonly EnumMember[])[]): this {
    return restyleEach(this, strategies, wrapping)
  }

  setWrapStrategy(strategy: EnumMember): this {
    return restyle(this, wrapping(strategy))
  }

  setTextStyle(style: TextStyle): this {
    return restyle(this, style.parts)
  }

  getTextStyle(): TextStyle {
    const { row, column } = this.area
    return new TextStyle(this.execution, this.model.styles[row]?.[column] ?? {})
  }
}

function styleGrid<T>(range: RangeFormats, of: (style: CellStyle | undefined) => T): T[][] {
  const { styles } = range.model
  return grid(range.area, (row, column) => of(styles[row]?.[column]))
}

type Change = { readonly [K in keyof CellStyle]?: CellStyle[K] | undefined }

function restyle<R extends RangeFormats>(range: R, change: Change): R {
  const { model, area } = range
  checkEditable(range.execution, model, area)
  const restyling = new Restyling(change)
  forCells(area, (row, column) => place(model.styles, row, column, restyling.of(model.styles[row]?.[column])))
  return range
}

function restyleEach<R extends RangeFormats, T>(
  range: R,
  parts: readonly (readonly T[])[],
  change: (part: T) => Change,
): R {
  const { model, area } = range
  checkSize(parts, area)
  checkEditable(range.execution, model, area)
  const restylings = new Map<T, Restyling>()
  forCells(area, (row, column) => {
    const part = parts[row - area.row]![column - area.column]!
    let restyling = restylings.get(part)
    if (restyling === undefined) {
      restyling = new Restyling(change(part))
      restylings.set(part, restyling)
    }
    place(model.styles, row, column, restyling.of(model.styles[row]?.[column]))
  })
  return range
}

function formatOf(numberFormat: string): string | undefined {
  return numberFormat === '' ? undefined : numberFormat
}

/** A word that switches a style on or off. @throws Refusal for any other word. */
function flag(word: string | null, on: string, off: string): true | undefined {
  if (word === on) return true
  if (word === off || word === null) return undefined
  throw new Refusal(`Invalid argument: ${word}`)
}

function fontLine(line: string | null): Change {
  if (line !== null && !['none', 'underline', 'line-through'].includes(line))
    throw new Refusal(`Invalid argument: ${line}`)
  return {
    underline: line === 'underline' ? true : undefined,
    strikethrough: line === 'line-through' ? true : undefined,
  }
}

function horizontal(alignment: string | null): 'left' | 'center' | 'right' | undefined {
  if (alignment === 'left' || alignment === 'center' || alignment === 'right') return alignment
  if (alignment === null || alignment === 'normal' || alignment === 'general') return undefined
  throw new Refusal(`Invalid argument: ${alignment}`)
}

function vertical(alignment: string | null): 'top' | 'middle' | 'bottom' | undefined {
  if (alignment === 'top' || alignment === 'middle' || alignment === 'bottom') return alignment
  if (alignment === null) return undefined
  throw new Refusal(`Invalid argument: ${alignment}`)
}

function wrapping({ member }: EnumMember): Change {
  return { wrap: member === 'WRAP' ? true : undefined, clip: member === 'CLIP' ? true : undefined }
}
