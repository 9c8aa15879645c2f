/**
 * Show a student in the sheet: the row on the roster is selected, as if the person had clicked on it.
 */
import { listedName } from '../records/names.ts'
import { activeWorkbook } from '../workbook/active-workbook.ts'
import { selectRow } from '../workbook/selection.ts'
import { answer } from './answer.ts'
import { studentWithId } from './get-student.ts'
import { readStudentRequest } from './requests/students.ts'
import { understandRoster, whenStill } from './understanding.ts'

/** @param request a StudentRequest as JSON @returns a SelectedAnswer as JSON */
export function showStudent(request: string): string {
  return answer<'showStudent'>(() => {
    const asked = readStudentRequest(request)
    const workbook = activeWorkbook()
    const understanding = whenStill(() => understandRoster(workbook, {}))
    const student = studentWithId(understanding, asked.id)
    const { sheet, name } = understanding.roster
    selectRow(sheet, student.at.row)
    return {
      ok: true,
      sheet: name,
      students: [{ id: student.id, name: listedName(student) }],
      total: 1,
      hasStudents: true,
    }
  })
}
