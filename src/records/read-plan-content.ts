/**
 * What a plan document takes from tabs of its own: the words of each plan, and the credits that a class needs.
 */
import type { CreditRule } from '../policy/graduation.ts'
import { type Reading, readText, unreadable } from './cell-text.ts'
import { type ColumnReaders, expected } from './column-readers.ts'
import { type PlanTextColumn, planTextColumns } from './plan-text-columns.ts'
import { readNumber } from './plan-words.ts'
import type { StudentIndex } from './student-index.ts'
import type { Cell } from './tab.ts'

/** Reads a tab Plan Content into the students: one row a student and school year. */
export function readPlanContent(readers: ColumnReaders, index: StudentIndex): void {
  const yearOf = readers.year('school_year')
  const columns = planTextColumns.map((column) => [column, readers.text(column)] as const)
  const content = readers.recordColumns(['school_year'])
  index.eachRecord(readers, 'plan content', content, (student, cells, row) => {
    const texts: Partial<Record<PlanTextColumn, string>> = {}
    for (const [column, textOf] of columns) {
      const text = textOf(cells, row)
      if (text !== undefined) texts[column] = text
    }
    student.planTexts ??= []
    student.planTexts.push({ at: { sheet: readers.settled.tab.name, row }, schoolYear: yearOf(cells, row), texts })
  })
}

/** Reads a tab Graduation Requirements; a row without an area or without credits asks nothing. */
export function readGraduation(readers: ColumnReaders): readonly CreditRule[] {
  const classYear = { ...expected.number, write: 'a year of graduation such as 2030' }
  const fromOf = readers.field('from_class', readClass, classYear)
  const toOf = readers.field('to_class', readClass, classYear)
  const areaOf = readers.text('area')
  const creditsOf = readers.field('credits', readNumber, expected.number)
  const ruleOf = readers.text('rule')
  const requirements: CreditRule[] = []
  readers.eachRow((cells, row) => {
    const area = areaOf(cells, row)
    const credits = creditsOf(cells, row)
    if (area === undefined || credits === undefined) return
    requirements.push({
      fromClass: fromOf(cells, row),
      toClass: toOf(cells, row),
      area,
      credits,
      rule: ruleOf(cells, row) ?? '',
    })
  })
  return requirements
}

/** 2030, 'Class of 2030'. */
function readClass(cell: Cell): Reading<number> {
  const text = readText(cell)
  if (text === undefined || text === unreadable) return text
  const year = /\b(20\d\d)\b/.exec(text)?.[1]
  return year === undefined ? unreadable : Number(year)
}
