/**
 * The four files that are pushed to Apps Script.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleDocuments } from './documents.ts'
import { bundleScript } from './script.ts'
import { bundleSidebar } from './sidebar.ts'

/** The root of this repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds everything, then writes it; when a part cannot be built, nothing is written.
 *
 * Each file is renamed into place, so that a test running beside a build never loads half of one.
 *
 * @param folder relative to the root of the repository, or absolute
 * @returns the text of each file, by its name
 * @throws when a source does not compile or a built file holds what Apps Script would break or block
 */
export async function writeDist(folder: string): Promise<ReadonlyMap<string, string>> {
  const [script, documents, sidebar, manifest] = await Promise.all([
    bundleScript(root),
    bundleDocuments(root),
    bundleSidebar(root),
    readFile(join(root, 'appsscript.json'), 'utf8'),
  ])
  const files = new Map([
    ['Code.js', script],
    ['Documents.html', documents],
    ['Sidebar.html', sidebar],
    ['appsscript.json', manifest],
  ])
  const target = resolve(root, folder)
  await mkdir(target, { recursive: true })
  for (const [name, text] of files) {
    const unfinished = join(target, `.${name}.${process.pid}`)
    await writeFile(unfinished, text)
    await rename(unfinished, join(target, name))
  }
  return files
}
