/**
 * The page of the workbench as the files that a browser asks for, made anew at every start.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export interface PageFiles {
  /**
   * @param token the page sends it with every request
   * @param nonce allows the style sheet of the grid's column widths under a content security policy without 'unsafe-inline'
   */
  html(token: string, nonce: string): string
  /** For /workbench.js. */
  readonly script: string
  /** For /workbench.css. */
  readonly style: string
}

const folder = fileURLToPath(new URL('page/', import.meta.url))

/** @throws when a source of the page does not compile */
export async function bundlePage(): Promise<PageFiles> {
  const [page, bundled] = await Promise.all([
    readFile(`${folder}workbench.html`, 'utf8'),
    build({
      absWorkingDir: folder,
      entryPoints: ['main.tsx', 'workbench.css'],
      outdir: '.',
      bundle: true,
      format: 'iife',
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      charset: 'utf8',
      minify: true,
      write: false,
      logLevel: 'silent',
    }),
  ])
  const text = (ending: string) => bundled.outputFiles.find(({ path }) => path.endsWith(ending))!.text
  return {
    html: (token, nonce) => page.replaceAll('{{token}}', token).replaceAll('{{nonce}}', nonce),
    script: text('.js'),
    style: text('.css'),
  }
}
