/**
 * XML as the parts of an .xlsx file use it, read by saxes: element by element for large sheets, a tree for everything
 * else, and the way back.
 *
 * Document types are skipped and no entity but the five of XML is known, so that a file cannot make us read or expand
 * anything else.
 */
import { SaxesParser } from 'saxes'

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

/** Is told what stands in a document, in its order. */
export interface XmlReader {
  open(name: string, attributes: Record<string, string>): void
  /** Characters between two tags, decoded; white space alone is given too. */
  text(text: string): void
  close(name: string): void
}

/** Bytes that are decoded at once, so that a large sheet never stands in memory as one text. */
const CHUNK = 0x1_0000

/**
 * Walks through a part. Where the root element has a namespace prefix (as .NET libraries write: `x:worksheet`), that
 * prefix is taken off every element, so that one reader serves all writers.
 *
 * @throws XmlError when it is not well-formed
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let prefix: string | undefined
  const plain = (name: string): string => (prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name)
  parser.on('opentag', (tag) => {
    prefix ??= tag.name.slice(0, tag.name.indexOf(':') + 1)
    reader.open(plain(tag.name), tag.attributes)
  })
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  parser.on('closetag', (tag) => reader.close(plain(tag.name)))
  parser.on('error', ({ message }) => {
    throw new XmlError(message.replace(/\.$/, ''))
  })
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
  }
  parser.write(decoder.decode()).close()
}

/** Builds the tree of an element from what a reader is told. */
export class XmlTree implements XmlReader {
  /** The element that was opened first, complete once it is closed. */
  root: XmlElement | undefined
  private readonly parents: XmlElement[] = []

  /** Whether the element that was opened first is closed again. */
  get isComplete(): boolean {
    return this.root !== undefined && this.parents.length === 0
  }

  open(name: string, attributes: Record<string, string>): void {
    const opened: XmlElement = { name, attributes, children: [] }
    this.root ??= opened
    this.parents[this.parents.length - 1]?.children.push(opened)
    this.parents.push(opened)
  }

  text(text: string): void {
    this.parents[this.parents.length - 1]?.children.push(text)
  }

  close(): void {
    this.parents.pop()
  }
}

/**
 * The root element of a part.
 *
 * @throws XmlError when it is not well-formed
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const tree = new XmlTree()
  readXml(bytes, tree)
  return tree.root as XmlElement
}

/** The characters of a part. */
export function xmlText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** UTF-8 unless a byte-order mark says UTF-16. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
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

/** Characters that may not stand as they are between two tags. */
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
