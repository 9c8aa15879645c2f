import { describe, expect, test } from 'vitest'
import { entryOf, groupWarning, refusalsOf } from '../../../sidebar/record/entry.ts'
import { type Draft, fields, filled, shownFields } from '../../../sidebar/record/fields.ts'
import { type EntryType, entryTypes, readRecordRequest } from '../../../src/actions/requests/record.ts'

const asOf = '2026-11-23'

function shownNames(type: EntryType, draft: Draft, students = 1, without = {}): readonly string[] {
  return shownFields(type, filled(type, draft, asOf), students, without).map(({ name }) => name)
}

function entry(type: EntryType, draft: Draft, students = 1) {
  const values = filled(type, draft, asOf)
  return entryOf(type, shownFields(type, values, students, {}), values)
}

describe('an entry', () => {
  test.each(entryTypes)('%s, as the form first shows it, is one that the script takes', (type) => {
    const request = { students: ['0042'], entry: entry(type, {}), confirmed: false }
    expect(readRecordRequest(JSON.stringify(request))).toEqual(request)
  })

  test.each(entryTypes)('%s, with every field filled in, is one that the script takes', (type) => {
    const draft: Draft = Object.fromEntries(
      fields[type].map(({ name, input, choices }) => [
        name,
        { day: '2026-11-20', time: '15:20', number: '12', 'yes-no': 'no', tick: 'yes', choice: '' }[input as string] ||
          (choices?.at(-1)?.[0] ?? 'Ms. Okafor'),
      ]),
    )
    for (const kind of type === 'conference' ? ['individual', 'group', 'iep'] : ['']) {
      const filledIn = kind === '' ? draft : { ...draft, kind, status: 'held' }
      const request = { students: ['0042'], entry: entry(type, filledIn), confirmed: true }
      expect(readRecordRequest(JSON.stringify(request))).toEqual(request)
    }
  })

  test('a blank is never a no', () => {
    expect(entry('conference', {})).toEqual({ type: 'conference', kind: 'individual', status: 'held', date: asOf })
    expect(entry('conference', { studentAttended: 'yes', parentAttended: 'no' })).toMatchObject({
      studentAttended: true,
      parentAttended: false,
    })
    expect(entry('conference', { studentAttended: '', strengths: '' })).not.toHaveProperty('studentAttended')
  })

  test('what is typed and then no longer shown is not sent', () => {
    const draft = { kind: 'group', privateMinutes: '5', parentNames: 'Rosa Silva' }
    expect(entry('conference', draft, 5)).toEqual({ type: 'conference', kind: 'group', status: 'held', date: asOf })
  })
})

describe('the fields', () => {
  test('who came matters only where it was held', () => {
    expect(shownNames('conference', {})).toContain('parentAttended')
    expect(shownNames('conference', { status: 'scheduled' })).not.toContain('parentAttended')
  })

  test('of an IEP meeting, of a group and of one student alone are theirs', () => {
    expect(shownNames('conference', { kind: 'iep' })).toContain('planReviewed')
    expect(shownNames('conference', { kind: 'group' })).toContain('invitedCount')
    expect(shownNames('conference', {})).not.toContain('invitedCount')
    expect(shownNames('conference', {}, 5)).not.toContain('parentNames')
  })

  test('without a column in the tab of the school are not offered', () => {
    expect(shownNames('conference', {}, 1, { conference: ['mode', 'strengths'] })).not.toContain('mode')
    expect(shownNames('contact', {}, 1, { conference: ['date'] })).toContain('date')
  })
})

test('a day that is needed, and a number that is none, are refused without asking the script', () => {
  const values = filled('conference', { kind: 'group', date: '', invitedCount: 'a few' }, asOf)
  expect(refusalsOf(shownFields('conference', values, 1, {}), values)).toEqual({
    date: 'Choose a day.',
    invitedCount: 'Write a whole number, or nothing.',
  })
})

describe('a small group', () => {
  const limit = { most: 5, clause: '3.2.1' }
  const warning = (draft: Draft, students: number) => groupWarning({ kind: 'small_group', ...draft }, students, limit)

  test('of five is one, of six is warned of', () => {
    expect(warning({}, 5)).toBeUndefined()
    expect(warning({}, 6)).toContain('6 are invited. A small group has 5 or fewer')
  })

  test('is counted by who was invited, where that is filled in', () => {
    expect(warning({ invitedCount: '7' }, 3)).toContain('7 are invited')
    expect(warning({ invitedCount: '5' }, 6)).toBeUndefined()
  })

  test('is none where the kind is another, or the policy knows none', () => {
    expect(warning({ kind: 'group' }, 40)).toBeUndefined()
    expect(groupWarning({ kind: 'small_group' }, 40, undefined)).toBeUndefined()
  })
})
