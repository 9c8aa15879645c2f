/**
 * Runs set-up or its undoing on Lincoln High, undisturbed or with one thing happening at one call.
 */
import type { Fault } from '../../local/workspace/faults.ts'
import { copyWorkbook, emptySheet, type SheetModel, type WorkbookModel } from '../../local/workspace/model.ts'
import { ScriptError } from '../../local/workspace/refusal.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { lincolnHigh } from './lincoln-high.ts'
import { workspaceOf } from './run-check.ts'

export type Action = 'setUpWorkbook' | 'undoSetUp'

/** Lincoln High lacks only the tab School Log. */
export function almostComplete(): WorkbookModel {
  const workbook = lincolnHigh()
  const logs: readonly (readonly [string, readonly string[]])[] = [
    ['Contacts', ['Student ID', 'Date', 'About', 'Outcome']],
    ['Plan Updates', ['Student ID', 'Updated on', 'By']],
    ['Grade History', ['Student ID', 'School year', 'Grade']],
  ]
  for (const [name, headings] of logs) {
    const sheet = emptySheet(workbook.sheets.length + 20, name, 10, headings.length)
    sheet.values = [[...headings]]
    workbook.sheets.push(sheet)
  }
  return workbook
}

export interface SetUpRun {
  readonly workbook: WorkbookModel
  readonly workspace: Workspace
  /** What the person was told; undefined when the run was cut short. */
  readonly message: string | undefined
}

/** On a copy of the workbook. */
export function run(
  action: Action,
  workbook: WorkbookModel,
  faults: (copy: WorkbookModel) => readonly Fault[] = () => [],
): SetUpRun {
  const copy = copyWorkbook(workbook)
  const workspace = workspaceOf(copy)
  workspace.ui.answer('OK')
  try {
    workspace.execute(action, [], { faults: faults(copy) })
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
  }
  return { workbook: copy, workspace, message: workspace.ui.alerts[0]?.message }
}

/** Numbers of the calls of an undisturbed run that change the file, from 1: between two of them a stop leaves the same. */
export function changingCalls({ workspace }: SetUpRun): readonly number[] {
  return callsWhere(workspace, (effect) => effect.startsWith('writes'))
}

/** Numbers of the calls before which an edit can matter: those that read or change something. */
export function touchingCalls({ workspace }: SetUpRun): readonly number[] {
  return callsWhere(
    workspace,
    (effect, method) => effect !== 'none' && !/\.(getRange|getSheetId|getName|getType)$/.test(method),
  )
}

function callsWhere(workspace: Workspace, wanted: (effect: string, method: string) => boolean): readonly number[] {
  return workspace.lastExecution!.calls.log.flatMap(({ effect, method }, index) =>
    wanted(effect, method) ? [index + 1] : [],
  )
}

/** The workbook as a person sees it, and how many marks each tab has. */
export function seen({ sheets, metadata }: WorkbookModel): unknown {
  return {
    metadata: metadata.length,
    sheets: sheets.map(({ metadata: marks, id, ...sheet }) => ({ ...sheet, marks: marks.length })),
  }
}

export function tabOf({ sheets }: WorkbookModel, name: string): SheetModel | undefined {
  return sheets.find((sheet) => sheet.name === name)
}
