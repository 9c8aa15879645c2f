/**
 * Course lists: what a student plans, is registered for and has done, with the credits.
 */
import { plainWords, type Reading, saysNothing, textOf, unreadable } from './cell-text.ts'
import { type ColumnReaders, expected } from './column-readers.ts'
import { readGrade } from './grades.ts'
import { readNumber } from './plan-words.ts'
import type { CourseList, CourseRecord } from './school.ts'
import type { StudentDraft } from './student-draft.ts'
import type { StudentIndex } from './student-index.ts'
import type { Cell } from './tab.ts'

/**
 * Reads course lists into the students: a column that says which list a course is on, two columns of Y and N, two columns
 * of courses, or credits alone.
 *
 * Credits in a column that does not say whether they are earned are so where the course is completed, else planned.
 *
 * @return whether the tab keeps both lists, so that registration can be held against the plan
 */
export function readCourses(readers: ColumnReaders, index: StudentIndex): boolean {
  const { tab, columns } = readers.settled
  const courseOf = readers.text('course')
  const listsOf = columns.has('course') ? listsBySign(readers) : undefined
  const plannedOf = readers.text('planned')
  const registeredOf = readers.text('registered')
  const detailsOf = detailsReader(readers)
  const content = readers.recordColumns()
  const read: StudentDraft[] = []
  index.eachRecord(readers, 'course', content, (student, cells, row) => {
    if (student.courseRecords === undefined) {
      student.courseRecords = []
      read.push(student)
    }
    const add = (course: string | undefined, on: readonly CourseList[]): void => {
      if (course === undefined) return
      student.courseRecords?.push({ at: { sheet: tab.name, row }, course, on, ...detailsOf(cells, row, on) })
    }
    if (listsOf === undefined) {
      add(plannedOf(cells, row), ['planned'])
      add(registeredOf(cells, row), ['registered'])
    } else add(courseOf(cells, row), listsOf(cells, row))
  })
  const kept = new Set<CourseList>()
  for (const student of read) {
    const [first] = student.courseRecords as CourseRecord[]
    const [planned, registered] = (['planned', 'registered'] as const).map((list) => {
      const names = new Set<string>()
      for (const { course, on } of student.courseRecords as CourseRecord[]) if (on.includes(list)) names.add(course)
      if (names.size > 0) kept.add(list)
      return [...names]
    }) as [string[], string[]]
    if (first && planned.length > 0 && registered.length > 0) student.courses = { planned, registered, at: first.at }
  }
  return kept.size === 2
}

type Details = Pick<CourseRecord, 'area' | 'grade' | 'schoolYear' | 'creditsEarned' | 'creditsPlanned'>

function detailsReader(
  readers: ColumnReaders,
): (cells: readonly Cell[], row: number, on: readonly CourseList[]) => Details {
  const areaOf = readers.text('area')
  const readGradeCell = (cell: Cell): Reading<number> => readGrade(cell, undefined, readers.schoolYear)
  const gradeOf = readers.field('grade', readGradeCell, {
    code: 'GRADE_UNREADABLE',
    write: 'a grade such as 9',
    until: expected.date.until,
  })
  const yearOf = readers.year('school_year')
  const [creditsOf, earnedOf, plannedOf] = (['credits', 'credits_earned', 'credits_planned'] as const).map((field) =>
    readers.field(field, readNumber, expected.number),
  ) as [CreditsReader, CreditsReader, CreditsReader]
  return (cells, row, on) => {
    const credits = creditsOf(cells, row)
    const done = on.includes('completed')
    return {
      area: areaOf(cells, row),
      grade: gradeOf(cells, row),
      schoolYear: yearOf(cells, row),
      creditsEarned: earnedOf(cells, row) ?? (done ? credits : undefined),
      creditsPlanned: plannedOf(cells, row) ?? (done ? undefined : credits),
    }
  }
}

type CreditsReader = (cells: readonly Cell[], row: number) => number | undefined

function listsBySign(readers: ColumnReaders): (cells: readonly Cell[], row: number) => readonly CourseList[] {
  if (readers.has('list')) {
    const until = ['the course is on no list', 'these courses are on no list'] as const
    const write = 'planned, registered or completed'
    const listOf = readers.field('list', readList, { code: 'VALUE_UNREADABLE', write, until })
    return (cells, row) => {
      const list = listOf(cells, row)
      return list === undefined ? [] : [list]
    }
  }
  const planned = readers.yesNo('planned')
  const registered = readers.yesNo('registered')
  return (cells, row) => [
    ...(planned(cells, row) ? (['planned'] as const) : []),
    ...(registered(cells, row) ? (['registered'] as const) : []),
  ]
}

function readList(cell: Cell): Reading<CourseList> {
  const text = textOf(cell)
  if (saysNothing(text)) return undefined
  const plain = plainWords(text)
  if (/^(planned|plan|in plan|pccr|seop)$/.test(plain)) return 'planned'
  if (/^(completed|complete|done|earned|passed|finished)$/.test(plain)) return 'completed'
  return /^(registered|registration|scheduled|schedule|enrolled|requested)$/.test(plain) ? 'registered' : unreadable
}
