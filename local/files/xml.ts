/**
 * XML as the parts of an .xlsx file use it: a scanner for large sheets, a tree for everything else, and the way back.
 *
 * Document types are skipped and no entity but the five of XML is known, so that a file cannot make us read or expand
 * anything else.
 */

export interface XmlElement {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlNode[]
}

export type XmlNode = XmlElement | string

/** The part is not well-formed XML. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
}

/**
 * Walks through a document token by token. Where the root element has a namespace prefix (as .NET libraries write:
 * `x:worksheet`), that prefix is taken off every element, so that one reader serves all writers.
 */
export class XmlScanner {
  /** Of the element that was just opened or closed. */
  name = ''
  /** Whether the element that was just opened is already closed (`<a/>`). */
  closed = false
  /** The characters, decoded, after a 'text' token. */
  text = ''
  private readonly source: string
  private at = 0
  private attributesFrom = 0
  private attributesTo = 0
  private prefix: string | undefined

  constructor(source: string) {
    this.source = source
  }

  /** The next token, or undefined at the end. Text made of white space alone is given too. */
  next(): 'open' | 'close' | 'text' | undefined {
    const { source } = this
    for (;;) {
      if (this.at >= source.length) return undefined
      if (source.charCodeAt(this.at) !== 60) {
        let end = source.indexOf('<', this.at)
        if (end < 0) end = source.length
        this.text = decodeEntities(source.slice(this.at, end))
        this.at = end
        return 'text'
      }
      const second = source.charCodeAt(this.at + 1)
      if (second === 33) {
        if (source.startsWith('<![CDATA[', this.at)) {
          const end = this.find(']]>')
          this.text = source.slice(this.at + 9, end)
          this.at = end + 3
          return 'text'
        }
        this.at = source.startsWith('<!--', this.at) ? this.find('-->') + 3 : this.find('>') + 1
        continue
      }
      if (second === 63) {
        this.at = this.find('?>') + 2
        continue
      }
      const end = this.findTagEnd()
      if (second === 47) {
        this.name = this.withoutPrefix(source.slice(this.at + 2, end).trim())
        this.at = end + 1
        return 'close'
      }
      this.closed = source.charCodeAt(end - 1) === 47
      const inner = this.closed ? end - 1 : end
      let nameEnd = this.at + 1
      while (nameEnd < inner && source.charCodeAt(nameEnd) > 32) nameEnd++
      const full = source.slice(this.at + 1, nameEnd)
      if (this.prefix === undefined) {
        const colon = full.indexOf(':')
        this.prefix = colon < 0 ? '' : full.slice(0, colon + 1)
      }
      this.name = this.withoutPrefix(full)
      this.attributesFrom = nameEnd
      this.attributesTo = inner
      this.at = end + 1
      return 'open'
    }
  }

  /** The attributes of the element that was just opened. */
  attributes(): Record<string, string> {
    const found: Record<string, string> = {}
    if (this.attributesTo - this.attributesFrom < 2) return found
    const source = this.source.slice(this.attributesFrom, this.attributesTo)
    for (let at = 0; ; ) {
      const equals = source.indexOf('=', at)
      if (equals < 0) return found
      const name = source.slice(at, equals).trim()
      let open = equals + 1
      while (source.charCodeAt(open) <= 32) open++
      const quote = source[open] as string
      const close = source.indexOf(quote, open + 1)
      if ((quote !== '"' && quote !== "'") || close < 0)
        throw new XmlError(`an attribute of ${this.name} is not quoted`)
      found[name] = decodeEntities(source.slice(open + 1, close))
      at = close + 1
    }
  }

  /** The tree of the element that was just opened; the scanner stands after its end. */
  element(): XmlElement {
    const root: XmlElement = { name: this.name, attributes: this.attributes(), children: [] }
    if (this.closed) return root
    const open: XmlElement[] = [root]
    for (;;) {
      const token = this.next()
      const parent = open[open.length - 1] as XmlElement
      if (token === undefined) throw new XmlError(`${parent.name} is not closed`)
      if (token === 'text') {
        parent.children.push(this.text)
      } else if (token === 'open') {
        const child: XmlElement = { name: this.name, attributes: this.attributes(), children: [] }
        parent.children.push(child)
        if (!this.closed) open.push(child)
      } else {
        if (this.name !== parent.name) throw new XmlError(`${parent.name} is closed as ${this.name}`)
        open.pop()
        if (open.length === 0) return root
      }
    }
  }

  private find(what: string): number {
    const end = this.source.indexOf(what, this.at)
    if (end < 0) throw new XmlError('it ends in the middle of a tag')
    return end
  }

  /** A '>' may stand inside a quoted attribute. */
  private findTagEnd(): number {
    const { source } = this
    let end = this.find('>')
    for (;;) {
      let quotes = 0
      let quote = 0
      for (let at = this.at; at < end; at++) {
        const code = source.charCodeAt(at)
        if (quote === 0 && (code === 34 || code === 39)) {
          quote = code
          quotes++
        } else if (code === quote) quote = 0
      }
      if (quote === 0 || quotes === 0) return end
      end = source.indexOf('>', end + 1)
      if (end < 0) throw new XmlError('it ends in the middle of a tag')
    }
  }

  private withoutPrefix(name: string): string {
    return this.prefix && name.startsWith(this.prefix) ? name.slice(this.prefix.length) : name
  }
}

/**
 * The root element of a part.
 *
 * @throws XmlError when it is not well-formed
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const scanner = new XmlScanner(xmlText(bytes))
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (token === 'open') return scanner.element()
  }
  throw new XmlError('it is empty')
}

/** The characters of a part: UTF-8 unless a byte-order mark says UTF-16. */
export function xmlText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** A part made of this root element. */
export function xmlPart(root: XmlElement): Uint8Array {
  return Buffer.from(`${XML_DECLARATION}${xmlOf(root)}`)
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The element as text. */
export function xmlOf(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node)
  let text = `<${node.name}`
  for (const name in node.attributes) text += ` ${name}="${escapeAttribute(node.attributes[name] as string)}"`
  if (node.children.length === 0) return `${text}/>`
  text += '>'
  for (const child of node.children) text += xmlOf(child)
  return `${text}</${node.name}>`
}

/** A new element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const given: Record<string, string> = {}
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) given[key] = String(value)
  }
  return { name, attributes: given, children: [...children] }
}

/** The child elements, those of one name if a name is given. */
export function childrenOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child)
  }
  return found
}

/** The first child element of this name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of parent?.children ?? []) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** All characters inside an element. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return ''
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

/** Whether an xsd:boolean attribute says yes. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name[0] !== '#') return NAMED[name] ?? whole
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (found) =>
        found === '&' ? '&amp;' : found === '<' ? '&lt;' : found === '>' ? '&gt;' : '&#13;',
      )
    : text
}

function escapeAttribute(text: string): string {
  return /["&<>\n\r\t]/.test(text)
    ? text.replace(/["&<>\n\r\t]/g, (found) =>
        found === '"' ? '&quot;' : /\s/.test(found) ? `&#${found.charCodeAt(0)};` : escapeText(found),
      )
    : text
}
