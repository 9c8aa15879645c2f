/**
 * Somebody edits the roster while it is checked: at every call, no flag lands on another student and no cell of the school
 * is changed.
 */
import { describe, expect, test, vi } from 'vitest'
import type { UserEdits } from '../../local/workspace/user-edits.ts'
import { headingRow } from './lincoln-high.ts'
import { check, edited, type Start, starts } from './run-check.ts'
import { flagsOf, schoolState } from './workbook-state.ts'

vi.setConfig({ testTimeout: 120_000 })

type Edit = (edits: UserEdits) => void

/** Mateo stands in row 4, Ana in 5, Guadalupe in 6, Sofia in 7; the managed columns come to stand in J to M. */
const rowEdits: readonly (readonly [string, Edit])[] = [
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

const columnEdits: readonly (readonly [string, Edit])[] = [
  ['inserts a column at the very left', (edits) => edits.insertColumns('Students', 1)],
  ['inserts three columns before Grade', (edits) => edits.insertColumns('Students', 4, 3)],
  ['deletes the column Bus', (edits) => edits.deleteColumns('Students', 8)],
  ['moves the column Bus to the left', (edits) => edits.moveColumns('Students', 8, 1, 2)],
]

const blockEdits: readonly (readonly [string, Edit])[] = [
  ['inserts a column between Status and Open items', (edits) => edits.insertColumns('Students', 11)],
  ['moves the column Bus between Open items and Next due', (edits) => edits.moveColumns('Students', 8, 1, 12)],
]

const otherEdits: readonly (readonly [string, Edit])[] = [
  ['types into another column', (edits) => edits.setCell('Students', 'H6', 'bus 12')],
  ['renames the tab', (edits) => edits.renameTab('Students', 'Roster')],
]

const [fresh, checked] = starts() as [Start, Start]
/** The flag that each student gets when nobody disturbs. */
const flagById = new Map(flagsOf(checked.workbook.sheets[0]!).map(({ id, cells }) => [id, cells]))

function holdsAtEveryCall({ workbook, calls }: Start, edit: Edit): void {
  const expected = schoolState(edited(workbook, edit))
  for (const at of calls) {
    const run = check(workbook, [{ at, userEdit: edit }])
    expect(run.answer, `at call ${at}`).toMatchObject({ ok: true })
    expect(schoolState(run.workbook), `the school's cells, at call ${at}`).toEqual(expected)
    for (const { row, id, cells } of flagsOf(run.workbook.sheets[0]!)) {
      const flag = id === '' ? ['', '', ''] : flagById.get(id)
      if (flag) expect(cells, `row ${row}, student ${id}, at call ${at}`).toEqual(flag)
    }
  }
}

/** The first check makes columns and tabs as well: the edits that could hit those on their way. */
describe('before the first check, somebody', () => {
  test.each([...rowEdits.slice(0, 3), ...columnEdits])('%s', (_, edit) => holdsAtEveryCall(fresh, edit))
})

describe('with an older check on it, somebody', () => {
  test.each([...rowEdits, ...columnEdits, ...blockEdits, ...otherEdits])('%s', (_, edit) =>
    holdsAtEveryCall(checked, edit),
  )
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
