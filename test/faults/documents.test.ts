/**
 * A run that makes twelve documents is stopped, disturbed or run twice at every call: what follows leaves one document and one
 * row for each student.
 */
import { expect, test, vi } from 'vitest'
import { ScriptError } from '../../local/workspace/refusal.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { expectWhole, file, finish, journal, lincolnHigh, pupils, type School } from '../jobs/school.ts'
import { named } from '../local/workspace/school-drive.ts'
import { scriptOf } from '../script-of.ts'

vi.setConfig({ testTimeout: 600_000 })

const dist = scriptOf('test/jobs/jobs-script.ts', 'PlanJobs')
const school = () => lincolnHigh(dist())

test.each`
  what                            | edit
  ${'sorts the rows by name'}     | ${(w: Workspace) => w.edits.sortRows('Documents', { column: 2, headingRows: 2 })}
  ${'deletes a row'}              | ${(w: Workspace) => w.edits.deleteRows('Documents', 5)}
  ${'puts a row of their own in'} | ${(w: Workspace) => w.edits.insertRows('Documents', 4)}
  ${'renames the tab'}            | ${(w: Workspace) => w.edits.renameTab('Documents', 'Plans made')}
  ${'renames the folder'}         | ${(w: Workspace) => w.edits.drive.rename(named(w.drive, 'Lincoln High').id, 'LHS')}
`('nothing is doubled or lost when somebody $what, whenever it is', ({ edit }) => {
  let tried = 0
  for (const at of touchingCalls(1)) {
    const lincoln = school()
    lincoln.ask()
    let hasFolder = true
    const userEdit = () => {
      hasFolder = lincoln.workspace.drive.folders.length > 1
      if (hasFolder) edit(lincoln.workspace)
    }
    lincoln.work(1, { faults: [{ at, userEdit }] })
    if (!hasFolder) continue
    tried++
    const { edits, workbook } = lincoln.workspace
    if (workbook.sheets.some(({ name }) => name === 'Plans made')) edits.renameTab('Plans made', 'Documents')
    lincoln.ask()
    finish(lincoln)
    const rows = journal(lincoln.workspace).filter(([, name = '']) => name !== '')
    expect(rows.map(([, name, , state]) => `${name} ${state}`).sort(), `call ${at}`).toEqual(
      pupils.map(({ name }) => `${name} Made`).sort(),
    )
    expect(lincoln.workspace.drive.files, `call ${at}`).toHaveLength(12)
  }
  expect(tried).toBeGreaterThan(20)
})

const faults = [
  { throwBefore: 'Service error' },
  { throwAfter: 'Service error' },
  { stopBefore: true },
  { stopAfter: true },
] as const

test.each(faults)(
  'whatever call of a run meets %o, the next runs leave one document and one row for each student',
  (fault) => {
    const calls = callsOf(({ work }) => void work())
    expect(calls).toBeGreaterThan(40)
    for (let at = 1; at <= calls; at++) {
      const lincoln = school()
      lincoln.ask()
      attempt(() => lincoln.work(1, { faults: [{ at, ...fault }] }))
      finish(lincoln)
      expectWhole(lincoln.workspace)
    }
  },
)

test.each(faults)('whatever call of the asking meets %o, asked again everything is there once', (fault) => {
  const calls = callsOf(() => {})
  for (let at = 1; at <= calls; at++) {
    const lincoln = school()
    attempt(() => lincoln.ask(pupils, { faults: [{ at, ...fault }] }))
    lincoln.ask()
    finish(lincoln)
    expectWhole(lincoln.workspace)
    expect(lincoln.workspace.workbook.sheets).toHaveLength(2)
  }
})

test('whatever call of a run meets another worker, there is one document and one row for each student', () => {
  for (const at of touchingCalls(2)) {
    const lincoln = school()
    lincoln.ask()
    const runExecution = (world: Workspace) => attempt(() => world.execute('PlanJobs.work', [file, 2]))
    attempt(() => lincoln.work(2, { faults: [{ at, runExecution }] }))
    finish(lincoln)
    expectWhole(lincoln.workspace)
  }
})

/**
 * The calls of an undisturbed run that touch the workbook, its properties or Drive: what happens before another one happens
 * as well before the next of these.
 */
function touchingCalls(workers: number): readonly number[] {
  const { workspace, ask, work } = school()
  ask()
  work(workers)
  return workspace.lastExecution!.calls.log.flatMap(({ effect }, index) => (effect === 'none' ? [] : [index + 1]))
}

function callsOf(run: (lincoln: School) => void): number {
  const lincoln = school()
  lincoln.ask()
  run(lincoln)
  return lincoln.workspace.lastExecution!.calls.total
}

/** A run that may be refused or cut short. */
function attempt(run: () => unknown): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
  }
}
