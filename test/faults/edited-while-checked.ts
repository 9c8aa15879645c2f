/**
 * Somebody edits the roster while it is checked: at every call, no flag lands on another student and no cell of the school
 * is changed.
 */
import { expect } from 'vitest'
import type { UserEdits } from '../../local/workspace/user-edits.ts'
import { check, edited, type Start, starts } from './run-check.ts'
import { flagsOf, schoolState } from './workbook-state.ts'

/** What somebody does, and how. */
export type Edit = readonly [what: string, how: (edits: UserEdits) => void]

export const [fresh, checked] = starts() as [Start, Start]

/** The flag that each student gets when nobody disturbs. */
export const flagById = new Map(flagsOf(checked.workbook.sheets[0]!).map(({ id, cells }) => [id, cells]))

export function holdsAtEveryCall({ workbook, calls }: Start, edit: Edit[1]): void {
  const expected = schoolState(edited(workbook, edit))
  for (const at of calls) {
    const run = check(workbook, [{ at, userEdit: edit }])
    expect(run.answer, `at call ${at}`).toMatchObject({ ok: true })
    expect(schoolState(run.workbook), `the school's cells, at call ${at}`).toEqual(expected)
    for (const { row, id, cells } of flagsOf(run.workbook.sheets[0]!)) {
      const flag = id === '' ? ['', '', ''] : flagById.get(id)
      if (flag) expect(cells, `row ${row}, student ${id}, at call ${at}`).toEqual(flag)
    }
  }
}
