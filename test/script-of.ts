/** Source of ours that has no function in the built script, bundled as the script is, for the in-memory Workspace. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundle } from '../build/script.ts'
import { root } from '../build/write-dist.ts'

/**
 * Bundles before the tests of this file; its exports are functions under the global name.
 *
 * @param entryPoint relative to the repository
 * @returns asks for the folder with the script, for createWorkspace; it is taken away after the tests
 */
export function scriptOf(entryPoint: string, globalName: string): () => string {
  const dist = mkdtempSync(path.join(tmpdir(), 'plan-keeper-'))
  beforeAll(async () => {
    const { text } = await bundle(root, entryPoint, globalName)
    writeFileSync(path.join(dist, 'Code.js'), text)
    copyFileSync(path.join(root, 'appsscript.json'), path.join(dist, 'appsscript.json'))
  })
  afterAll(() => rmSync(dist, { recursive: true }))
  return () => dist
}
