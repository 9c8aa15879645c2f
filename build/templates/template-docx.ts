/**
 * The .docx file of a shipped template, made from its readable source under src/documents/templates/.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { readTemplate } from './markup.ts'
import { docxParts } from './wordprocessing.ts'

/** The shipped templates, by their file names. */
export const templateKinds = ['elementary', 'secondary'] as const

export type TemplateKind = (typeof templateKinds)[number]

/** No clock: the same source gives the same bytes. The first day that a zip file can name. */
const noDate = new Date(1980, 0, 1)

/**
 * @param root the repository
 * @throws Error when the source cannot be read, naming its line
 */
export async function templateDocx(root: string, kind: TemplateKind): Promise<Uint8Array> {
  const source = await readFile(join(root, 'src/documents/templates', `${kind}.txt`), 'utf8')
  const zip = new PizZip()
  // The elementary form has to fit on one page.
  for (const [path, text] of docxParts(readTemplate(source), kind === 'elementary')) {
    zip.file(path, text, { date: noDate })
  }
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
