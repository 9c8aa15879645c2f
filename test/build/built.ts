/**
 * The built files, and the script loaded as Apps Script loads it: in a bare context whose services we choose.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { root } from '../../build/write-dist.ts'

/** @throws when dist/ was not built */
export function built(name: 'Code.js' | 'Documents.html' | 'Sidebar.html' | 'appsscript.json'): string {
  return readFileSync(join(root, 'dist', name), 'utf8')
}

/** Runs Code.js with nothing around it but these globals, and returns its global object. */
export function load(services: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const context = createContext({ ...services })
  runInContext(built('Code.js'), context, { filename: 'Code.js' })
  return context
}

/** The names of all built-in and advanced services, as the official types declare them. */
export function serviceNames(): string[] {
  const types = join(root, 'node_modules/@types/google-apps-script')
  const names = new Set<string>()
  for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const text = readFileSync(join(types, file), 'utf8')
    for (const [, name] of text.matchAll(/^declare var (\w+):/gm)) names.add(name as string)
  }
  return [...names]
}
