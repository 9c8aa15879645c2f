/**
 * Documents.html: everything that makes documents, as a text that the script evaluates when the first one is made.
 *
 * As a script file, Google would compile it at every start of a formula. It is packed and in letters and digits alone,
 * because Apps Script changes what it takes for markup in an html file.
 */
import { gzipSync } from 'node:zlib'
import { licenceTexts } from './licences.ts'
import { bundle } from './script.ts'
import { templateDocx, templateKinds } from './templates/template-docx.ts'

/**
 * @param root the repository
 * @returns the text of Documents.html
 * @throws when a template or the script cannot be built
 */
export async function bundleDocuments(root: string): Promise<string> {
  const { text, metafile } = await bundleEngine(root)
  const licences = await licenceTexts(metafile, root)
  if (licences.includes('--')) throw new Error('A licence cannot stand in a comment of a page.')
  const packed = gzipSync(text, { level: 9 }).toString('base64')
  return `<!--\nThis file contains:\n\n${licences}-->\n<script type="text/plain">${packed}</script>\n`
}

/** The script itself, which leaves what it exports in a variable `PlanDocuments`. */
export async function bundleEngine(root: string): ReturnType<typeof bundle> {
  const templates = await Promise.all(
    templateKinds.map(async (kind) => [kind, Buffer.from(await templateDocx(root, kind)).toString('base64')] as const),
  )
  const define = { SHIPPED_TEMPLATES: JSON.stringify(Object.fromEntries(templates)) }
  return bundle(root, 'src/documents/engine.ts', 'PlanDocuments', define)
}
