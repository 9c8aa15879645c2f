/** The laws themselves: what they would not let pass, and a second check of what a first one left. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyWorkbook } from '../../local/workspace/model.ts'
import { lincolnHigh } from '../faults/lincoln-high.ts'
import { workbookWithLogs } from './generated-workbooks.ts'
import { asLongAsItTakes, runs } from './how-many.ts'
import { type Checked, check, expectLawful } from './laws-of-a-check.ts'

describe('the laws of a check notice', () => {
  const before = lincolnHigh()
  const lawful = check(before)
  const spoilt = (spoil: (checked: Checked) => void): Checked => {
    const checked = { after: copyWorkbook(lawful.after), answer: structuredClone(lawful.answer) }
    spoil(checked)
    return checked
  }

  test('nothing at Lincoln High', () => {
    expectLawful(before, lawful)
  })

  test.each<[what: string, spoil: (checked: Checked) => void]>([
    ['a cell of the school that changed', ({ after }) => (after.sheets[0]!.values[4]![1] = 'Browne')],
    ['a cell that was blank before', ({ after }) => (after.sheets[1]!.values[20] = ['00123'])],
    ['a formula made of what a school wrote', ({ after }) => (after.sheets[0]!.formulas[4]![9] = '=1+1')],
    ['a student without a flag', ({ after }) => (after.sheets[0]!.values[4]![9] = '')],
    ['a count that is no sum', ({ answer }) => Object.assign(answer, { counts: { LATE: 1 } })],
    ['an error that was not foreseen', ({ answer }) => Object.assign(answer, { ok: false, code: 'UNEXPECTED' })],
    ['a word that slipped into a sentence', ({ answer }) => Object.assign(answer, { notes: ['undefined students'] })],
  ])('%s', (_, spoil) => {
    expect(() => expectLawful(before, spoilt(spoil))).toThrow()
  })
})

test(
  'a second check of any workbook keeps the laws too, and makes no further tab',
  () => {
    fc.assert(
      fc.property(workbookWithLogs, (workbook) => {
        const first = check(workbook)
        const second = check(first.after)
        expectLawful(workbook, second)
        expect(second.after.sheets.map(({ name }) => name)).toEqual(first.after.sheets.map(({ name }) => name))
        expect(second.answer).toEqual(first.answer)
      }),
      runs(0.02),
    )
  },
  asLongAsItTakes,
)
