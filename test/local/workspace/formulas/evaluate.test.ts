import { describe, expect, test } from 'vitest'
import { formulas, november20, school } from './school.ts'

/** What a formula shows in F2 of Students, beside Mateo. */
function shown(formula: string): unknown {
  const { type, at } = formulas()
  type('F2', formula)
  return at('F2')
}

test.each`
  formula                         | result
  ${'=1+2*3'}                     | ${7}
  ${'=(1+2)*3'}                   | ${9}
  ${'=-2^2'}                      | ${4}
  ${'=2^-1'}                      | ${0.5}
  ${'=7/2-1'}                     | ${2.5}
  ${'=10%'}                       | ${0.1}
  ${'="Ana"&" "&8'}               | ${'Ana 8'}
  ${'="say ""hi"""'}              | ${'say "hi"'}
  ${'=TRUE&""'}                   | ${'TRUE'}
  ${'=TRUE+1'}                    | ${2}
  ${'="5"+1'}                     | ${6}
  ${'="2026-11-20"-"2026-11-18"'} | ${2}
  ${'="ana"="Ana"'}               | ${true}
  ${'="b">"A"'}                   | ${true}
  ${'=99<"1"'}                    | ${true}
  ${'="z"<FALSE'}                 | ${true}
  ${'=1<>2'}                      | ${true}
  ${'=1>=2'}                      | ${false}
  ${'=1/0'}                       | ${'#DIV/0!'}
  ${'="Ana"+1'}                   | ${'#VALUE!'}
  ${'=(-8)^0.5'}                  | ${'#NUM!'}
  ${'=#N/A'}                      | ${'#N/A'}
  ${'=1/0&"x"'}                   | ${'#DIV/0!'}
`('$formula is $result', ({ formula, result }) => {
  expect(shown(formula)).toBe(result)
})

test.each`
  formula                                 | result
  ${'=C2'}                                | ${7}
  ${'=$C$2+c3'}                           | ${15}
  ${'=SUM(C2:C)'}                         | ${22}
  ${'=SUM(C:C)'}                          | ${22}
  ${'=COUNTA(3:3)'}                       | ${3}
  ${'=COUNTA(B3:3)'}                      | ${2}
  ${'=COUNTA(A2:D)'}                      | ${10}
  ${"='Fall ''26'!B2"}                    | ${'SEP'}
  ${"=COUNTIF('fall ''26'!B2:B,\"SEP\")"} | ${2}
  ${'=Spring!A1'}                         | ${'#REF!'}
  ${'=Grades'}                            | ${7}
  ${'=SUM(grades)'}                       | ${22}
  ${'=Nobody'}                            | ${'#NAME?'}
  ${'=A2:A4'}                             | ${'00123'}
  ${'=A9:A11'}                            | ${'#VALUE!'}
  ${'=A2:A4&"!"'}                         | ${'00123!'}
`('$formula beside Mateo is $result', ({ formula, result }) => {
  const workbook = school()
  workbook.namedRanges = [{ name: 'Grades', sheetId: 0, area: { row: 1, column: 2, rows: 3, columns: 1 } }]
  const { type, at } = formulas(workbook)
  type('F2', formula)
  expect(at('F2')).toBe(result)
})

describe('blanks', () => {
  test.each`
    formula           | result
    ${'=E2'}          | ${''}
    ${'=E2+1'}        | ${1}
    ${'=E2&"x"'}      | ${'x'}
    ${'=E2=0'}        | ${true}
    ${'=E2=""'}       | ${true}
    ${'=E2=FALSE'}    | ${true}
    ${'=""+1'}        | ${'#VALUE!'}
    ${'=ISBLANK(E2)'} | ${true}
  `('$formula is $result', ({ formula, result }) => {
    expect(shown(formula)).toBe(result)
  })

  test('a blank that a formula hands on is still a blank; the empty text is not', () => {
    const { type, at } = formulas()
    type('F2', '=E2')
    type('F3', '=""')
    type('G2', '=F2+1')
    type('G3', '=F3+1')
    expect([at('G2'), at('G3')]).toEqual([1, '#VALUE!'])
  })
})

describe('LET, IF and arrays', () => {
  test.each`
    formula                                         | result
    ${'=LET(grade,C2,next,grade+1,next*2)'}         | ${16}
    ${'=IF(C2=7,"seven",1/0)'}                      | ${'seven'}
    ${'=IF(C2=8,"eight")'}                          | ${false}
    ${'=IF("Ana",1,2)'}                             | ${'#VALUE!'}
    ${'=IFS(C2=8,"eight",C2=7,"seven")'}            | ${'seven'}
    ${'=IFS(C2=8,"eight")'}                         | ${'#N/A'}
    ${'=IFERROR(1/0,"none")'}                       | ${'none'}
    ${'=IFERROR(1/0)'}                              | ${''}
    ${'=IFERROR(C2,"none")'}                        | ${7}
    ${'=IFNA(NA(),"missing")'}                      | ${'missing'}
    ${'=IFNA(1/0,"missing")'}                       | ${'#DIV/0!'}
    ${'=SUM({1,2;3,4})'}                            | ${10}
    ${'=SUM({1,2;3})'}                              | ${'#VALUE!'}
    ${'=SUM(ARRAYFORMULA(C2:C4*10))'}               | ${220}
    ${'=SUM(C2:C4*10)'}                             | ${70}
    ${'=SUM(ARRAYFORMULA(IF(C2:C4=7,1,0)))'}        | ${2}
    ${'=SUM(ARRAYFORMULA(IFERROR(1/(C2:C4-7),0)))'} | ${1}
    ${'=SUM(ARRAYFORMULA(COUNTIF(C2:C4,C2:C4)))'}   | ${5}
    ${'=ROUND(1,2,3)'}                              | ${'#N/A'}
  `('$formula is $result', ({ formula, result }) => {
    expect(shown(formula)).toBe(result)
  })
})

describe('dates', () => {
  test.each`
    formula                      | result            | format
    ${'=D2'}                     | ${november20}     | ${'yyyy-mm-dd'}
    ${'=D2+1'}                   | ${november20 + 1} | ${'yyyy-mm-dd'}
    ${'=D4-D2'}                  | ${1}              | ${undefined}
    ${'=TODAY()'}                | ${november20}     | ${'m/d/yyyy'}
    ${'=DATE(2026,11,20)'}       | ${november20}     | ${'m/d/yyyy'}
    ${'=DATE(2026,12,-10)'}      | ${november20}     | ${'m/d/yyyy'}
    ${'=MAX(D2:D4)'}             | ${november20 + 1} | ${'yyyy-mm-dd'}
    ${'=IF(C2=7,D2,"")'}         | ${november20}     | ${'yyyy-mm-dd'}
    ${'=YEAR(D2)*100+MONTH(D2)'} | ${202_611}        | ${undefined}
    ${'=DAY(D2)'}                | ${20}             | ${undefined}
    ${'=D2=DATE(2026,11,20)'}    | ${true}           | ${undefined}
  `('$formula shows in the format $format', ({ formula, result, format }) => {
    const { type, at, students } = formulas()
    type('F2', formula)
    expect([at('F2'), students.styles[1]?.[5]?.numberFormat]).toEqual([result, format])
  })

  test('the format goes when the result is no date any more, and a format of the cell itself stays', () => {
    const { type, at, students } = formulas()
    students.styles[2]![5] = { bold: true, numberFormat: '0' }
    students.styles[1]![5] = { bold: true }
    type('F2', '=D2')
    type('F3', '=D2')
    expect([at('F2'), students.styles[1]![5]]).toEqual([november20, { bold: true, numberFormat: 'yyyy-mm-dd' }])
    expect([at('F3'), students.styles[2]![5]]).toEqual([november20, { bold: true, numberFormat: '0' }])
    type('F2', '=C2')
    expect([at('F2'), students.styles[1]![5]]).toEqual([7, { bold: true }])
  })

  test('the day is that of the spreadsheet: late in Denver it is the next day in New York', () => {
    const late = { now: '2026-11-20T23:00:00-07:00' }
    const [denver, newYork] = ['America/Denver', 'America/New_York'].map((zone) => {
      const { type, at } = formulas(school(zone), late)
      type('F2', '=TODAY()')
      return at('F2')
    })
    expect([denver, newYork]).toEqual([november20, november20 + 1])
  })
})

describe('what is not emulated stays without a result, and says why', () => {
  test.each`
    formula                             | reason
    ${'=QUERY(A1:B2,"select A")'}       | ${'not emulated: the function QUERY'}
    ${'=MAP(A2:A,LAMBDA(x,DOUBLE(x)))'} | ${'not emulated: the function MAP'}
    ${'=SUM('}                          | ${'not emulated: the formula =SUM( (Invalid syntax)'}
    ${'={1,2}+1'}                       | ${'not emulated: an array in place of one value, outside ARRAYFORMULA'}
    ${'=D2&""'}                         | ${'not emulated: a number in the format yyyy-mm-dd as text'}
    ${'="11/23"+1'}                     | ${'not emulated: a date without its year in a calculation'}
    ${'=IF("true",1,2)'}                | ${'not emulated: the text TRUE or FALSE as a condition'}
    ${'=A99'}                           | ${'not emulated: the reference A99, which lies outside the tab'}
  `('$formula', ({ formula, reason }) => {
    const { type, at, reason: why } = formulas()
    type('F2', formula)
    expect([at('F2'), why('F2')]).toEqual([undefined, reason])
  })

  test('and so does a formula that refers to it', () => {
    const { type, at, reason } = formulas()
    type('F2', '=QUERY(A1:B2,"select A")')
    type('G2', '=F2&"!"')
    expect([at('G2'), reason('G2')]).toEqual([undefined, 'not emulated: a reference to F2, which has no result'])
  })
})
