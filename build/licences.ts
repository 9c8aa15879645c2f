/**
 * The licence texts that must travel with a bundled library.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

/** The npm packages of which some code stands in the bundle, sorted. */
export function packagesIn(metafile: Metafile): string[] {
  const names = new Set<string>()
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
      if (name !== undefined && bytesInOutput > 0) names.add(name)
    }
  }
  return [...names].sort()
}

/**
 * A comment with the licence of every bundled package; '' when there is none.
 *
 * @throws when a package has no file LICENSE, or one that would end the comment early
 */
export async function licencesOf(metafile: Metafile, root: string): Promise<string> {
  const texts = await Promise.all(
    packagesIn(metafile).map(async (name) => {
      const text = (await readFile(join(root, 'node_modules', name, 'LICENSE'), 'utf8')).trim()
      if (text.includes('*/')) throw new Error(`The licence of ${name} cannot stand in a comment.`)
      return `${name}\n\n${text}\n`
    }),
  )
  return texts.length === 0 ? '' : `/*\nThis file contains:\n\n${texts.join('\n\n')}*/\n`
}
