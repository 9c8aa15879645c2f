/**
 * The grades of earlier years, and the course lists: tabs with several rows a student that are no events.
 */
import type { Reading } from './cell-text.ts'
import { plainWords, saysNothing, textOf, unreadable } from './cell-text.ts'
import type { ColumnReaders } from './column-readers.ts'
import { checkedExit, StudentColumns } from './student-columns.ts'
import type { StudentDraft } from './student-draft.ts'
import type { StudentIndex } from './student-index.ts'
import type { Cell } from './tab.ts'

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

/**
 * Reads course lists into the students: a column that says which list a course is on, two columns of Y and N, or two
 * columns of courses.
 *
 * @return whether the tab keeps both lists, so that registration can be held against the plan
 */
export function readCourses(readers: ColumnReaders, index: StudentIndex): boolean {
  const { tab, columns } = readers.settled
  const courseOf = readers.text('course')
  const listsOf = columns.has('course') ? listsBySign(readers) : undefined
  const plannedOf = readers.text('planned')
  const registeredOf = readers.text('registered')
  const content = readers.recordColumns()
  const lists = new Map<StudentDraft, { planned: string[]; registered: string[]; row: number }>()
  index.eachRecord(readers, 'course', content, (student, cells, row) => {
    let both = lists.get(student)
    if (both === undefined) {
      both = { planned: [], registered: [], row }
      lists.set(student, both)
    }
    if (listsOf === undefined) {
      push(both.planned, plannedOf(cells, row))
      push(both.registered, registeredOf(cells, row))
    } else {
      const course = courseOf(cells, row)
      const on = listsOf(cells, row)
      if (on.planned) push(both.planned, course)
      if (on.registered) push(both.registered, course)
    }
  })
  let complete = false
  for (const [student, { planned, registered, row }] of lists) {
    complete ||= planned.length > 0
    if (planned.length > 0 && registered.length > 0)
      student.courses = { planned, registered, at: { sheet: tab.name, row } }
  }
  return complete && [...lists.values()].some(({ registered }) => registered.length > 0)
}

function push(list: string[], course: string | undefined): void {
  if (course !== undefined && !list.includes(course)) list.push(course)
}

interface OnLists {
  readonly planned: boolean
  readonly registered: boolean
}

function listsBySign(readers: ColumnReaders): (cells: readonly Cell[], row: number) => OnLists {
  if (readers.has('list')) {
    const until = ['the course is on neither list', 'these courses are on neither list'] as const
    const listOf = readers.field('list', readList, { code: 'VALUE_UNREADABLE', write: 'planned or registered', until })
    return (cells, row) => {
      const list = listOf(cells, row)
      return { planned: list === 'planned', registered: list === 'registered' }
    }
  }
  const planned = readers.yesNo('planned')
  const registered = readers.yesNo('registered')
  return (cells, row) => ({ planned: planned(cells, row) === true, registered: registered(cells, row) === true })
}

function readList(cell: Cell): Reading<'planned' | 'registered'> {
  const text = textOf(cell)
  if (saysNothing(text)) return undefined
  const plain = plainWords(text)
  if (/^(planned|plan|in plan|pccr|seop)$/.test(plain)) return 'planned'
  return /^(registered|registration|scheduled|schedule|enrolled|requested)$/.test(plain) ? 'registered' : unreadable
}
