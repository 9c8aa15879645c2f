/** Rich text, as far as links and one style for the whole cell; styles of parts of a text are not emulated. */
import type { Execution } from '../execution.ts'
import type { CellLink, CellStyle } from '../model.ts'
import { NotEmulated, Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import { colorText } from './color.ts'

type TextParts = Pick<
  CellStyle,
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'fontFamily' | 'fontSize' | 'fontColor'
>

export class RichTextValue extends ServiceObject {
  readonly official = 'RichTextValue'
  readonly text: string
  readonly links: readonly CellLink[]
  /** Undefined: the cell keeps its own. */
  readonly wholeStyle: TextParts | undefined

  constructor(execution: Execution, text: string, links: readonly CellLink[], wholeStyle?: TextParts) {
    super(execution)
    this.text = text
    this.links = links
    this.wholeStyle = wholeStyle
  }

  getText(): string {
    return this.text
  }

  /** Without offsets: the link of the whole text; null when it has none, or several. */
  getLinkUrl(start = 0, end = this.text.length): string | null {
    return this.links.find((link) => link.start <= start && link.end >= end && end > start)?.url ?? null
  }

  getTextStyle(...offsets: number[]): TextStyle {
    if (offsets.length > 0) throw new NotEmulated('RichTextValue.getTextStyle of a part of the text')
    return new TextStyle(this.execution, this.wholeStyle ?? {})
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.execution, this)
  }
}

export class RichTextValueBuilder extends ServiceObject {
  readonly official = 'RichTextValueBuilder'
  #text: string | undefined
  #links: readonly CellLink[]
  #style: TextParts | undefined

  constructor(execution: Execution, from?: RichTextValue) {
    super(execution)
    this.#text = from?.text
    this.#links = from?.links ?? []
    this.#style = from?.wholeStyle
  }

  /** Clears what was set before, as the reference says. */
  setText(text: string): RichTextValueBuilder {
    this.#text = text
    this.#links = []
    this.#style = undefined
    return this
  }

  /** (url), or (start, end, url) for a part of the text; null takes the link away. */
  setLinkUrl(...given: [string | null] | [number, number, string | null]): RichTextValueBuilder {
    const text = this.#checkedText()
    const [start, end, url] = given.length === 1 ? [0, text.length, given[0]] : given
    checkOffsets(start, end, text)
    const others = this.#links.flatMap((link) => [
      ...(link.start < start ? [{ ...link, end: Math.min(link.end, start) }] : []),
      ...(link.end > end ? [{ ...link, start: Math.max(link.start, end) }] : []),
    ])
    this.#links = url === null ? others : [...others, { start, end, url }].sort((a, b) => a.start - b.start)
    return this
  }

  setTextStyle(...given: [TextStyle | null] | [number, number, TextStyle | null]): RichTextValueBuilder {
    const text = this.#checkedText()
    if (given.length === 3 && !(given[0] === 0 && given[1] === text.length)) {
      throw new NotEmulated('RichTextValueBuilder.setTextStyle for a part of the text')
    }
    this.#style = given[given.length - 1] === null ? undefined : (given[given.length - 1] as TextStyle).parts
    return this
  }

  build(): RichTextValue {
    return new RichTextValue(this.execution, this.#text ?? '', this.#links, this.#style)
  }

  #checkedText(): string {
    if (this.#text === undefined) throw new Refusal('setText must be called before setting links or styles.')
    return this.#text
  }
}

function checkOffsets(start: number, end: number, text: string): void {
  if (start < 0 || end > text.length || start >= end) throw new Refusal('Invalid argument: offsets outside the text.')
}

export class TextStyle extends ServiceObject {
  readonly official = 'TextStyle'
  readonly parts: TextParts

  constructor(execution: Execution, style: TextParts) {
    super(execution)
    const { bold, italic, underline, strikethrough, fontFamily, fontSize, fontColor } = style
    const all = { bold, italic, underline, strikethrough, fontFamily, fontSize, fontColor }
    this.parts = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  }

  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.execution, this.parts)
  }

  isBold(): boolean | null {
    return this.parts.bold ?? null
  }

  isItalic(): boolean | null {
    return this.parts.italic ?? null
  }

  isUnderline(): boolean | null {
    return this.parts.underline ?? null
  }

  isStrikethrough(): boolean | null {
    return this.parts.strikethrough ?? null
  }

  getFontFamily(): string | null {
    return this.parts.fontFamily ?? null
  }

  getFontSize(): number | null {
    return this.parts.fontSize ?? null
  }

  getForegroundColor(): string | null {
    return this.parts.fontColor ?? null
  }
}

export class TextStyleBuilder extends ServiceObject {
  readonly official = 'TextStyleBuilder'
  #parts: TextParts

  constructor(execution: Execution, from: TextParts) {
    super(execution)
    this.#parts = from
  }

  setBold(bold: boolean): TextStyleBuilder {
    return this.#set({ bold })
  }

  setItalic(italic: boolean): TextStyleBuilder {
    return this.#set({ italic })
  }

  setUnderline(underline: boolean): TextStyleBuilder {
    return this.#set({ underline })
  }

  setStrikethrough(strikethrough: boolean): TextStyleBuilder {
    return this.#set({ strikethrough })
  }

  setFontFamily(fontFamily: string): TextStyleBuilder {
    return this.#set({ fontFamily })
  }

  setFontSize(fontSize: number): TextStyleBuilder {
    return this.#set({ fontSize })
  }

  setForegroundColor(cssString: string): TextStyleBuilder {
    return this.#set({ fontColor: colorText(cssString)! })
  }

  build(): TextStyle {
    return new TextStyle(this.execution, this.#parts)
  }

  #set(change: TextParts): TextStyleBuilder {
    this.#parts = { ...this.#parts, ...change }
    return this
  }
}
