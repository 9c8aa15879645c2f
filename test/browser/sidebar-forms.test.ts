/**
 * What the built sidebar does with what people type: recording and settings.
 */
import { describe, expect, test } from 'vitest'
import * as answers from '../sidebar/answers.ts'
import { fails, type PlayedScript, sends, silence } from './opened-sidebar.ts'
import { button, focused, openSchool, press, requests, said, school, sees } from './played-school.ts'
import { testBrowser } from './test-browser.ts'

const browser = testBrowser()
const ready = (script?: PlayedScript, options?: object) => openSchool(browser(), script, options)

describe('recording', () => {
  const recording = async (script: PlayedScript = {}, options = {}) => {
    const sidebar = await ready({ getSelection: () => answers.fiveSelected, ...script }, options)
    await press(sidebar.page, 'Record')
    await sees(sidebar.page, 'For 5 students')
    return sidebar
  }
  const ids = answers.fiveSelected.students.map(({ id }) => id)

  test('for five rows sends what was filled in, and a blank is never a no', async () => {
    const sidebar = await recording()
    const { page } = sidebar
    await page.getByLabel('Kind').selectOption('Group')
    await page.getByLabel('Place').fill('Library')
    await page.getByRole('group', { name: 'Parent' }).getByLabel('No', { exact: true }).check()
    await press(page, 'Save')
    await sees(page, '5 rows saved on the tab Conferences.')
    expect(await focused(page)).toBe('Saved')
    expect(requests(sidebar, 'saveRecord')).toEqual([
      {
        students: ids,
        entry: {
          type: 'conference',
          kind: 'group',
          date: '2026-11-23',
          status: 'held',
          place: 'Library',
          parentAttended: false,
        },
        confirmed: false,
      },
    ])
    await press(page, 'Undo')
    await sees(page, '5 entries taken back.')
    expect(requests(sidebar, 'undoRecord')).toEqual([{ undo: answers.recorded.undo }])
    await press(page, 'Back to the form')
    expect(await page.getByLabel('Place').inputValue()).toBe('Library')
  })

  test('a small group that is too large is said in the form, and once more before it is saved', async () => {
    const sidebar = await recording({
      saveRecord: ({ confirmed }) => (confirmed ? answers.recorded : answers.toConfirm),
    })
    const { page } = sidebar
    await page.getByLabel('Kind').selectOption('Small group')
    await page.getByLabel('How many were invited').fill('7')
    await sees(page, '7 are invited. A small group has 5 or fewer, so this would count as a group only. (clause 3.2.1)')
    await press(page, 'Save')
    await sees(page, 'Not saved yet')
    expect(await focused(page)).toBe('Not saved yet')
    await press(page, 'Go back')
    expect(await focused(page)).toBe('Save')
    await press(page, 'Save')
    await press(page, 'Save all the same')
    await sees(page, '5 rows saved on the tab Conferences.')
    expect(requests(sidebar, 'saveRecord').map((request) => (request as { confirmed: boolean }).confirmed)).toEqual([
      false,
      false,
      true,
    ])
  })

  test('a day that is missing is refused beside it, with the focus on it, and nothing is sent', async () => {
    const sidebar = await recording()
    const { page } = sidebar
    await page.getByLabel('Day').fill('')
    await press(page, 'Save')
    await sees(page, 'Choose a day.')
    expect(await focused(page)).toBe('Day')
    expect(requests(sidebar, 'saveRecord')).toEqual([])
  })

  test('a day of which only the month was typed is not saved as a blank', async () => {
    const sidebar = await recording()
    const { page } = sidebar
    await page.getByText('More', { exact: true }).click()
    await page.getByLabel('Family invited on').focus()
    await page.keyboard.type('11')
    await press(page, 'Save')
    await sees(page, 'Write the whole day.')
    expect(requests(sidebar, 'saveRecord')).toEqual([])
  })

  test('what the script refuses is said beside its field, also where that is folded away', async () => {
    const refusal = answers.refused('REQUEST_INVALID', 'No.', { 'entry.copyFiledOn': 'That day has not come.' })
    const { page } = await recording({ saveRecord: () => refusal })
    await press(page, 'Save')
    await sees(page, 'That day has not come.')
    expect(await focused(page)).toBe('Copy filed on')
  })

  test.each([
    ['fails', fails('Service invoked too many times in a short time'), 'Google asks to wait'],
    ['is refused', answers.refused('SHEET_PROTECTED', 'The tab Conferences is protected.'), 'is protected'],
    ['is lost on the way', sends(null), 'It is not known whether this was saved'],
  ])('loses nothing when saving %s, nor on another screen', async (_how, reply, sentence) => {
    const { page, play } = await recording({ saveRecord: () => reply })
    await page.getByLabel('Place').fill('Library')
    await press(page, 'Save')
    await sees(page, sentence)
    await press(page, 'Overview')
    await press(page, 'Record')
    expect(await page.getByLabel('Place').inputValue()).toBe('Library')
    play(school)
    await press(page, 'Save again')
    await sees(page, '5 rows saved on the tab Conferences.')
  })

  test('without an answer is given up after three minutes, and what was typed is still there', async () => {
    const { page } = await recording({ saveRecord: () => silence }, { stoppedClock: true })
    await page.getByLabel('Place').fill('Library')
    await press(page, 'Save')
    await sees(page, 'Saving…')
    await page.clock.runFor(181_000)
    await sees(page, 'It is not known whether this was saved')
    expect(await page.getByLabel('Place').inputValue()).toBe('Library')
  })

  test('rows that are selected later are offered, never slipped in', async () => {
    const { page, play } = await recording({}, { stoppedClock: true })
    await page.getByLabel('Place').fill('Library')
    play({ getSelection: () => answers.selectedRows(answers.lupe) })
    await page.clock.runFor(1600)
    await press(page, 'Use the 1 row now selected')
    await sees(page, 'For 1 student')
    expect(await page.getByLabel('Place').inputValue()).toBe('Library')
  })

  test('a type that cannot be recorded here says why, and has no button to save', async () => {
    const blocked = [{ type: 'conference', reason: 'This workbook has no tab for conferences.' }] as const
    const { page } = await recording({ getRecordForm: () => ({ ...answers.recordForm, blocked }) })
    await sees(page, 'This workbook has no tab for conferences.')
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
    await page.getByLabel('What', { exact: true }).selectOption('Contact with the family')
    await button(page, 'Save').waitFor()
  })

  test('before the first check it says that the sheet does not show it yet, and how the students stand', async () => {
    const { page } = await recording({ saveRecord: () => ({ ...answers.recorded, rechecked: false }) })
    await press(page, 'Save')
    await sees(page, /in the sheet do not show this yet/)
    await sees(page, 'How they stand now')
  })

  test('the overview and the student are read again afterwards', async () => {
    const sidebar = await recording()
    await press(sidebar.page, 'Save')
    await sees(sidebar.page, '5 rows saved on the tab Conferences.')
    await expect.poll(() => requests(sidebar, 'getOverview').length).toBe(2)
  })
})

describe('settings', () => {
  test('send what was changed, and say so when it is saved', async () => {
    const sidebar = await ready()
    const { page } = sidebar
    await press(page, 'Settings')
    await page.getByLabel('Policy').selectOption('Washington County School District 4030')
    await page.getByLabel('Grade', { exact: true }).selectOption('Gr')
    await sees(page, '2 changes not saved')
    await press(page, 'Save')
    await expect.poll(() => said(page)).toContain('Saved.')
    expect(requests(sidebar, 'saveSettings')).toEqual([
      { policy: 'washington-4030', columns: [{ signature: '1x8k2p', field: 'grade', heading: 'Gr' }] },
    ])
    expect(await page.getByText('not saved').count()).toBe(0)
    await sees(page, /^Saved\. Choose Check now/)
    expect(await focused(page)).toBe('Settings')
  })

  test('take the names on plan documents as they are typed', async () => {
    const sidebar = await ready()
    const { page } = sidebar
    await press(page, 'Settings')
    await sees(page, 'In use: as on the roster. For plan documents,')
    expect(await page.getByLabel('Plan manager').inputValue()).toBe('R. Young')
    await page.getByLabel('School name').fill('=Lincoln & Sons')
    await page.getByLabel('Plan manager').fill('')
    await press(page, 'Save')
    await expect.poll(() => said(page)).toContain('Saved.')
    expect(requests(sidebar, 'saveSettings')).toEqual([{ schoolName: '=Lincoln & Sons', planManager: '' }])
  })

  test('refuse a bad value beside its field, with the focus on it', async () => {
    const refusal = answers.refused('REQUEST_INVALID', 'No.', { schoolYear: 'Write a school year such as 2026-27.' })
    const { page } = await ready({ saveSettings: () => refusal })
    await press(page, 'Settings')
    await page.getByLabel('School year').fill('soon')
    await press(page, 'Save')
    await sees(page, 'Write a school year such as 2026-27.')
    expect(await focused(page)).toBe('School year')
  })

  test('keep what was chosen on another screen, and can be discarded', async () => {
    const { page } = await ready()
    await press(page, 'Settings')
    await page.getByLabel('School year').fill('2027-28')
    await press(page, 'Overview')
    await press(page, /^Settings/)
    expect(await page.getByLabel('School year').inputValue()).toBe('2027-28')
    await press(page, 'Discard')
    expect(await page.getByLabel('School year').inputValue()).toBe('')
  })
})
