/**
 * Plan documents in the built sidebar, over a script that the test plays: setting up, previewing, what became of them.
 */
import { describe, expect, test } from 'vitest'
import * as answers from '../sidebar/answers.ts'
import * as documents from '../sidebar/documents-answers.ts'
import { fails, type PlayedScript, type SidebarOptions } from './opened-sidebar.ts'
import { button, focused, openDocuments, press, requests, sees } from './played-school.ts'
import { testBrowser } from './test-browser.ts'

const browser = testBrowser()
const onDocuments = (script?: PlayedScript, options?: SidebarOptions) => openDocuments(browser(), script, options)

describe('setting up', () => {
  test('is offered on the first visit, says what it makes, and leads to what it made', async () => {
    const sidebar = await onDocuments({ getDocuments: () => documents.noDocuments })
    const { page } = sidebar
    await sees(page, 'First: set up documents')
    await press(page, 'Set up documents')
    await sees(page, 'Tabs that were made: Plan Content, Courses, Graduation Requirements.')
    const folder = page.getByRole('link', { name: 'Folder “Plan Keeper” (opens in a new tab)' })
    expect(await folder.getAttribute('href')).toBe(documents.documentsSetUp.folder)
    expect(await folder.getAttribute('target')).toBe('_blank')
    expect(requests(sidebar, 'setUpDocuments')).toHaveLength(1)
  })

  test('is asked for where the templates are missing, and the preview follows it', async () => {
    const { page, play } = await onDocuments({ previewDocuments: () => documents.documentsNotSetUp })
    await press(page, 'Preview')
    await sees(page, 'The templates are missing')
    expect(await page.getByRole('alert').count()).toBe(0)
    play({ previewDocuments: () => documents.documentsPreview })
    await press(page, 'Set up documents')
    await sees(page, '5 documents for 2026-27')
    await sees(page, 'Documents are set up.')
  })

  test('can be done again at any time', async () => {
    const sidebar = await onDocuments()
    await sidebar.page.getByText('Folder and templates').click()
    await press(sidebar.page, 'Set up documents')
    await sees(sidebar.page, 'Documents are set up.')
    expect(requests(sidebar, 'setUpDocuments')).toHaveLength(1)
  })
})

describe('the preview', () => {
  test('is for those with open items, a grade, a counselor, the selected rows, all, or a list of the overview', async () => {
    const sidebar = await onDocuments({ getSelection: () => answers.fiveSelected })
    const { page } = sidebar
    await press(page, 'Preview')
    await sees(page, '5 documents for 2026-27')
    await page.getByLabel('One grade').check()
    await page.getByLabel('Grade', { exact: true }).selectOption('Grade 9')
    expect(await page.getByText('5 documents for 2026-27').count()).toBe(0)
    await press(page, 'Preview')
    await sees(page, '5 documents for 2026-27')
    await page.getByLabel('One counselor or teacher').check()
    await page.getByLabel('Name').fill('Okafor')
    await press(page, 'Preview')
    await sees(page, '5 documents for 2026-27')
    await page.getByLabel('Selected rows').check()
    await page.getByLabel('Selected rows (5)').waitFor()
    await press(page, 'Preview')
    await sees(page, '5 documents for 2026-27')
    await page.getByLabel('All students').check()
    await press(page, 'Preview')
    await sees(page, '5 documents for 2026-27')
    await press(page, 'Overview')
    await press(page, /^Plan signature/)
    await press(page, 'Documents for these students')
    await sees(page, 'These students: Plan signature')
    await sees(page, '5 documents for 2026-27')
    expect(requests(sidebar, 'previewDocuments').map((request) => (request as { whom: unknown }).whom)).toEqual([
      'flagged',
      { grade: '9' },
      { staff: 'Okafor' },
      answers.fiveSelected.students.map(({ id }) => id),
      'all',
      { lacking: { code: 'SIGN', clause: '3.1.7' } },
    ])
  })

  test('of selected rows stays as it is when other rows are selected, and offers them', async () => {
    const { page, play } = await onDocuments({ getSelection: () => answers.fiveSelected }, { stoppedClock: true })
    await page.getByLabel('Selected rows').check()
    await page.getByLabel('Selected rows (5)').waitFor()
    await press(page, 'Preview')
    await sees(page, '5 documents for 2026-27')
    play({ getSelection: () => answers.selectedRows(answers.lupe) })
    await page.clock.runFor(1600)
    await button(page, 'Use the 1 row now selected').waitFor()
    await sees(page, '5 documents for 2026-27')
    await press(page, 'Use the 1 row now selected')
    await page.getByLabel('Selected rows (1)').waitFor()
    expect(await page.getByText('5 documents for 2026-27').count()).toBe(0)
  })

  test('says in words what is left blank, and leads to what is there', async () => {
    const { page } = await onDocuments()
    await press(page, 'Preview')
    const ana = page.getByRole('listitem').filter({ hasText: 'Silva, Ana' }).first()
    expect(await ana.innerText()).toContain(
      'Left blank: day on which the plan was made, who wrote the plan, plan manager.',
    )
    expect(await ana.getByRole('link').count()).toBe(0)
    const mateo = page.getByRole('listitem').filter({ hasText: 'Reyes, Mateo' }).first()
    expect(await mateo.getByRole('link').getAttribute('href')).toContain('/d/0041/')
    await sees(page, '14 students. The student has left or has not entered yet.')
    await sees(page, /About 1,488 of the 1,500 documents/)
  })

  test('of more than the day has left says that the rest goes on tomorrow, page by page', async () => {
    const sidebar = await onDocuments({
      previewDocuments: ({ page }) => ({ ...documents.wholeSchoolPreview, page }),
    })
    const { page } = sidebar
    await press(page, 'Preview')
    await sees(page, /The other 155 go on tomorrow: press Go on then/)
    await page.getByLabel('Go on every hour when this is closed').check()
    await sees(page, /The other 155 go on tomorrow: by themselves/)
    await sees(page, '1–50 of 1,655')
    await press(page, 'Next')
    await sees(page, '51–100 of 1,655')
    await expect.poll(() => focused(page)).toBe('One by one')
    expect(requests(sidebar, 'previewDocuments')).toEqual([
      { whom: 'flagged', page: 0 },
      { whom: 'flagged', page: 1 },
    ])
  })

  test('of a faulty template lists every fault, leads to it, and has no button to start', async () => {
    const { page } = await onDocuments({ previewDocuments: () => documents.faultyPreview })
    await press(page, 'Preview')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.getByRole('listitem').allInnerTexts()).toEqual(documents.faultyPreview.templates[1]!.faults)
    expect(await alert.getByRole('link').getAttribute('href')).toBe(documents.faultyPreview.templates[1]!.link)
    expect(await page.getByRole('button', { name: /^Make/ }).count()).toBe(0)
  })

  test('with nothing to make has no button to start', async () => {
    const counts = { new: 0, changed: 0, kept: 0, 'in-trash': 0, 'up-to-date': 5 }
    const { page } = await onDocuments({ previewDocuments: () => ({ ...documents.documentsPreview, counts }) })
    await press(page, 'Preview')
    await sees(page, 'There is nothing to make.')
    expect(await page.getByRole('button', { name: /^Make/ }).count()).toBe(0)
    expect(await page.getByText('Replace documents').count()).toBe(0)
  })

  test('replaces what was changed by hand only where somebody says so', async () => {
    const sidebar = await onDocuments()
    const { page } = sidebar
    await press(page, 'Preview')
    await page.getByLabel('Replace documents that were changed by hand too').check()
    await press(page, 'Make 3 documents')
    await sees(page, 'All done')
    await page.getByText('Make more documents').click()
    await press(page, 'Preview')
    await press(page, 'Make 2 documents')
    await sees(page, 'All done')
    expect(requests(sidebar, 'startDocuments')).toEqual([
      { whom: 'flagged', overChanges: true, carryOn: false },
      { whom: 'flagged', overChanges: false, carryOn: false },
    ])
  })

  test('that fails, or a start that is refused, says why and can be tried again', async () => {
    const { page, play } = await onDocuments({ previewDocuments: () => fails('no') })
    await press(page, 'Preview')
    await sees(page, 'It could not be read what there is to make')
    play({
      previewDocuments: () => documents.documentsPreview,
      startDocuments: () => answers.refused('SHEET_CHANGING', 'Somebody is editing the roster.'),
    })
    await press(page, 'Try again')
    await press(page, 'Make 2 documents')
    await sees(page, 'Somebody is editing the roster.')
    play({ startDocuments: () => documents.standingOf({ 'To do': 2 }) })
    await press(page, 'Try again')
    await sees(page, 'All done')
  })
})

describe('the results', () => {
  test('are listed by state, with the reason and the link, and those not made are asked for again', async () => {
    const sidebar = await onDocuments()
    const { page } = sidebar
    await button(page, 'All 5').waitFor()
    await press(page, 'Not made 1')
    await sees(page, /The name is too long/)
    expect(await page.getByText('Silva, Ana').count()).toBe(0)
    expect(requests(sidebar, 'getDocuments').at(-1)).toEqual({ state: 'Not made', page: 0 })
    await press(page, 'Make 1 document again')
    await sees(page, 'All done')
    expect(requests(sidebar, 'startDocuments')).toEqual([{ whom: { state: 'Not made' }, carryOn: false }])
  })

  test('that were changed by hand are taken to the preview, where it is said what replacing does', async () => {
    const sidebar = await onDocuments()
    const { page } = sidebar
    await press(page, 'Changed by hand 1')
    await press(page, 'Preview these 1')
    await page.getByLabel('These students: Changed by hand').waitFor()
    await sees(page, '5 documents for 2026-27')
    await expect.poll(() => focused(page)).toBe('5 documents for 2026-27')
    expect(requests(sidebar, 'previewDocuments')).toEqual([{ whom: { state: 'Changed by hand' }, page: 0 }])
  })

  test('come in pages of fifty', async () => {
    const sidebar = await onDocuments({ getDocuments: ({ page }) => documents.pageOfResults(page, { paused: true }) })
    const { page } = sidebar
    await sees(page, '1–50 of 143')
    await press(page, 'Next')
    await sees(page, 'Student, Number 51')
    await expect.poll(() => focused(page)).toBe('What became of them')
    await press(page, 'Next')
    await sees(page, '101–143 of 143')
  })

  test('never lead to anything but an address of the web', async () => {
    const { page } = await onDocuments({
      getDocuments: () => {
        const found = documents.documentResults('Made')
        return { ...found, results: found.results.map((one) => ({ ...one, link: 'javascript:alert(1)' })) }
      },
    })
    await sees(page, 'Silva, Ana')
    expect(await page.getByRole('link').count()).toBe(0)
  })
})
