import { describe, expect, test } from 'vitest'
import { copyWorkbook } from '../../../../local/workspace/model.ts'
import { type Formulas, formulas, november20, school } from './school.ts'

/** The sheet with one formula in F2 of Students. */
function withFormula(formula: string, zone?: string): Formulas {
  const sheet = formulas(school(zone))
  sheet.type('F2', formula)
  return sheet
}

describe('what a custom function is given', () => {
  const given = (formula: string, zone?: string) => JSON.parse(String(withFormula(formula, zone).at('F2')))

  test.each`
    formula                            | arguments
    ${'=GIVEN()'}                      | ${[]}
    ${'=GIVEN(A2,C2,B4)'}              | ${['00123', 7, '']}
    ${'=GIVEN("x",1.5,TRUE)'}          | ${['x', 1.5, true]}
    ${'=GIVEN(B2:C4)'} | ${[[['Mateo', 7], ['Ana', 8], ['', 7]]]}
    ${'=GIVEN(A2:A2)'}                 | ${['00123']}
    ${'=GIVEN(D2,TODAY())'}            | ${['Date 2026-11-20 00:00', 'Date 2026-11-20 00:00']}
    ${'=GIVEN(10%,2*3,B2&"!")'}        | ${[0.1, 6, 'Mateo!']}
    ${'=GIVEN(A2,,C2)'}                | ${['00123', '', 7]}
    ${'=GIVEN({1,2;3,4})'} | ${[[[1, 2], [3, 4]]]}
    ${'=GIVEN(FILTER(B2:B4,C2:C4=7))'} | ${[[['Mateo'], ['']]]}
    ${"=GIVEN('Fall ''26'!A2:C2)"}     | ${[[['00123', 'SEP', true]]]}
  `('$formula', ({ formula, arguments: expected }) => {
    expect(given(formula)).toEqual(expected)
  })

  test('an open range reaches to the last row of the tab, blank or not', () => {
    expect(given('=GIVEN(B2:B)')).toEqual([[['Mateo'], ['Ana'], ...Array.from({ length: 9 }, () => [''])]])
  })

  test('a date is the wall time of the spreadsheet, whatever the zone of the script', () => {
    expect(given('=GIVEN(D2)', 'Pacific/Honolulu')).toEqual(['Date 2026-11-20 03:00'])
  })

  test.each`
    formula                | error
    ${'=GIVEN(1/0)'}       | ${'#DIV/0!'}
    ${'=GIVEN(Spring!A1)'} | ${'#REF!'}
    ${'=GIVEN(Nobody)'}    | ${'#NAME?'}
  `('$formula is not run: the argument is $error', ({ formula, error }) => {
    const sheet = withFormula(formula)
    expect([sheet.at('F2'), sheet.runs('GIVEN')]).toEqual([error, 0])
  })

  test('an error of a cell is its code', () => {
    const sheet = withFormula('=GIVEN(G2:G3,G2)')
    sheet.type('G2', '=1/0')
    sheet.type('G3', '=NOPE()')
    expect(JSON.parse(String(sheet.at('F2')))).toEqual([[['#DIV/0!'], ['#NAME?']], '#DIV/0!'])
  })
})

describe('what a custom function returns', () => {
  test.each`
    formula                           | cells
    ${'=DOUBLE(C2)'}                  | ${[[14, undefined], [undefined, undefined]]}
    ${'=double(C2:C3)'}               | ${[[14, undefined], [16, undefined]]}
    ${'=RETURNS("nothing")'}          | ${[['', undefined], [undefined, undefined]]}
    ${'=RETURNS("null")'}             | ${[['', undefined], [undefined, undefined]]}
    ${'=RETURNS("list")'}             | ${[['Ana', undefined], ['Mateo', undefined]]}
    ${'=RETURNS("ragged")'}           | ${[['Ana', 7], ['Mateo', undefined]]}
    ${'=RETURNS("formula")'}          | ${[['=1+1', undefined], [undefined, undefined]]}
    ${'=RETURNS("nan")'}              | ${[['#NUM!', undefined], [undefined, undefined]]}
    ${'=SUM(DOUBLE(C2:C4))'}          | ${[[44, undefined], [undefined, undefined]]}
    ${'=IFERROR(FAIL("no"),"saved")'} | ${[['saved', undefined], [undefined, undefined]]}
  `('$formula', ({ formula, cells }) => {
    const { at } = withFormula(formula)
    expect([
      [at('F2'), at('G2')],
      [at('F3'), at('G3')],
    ]).toEqual(cells)
  })

  test('a Date is a date in the cell, in the zone of the spreadsheet', () => {
    const { at, students } = withFormula('=NEXT_DAY(D2)')
    expect([at('F2'), students.styles[1]![5]]).toEqual([november20 + 1, { numberFormat: 'm/d/yyyy' }])
  })

  test.each`
    what        | reason
    ${'object'} | ${'not emulated: Object in the result of RETURNS'}
    ${'deep'}   | ${'not emulated: a list in a row of a list in the result of RETURNS'}
    ${'empty'}  | ${'not emulated: an empty list as the result of RETURNS'}
  `('$what is nothing that a cell can show', ({ what, reason }) => {
    const sheet = withFormula(`=RETURNS("${what}")`)
    expect([sheet.at('F2'), sheet.reason('F2')]).toEqual([undefined, reason])
  })
})

describe('what a custom function may not do', () => {
  test.each`
    formula               | error        | sentence
    ${'=FAIL("no luck")'} | ${'#ERROR!'} | ${'Error: no luck'}
    ${'=WRITE()'}         | ${'#ERROR!'} | ${'Exception: You do not have permission to call setValue'}
    ${'=SLEEP(31)'}       | ${'#ERROR!'} | ${'Exceeded maximum execution time (line 0).'}
    ${'=SECRET_()'}       | ${'#NAME?'}  | ${"Unknown function: 'SECRET_'."}
    ${'=NOPE(C2)'}        | ${'#NAME?'}  | ${"Unknown function: 'NOPE'."}
  `('$formula is $error: $sentence', ({ formula, error, sentence }) => {
    const sheet = withFormula(formula)
    expect([sheet.at('F2'), sheet.sentence('F2')]).toEqual([error, sentence])
  })

  test('29 seconds are enough, and it may read the sheet', () => {
    expect(withFormula('=SLEEP(29)').at('F2')).toBe('awake')
    expect(withFormula('=READ("B2")').at('F2')).toBe('Mateo')
  })
})

describe('NOW() and its like', () => {
  const refusal = 'This function is not allowed to reference a cell with NOW(), RAND(), RANDARRAY(), or RANDBETWEEN().'

  test.each(['=DOUBLE(NOW())', '=DOUBLE(G2)', '=DOUBLE(G2:G3)', '=LET(moment,NOW(),DOUBLE(moment))', '=DOUBLE(H2)'])(
    '%s is refused, and the function not run',
    (formula) => {
      const sheet = withFormula(formula)
      sheet.type('G2', '=NOW()')
      sheet.type('H2', '=IF(C2=7,G2,0)')
      expect([sheet.at('F2'), sheet.sentence('F2')]).toEqual(['#ERROR!', refusal])
      expect(sheet.runs('DOUBLE')).toBe(0)
    },
  )

  test('TODAY() is allowed, and asks again on the next day', () => {
    const sheet = withFormula('=GIVEN(TODAY())')
    expect(sheet.at('F2')).toBe('["Date 2026-11-20 00:00"]')
    sheet.workspace.clock.advance(86_400_000)
    sheet.type('A9', 'anything')
    expect(sheet.at('F2')).toBe('["Date 2026-11-21 00:00"]')
    expect(sheet.runs('GIVEN')).toBe(2)
  })

  test('NOW() beside a custom function does not matter', () => {
    expect(withFormula('=IF(NOW()>1,DOUBLE(C2),0)').at('F2')).toBe(14)
  })
})

describe('a custom function runs again only when an argument changes', () => {
  test('not for other cells, not for reading; for the argument once', () => {
    const sheet = withFormula('=DOUBLE(C2:C4)')
    sheet.at('F2')
    sheet.type('A2', '99')
    sheet.type('B9', 'Lupe')
    sheet.workspace.execute('run', [`return SpreadsheetApp.getActive().getRange('Students!F2:F4').getValues()`])
    expect(sheet.runs('DOUBLE')).toBe(1)
    sheet.type('C3', 9)
    expect([sheet.at('F3'), sheet.runs('DOUBLE')]).toEqual([18, 2])
    sheet.type('C3', 9)
    sheet.at('F3')
    expect(sheet.runs('DOUBLE')).toBe(2)
  })

  test('not when an argument is computed anew and is the same', () => {
    const sheet = withFormula('=DOUBLE(MAX(C2:C4))')
    expect(sheet.at('F2')).toBe(16)
    sheet.type('C2', 6)
    expect([sheet.at('F2'), sheet.runs('DOUBLE')]).toEqual([16, 1])
  })

  test('not for a cell that it reads by itself', () => {
    const sheet = withFormula('=READ("B2")')
    expect(sheet.at('F2')).toBe('Mateo')
    sheet.type('B2', 'Lupe')
    expect([sheet.at('F2'), sheet.runs('READ')]).toEqual(['Mateo', 1])
  })

  test('for each formula by itself, and for each call in it', () => {
    const sheet = withFormula('=DOUBLE(C2)+DOUBLE(C3)')
    sheet.type('F3', '=DOUBLE(C2)')
    sheet.at('F2')
    expect(sheet.runs('DOUBLE')).toBe(3)
    sheet.type('C3', 1)
    expect([sheet.at('F2'), sheet.runs('DOUBLE')]).toEqual([16, 4])
  })

  test('when the tab grows under an open range', () => {
    const sheet = withFormula('=ROWS(DOUBLE(C2:C))')
    expect(sheet.at('F2')).toBe(11)
    sheet.workspace.edits.insertRows('Students', 13, 2)
    expect([sheet.at('F2'), sheet.runs('DOUBLE')]).toEqual([13, 2])
  })

  test('and is known with its result when the workbook is opened again', () => {
    const sheet = withFormula('=DOUBLE(C2)')
    sheet.at('F2')
    const again = formulas(copyWorkbook(sheet.workspace.workbook))
    expect([again.at('F2'), again.runs('DOUBLE')]).toEqual([14, 0])
  })
})

test('runs for formulas are no executions of their own in the logs of the Workspace', () => {
  const { workspace, type } = withFormula('=READ("B2")')
  workspace.execute('run', ['return 1'])
  expect([workspace.executions.length, workspace.lastExecution!.functionName]).toEqual([1, 'run'])
  type('F3', '=READ("B3")')
  workspace.execute('run', [`SpreadsheetApp.getActive().getRange('Students!F3').getValue()`])
  expect(workspace.lastExecution!.calls.byMethod['Range.getValue']).toBe(1)
})
