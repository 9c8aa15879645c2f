import { describe, expect, test } from 'vitest'
import { ProblemList } from '../../src/records/problem-list.ts'

const date = {
  code: 'DATE_UNREADABLE',
  write: 'a date such as 10/8/2026',
  until: ['the cell counts as blank', 'they count as blank'],
} as const

function bad(problems: ProblemList, sheet: string, row: number, column = 'DOB', value = 'soon'): void {
  problems.cell({ sheet, row, column }, value, date)
}

describe('the list of problems', () => {
  test('stands in the order of tabs and rows, what concerns a tab first', () => {
    const problems = new ProblemList(['Students', 'Log'])
    bad(problems, 'Log', 9)
    bad(problems, 'Students', 7)
    bad(problems, 'Students', 3, 'Entry')
    problems.add({ code: 'HEADING_MISSING', sheet: 'Students', message: 'No grade.' })
    expect(problems.finish().map(({ sheet, row }) => [sheet, row])).toEqual([
      ['Students', undefined],
      ['Students', 3],
      ['Students', 7],
      ['Log', 9],
    ])
  })

  test('keeps columns apart when it counts', () => {
    const problems = new ProblemList(['Students'])
    for (let row = 2; row < 1236; row++) bad(problems, 'Students', row)
    bad(problems, 'Students', 4, 'Entry')
    const [first, second, ...more] = problems.finish()
    expect(more).toEqual([])
    expect(first).toMatchObject({ column: 'DOB', count: 1234, row: 2, value: 'soon' })
    expect(first?.message).toBe(
      '1,234 cells of “DOB” in Students cannot be read, such as “soon” (rows 2, 3, 4, 5, 6 and so on). Write a date such as 10/8/2026; until then they count as blank.',
    )
    expect(second).toMatchObject({ column: 'Entry', row: 4 })
    expect(second).not.toHaveProperty('count')
  })

  test('calls the error of a formula by its name', () => {
    const problems = new ProblemList(['Students'])
    bad(problems, 'Students', 2, 'DOB', '#REF!')
    bad(problems, 'Students', 3, 'DOB', 'Loading...')
    expect(problems.finish().map(({ code }) => code)).toEqual(['CELL_ERROR', 'CELL_ERROR'])
    expect(problems.finish()[0]?.message).toBe(
      'Students, row 2: “DOB” shows the error #REF!. Repair the formula; until then the cell counts as blank.',
    )
  })
})
