/** Rows of the roster are sorted, inserted, deleted or typed into while it is checked. */
import { describe, expect, test, vi } from 'vitest'
import type { UserEdits } from '../../local/workspace/user-edits.ts'
import { checked, type Edit, flagById, fresh, holdsAtEveryCall } from './edited-while-checked.ts'
import { headingRow } from './lincoln-high.ts'
import { check } from './run-check.ts'
import { flagsOf } from './workbook-state.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Mateo stands in row 4, Ana in 5, Guadalupe in 6, Sofia in 7. */
const rowEdits: readonly Edit[] = [
  [
    'sorts by last name, backwards',
    (edits) => edits.sortRows('Students', { column: 2, ascending: false, headingRows: headingRow }),
  ],
  ['inserts a row above Guadalupe', (edits) => edits.insertRows('Students', 6)],
  ['inserts a row on top of the sheet', (edits) => edits.insertRows('Students', 1)],
  ["deletes Ana's row", (edits) => edits.deleteRows('Students', 5)],
  ['deletes the empty row above the headings', (edits) => edits.deleteRows('Students', 2)],
  ['gives Guadalupe another id', (edits) => edits.setCell('Students', 'A6', "'00999")],
]

const otherEdits: readonly Edit[] = [
  ['types into another column', (edits) => edits.setCell('Students', 'H6', 'bus 12')],
  ['renames the tab', (edits) => edits.renameTab('Students', 'Roster')],
]

/** The first check makes columns and tabs as well: the edits that could hit those on their way. */
describe('before the first check, somebody', () => {
  test.each(rowEdits.slice(0, 3))('%s', (_, edit) => holdsAtEveryCall(fresh, edit))
})

describe('with an older check on it, somebody', () => {
  test.each([...rowEdits, ...otherEdits])('%s', (_, edit) => holdsAtEveryCall(checked, edit))
})

test('somebody who inserts rows without end gets a clear sentence, and no flag stands on a wrong row', () => {
  const everywhere = Array.from({ length: 800 }, (_, index) => ({
    at: index + 1,
    userEdit: (edits: UserEdits) => edits.insertRows('Students', 4 + (index % 8)),
    optional: true,
  }))
  const run = check(checked.workbook, everywhere)
  expect(run.answer).toMatchObject({ ok: false, code: 'SHEET_CHANGING' })
  expect(run.answer.message).toContain('check again')
  for (const { id, cells } of flagsOf(run.workbook.sheets[0]!)) {
    if (cells.some((cell) => cell !== '')) expect(cells, `student ${id}`).toEqual(flagById.get(id))
  }
})

test('somebody who inserts a row before every write gets the flags cleared, never left on wrong rows', () => {
  const beforeEveryWrite = Array.from({ length: 9 }, (_, index) => ({
    at: { method: 'Range.setValues', nth: index + 1 },
    userEdit: (edits: UserEdits) => edits.insertRows('Students', 5 + index),
    optional: true,
  }))
  const run = check(checked.workbook, beforeEveryWrite)
  expect(run.answer).toMatchObject({ ok: false, code: 'SHEET_CHANGING' })
  expect(run.answer.message).toContain('emptied')
  for (const { cells } of flagsOf(run.workbook.sheets[0]!)) expect(cells).toEqual(['', '', ''])
})
