import { describe, expect, test } from 'vitest'
import { CallFailed } from '../../sidebar/server.ts'
import { troubleOf } from '../../sidebar/trouble.ts'
import { refused } from './answers.ts'

describe('the first call fails', () => {
  test.each([
    ['PERMISSION_DENIED: reading from storage', 'Google did not let Plan Keeper start', 'more than one Google account'],
    ['ScriptError: whatever it was', 'Plan Keeper could not start', 'more than one Google account'],
    ['Authorization is required to perform that action.', 'A permission is missing', 'allow what Google asks'],
    [
      'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: spreadsheets.currentonly',
      'Part of the permission is missing',
      'tick every box',
    ],
    ['NetworkError: Connection failure due to HTTP 0', 'No connection to Google', 'Check the network'],
    ['You are trying to edit a protected cell or object.', 'A part of the sheet is protected', 'Ask the owner'],
    ['Service invoked too many times in a short time', 'Google asks to wait', 'Wait a minute'],
  ])('with “%s”: %s', (said, title, advice) => {
    const trouble = troubleOf(new CallFailed('getOverview', 'failed', said), true)
    expect(trouble.title).toBe(title)
    expect(trouble.advice).toContain(advice)
    expect(trouble.detail).toBe(said)
  })

  test('outside a spreadsheet it says where to open it', () => {
    expect(troubleOf(new CallFailed('getOverview', 'no-script'), true).advice).toContain('Extensions › Plan Keeper')
  })
})

describe('a later call', () => {
  test('that is refused says what the script said', () => {
    const cause = new CallFailed('saveRecord', 'refused', '', refused('SHEET_PROTECTED', 'The tab Plans is protected.'))
    expect(troubleOf(cause)).toEqual({
      title: 'It was not saved',
      advice: 'The tab Plans is protected.',
      detail: 'SHEET_PROTECTED',
    })
  })

  test.each(['timed-out', 'no-answer'] as const)('that may have saved is not called failed when it is %s', (fault) => {
    expect(troubleOf(new CallFailed('saveRecord', fault)).title).toBe('It is not known whether this was saved')
    expect(troubleOf(new CallFailed('undoRecord', fault)).title).toBe('It is not known whether this was taken back')
    expect(troubleOf(new CallFailed('checkRoster', fault)).advice).toContain('look at the tab Findings')
  })

  test('that times out says how long it was waited for', () => {
    expect(troubleOf(new CallFailed('listStudents', 'timed-out')).title).toBe('No answer after 90 seconds')
    expect(troubleOf(new CallFailed('getSelection', 'timed-out')).title).toBe('No answer after 20 seconds')
  })

  test('that fails for a reason nobody foresaw shows one line of it and no stack', () => {
    const said = `TypeError: x is undefined\n    at Code.js:1:200`
    expect(troubleOf(new CallFailed('getStudent', 'failed', said)).detail).toBe('TypeError: x is undefined')
  })
})
