/** The sample school: its students and all that it has on file about them. */
import { Chance } from './chance.ts'
import { addElementaryYear } from './elementary-conferences.ts'
import { addElementaryPlan, addSecondaryPlan } from './plans.ts'
import { isDay, type SampleRecords } from './records.ts'
import { addSecondaryYear } from './secondary-conferences.ts'
import { sortedBy } from './sorting.ts'
import { isSecondary, type SampleStudent, sampleStudents } from './students.ts'

export interface SampleSchool extends SampleRecords {
  /** By grade, then by name. */
  readonly students: readonly SampleStudent[]
}

/**
 * A school that does not exist, from kindergarten to grade 12, as it stands on 23 November 2026 with the gaps that a
 * school has by then. The same number of students and the same seed make the same school.
 *
 * @param total how many students, 1 or more
 */
export function sampleSchool(total: number, seed: number): SampleSchool {
  const students = sampleStudents(total, seed)
  const records: SampleRecords = { conferences: [], contacts: [], plans: [], updates: [] }
  const elementary = new Chance(seed, 'elementary conferences')
  for (const student of students) if (!isSecondary(student)) addElementaryYear(student, elementary, records)
  const plans = new Chance(seed, 'plans')
  const planned = new Set<SampleStudent>()
  for (const conference of records.conferences) {
    const { student, kind, status, date } = conference
    const isFirst = kind === 'individual' && status === 'held' && isDay(date) && !planned.has(student)
    if (!isFirst || !plans.percent(92)) continue
    planned.add(student)
    addElementaryPlan(conference, plans, records)
  }
  const secondary = students.filter(isSecondary)
  addSecondaryYear(secondary, new Chance(seed, 'secondary conferences'), records)
  for (const student of secondary) addSecondaryPlan(student, plans, records)
  return {
    students,
    conferences: sortedBy(records.conferences, ({ date, invitedOn }) => (isDay(date) ? date : invitedOn)),
    contacts: sortedBy(records.contacts, ({ date }) => date),
    plans: records.plans,
    updates: sortedBy(records.updates, ({ date }) => date),
  }
}
