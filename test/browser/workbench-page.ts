/**
 * The workbench as `npm start` serves it, open in a real browser.
 */
import type { Browser, Locator } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { bundlePage } from '../../local/workbench/bundle-page.ts'
import { RunningClock } from '../../local/workbench/running-clock.ts'
import { serve } from '../../local/workbench/server.ts'
import { SidebarFrame } from '../../local/workbench/sidebar-frame.ts'
import { Workbench } from '../../local/workbench/workbench.ts'
import { copyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { type OpenedPage, openPage, type PageOptions } from './open-page.ts'

export interface WorkbenchOptions extends PageOptions {
  /** Folder of the script; the built one unless said. */
  readonly dist?: string
}

export interface OpenedWorkbench extends OpenedPage {
  /** What is open on the server now. */
  workspace(): Workspace
  /** A cell by its name, such as 'B4', when it is drawn. */
  cell(address: string): Locator
  /** What a cell shows. */
  text(address: string): Promise<string>
  /** Goes to a cell through the box with the address. */
  goTo(address: string): Promise<void>
  /** Ends the server, as Ctrl+C does. */
  stopServer(): Promise<void>
}

/**
 * Serves a workbook on any free port until the test ends, and opens its page.
 *
 * @param workbook is not changed; the page can start over with it
 */
export async function openWorkbench(
  browser: Browser,
  workbook: WorkbookModel,
  { dist = 'dist', ...options }: WorkbenchOptions = {},
): Promise<OpenedWorkbench> {
  let workspace: Workspace | undefined
  const open = (model: WorkbookModel) => {
    // 20 November 2026, 09:00 in Denver; it stands.
    const clock = new RunningClock(Date.UTC(2026, 10, 20, 16))
    workspace = createWorkspace({ dist, workbook: model, clock, latency: () => 0 })
    return workspace
  }
  const sample = () => open(copyWorkbook(workbook))
  const log = (line: string) => {
    throw new Error(line)
  }
  const [page, frame] = await Promise.all([bundlePage(), SidebarFrame.bundled()])
  const workbench = new Workbench({ workspace: sample(), open, sample, log })
  const server = await serve({ workbench, page, frame, log }, 0)
  let isServed = true
  const stopServer = async () => {
    if (isServed) await server.close()
    isServed = false
  }
  onTestFinished(stopServer)
  const opened = await openPage(browser, server.address, options)
  onTestFinished(() => opened.page.context().close())
  await opened.page.locator('.content').first().waitFor()

  const cell = (address: string) => {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address)!
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    return opened.page.locator(`[data-row="${Number(digits) - 1}"] > [aria-colindex="${column + 1}"]`)
  }
  return {
    ...opened,
    workspace: () => workspace!,
    cell,
    text: (address) => cell(address).locator('.text').innerText(),
    goTo: async (address) => {
      const box = opened.page.getByRole('textbox', { name: 'Cell' })
      await box.fill(address)
      await box.press('Enter')
      await cell(address).waitFor()
    },
    stopServer,
  }
}

/** One property of how an element looks, such as 'backgroundColor'. */
export function computedStyle(element: Locator, property: string): Promise<string | undefined> {
  return element.evaluate((node, name) => {
    const { getComputedStyle } = globalThis as unknown as { getComputedStyle(of: unknown): Record<string, string> }
    return getComputedStyle(node)[name]
  }, property)
}
