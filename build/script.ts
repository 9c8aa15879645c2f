/**
 * Code.js: the whole script as one file, and behind it the functions that Apps Script sees.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { licencesOf } from './licences.ts'

/** The name under which the stubs reach the bundle. */
const globalName = 'PlanKeeper'

/** In src/globals.js, what stands above this line is for us only. */
const stubsStart = '// ---- stubs ----\n'

/** The list of headings is laid out for people: the blanks and line breaks around its bars are not shipped. */
const closeUpHeadings: Plugin = {
  name: 'close-up-headings',
  setup({ onLoad }) {
    onLoad({ filter: /records[\\/]headings\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/\s*\|\s*/g, '|'),
      loader: 'ts',
    }))
  },
}

/**
 * Bundles a script for a place like Apps Script: one file, with a global name for what it exports.
 *
 * es2020, because class fields of later years (`#x`, `static x =`) do not parse in Apps Script; `??` and `?.` do, and are
 * a thirtieth shorter than what would stand in their place.
 *
 * @param root the repository
 * @param entryPoint relative to the root
 * @param define names in the source that stand for a text of JSON
 */
export async function bundle(
  root: string,
  entryPoint: string,
  globalName: string,
  define: Readonly<Record<string, string>> = {},
): Promise<{ readonly text: string; readonly metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    bundle: true,
    format: 'iife',
    globalName,
    define,
    tsconfig: 'tsconfig.src.json',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    write: false,
    metafile: true,
    legalComments: 'none',
    plugins: [closeUpHeadings],
    logLevel: 'silent',
  })
  return { text: outputFiles[0]!.text, metafile }
}

/**
 * The stubs are appended as they are written: the bundler would drop their comments, and with them the help text of the
 * custom functions.
 *
 * @param root the repository
 * @returns the text of Code.js
 */
export async function bundleScript(root: string): Promise<string> {
  const [{ text, metafile }, globals] = await Promise.all([
    bundle(root, 'src/main.ts', globalName),
    readFile(join(root, 'src/globals.js'), 'utf8'),
  ])
  const [, stubs] = globals.split(stubsStart)
  if (stubs === undefined) throw new Error(`src/globals.js has lost its line "${stubsStart.trim()}".`)
  return `${await licencesOf(metafile, root)}${text}${stubs}`
}
