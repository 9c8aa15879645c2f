/** Somebody works in the spreadsheet while it is set up, or while that is taken back: nothing they typed is lost. */
import { describe, expect, test, vi } from 'vitest'
import type { WorkbookModel } from '../../local/workspace/model.ts'
import type { UserEdits } from '../../local/workspace/user-edits.ts'
import { edited } from './run-check.ts'
import { type Action, almostComplete, run, tabOf, touchingCalls } from './set-up.ts'
import { schoolState } from './workbook-state.ts'

vi.setConfig({ testTimeout: 300_000 })

const fresh = almostComplete()
const done = run('setUpWorkbook', fresh)

const school = (workbook: WorkbookModel) =>
  (schoolState(workbook) as readonly { name: string }[]).filter(({ name }) => name !== 'School Log')

const cases: readonly (readonly [Action, WorkbookModel, readonly number[]])[] = [
  ['setUpWorkbook', fresh, touchingCalls(done)],
  ['undoSetUp', done.workbook, touchingCalls(run('undoSetUp', done.workbook))],
]

function busy(edits: UserEdits): void {
  edits.setCell('Students', 'H5', 'Bus 9')
  edits.insertRows('Conferences', 2)
  edits.setNote('Plans', 'A2', 'Ask Ms. Ruiz')
}

describe.each(cases)('%s', (action, start, calls) => {
  test("somebody works on the school's tabs, at every call", () => {
    const expected = school(edited(start, busy))
    for (const at of calls) {
      const { workbook } = run(action, start, () => [{ at, userEdit: busy }])
      expect(school(workbook), `at call ${at}`).toEqual(expected)
    }
  })

  test.each([
    { cells: ['School Log!A1', 'Settings!B40'] },
    { cells: ['School Log!C7', 'Settings!G3'] },
    { cells: ['School Log!Z1', 'Settings!B5'] },
  ])('somebody types into $cells, at every call at which the tab can be seen', ({ cells }) => {
    let typed = 0
    for (const at of calls) {
      const words: string[] = []
      const type = (copy: WorkbookModel) => (edits: UserEdits) => {
        for (const cell of cells) {
          const [name = '', a1 = ''] = cell.split('!')
          if (tabOf(copy, name)?.hidden !== false) continue
          words.push(`typed into ${name}`)
          edits.setCell(name, a1, `typed into ${name}`)
        }
      }
      const { workbook } = run(action, start, (copy) => [{ at, userEdit: type(copy) }])
      const inSight = workbook.sheets.filter(({ hidden }) => !hidden).flatMap(({ values }) => values.flat())
      expect(inSight, `at call ${at}`).toEqual(expect.arrayContaining(words))
      typed += words.length
    }
    expect(typed).toBeGreaterThan(0)
  })
})
