/** A small school for the tests of the Workspace: Lincoln High, three students, and the fixture script beside this file. */
import { fileURLToPath } from 'node:url'
import type { ExecutionOptions } from '../../../local/workspace/execution.ts'
import { type CellStyle, emptySheet, emptyWorkbook, type SheetModel } from '../../../local/workspace/model.ts'
import { ScriptError } from '../../../local/workspace/refusal.ts'
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../../../local/workspace/workspace.ts'

export const script = fileURLToPath(new URL('./fixtures/script', import.meta.url))

export const dateStyle: CellStyle = { numberFormat: 'yyyy-mm-dd' }

/** 2026-11-20 as a serial number. */
export const november20 = 46_346

export interface Lincoln {
  readonly workspace: Workspace
  readonly students: SheetModel
  /** Runs statements as the body of a function of the script; what they return comes back. */
  readonly run: (source: string, options?: ExecutionOptions) => unknown
  /** The message that the statements fail with. */
  readonly refusal: (source: string, options?: ExecutionOptions) => string
}

/** Lincoln High with Mateo, Ana and Lupe on the tab Students, 10 rows of 6 columns, and an empty tab Log. */
export function lincoln(options: Partial<WorkspaceOptions> = {}): Lincoln {
  const workbook = emptyWorkbook('Lincoln High')
  const students = emptySheet(0, 'Students', 10, 6)
  students.values = [
    ['Student ID', 'Name', 'Grade', 'Signed'],
    ['00123', 'Mateo', 7, november20],
    ['00124', 'Ana', 8, ''],
    ['00125', 'Lupe', 7, november20 + 1],
  ]
  students.styles[1] = [undefined, undefined, undefined, dateStyle]
  students.styles[3] = [undefined, undefined, undefined, dateStyle]
  workbook.sheets.push(students, emptySheet(7, 'Log', 5, 3))
  const workspace = createWorkspace({ dist: script, workbook, ...options })
  const run = (source: string, how?: ExecutionOptions) => workspace.execute('run', [source], how)
  return {
    workspace,
    students,
    run,
    refusal: (source, how) => {
      try {
        run(source, how)
      } catch (error) {
        if (error instanceof ScriptError) return error.message
        throw error
      }
      throw new Error(`Nothing was refused: ${source}`)
    },
  }
}

/** The first tab as a script names it. */
export const sheet = "SpreadsheetApp.getActive().getSheetByName('Students')"
