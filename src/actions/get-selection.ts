/**
 * The students of the selected rows, so that the sidebar follows whoever walks down a tab.
 */
import { activeWorkbook } from '../workbook/active-workbook.ts'
import { selectedStudents } from '../workbook/selection.ts'
import { answer } from './answer.ts'

/** A whole column may be selected, and a list of names of this length is long enough. */
const mostStudents = 300

/** @returns a SelectedAnswer as JSON */
export function getSelection(): string {
  return answer<'getSelection'>(() => {
    const { sheet, students } = selectedStudents(activeWorkbook(), mostStudents)
    return {
      ok: true,
      sheet,
      students: students?.slice(0, mostStudents) ?? [],
      total: students?.length ?? 0,
      hasStudents: students !== undefined,
    }
  })
}
