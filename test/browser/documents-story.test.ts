/**
 * Plan documents from the first press to the second version: the real sidebar over the real script, on the workbench.
 */
import { expect, test } from 'vitest'
import { lincoln, links } from '../actions/lincoln-plans.ts'
import { accessibilityFaults } from './accessibility.ts'
import { takePicture } from './pictures.ts'
import { button, press, sees } from './played-school.ts'
import { testBrowser } from './test-browser.ts'
import { openWorkbench } from './workbench-page.ts'

const browser = testBrowser()

test('twelve students on the workbench: set up, preview, make with three workers, pause, go on, read one, replace it', async () => {
  const { page, faults, workspace, goTo, cell, text } = await openWorkbench(browser(), lincoln())
  const sidebar = page.frameLocator('iframe')
  // Runs begin when the test lets them.
  const held: (() => void)[] = []
  let isHolding = false
  await page.route('**/api/callScript', async (route) => {
    if (isHolding && route.request().postData()?.includes('"makeDocuments"') === true)
      await new Promise<void>((resolve) => held.push(resolve))
    await route.continue()
  })
  await press(sidebar, 'Check now')
  await sees(sidebar, /checked just now/)
  await press(sidebar, 'Documents')
  await press(sidebar, 'Set up documents')
  await sees(sidebar, 'Tabs that were made: Plan Content, Courses, Graduation Requirements.')
  await sees(page, 'Files in Drive (2)')

  await sidebar.getByLabel('All students').check()
  await press(sidebar, 'Preview')
  await sees(sidebar, '12 documents for 2026-27')
  await sidebar.getByText('Details').click()
  await sidebar.getByLabel('Made side by side').selectOption('3')
  await takePicture(page, 'story-documents-preview')
  isHolding = true
  await press(sidebar, 'Make 12 documents')
  await expect.poll(() => held.length).toBe(3)
  held.shift()!()
  await sees(sidebar, '10 of 12')
  await press(sidebar, 'Pause')
  isHolding = false
  for (const release of held) release()
  await sees(sidebar, 'Paused. What is made stays.')
  await takePicture(page, 'story-documents-paused')
  await press(sidebar, 'Go on')
  await sees(sidebar, 'All done')
  await sees(page, 'Files in Drive (14)')
  await button(sidebar, 'Made 12').waitFor()
  await takePicture(page, 'story-documents-made')
  expect(new Set([...links(workspace()).values()].map((link) => link.slice(0, 35)))).toEqual(
    new Set(['https://docs.google.com/document/d/']),
  )

  const mateo = sidebar.getByRole('listitem').filter({ hasText: 'Ruiz, Mateo' })
  await mateo.getByRole('link').click()
  const plan = page.getByRole('dialog', { name: 'PCCR 2026-27 Ruiz, Mateo' })
  await expect.poll(() => plan.innerText()).toContain('R. Young')
  await takePicture(page, 'story-documents-read')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Students' }).click()
  await goTo('F2')
  await cell('F2').click()
  await page.keyboard.type('T. Lee')
  await page.keyboard.press('Enter')
  await expect.poll(() => text('F2')).toBe('T. Lee')
  await sidebar.getByText('Make more documents').click()
  await press(sidebar, 'Preview')
  await sees(sidebar, '1 to renew')
  await sees(sidebar, /It was signed on October 2, 2026/)
  await press(sidebar, 'Make 1 document')
  await button(sidebar, 'Replaced 1').waitFor()
  await mateo.getByRole('link').click()
  await expect.poll(() => plan.innerText()).toContain('T. Lee')
  await sees(page, 'Files in Drive (14)')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await accessibilityFaults(page)).toEqual([])
  expect(faults).toEqual([])
})
