/** Contacts with families: letters, calls and messages that ask them to come. */
import type { Chance } from './chance.ts'
import { LAST_ENTRY, later, schoolDay } from './days.ts'
import { isHere, type SampleContact, type SampleRecords } from './records.ts'
import type { SampleStudent } from './students.ts'

const CHANNELS = ['letter', 'letter', 'phone', 'phone', 'e-mail', 'text message'] as const

/** Some attempts to reach the family, about a week apart, as far as they lie before today. */
export function contactFamily(
  student: SampleStudent,
  about: SampleContact['about'],
  first: string,
  times: number,
  chance: Chance,
  { contacts }: SampleRecords,
): void {
  for (let time = 0; time < times; time++) {
    const date = schoolDay(later(first, 6 * time + chance.between(0, 3)))
    if (date > LAST_ENTRY || !isHere(student, date)) return
    const channel = chance.pick(CHANNELS)
    const arrived = !chance.percent(8)
    const outcome = arrived
      ? channel === 'phone'
        ? chance.pick(['left a message', 'spoke with family'])
        : 'sent'
      : channel === 'phone'
        ? 'wrong number'
        : 'undeliverable'
    const by = chance.percent(30) ? 'office' : student.counselor || student.teacher
    contacts.push({ student, date, about, channel, outcome, arrived, by })
  }
}
