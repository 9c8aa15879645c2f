import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { launchBrowser, openPage } from './open-page.ts'

const PAGE = `<!DOCTYPE html><html lang="en"><title>Roster</title><main><h1>Roster</h1>
  <p id="faint" style="color:#bbb;background:#fff">Lupe Ortiz</p><img src="https://school.example/logo.png" alt="Logo"></main>
  <script>console.error('no such tab')</script></html>`

let browser: Browser
let server: Server
let address: string

beforeAll(async () => {
  browser = await launchBrowser()
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterAll(async () => {
  await browser.close()
  server.close()
})

test('what a page does wrong is noticed, and no other machine is reached', async () => {
  const { page, faults } = await openPage(browser, address)
  await page.waitForLoadState('networkidle')
  expect(faults).toContain('asked another machine: https://school.example/logo.png')
  expect(faults).toContain('no such tab')
})

test('a text that is too faint is a fault of accessibility, and dark and light are told apart', async () => {
  const { page } = await openPage(browser, address, { dark: true })
  expect(await accessibilityFaults(page)).toEqual([expect.stringMatching(/^color-contrast: .*#faint/)])
  expect(await page.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(true)
})
