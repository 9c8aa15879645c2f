import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { subjectOf } from '../../sidebar/words.ts'
import type { FindingCode } from '../../src/compliance/finding.ts'
import { codeName } from '../../src/compliance/messages.ts'
import { load } from '../build/built.ts'
import { checkDone, overview, overviewAfterCheck } from './answers.ts'
import { type OpenedSidebar, openSidebar } from './opened-sidebar.ts'
import { SmallElement } from './small-document.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** The sidebar after its first call was answered. */
async function ready(answer: object = overview): Promise<OpenedSidebar> {
  const sidebar = await openSidebar(vi)
  await sidebar.calls[0]!.answer(answer)
  return sidebar
}

describe('opening', () => {
  test('asks the script for the overview and says that it is opening', async () => {
    const sidebar = await openSidebar(vi)
    expect(sidebar.calls.map(({ name }) => name)).toEqual(['getOverview'])
    expect(sidebar.text()).toContain('Opening…')
    expect(sidebar.elements('button')).toEqual([])
  })

  test('shows policy, as-of date and school year, and offers a check', async () => {
    const sidebar = await ready()
    expect(sidebar.text()).toContain('Policy Davis School District 4I-101 As of Nov 23, 2026 School year 2026-27')
    expect(sidebar.text()).toContain('This roster has not been checked yet.')
    expect(sidebar.elements('button').map(({ text }) => text)).toEqual(['Check now'])
  })

  test('shows the last check with its own day when the next one would be another', async () => {
    const sidebar = await ready(overviewAfterCheck)
    expect(sidebar.text()).toContain('1,150 students Last checked Nov 20, 2026, 3:42 PM')
    expect(sidebar.text()).toContain('Against Davis School District 4I-101, as of Nov 20, 2026')
  })

  test('outside a spreadsheet says where to open it', async () => {
    const sidebar = await openSidebar(vi, { withScript: false })
    expect(sidebar.role('alert')).toContain('Extensions › Plan Keeper › Open')
  })
})

describe('a check', () => {
  test('is busy until the answer comes, and a second press starts no second check', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    expect(sidebar.button('Checking…').attributes.get('aria-disabled')).toBe('true')
    expect(sidebar.role('status')).toBe('Checking the roster')
    await sidebar.press('Checking…')
    expect(sidebar.calls.map(({ name }) => name)).toEqual(['getOverview', 'checkRoster'])
    expect(sidebar.calls[1]!.args).toEqual(['{"answer":"counts"}'])
  })

  test('tells a screen reader how it ended', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await sidebar.calls[1]!.answer(checkDone)
    expect(sidebar.role('status')).toBe('Check finished. 1,150 students: 61 late, 17 to check, 1,204 to do.')
    expect(sidebar.button('Check now').attributes.get('aria-disabled')).toBe('false')
  })

  test('lists each kind of gap with its clause, the most late first, and nothing that is met', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await sidebar.calls[1]!.answer(checkDone)
    expect(sidebar.text()).toContain(
      'Plan signature clause 3.1.7 49 late 6 to check 322 to do Plan clause 3.1.1 12 late',
    )
    expect(sidebar.text()).not.toContain('1,138')
    expect(sidebar.text()).not.toContain('4,210')
  })

  test('lists what the school as a whole still owes', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await sidebar.calls[1]!.answer(checkDone)
    expect(sidebar.text()).toContain('Not in the school log: a yearly report to patrons. Due May 28, 2027.')
    expect(sidebar.text()).not.toContain('Staff training was given')
  })

  test('shows the first five problems and how many more there are', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await sidebar.calls[1]!.answer(checkDone)
    expect(sidebar.text()).toContain('7 things to mend in the sheet Roster row 14,')
    expect(sidebar.text()).toContain('Roster row 171,')
    expect(sidebar.text()).not.toContain('Roster row 188,')
    expect(sidebar.text()).toContain('and 2 more on the tab Findings')
  })

  test('names what was not checked for want of a column', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await sidebar.calls[1]!.answer(checkDone)
    expect(sidebar.text()).toContain(
      'Not checked This workbook has no column for: Conference agenda, Folder copy, Plan sections (in part).',
    )
  })

  test('says so when nothing is missing', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await sidebar.calls[1]!.answer({ ...checkDone, students: 1, counts: { MET: 9 }, byCode: [] })
    expect(sidebar.text()).toContain('1 student Checked just now')
    expect(sidebar.text()).toContain('Nothing is missing on this day.')
    expect(sidebar.role('status')).toBe('Check finished. 1 student: nothing is missing.')
  })
})

describe('when something goes wrong', () => {
  test.each([
    ['PERMISSION_DENIED: reading from storage', 'more than one Google account'],
    ['ScriptError: whatever it was', 'more than one Google account'],
    ['Authorization is required to perform that action.', 'allow what Google asks'],
    ['NetworkError: Connection failure due to HTTP 0', 'Check the network'],
  ])('the first call failing with "%s" says what to do', async (said, advice) => {
    const sidebar = await openSidebar(vi)
    await sidebar.calls[0]!.fail(said)
    expect(sidebar.role('alert')).toContain(advice)
    expect(sidebar.role('alert')).toContain(said)
  })

  test('an empty first answer is explained like a failure', async () => {
    const sidebar = await openSidebar(vi)
    await sidebar.calls[0]!.answer(null)
    expect(sidebar.role('alert')).toContain('more than one Google account')
  })

  test('trying again after a failed opening opens', async () => {
    const sidebar = await openSidebar(vi)
    await sidebar.calls[0]!.fail('NetworkError')
    await sidebar.press('Try again')
    await sidebar.calls[1]!.answer(overview)
    expect(sidebar.role('alert')).toBeUndefined()
    expect(sidebar.button('Check now')).toBeDefined()
  })

  test('trying again moves the focus from the button that goes away to what stays', async () => {
    const sidebar = await openSidebar(vi)
    await sidebar.calls[0]!.fail('NetworkError')
    await sidebar.press('Try again')
    expect(SmallElement.focused?.localName).toBe('h1')
    await sidebar.calls[1]!.answer(overview)
    await sidebar.press('Check now')
    await sidebar.calls[2]!.fail('NetworkError')
    await sidebar.press('Try again')
    expect(SmallElement.focused?.text).toBe('Checking…')
  })

  test('an answer of a check that is cut short is said to be so', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await sidebar.calls[1]!.answer('{"ok":true,"stud')
    expect(sidebar.role('alert')).toContain('The answer did not arrive whole')
    expect(sidebar.button('Check now')).toBeDefined()
  })

  test('a refusal shows the sentence of the script and its code', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await sidebar.calls[1]!.answer({ ok: false, code: 'NO_ROSTER', message: 'Name one heading "Student ID".' })
    expect(sidebar.role('alert')).toContain('Name one heading "Student ID".')
    expect(sidebar.role('alert')).toContain('NO_ROSTER')
  })

  test('a check that fails keeps the result that was there', async () => {
    const sidebar = await ready(overviewAfterCheck)
    await sidebar.press('Check now')
    await sidebar.calls[1]!.fail('Service invoked too many times in a short time')
    expect(sidebar.role('alert')).toContain('Wait a minute')
    expect(sidebar.text()).toContain('Last checked Nov 20, 2026')
  })

  test('after five minutes without an answer it stops waiting and offers to try again', async () => {
    const sidebar = await ready()
    await sidebar.press('Check now')
    await vi.advanceTimersByTimeAsync(5 * 60_000 - 1000)
    expect(sidebar.role('alert')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1000)
    expect(sidebar.role('alert')).toContain('No answer after 5 minutes')
    await sidebar.press('Try again')
    expect(sidebar.calls.map(({ name }) => name)).toEqual(['getOverview', 'checkRoster', 'checkRoster'])
  })
})

test('the sidebar calls only functions that the script has', async () => {
  const sidebar = await ready()
  await sidebar.press('Check now')
  for (const { name } of sidebar.calls) expect(load()[name], name).toBeTypeOf('function')
})

test('the sidebar and the tab Findings name each kind of gap alike', () => {
  for (const [code, subject] of Object.entries(subjectOf)) expect(subject).toBe(codeName(code as FindingCode))
})
