/** Templates made from a few lines, and what a filled one says. */
import PizZip from 'pizzip'
import { readTemplate } from '../../build/templates/markup.ts'
import { docxParts } from '../../build/templates/wordprocessing.ts'
import { templateFiller } from '../../src/documents/fill-template.ts'

/** A .docx template of the readable source, its parts changed at will before it is packed. */
export function template(source: string, change: (parts: Map<string, string>) => void = () => undefined): Uint8Array {
  const parts = new Map(docxParts(readTemplate(source), false))
  change(parts)
  const zip = new PizZip()
  for (const [path, text] of parts) zip.file(path, text)
  return zip.generate({ type: 'uint8array' })
}

/** The words of one part of a document: a line for each paragraph, cells behind one another. */
export function wordsOf(bytes: Uint8Array, path = 'word/document.xml'): string {
  const xml = new PizZip(bytes).file(path)?.asText() ?? ''
  return xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .trim()
}

/** What a template of these lines says when it is filled. */
export function filled(source: string, values: object): string {
  return wordsOf(templateFiller(template(source))(values).bytes)
}
