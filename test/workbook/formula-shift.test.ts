import { describe, expect, test } from 'vitest'
import { columnLetters } from '../../src/records/column-choices.ts'
import { shiftedFormula } from '../../src/workbook/formula-shift.ts'

const oneColumnCameInAtB = { column: (was: number) => (was >= 1 ? was + 1 : was), row: (was: number) => was }
const oneRowCameInAt3 = { column: (was: number) => was, row: (was: number) => (was >= 2 ? was + 1 : was) }

describe('references follow', () => {
  test.each`
    formula                               | aColumnLater
    ${'=LEFT(C4,1)&LEFT(B4,1)'}           | ${'=LEFT(D4,1)&LEFT(C4,1)'}
    ${'=$A$1+B$2+$C3'}                    | ${'=$A$1+C$2+$D3'}
    ${'=SUM(A1:C9)'}                      | ${'=SUM(A1:D9)'}
    ${'=COUNTA(B:B)+ROWS(2:5)'}           | ${'=COUNTA(C:C)+ROWS(2:5)'}
    ${'=SCHOOL_YEAR(B2:B)'}               | ${'=SCHOOL_YEAR(C2:C)'}
    ${'=SUM(A2:$B)+SUM($B3:3)'}           | ${'=SUM(A2:$C)+SUM($C3:3)'}
    ${'=B2:INDEX(B:B,3)'}                 | ${'=C2:INDEX(C:C,3)'}
    ${'=LOG10(B2)'}                       | ${'=LOG10(C2)'}
    ${'=IF(B2="B2 or ""C3""",B2,"")'}     | ${'=IF(C2="B2 or ""C3""",C2,"")'}
    ${'=Plans!B2&Students!B2'}            | ${'=Plans!B2&Students!C2'}
    ${"='Old students'!B2&'Students'!B2"} | ${"='Old students'!B2&'Students'!C2"}
    ${'=B2_total+Grade9'}                 | ${'=B2_total+Grade9'}
    ${'=Z9+AA9'}                          | ${'=AA9+AB9'}
  `('$formula', ({ formula, aColumnLater }) => {
    expect(shiftedFormula(formula, oneColumnCameInAtB, 'Students')).toBe(aColumnLater)
  })

  test('down a row', () => {
    expect(shiftedFormula('=B2+B3+SUM(3:4)', oneRowCameInAt3, 'Students')).toBe('=B2+B4+SUM(4:5)')
  })
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})
