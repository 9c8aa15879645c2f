import { describe, expect, test } from 'vitest'
import { script } from './formulas.ts'

const settings = [
  ['Policy', 'davis-4i-101'],
  ['As-of date', '2026-11-22'],
]
const headings = ['Student ID', 'Grade', 'PCCR date', 'PCCR created', 'Parent signed', 'Exit date']
const students = [
  headings,
  ['00123', 9, '10/6/2026', '9/30/2024', '10/2/2024', ''],
  ['00124', 9, '', '9/30/2024', '', ''],
  ['00125', 9, '', '', '', ''],
  ['00126', 9, '10/6/2026', '9/30/2024', '10/2/2024', '10/30/2026'],
  ['', '', '', '', '', ''],
  ['00130', 'K', '', '', '', ''],
]

function table(given: unknown = students): (string | number)[][] {
  return script.PLAN_RATES!(given, '', '', '', '', settings) as (string | number)[][]
}

describe('PLAN_RATES', () => {
  test('is a table by grade and clause under its headings', () => {
    expect(table().filter(([, code]) => ['Code', 'CONF2', 'PLAN', 'SIGN', 'CONF-I'].includes(String(code)))).toEqual([
      ['Grade', 'Code', 'Clause', 'What it asks', 'Students', 'Met', 'Late', 'To do', 'Please check', 'Rate'],
      ['K', 'CONF2', '2.1.1', 'two learning-plan conferences held each year', 1, 0, 0, 1, 0, 0],
      [9, 'PLAN', '3.1.1', 'a written four-year plan made at the beginning of grade 7', 3, 2, 1, 0, 0, 2 / 3],
      [9, 'SIGN', '3.1.7', "the parent's signature on the plan", 2, 1, 1, 0, 0, 1 / 2],
      [9, 'CONF-I', '3.3.2', 'one individual conference this year', 3, 0, 0, 2, 1, 0],
    ])
  })

  test('every student of a row stands in one of its four columns, and the rate is the first of them', () => {
    for (const [, , , , all, met, late, open, check, rate] of table().slice(1) as number[][]) {
      expect(met! + late! + open! + check!).toBe(all)
      expect(rate).toBe(met! / all!)
    }
  })

  test('names the students whose grade cannot be read, and what is the matter with them', () => {
    const rows = table([headings, ['00123', 'Ungraded', '', '', '', '']])
    expect(rows.at(-1)).toEqual(['?', 'GRADE', '', 'a grade that is known', 1, 0, 0, 0, 1, 0])
    expect(rows[0]?.[0]).toContain('Grade. Please check: students, row 2: “Grade” holds “Ungraded”.')
  })

  test('says in one cell what PLAN_FLAGS says there', () => {
    expect(script.PLAN_RATES!('')).toBe(script.PLAN_FLAGS!(''))
    expect(script.PLAN_RATES!(students, [['x']])).toMatch(/^RANGE_UNREADABLE: The range of conferences/)
  })
})
