/**
 * Lines that go where nothing fills them: 'Phone: {phone?}'.
 *
 * While a document is filled, such a tag leaves one of two signs in its paragraph. Both are noncharacters of Unicode,
 * which no text holds; whatever a school wrote is freed of them. Afterwards a paragraph that was left blank, and in which
 * no other such tag was filled, is taken out.
 */

const blank = '\uFDD0'
const present = '\uFDD1'

/** What a text must not hold: the signs, what no XML may hold, and half a pair of surrogates, which no file can store. */
const unfit = /[\uFDD0\uFDD1\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

export interface LineDropper {
  /** The text with its sign. */
  readonly marked: (text: string) => string
  /** Takes the lines out of one part of the file. */
  readonly postrender: (parts: string[]) => string[]
}

/** A text that can stand in a document; line breaks as \n. */
export function fitText(text: string): string {
  return text.replace(unfit, '').replace(/\r\n?|[\u2028\u2029]/g, '\n')
}

export function lineDropper(): LineDropper {
  let used = false
  return {
    marked: (text) => {
      used = true
      return (text === '' ? blank : present) + text
    },
    postrender: (parts) => (used ? [withoutBlankLines(parts.join(''))] : parts),
  }
}

function withoutBlankLines(xml: string): string {
  let kept = ''
  let from = 0
  for (let at = xml.indexOf(blank); at !== -1; at = xml.indexOf(blank, from)) {
    const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at))
    const end = xml.indexOf('</w:p>', at) + '</w:p>'.length
    const line = xml.slice(start, end)
    kept += xml.slice(from, start)
    if (line.includes(present)) kept += line
    // A cell of a table must hold a paragraph, be it an empty one.
    else if (/(<w:tc>|<\/w:tcPr>)$/.test(xml.slice(0, start)) && xml.startsWith('</w:tc>', end)) kept += '<w:p/>'
    from = end
  }
  return (kept + xml.slice(from)).split(blank).join('').split(present).join('')
}
