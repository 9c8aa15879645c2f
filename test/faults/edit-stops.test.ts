/**
 * Something happens at any call of the re-check after an edit: Google stops it or fails, a person edits the roster. The flags
 * are right, or the workbook is out of date; nothing of the school's is touched.
 */
import { expect, test, vi } from 'vitest'
import type { Fault } from '../../local/workspace/faults.ts'
import { copyWorkbook } from '../../local/workspace/model.ts'
import type { UserEdits } from '../../local/workspace/user-edits.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { lincolnHigh } from './lincoln-high.ts'
import { check, workspaceOf } from './run-check.ts'
import { flagsOf, schoolState } from './workbook-state.ts'

vi.setConfig({ testTimeout: 240_000 })

const checked = check(lincolnHigh()).workbook

function edited(edit: (workspace: Workspace) => void): Workspace {
  const workspace = workspaceOf(copyWorkbook(checked))
  edit(workspace)
  return workspace
}

const roster = ({ workbook }: { workbook: Workspace['workbook'] }) => workbook.sheets[0]!
const isOutOfDate = ({ workbook }: Workspace) => workbook.metadata.some(({ value }) => value?.startsWith('out-of-date'))

const touching = (workspace: Workspace) =>
  workspace.lastExecution!.calls.log.flatMap(({ effect }, index) => (/range|writes/.test(effect) ? [index + 1] : []))
const undisturbed = edited((w) => w.edit('Plans', 'D3', '2025-10-20'))
const calls = touching(undisturbed)
const lockedFrom = undisturbed.lastExecution!.calls.log.findIndex(
  ({ method }) => method === 'Spreadsheet.addDeveloperMetadata',
)

test.each<readonly [string, (edits: UserEdits) => void]>([
  ['sorts the roster', (edits) => edits.sortRows('Students', { column: 3, headingRows: 3 })],
  ['inserts a row above', (edits) => edits.insertRows('Students', 4)],
  ['inserts a column left of the flags', (edits) => edits.insertColumns('Students', 8)],
])('a person %s at any call: no flag stands on another student, no cell of the school’s is lost', (_, disturb) => {
  for (const at of calls) {
    const workspace = edited((w) => w.edit('Plans', 'D3', '2025-10-20', { faults: [{ at, userEdit: disturb }] }))
    const plain = edited((w) => {
      w.edits.setCell('Plans', 'D3', '2025-10-20')
      disturb(w.edits)
    })
    expect(schoolState(workspace.workbook), `before call ${at}`).toEqual(schoolState(plain.workbook))
    const fresh = flagsOf(roster(check(workspace.workbook)))
    const now = flagsOf(roster(workspace))
    if (!isOutOfDate(workspace)) expect(now, `before call ${at}`).toEqual(fresh)
    for (const { id, cells } of now) {
      const right = [fresh, flagsOf(roster({ workbook: checked }))].map(
        (list) => list.find((one) => one.id === id)?.cells,
      )
      expect([...right, ['', '', '']], `${id} before call ${at}`).toContainEqual(cells)
    }
  }
})

test.each<readonly [string, (at: number) => Fault]>([
  ['stops the run after', (at) => ({ at, stopAfter: true })],
  ['fails before', (at) => ({ at, throwBefore: 'Service error: Spreadsheets' })],
  ['fails after', (at) => ({ at, throwAfter: 'Service timed out: Spreadsheets' })],
])('Google %s any call: the flags are right, or the workbook is out of date', (_, fault) => {
  for (const at of calls) {
    const workspace = workspaceOf(copyWorkbook(checked))
    try {
      workspace.edit('Plans', 'D3', '2025-10-20', { faults: [fault(at)] })
    } catch (error) {
      expect(String(error), `at call ${at}`).toMatch(/stopped/i)
    }
    const fresh = check(workspace.workbook)
    const isRight = JSON.stringify(flagsOf(roster(workspace))) === JSON.stringify(flagsOf(roster(fresh)))
    // Before the lock is held nothing has been marked yet.
    if (at > lockedFrom) expect(isRight || isOutOfDate(workspace), `at call ${at}`).toBe(true)
    expect(schoolState(workspace.workbook), `at call ${at}`).toEqual(schoolState(fresh.workbook))
  }
})
