/** The sidebar as the document of a frame: its own html with `google.script` put in front. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const script = fileURLToPath(new URL('frame/google-script.ts', import.meta.url))

export class SidebarFrame {
  readonly #script: string

  private constructor(script: string) {
    this.#script = script
  }

  /** @throws when the source of google.script does not compile */
  static async bundled(): Promise<SidebarFrame> {
    const { outputFiles } = await build({
      entryPoints: [script],
      bundle: true,
      format: 'iife',
      target: 'es2022',
      minify: true,
      write: false,
      logLevel: 'silent',
    })
    return new SidebarFrame(outputFiles[0]!.text)
  }

  /**
   * @param html as the script gave it to showSidebar
   * @param functions the top-level functions of the script; private ones, which end in '_', are not offered
   */
  html(html: string, functions: readonly string[]): string {
    const names = JSON.stringify(functions.filter((name) => !name.endsWith('_')))
    const start = /<head[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html)
    const at = start === null ? 0 : start.index + start[0].length
    return `${html.slice(0, at)}<script>{const publicFunctions=${names};${this.#script}}</script>${html.slice(at)}`
  }
}
