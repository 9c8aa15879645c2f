/**
 * Runs the built check on Lincoln High, undisturbed or with one thing happening at one call.
 */
import type { Fault } from '../../local/workspace/faults.ts'
import { copyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import type { UserEdits } from '../../local/workspace/user-edits.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { asOf, lincolnHigh } from './lincoln-high.ts'

export const request = JSON.stringify({ asOf, answer: 'counts' })

export function workspaceOf(workbook: WorkbookModel): Workspace {
  return createWorkspace({ dist: 'dist', workbook, now: `${asOf}T09:00:00-07:00` })
}

/** What a check answers, as far as these tests look at it. */
export interface Answer {
  readonly ok: boolean
  readonly code?: string
  readonly message?: string
}

export interface Run {
  readonly workbook: WorkbookModel
  readonly answer: Answer
  readonly workspace: Workspace
}

/** A check of a copy of the workbook. */
export function check(workbook: WorkbookModel, faults: readonly Fault[] = []): Run {
  const copy = copyWorkbook(workbook)
  const workspace = workspaceOf(copy)
  const answer = JSON.parse(String(workspace.execute('checkRoster', [request], { faults }))) as Answer
  return { workbook: copy, answer, workspace }
}

/** The same edit on a copy of the workbook, without any check. */
export function edited(workbook: WorkbookModel, edit: (edits: UserEdits) => void): WorkbookModel {
  const copy = copyWorkbook(workbook)
  edit(workspaceOf(copy).edits)
  return copy
}

export interface Start {
  /** 'before the first check', 'with an older check on it' */
  readonly label: string
  readonly workbook: WorkbookModel
  /** Numbers of the calls at which something can happen, from 1. */
  readonly calls: readonly number[]
}

/**
 * The two states in which a check may meet a workbook, with the calls of an undisturbed run. Calls that do not touch the
 * file (builders, locations) are left out: what happens before one of them happens as well before the next one that does.
 */
export function starts(): readonly Start[] {
  const fresh = lincolnHigh()
  const first = check(fresh)
  const second = check(first.workbook)
  return [
    { label: 'before the first check', workbook: fresh, calls: callsOf(first) },
    { label: 'with an older check on it', workbook: first.workbook, calls: callsOf(second) },
  ]
}

function callsOf({ workspace, answer }: Run): readonly number[] {
  if (!answer.ok) throw new Error(`The undisturbed check failed: ${answer.message}`)
  const log = workspace.lastExecution!.calls.log
  return log.flatMap(({ effect }, index) => (effect === 'none' ? [] : [index + 1]))
}
