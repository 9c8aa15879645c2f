/**
 * A Monday of a counselor: the real sidebar in a real browser over the real script, in the workbench and alone.
 */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../build/write-dist.ts'
import { SAMPLE_SEED, sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import { emptySheet, emptyWorkbook } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { launchBrowser } from './open-page.ts'
import { type Instead, openServedPage } from './opened-sidebar.ts'
import { takePicture } from './pictures.ts'
import { press, sees } from './played-school.ts'
import { openWorkbench } from './workbench-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})

const seventhGraders = [
  ['Student ID', 'Last name', 'First name', 'Grade', 'PCCR created', 'Counselor'],
  ['0041', 'Reyes', 'Mateo', 7, '2026-09-20', 'Ms. Okafor'],
  ['0042', 'Silva', 'Ana', 7, '2026-09-21', 'Ms. Okafor'],
  ['0043', 'Begay', 'Shándíín', 7, '2026-09-21', 'Ms. Okafor'],
  ['0044', 'Ortiz', 'Lupe', 7, '2026-09-22', 'Ms. Okafor'],
  ['0045', 'Tuimoala', 'Sione', 7, '2026-09-22', 'Ms. Okafor'],
  ['0046', 'Nguyen', 'Linh', 7, '', 'Ms. Okafor'],
  ['0047', 'Haddad', 'Layla', 7, '', 'Ms. Okafor'],
]

/** Washington County's intermediate school, on 23 November 2026. */
function intermediateSchool(): Workspace {
  const workbook = emptyWorkbook('Fossil Ridge Intermediate, Washington County School District')
  workbook.sheets.push({ ...emptySheet(1, 'Roster', 30, 8), values: seventhGraders.map((row) => [...row]) })
  return createWorkspace({ dist: join(root, 'dist'), workbook, now: '2026-11-23T09:30:00-07:00' })
}

async function sidebarOver(workspace: Workspace): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const serve = async (name: string, request?: string): Promise<Instead['reply']> => {
    try {
      return { text: workspace.clientCall(name, ...(request === undefined ? [] : [request])) as string | null }
    } catch (error) {
      return { fails: (error as Error).message }
    }
  }
  return openServedPage(browser, serve)
}

const rowsOf = ({ workbook }: Workspace, tab: string) => workbook.sheets.find(({ name }) => name === tab)?.values ?? []
const headings = (workspace: Workspace, tab: string): readonly unknown[] => rowsOf(workspace, tab)[0] ?? []

/** A column of a tab by its heading, one cell for each student. */
function column(workspace: Workspace, tab: string, heading: string): readonly unknown[] {
  const rows = rowsOf(workspace, tab)
  const index = headings(workspace, tab).indexOf(heading)
  if (index < 0) throw new Error(`${tab} has no column ${heading}.`)
  return rows.slice(1, seventhGraders.length).map((row) => row[index] ?? '')
}

test('open, set up, check, walk the list, record a small group for five rows, see the flags change, undo', async () => {
  const { page, faults, workspace, text } = await openWorkbench(browser, intermediateSchool().workbook)
  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'Plan Keeper', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const row = (number: number) => page.getByRole('rowheader', { name: String(number), exact: true })
  const sidebar = page.frameLocator('iframe')
  await sees(sidebar, 'First time here?')
  await choose('Set up this workbook')
  await page.getByRole('button', { name: 'OK' }).click()

  await press(sidebar, 'Check now')
  await sees(sidebar, '7 students, checked just now.')
  await sees(sidebar, 'Washington County School District 4030')

  await press(sidebar, /^Small-group conference/)
  await sees(sidebar, '7 students')
  await press(sidebar, /^Begay, Shándíín/)
  await sees(sidebar, '1 of 7')
  await sees(sidebar, 'What is missing')
  await press(sidebar, 'Next')
  await sidebar.getByRole('heading', { level: 1, name: 'Haddad, Layla' }).waitFor()
  await sees(sidebar, 'What is missing')
  await press(sidebar, 'Show in the sheet')
  await expect.poll(() => page.getByRole('textbox', { name: 'Cell' }).inputValue()).toMatch(/^A8\b/)
  await takePicture(page, 'story-walk')

  const openItems = column(workspace(), 'Roster', 'Open items')
  await page.getByRole('tab', { name: 'Roster' }).click()
  await row(2).click()
  await row(6).click({ modifiers: ['Shift'] })
  await press(sidebar, 'Record')
  await sees(sidebar, 'For 5 students')
  await sidebar.getByLabel('Kind').selectOption('Small group')
  await sidebar.getByLabel('Place').fill('Library')
  for (const who of ['Student', 'Parent']) {
    await sidebar.getByRole('group', { name: who, exact: true }).getByLabel('Yes').check()
  }
  await sidebar.getByLabel('Staff', { exact: true }).fill('Ms. Okafor')
  await takePicture(page, 'story-record')
  await press(sidebar, 'Save')
  await sees(sidebar, '5 rows saved on the tab Conferences.')
  await takePicture(page, 'story-saved')
  expect(column(workspace(), 'Conferences', 'Student ID').slice(0, 5).map(String)).toEqual([
    '0041',
    '0042',
    '0043',
    '0044',
    '0045',
  ])
  const items = `${String.fromCharCode(65 + headings(workspace(), 'Roster').indexOf('Open items'))}2`
  await expect.poll(() => text(items)).toBe('Individual conference (3.2.1)')
  expect(column(workspace(), 'Roster', 'Open items').slice(0, 5)).not.toContainEqual(
    expect.stringContaining('Small-group conference'),
  )
  expect(column(workspace(), 'Roster', 'Open items').slice(5)).toEqual(openItems.slice(5))

  await press(sidebar, 'Undo')
  await sees(sidebar, '5 entries taken back.')
  await expect.poll(() => text(items)).toContain('Small-group conference')
  expect(column(workspace(), 'Roster', 'Open items')).toEqual(openItems)
  expect(column(workspace(), 'Conferences', 'Student ID').filter((cell) => cell !== '')).toEqual([])
  expect(faults).toEqual([])
})

test('a small group of seven is warned of in the form, with the clause, and not saved before that was read', async () => {
  const workspace = intermediateSchool()
  workspace.open('NONE')
  workspace.clickMenu('Set up this workbook')
  workspace.execute('checkRoster', ['{}'])
  const { page } = await sidebarOver(workspace)
  workspace.edits.select('Roster', 'A2:A8')
  await press(page, 'Record')
  await sees(page, 'For 7 students')
  await page.getByLabel('Kind').selectOption('Small group')
  await sees(page, /7 are invited\. A small group has 5 or fewer.*clause 3\.2/)
  await press(page, 'Save')
  await sees(page, 'Not saved yet')
  expect(column(workspace, 'Conferences', 'Student ID').filter((cell) => cell !== '')).toEqual([])
  await press(page, 'Save all the same')
  await sees(page, '7 rows saved on the tab Conferences.')
})

test('a sidebar that is opened later shows the last check, and a change of the policy asks for another one', async () => {
  const workspace = intermediateSchool()
  workspace.execute('checkRoster', ['{}'])
  const { page } = await sidebarOver(workspace)
  await sees(page, /7 students, checked Nov 23, 2026, 9:30 AM/)
  await press(page, 'Settings')
  await page.getByLabel('Policy').selectOption('Davis School District 4I-101')
  await press(page, 'Save')
  await expect.poll(() => page.locator('#spoken').textContent()).toContain('Saved.')
  await press(page, 'Overview')
  await sees(page, /have changed since the last check/)
  await press(page, 'Check now')
  await sees(page, /checked just now/)
  await sees(page, 'Individual conference')
})

test('a school of 5,000 is listed page by page, and one of them is read', async () => {
  const workbook = sampleWorkbook({ students: 5000, style: 'logs', seed: SAMPLE_SEED })
  const workspace = createWorkspace({ dist: join(root, 'dist'), workbook, now: '2026-11-23T09:30:00-07:00' })
  const { page, faults } = await sidebarOver(workspace)
  await press(page, 'Check now')
  await sees(page, '5,000 students, checked just now.')
  await press(page, /To do later$/)
  await sees(page, 'Show 100 more')
  expect(await page.locator('button.row').count()).toBe(100)
  await press(page, 'Show 100 more')
  await page.locator('button.row').nth(199).click()
  await sees(page, /^200 of/)
  await sees(page, 'What is missing')
  expect(faults).toEqual([])
})

test('a workbook without a roster is refused with what to do', async () => {
  const workbook = emptyWorkbook('Cafeteria')
  workbook.sheets.push({ ...emptySheet(1, 'Menu', 20, 8), values: [['Lunch menu'], ['Pizza']] })
  const workspace = createWorkspace({ dist: join(root, 'dist'), workbook, now: '2026-11-23T09:30:00-07:00' })
  const { page } = await sidebarOver(workspace)
  await press(page, 'Check now')
  await sees(page, /No tab looks like a roster\./)
  await sees(page, 'Nothing was checked')
})
