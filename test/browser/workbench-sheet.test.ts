import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lincolnHigh, manyRows } from './lincoln-high.ts'
import { launchBrowser } from './open-page.ts'
import { computedStyle, openWorkbench } from './workbench-page.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

const students = (workspace: () => { workbook: { sheets: { values: unknown[][] }[] } }) =>
  workspace().workbook.sheets[0]!.values

describe('what the sheet shows', () => {
  test('texts as texts, colours of rules, boxes, drop-downs, and no hidden tab', async () => {
    const { page, faults, cell, text } = await openWorkbench(browser, lincolnHigh())
    expect(await text('B3')).toBe('<b>Ana</b>')
    expect(await computedStyle(cell('C3').locator('.content'), 'backgroundColor')).toBe('rgb(183, 225, 205)')
    expect(await cell('D3').getByRole('img').getAttribute('aria-label')).toBe('ticked')
    expect(await cell('D2').getByRole('img').getAttribute('aria-label')).toBe('not ticked')
    expect(await cell('C2').locator('.arrow').count()).toBe(1)
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Students', 'Log'])
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Lincoln High')
    expect(faults).toEqual([])
  })

  test('a long text runs over the blank cells beside it', async () => {
    const { cell } = await openWorkbench(browser, lincolnHigh())
    const wide = (await cell('E2').locator('.text').boundingBox())!
    const own = (await cell('E2').boundingBox())!
    expect(wide.width).toBeGreaterThan(own.width)
  })

  test('a note shows while the pointer or the keyboard is on its cell', async () => {
    const { page, cell } = await openWorkbench(browser, lincolnHigh())
    const note = page.getByRole('tooltip')
    await cell('B2').hover()
    await expect.poll(() => note.allInnerTexts()).toEqual(['Goes by Matt'])
    await cell('E4').hover()
    await expect.poll(() => note.count()).toBe(0)
    await cell('A2').click()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => note.allInnerTexts()).toEqual(['Goes by Matt'])
  })

  test('row 90,000 of 100,000 shows its own cells, under the heading row', async () => {
    const { page, text, faults } = await openWorkbench(browser, manyRows())
    await page.evaluate(
      'document.querySelector(".slick-viewport-bottom.slick-viewport-right").scrollTo(0, 89_998 * 21)',
    )
    await expect.poll(() => text('B90000')).toBe('Student of row 90000')
    expect(await text('A90000')).toBe('489999')
    expect(await text('B1')).toBe('Name')
    expect(faults).toEqual([])
  })
})

describe('typing', () => {
  test('what is typed into a cell is in the workbook, and there after a reload', async () => {
    const { page, cell, text, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('B4').click()
    await page.keyboard.type('Guadalupe')
    await page.keyboard.press('Enter')
    await expect.poll(() => students(workspace)[3]?.[1]).toBe('Guadalupe')
    expect(await page.getByRole('textbox', { name: 'Cell' }).inputValue()).toBe('B5')
    await page.reload()
    await cell('B4').locator('.text').waitFor()
    expect(await text('B4')).toBe('Guadalupe')
  })

  test('F2 goes on in what stands there, Escape leaves it as it was, Delete empties it', async () => {
    const { page, cell, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('B2').click()
    await page.keyboard.press('F2')
    await page.keyboard.type(' Ruiz')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    await page.keyboard.type(' Diaz')
    await page.keyboard.press('Tab')
    await expect.poll(() => students(workspace)[1]?.[1]).toBe('Mateo Ortiz Diaz')
    await cell('A4').click()
    await page.keyboard.press('Delete')
    await expect.poll(() => students(workspace)[3]?.[0] ?? '').toBe('')
  })

  test('an id keeps its zeros when it is edited in the line above', async () => {
    const { page, cell, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('A2').click()
    const line = page.getByRole('textbox', { name: 'Content' })
    await expect.poll(() => line.inputValue()).toMatch(/00123$/)
    await line.press('End')
    await line.pressSequentially('4')
    await line.press('Enter')
    await expect.poll(() => students(workspace)[1]?.[0]).toBe('001234')
  })

  test('a drop-down offers its choices to the mouse and to the keyboard', async () => {
    const { page, cell, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('C2').locator('.arrow').click()
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['7', '8', '9'])
    await page.getByRole('option', { name: '9' }).click()
    await expect.poll(() => students(workspace)[1]?.[2]).toBe(9)
    await cell('C4').click()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => students(workspace)[3]?.[2]).toBe(8)
  })

  test('what a drop-down does not have is refused in words, and the cell stays', async () => {
    const { page, cell, text, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('C2').click()
    await page.keyboard.type('Kindergarten')
    await page.keyboard.press('Enter')
    const box = page.getByRole('dialog')
    await box.waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => box.count()).toBe(0)
    expect(students(workspace)[1]?.[2]).toBe(7)
    expect(await text('C2')).toBe('7')
  })

  test('a box is ticked by a click and by the space bar', async () => {
    const { page, cell, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('D2').locator('.box').click()
    await expect.poll(() => students(workspace)[1]?.[3]).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await expect.poll(() => students(workspace)[2]?.[3]).toBe(false)
  })

  test('a range is copied and pasted, and an id stays text', async () => {
    const { page, cell, workspace } = await openWorkbench(browser, lincolnHigh())
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await cell('A2').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+c')
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('00123\tMateo Ortiz\n00124\t<b>Ana</b>')
    await cell('G10').click()
    await page.keyboard.press('Control+v')
    await expect
      .poll(() =>
        students(workspace)
          .slice(9, 11)
          .map((row) => row.slice(6, 8)),
      )
      .toEqual([
        ['00123', 'Mateo Ortiz'],
        ['00124', '<b>Ana</b>'],
      ])
  })
})

describe('rows', () => {
  const names = (workspace: Parameters<typeof students>[0]) =>
    [1, 2, 3, 4].map((row) => students(workspace)[row]?.[1] ?? '')

  test('are inserted and deleted from the menu of a right click', async () => {
    const { page, cell, text, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('B3').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Insert 1 row above' }).click()
    await expect.poll(() => names(workspace)).toEqual(['Mateo Ortiz', '', '<b>Ana</b>', 'Lupe Vega'])
    await expect.poll(() => text('B4')).toBe('<b>Ana</b>')
    const number = (row: number) => page.getByRole('rowheader', { name: String(row), exact: true })
    await number(2).click()
    await number(3).click({ modifiers: ['Shift'] })
    await number(3).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Delete 2 rows' }).click()
    await expect.poll(() => names(workspace)).toEqual(['<b>Ana</b>', 'Lupe Vega', '', ''])
    await expect.poll(() => text('B2')).toBe('<b>Ana</b>')
  })

  test('while somebody types already, and nothing of what is typed is lost', async () => {
    const { page, cell, text, workspace } = await openWorkbench(browser, lincolnHigh())
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/api/deleteRows', async (route) => {
      const response = await route.fetch()
      await held
      await route.fulfill({ response })
    })
    await cell('B3').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Delete row' }).click()
    await expect.poll(() => names(workspace)[1]).toBe('Lupe Vega')
    await page.keyboard.type('No')
    const answered = page.waitForResponse('**/api/deleteRows')
    answer()
    await answered
    await page.keyboard.type('or')
    await page.keyboard.press('Enter')
    await expect.poll(() => names(workspace)[1]).toBe('Noor')
    await expect.poll(() => text('B3')).toBe('Noor')
  })

  test('and by the keyboard, which comes back to the sheet', async () => {
    const { page, cell, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('B3').click()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect.poll(() => names(workspace)).toEqual(['Mateo Ortiz', 'Lupe Vega', '', ''])
    await page.keyboard.type('Noor')
    await page.keyboard.press('Enter')
    await expect.poll(() => names(workspace)[1]).toBe('Noor')
  })
})

describe('selecting', () => {
  test('rows by their numbers, with Shift and Ctrl, as the script sees them', async () => {
    const { page, workspace } = await openWorkbench(browser, lincolnHigh())
    const number = (row: number) => page.getByRole('rowheader', { name: String(row), exact: true })
    await number(2).click()
    await number(3).click({ modifiers: ['Shift'] })
    await number(6).click({ modifiers: ['Control'] })
    await expect
      .poll(() => workspace().selection.areas)
      .toEqual([
        { row: 1, column: 0, rows: 2, columns: 12 },
        { row: 5, column: 0, rows: 1, columns: 12 },
      ])
  })

  test('cells with the mouse and with Shift and arrows', async () => {
    const { page, cell, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('B3').hover()
    await page.mouse.down()
    await cell('D5').hover()
    await page.mouse.up()
    await expect.poll(() => workspace().selection.areas).toEqual([{ row: 2, column: 1, rows: 3, columns: 3 }])
    await page.keyboard.press('Shift+ArrowUp')
    await expect.poll(() => workspace().selection.areas).toEqual([{ row: 2, column: 1, rows: 2, columns: 3 }])
  })

  test('every tab remembers where the person was', async () => {
    const { page, cell, workspace } = await openWorkbench(browser, lincolnHigh())
    await cell('C4').click()
    await page.getByRole('tab', { name: 'Log' }).click()
    await expect.poll(() => workspace().selection.sheetId).toBe(7)
    await page.getByRole('tab', { name: 'Log' }).press('ArrowLeft')
    await expect.poll(() => workspace().selection).toMatchObject({ sheetId: 0, areas: [{ row: 3, column: 2 }] })
    expect(await page.getByRole('textbox', { name: 'Cell' }).inputValue()).toBe('C4')
  })
})
