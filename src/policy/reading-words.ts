/**
 * What a reading decides, in words: the answer to its question.
 */
import { defaultReadings, type Readings } from './readings.ts'
import type { Policy } from './schema.ts'

/** One reading as people see it. */
export interface ReadingInWords {
  /** 'R9' */
  readonly id: string
  readonly question: string
  readonly value: string
  readonly because: string
  /** Whether the policy reads it in its own way. */
  readonly isOwn: boolean
}

type Value = Readings[keyof Readings]['value']

const words: Readonly<Record<Extract<Value, string>, string>> = {
  ask: 'Nothing; a person is asked',
  no: 'No',
  'july-to-june': 'July 1 to June 30',
  'term-only': 'The first to the last day of school',
  'counting-year': 'Once in every school year',
  'twelve-months': 'Within twelve months of the last time',
  'july-before-first-to-last-day-of-last': 'From July 1 before the first grade to the last school day of the last',
  'stands-in-full': 'All that is asked of the two years',
  'window-touches-this-year': 'Those that may still be met, or were due, in this school year',
  'does-not-apply': 'Nothing is asked',
  'staff-and-family': 'When staff and the student or a parent were there',
  'all-three': 'Student, parent and staff must have come',
  'present-or-invited': 'An invitation that is on file is enough',
  'individual-or-invitation': 'An individual conference, or an invitation to one that is on file',
  'do-not-count': 'No',
  'with-tick': 'When the plan was reviewed there, and that is on file',
  'without-tick': 'Always',
  'offer-and-file': 'A conference is offered, and there is a file',
  once: 'Once',
  'each-update': 'Yes, each one',
  'own-signature-counts': 'The student; a parent’s signature counts as well',
  'attendance-signature-or-update': 'Being at a conference, a signature, or for staff an update of the plan',
  'end-of-grade': 'By the last school day of the grade',
  'start-of-grade': 'By the first school day of the grade',
  'last-day-of-this-year': 'By the last school day of this year',
  'not-counted': 'It does not count, and a person is asked',
  'any-guardian': 'Any guardian on file',
  'one-finding': 'The missing plan alone',
  'one-line': 'One line says that it is not tracked',
  'enrolled-and-applying': 'Students here on the as-of date of whom it is asked',
}

/** Every reading of the policy, in the order of their numbers. */
export function readingsInWords({ readings }: Policy): readonly ReadingInWords[] {
  return (Object.keys(readings) as (keyof Readings)[]).map((name) => {
    const { id, question, value, because } = readings[name]
    return { id, question, value: inWords(value, name), because, isOwn: readings[name] !== defaultReadings[name] }
  })
}

function inWords(value: Value, name: keyof Readings): string {
  if (name === 'signature' && value === 'once') return 'No, the plan is signed once'
  if (typeof value === 'string') return words[value]
  if (typeof value === 'number') return `${value} ${name === 'smallGroupMost' ? 'students' : 'days'}`
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return `Elementary grades ${value.elementary}, individual conferences ${value.individual}, group conferences ${value.group}`
}
