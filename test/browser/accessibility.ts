/**
 * What axe-core finds wrong with a page.
 */
import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'

/**
 * Looks at the page and at every frame in it, or only at what is within elements of the page.
 *
 * @param within a selector of these elements
 * @returns a line for each rule that is broken: the rule, what it asks, and the elements; empty when there is none
 */
export async function accessibilityFaults(page: Page, within?: string): Promise<string[]> {
  if (within !== undefined) return faultsInFrame(page.mainFrame(), within)
  const found: string[] = []
  for (const frame of page.frames()) found.push(...(await faultsInFrame(frame)))
  return found
}

async function faultsInFrame(frame: Frame, within = 'html'): Promise<string[]> {
  // As text, so that it runs in the frame itself whatever its content security policy says of scripts.
  await frame.evaluate(axe.source)
  const { violations } = await frame.evaluate((looked) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    return axe.run(looked, { iframes: false })
  }, within)
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join('; ')}`,
  )
}
