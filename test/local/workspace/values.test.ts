import { expect, test } from 'vitest'
import { dateStyle, lincoln, november20, sheet } from './lincoln.ts'

test('getValues gives arrays and Dates of the script itself, and blanks as empty text', () => {
  const { run } = lincoln()
  expect(
    run(`const values = ${sheet}.getRange('A2:D3').getValues()
      return [values instanceof Array, values[0] instanceof Array, values[0][3] instanceof Date, values[1][3] === '']`),
  ).toEqual([true, true, true, true])
})

test('a date cell is midnight in the zone of the spreadsheet, not of the script or of this machine', () => {
  const { run } = lincoln()
  expect(run(`return ${sheet}.getRange('D2').getValue().toISOString()`)).toBe('2026-11-20T07:00:00.000Z')
  expect(run(`return String(${sheet}.getRange('D2').getValue())`)).toContain('02:00:00 GMT-0500')
})

test.each`
  day                               | serial               | instant
  ${'before the clocks move'}       | ${46_089}            | ${'2026-03-08T07:00:00.000Z'}
  ${'after they moved'}             | ${46_090}            | ${'2026-03-09T06:00:00.000Z'}
  ${'in the hour they skip'}        | ${46_089 + 2.5 / 24} | ${'2026-03-08T09:30:00.000Z'}
  ${'in the hour that comes twice'} | ${46_327 + 1.5 / 24} | ${'2026-11-01T07:30:00.000Z'}
`('a date $day is $instant', ({ serial, instant }) => {
  const { run, students } = lincoln()
  students.values[1]![3] = serial
  expect(run(`return ${sheet}.getRange('D2').getValue().toISOString()`)).toBe(instant)
})

test('every date of two years that is read and written back stays the same day', () => {
  const { run, students } = lincoln()
  students.rowCount = 800
  for (let day = 0; day < 730; day++) {
    students.values[day] = [45_800 + day]
    students.styles[day] = [dateStyle]
  }
  run(`const range = ${sheet}.getRange(1, 1, 730, 1); range.setValues(range.getValues())`)
  expect(students.values.slice(0, 730).map((row) => row[0])).toEqual(
    Array.from({ length: 730 }, (_, day) => 45_800 + day),
  )
})

test('an error of a formula reads as its text', () => {
  const { run, students } = lincoln()
  students.values[1]![2] = { error: '#REF!' }
  students.formulas[1] = [undefined, undefined, '=Gone!A1']
  expect(run(`return ${sheet}.getRange('C2').getValue()`)).toBe('#REF!')
  expect(run(`return ${sheet}.getRange('C2').getDisplayValue()`)).toBe('#REF!')
})

test.each`
  typed                 | value                | format
  ${'00123'}            | ${123}               | ${undefined}
  ${"'00123"}           | ${'00123'}           | ${undefined}
  ${'1,234.5'}          | ${1234.5}            | ${'#,##0.00'}
  ${'1,23'}             | ${'1,23'}            | ${undefined}
  ${'-3'}               | ${-3}                | ${undefined}
  ${'(5)'}              | ${-5}                | ${undefined}
  ${'$12.50'}           | ${12.5}              | ${'"$"#,##0.00'}
  ${'12%'}              | ${0.12}              | ${'0%'}
  ${'12E5'}             | ${1_200_000}         | ${'0.00E+00'}
  ${'TRUE'}             | ${true}              | ${undefined}
  ${'false'}            | ${false}             | ${undefined}
  ${'11/20/2026'}       | ${november20}        | ${'m/d/yyyy'}
  ${'11/20/26'}         | ${november20}        | ${'m/d/yyyy'}
  ${'11/20'}            | ${november20}        | ${'m/d'}
  ${'2026-11-20'}       | ${november20}        | ${'yyyy-mm-dd'}
  ${'Nov 20, 2026'}     | ${november20}        | ${'mmm d, yyyy'}
  ${'20 November 2026'} | ${november20}        | ${'d-mmm-yyyy'}
  ${'2026-11-20 06:00'} | ${november20 + 0.25} | ${'yyyy-mm-dd h:mm:ss'}
  ${'3:30 PM'}          | ${15.5 / 24}         | ${'h:mm am/pm'}
  ${'20/11/2026'}       | ${'20/11/2026'}      | ${undefined}
  ${'2026-27'}          | ${'2026-27'}         | ${undefined}
  ${'2026-11'}          | ${46_327}            | ${'yyyy-mm'}
  ${'13:75'}            | ${'13:75'}           | ${undefined}
  ${'7-8 grade'}        | ${'7-8 grade'}       | ${undefined}
  ${'May'}              | ${'May'}             | ${undefined}
  ${'Mateo'}            | ${'Mateo'}           | ${undefined}
  ${' Ana '}            | ${' Ana '}           | ${undefined}
  ${'='}                | ${'='}               | ${undefined}
`('setValues takes "$typed" as a user would have typed it', ({ typed, value, format }) => {
  const { run, students } = lincoln()
  run(`${sheet}.getRange('F6').setValues([[${JSON.stringify(typed)}]])`)
  expect(students.values[5]![5]).toEqual(value)
  expect(students.styles[5]?.[5]?.numberFormat).toBe(format)
})

test('a cell that is formatted as plain text keeps what is typed, a formula included', () => {
  const { run, students } = lincoln()
  run(`${sheet}.getRange('F2:F4').setNumberFormat('@').setValues([['00123'], ['=1+1'], ['11/20/2026']])`)
  expect(students.values.slice(1, 4).map((row) => row[5])).toEqual(['00123', '=1+1', '11/20/2026'])
  expect(students.formulas.flat().filter(Boolean)).toEqual([])
})

test('a leading equals sign makes a formula, and overwriting it takes the formula away', () => {
  const { run, students } = lincoln()
  run(`${sheet}.getRange('F2').setValue('=SUM(C2:C4)')`)
  expect(students.formulas[1]![5]).toBe('=SUM(C2:C4)')
  expect(run(`return ${sheet}.getRange('F2').getFormula()`)).toBe('=SUM(C2:C4)')
  run(`${sheet}.getRange('F2').setValue('Done')`)
  expect(run(`return [${sheet}.getRange('F2').getFormula(), ${sheet}.getRange('F2').getValue()]`)).toEqual(['', 'Done'])
})

test('a formula that cannot be computed reads as Loading... and is not blank', () => {
  const { run } = lincoln()
  expect(
    run(`const cell = ${sheet}.getRange('F2').setFormula('=QUERY(C2:C4,"select A")')
      return [cell.getValue(), cell.getDisplayValue(), cell.isBlank()]`),
  ).toEqual(['Loading...', 'Loading...', false])
})

test('a formula keeps the result that it came with', () => {
  const { run, students } = lincoln()
  students.formulas[1] = [undefined, undefined, '=B9']
  expect(run(`return ${sheet}.getRange('C2').getValue()`)).toBe(7)
})

test('an evaluator computes before the first change, after the last one of a run, and not again until the next', () => {
  let runs = 0
  const { run } = lincoln({
    evaluator: {
      recalculate: (workbook) => {
        runs++
        workbook.sheets[0]!.values[1]![5] = 22
      },
    },
  })
  run(`${sheet}.getRange('F2:F3').setFormulas([['=SUM(C2:C4)'], ['=1']])`)
  expect(runs).toBe(2)
  expect(run(`const cell = ${sheet}.getRange('F2'); return [cell.getValue(), cell.getValue()]`)).toEqual([22, 22])
  expect(runs).toBe(2)
})

test('a link formula shows its label at once', () => {
  const { run, students } = lincoln()
  run(`${sheet}.getRange('F2').setValue('=HYPERLINK("#gid=0&range=B2","Students row 2")')`)
  expect(run(`return ${sheet}.getRange('F2').getValue()`)).toBe('Students row 2')
  expect(students.links![1]![5]).toEqual([{ start: 0, end: 14, url: '#gid=0&range=B2' }])
})

test('a Date goes in as wall time of the spreadsheet, with a date format unless the cell has one', () => {
  const { run, students } = lincoln()
  run(`${sheet}.getRange('E2:F2').setValues([[new Date('2026-11-20T07:00:00Z'), new Date('2026-11-20T19:00:00Z')]])
    ${sheet}.getRange('D2').setValue(new Date('2026-11-21T07:00:00Z'))`)
  expect(students.values[1]!.slice(3)).toEqual([november20 + 1, november20, november20 + 0.5])
  expect(students.styles[1]!.slice(3)).toEqual([
    dateStyle,
    { numberFormat: 'm/d/yyyy' },
    { numberFormat: 'm/d/yyyy h:mm:ss' },
  ])
})

test('null, undefined and empty text clear a cell', () => {
  const { run } = lincoln()
  expect(
    run(`${sheet}.getRange('A2:C2').setValues([[null, undefined, '']]); return ${sheet}.getRange('A2:C2').isBlank()`),
  ).toBe(true)
})

test('what cannot be told is not made up: objects, NaN, invalid dates, typed text of another locale', () => {
  const { refusal, workspace } = lincoln()
  expect(refusal(`${sheet}.getRange('A2').setValue({})`)).toBe('not emulated: writing an object into a cell')
  expect(refusal(`${sheet}.getRange('A2').setValue(NaN)`)).toBe('not emulated: writing NaN into a cell')
  expect(refusal(`${sheet}.getRange('A2').setValue(new Date(NaN))`)).toContain('not emulated')
  workspace.workbook.locale = 'de_DE'
  expect(refusal(`${sheet}.getRange('A2').setValue('1.2.2026')`)).toContain('locale de_DE')
})

test.each`
  value          | format                  | shown
  ${46_346}      | ${'m/d/yyyy'}           | ${'11/20/2026'}
  ${46_346}      | ${'dddd, mmmm d, yyyy'} | ${'Friday, November 20, 2026'}
  ${46_346.604}  | ${'yyyy-mm-dd hh:mm'}   | ${'2026-11-20 14:29'}
  ${0.604}       | ${'h:mm am/pm'}         | ${'2:29 PM'}
  ${1.5}         | ${'[h]:mm'}             | ${'36:00'}
  ${0.256}       | ${'0.0%'}               | ${'25.6%'}
  ${1234567.891} | ${'#,##0.00'}           | ${'1,234,567.89'}
  ${-5}          | ${'0;(0)'}              | ${'(5)'}
  ${7}           | ${'000'}                | ${'007'}
  ${7}           | ${'"Grade" 0'}          | ${'Grade 7'}
  ${0.1 + 0.2}   | ${undefined}            | ${'0.3'}
  ${1e21}        | ${undefined}            | ${'1E+21'}
  ${12.5}        | ${'[$$-409]#,##0.00'}   | ${'$12.50'}
  ${12}          | ${'General'}            | ${'12'}
  ${true}        | ${undefined}            | ${'TRUE'}
  ${1.005}       | ${'0.00'}               | ${'1.01'}
`('$value in the format $format shows as $shown', ({ value, format, shown }) => {
  const { run, students } = lincoln()
  students.values[1]![2] = value
  if (format !== undefined) students.styles[1]![2] = { numberFormat: format }
  expect(run(`return ${sheet}.getRange('C2').getDisplayValue()`)).toBe(shown)
})

test('appendRow writes below the last content and makes room when the sheet is full', () => {
  const { run, workspace } = lincoln()
  const log = workspace.workbook.sheets[1]!
  run(`const log = SpreadsheetApp.getActive().getSheetByName('Log')
    for (let i = 1; i <= 6; i++) log.appendRow([i, 'checked', '', 'by'])`)
  expect(log.values).toHaveLength(6)
  expect([log.rowCount, log.columnCount]).toEqual([6, 4])
  expect(
    run(`const log = SpreadsheetApp.getActive().getSheetByName('Log'); return [log.getLastRow(), log.getLastColumn()]`),
  ).toEqual([6, 4])
})

test.each`
  a1                 | values
  ${'A2:B3'}         | ${[['00123', 'Mateo'], ['00124', 'Ana']]}
  ${'B3'}            | ${[['Ana']]}
  ${'B3:A2'}         | ${[['00123', 'Mateo'], ['00124', 'Ana']]}
  ${"'Students'!B4"} | ${[['Lupe']]}
`('getRange($a1) of the sheet', ({ a1, values }) => {
  expect(lincoln().run(`return ${sheet}.getRange("${a1}").getValues()`)).toEqual(values)
})

test('open ends of A1 notation reach to the edge of the sheet', () => {
  expect(
    lincoln().run(`const sheet = ${sheet}
      return ['B:B', '2:3', 'A2:C', 'C4:D'].map((a1) => sheet.getRange(a1).getA1Notation())`),
  ).toEqual(['B1:B10', 'A2:F3', 'A2:C10', 'C4:D10'])
})

test('a tab with a quote in its name is found by its quoted name', () => {
  const { run, workspace } = lincoln()
  workspace.edits.renameTab('Log', "O'Brien log")
  expect(run(`return SpreadsheetApp.getActive().getRange("'O''Brien log'!A1").getSheet().getSheetId()`)).toBe(7)
})
