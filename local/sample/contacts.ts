/** Contacts with families: letters, calls and messages that ask them to come. */
import type { Chance } from './chance.ts'
import { later, schoolDay } from './days.ts'
import type { SampleStudent } from './students.ts'

export interface SampleContact {
  readonly studentId: string
  readonly date: string
  readonly about: string
  readonly channel: string
  readonly language: string
  readonly outcome: string
  readonly by: string
}

/** Some attempts to reach the family, about a week apart, none later than 20 November. */
export function contactFamily(
  student: SampleStudent,
  about: string,
  first: string,
  times: number,
  chance: Chance,
  contacts: SampleContact[],
): void {
  for (let time = 0; time < times; time++) {
    const date = schoolDay(later(first, 6 * time + chance.between(0, 3)))
    if (date > '2026-11-20') return
    const channel = chance.pick(['letter', 'phone', 'e-mail', 'text message'])
    const outcome = chance.percent(10)
      ? channel === 'phone'
        ? 'wrong number'
        : 'undeliverable'
      : channel === 'phone'
        ? 'left a message'
        : 'sent'
    contacts.push({
      studentId: student.id,
      date,
      about,
      channel,
      language: student.language,
      outcome,
      by: chance.pick(['office', student.counselor, student.counselor]),
    })
  }
}
