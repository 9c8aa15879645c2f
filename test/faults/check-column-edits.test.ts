/** Columns of the roster are inserted, deleted or moved while it is checked. */
import { describe, test, vi } from 'vitest'
import { checked, type Edit, fresh, holdsAtEveryCall } from './edited-while-checked.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Bus stands in column H, a column of formulas in I; the managed columns come to stand in J to M. */
const columnEdits: readonly Edit[] = [
  ['inserts a column at the very left', (edits) => edits.insertColumns('Students', 1)],
  ['inserts three columns before Grade', (edits) => edits.insertColumns('Students', 4, 3)],
  ['deletes the column Bus', (edits) => edits.deleteColumns('Students', 8)],
  ['moves the column Bus to the left', (edits) => edits.moveColumns('Students', 8, 1, 2)],
]

const blockEdits: readonly Edit[] = [
  ['inserts a column between Status and Open items', (edits) => edits.insertColumns('Students', 11)],
  ['moves the column Bus between Open items and Next due', (edits) => edits.moveColumns('Students', 8, 1, 12)],
]

describe('before the first check, somebody', () => {
  test.each(columnEdits)('%s', (_, edit) => holdsAtEveryCall(fresh, edit))
})

describe('with an older check on it, somebody', () => {
  test.each([...columnEdits, ...blockEdits])('%s', (_, edit) => holdsAtEveryCall(checked, edit))
})
