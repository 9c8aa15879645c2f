import { describe, expect, test } from 'vitest'
import { foreignDate, script } from './formulas.ts'

const asOf = '2026-11-22'

/** PLAN_STATUS on 22 November 2026, by Davis. */
function status(grade: unknown, created: unknown = '', updated: unknown = '', signed: unknown = '') {
  return script.PLAN_STATUS!(grade, created, updated, signed, asOf, 'davis-4i-101')
}

const unsigned = 'The plan has no parent signature.'
const notUpdated = 'To do (3.1.8): The plan was not updated this year. Due May 28, 2027.'

describe('PLAN_STATUS of one student', () => {
  test.each`
    student                                      | grade   | created         | updated         | signed          | words
    ${'Mateo, whose plan is in order'}           | ${9}    | ${'2024-09-30'} | ${'2026-09-15'} | ${'2024-10-02'} | ${'On track'}
    ${'Ana, without a signature and an update'}  | ${8}    | ${'2025-10-10'} | ${''}           | ${''}           | ${`Late (3.1.7): ${unsigned} It was due May 29, 2026. ${notUpdated}`}
    ${'Lupe, who is in grade 7 without a plan'}  | ${7}    | ${''}           | ${''}           | ${''}           | ${'Late (3.1.1): No PCCR on file. It was due October 16, 2026.'}
    ${'Noah, whose plan of grade 7 came late'}   | ${7}    | ${'2026-11-01'} | ${''}           | ${'2026-11-01'} | ${'Met late (3.1.1): The PCCR was made after its due date. It was due October 16, 2026.'}
    ${'Sofia, whose signature is the older'}     | ${10}   | ${'2026-10-01'} | ${''}           | ${'2024-09-01'} | ${'Please check (3.1.7): The signature is older than the plan. Check both dates. Met late (3.1.1): The PCCR was made after its due date. It was due October 20, 2023.'}
    ${'Elena, whose plan has lost its date'}     | ${10}   | ${''}           | ${'2026-09-01'} | ${'2025-09-01'} | ${'Please check (3.1.1): The PCCR on file has no date. Fill in when it was made.'}
    ${'Sione, whose plan is of a day to come'}   | ${7}    | ${'2026-12-01'} | ${''}           | ${''}           | ${'Late (3.1.1): No PCCR on file. It was due October 16, 2026.'}
    ${'Liam in kindergarten'}                    | ${'K'}  | ${''}           | ${''}           | ${''}           | ${'Does not apply'}
    ${'Iris, of whom only the grade is missing'} | ${''}   | ${'2024-09-30'} | ${''}           | ${''}           | ${'Please check: The grade is missing or cannot be read, so nothing can be checked. Fill in the grade.'}
    ${'a row without a student'}                 | ${''}   | ${''}           | ${''}           | ${''}           | ${''}
    ${'Omar, class of 2030'}                     | ${2030} | ${'2024-09-30'} | ${'2026-09-15'} | ${'2024-10-02'} | ${'On track'}
  `('$student', ({ grade, created, updated, signed, words }) => {
    expect(status(grade, created, updated, signed)).toBe(words)
  })

  test('reads dates as a check does: a Date of the sheet, month first, without a year', () => {
    for (const updated of [foreignDate(2026, 9, 15), '9/15/2026', 'Sept 15', '9/15', 46280]) {
      expect(status(9, '2024-09-30', updated, '2024-10-02'), String(updated)).toBe('On track')
    }
  })

  test('goes by the policy that is named', () => {
    expect(script.PLAN_STATUS!(3, '', '', '', asOf, 'Washington County School District 4030')).toContain(
      'To do (2): No ',
    )
  })

  test('without policy and day: that which a check assumes, and today', () => {
    expect(script.PLAN_STATUS!('PK')).toBe('Does not apply')
    expect(script.PLAN_STATUS!(7, '1/1/2020')).not.toContain('_')
  })
})

describe('PLAN_STATUS of a column', () => {
  test('is a column, one row a student, cells serving for all rows', () => {
    const words = status([[9], [''], ['K'], [8]], [['2024-09-30'], [''], [''], ['2025-10-10']], '2026-09-15', [
      ['2024-10-02'],
      [''],
      [''],
      ['2025-10-10'],
    ])
    expect(words).toEqual([['On track'], [''], ['Does not apply'], ['On track']])
  })

  test('judges every row for its own day and by its own policy', () => {
    const words = script.PLAN_STATUS!(
      [[7], [7], [7]],
      '',
      '',
      '',
      [['2026-10-16'], ['2026-10-17'], ['2026-10-17']],
      [['davis-4i-101'], ['davis-4i-101'], ['utah-r277-462-5']],
    ) as string[][]
    expect(words.map(([text]) => text?.split(' (')[0])).toEqual(['To do', 'Late', 'To do'])
  })

  test('says in the row what cannot be read there, and goes on', () => {
    expect(
      status([['9'], ['nine-ish'], [9], [9]], [['2024-09-30'], [''], ['soon'], ['#N/A']], '2026-09-15', '2024-10-02'),
    ).toEqual([
      ['On track'],
      [
        'GRADE_UNREADABLE: “nine-ish” is not a grade. Write a number from 1 to 12, K for kindergarten or PK for preschool.',
      ],
      ['DATE_UNREADABLE: “soon” is not a day. Write it like 2026-11-23.'],
      ['CELL_ERROR: A cell shows #N/A. Repair the formula in it.'],
    ])
  })

  test('asks about a date that could mean two days in a column that writes some days first', () => {
    const words = status([[9], [9], [9]], [['25/09/2024'], ['5/9/2024'], ['9/9/2024']], '2026-09-15', '2026-09-15')
    expect(words).toEqual([
      ['On track'],
      ['DATE_UNSURE: “5/9/2024” could mean two days. Write it like 2026-11-23.'],
      ['On track'],
    ])
  })

  test('of whole columns D2:D is blank below the last student', () => {
    const column = (first: unknown) => Array.from({ length: 5000 }, (_, row) => [row === 0 ? first : ''])
    const words = status(column(9), column('2024-09-30'), column('2026-09-15'), column('2024-10-02'))
    expect(words).toEqual(column('On track'))
    expect(status(9, column('2024-09-30'), '2026-09-15', '2024-10-02')).toEqual(column('On track'))
  })
})

describe('PLAN_STATUS says in one cell', () => {
  test('that the ranges do not fit', () => {
    expect(status([[9], [9]], [['2024-09-30'], [''], ['']])).toBe(
      'RANGE_SHAPE: grade has 2 rows and created has 3. Give ranges of the same height, such as A2:A and C2:C.',
    )
    expect(status(9, [['2024-09-30', '2025-09-30']])).toBe('RANGE_SHAPE: created is 2 columns wide. Give one column.')
  })

  test('that there is no such policy, or no such day', () => {
    expect(script.PLAN_STATUS!(9, '', '', '', asOf, 'Davis')).toMatch(/^POLICY_UNKNOWN: “Davis” is not a policy\./)
    expect(script.PLAN_STATUS!(9, '', '', '', '11/22', 'davis-4i-101')).toContain('DATE_UNREADABLE: “11/22”')
  })
})
