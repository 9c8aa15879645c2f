/**
 * The licence texts that must travel with a bundled library.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

interface Package {
  readonly name: string
  /** Relative to the root of the repository. */
  readonly folder: string
}

/** The npm packages of which some code stands in the bundle, sorted by name. */
export function packagesIn(metafile: Metafile): readonly Package[] {
  const packages = new Map<string, Package>()
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      // A package may lie in the folder of the one that needs it: the last name counts.
      const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? []
      if (folder !== undefined && name !== undefined && bytesInOutput > 0) packages.set(name, { name, folder })
    }
  }
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * The licence of every bundled package, each under its name; '' when there is none. Of a package that may be had under the
 * MIT licence or the GPL, the MIT licence is taken.
 *
 * @throws when a package has no file LICENSE
 */
export async function licenceTexts(metafile: Metafile, root: string): Promise<string> {
  const texts = await Promise.all(
    packagesIn(metafile).map(async ({ name, folder }) => {
      const file = (await readdir(join(root, folder))).find((one) => /^licen[cs]e(\.|$)/i.test(one))
      if (file === undefined) throw new Error(`The package ${name} has no file LICENSE.`)
      const [text = ''] = (await readFile(join(root, folder, file), 'utf8')).split(/^(?:# )?GPL version 3$/m)
      return `${name}\n\n${text.trim()}\n`
    }),
  )
  return texts.join('\n\n')
}

/**
 * The same as a comment of a script.
 *
 * @throws when a licence would end the comment early
 */
export async function licencesOf(metafile: Metafile, root: string): Promise<string> {
  const texts = await licenceTexts(metafile, root)
  if (texts.includes('*/')) throw new Error('A licence cannot stand in a comment of a script.')
  return texts === '' ? '' : `/*\nThis file contains:\n\n${texts}*/\n`
}
