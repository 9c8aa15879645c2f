/**
 * Plan documents in the built sidebar: over a script that the test plays, and over the real one on the workbench.
 */
import { describe, expect, test } from 'vitest'
import type { DocumentResults, DocumentsStanding } from '../../src/actions/requests/documents.ts'
import { lincoln, links } from '../actions/lincoln-plans.ts'
import * as answers from '../sidebar/answers.ts'
import * as documents from '../sidebar/documents-answers.ts'
import { accessibilityFaults } from './accessibility.ts'
import { fails, type PlayedScript, type SidebarOptions, silence } from './opened-sidebar.ts'
import { takePicture } from './pictures.ts'
import { button, focused, hide, openSchool, press, requests, said, sees, tabsTo } from './played-school.ts'
import { testBrowser } from './test-browser.ts'
import { openWorkbench } from './workbench-page.ts'

const browser = testBrowser()

async function onDocuments(script: PlayedScript = {}, options: SidebarOptions = {}) {
  const sidebar = await openSchool(browser(), script, options)
  await press(sidebar.page, 'Documents')
  await sees(sidebar.page, /^Make (more )?documents$/)
  return sidebar
}

/** A script that holds every run until the test lets it end. */
function heldRuns(counts: Readonly<Record<string, number>>) {
  let stands = documents.standingOf(counts)
  const ends: ((standing: DocumentsStanding) => void)[] = []
  const looked = (): DocumentResults => ({ ...stands, results: [], total: 0, page: 0 })
  const script: PlayedScript = {
    getDocuments: looked,
    makeDocuments: () => new Promise((resolve) => ends.push(resolve)),
    pauseDocuments: ({ paused }) => (stands = { ...stands, paused }),
    cancelDocuments: () => (stands = documents.standingOf({ 'Left out': 28 })),
  }
  return {
    script,
    waiting: () => ends.length,
    /** How far it is by now. */
    stand: (standing: DocumentsStanding) => (stands = standing),
    /** Ends the run that has waited longest. */
    end: (standing: DocumentsStanding) => {
      stands = standing
      ends.shift()!(standing)
    },
  }
}

const bar = (page: Parameters<typeof press>[0]) => page.getByRole('progressbar', { name: 'Documents done' })

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
  test('is for those with open items, a grade, the selected rows, all, or a list of the overview', async () => {
    const sidebar = await onDocuments({ getSelection: () => answers.fiveSelected })
    const { page } = sidebar
    await press(page, 'Preview')
    await sees(page, '5 documents for 2026-27')
    await page.getByLabel('One grade').check()
    await page.getByLabel('Grade', { exact: true }).selectOption('Grade 9')
    expect(await page.getByText('5 documents for 2026-27').count()).toBe(0)
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
    expect(await focused(page)).toBe('One by one')
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

describe('making', () => {
  const started = async (
    counts: Readonly<Record<string, number>>,
    options: SidebarOptions = { stoppedClock: true },
  ) => {
    const runs = heldRuns(counts)
    const sidebar = await onDocuments(runs.script, options)
    await press(sidebar.page, 'Go on')
    await expect.poll(runs.waiting).toBe(4)
    return { ...sidebar, runs }
  }

  test('is shared by as many as were chosen, each begins again, and the bar follows', async () => {
    const runs = heldRuns({})
    const startDocuments = () => runs.stand(documents.standingOf({ 'To do': 30 }))
    const sidebar = await onDocuments({ ...runs.script, startDocuments })
    const { page } = sidebar
    await press(page, 'Preview')
    await page.getByText('Details').click()
    await page.getByLabel('Made side by side').selectOption('3')
    await press(page, 'Make 2 documents')
    await expect.poll(runs.waiting).toBe(3)
    await sees(page, '0 of 30')
    expect(await said(page)).toBe('Making documents')
    runs.end(documents.standingOf({ Made: 10, 'To do': 20 }))
    await sees(page, '10 of 30')
    expect(await bar(page).getAttribute('value')).toBe('10')
    await expect.poll(runs.waiting).toBe(3)
    for (let run = 0; run < 3; run++) runs.end(documents.standingOf({ Made: 30 }))
    await sees(page, 'All done')
    await expect.poll(() => said(page)).toBe('All done: 30 documents.')
    expect(requests(sidebar, 'makeDocuments')).toEqual([1, 2, 3, 4].map(() => ({ workers: 3 })))
  })

  test('goes on while other screens are looked at, and is there again when one comes back', async () => {
    const { page, runs } = await started({ Made: 2, 'To do': 28 })
    await press(page, 'Overview')
    runs.end(documents.standingOf({ Made: 12, 'To do': 18 }))
    await expect.poll(runs.waiting).toBe(4)
    await press(page, 'Documents')
    await sees(page, '12 of 30')
    await sees(page, '4 documents at a time')
  })

  test('pauses, says that what was begun is finished, and goes on', async () => {
    const { page, runs, ...sidebar } = await started({ 'To do': 28 })
    await press(page, 'Pause')
    await sees(page, 'Finishing what was begun…')
    for (let run = 0; run < 4; run++) runs.end(documents.standingOf({ Made: 10, 'To do': 18 }, { paused: true }))
    await sees(page, 'Paused. What is made stays.')
    expect(runs.waiting()).toBe(0)
    await press(page, 'Go on')
    await expect.poll(runs.waiting).toBe(4)
    expect(requests({ page, ...sidebar }, 'pauseDocuments')).toEqual([{ paused: true }, { paused: false }])
  })

  test('is cancelled after one question, and what is made stays', async () => {
    const { page, runs, ...sidebar } = await started({ 'To do': 28 })
    await press(page, 'Cancel')
    expect(await focused(page)).toBe('Leave out the 28 documents to do?')
    await press(page, 'Go back')
    expect(requests({ page, ...sidebar }, 'cancelDocuments')).toEqual([])
    await press(page, 'Cancel')
    await press(page, 'Leave them out')
    await expect.poll(() => said(page)).toBe('The rest was left out')
    for (let run = 0; run < 4; run++) runs.end(documents.standingOf({ 'Left out': 28 }))
    await button(page, 'Left out 28').waitFor()
    expect(runs.waiting()).toBe(0)
    expect(await bar(page).count()).toBe(0)
  })

  test('looks every five seconds how far it is, and not while nobody sees it or nothing goes on', async () => {
    const { page, runs, ...sidebar } = await started({ 'To do': 28 })
    const looked = () => requests({ page, ...sidebar }, 'getDocuments').length
    runs.stand(documents.standingOf({ 'To do': 28 }, { underWay: 7, free: 0 }))
    await page.clock.runFor(5100)
    await sees(page, '7 of 28')
    const before = looked()
    await page.clock.runFor(4000)
    expect(looked()).toBe(before)
    await hide(page, true)
    await page.clock.runFor(60_000)
    expect(looked()).toBe(before)
    await hide(page, false)
    await expect.poll(looked).toBe(before + 1)
    for (let run = 0; run < 4; run++) runs.end(documents.standingOf({ Made: 28 }))
    await sees(page, 'All done')
    await page.clock.runFor(6000)
    const after = looked()
    await page.clock.runFor(60_000)
    expect(looked()).toBe(after)
  })

  test('tries a run again that failed, and says so', async () => {
    const runs = heldRuns({ 'To do': 28 })
    const sidebar = await onDocuments(
      { ...runs.script, makeDocuments: () => fails('Service error: Spreadsheets') },
      { stoppedClock: true },
    )
    const { page, play } = sidebar
    await press(page, 'Go on')
    await sees(page, '4 runs without an answer: tried again soon.')
    play({ makeDocuments: () => runs.stand(documents.standingOf({ Made: 28 })) })
    await page.clock.runFor(5100)
    await expect.poll(() => requests(sidebar, 'makeDocuments').length).toBe(8)
    await sees(page, 'All done')
  })

  test('that fails again and again says why, and a person goes on', async () => {
    const sidebar = await onDocuments(
      {
        ...heldRuns({ 'To do': 28 }).script,
        makeDocuments: () => answers.refused('TEMPLATE_FAULTY', 'In the text: {scool} is not known.'),
      },
      { stoppedClock: true },
    )
    const { page, play } = sidebar
    await press(page, 'Go on')
    await sees(page, 'In the text: {scool} is not known.')
    expect(requests(sidebar, 'makeDocuments')).toHaveLength(4)
    play({ makeDocuments: () => silence })
    await page.getByRole('alert').getByRole('button', { name: 'Go on' }).click()
    await sees(page, '4 documents at a time')
  })

  test('says at the end of the day’s documents what happens next', async () => {
    const { page, runs } = await started({ 'To do': 28 })
    const message = 'Today’s documents are used up. What is made stays; go on tomorrow.'
    for (let run = 0; run < 4; run++)
      runs.end({ ...documents.standingOf({ Made: 5, 'To do': 23 }), stopped: { code: 'DRIVE_DAY_USED_UP', message } })
    await expect.poll(() => page.getByRole('alert').textContent()).toBe(`${message} Press Go on then.`)
    await page.clock.runFor(86_400_000)
    expect(runs.waiting()).toBe(0)
    await button(page, 'Go on').waitFor()
  })

  test('waits for rows that a run holds which ended badly, says until when, and goes on by itself', async () => {
    const { page, runs } = await started({ 'To do': 28 })
    const held = documents.standingOf({ Made: 18, 'To do': 10 }, { free: 0, heldUntil: Date.UTC(2026, 10, 23, 16, 40) })
    for (let run = 0; run < 4; run++) runs.end(held)
    await sees(page, /A run ended badly and holds the last ones until 9:40 AM/)
    await page.clock.runFor(11 * 60_000)
    await expect.poll(runs.waiting).toBe(4)
  })

  test('of another sidebar is shown where it is, can be joined, and paused', async () => {
    const runs = heldRuns({})
    runs.stand(documents.standingOf({ Made: 12, 'To do': 28 }, { free: 10, heldUntil: Date.UTC(2026, 10, 23, 16, 40) }))
    const { page } = await onDocuments(runs.script, { stoppedClock: true })
    await sees(page, '12 of 40')
    await sees(page, 'Another run is at work. Go on makes the others beside it.')
    await press(page, 'Pause')
    await sees(page, 'Paused. What is made stays.')
    await press(page, 'Go on')
    await expect.poll(runs.waiting).toBe(4)
  })

  test('tells why links are not on the roster', async () => {
    const linksMissing = 'The roster has no column Plan document yet.'
    const { page, runs } = await started({ 'To do': 28 })
    runs.end(documents.standingOf({ Made: 10, 'To do': 18 }, { linksMissing }))
    await sees(page, `The links are not on the roster yet. ${linksMissing}`)
    while (runs.waiting() > 0) runs.end(documents.standingOf({ Made: 27, 'Not made': 1 }, { linksMissing }))
    await sees(page, '1 document was not made. The reasons stand below.')
    await press(page, 'Write the links')
    await expect.poll(runs.waiting).toBe(1)
    runs.end(documents.standingOf({ Made: 27, 'Not made': 1 }))
    await expect.poll(() => page.getByText('The links are not on the roster yet.').count()).toBe(0)
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
    expect(await focused(page)).toBe('5 documents for 2026-27')
    expect(requests(sidebar, 'previewDocuments')).toEqual([{ whom: { state: 'Changed by hand' }, page: 0 }])
  })

  test('come in pages of fifty', async () => {
    const sidebar = await onDocuments({ getDocuments: ({ page }) => documents.pageOfResults(page, { paused: true }) })
    const { page } = sidebar
    await sees(page, '1–50 of 143')
    await press(page, 'Next')
    await sees(page, 'Student, Number 51')
    expect(await focused(page)).toBe('What became of them')
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

test('everything can be done by keyboard: choose, preview, make, pause, cancel', async () => {
  const runs = heldRuns({})
  const startDocuments = () => runs.stand(documents.standingOf({ 'To do': 30 }))
  const { page } = await openSchool(browser(), { ...runs.script, startDocuments })
  await tabsTo(page, 'Documents')
  await page.keyboard.press('Enter')
  await tabsTo(page, 'Students with open items')
  await page.keyboard.press('ArrowUp')
  expect(await page.getByLabel('All students').isChecked()).toBe(true)
  await tabsTo(page, 'Preview')
  await page.keyboard.press('Enter')
  await tabsTo(page, 'Replace documents that were changed by hand too')
  await page.keyboard.press('Space')
  await tabsTo(page, 'Make 3 documents')
  await page.keyboard.press('Enter')
  await expect.poll(runs.waiting).toBe(4)
  await expect.poll(() => focused(page)).toBe('Documents')
  await tabsTo(page, 'Pause')
  await page.keyboard.press('Enter')
  await sees(page, 'Finishing what was begun…')
  await tabsTo(page, 'Cancel')
  await page.keyboard.press('Enter')
  await tabsTo(page, 'Leave them out')
  await page.keyboard.press('Enter')
  await expect.poll(() => said(page)).toBe('The rest was left out')
})

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
  await page.keyboard.press('Escape')
  expect(await accessibilityFaults(page)).toEqual([])
  expect(faults).toEqual([])
})
