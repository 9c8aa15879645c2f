/** What a Word document says, as blocks of text. Where its text stands: ECMA-376 part 1, WordprocessingML. */
import { childOf, childrenOf, isOn, parseXml, textOf, type XmlElement } from '../files/xml.ts'
import { readZip } from '../files/zip.ts'
import type { DocumentBlock, TextRun } from './protocol.ts'

const mainPart = 'word/document.xml'

/**
 * @param docx bytes of the .docx file
 * @throws ZipError, XmlError when it is damaged
 */
export function documentBlocks(docx: Uint8Array): DocumentBlock[] {
  const part = readZip(docx).get(mainPart)
  return part === undefined ? [] : blocksIn(childOf(parseXml(part), 'body'))
}

/** Of a body or a cell, with what lies in content controls. */
function blocksIn(parent: XmlElement | undefined): DocumentBlock[] {
  return childrenOf(parent).flatMap((child): DocumentBlock[] => {
    switch (child.name) {
      case 'p':
        return [paragraph(child)]
      case 'tbl':
        return [table(child)]
      case 'sdt':
        return blocksIn(childOf(child, 'sdtContent'))
      default:
        return []
    }
  })
}

function table(element: XmlElement): DocumentBlock {
  return { kind: 'table', rows: childrenOf(element, 'tr').map((row) => childrenOf(row, 'tc').map(blocksIn)) }
}

function paragraph(element: XmlElement): DocumentBlock {
  const looks = childOf(element, 'pPr')
  const style = childOf(looks, 'pStyle')?.attributes['w:val'] ?? ''
  const text = runsIn(element)
  const level = /^title$/i.test(style) ? 1 : Number(/^heading ?(\d)$/i.exec(style)?.[1] ?? 0) + 1
  if (/^(title|heading ?\d)$/i.test(style)) return { kind: 'heading', text, level: Math.min(level, 3) as 1 | 2 | 3 }
  return { kind: 'paragraph', text, isListed: childOf(looks, 'numPr') !== undefined }
}

/** Of a paragraph, with what lies in links, content controls and insertions that were not accepted yet. */
function runsIn(parent: XmlElement): TextRun[] {
  return childrenOf(parent).flatMap((child): TextRun[] => {
    if (child.name === 'r') return run(child)
    return ['hyperlink', 'ins', 'sdt', 'sdtContent', 'smartTag'].includes(child.name) ? runsIn(child) : []
  })
}

const breaks: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' }

function run(element: XmlElement): TextRun[] {
  const text = childrenOf(element)
    .map((child) => (child.name === 't' ? textOf(child) : (breaks[child.name] ?? '')))
    .join('')
  if (text === '') return []
  const looks = childOf(element, 'rPr')
  return [{ text, ...(isSet(looks, 'b') ? { bold: true } : {}), ...(isSet(looks, 'i') ? { italic: true } : {}) }]
}

/** A property that is there is on, unless it says otherwise. */
function isSet(looks: XmlElement | undefined, name: string): boolean {
  const property = childOf(looks, name)
  return property !== undefined && isOn(property.attributes['w:val'] ?? 'true')
}
