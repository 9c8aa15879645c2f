import type { Requirement } from '../policy/schema.ts'
import { blankPlan } from '../records/plan-columns.ts'
import { answered, type FormulaInput, type FormulaResult } from './arguments.ts'
import { Argument, forEveryStudent } from './every-row.ts'

const asked = new Set<Requirement['type']>(['plan', 'signature', 'update'])

/**
 * How a student's plan stands: that there is one and since when, its parent signature, its yearly update.
 *
 * Each argument is one cell, or a column with one student a row; all ranges are equally high, a cell serves for every row.
 *
 * @param grade in any spelling, or a graduation year
 * @param created the day on which the plan was made, blank where there is none
 * @param updated the day of its newest update
 * @param signed the day of the parent's signature
 * @param as_of the day for which it is judged; today where it is left out
 * @param policy id or name; davis-4i-101 where it is left out
 * @returns words for every row: 'On track', 'Does not apply', or what is to do with its clause and its day; '' for a blank
 * row; a code and what to do where a cell cannot be read
 */
export function PLAN_STATUS(
  grade?: FormulaInput,
  created?: FormulaInput,
  updated?: FormulaInput,
  signed?: FormulaInput,
  as_of?: FormulaInput,
  policy?: FormulaInput,
): FormulaResult {
  return answered(() => {
    const [make, change, sign] = [
      new Argument('created', created, 1),
      new Argument('updated', updated, 1),
      new Argument('signed', signed, 1),
    ] as const
    return forEveryStudent({ grade, asOf: as_of, policy }, [make, change, sign], asked, (student, row, schoolYear) => {
      const createdOn = make.day(row, schoolYear)
      const signedOn = sign.day(row, schoolYear)
      const updatedOn = change.day(row, schoolYear)
      if (updatedOn !== undefined) student.updates.push({ at: student.at, date: updatedOn })
      if (createdOn === undefined && signedOn === undefined) return
      student.plans.push({ ...blankPlan(student.at), createdOn, signedOn })
    })
  })
}
