import type { CellStyle } from '../../workspace/model.ts'
import { childOf, childrenOf, isOn, type XmlElement } from '../xml.ts'
import type { Colors } from './colors.ts'
import { builtInFormat } from './number-formats.ts'

/** The formats of a file, by the numbers that its cells use. */
export interface StyleSheet {
  readonly root: XmlElement
  /** By number of the format; each carries its own number. */
  readonly cells: readonly CellStyle[]
  /** Differential formats, for conditional formatting. */
  readonly differences: readonly XmlElement[]
}

export type Look = Pick<CellStyle, 'background' | 'fontColor' | 'bold' | 'italic' | 'underline' | 'strikethrough'>

type Fields = { -readonly [Field in keyof CellStyle]: CellStyle[Field] }

/**
 * What every format of the style sheet looks like. A family, size or colour of type that is the file's default is left
 * out, as in a cell that nobody formatted.
 */
export function readStyles(root: XmlElement, colors: Colors): StyleSheet {
  const codes = new Map(
    childrenOf(childOf(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  )
  const fonts = childrenOf(childOf(root, 'fonts'), 'font')
  const fills = childrenOf(childOf(root, 'fills'), 'fill')
  const cells = childrenOf(childOf(root, 'cellXfs'), 'xf').map((xf, index) => {
    const style: Fields = {}
    const format = Number(xf.attributes.numFmtId ?? 0)
    const code = codes.get(format) ?? builtInFormat(format)
    if (code !== undefined && code !== 'General') style.numberFormat = code
    readFont(fonts[Number(xf.attributes.fontId ?? 0)], fonts[0], colors, style)
    const background = solidFill(fills[Number(xf.attributes.fillId ?? 0)], colors)
    if (background !== undefined) style.background = background
    readAlignment(childOf(xf, 'alignment'), style)
    style.carried = { xf: index }
    return style
  })
  return { root, cells, differences: childrenOf(childOf(root, 'dxfs'), 'dxf') }
}

function readFont(font: XmlElement | undefined, standard: XmlElement | undefined, colors: Colors, style: Fields): void {
  if (!font) return
  Object.assign(style, weight(font))
  const family = childOf(font, 'name')?.attributes.val
  if (family !== undefined && family !== childOf(standard, 'name')?.attributes.val) style.fontFamily = family
  const size = childOf(font, 'sz')?.attributes.val
  if (size !== undefined && size !== childOf(standard, 'sz')?.attributes.val) style.fontSize = Number(size)
  const color = colors(childOf(font, 'color'))
  if (color !== undefined && color !== colors(childOf(standard, 'color'))) style.fontColor = color
}

function weight(font: XmlElement): Look {
  const on = (name: string): boolean => {
    const mark = childOf(font, name)
    return (
      mark !== undefined &&
      (mark.attributes.val === undefined || (mark.attributes.val !== 'none' && isOn(mark.attributes.val)))
    )
  }
  const underline = childOf(font, 'u')
  return {
    ...(on('b') ? { bold: true } : {}),
    ...(on('i') ? { italic: true } : {}),
    ...(underline && underline.attributes.val !== 'none' ? { underline: true } : {}),
    ...(on('strike') ? { strikethrough: true } : {}),
  }
}

function solidFill(fill: XmlElement | undefined, colors: Colors): string | undefined {
  const pattern = childOf(fill, 'patternFill')
  return pattern?.attributes.patternType === 'solid' ? colors(childOf(pattern, 'fgColor')) : undefined
}

function readAlignment(alignment: XmlElement | undefined, style: Fields): void {
  if (!alignment) return
  const { horizontal, vertical, wrapText } = alignment.attributes
  if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right') style.horizontalAlignment = horizontal
  if (vertical === 'top' || vertical === 'bottom') style.verticalAlignment = vertical
  if (vertical === 'center') style.verticalAlignment = 'middle'
  if (isOn(wrapText)) style.wrap = true
}

/** How a differential format changes a cell. */
export function readLook(difference: XmlElement | undefined, colors: Colors): Look {
  const font = childOf(difference, 'font')
  const pattern = childOf(childOf(difference, 'fill'), 'patternFill')
  const kind = pattern?.attributes.patternType
  const background =
    colors(childOf(pattern, kind === undefined || kind === 'solid' ? 'bgColor' : 'fgColor')) ??
    (kind === 'solid' ? colors(childOf(pattern, 'fgColor')) : undefined)
  const fontColor = colors(childOf(font, 'color'))
  return {
    ...(background !== undefined ? { background } : {}),
    ...(fontColor !== undefined ? { fontColor } : {}),
    ...(font ? weight(font) : {}),
  }
}
