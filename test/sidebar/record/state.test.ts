import { describe, expect, test } from 'vitest'
import { type Event, isPinned, next, offered, type State, start } from '../../../sidebar/record/state.ts'
import { CallFailed } from '../../../sidebar/server.ts'
import { ana, fiveSelected, lupe, mateo, recorded, refused, selectedRows, toConfirm, undone } from '../answers.ts'

const told = (...events: readonly Event[]): State => events.reduce(next, start)
const selects = (...students: readonly (typeof ana)[]): Event => ({
  type: 'selected',
  selected: selectedRows(...students),
})
const types = (field: string, value: string): Event => ({ type: 'typed', field, value })
const ids = ({ target }: State) => target.students.map(({ id }) => id)
const failed = (cause: CallFailed): Event => ({ type: 'failed', cause })

describe('for whom', () => {
  test('an empty form takes over whatever is selected', () => {
    const state = told(selects(ana), selects(mateo, lupe))
    expect(ids(state)).toEqual([mateo.id, lupe.id])
    expect(offered(state)).toBeUndefined()
  })

  test('a form in which something stands keeps its students and offers the others', () => {
    const state = told(selects(ana), types('place', 'Library'), { type: 'selected', selected: fiveSelected })
    expect(ids(state)).toEqual([ana.id])
    expect(offered(state)?.total).toBe(5)
    expect(ids(next(state, { type: 'take-selected' }))).toHaveLength(5)
  })

  test('what was typed and cleared again is nothing', () => {
    expect(isPinned(told(types('place', 'Library'), types('place', '')))).toBe(false)
  })

  test('what stands in the form of another type counts too', () => {
    expect(isPinned(told(types('place', 'Library'), { type: 'type', to: 'contact' }))).toBe(true)
  })

  test('nothing is offered where nobody is selected, or the same students', () => {
    expect(offered(told(selects(ana), types('place', 'Library'), selects()))).toBeUndefined()
    expect(offered(told(selects(ana), types('place', 'Library'), selects(ana)))).toBeUndefined()
  })

  test('a student for whom a button was pressed stays, with the kind that it named', () => {
    const hint = { type: 'conference', kind: 'group' } as const
    const state = told(selects(ana), { type: 'chosen', students: [lupe], hint }, selects(mateo))
    expect(ids(state)).toEqual([lupe.id])
    expect(state.drafts.conference).toEqual({ kind: 'group' })
    expect(offered(state)?.students[0]?.id).toBe(mateo.id)
  })

  test('while it is being saved nothing else can be begun', () => {
    const saving = told(selects(ana), { type: 'saving' })
    expect(next(saving, { type: 'chosen', students: [lupe], hint: undefined })).toBe(saving)
    expect(ids(next(saving, selects(mateo)))).toEqual([ana.id])
  })
})

describe('what is typed', () => {
  test('is kept for each type while another one is looked at', () => {
    const state = told(types('place', 'Library'), { type: 'type', to: 'contact' }, types('by', 'Ms. Okafor'))
    expect(state.drafts).toEqual({ conference: { place: 'Library' }, contact: { by: 'Ms. Okafor' } })
  })

  test.each([
    ['is refused', failed(new CallFailed('saveRecord', 'refused', '', refused('NO_TAB', 'There is no tab.')))],
    ['fails', failed(new CallFailed('saveRecord', 'failed', 'no'))],
    ['times out', failed(new CallFailed('saveRecord', 'timed-out'))],
  ])('is kept when saving %s', (_how, event) => {
    const state = told(selects(ana), types('place', 'Library'), { type: 'saving' }, event)
    expect(state.step.at).toBe('form')
    expect(state.drafts.conference).toEqual({ place: 'Library' })
    expect(state.trouble).toBeDefined()
  })

  test('that is refused by the script is refused beside its field, until it is mended', () => {
    const answer = refused('REQUEST_INVALID', 'Choose a day.', {
      'entry.date': 'Choose a day.',
      'students.2': 'No id.',
    })
    const state = told({ type: 'saving' }, failed(new CallFailed('saveRecord', 'refused', '', answer)))
    expect(state.refusals).toEqual({ date: 'Choose a day.', students: 'No id.' })
    expect(next(state, types('date', '2026-11-23')).refusals).toEqual({ students: 'No id.' })
  })

  test('after a warning is no longer what was warned of', () => {
    const asked = told({ type: 'saving' }, { type: 'to-confirm', warnings: toConfirm.warnings })
    expect(asked.step.at).toBe('asking')
    expect(next(asked, types('invitedCount', '5')).step.at).toBe('form')
  })
})

describe('what was saved', () => {
  const saved = told(selects(ana), types('place', 'Library'), { type: 'saving' }, { type: 'saved', recorded })

  test('can be taken back, and then it is in the form again', () => {
    const back = [{ type: 'undoing' }, { type: 'undone', undone }, { type: 'back' }] as const
    const state = back.reduce(next, saved)
    expect(state.step).toEqual({ at: 'form' })
    expect(state.drafts.conference).toEqual({ place: 'Library' })
  })

  test('stays on the screen with its Undo when undoing fails', () => {
    const state = next(next(saved, { type: 'undoing' }), failed(new CallFailed('undoRecord', 'timed-out')))
    expect(state.step).toMatchObject({ at: 'saved', recorded })
    expect(state.trouble?.title).toBe('It is not known whether this was taken back')
  })

  test('makes room for another record, for the rows that are selected by then', () => {
    const state = next(next(saved, selects(mateo)), { type: 'another' })
    expect(ids(state)).toEqual([mateo.id])
    expect(state.drafts).toEqual({})
    expect(isPinned(state)).toBe(false)
  })
})
