/**
 * Before the tests: builds dist/ when a source is newer than it, so that `npx vitest run` alone never tests an old build.
 *
 * When the sources do not build, the old dist/ is removed and the reason printed: the tests of pure rooms still run, and
 * whatever needs the built script fails for want of it instead of passing on an old one.
 */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, writeDist } from '../build/write-dist.ts'

const sources = ['src', 'sidebar', 'build', 'appsscript.json', 'package-lock.json']
const built = ['Code.js', 'Documents.html', 'Sidebar.html', 'appsscript.json']

export default async function buildOnce(): Promise<void> {
  const newestSource = Math.max(...sources.map((name) => newestIn(join(root, name))))
  const oldestBuilt = Math.min(...built.map((name) => changedAt(join(root, 'dist', name))))
  if (oldestBuilt > newestSource) return
  try {
    await writeDist('dist')
  } catch (error) {
    for (const name of built) rmSync(join(root, 'dist', name), { force: true })
    process.stderr.write(`dist/ was removed, because the sources do not build:\n${String(error)}\n`)
  }
}

/** When the file, or the newest file or folder under it, was last changed. */
function newestIn(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

/** 0 when there is no such file. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
