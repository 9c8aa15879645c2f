import { describe, expect, test } from 'vitest'
import { policies } from '../../src/policy/packs.ts'
import { script } from './formulas.ts'

const requirements = script.PLAN_REQUIREMENTS!

describe('PLAN_REQUIREMENTS', () => {
  test('of Davis has the parent signature with its clause and grades', () => {
    const table = requirements('davis-4i-101') as string[][]
    expect(table[0]).toEqual(['Code', 'Clause', 'Grades', 'What it asks'])
    expect(table).toContainEqual(['SIGN', '3.1.7', '7–12', "the parent's signature on the plan"])
    expect(table.map(([code, clause, grades]) => `${code} ${clause} ${grades}`)).toEqual(
      expect.arrayContaining(['CONF2 2.1.1 K–6', 'CONF-I 3.3.2 9, 11']),
    )
  })

  test.each(policies.map(({ id, name }) => ({ id, name })))('of $id, or its name, is a full table', ({ id, name }) => {
    const table = requirements(` ${id.toUpperCase()} `) as string[][]
    expect(table.length).toBeGreaterThan(3)
    for (const row of table) {
      expect(row).toHaveLength(4)
      for (const cell of row) expect(cell).not.toBe('')
    }
    expect(requirements(name)).toEqual(table)
  })

  test.each([[undefined], ['']])('of nothing (%s) lists the policies', (nothing) => {
    expect(requirements(nothing)).toEqual([['Policy', 'Name'], ...policies.map(({ id, name }) => [id, name])])
  })

  test('of an unknown policy names the known ones', () => {
    expect(requirements('davis')).toContain('POLICY_UNKNOWN: “davis” is not a policy. Write one of davis-4i-101,')
  })

  test('of a range asks for one cell', () => {
    expect(requirements([['davis-4i-101'], ['ega-2019']])).toBe('RANGE_SHAPE: policy is a range. Give one cell.')
  })
})
