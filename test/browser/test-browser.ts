/**
 * One browser for all tests of a file.
 */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchBrowser } from './open-page.ts'

/** Starts it before the first test, ends it after the last, and closes after each what that one has opened. */
export function testBrowser(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })
  return () => browser
}
