/**
 * The yearly duties of the school as a whole: report, training, consultation.
 */
import type { DutyRequirement } from '../policy/schema.ts'
import type { School, SchoolLogEntry } from '../records/school.ts'
import type { Year } from './student-year.ts'
import type { Verdict } from './verdict.ts'

export function dutyVerdict(requirement: DutyRequirement, school: School, year: Year): Verdict {
  const done = school.log.filter((entry) => entry.item === requirement.item && belongs(entry, requirement, year))
  const evidence = done.map((entry) => ({ ...entry.at, column: 'item' }))
  // Consultation made the policy; it is asked for once, not each year.
  const shared =
    requirement.item === 'consultation' ? { evidence } : { evidence, opensOn: year.opensOn, dueOn: year.term.lastDay }
  if (done.length === 0) {
    const late = shared.dueOn !== undefined && year.asOf > year.term.lastDay
    return { ...shared, status: late ? 'LATE' : 'OPEN', message: 'duty.missing' }
  }
  if (requirement.participants && done.every((entry) => entry.participants === undefined)) {
    return { ...shared, status: 'CHECK', message: 'duty.participants' }
  }
  return { ...shared, status: 'MET', message: 'duty.met' }
}

function belongs(entry: SchoolLogEntry, requirement: DutyRequirement, year: Year): boolean {
  if (entry.date !== undefined && entry.date > year.asOf) return false
  if (requirement.item === 'consultation') return true
  if (entry.date !== undefined) return entry.date >= year.opensOn && entry.date <= year.countsUntil
  return entry.schoolYear === year.schoolYear
}
