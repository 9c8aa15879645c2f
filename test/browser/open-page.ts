/**
 * A page in a real browser that sees this machine and nothing else.
 */
import { type Browser, chromium, type Page } from 'playwright-core'
import { browserPath } from './find-browser.ts'

export interface PageOptions {
  /** CSS pixels; 1280 by 800 unless said. */
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  readonly reducedMotion?: boolean
  /** Physical pixels for each CSS pixel; 1 unless said. */
  readonly scale?: number
}

export interface OpenedPage {
  readonly page: Page
  /** What the page did wrong so far: errors of its scripts, errors on its console, requests to other machines. */
  readonly faults: string[]
}

/** Chromium without a window, without a profile and without a word to its maker. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    // Containers of test machines run as root, where Chromium's own sandbox does not start.
    chromiumSandbox: process.getuid?.() !== 0,
  })
}

/**
 * Opens an address of this machine in a fresh browser context, so that no test sees what another one left.
 *
 * @param address of 127.0.0.1, or 'about:blank'
 */
export async function openPage(browser: Browser, address: string, options: PageOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.dark === true ? 'dark' : 'light',
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    locale: 'en-US',
    timezoneId: 'America/Denver',
    acceptDownloads: true,
  })
  const faults: string[] = []
  await context.route(
    ({ protocol, hostname }) => protocol.startsWith('http') && hostname !== '127.0.0.1',
    (route) => {
      faults.push(`asked another machine: ${route.request().url()}`)
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  await page.goto(address)
  return { page, faults }
}
