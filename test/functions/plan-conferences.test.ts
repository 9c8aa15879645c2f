import { describe, expect, test } from 'vitest'
import { foreignDate, script } from './formulas.ts'

/** PLAN_CONFERENCES on 22 November 2026. */
function conferences(grade: unknown, dates: unknown, kinds: unknown = 'individual', policy = 'davis-4i-101') {
  return script.PLAN_CONFERENCES!(grade, dates, kinds, '2026-11-22', policy)
}

const fall = '2026-10-08'

describe('PLAN_CONFERENCES of one student', () => {
  test.each`
    student                                       | grade   | date            | kind             | policy            | words
    ${'Mateo in grade 9'}                         | ${9}    | ${fall}         | ${'individual'}  | ${'davis-4i-101'} | ${'On track'}
    ${'Noah in grade 10, where a group is asked'} | ${10}   | ${fall}         | ${'ind'}         | ${'davis-4i-101'} | ${'To do (3.3.3): Not on file: one group conference this year. Due May 28, 2027.'}
    ${'Elena in grade 6 after one of two'}        | ${6}    | ${fall}         | ${'PTC'}         | ${'davis-4i-101'} | ${'To do (2.1.1): 1 of 2 conferences count. Due May 28, 2027.'}
    ${'Liam, whose conference is to come'}        | ${9}    | ${'2026-12-08'} | ${'individual'}  | ${'davis-4i-101'} | ${'Please check: A conference is marked held on a day that has not come. Correct the date or the status. To do (3.3.2): Not on file: one individual conference this year. Due May 28, 2027.'}
    ${'Sofia, at whose IEP meeting it was'}       | ${9}    | ${fall}         | ${'IEP meeting'} | ${'davis-4i-101'} | ${'Please check (3.3.2): An IEP meeting is on file, but not whether the learning plan was reviewed there. Fill that in, then check again.'}
    ${'Ana, offered one by EGA'}                  | ${4}    | ${''}           | ${'individual'}  | ${'ega-2019'}     | ${'To do (ILP conferences): No individual conference was offered this year. Invite the family. Due May 28, 2027.'}
    ${'Omar in preschool'}                        | ${'PK'} | ${fall}         | ${'individual'}  | ${'davis-4i-101'} | ${'Does not apply'}
    ${'a row without a student'}                  | ${''}   | ${''}           | ${'individual'}  | ${'davis-4i-101'} | ${''}
  `('$student', ({ grade, date, kind, policy, words }) => {
    expect(conferences(grade, date, kind, policy)).toBe(words)
  })

  test('asks how many were invited where a small group is asked', () => {
    expect(conferences(8, fall, 'small group', 'washington-4030')).toContain(
      'Please check (3.2.1, 3.2.3.5): A group is on file, but not how many students were invited.',
    )
  })
})

describe('PLAN_CONFERENCES of a column', () => {
  const rows = [
    [foreignDate(2026, 10, 8), '10/20/2026'],
    ['', ''],
    [fall, ''],
    [fall, fall],
  ]
  const grades = [[8], [''], [8], [6]]
  const missing = 'To do (3.3.1): Not on file: one group conference during grades 7 and 8. Due May 28, 2027.'

  test('takes the kinds from the headings over the dates', () => {
    const words = conferences(grades, rows, [['Individual', 'Group']])
    expect(words).toEqual([
      ['On track'],
      [''],
      [missing],
      ['To do (2.1.1): 1 of 2 conferences count. Due May 28, 2027.'],
    ])
  })

  test('takes the kinds from as many cells as there are dates, or from a column of them', () => {
    const kinds = [
      ['individual', 'group'],
      ['', ''],
      ['individual', ''],
      ['individual', 'iep'],
    ]
    expect((conferences(grades, rows, kinds) as string[][])[0]).toEqual(['On track'])
    const column = [['individual'], [''], ['group'], ['individual']]
    expect((conferences(grades, rows, column) as string[][]).map(([text]) => text)).toEqual([
      missing,
      '',
      'To do (3.3.1): Not on file: one individual conference during grades 7 and 8. Due May 28, 2027.',
      'Please check: A conference of one kind stands twice on one day. It counts once; remove one if it is a slip. To do (2.1.1): 1 of 2 conferences count. Due May 28, 2027.',
    ])
  })

  test('says in the row which kind or date is none', () => {
    expect(conferences([[9], [9], [9]], [[fall], ['fall'], [fall]], [['individual'], ['individual'], ['']])).toEqual([
      ['On track'],
      ['DATE_UNREADABLE: “fall” is not a day. Write it like 2026-11-23.'],
      ['KIND_UNREADABLE: The kind of a conference is blank. Write individual, group, small group, IEP or other.'],
    ])
  })

  test('says that the ranges do not fit', () => {
    expect(conferences([[9]], [[fall, fall, fall]], [['individual', 'group']])).toBe(
      'RANGE_SHAPE: kinds is 2 columns wide. Give 3 columns or one.',
    )
    expect(conferences([[9], [9]], [[fall], [fall], ['']])).toMatch(/^RANGE_SHAPE: grade has 2 rows and dates has 3\./)
  })

  test('is blank below the last student in whole columns', () => {
    const dates = Array.from({ length: 5000 }, (_, row) => [row === 0 ? fall : '', ''])
    expect(conferences(9, dates)).toEqual(dates.map((_, row) => [row === 0 ? 'On track' : '']))
  })
})
