/** A school for the tests of formulas, with a script of custom functions. */
import { fileURLToPath } from 'node:url'
import { columnOfLetters } from '../../../../local/workspace/a1.ts'
import { emptySheet, emptyWorkbook, type SheetModel, type WorkbookModel } from '../../../../local/workspace/model.ts'
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../../../../local/workspace/workspace.ts'

export const script = fileURLToPath(new URL('../fixtures/formula-script', import.meta.url))

/** 2026-11-20 as a serial number. */
export const november20 = 46_346

/**
 * Students with a heading, Mateo, Ana and a row without a name but with a grade; A is the number, B the name, C the
 * grade, D the day on which the plan was signed. The tab Fall '26 has conferences of both.
 */
export function school(timeZone = 'America/Denver'): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln High', timeZone)
  const students = emptySheet(0, 'Students', 12, 10)
  students.values = [
    ['ID', 'Name', 'Grade', 'Signed'],
    ['00123', 'Mateo', 7, november20],
    ['00124', 'Ana', 8],
    ['00125', undefined, 7, november20 + 1],
  ]
  const date = { numberFormat: 'yyyy-mm-dd' }
  students.styles = [[], [undefined, undefined, undefined, date], [], [undefined, undefined, undefined, date]]
  const fall = emptySheet(7, "Fall '26", 6, 4)
  fall.values = [
    ['ID', 'Kind', 'Held'],
    ['00123', 'SEP', true],
    ['00124', 'SEP', false],
    ['00123', 'phone', true],
  ]
  workbook.sheets.push(students, fall)
  return workbook
}

export interface Formulas {
  readonly workspace: Workspace
  readonly students: SheetModel
  /** Types into a cell of Students and computes. */
  readonly type: (a1: string, typed: string | number | boolean) => void
  /** What stands in a cell of Students, computed: errors as their code, a formula without a result as undefined. */
  readonly at: (a1: string) => unknown
  /** The sentence beside an error. */
  readonly sentence: (a1: string) => string | undefined
  /** How often each custom function was run. */
  readonly runs: (name: string) => number
  /** Why the formula of a cell was not computed. */
  readonly reason: (a1: string) => string | undefined
}

export function formulas(workbook = school(), options: Partial<WorkspaceOptions> = {}): Formulas {
  const workspace = createWorkspace({ dist: script, workbook, ...options })
  const students = workbook.sheets[0]!
  const content = (a1: string) => {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(a1)!
    workspace.recalculate()
    return students.values[Number(digits) - 1]?.[columnOfLetters(letters!)]
  }
  return {
    workspace,
    students,
    type: (a1, typed) => workspace.edits.setCell('Students', a1, typed),
    at: (a1) => {
      const value = content(a1)
      return typeof value === 'object' ? value.error : value
    },
    sentence: (a1) => {
      const value = content(a1)
      return typeof value === 'object' ? value.message : undefined
    },
    runs: (name) => workspace.formulas.functions.calls.filter((call) => call.name === name).length,
    reason: (a1) => {
      workspace.recalculate()
      return workspace.formulas.notComputed.find((formula) => formula.a1 === a1)?.reason
    },
  }
}
