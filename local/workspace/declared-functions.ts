/** The top-level functions of the built script: those that formulas, triggers, menus and google.script.run can name. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Google takes functions that are declared as such at the top level. */
const declaration = /^function\s+([A-Za-z][\w$]*)\s*\(/gm

/** Private ones, which end in '_', among them. */
export function declaredFunctions(dist: string): string[] {
  const files = readdirSync(dist).filter((file) => file.endsWith('.js'))
  return files.flatMap((file) => {
    const text = readFileSync(path.join(dist, file), 'utf8')
    return [...text.matchAll(declaration)].map(([, name]) => name!)
  })
}
