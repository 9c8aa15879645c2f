/**
 * Sidebar.html: markup, style and script of the sidebar in one file, since Apps Script serves no others.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { licencesOf } from './licences.ts'

/**
 * @param root the repository
 * @returns the text of Sidebar.html
 * @throws when it holds what Apps Script would break, or anything that a browser would load from elsewhere
 */
export async function bundleSidebar(root: string): Promise<string> {
  const [page, script, style] = await Promise.all([
    readFile(join(root, 'sidebar/sidebar.html'), 'utf8'),
    build({
      absWorkingDir: root,
      entryPoints: ['sidebar/main.tsx'],
      bundle: true,
      format: 'iife',
      target: 'es2019',
      // Apps Script takes `//` inside a template literal of an html file for a comment and drops the rest of the line.
      supported: { 'template-literal': false },
      jsx: 'automatic',
      jsxImportSource: 'preact',
      define: { 'process.env.NODE_ENV': '"production"' },
      minify: true,
      write: false,
      metafile: true,
      legalComments: 'none',
      logLevel: 'silent',
    }),
    build({
      absWorkingDir: root,
      entryPoints: ['sidebar/sidebar.css'],
      bundle: true,
      minify: true,
      write: false,
      logLevel: 'silent',
    }),
  ])
  const licences = await licencesOf(script.metafile, root)
  const html = fill(page, {
    STYLE: `<style>${style.outputFiles[0]!.text.trim()}</style>`,
    SCRIPT: `<script>${licences}${script.outputFiles[0]!.text.trim()}</script>`,
  })
  const faults = faultsOf(html)
  if (faults.length > 0) throw new Error(`Sidebar.html cannot be used:\n${faults.join('\n')}`)
  return html
}

/** Puts each text in the place of the comment with its name; a text is never a pattern. */
function fill(page: string, parts: Readonly<Record<string, string>>): string {
  let html = page
  for (const [name, text] of Object.entries(parts)) {
    const halves = html.split(`<!-- ${name} -->`)
    if (halves.length !== 2) throw new Error(`sidebar/sidebar.html must hold <!-- ${name} --> exactly once.`)
    html = halves.join(text)
  }
  return html
}

/**
 * What Apps Script would break in an html file, and what would load something from outside.
 *
 * @param html a whole page with one style and one script
 * @returns a sentence for each fault; empty when there is none
 */
export function faultsOf(html: string): string[] {
  const faults: string[] = []
  const say = (found: boolean, sentence: string) => {
    if (found) faults.push(sentence)
  }
  say(html.includes('`'), 'It holds a backtick: Apps Script takes // in a template literal for a comment.')
  say(/<\?/.test(html), 'It holds <?, which Apps Script takes for a scriptlet.')
  say((html.match(/<\/script/gi) ?? []).length !== 1, 'Its script must end once: escape </script> in texts.')
  say((html.match(/<\/style/gi) ?? []).length !== 1, 'Its style must end once: escape </style> in texts.')
  say(/[\u2028\u2029]/.test(html), 'It holds a line separator U+2028 or U+2029, which must be escaped.')
  say(/<(?:link|img|iframe|object|embed|source|audio|video)\b/i.test(html), 'It holds an element that loads a file.')
  say(/<script[^>]*\ssrc\s*=/i.test(html), 'It loads a script from elsewhere.')
  say(/@import|url\(\s*["']?(?!data:|#)/i.test(html), 'Its style loads a file.')
  for (const [address] of html.matchAll(/(?:https?:)\/\/[\w.-]+[^\s"'<)]*/gi)) {
    // The names of the SVG, MathML and XHTML vocabularies look like addresses; nothing is loaded from them.
    say(!address.startsWith('http://www.w3.org/'), `It names the outside address ${address}.`)
  }
  return faults
}
