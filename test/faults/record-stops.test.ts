/**
 * Google stops saveRecord at any call, or fails at any call: whole rows stand in the log, or none; the flags are right, or the
 * workbook is out of date; and whoever says it again is told that it is on file.
 */
import { expect, test, vi } from 'vitest'
import type { Fault } from '../../local/workspace/faults.ts'
import { copyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import type { UserEdits } from '../../local/workspace/user-edits.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { lincolnHigh } from './lincoln-high.ts'
import { check, workspaceOf } from './run-check.ts'
import { flagsOf, schoolState } from './workbook-state.ts'

vi.setConfig({ testTimeout: 240_000 })

const checked = check(lincolnHigh()).workbook
const students = ['00124', '00127', '00128']
const entry = { type: 'conference', kind: 'group', date: '2026-11-20', status: 'held', parentAttended: true }

function save(workspace: Workspace, confirmed: boolean, faults: readonly Fault[] = []): Record<string, unknown> {
  const request = JSON.stringify({ students, entry, confirmed })
  return JSON.parse(String(workspace.execute('saveRecord', [request], { faults })))
}

const opened = () => workspaceOf(copyWorkbook(checked))
const roster = ({ workbook }: { workbook: WorkbookModel }) => workbook.sheets[0]!
const isOutOfDate = ({ workbook }: Workspace) => workbook.metadata.some(({ value }) => value?.startsWith('out-of-date'))

/** Everything below the headings of Conferences that is not blank. */
const log = ({ workbook }: Workspace) =>
  workbook.sheets[1]!.values.slice(1)
    .map((row) => Array.from(row ?? [], (cell) => String(cell ?? '')).join('|'))
    .filter((row) => /[^|]/.test(row))

/** The school without its log. */
const others = (workbook: WorkbookModel) =>
  (schoolState(workbook) as readonly unknown[]).filter((_, index) => index !== 1)

const undisturbed = opened()
expect(save(undisturbed, true)).toMatchObject({ ok: true, saved: 3, rechecked: true })
const calls = undisturbed.lastExecution!.calls.log.flatMap(({ effect }, index) =>
  /range|writes/.test(effect) ? [index + 1] : [],
)
const none = log(opened())
const all = log(undisturbed)

test.each<readonly [string, (at: number) => Fault]>([
  ['stops the run after', (at) => ({ at, stopAfter: true })],
  ['fails before', (at) => ({ at, throwBefore: 'Service error: Spreadsheets' })],
  ['fails after', (at) => ({ at, throwAfter: 'Service timed out: Spreadsheets' })],
])('Google %s any one call', (_, fault) => {
  for (const at of calls) {
    const workspace = opened()
    try {
      save(workspace, true, [fault(at)])
    } catch (error) {
      expect(String(error), `at call ${at}`).toMatch(/stopped/i)
    }
    const written = log(workspace)
    expect([none, all], `at call ${at}`).toContainEqual(written)
    expect(others(workspace.workbook), `at call ${at}`).toEqual(others(checked))
    const fresh = check(workspace.workbook)
    const isRight = JSON.stringify(flagsOf(roster(workspace))) === JSON.stringify(flagsOf(roster(fresh)))
    expect(isRight || isOutOfDate(workspace), `at call ${at}`).toBe(true)
    const again = save(workspace, false)
    if (written.length > none.length) expect(again.warnings, `again, call ${at}`).toHaveLength(1)
    else expect(again, `again, call ${at}`).toMatchObject({ saved: 3, rechecked: true })
    expect(log(workspace), `again, call ${at}`).toEqual(all)
  }
})

test.each<readonly [string, (edits: UserEdits) => void]>([
  ['inserts two rows above', (edits) => edits.insertRows('Conferences', 2, 2)],
  ['moves the last row up', (edits) => edits.moveRows('Conferences', 6, 1, 2)],
  ['inserts a column', (edits) => edits.insertColumns('Conferences', 2)],
])('a person %s at any call: no record of the school’s is lost', (_, disturb) => {
  for (const at of calls) {
    const workspace = opened()
    const answer = save(workspace, true, [{ at, userEdit: disturb }])
    const kept = log(workspace).map((row) => row.replace(/\|\|/g, '|'))
    for (const row of none) expect(kept, `before call ${at}`).toContain(row.replace(/\|\|/g, '|'))
    expect(others(workspace.workbook), `before call ${at}`).toEqual(others(checked))
    const added = kept.filter((row) => /46346/.test(row)).length
    expect([answer.ok === true ? 3 : 0], `before call ${at}`).toEqual([added])
  }
})
