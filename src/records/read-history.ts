/**
 * The grades of earlier years: several rows a student.
 */
import type { ColumnReaders } from './column-readers.ts'
import { checkedExit, StudentColumns } from './student-columns.ts'
import type { StudentIndex } from './student-index.ts'

/** Reads the grade of each school year into the students; a row without a year or a grade is named and not used. */
export function readGradeHistory(readers: ColumnReaders, index: StudentIndex): void {
  const { tab, columns } = readers.settled
  const yearOf = readers.year('school_year')
  const sourceOf = readers.source()
  const student_ = new StudentColumns(readers)
  const content = ['school_year', 'grade'].map((field) => columns.get(field) as number)
  index.eachRecord(readers, 'grade', content, (student, cells, row) => {
    const schoolYear = yearOf(cells, row)
    const grade = student_.grade(cells, row, student.birthDate)
    const entryDate = student_.entryDate(cells, row)
    const exitDate = checkedExit(readers, row, entryDate, student_.exitDate(cells, row))
    if (grade === undefined) gradeMissing(readers, row)
    if (schoolYear === undefined || grade === undefined || grade === 'unread') return
    student.history.push({
      at: { sheet: tab.name, row },
      schoolYear,
      grade,
      source: sourceOf(cells, row),
      ...(entryDate !== undefined && { entryDate }),
      ...(exitDate !== undefined && { exitDate }),
    })
  })
}

function gradeMissing(readers: ColumnReaders, row: number): void {
  readers.rowProblem(
    'GRADE_MISSING',
    row,
    'grade',
    'the grade is blank, so the row is not used. Write the grade.',
    (rows) => `have no grade (${rows}), so they are not used. Write the grades.`,
  )
}
