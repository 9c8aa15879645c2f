import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foreignDate, script } from './formulas.ts'

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 9, '8th', 'K', '2026-10-08', '25/9/2024', 'individual', 'group', 'Y') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Student ID',
      'Grade',
      'Date',
      'Kind',
      'Status',
      'Created on',
      'Policy',
      'As of',
      '00123',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'davis-4i-101',
      '__proto__',
      'constructor',
      '#N/A',
      'Loading...',
      '=A1',
      'x'.repeat(5e4),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(foreignDate(2026, 9, 1), foreignDate(1899, 12, 30, 9), new Date(Number.NaN)),
  },
  fc.oneof(fc.string(), fc.double(), fc.boolean()),
)

const range = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  )

const argument = fc.oneof(fc.constant(undefined), cell, range)

test.each([
  'PLAN_CONFERENCES',
  'PLAN_FLAGS',
  'PLAN_GRADE',
  'PLAN_RATES',
  'PLAN_REQUIREMENTS',
  'PLAN_STATUS',
  'SCHOOL_YEAR',
])('%s answers whatever it is handed with a value or with rows of one width, and throws nothing', (name) => {
  fc.assert(
    fc.property(fc.array(argument, { maxLength: 6 }), (given) => {
      const answer = script[name]!(...given)
      const rows = (Array.isArray(answer) ? answer : [[answer]]) as unknown[][]
      expect(new Set(rows.map((row) => row.length)).size).toBe(1)
      for (const one of rows.flat()) {
        expect(['string', 'number']).toContain(typeof one)
        expect(String(one)).not.toMatch(/^[=+@]/)
      }
    }),
    { numRuns: 300 },
  )
})
