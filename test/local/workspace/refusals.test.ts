import { expect, test } from 'vitest'
import { lincoln, sheet } from './lincoln.ts'

test.each`
  call                                                           | text
  ${`getRange('A1:B2').setValues([[1, 2]])`}                     | ${'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.'}
  ${`getRange('A1:B2').setValues([[1, 2], [3]])`}                | ${'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.'}
  ${`getRange('A1').setNotes([['a', 'b']])`}                     | ${'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.'}
  ${`getRange('A1').setValues('x')`}                             | ${"The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues."}
  ${`getRange('A1').setValues([1])`}                             | ${"The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues."}
  ${`getRange()`}                                                | ${"The parameters () don't match the method signature for SpreadsheetApp.Sheet.getRange."}
  ${`getRange('2', 1)`}                                          | ${"The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange."}
  ${`getRange(1, 1, undefined, 2)`}                              | ${"The parameters (number,number,null,number) don't match the method signature for SpreadsheetApp.Sheet.getRange."}
  ${`deleteRow(null)`}                                           | ${"The parameters (null) don't match the method signature for SpreadsheetApp.Sheet.deleteRow."}
  ${`getRange('A1').setNumberFormat(1)`}                         | ${"The parameters (number) don't match the method signature for SpreadsheetApp.Range.setNumberFormat."}
  ${`getRange('A1').setValues(SpreadsheetApp.getActiveRange())`} | ${"The parameters (SpreadsheetApp.Range) don't match the method signature for SpreadsheetApp.Range.setValues."}
  ${`getRange('A1').setDataValidation({})`}                      | ${"The parameters ((class)) don't match the method signature for SpreadsheetApp.Range.setDataValidation."}
  ${`getRange(0, 1)`}                                            | ${'The starting row of the range is too small.'}
  ${`getRange(1, 0)`}                                            | ${'The starting column of the range is too small.'}
  ${`getRange(2, 1, 0, 1)`}                                      | ${'The number of rows in the range must be at least 1.'}
  ${`getRange(2, 1, 1, 0)`}                                      | ${'The number of columns in the range must be at least 1.'}
  ${`getRange(10, 1, 2, 1)`}                                     | ${'The coordinates of the range are outside the dimensions of the sheet.'}
  ${`getRange(1, 7)`}                                            | ${'The coordinates of the range are outside the dimensions of the sheet.'}
  ${`getRange('nonsense here')`}                                 | ${'Range not found'}
  ${`getRange('Log!A1')`}                                        | ${'Range not found'}
  ${`setName('log')`}                                            | ${'A sheet with the name "log" already exists. Please enter another name.'}
  ${`deleteRows(1, 10)`}                                         | ${"You can't delete all the rows on the sheet."}
  ${`deleteRows(9, 3)`}                                          | ${'Those rows are out of bounds.'}
  ${`insertColumnsAfter(7, 1)`}                                  | ${'Those columns are out of bounds.'}
  ${`setFrozenRows(10)`}                                         | ${"You can't freeze all visible rows on the sheet."}
  ${`getRange('A1').setValue('x'.repeat(50001))`}                | ${'Your input contains more than the maximum of 50000 characters in a single cell.'}
  ${`getRange('A1:B2').addDeveloperMetadata('key')`}             | ${'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.'}
`('$call is refused as Google refuses it', ({ call, text }) => {
  const { refusal, workspace } = lincoln()
  expect(refusal(`${sheet}.${call}`)).toBe(text)
  expect(workspace.lastExecution!.error!.name).toBe('Exception')
})

test('a refusal is an Exception that the script can catch, an Error of its own realm', () => {
  expect(
    lincoln().run(`try { ${sheet}.getRange(0, 1) } catch (error) {
      return [error instanceof Error, error.name, error.message, String(error)] }`),
  ).toEqual([
    true,
    'Exception',
    'The starting row of the range is too small.',
    'Exception: The starting row of the range is too small.',
  ])
})

test('what the script throws itself arrives with its name and where it stood', () => {
  const { workspace } = lincoln()
  expect(() => workspace.execute('run', ['null.name'])).toThrow(
    expect.objectContaining({ name: 'TypeError', execution: 1 }),
  )
  const { scriptStack } = workspace.lastExecution!.error as unknown as { scriptStack: string }
  expect(scriptStack).toContain('Code.js')
  expect(scriptStack).not.toContain('execution.ts')
})

test('a range of a tab that has been deleted, or that no longer reaches so far, fails when it is used', () => {
  const { refusal } = lincoln()
  expect(
    refusal(`const log = SpreadsheetApp.getActive().getSheetByName('Log'), range = log.getRange('A1')
    SpreadsheetApp.getActive().deleteSheet(log); range.getValue()`),
  ).toBe('Sheet 7 not found')
  expect(refusal(`const range = ${sheet}.getRange('A10'); ${sheet}.deleteRow(2); range.getValue()`)).toBe(
    'The coordinates of the range are outside the dimensions of the sheet.',
  )
})

test('the last tab cannot be deleted, nor the last visible one', () => {
  const { refusal, run } = lincoln()
  run(`SpreadsheetApp.getActive().getSheetByName('Log').hideSheet()`)
  expect(refusal(`SpreadsheetApp.getActive().deleteSheet(${sheet})`)).toBe(
    "You can't remove all the visible sheets in a document.",
  )
  run(`SpreadsheetApp.getActive().deleteSheet(SpreadsheetApp.getActive().getSheetByName('Log'))`)
  expect(refusal(`SpreadsheetApp.getActive().deleteSheet(${sheet})`)).toBe(
    "You can't remove all the sheets in a document.",
  )
})

test('a workbook holds ten million cells and no more, blank ones included', () => {
  const { run, refusal, students } = lincoln()
  run(`${sheet}.insertRowsAfter(10, 1666654)`)
  expect(students.rowCount).toBe(1_666_664)
  expect(refusal(`${sheet}.insertRowsAfter(10, 1)`)).toBe(
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  )
  expect(refusal(`SpreadsheetApp.getActive().insertSheet('Findings')`)).toContain('10000000 cells')
})

test('a method that Google has and the emulation has not says so, and catching it does not hide it', () => {
  const { refusal, workspace } = lincoln()
  expect(refusal(`${sheet}.getRange('A1').randomize()`)).toBe('not emulated: Range.randomize')
  expect(refusal(`try { ${sheet}.newChart() } catch (error) {} return 'fine'`)).toBe('not emulated: Sheet.newChart')
  expect(workspace.lastExecution!.notEmulated).toEqual(['not emulated: Sheet.newChart'])
})

test('a name that Google does not know is undefined, as there', () => {
  const { run, refusal } = lincoln()
  expect(
    run(`return [typeof ${sheet}.getRanges, typeof SpreadsheetApp.getSheetByName, typeof setTimeout, typeof URL]`),
  ).toEqual(Array(4).fill('undefined'))
  expect(refusal(`${sheet}.getValues()`)).toMatch(/getValues is not a function/)
})

test('a function that the script does not have', () => {
  expect(() => lincoln().workspace.execute('checkRooster')).toThrow('Script function not found: checkRooster')
})
