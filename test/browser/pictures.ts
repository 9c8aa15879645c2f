/**
 * Pictures that tests take to be looked at.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { root } from '../../build/write-dist.ts'

/** Not committed. */
const folder = join(root, 'out/pictures')

/**
 * Takes a picture of what can be seen of a page, or of one element.
 *
 * @param name without an ending; written to out/pictures/<name>.png
 */
export async function takePicture(seen: Page | Locator, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await seen.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
