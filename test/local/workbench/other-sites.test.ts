/** What a page of another site can do to the workbench in the same browser: nothing. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../browser/open-page.ts'
import { type ServedDesk, servedDesk } from './lincoln-desk.ts'

let browser: Browser
let site: Server
/** Of the other site, which is on this machine too, as far as the browser is concerned under another name. */
let elsewhere: string

beforeAll(async () => {
  browser = await launchBrowser()
  site = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!DOCTYPE html><title>Elsewhere</title>')
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  elsewhere = `http://localhost:${(site.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser.close()
  await new Promise((resolve) => site.close(resolve))
})

/** Runs a function in a page of the other site, which is given the address of the workbench and its token. */
async function there<T>(desk: ServedDesk, act: (given: { address: string; token: string }) => Promise<T>): Promise<T> {
  const page = await browser.newPage()
  await page.goto(elsewhere)
  const outcome = await page.evaluate(act as never, { address: desk.server.address, token: desk.token })
  await page.close()
  return outcome as T
}

const mateo = (desk: ServedDesk) => desk.workspace.workbook.sheets[0]!.values[1]![1]

test('it can neither read the page nor ask for anything, not even with the token', async () => {
  const desk = await servedDesk()
  const outcomes = await there(desk, async ({ address, token }) => {
    const headers = { 'x-workbench-token': token, 'content-type': 'application/json' }
    const tried = [
      fetch(address),
      fetch(`${address}/workbench.js`),
      fetch(`${address}/api/getWorkbook`, { method: 'POST', headers, body: 'null' }),
      fetch(`${address}/api/getWorkbook`, { method: 'POST', body: 'null' }),
    ]
    const settled = await Promise.allSettled(tried)
    return settled.map(({ status }) => status)
  })
  expect(outcomes).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
})

test('it can change nothing by requests whose answers it may not read', async () => {
  const desk = await servedDesk()
  await there(desk, async ({ address }) => {
    const body = JSON.stringify({ sheetId: 0, row: 1, column: 1, typed: [['Somebody']] })
    await Promise.allSettled([
      fetch(`${address}/api/edit`, { method: 'POST', mode: 'no-cors', body }),
      fetch(`${address}/api/deleteRows`, { method: 'POST', mode: 'no-cors', body: '{"sheetId":0,"row":1,"count":1}' }),
    ])
  })
  expect(mateo(desk)).toBe('Mateo')
  expect(desk.log).toEqual([])
})

test('it cannot show the workbench in a frame, nor load its script', async () => {
  const desk = await servedDesk()
  const shown = await there(desk, async ({ address }) => {
    const { document } = globalThis as never as { document: { createElement(name: string): never; body: never } }
    const loaded = (name: string) =>
      new Promise<string>((resolve) => {
        const element = document.createElement(name) as { src: string; onload(): void; onerror(): void }
        element.onload = () => resolve('loaded')
        element.onerror = () => resolve('refused')
        element.src = name === 'iframe' ? address : `${address}/workbench.js`
        ;(document.body as { append(element: unknown): void }).append(element)
      })
    return loaded('script')
  })
  expect(shown).toBe('refused')
  const page = await browser.newPage()
  await page.goto(elsewhere)
  await page.setContent(`<iframe src="${desk.server.address}"></iframe>`)
  await page.frames()[1]!.waitForLoadState()
  expect(await page.frames()[1]!.content()).not.toContain('workbench-token')
  await page.close()
})

test('a link from there does not open it, its address typed does', async () => {
  const desk = await servedDesk()
  const page = await browser.newPage()
  await page.goto(elsewhere)
  await page.setContent(`<a href="${desk.server.address}">Free rosters</a>`)
  await page.click('a')
  await page.waitForURL(`${desk.server.address}/`)
  expect(await page.textContent('body')).toContain('Type http://127.0.0.1')
  const typed = await browser.newPage()
  await typed.goto(desk.server.address)
  expect(await typed.content()).toContain('workbench-token')
})
