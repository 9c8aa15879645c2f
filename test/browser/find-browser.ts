/**
 * The Chrome or Chromium that the tests drive: an installed one where there is one, else one that is fetched.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'chrome.exe']

/** Where installers put it when they do not put it on the path. */
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
]

/**
 * The path of an installed Chrome or Chromium; undefined when there is none.
 *
 * @throws when CHROME_PATH names a file that does not exist: whoever sets it means that browser and no other
 */
export function installedBrowser(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const named = environment.CHROME_PATH
  if (named !== undefined && named !== '') {
    if (exists(named)) return named
    throw new Error(`CHROME_PATH names ${named}, and there is no such file.`)
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)))
  return [...onPath, ...USUAL_PLACES].find(exists)
}

/**
 * The path of a browser. Without an installed one, playwright fetches its own, once for this machine.
 *
 * @throws with one sentence on what to do when that fails too
 */
export function browserPath(): string {
  const installed = installedBrowser()
  if (installed !== undefined) return installed
  const fetched = chromium.executablePath()
  if (existsSync(fetched)) return fetched
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  try {
    execFileSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'pipe' })
  } catch (cause) {
    throw new Error(
      'These tests need Chrome or Chromium. None is installed and none could be fetched: install one, or put its path into CHROME_PATH.',
      { cause },
    )
  }
  return fetched
}
