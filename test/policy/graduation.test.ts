import { expect, test } from 'vitest'
import { asksOfClass, utahGraduation } from '../../src/policy/graduation.ts'

const creditsOf = (graduatingClass: number) =>
  new Map(asksOfClass(utahGraduation, graduatingClass).map(({ area, credits }) => [area, credits]))

test.each`
  graduatingClass | socialStudies | enters
  ${2027}         | ${3}          | ${'2023-24'}
  ${2029}         | ${3}          | ${'2025-26'}
  ${2030}         | ${3.5}        | ${'2026-27'}
  ${2033}         | ${3.5}        | ${'2029-30'}
`(
  'the class of $graduatingClass, which enters grade 9 in $enters, needs $socialStudies credits of social studies of 24',
  (row) => {
    const credits = creditsOf(row.graduatingClass)
    expect(credits.get('Social studies')).toBe(row.socialStudies)
    expect([...credits.values()].reduce((sum, one) => sum + one, 0)).toBe(24)
    expect(credits.size).toBe(10)
  },
)

test('every line says where it is ruled', () => {
  for (const { rule } of utahGraduation) expect(rule).toMatch(/R277-700-6/)
})
