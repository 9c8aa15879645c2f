/**
 * What no single row can tell of a student: what the grade history adds, and what the whole roster lacks.
 */
import type { ColumnReaders } from './column-readers.ts'
import type { Roster } from './read-roster.ts'
import { inDetails, type SettledTab } from './tab-columns.ts'

/**
 * A grade that no roster cell tells comes from this year's row of the grade history, and so do the days of entry and
 * exit where no other tab has a column for them, as in Ed-Fi; a grade that is still blank is said.
 */
export function completeFromHistory(roster: Roster, readers: ColumnReaders, settled: readonly SettledTab[]): void {
  const { schoolYear } = readers
  const { tab, columns, undecided } = readers.settled
  const [hasGrade, hasGradYear, hasEntry, hasExit] = ['grade', 'grad_year', 'entry_date', 'exit_date'].map(
    (field) => columns.has(field) || inDetails(settled, field),
  )
  for (const student of roster.students) {
    const thisYear = student.history.filter((one) => one.schoolYear === schoolYear)
    const [first] = thisYear
    if (first === undefined) continue
    if (!roster.gradeUnread.has(student)) student.grade ??= first.grade
    // Who left and came back within the year has two rows, and no one day of either.
    if (thisYear.length > 1) continue
    if (!hasEntry && first.entryDate !== undefined) student.entryDate = first.entryDate
    if (!hasExit && first.exitDate !== undefined) student.exitDate = first.exitDate
  }
  if (!hasGrade && !hasGradYear && roster.students.every(({ grade }) => grade === undefined)) {
    if (undecided.has('grade')) return
    readers.tabProblem(
      'HEADING_MISSING',
      `${tab.name} has no column for the grade, so no requirement can be chosen. Add a column “Grade”.`,
    )
    return
  }
  for (const student of roster.students) {
    if (student.grade !== undefined || roster.gradeUnread.has(student)) continue
    readers.rowProblem(
      'GRADE_MISSING',
      student.at.row,
      'grade',
      `the student ${student.id} has no grade, so no requirement can be chosen. Write the grade.`,
      (rows) => `have no grade (${rows}), so no requirement can be chosen for them. Write the grades.`,
      { subjects: 'students' },
    )
  }
}

/** Names, conferences and plans, where there are none at all. */
export function sayWhatIsMissing(roster: Roster, readers: ColumnReaders): void {
  const { tab, undecided } = readers.settled
  const { name } = tab
  const { students } = roster
  const asked = ['last_name', 'first_name', 'full_name'].some((field) => undecided.has(field))
  if (
    !asked &&
    students.length > 0 &&
    students.every(({ lastName, firstName }) => lastName === '' && firstName === '')
  ) {
    readers.tabProblem(
      'NAMES_MISSING',
      `${name} has no column for the names, so students are shown by their ids alone. Add “Last name” and “First name”.`,
    )
  }
  if (!students.some(({ conferences }) => conferences.length > 0)) {
    readers.tabProblem(
      'RECORDS_MISSING',
      'No conferences were found in this workbook. Add a tab with the headings Student ID, Date, Kind and Status, or a column such as “Conf date” on the roster.',
    )
  }
  if (!students.some(({ plans }) => plans.length > 0)) {
    readers.tabProblem(
      'RECORDS_MISSING',
      'No plans were found in this workbook. Add a tab with the headings Student ID, Created on and Parent signed on, or a column such as “Plan created” on the roster.',
    )
  }
}
