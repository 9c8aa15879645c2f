import type { Requirement } from '../policy/schema.ts'
import { unreadable } from '../records/cell-text.ts'
import { blankConference } from '../records/conference-columns.ts'
import { readKind } from '../records/conference-words.ts'
import { CheckStopped } from '../records/problem.ts'
import { answered, type FormulaInput, type FormulaResult } from './arguments.ts'
import { Argument, forEveryStudent } from './every-row.ts'

const asked = new Set<Requirement['type']>(['conferences', 'offer', 'opportunity'])

/**
 * How a student's conferences stand. Each date is taken as a conference that was held with student, parent and staff.
 *
 * @param grade one cell, or a column with one student a row
 * @param dates the days of the conferences, one or several columns wide
 * @param kinds of what kind each is: as wide as the dates, or one column or one row or one cell for all of them
 * @param as_of the day for which it is judged; today where it is left out
 * @param policy id or name; davis-4i-101 where it is left out
 * @returns as {@link PLAN_STATUS}
 */
export function PLAN_CONFERENCES(
  grade?: FormulaInput,
  dates?: FormulaInput,
  kinds?: FormulaInput,
  as_of?: FormulaInput,
  policy?: FormulaInput,
): FormulaResult {
  return answered(() => {
    const days = new Argument('dates', dates)
    const kind = new Argument('kinds', kinds, days.width)
    return forEveryStudent({ grade, asOf: as_of, policy }, [days], asked, (student, row, schoolYear) => {
      for (let column = 0; column < days.width; column++) {
        const date = days.day(row, schoolYear, column)
        if (date === undefined) continue
        const conference = blankConference(student.at, kindIn(kind, row, column), date, false)
        conference.studentAttended = true
        conference.parentAttended = true
        student.conferences.push(conference)
      }
    })
  })
}

/** @throws CheckStopped KIND_UNREADABLE */
function kindIn(kinds: Argument, row: number, column: number) {
  const cell = kinds.cell(row, column)
  const kind = readKind(cell)
  if (kind !== undefined && kind !== unreadable) return kind
  const fault = kind === undefined ? 'The kind of a conference is blank' : `“${cell}” is no kind of conference`
  throw new CheckStopped('KIND_UNREADABLE', `${fault}. Write individual, group, small group, IEP or other.`)
}
