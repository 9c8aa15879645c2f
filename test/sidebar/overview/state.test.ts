import { expect, test } from 'vitest'
import { next, owedBySchool, start } from '../../../sidebar/overview/state.ts'
import { CallFailed } from '../../../sidebar/server.ts'
import { checkDone, overview, overviewAfterCheck, refused } from '../answers.ts'

const opened = next(start, { type: 'opened', answer: { ...overviewAfterCheck, outOfDate: true } })

test('nothing can be done before the first call has worked, and everything after', () => {
  expect(start.isShut).toBe(true)
  expect(opened.isShut).toBe(false)
  const failed = next(start, { type: 'failed', cause: new CallFailed('getOverview', 'failed', 'no') })
  expect(failed.isShut).toBe(true)
})

test('a refusal is an answer: the settings that it complains of can be reached', () => {
  const answer = refused('SETTING_UNREADABLE', 'Policy in Settings!B2 is “Davs”.')
  const cause = new CallFailed('getOverview', 'refused', '', answer)
  expect(next(start, { type: 'failed', cause }).isShut).toBe(false)
})

test('a check makes the overview what the script would answer now', () => {
  const { overview: now, checked } = next(opened, { type: 'checked', answer: checkDone })
  expect(now?.outOfDate).toBeUndefined()
  expect(now?.gaps).toEqual(checkDone.gaps)
  expect(now?.last).toMatchObject({ asOf: '2026-11-23', checkedAt: '', problemCount: 7 })
  expect(checked?.problems).toHaveLength(7)
})

test('a check from the menu is seen, and what an earlier one from here complained of is not laid at its door', () => {
  const checked = next(opened, { type: 'checked', answer: checkDone })
  const same = next(checked, { type: 'renewed', answer: { ...overview, last: checked.overview!.last! } })
  expect(same.checked?.problems).toHaveLength(7)
  const last = { ...checked.overview!.last!, checkedAt: '2026-11-23 09:40', problemCount: 2 }
  const renewed = next(checked, { type: 'renewed', answer: { ...overview, last } })
  expect(renewed.overview?.last?.checkedAt).toBe('2026-11-23 09:40')
  expect(renewed.checked).toBeUndefined()
})

test('what was asked in passing does not end a check that runs', () => {
  const checking = next(opened, { type: 'checking' })
  expect(next(checking, { type: 'renewed', answer: overview })).toBe(checking)
})

test('a check that fails keeps what was there, and is what is tried again', () => {
  const state = next(opened, { type: 'failed', cause: new CallFailed('checkRoster', 'failed', 'no') })
  expect(state.overview).toBe(opened.overview)
  expect(state.trouble?.of).toBe('checking')
})

test('reading the overview again keeps what only the check has told', () => {
  const checked = next(opened, { type: 'checked', answer: checkDone })
  const read = next(checked, { type: 'opened', answer: overview })
  expect(read.checked).toBe(checked.checked)
  expect(read.overview).toBe(overview)
})

test('the school owes what is not done', () => {
  expect(owedBySchool(checkDone.school).map(({ code }) => code)).toEqual(['REPORT'])
})
