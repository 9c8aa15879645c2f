/** Where the material lies that tests read but the project does not own: real rosters, policy texts, worked cases. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * The path of a file or folder in the shared material beside the checkout.
 *
 * @throws when it is absent, saying plainly what is needed, so that no test passes by skipping
 */
export function sharedPath(...parts: string[]): string {
  const path = resolve(import.meta.dirname, '..', '..', 'shared', ...parts)
  if (!existsSync(path)) {
    throw new Error(
      `This test reads ../shared/${parts.join('/')}, which is not there. Put the shared folder beside the checkout.`,
    )
  }
  return path
}
