import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * A file or folder of the shared material beside the repository.
 *
 * @param path relative to that folder, e.g. 'cases/2026-11-22'
 * @throws Error when it is absent, so that no test passes without its material
 */
export function shared(path: string): string {
  const found = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url))
  if (!existsSync(found)) throw new Error(`This test reads ../shared/${path} beside the repository, which is absent.`)
  return found
}
