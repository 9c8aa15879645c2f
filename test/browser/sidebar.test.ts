/**
 * What the built sidebar does in a real browser, over a script that the test plays: opening, checks, lists, students.
 */
import { describe, expect, test } from 'vitest'
import { load } from '../build/built.ts'
import * as answers from '../sidebar/answers.ts'
import { fails, openSidebar, type PlayedScript, sends, silence } from './opened-sidebar.ts'
import {
  button,
  focused,
  heading,
  hide,
  openSchool,
  press,
  requests,
  said,
  school,
  sees,
  tabsTo,
} from './played-school.ts'
import { testBrowser } from './test-browser.ts'

const browser = testBrowser()
const ready = (script?: PlayedScript, options?: object) => openSchool(browser(), script, options)

describe('opening', () => {
  test.each([
    ['PERMISSION_DENIED: reading from storage', 'more than one Google account'],
    ['Authorization is required to perform that action.', 'allow what Google asks'],
    ['NetworkError: Connection failure due to HTTP 0', 'Check the network'],
  ])(
    'the first call failing with “%s” says what to do, offers nothing else, and can be tried again',
    async (sentence, advice) => {
      const { page, play } = await openSidebar(browser(), { getOverview: () => fails(sentence) })
      expect(await page.getByRole('alert').textContent()).toContain(advice)
      expect(await page.getByRole('button').allTextContents()).toEqual(['Try again'])
      play(school)
      await press(page, 'Try again')
      await sees(page, 'What is missing')
      expect(await page.getByRole('alert').count()).toBe(0)
    },
  )

  test.each([
    ['nothing', null],
    ['half an answer', '{"ok":true,"pol'],
  ])('%s for an answer is explained like a failure', async (_what, text) => {
    const { page } = await openSidebar(browser(), { getOverview: () => sends(text) })
    expect(await page.getByRole('alert').textContent()).toContain('more than one Google account')
  })

  test('outside a spreadsheet it says where to open it', async () => {
    const { page } = await openSidebar(browser(), {}, { outside: true })
    await sees(page, 'This page is not inside a spreadsheet')
  })

  test('a setting that cannot be read is refused, and Settings can be opened to mend it', async () => {
    const refusal = answers.refused('SETTING_UNREADABLE', 'Policy in Settings!B2 is “Davs”. Choose one of the list.')
    const { page } = await ready({ getOverview: () => refusal })
    await sees(page, 'Policy in Settings!B2 is “Davs”.')
    await press(page, 'Settings')
    await sees(page, 'Tabs and columns')
  })

  test('an opening without an answer is given up after a minute and can be tried again', async () => {
    const { page, play } = await openSidebar(browser(), { getOverview: () => silence }, { stoppedClock: true })
    await sees(page, 'Opening…')
    await page.clock.runFor(59_000)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.clock.runFor(2000)
    await sees(page, 'No answer after 60 seconds')
    play(school)
    await press(page, 'Try again')
    await sees(page, 'What is missing')
  })
})

describe('a check', () => {
  test('is busy until the answer comes, starts no second one, and says how it ended', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const sidebar = await ready({ checkRoster: () => finished.then(() => answers.checkDone) })
    const { page } = sidebar
    await press(page, 'Check now')
    await sees(page, 'Checking…')
    expect(await said(page)).toBe('Checking the roster')
    await page.keyboard.press('Enter')
    finish()
    await sees(page, /checked just now/)
    expect(requests(sidebar, 'checkRoster')).toEqual([{ answer: 'counts' }])
    expect(await said(page)).toBe('Check finished. 1,150 students: 58 late, 7 due soon, 604 later, 17 to confirm.')
    expect(await focused(page)).toBe('Check now')
    await sees(page, 'Not in the school log: a yearly report to patrons.')
    await sees(page, 'Roster row 171,')
    expect(await page.getByText('Roster row 188,').count()).toBe(0)
    await sees(page, 'and 2 more on the tab Findings')
  })

  test('from the menu is seen as soon as somebody comes back to the sidebar', async () => {
    const sidebar = await ready({ getOverview: () => answers.overview })
    const { page } = sidebar
    await sees(page, 'Not checked yet.')
    sidebar.play({ getOverview: () => answers.overviewAfterCheck })
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await sees(page, /checked Nov 20, 2026/)
  })

  test('that is not answered may have finished, and that is said', async () => {
    const { page } = await ready({ checkRoster: () => sends(null) })
    await press(page, 'Check now')
    await sees(page, 'The result of the check did not arrive')
    await sees(page, /checked Nov 20, 2026/)
  })
})

describe('a list', () => {
  test('opens from a number, shows the next hundred, and is asked for by its kind', async () => {
    const sidebar = await ready()
    const { page } = sidebar
    await press(page, /Late$/)
    await sees(page, 'Student, Number 100')
    expect(await focused(page)).toBe('Late')
    await press(page, 'Show 43 more')
    await sees(page, 'Student, Number 143')
    expect(await focused(page)).toContain('Student, Number 101')
    expect(await page.getByRole('button', { name: /^Show/ }).count()).toBe(0)
    expect(requests(sidebar, 'listStudents')).toEqual([
      { kind: 'late', page: 0 },
      { kind: 'late', page: 1 },
    ])
  })

  test('can be walked, and going back comes to the same student', async () => {
    const sidebar = await ready()
    const { page } = sidebar
    await press(page, /^Plan signature/)
    await press(page, /Number 2 /)
    await sees(page, '2 of 143')
    expect(await focused(page)).toBe('Student, Number 2')
    await press(page, 'Next')
    await sees(page, '3 of 143')
    await heading(page).getByText('Student, Number 3').waitFor()
    expect(await focused(page)).toBe('Next')
    await press(page, 'Previous')
    await press(page, 'Previous')
    await sees(page, '1 of 143')
    expect(await button(page, 'Previous').getAttribute('aria-disabled')).toBe('true')
    await press(page, '‹ Plan signature')
    expect(await focused(page)).toContain('Student, Number 1')
    expect(requests(sidebar, 'listStudents')).toEqual([{ code: 'SIGN', clause: '3.1.7', page: 0 }])
  })

  test('a page that fails keeps those before it and can be tried again', async () => {
    const { page, play } = await ready({
      listStudents: ({ page: wanted }) => (wanted === 0 ? answers.pageOf143(0) : fails('no')),
    })
    await press(page, /Late$/)
    await press(page, 'Show 43 more')
    await sees(page, 'The list could not be read')
    await sees(page, 'Student, Number 100')
    play(school)
    await press(page, 'Try again')
    await sees(page, 'Student, Number 143')
  })
})

describe('the student of the selected row', () => {
  test('is followed while the screen is open, one question at a time', async () => {
    const { page, play, ...sidebar } = await ready({}, { stoppedClock: true })
    expect(sidebar.calls.map(({ name }) => name)).not.toContain('getSelection')
    await press(page, 'Student')
    await heading(page).getByText('Silva, Ana').waitFor()
    play({ getSelection: () => answers.selectedRows(answers.mateo) })
    await page.clock.runFor(1600)
    await heading(page).getByText('Reyes, Mateo').waitFor()
    await sees(page, 'Nothing is missing.')
    play({ getSelection: () => silence })
    await page.clock.runFor(1600)
    const asked = () => sidebar.calls.filter(({ name }) => name === 'getSelection').length
    const before = asked()
    await page.clock.runFor(15_000)
    expect(asked()).toBe(before)
    await press(page, 'Overview')
    await page.clock.runFor(60_000)
    expect(asked()).toBe(before)
  })

  test('is asked for less and less often while that fails, and the reason is said', async () => {
    const sidebar = await ready({ getSelection: () => fails('no') }, { stoppedClock: true })
    const { page } = sidebar
    await press(page, 'Student')
    for (const [wait, asked] of [
      [100, 1],
      [3000, 2],
      [3000, 2],
      [3000, 3],
    ] as const) {
      await page.clock.runFor(wait)
      await expect.poll(() => requests(sidebar, 'getSelection').length).toBe(asked)
    }
    await sees(page, /Not following the sheet: The selected rows could not be read/)
  })

  test('is not asked for while nobody sees the page', async () => {
    const sidebar = await ready({}, { stoppedClock: true })
    const { page } = sidebar
    await press(page, 'Student')
    await heading(page).getByText('Silva, Ana').waitFor()
    await hide(page, true)
    const asked = sidebar.calls.length
    await page.clock.runFor(60_000)
    expect(sidebar.calls.length).toBe(asked)
    await hide(page, false)
    await expect.poll(() => sidebar.calls.length).toBe(asked + 1)
  })

  test('can be shown in the sheet, searched for, and recorded for', async () => {
    const sidebar = await ready()
    const { page } = sidebar
    await press(page, 'Student')
    await page.getByLabel('Search for').fill('  reyes ')
    await page.keyboard.press('Enter')
    await sees(page, '5 students for')
    expect(requests(sidebar, 'findStudents')).toEqual([{ text: 'reyes', page: 0 }])
    await press(page, /^Reyes, Mateo/)
    await heading(page).getByText('Reyes, Mateo').waitFor()
    expect(await focused(page)).toBe('Reyes, Mateo')
    await press(page, 'Show in the sheet')
    expect(requests(sidebar, 'showStudent')).toEqual([{ id: answers.mateo.id }])
    await press(page, 'Record…')
    await sees(page, 'For 1 student')
    expect(await focused(page)).toBe('Record')
  })

  test('has a button beside what can be recorded, which opens the form for it', async () => {
    const { page } = await ready()
    await press(page, 'Student')
    await press(page, 'Record the plan')
    await page.getByLabel('Made on').waitFor()
    expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('plan')
  })
})

test('everything can be done by keyboard: list, student, record, undo', async () => {
  const { page } = await ready()
  const tabTo = (name: string | RegExp) => tabsTo(page, name)
  await tabTo(/Late$/)
  await page.keyboard.press('Enter')
  await sees(page, 'Student, Number 1')
  await tabTo(/Number 1Grade/)
  await page.keyboard.press('Enter')
  await sees(page, '1 of 143')
  await tabTo('Record…')
  await page.keyboard.press('Enter')
  await sees(page, 'For 1 student')
  await tabTo('Kind')
  await page.keyboard.press('ArrowDown')
  await tabTo('Not known')
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('group', { name: 'Student' }).getByLabel('Yes').isChecked()).toBe(true)
  await tabTo('Save')
  await page.keyboard.press('Enter')
  await sees(page, '5 rows saved on the tab Conferences.')
  await tabTo('Undo')
  await page.keyboard.press('Enter')
  await sees(page, '5 entries taken back.')
  expect(await focused(page)).toBe('Taken back')
})

test('every function that the sidebar calls is one of the script', () => {
  const script = load()
  for (const name of Object.keys(school)) expect(script[name], name).toBeTypeOf('function')
})
