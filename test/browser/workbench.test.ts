import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readXlsx } from '../../local/files/xlsx/read-workbook.ts'
import { sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import { cellAddress } from '../../local/workbench/page/addresses.ts'
import type { WorkbookModel } from '../../local/workspace/model.ts'
import { script as fixtureScript } from '../local/workspace/lincoln.ts'
import { blob, types } from '../local/workspace/school-drive.ts'
import { accessibilityFaults } from './accessibility.ts'
import { lincolnHigh } from './lincoln-high.ts'
import { launchBrowser } from './open-page.ts'
import { takePicture } from './pictures.ts'
import { openWorkbench } from './workbench-page.ts'

let browser: Browser
let cedarRidge: WorkbookModel

beforeAll(async () => {
  browser = await launchBrowser()
  cedarRidge = sampleWorkbook({ students: 80, style: 'logs', seed: 1 })
})

afterAll(() => browser.close())

const tabNames = (page: Page) => page.getByRole('tab').allInnerTexts()

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Plan Keeper', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

describe('the add-on beside the sheet', () => {
  test('the sidebar is open at the start, closes by its cross, and opens again from the menu', async () => {
    const { page, faults } = await openWorkbench(browser, cedarRidge)
    const sidebar = page.getByRole('complementary', { name: 'Plan Keeper' })
    await sidebar.waitFor()
    expect((await page.locator('iframe').boundingBox())!.width).toBe(300)
    await page.frameLocator('iframe').getByRole('heading').first().waitFor()
    await page.getByRole('button', { name: 'Close the sidebar' }).click()
    await expect.poll(() => sidebar.count()).toBe(0)
    await choose(page, 'Open')
    await page.frameLocator('iframe').getByRole('heading').first().waitFor()
    expect(faults).toEqual([])
  })

  test('Check roster now fills the columns of ours, makes Findings and says what came of it', async () => {
    const { page, text, goTo, workspace, faults } = await openWorkbench(browser, cedarRidge)
    await choose(page, 'Check roster now')
    const toast = page.locator('.toast')
    await toast.waitFor()
    expect(await toast.innerText()).toMatch(/80 students checked/)
    expect(await tabNames(page)).toContain('Findings')
    await page.getByRole('tab', { name: 'Students' }).click()
    const [headings, student] = workspace().workbook.sheets[0]!.values
    const status = cellAddress({ row: 1, column: headings!.indexOf('Status') })
    await goTo(status)
    await expect.poll(() => text(status)).toBe(student![headings!.indexOf('Status')])
    expect(await text(status)).toMatch(/^[A-Z][a-z]/)
    expect(faults).toEqual([])
  })

  test('Help is a message box that keeps the keyboard until Escape', async () => {
    const { page } = await openWorkbench(browser, lincolnHigh())
    await choose(page, 'Help')
    const box = page.getByRole('dialog')
    await box.waitFor()
    expect(await box.innerText()).toMatch(/Plan Keeper checks the roster/)
    for (let tab = 0; tab < 4; tab++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.querySelector(".workbench main").contains(document.activeElement)')).toBe(
        false,
      )
    }
    await page.keyboard.press('Escape')
    await expect.poll(() => box.count()).toBe(0)
  })
})

describe('files', () => {
  const roster = 'Student ID,Name,Grade\n00201,Noor Haddad,9\n00202,Åsa Lind,10\n'

  test('a .csv of the person’s own takes the place of the sample school, which comes back with Start over', async () => {
    const { page, text, faults } = await openWorkbench(browser, lincolnHigh())
    await page.setInputFiles('input[type=file]', {
      name: 'Hillside roster.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(roster),
    })
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Hillside roster')
    await expect.poll(() => text('B3')).toBe('Åsa Lind')
    expect(await text('A2')).toBe('00201')
    await page.getByRole('button', { name: 'Start over with the sample school' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Lincoln High')
    await expect.poll(() => text('B2')).toBe('Mateo Ortiz')
    expect(faults).toEqual([])
  })

  test('a file that is dropped on the page opens', async () => {
    const { page, text } = await openWorkbench(browser, lincolnHigh())
    await page.evaluate(`{
      const dropped = new DataTransfer()
      dropped.items.add(new File([${JSON.stringify(roster)}], 'Hillside.csv'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }))
    }`)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Hillside')
    await expect.poll(() => text('B2')).toBe('Noor Haddad')
  })

  test('a picture is refused in words, and the workbook stays', async () => {
    const { page, text } = await openWorkbench(browser, lincolnHigh())
    await page.setInputFiles('input[type=file]', {
      name: 'class photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
    })
    await page.getByRole('dialog').waitFor()
    expect(await page.getByRole('dialog').innerText()).toMatch(/class photo\.png.*\.xlsx/s)
    await page.getByRole('button', { name: 'OK' }).click()
    expect(await text('B2')).toBe('Mateo Ortiz')
  })

  test('what is saved as .xlsx reads back with what was typed', async () => {
    const { page, cell } = await openWorkbench(browser, lincolnHigh())
    await cell('B4').click()
    await page.keyboard.type('Guadalupe Vega')
    await page.keyboard.press('Enter')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as .xlsx' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Lincoln High.xlsx')
    const saved = readXlsx(await readFile(await download.path()), 'Lincoln High', 'Lincoln High.xlsx')
    expect(saved.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Students', false],
      ['Log', false],
      ['Old notes', true],
    ])
    expect(saved.sheets[0]!.values[3]).toEqual(['00125', 'Guadalupe Vega', 7, false])
  })
})

describe('without a mouse', () => {
  test('from the menu to the sheet, into a cell, out of the sheet again and to the tabs', async () => {
    const { page, workspace } = await openWorkbench(browser, lincolnHigh())
    const focused = () =>
      page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText')
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 12 && (await focused()) !== name; presses++) await page.keyboard.press('Tab')
      expect(await focused()).toBe(name)
    }
    await tabTo('Plan Keeper')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Open')
    await page.keyboard.press('End')
    expect(await focused()).toBe('Help')
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('Plan Keeper')
    await tabTo('Content')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Student ID')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Matt')
    await page.keyboard.press('Enter')
    await expect.poll(() => workspace().workbook.sheets[0]!.values[1]![1]).toBe('Matt')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('Content')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Close the sidebar')
  })
})

describe('how it looks', () => {
  test.each([
    ['light', false],
    ['dark', true],
  ])('nobody is shut out in %s colours', async (colours, dark) => {
    const { page, faults } = await openWorkbench(browser, cedarRidge, { dark, width: 1366, height: 768 })
    await takePicture(page, `workbench-${colours}`)
    await choose(page, 'Check roster now')
    // It stays as long as the pointer is on it.
    await page.locator('.toast').hover()
    await takePicture(page, `workbench-toast-${colours}`)
    expect(await accessibilityFaults(page, '.toasts')).toEqual([])
    await page.getByRole('button', { name: 'Plan Keeper', exact: true }).press('ArrowDown')
    expect(await accessibilityFaults(page, 'header')).toEqual([])
    await page.getByRole('menuitem', { name: 'Help' }).click()
    await page.getByRole('dialog').waitFor()
    await takePicture(page, `workbench-message-${colours}`)
    expect(await accessibilityFaults(page, 'dialog')).toEqual([])
    await page.keyboard.press('Escape')
    // Few rows, since every cell is looked at.
    await page.setViewportSize({ width: 1000, height: 420 })
    await page.getByRole('tab', { name: 'Students' }).click()
    await page.locator('.arrow').first().click()
    await page.getByRole('listbox').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(faults).toEqual([])
  })

  test.each([
    ['a window of 1024 pixels', 1024, 700],
    ['200 % zoom in it', 512, 350],
  ])('in %s nothing runs off the side', async (name, width, height) => {
    const { page } = await openWorkbench(browser, lincolnHigh(), { width, height })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await page.getByRole('button', { name: 'Start over with the sample school' }).click({ trial: true })
    await page.getByRole('tab', { name: 'Log' }).click({ trial: true })
    await takePicture(page, `workbench-${width}`)
    expect(await accessibilityFaults(page), name).toEqual([])
  })

  test('nothing moves for who asked for reduced motion', async () => {
    const { page } = await openWorkbench(browser, lincolnHigh(), { reducedMotion: true })
    const animations = await page.evaluate(`{
      const bar = document.querySelector('.progress')
      bar.classList.add('working')
      getComputedStyle(bar, '::before').animationName
    }`)
    expect(animations).toBe('none')
  })
})

describe('files in Drive', () => {
  test('are listed when there are some, can be read on the page and be saved', async () => {
    const { page, workspace, faults } = await openWorkbench(browser, lincolnHigh(), { dist: fixtureScript })
    const pane = page.getByRole('region', { name: /Files in Drive/ })
    expect(await pane.count()).toBe(0)
    workspace().execute('run', [
      `${types}
      const folder = Drive.Files.create({ name: 'Plan Keeper', mimeType: FOLDER })
      Drive.Files.create({ name: 'Plan of Mateo', mimeType: DOC, parents: [folder.id] },
        ${blob('<w:r><w:t>Mateo, grade 7</w:t></w:r>')})`,
    ])
    await page.reload()
    await pane.waitFor()
    expect(await pane.innerText()).toMatch(/Plan of Mateo\s+Plan Keeper · 2026-11-20/)
    await page.getByRole('button', { name: 'Preview Plan of Mateo' }).click()
    await expect.poll(() => page.getByRole('dialog', { name: 'Plan of Mateo' }).innerText()).toMatch(/Mateo, grade 7/)
    await takePicture(page, 'workbench-document')
    expect(await accessibilityFaults(page, 'dialog')).toEqual([])
    await page.keyboard.press('Escape')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download Plan of Mateo' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Plan of Mateo.docx')
    expect(await accessibilityFaults(page, '.drive-files')).toEqual([])
    expect(faults).toEqual([])
  })
})

describe('when the server is gone', () => {
  test('the page says so and what to do, instead of pretending', async () => {
    const { page, cell, stopServer } = await openWorkbench(browser, lincolnHigh())
    await stopServer()
    await cell('B2').click()
    await page.getByRole('heading', { name: 'The workbench has stopped' }).waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('npm start')
  })
})
