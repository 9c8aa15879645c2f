/**
 * Search the roster by a part of a name or of an id.
 */
import { gradeWord } from '../compliance/messages.ts'
import { listedName, nameSearch, sortKey } from '../records/names.ts'
import { activeWorkbook } from '../workbook/active-workbook.ts'
import { answer } from './answer.ts'
import { pageOf } from './list-students.ts'
import { readFindRequest } from './requests/students.ts'
import { understandRoster, whenStill } from './understanding.ts'

/** @param request a FindRequest as JSON @returns a ListAnswer as JSON */
export function findStudents(request: string): string {
  return answer<'findStudents'>(() => {
    const { text, page } = readFindRequest(request)
    const workbook = activeWorkbook()
    const { records, roster } = whenStill(() => understandRoster(workbook, {}))
    const isWanted = nameSearch(text)
    const found = records.school.students
      .map((student) => ({ student, name: listedName(student) }))
      .filter(({ student, name }) => isWanted(`${name} ${student.id}`))
      .map((one) => ({ ...one, key: sortKey(`${one.name} ${one.student.id}`) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    const { openItems } = roster.found
    const students = found.map(({ student: { id, grade, at }, name }) => {
      const open = openItems === undefined ? '' : String(roster.rows[at.row - 1]?.[openItems] ?? '')
      return {
        id,
        name,
        grade: grade === undefined ? '' : String(gradeWord(grade)),
        items: open === '' ? [] : open.split('; '),
      }
    })
    return pageOf(students, page)
  })
}
