import { describe, expect, test } from 'vitest'
import {
  type Event,
  isLive,
  isRun,
  next,
  offered,
  progress,
  type State,
  shallCarryOn,
  start,
  toDo,
  whomOf,
} from '../../../sidebar/documents/state.ts'
import { atRest } from '../../../sidebar/documents/workers.ts'
import { CallFailed } from '../../../sidebar/server.ts'
import { ana, lupe, mateo, selectedRows } from '../answers.ts'
import { standingOf } from '../documents-answers.ts'

const told = (...events: readonly Event[]): State => events.reduce(next, start)
const selects = (...students: readonly (typeof ana)[]): Event => ({
  type: 'selected',
  selected: selectedRows(...students),
})
const choose = (choice: State['choice']): Event => ({ type: 'choose', choice })
const stands = (...standing: Parameters<typeof standingOf>): Event => ({
  type: 'stands',
  standing: standingOf(...standing),
})
const acted = (act: NonNullable<State['act']>, ...standing: Parameters<typeof standingOf>): readonly Event[] => [
  { type: 'acting', act },
  { type: 'acted', standing: standingOf(...standing) },
]

describe('for whom', () => {
  test('those with open items, until somebody says otherwise', () => {
    expect(whomOf(start)).toBe('flagged')
    expect(whomOf(told(choose('all')))).toBe('all')
    expect(whomOf(told({ type: 'grade', grade: '8' }))).toEqual({ grade: '8' })
    expect(whomOf(told({ type: 'staff', staff: ' Okafor ' }))).toEqual({ staff: 'Okafor' })
    expect(whomOf(told({ type: 'staff', staff: ' ' }))).toBeUndefined()
  })

  test('selected rows follow the sheet, and nobody is nobody', () => {
    expect(whomOf(told(choose('selected')))).toBeUndefined()
    expect(whomOf(told(selects(ana), choose('selected'), selects(mateo, lupe)))).toEqual([mateo.id, lupe.id])
  })

  test('rows that are selected after the preview are offered, never slipped in', () => {
    const previewed = told(selects(ana), choose('selected'), { type: 'previewing', whom: [ana.id] }, selects(mateo))
    expect(whomOf(previewed)).toEqual([ana.id])
    expect(offered(previewed)?.students.map(({ id }) => id)).toEqual([mateo.id])
    const taken = next(previewed, { type: 'take-selected' })
    expect(whomOf(taken)).toEqual([mateo.id])
    expect(taken.previewed).toBeUndefined()
    expect(offered(next(previewed, selects()))).toBeUndefined()
  })

  test('a list of the overview is named and taken as it is', () => {
    const state = told({ type: 'listed', listed: { title: 'Late', whom: { lacking: { kind: 'late' } } } })
    expect(state).toMatchObject({ choice: 'listed', makesMore: true })
    expect(whomOf(state)).toEqual({ lacking: { kind: 'late' } })
  })

  test('another choice is another preview, and no leave to replace what was typed by hand', () => {
    const previewed = told({ type: 'previewing', whom: 'flagged' }, { type: 'over-changes', wanted: true })
    expect(previewed).toMatchObject({ previewed: 'flagged', overChanges: true })
    expect(next(previewed, choose('all'))).toMatchObject({ previewed: undefined, overChanges: false })
    expect(next(previewed, { type: 'previewing', whom: 'flagged' }).overChanges).toBe(false)
  })
})

describe('how far it is', () => {
  test('counts what was asked for last, with what is through but not written down yet', () => {
    const state = told(...acted('starting', { Made: 100, 'To do': 12 }, { asked: 12 }))
    expect(progress(state)).toEqual({ done: 0, of: 12 })
    const later = next(state, stands({ Made: 103, 'To do': 9 }, { asked: 12, underWay: 4 }))
    expect(progress(later)).toEqual({ done: 7, of: 12 })
    expect(progress(next(later, stands({ Made: 112 }, { asked: 12 })))).toEqual({ done: 12, of: 12 })
  })

  test('is never more than there is, nor less than nothing', () => {
    expect(progress(told(stands({ 'To do': 40 }, { asked: 12 })))).toEqual({ done: 0, of: 40 })
    expect(progress(told(stands({ Made: 12 }, { asked: 12, underWay: 3 })))).toEqual({ done: 12, of: 12 })
  })

  test('comes first while documents are to do, and to its end where this sidebar has begun or gone on with it', () => {
    const [pending, done] = [stands({ Made: 115, 'To do': 28 }), stands({ Made: 143 })]
    expect([isRun(told(pending)), isRun(told(pending, done))]).toEqual([true, false])
    expect(isRun(told(pending, { type: 'going-on' }, done))).toBe(true)
    expect(isRun(told(...acted('starting', { 'To do': 28 }), done))).toBe(true)
    expect(isRun(told(...acted('starting', { 'To do': 3 }), ...acted('cancelling', { 'Left out': 3 })))).toBe(false)
  })

  test('begins at its first page again when more is asked for', () => {
    const state = told({ type: 'show', state: 'Not made' }, { type: 'page', page: 2 }, { type: 'more', wanted: true })
    expect(state).toMatchObject({ shownState: 'Not made', page: 2 })
    const started = acted('starting-again', { 'To do': 3 }).reduce(next, state)
    expect(started).toMatchObject({ shownState: '', page: 0, act: undefined, makesMore: false })
  })

  test('another state is shown from its first page on', () => {
    expect(told({ type: 'page', page: 2 }, { type: 'show', state: 'Made' }).page).toBe(0)
  })
})

test('what goes on every hour is not stopped by asking for more, unless somebody says so', () => {
  const carried = told(stands({ 'To do': 5 }, { carriesOn: true }))
  expect([start, carried].map(shallCarryOn)).toEqual([false, true])
  expect(shallCarryOn(next(carried, { type: 'carry-on', wanted: false }))).toBe(false)
})

describe('whether anything goes on', () => {
  const now = Date.parse('2026-11-23T16:00:00Z')
  const crew = (standing: Partial<typeof atRest> & { goesOnAt?: number }): Event => ({
    type: 'crew',
    crew: { ...atRest, ...standing },
  })

  test.each([
    ['nothing is to do', told(stands({ Made: 5 })), false],
    ['all are free and nobody is at work', told(stands({ 'To do': 5 })), false],
    ['this sidebar is at work', told(stands({ 'To do': 5 }), crew({ atWork: 1 })), true],
    ['this sidebar goes on later', told(stands({ 'To do': 5 }), crew({ goesOnAt: now + 60_000 })), true],
    ['another one holds some', told(stands({ 'To do': 5 }, { free: 2, heldUntil: now + 60_000 })), true],
    ['what was held has come free', told(stands({ 'To do': 5 }, { heldUntil: now - 1 })), false],
  ])('%s', (_what, state, live) => {
    expect(isLive(state, now)).toBe(live)
  })
})

describe('what went wrong', () => {
  test('is said of what was asked for, until something else is', () => {
    const cause = new CallFailed('pauseDocuments', 'timed-out')
    const failed = told({ type: 'acting', act: 'pausing' }, { type: 'failed', act: 'pausing', cause })
    expect(failed).toMatchObject({ act: undefined, trouble: { of: 'pausing', title: 'No answer after 60 seconds' } })
    expect(next(failed, { type: 'acting', act: 'pausing' }).trouble).toBeUndefined()
  })

  test('with the links stays until a run has written them', () => {
    const linksMissing = 'The roster has no column Plan document yet.'
    const made = told({ type: 'made', standing: standingOf({ Made: 5 }, { linksMissing }) })
    const looked = next(made, stands({ Made: 5 }))
    expect(looked.standing?.linksMissing).toBe(linksMissing)
    expect(next(looked, { type: 'made', standing: standingOf({ Made: 5 }) }).standing).not.toHaveProperty(
      'linksMissing',
    )
  })

  test('to cancel is asked once', () => {
    const asking = told(stands({ 'To do': 5 }), { type: 'ask-to-cancel', asking: true })
    expect(asking.isAskingToCancel).toBe(true)
    expect(next(asking, { type: 'acting', act: 'cancelling' }).isAskingToCancel).toBe(false)
    expect(toDo(asking)).toBe(5)
  })
})
