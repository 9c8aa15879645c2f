import { describe, expect, test } from 'vitest'
import { policies, policyById } from '../../src/policy/packs.ts'
import { readingsInWords } from '../../src/policy/reading-words.ts'
import type { Policy } from '../../src/policy/schema.ts'

const of = (id: string) => readingsInWords(policyById(id) as Policy)

describe.each(policies.map((policy) => [policy.id, policy] as const))('the readings of %s', (_, policy) => {
  test('are R0 to R31 in their order, but for R18, which is a grade of the pack itself', () => {
    const numbers = [...new Set(readingsInWords(policy).map(({ id }) => Number(id.slice(1))))]
    expect(numbers).toEqual(Array.from({ length: 32 }, (_, number) => number).filter((number) => number !== 18))
  })

  test('each answer a question in words and say why', () => {
    for (const { id, question, value, because } of readingsInWords(policy)) {
      expect(question, id).toMatch(/\?$/)
      expect(value, id).toMatch(/^[A-Z\d][^_]*$/)
      expect(value, id).not.toMatch(/undefined|\w-\w+-\w/)
      expect(because, id).toMatch(/\.$/)
    }
  })
})

test('numbers have their unit', () => {
  const values = new Map(of('davis-4i-101').map(({ question, value }) => [question, value]))
  expect(values.get('How many students may be invited to a small group?')).toBe('5 students')
  expect(values.get('Below how many days of enrolment inside a window is a miss asked about?')).toBe('30 days')
  expect(values.get('How many contacts on different days show earnest effort?')).toBe(
    'Elementary grades 2, individual conferences 3, group conferences 1',
  )
})

test('a policy that reads something in its own way says so', () => {
  expect(of('davis-4i-101').filter(({ isOwn }) => isOwn)).toEqual([])
  expect(
    of('washington-4030')
      .filter(({ isOwn }) => isOwn)
      .map(({ id }) => id),
  ).toContain('R15')
  expect(of('ega-2019').find(({ id }) => id === 'R19')).toMatchObject({
    value: 'A conference is offered, and there is a file',
    isOwn: true,
  })
})
