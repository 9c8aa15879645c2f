/**
 * Set up documents is stopped or fails at every call: pressed again it leaves each tab, the folder and each template once, as
 * an undisturbed run does, and the school keeps every cell.
 */
import { expect, test, vi } from 'vitest'
import type { Fault } from '../../local/workspace/faults.ts'
import { ScriptError } from '../../local/workspace/refusal.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { ask } from '../actions/ask.ts'
import { lincoln, opened } from '../actions/lincoln-plans.ts'
import { changingCalls, run, seen } from './set-up.ts'
import { schoolState } from './workbook-state.ts'

vi.setConfig({ testTimeout: 600_000 })

const fresh = lincoln()
const own = fresh.sheets.map(({ name }) => name)
const undisturbed = opened()
ask(undisturbed, 'setUpDocuments')
const done = seen(undisturbed.workbook)
const changing = changingCalls({ workbook: undisturbed.workbook, workspace: undisturbed, message: undefined })

const school = ({ workbook }: Workspace) =>
  (schoolState(workbook) as readonly { name: string }[]).filter(({ name }) => own.includes(name))
const inDrive = ({ drive }: Workspace) => drive.entries.map(({ name }) => name).sort()

/** One press, with this happening in it; a minute later Drive's search knows what it made. */
function disturbed(fault: Fault): Workspace {
  const workspace = opened()
  try {
    workspace.execute('setUpDocuments', [], { faults: [fault] })
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
  }
  workspace.clock.advance(60_000)
  return workspace
}

test('undisturbed it makes three tabs, the folder and two templates', () => {
  expect(inDrive(undisturbed)).toEqual([
    'Plan Keeper',
    'Plan template, elementary grades',
    'Plan template, secondary grades',
  ])
  expect(undisturbed.workbook.sheets).toHaveLength(own.length + 3)
  const methods = changing.map((at) => undisturbed.lastExecution!.calls.log[at - 1]?.method)
  expect(methods.filter((method) => method === 'Drive.Files.create')).toHaveLength(3)
  expect(methods.filter((method) => method === 'Spreadsheet.insertSheet')).toHaveLength(3)
})

const everyCall = Array.from({ length: undisturbed.lastExecution!.calls.total }, (_, index) => index + 1)

// After a call that changes nothing it is as before it; a stop before a call is one after the last call that changed something.
test.each([
  [{ throwBefore: 'Service error' }, everyCall],
  [{ throwAfter: 'Service error' }, changing],
  [{ stopAfter: true }, changing],
] as const)('whatever call meets %o, the next press completes it, and undo takes back what it made', (fault, calls) => {
  for (const at of calls) {
    const workspace = disturbed({ at, ...fault })
    expect(school(workspace), `call ${at}`).toEqual(school(undisturbed))
    expect(seen(run('undoSetUp', workspace.workbook).workbook), `call ${at}, undone`).toEqual(seen(fresh))
    ask(workspace, 'setUpDocuments')
    expect(seen(workspace.workbook), `call ${at}`).toEqual(done)
    expect(inDrive(workspace), `call ${at}`).toEqual(inDrive(undisturbed))
  }
})
