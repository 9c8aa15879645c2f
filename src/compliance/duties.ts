/**
 * The yearly duties of the school as a whole: report, training, consultation.
 */
import type { DutyRequirement } from '../policy/schema.ts'
import type { School, SchoolLogEntry } from '../records/school.ts'
import type { Status } from './finding.ts'
import type { MessageKey } from './messages.ts'
import type { Year } from './student-year.ts'
import { cellsOf, type Verdict, verdict } from './verdict.ts'

export function dutyVerdict(requirement: DutyRequirement, school: School, year: Year): Verdict {
  const done = school.log.filter((entry) => entry.item === requirement.item && belongs(entry, requirement, year))
  const evidence = () => cellsOf(done, 'item')
  // Consultation made the policy; it is asked for once, not each year.
  const due = requirement.item === 'consultation' ? undefined : year.window
  const of = (status: Status, message: MessageKey) => verdict(status, message, due, evidence)
  if (done.length === 0) return of(due !== undefined && year.asOf > due.dueOn ? 'LATE' : 'OPEN', 'duty.missing')
  const unnamed = requirement.participants && done.every((entry) => entry.participants === undefined)
  return unnamed ? of('CHECK', 'duty.participants') : of('MET', 'duty.met')
}

function belongs(entry: SchoolLogEntry, requirement: DutyRequirement, year: Year): boolean {
  if (entry.date !== undefined && entry.date > year.asOf) return false
  if (requirement.item === 'consultation') return true
  if (entry.date !== undefined) return entry.date >= year.window.opensOn && entry.date <= year.window.countsUntil
  return entry.schoolYear === year.schoolYear
}
