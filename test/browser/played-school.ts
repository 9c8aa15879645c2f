/**
 * A school whose script always answers, its sidebar, and what tests do with it.
 */
import type { Browser, FrameLocator, Page } from 'playwright-core'
import * as answers from '../sidebar/answers.ts'
import * as documents from '../sidebar/documents-answers.ts'
import { settings } from '../sidebar/settings-answers.ts'
import { type OpenedSidebar, openSidebar, type PlayedScript, type SidebarOptions } from './opened-sidebar.ts'

export const school: PlayedScript = {
  getOverview: () => answers.overviewAfterCheck,
  checkRoster: () => answers.checkDone,
  listStudents: ({ page }) => answers.pageOf143(page),
  findStudents: () => answers.studentList,
  getSelection: () => answers.selectedRows(answers.ana),
  getStudent: ({ id }) =>
    id === answers.ana.id
      ? answers.anaInFull
      : answers.nothingMissing({
          ...answers.mateo,
          id,
          name: id === answers.mateo.id ? answers.mateo.name : `No ${id}`,
        }),
  showStudent: ({ id }) => answers.selectedRows({ ...answers.ana, id }),
  getRecordForm: () => answers.recordForm,
  saveRecord: () => answers.recorded,
  undoRecord: () => answers.undone,
  getSettings: () => settings,
  saveSettings: () => settings,
  setUpDocuments: () => documents.documentsSetUp,
  previewDocuments: () => documents.documentsPreview,
  startDocuments: () => documents.standingOf({ 'To do': 5 }),
  makeDocuments: () => documents.standingOf({ Made: 5 }),
  getDocuments: ({ state }) => documents.documentResults(state),
  pauseDocuments: ({ paused }) => documents.standingOf({ 'To do': 5 }, { paused }),
  cancelDocuments: () => documents.standingOf({ 'Left out': 5 }),
}

/** The sidebar after its first call was answered. */
export async function openSchool(
  browser: Browser,
  script: PlayedScript = {},
  options: SidebarOptions = {},
): Promise<OpenedSidebar> {
  const sidebar = await openSidebar(browser, { ...school, ...script }, options)
  await sidebar.page.getByRole('navigation', { name: 'Plan Keeper' }).waitFor()
  return sidebar
}

/** The same, with its screen Documents read. */
export async function openDocuments(
  browser: Browser,
  script: PlayedScript = {},
  options: SidebarOptions = {},
): Promise<OpenedSidebar> {
  const sidebar = await openSchool(browser, script, options)
  await press(sidebar.page, 'Documents')
  await sees(sidebar.page, /^Make (more )?documents$/)
  return sidebar
}

/** The first one of this name. */
export const button = (page: Page | FrameLocator, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first()
export const press = (page: Page | FrameLocator, name: string | RegExp) => button(page, name).click()
export const sees = (page: Page | FrameLocator, text: string | RegExp) => page.getByText(text).first().waitFor()
export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** Whatever has the focus: its text, or its label. */
export const focused = (page: Page) =>
  page.evaluate<string>(
    '(() => { const at = document.activeElement; return at.labels?.[0]?.textContent ?? at.textContent })()',
  )
/** Presses Tab until that has the focus. */
export async function tabsTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const text = (await focused(page)).trim()
    if (typeof name === 'string' ? text === name : name.test(text)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}.`)
}
/** Whether the page can be seen: behind another tab it cannot. */
export const hide = (page: Page, hidden: boolean) =>
  page.evaluate(
    `Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true }); document.dispatchEvent(new Event('visibilitychange'))`,
  )
/** What was asked of one function of the script. */
export const requests = ({ calls }: OpenedSidebar, name: string) =>
  calls.filter((call) => call.name === name).map(({ request }) => request)
/** What a screen reader was told last. */
export const said = (page: Page) => page.locator('#spoken').textContent()
