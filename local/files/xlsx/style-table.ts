import type { CellStyle } from '../../workspace/model.ts'
import { childOf, childrenOf, element, parseXml, type XmlElement, xmlOf } from '../xml.ts'
import { carriedCell } from './carried.ts'
import type { Colors } from './colors.ts'
import { builtInNumber, FIRST_OWN_FORMAT } from './number-formats.ts'
import { MAIN } from './package.ts'
import { type Look, readStyles } from './read-styles.ts'

/** A new workbook's style sheet; the type is Google Sheets' own. */
const FRESH = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`

/** Order of the children of the root (ECMA-376 18.8.39). */
const SECTIONS = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
]
/** Order of the children of a font, which Excel insists on. */
const FONT_PARTS = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'rFont',
  'family',
  'charset',
  'scheme',
]
const FONT_FIELDS = ['bold', 'italic', 'underline', 'strikethrough', 'fontFamily', 'fontSize', 'fontColor'] as const
const FIELDS = [
  ...FONT_FIELDS,
  'numberFormat',
  'background',
  'horizontalAlignment',
  'verticalAlignment',
  'wrap',
] as const
const ALIGNMENT_FIELDS = ['horizontalAlignment', 'verticalAlignment', 'wrap'] as const

/**
 * The style sheet of a file that is being written: the one that was read, with new formats added at its end. What a
 * cell's format has beyond the model (borders, theme colours, locks) stays, since only the fields that differ from what
 * was read are changed.
 */
export class StyleTable {
  private readonly root: XmlElement
  private readonly original: readonly CellStyle[]
  private readonly numbers = new Map<string, number>()
  private readonly seen = new WeakMap<CellStyle, number>()
  private readonly places = new Map<XmlElement, Map<string, number>>()

  /**
   * @param carried root of the style sheet that was read, if any
   * @param colorsOf the colours of that file
   */
  constructor(carried: XmlElement | undefined, colorsOf: (root: XmlElement) => Colors) {
    this.root = carried ? structuredClone(carried) : parseXml(Buffer.from(FRESH))
    this.original = readStyles(this.root, colorsOf(this.root)).cells
  }

  /** Size of the type of a cell that says none, in points. */
  get standardSize(): number {
    const standard = childrenOf(childOf(this.root, 'fonts'), 'font')[0]
    return Number(childOf(standard, 'sz')?.attributes.val ?? 11)
  }

  /** The number of the format for a cell of this style. */
  numberFor(style: CellStyle | undefined): number {
    if (!style) return 0
    const known = this.seen.get(style)
    if (known !== undefined) return known
    const { carried, ...fields } = style
    const from = carriedCell(style)?.xf ?? 0
    const key = `${from} ${JSON.stringify(
      Object.entries(fields)
        .filter(([, value]) => value !== undefined && value !== false)
        .sort(),
    )}`
    let number = this.numbers.get(key)
    if (number === undefined) {
      number = this.add(style, this.original[from] === undefined ? 0 : from)
      this.numbers.set(key, number)
    }
    this.seen.set(style, number)
    return number
  }

  /** The number of the differential format for a conditional rule that changes cells like this. */
  differenceFor(look: Look): number {
    const parts: XmlElement[] = []
    const font = fontWith(element('font'), look, undefined)
    if (font.children.length > 0) parts.push(font)
    if (look.background !== undefined) {
      parts.push(
        element('fill', {}, [
          element('patternFill', { patternType: 'solid' }, [
            element('fgColor', { rgb: argb(look.background) }),
            element('bgColor', { rgb: argb(look.background) }),
          ]),
        ]),
      )
    }
    return this.place('dxfs', element('dxf', {}, parts))
  }

  /** The style sheet with all that was added. */
  xml(): XmlElement {
    for (const section of childrenOf(this.root)) {
      if (section.attributes.count !== undefined) section.attributes.count = String(childrenOf(section).length)
    }
    return this.root
  }

  private add(style: CellStyle, from: number): number {
    const base = this.original[from] ?? {}
    if (!differs(style, base, FIELDS)) return from
    const xfs = childrenOf(this.section('cellXfs'), 'xf')
    const xf: XmlElement = structuredClone(
      xfs[from] ?? element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
    )
    if (style.numberFormat !== base.numberFormat) {
      xf.attributes.numFmtId = String(this.formatNumber(style.numberFormat))
      xf.attributes.applyNumberFormat = '1'
    }
    if (differs(style, base, FONT_FIELDS)) {
      const fonts = childrenOf(this.section('fonts'), 'font')
      const font = fontWith(fonts[Number(xf.attributes.fontId ?? 0)] ?? element('font'), style, fonts[0], base)
      xf.attributes.fontId = String(this.place('fonts', font))
      xf.attributes.applyFont = '1'
    }
    if (style.background !== base.background) {
      xf.attributes.fillId = String(style.background === undefined ? 0 : this.place('fills', solid(style.background)))
      xf.attributes.applyFill = '1'
    }
    if (differs(style, base, ALIGNMENT_FIELDS)) {
      const alignment = childOf(xf, 'alignment') ?? element('alignment')
      set(alignment, 'horizontal', style.horizontalAlignment, base.horizontalAlignment)
      const vertical = style.verticalAlignment === 'middle' ? 'center' : style.verticalAlignment
      set(alignment, 'vertical', vertical, base.verticalAlignment === 'middle' ? 'center' : base.verticalAlignment)
      set(alignment, 'wrapText', style.wrap ? '1' : undefined, base.wrap ? '1' : undefined)
      if (!xf.children.includes(alignment)) xf.children.unshift(alignment)
      xf.attributes.applyAlignment = '1'
    }
    return this.place('cellXfs', xf)
  }

  private formatNumber(format: string | undefined): number {
    if (format === undefined) return 0
    const builtIn = builtInNumber(format)
    if (builtIn !== undefined) return builtIn
    const formats = childrenOf(this.section('numFmts'), 'numFmt')
    const known = formats.find(({ attributes }) => attributes.formatCode === format)
    if (known) return Number(known.attributes.numFmtId)
    const number =
      formats.reduce((most, { attributes }) => Math.max(most, Number(attributes.numFmtId)), FIRST_OWN_FORMAT - 1) + 1
    this.section('numFmts').children.push(element('numFmt', { numFmtId: number, formatCode: format }))
    return number
  }

  /** The place of an element in its section, where it is added unless the same stands there. */
  private place(name: string, added: XmlElement): number {
    const section = this.section(name)
    let places = this.places.get(section)
    if (!places) {
      places = new Map()
      for (const [index, child] of childrenOf(section).entries()) {
        const text = xmlOf(child)
        if (!places.has(text)) places.set(text, index)
      }
      this.places.set(section, places)
    }
    const text = xmlOf(added)
    const found = places.get(text)
    if (found !== undefined) return found
    const index = childrenOf(section).length
    section.children.push(added)
    places.set(text, index)
    return index
  }

  private section(name: string): XmlElement {
    const found = childOf(this.root, name)
    if (found) return found
    const added = element(name, { count: 0 })
    const rank = SECTIONS.indexOf(name)
    const at = this.root.children.findIndex((child) => typeof child !== 'string' && SECTIONS.indexOf(child.name) > rank)
    this.root.children.splice(at < 0 ? this.root.children.length : at, 0, added)
    return added
  }
}

function differs<Field extends keyof CellStyle>(a: CellStyle, b: CellStyle, fields: readonly Field[]): boolean {
  return fields.some((field) => (a[field] || undefined) !== (b[field] || undefined))
}

function set(target: XmlElement, name: string, value: string | undefined, before: string | undefined): void {
  if (value === before) return
  if (value === undefined) delete target.attributes[name]
  else target.attributes[name] = value
}

function solid(color: string): XmlElement {
  return element('fill', {}, [
    element('patternFill', { patternType: 'solid' }, [
      element('fgColor', { rgb: argb(color) }),
      element('bgColor', { indexed: 64 }),
    ]),
  ])
}

function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`
}

/** A font like `from`, changed where `style` differs from `base`; what is no longer set falls back to `standard`. */
function fontWith(
  from: XmlElement,
  style: CellStyle,
  standard: XmlElement | undefined,
  base: CellStyle = {},
): XmlElement {
  const parts = new Map(childrenOf(from).map((part) => [part.name, part]))
  const put = (name: string, part: XmlElement | undefined): void => {
    if (part) parts.set(name, part)
    else parts.delete(name)
  }
  const mark = (name: string, on: boolean | undefined, before: boolean | undefined): void => {
    if ((on ?? false) !== (before ?? false)) put(name, on ? element(name) : undefined)
  }
  mark('b', style.bold, base.bold)
  mark('i', style.italic, base.italic)
  mark('strike', style.strikethrough, base.strikethrough)
  mark('u', style.underline, base.underline)
  if (style.fontSize !== base.fontSize) {
    put('sz', style.fontSize === undefined ? childOf(standard, 'sz') : element('sz', { val: style.fontSize }))
  }
  if (style.fontColor !== base.fontColor) {
    put(
      'color',
      style.fontColor === undefined ? childOf(standard, 'color') : element('color', { rgb: argb(style.fontColor) }),
    )
  }
  if (style.fontFamily !== base.fontFamily) {
    put('name', style.fontFamily === undefined ? childOf(standard, 'name') : element('name', { val: style.fontFamily }))
    for (const name of ['family', 'charset', 'scheme']) {
      put(name, style.fontFamily === undefined ? childOf(standard, name) : undefined)
    }
  }
  const ordered = [...parts.values()].sort((a, b) => FONT_PARTS.indexOf(a.name) - FONT_PARTS.indexOf(b.name))
  return element('font', from.attributes, ordered)
}
