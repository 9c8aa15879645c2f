/**
 * Plans and their updates: one row each.
 */
import type { ColumnReaders } from './column-readers.ts'
import { blankPlan, planDetails, planSetter } from './plan-columns.ts'
import type { StudentIndex } from './student-index.ts'

/** Reads a tab of plans into the students; a column of updates beside the plans is read as well. */
export function readPlans(readers: ColumnReaders, index: StudentIndex): void {
  const { tab, columns } = readers.settled
  const setters = planDetails.flatMap((field) => {
    const column = columns.get(field)
    return column === undefined ? [] : [planSetter(readers, field, column)]
  })
  const sourceOf = readers.source()
  const updatedOn = readers.date('updated_on')
  const content = readers.recordColumns(['source'])
  index.eachRecord(readers, 'plan', content, (student, cells, row) => {
    const plan = blankPlan({ sheet: tab.name, row })
    plan.source = sourceOf(cells, row)
    for (const set of setters) set(plan, cells, row)
    student.plans.push(plan)
    const updated = updatedOn(cells, row)
    if (updated !== undefined) student.updates.push({ at: plan.at, date: updated })
  })
}

/** Reads a tab of plan updates into the students. */
export function readPlanUpdates(readers: ColumnReaders, index: StudentIndex): void {
  const { tab, columns } = readers.settled
  const column = columns.get('updated_on') as number
  const updatedOn = readers.dateColumn(column)
  const content = readers.recordColumns()
  index.eachRecord(readers, 'update', content, (student, cells, row) => {
    const date = updatedOn(cells, row)
    if (date !== undefined) student.updates.push({ at: { sheet: tab.name, row }, date })
    else readers.undated('update', column, cells, row)
  })
}
