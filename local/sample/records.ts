/**
 * What the sample school has on file by 23 November 2026: conferences of the fall, contacts with families, plans and
 * their updates, with the gaps that a school has by then.
 */
import { Chance } from './chance.ts'
import { addConferences, type SampleConference } from './conferences.ts'
import type { SampleContact } from './contacts.ts'
import { addPlan, type SamplePlan, type SampleUpdate } from './plans.ts'
import type { SampleStudent } from './students.ts'

export interface SampleRecords {
  readonly conferences: SampleConference[]
  readonly contacts: SampleContact[]
  readonly plans: SamplePlan[]
  readonly updates: SampleUpdate[]
}

/** Everything on file for these students; plans in the order of the students, the rest by date. */
export function sampleRecords(students: readonly SampleStudent[]): SampleRecords {
  const records: SampleRecords = { conferences: [], contacts: [], plans: [], updates: [] }
  const chance = new Chance(4101)
  for (const student of students) {
    addConferences(student, chance, records)
    if (student.grade >= 7) addPlan(student, chance, records)
  }
  records.conferences.sort(byDate)
  records.contacts.sort(byDate)
  records.updates.sort(byDate)
  return records
}

function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}
