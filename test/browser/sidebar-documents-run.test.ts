/**
 * The making of plan documents in the built sidebar, over a script that the test plays: workers, pause, cancel, failures.
 */
import { describe, expect, test } from 'vitest'
import type { DocumentResults, DocumentsStanding } from '../../src/actions/requests/documents.ts'
import * as answers from '../sidebar/answers.ts'
import * as documents from '../sidebar/documents-answers.ts'
import { fails, type PlayedScript, type SidebarOptions, silence } from './opened-sidebar.ts'
import {
  button,
  focused,
  hide,
  openDocuments,
  openSchool,
  press,
  requests,
  said,
  sees,
  tabsTo,
} from './played-school.ts'
import { testBrowser } from './test-browser.ts'

const browser = testBrowser()
const onDocuments = (script?: PlayedScript, options?: SidebarOptions) => openDocuments(browser(), script, options)

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
    // What was read before they were asked for has none of them.
    expect(await page.getByText('None any more').count()).toBe(0)
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
    await expect.poll(() => focused(page)).toBe('Leave out the 28 documents to do?')
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
