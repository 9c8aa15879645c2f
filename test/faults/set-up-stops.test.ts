/**
 * Set-up and its undoing are stopped after any call that changed something: run again they leave what an undisturbed run
 * leaves, and the school keeps every cell.
 */
import { describe, expect, test, vi } from 'vitest'
import type { WorkbookModel } from '../../local/workspace/model.ts'
import { almostComplete, changingCalls, run, seen } from './set-up.ts'
import { schoolState } from './workbook-state.ts'

vi.setConfig({ testTimeout: 300_000 })

const fresh = almostComplete()
const done = run('setUpWorkbook', fresh)
const undone = run('undoSetUp', done.workbook)

const school = (workbook: WorkbookModel) =>
  (schoolState(workbook) as readonly { name: string }[]).filter(({ name }) => name !== 'School Log')

test('undisturbed, set-up makes a tab and Settings, and undo takes both back', () => {
  expect(done.message).toContain('Made: School Log.')
  expect(undone.message).toBe('Taken back: School Log and Settings.')
  expect(seen(undone.workbook)).toEqual(seen(fresh))
})

describe('set-up is stopped', () => {
  test.each(changingCalls(done))('after call %i', (at) => {
    const cut = run('setUpWorkbook', fresh, () => [{ at, stopAfter: true }]).workbook
    expect(school(cut)).toEqual(school(fresh))
    expect(seen(run('setUpWorkbook', cut).workbook), 'set up again').toEqual(seen(done.workbook))
    expect(seen(run('undoSetUp', cut).workbook), 'undone').toEqual(seen(fresh))
  })
})

describe('undo is stopped', () => {
  test.each(changingCalls(undone))('after call %i', (at) => {
    const cut = run('undoSetUp', done.workbook, () => [{ at, stopAfter: true }]).workbook
    expect(school(cut)).toEqual(school(fresh))
    expect(seen(run('undoSetUp', cut).workbook), 'undone again').toEqual(seen(fresh))
    expect(seen(run('setUpWorkbook', cut).workbook), 'set up').toEqual(seen(done.workbook))
  })
})

test('a call that fails is told in one sentence, and set-up run again completes', () => {
  const at = { method: 'Range.setNotes', nth: 1 }
  const failed = run('setUpWorkbook', fresh, () => [{ at, throwAfter: 'Service error: Spreadsheets' }])
  expect(failed.message).toBe(
    'Something went wrong that was not foreseen. Try again; if it happens twice, reload the page and try once more.',
  )
  expect(seen(run('setUpWorkbook', failed.workbook).workbook)).toEqual(seen(done.workbook))
})
