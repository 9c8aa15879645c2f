/**
 * From what was typed to what is sent, and what of it does not fit.
 */
import type { Entry, EntryType, RecordForm } from '../../src/actions/requests/record.ts'
import { inDigits } from '../words.ts'
import type { Draft, Field } from './fields.ts'

/** A sentence for each field that does not fit, by its name; '' stands for the whole, 'students' for whom it is. */
export type Refusals = Readonly<Record<string, string>>

/** What can be told without asking the script. */
export function refusalsOf(shown: readonly Field[], values: Draft): Refusals {
  const refusals: Record<string, string> = {}
  for (const { name, input, needed } of shown) {
    const value = values[name]?.trim() ?? ''
    if (value === '' && needed !== undefined) refusals[name] = needed
    if (input === 'number' && value !== '' && !/^\d+$/.test(value)) refusals[name] = 'Write a whole number, or nothing.'
  }
  return refusals
}

/** Only what is shown is sent, and nothing that is blank: a blank is never a no. */
export function entryOf(type: EntryType, shown: readonly Field[], values: Draft): Entry {
  const entry: Record<string, unknown> = { type }
  for (const { name, input } of shown) {
    const value = values[name]?.trim() ?? ''
    if (value === '') continue
    if (input === 'yes-no' || input === 'tick') entry[name] = value === 'yes'
    else entry[name] = input === 'number' ? Number(value) : value
  }
  // The names are held to those of the entry by the type of the table; the values are judged by the script.
  return entry as unknown as Entry
}

/** The script names a field by its path in the request: 'entry.date', 'students.3'. */
export function refusalsByField(byPath: Readonly<Record<string, string>>): Refusals {
  const refusals: Record<string, string> = {}
  for (const [path, sentence] of Object.entries(byPath)) {
    const [root = '', name = ''] = path.split('.')
    refusals[root === 'entry' ? name : root] ??= sentence
  }
  return refusals
}

/** Undefined where the group is small enough, or none. */
export function groupWarning(values: Draft, students: number, limit: RecordForm['smallGroup']): string | undefined {
  if (values.kind !== 'small_group' || limit === undefined) return undefined
  const typed = values.invitedCount?.trim() ?? ''
  const invited = /^\d+$/.test(typed) ? Number(typed) : students
  if (invited <= limit.most) return undefined
  return `${inDigits(invited)} are invited. A small group has ${limit.most} or fewer, so this would count as a group only.`
}
