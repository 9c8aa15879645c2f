import { expect, test } from 'vitest'
import { CallFailed } from '../../../sidebar/server.ts'
import {
  changeOf,
  columnRefusal,
  type Event,
  next,
  questionAbout,
  requestOf,
  start,
  unsaved,
} from '../../../sidebar/settings/state.ts'
import { readSettingsRequest } from '../../../src/actions/requests/settings.ts'
import { refused } from '../answers.ts'
import { settings } from '../settings-answers.ts'

const told = (...events: readonly Event[]) => events.reduce(next, start)
const roster = settings.tabs[0]!
const grade = { signature: roster.signature, field: 'grade', own: undefined }
const fall = { signature: roster.signature, field: 'Conferences.date', own: 'Fall conf' }

test('only what was changed is sent, and it is what the script takes', () => {
  const state = told(
    { type: 'typed', name: 'schoolYear', value: '2027-28', stands: '' },
    { type: 'column', key: grade, change: { heading: 'Gr' } },
    { type: 'column', key: fall, change: { heading: '' } },
  )
  expect(unsaved(state)).toBe(3)
  const request = requestOf(state)
  expect(request).toEqual({
    schoolYear: '2027-28',
    columns: [
      { signature: '1x8k2p', field: 'grade', heading: 'Gr' },
      { signature: '1x8k2p', field: 'Conferences.date', own: 'Fall conf', heading: '' },
    ],
  })
  expect(readSettingsRequest(JSON.stringify(request))).toEqual(request)
})

test('what is changed back is no change', () => {
  const state = told(
    { type: 'typed', name: 'lastDay', value: '', stands: '2027-05-28' },
    { type: 'typed', name: 'lastDay', value: '2027-05-28', stands: '2027-05-28' },
    { type: 'column', key: grade, change: { heading: 'Gr' } },
    { type: 'column', key: grade, change: undefined },
  )
  expect(unsaved(state)).toBe(0)
})

test('a second choice for a column replaces the first', () => {
  const state = told(
    { type: 'column', key: grade, change: { heading: 'Gr' } },
    { type: 'column', key: grade, change: { heading: null } },
  )
  expect(changeOf(state, grade)).toEqual({ heading: null })
  expect(unsaved(state)).toBe(1)
})

test('what is refused stays as it was typed, with the reason beside it until it is mended', () => {
  const answer = refused('REQUEST_INVALID', 'Write a school year.', { schoolYear: 'Write a school year.' })
  const state = told(
    { type: 'typed', name: 'schoolYear', value: 'soon', stands: '' },
    { type: 'saving' },
    { type: 'failed', cause: new CallFailed('saveSettings', 'refused', '', answer) },
  )
  expect(state).toMatchObject({ settings: { schoolYear: 'soon' }, refusals: { schoolYear: 'Write a school year.' } })
  expect(next(state, { type: 'typed', name: 'schoolYear', value: '2026-27', stands: '' }).refusals).toEqual({})
})

test('a failure keeps every change, and saving clears them', () => {
  const typed = told({ type: 'typed', name: 'asOf', value: '2026-12-01', stands: '' }, { type: 'saving' })
  const failed = next(typed, { type: 'failed', cause: new CallFailed('saveSettings', 'timed-out') })
  expect(unsaved(failed)).toBe(1)
  expect(failed.trouble?.title).toBe('It is not known whether this was saved')
  expect(unsaved(next(failed, { type: 'saved' }))).toBe(0)
})

test('a column that is refused is told by its place in the request, until something is chosen anew', () => {
  const answer = refused('REQUEST_INVALID', 'No.', { 'columns.1': '“Fall” is no heading of Roster.' })
  const state = told(
    { type: 'column', key: grade, change: { heading: 'Gr' } },
    { type: 'column', key: fall, change: { heading: 'Fall' } },
    { type: 'failed', cause: new CallFailed('saveSettings', 'refused', '', answer) },
  )
  expect(columnRefusal(state, fall)).toBe('“Fall” is no heading of Roster.')
  expect(columnRefusal(state, grade)).toBeUndefined()
  expect(columnRefusal(next(state, { type: 'column', key: grade, change: undefined }), fall)).toBeUndefined()
})

test('a question belongs to its field', () => {
  const [gradeField, idField] = roster.fields
  expect(questionAbout(roster, gradeField!)?.columns.map(({ label }) => label)).toEqual(['Gr', 'Grade next year'])
  expect(questionAbout(roster, idField!)).toBeUndefined()
})
