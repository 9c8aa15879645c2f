import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createWorkspace } from '../../../local/workspace/workspace.ts'
import { lincoln, november20, sheet } from './lincoln.ts'

const formulaScript = fileURLToPath(new URL('./fixtures/formula-script', import.meta.url))

test('opening builds the menu, and its items run with everything allowed', () => {
  const { workspace, students } = lincoln()
  workspace.open()
  expect(workspace.clickMenu('Check')).toBe(4)
  expect(students.values[1]![4]).toBe('Mateo: To do')
  expect(() => workspace.clickMenu('Make plans')).toThrow('No menu has the item "Make plans". There are: Check, Side.')
})

test('a sidebar shows a page of the script', () => {
  const { workspace } = lincoln()
  workspace.open()
  workspace.clickMenu('Side')
  expect(workspace.ui.sidebar).toEqual({ title: 'Plan Keeper', content: '<!DOCTYPE html><p>Overview</p>\n' })
  expect(lincoln().refusal(`HtmlService.createHtmlOutputFromFile('Missing')`)).toBe(
    'No HTML file named Missing was found.',
  )
})

test('a template runs its scriptlets in the script, escaped unless told otherwise', () => {
  expect(
    lincoln().run(`const template = HtmlService.createTemplate('<? for (const name of names) { ?><b><?= name ?></b><?!= rule ?><? } ?>')
      template.names = ['Ana & Co', 'Lupe']; template.rule = '<hr>'
      return template.evaluate().setTitle('List').getContent()`),
  ).toBe('<b>Ana &#38; Co</b><hr><b>Lupe</b><hr>')
})

test('toasts and alerts are kept, and a choice needs an answer', () => {
  const { run, workspace } = lincoln()
  run(`SpreadsheetApp.getActive().toast('12 students are late', 'Checked', 8); SpreadsheetApp.getUi().alert('Done')`)
  expect(workspace.ui.toasts).toEqual([{ message: '12 students are late', title: 'Checked', seconds: 8 }])
  expect(workspace.ui.alerts).toEqual([{ title: '', message: 'Done', buttons: 'OK' }])
  const ask = `const ui = SpreadsheetApp.getUi()
    return ui.alert('Start over?', 'All flags are written again.', ui.ButtonSet.YES_NO) === ui.Button.YES`
  expect(() => run(ask)).toThrow('Nobody answers "All flags are written again."')
  workspace.ui.answer('YES')
  expect(run(ask)).toBe(true)
})

test('a prompt gives the text that is typed', () => {
  const { run, workspace } = lincoln()
  workspace.ui.answer('2026-27', 'CANCEL')
  expect(
    run(`const ui = SpreadsheetApp.getUi()
      return [1, 2].map(() => { const answer = ui.prompt('Which year?', ui.ButtonSet.OK_CANCEL)
        return [answer.getSelectedButton().toString(), answer.getResponseText()] })`),
  ).toEqual([
    ['OK', '2026-27'],
    ['CANCEL', ''],
  ])
})

test('a user who types fires onEdit with the value and the one before', () => {
  const { workspace, students } = lincoln()
  workspace.edit('Students', 'C2', '8')
  expect(students.values[1]![2]).toBe(8)
  expect(students.notes[1]![2]).toBe('7 -> 8')
  expect(workspace.lastExecution).toMatchObject({ functionName: 'onEdit', authMode: 'LIMITED', trigger: 'simple' })
  workspace.edits.setCell('Students', 'C3', '9')
  expect(workspace.executions).toHaveLength(1)
})

test('a paste is one edit, and makes the tab larger where it does not fit', () => {
  const { workspace, students } = lincoln()
  workspace.edit('Students', 'E9', [['1', 'two', '=1+1'], ['11/20/2026', '', "'007"], ['true']])
  expect(students).toMatchObject({ rowCount: 11, columnCount: 7 })
  expect(students.values.slice(8).map((row) => row?.slice(4))).toEqual([
    [1, 'two', 2],
    [november20, undefined, '007'],
    [true],
  ])
  expect(students.notes[8]![4]).toBe('undefined -> undefined')
  expect(workspace.executions).toHaveLength(1)
  expect(workspace.selection.area).toEqual({ row: 8, column: 4, rows: 3, columns: 3 })
})

test('of a paste nothing is taken when validation rejects a part of it', () => {
  const { run, workspace, students } = lincoln()
  run(
    `${sheet}.getRange('C2:C4').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['7', '8']).setAllowInvalid(false).build())`,
  )
  expect(() => workspace.edit('Students', 'C2', [['8'], ['9']])).toThrow(
    'Please enter one of the following values: 7, 8.',
  )
  expect(students.values[1]![2]).toBe(7)
})

test('a user who deletes content fires onEdit with the value that was there', () => {
  const { workspace, students } = lincoln()
  workspace.clear('Students', 'C2')
  expect(students.values[1]![2]).toBeUndefined()
  expect(students.notes[1]![2]).toBe('7 -> undefined')
})

test('formulas are brought up to date after an edit of a workbook whose script has no onEdit', () => {
  const { workbook } = lincoln().workspace
  const workspace = createWorkspace({ dist: formulaScript, workbook })
  workspace.edit('Students', 'E2', '=C2*2')
  workspace.edit('Students', 'C2', '8')
  expect(workbook.sheets[0]!.values[1]![4]).toBe(16)
  expect(workspace.executions).toHaveLength(0)
})

test('the selection is what the user or the script selected', () => {
  const { run, workspace } = lincoln()
  workspace.edits.select('Students', 'A2:B4')
  expect(
    run(`return [SpreadsheetApp.getActiveRange().getA1Notation(), SpreadsheetApp.getActiveSheet().getName()]`),
  ).toEqual(['A2:B4', 'Students'])
  run(`${sheet}.getRange('C3').activate()`)
  expect(run(`return SpreadsheetApp.getCurrentCell().getA1Notation()`)).toBe('C3')
})

test('of several selected ranges the last is the active one', () => {
  const { run, workspace } = lincoln()
  workspace.edits.select('Students', 'A2', 'A4:B5')
  expect(
    run(`const list = SpreadsheetApp.getActiveRangeList().getRanges().map((range) => range.getA1Notation())
      return [list, SpreadsheetApp.getActiveRange().getA1Notation()]`),
  ).toEqual([['A2', 'A4:B5'], 'A4:B5'])
  expect(run(`return ${sheet}.getParent().getSheetByName('Log').getActiveRangeList()`)).toBeNull()
  run(`SpreadsheetApp.setActiveRangeList(${sheet}.getRangeList(['C3', 'C4']))`)
  expect(workspace.selection).toMatchObject({
    sheetId: 0,
    area: { row: 3, column: 2 },
    areas: [{ row: 2 }, { row: 3 }],
  })
})

test('what is logged is kept with its level', () => {
  const { run, workspace } = lincoln()
  run(
    `console.warn('%s students', 3, { late: [1] }); Logger.log('read %s', 'once'); console.error(new TypeError('no'))`,
  )
  expect(workspace.logs.map(({ level, text }) => [level, text])).toEqual([
    ['warn', '3 students { late: [ 1 ] }'],
    ['log', 'read once'],
    ['error', 'TypeError: no'],
  ])
})

test('a custom function gets ranges as rows of cells, and gives rows back', () => {
  expect(
    lincoln().workspace.customFunction('ADD_ALL', [
      [
        [1, 2],
        [3, 4],
      ],
    ]),
  ).toEqual([[3], [7]])
})

test('dates reach a custom function as Dates of the script', () => {
  expect(lincoln().run(`return 1`)).toBe(1)
  const { workspace } = lincoln()
  expect(() => workspace.customFunction('ADD_ALL', ['x'])).toThrow('cells.map is not a function')
})

test.each`
  returned                                 | received
  ${`[1, 'a', true, null, undefined]`}     | ${[1, 'a', true, null, null]}
  ${`({ at: { when: new Date() } })`}      | ${null}
  ${`new Map([[1, 2]])`}                   | ${{}}
  ${`undefined`}                           | ${null}
  ${`${sheet}.getRange('D2').getValues()`} | ${null}
  ${`JSON.stringify({ ok: true })`}        | ${'{"ok":true}'}
`('the sidebar receives $received for $returned', ({ returned, received }) => {
  expect(lincoln().workspace.clientCall('run', `return ${returned}`)).toEqual(received)
})

test('the sidebar cannot send a Date, nor call a private function, and gets the message of an error', () => {
  const { workspace } = lincoln()
  expect(() => workspace.clientCall('run', 'return 1', new Date())).toThrow(
    'Failed due to illegal value in property: 1',
  )
  expect(() => workspace.clientCall('run', { deep: [() => 1] })).toThrow('Failed due to illegal value in property: 0')
  expect(() => workspace.clientCall('hidden_')).toThrow('google.script.run.hidden_ is not a function')
  expect(() => workspace.clientCall('run', `throw new Error('The roster is empty.')`)).toThrow('The roster is empty.')
})
