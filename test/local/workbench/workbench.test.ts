import { describe, expect, test } from 'vitest'
import { xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import type { CallOutcome, Shown } from '../../../local/workbench/protocol.ts'
import { Refused } from '../../../local/workbench/refused.ts'
import { emptySheet } from '../../../local/workspace/model.ts'
import { november20 } from '../workspace/lincoln.ts'
import { lincolnDesk, workbookIn } from './lincoln-desk.ts'

const log = 7
const one = { rows: 1, columns: 1 }

/** What the sidebar gets for statements that run as a function of the script. */
function called(
  desk: ReturnType<typeof lincolnDesk>,
  source: string,
): { outcome: CallOutcome; shown: readonly Shown[] } {
  return desk.workbench.answers.callScript({ name: 'run', args: [source] })
}

describe('the workbook', () => {
  test('is opened with its tabs, its menu and the first cell selected', () => {
    const { workbook, shown } = lincolnDesk().workbench.answers.getWorkbook(undefined)
    expect(workbook).toMatchObject({
      name: 'Lincoln High',
      menus: [
        {
          title: 'Plan Keeper',
          entries: [{ label: 'Check' }, 'separator', { title: 'More', entries: [{ label: 'Side' }] }],
        },
      ],
      selection: { sheetId: 0, areas: [{ row: 0, column: 0, ...one }] },
    })
    expect(workbook.tabs.map(({ id, name, rows, columns }) => [id, name, rows, columns])).toEqual([
      [0, 'Students', 10, 6],
      [log, 'Log', 5, 3],
    ])
    expect(shown).toEqual([])
  })

  test('tells sizes in runs, and what is hidden as nothing', () => {
    const { workbench, workspace } = lincolnDesk()
    const [students] = workspace.workbook.sheets
    students!.columnWidths = new Map([
      [3, 80],
      [1, 240],
      [2, 240],
    ])
    students!.hiddenColumns.add(3)
    students!.hiddenRows.add(8)
    Object.assign(students!, { frozenRows: 1, tabColor: '#ff0000' })
    workspace.workbook.sheets[1]!.hidden = true
    const { tabs } = workbench.answers.getWorkbook(undefined).workbook
    expect(tabs[0]).toMatchObject({
      frozenRows: 1,
      color: '#ff0000',
      columnWidths: [
        { from: 1, count: 2, pixels: 240 },
        { from: 3, count: 1, pixels: 0 },
      ],
      rowHeights: [{ from: 8, count: 1, pixels: 0 }],
    })
    expect(tabs[1]).toMatchObject({ hidden: true, columnWidths: [] })
  })
})

describe('an edit', () => {
  test('is typed as in Google Sheets, and onEdit sees it', () => {
    const { workbench, workspace } = lincolnDesk()
    const before = workbench.answers.getWorkbook(undefined).workbook.revision
    const { workbook } = workbench.answers.edit({ sheetId: 0, row: 2, column: 3, typed: [['11/20/2026']] })
    const [students] = workspace.workbook.sheets
    expect(students!.values[2]![3]).toBe(november20)
    expect(students!.notes[2]![3]).toBe(`undefined -> ${november20}`)
    expect(workbook.revision).toBeGreaterThan(before)
  })

  test('of many cells is one edit and may make the tab larger', () => {
    const { workbench, workspace } = lincolnDesk()
    const { workbook } = workbench.answers.edit({ sheetId: log, row: 4, column: 2, typed: [['a', 'b'], ['=C5&"!"']] })
    expect(workbook.tabs[1]).toMatchObject({ rows: 6, columns: 4 })
    expect(workspace.workbook.sheets[1]!.values.slice(4)).toEqual([
      [undefined, undefined, 'a', 'b'],
      [undefined, undefined, 'a!'],
    ])
  })

  test('leaves the person where they are', () => {
    const { workbench, workspace } = lincolnDesk()
    const there = { sheetId: 0, areas: [{ row: 5, column: 0, rows: 1, columns: 6 }] }
    workbench.answers.select(there)
    const { moves } = workbench.answers.getWorkbook(undefined).workbook.selection
    const { workbook } = workbench.answers.edit({ sheetId: 0, row: 1, column: 1, typed: [['Mateo Reyes']] })
    expect(workbook.selection).toEqual({ ...there, moves })
    expect(workspace.selection.area).toEqual(there.areas[0])
  })

  test('that validation rejects is refused in a sentence', () => {
    const desk = lincolnDesk()
    called(
      desk,
      `SpreadsheetApp.getActiveSheet().getRange('C2').setDataValidation(SpreadsheetApp.newDataValidation()
        .requireValueInList(['7', '8']).setAllowInvalid(false).build())`,
    )
    expect(() => desk.workbench.answers.edit({ sheetId: 0, row: 1, column: 2, typed: [['12']] })).toThrow(
      new Refused(
        'The data you entered in cell C2 violates the data validation rules set on this cell. Please enter one of the following values: 7, 8.',
      ),
    )
    expect(desk.workspace.workbook.sheets[0]!.values[1]![2]).toBe(7)
  })

  test('stays when onEdit fails: the person sees nothing of it, the terminal no more than its kind', () => {
    const { workbench, workspace, log } = lincolnDesk()
    // onEdit of the script sets a note, which this protection refuses it.
    workspace.workbook.sheets[0]!.protections.push({ description: 'Office', warningOnly: false })
    const { shown } = workbench.answers.edit({ sheetId: 0, row: 1, column: 1, typed: [['Mateo Reyes']] })
    expect(shown).toEqual([])
    expect(log).toEqual(['onEdit did not finish (Exception).'])
    expect(workspace.workbook.sheets[0]!.values[1]![1]).toBe('Mateo Reyes')
  })

  test('to clear several areas takes their content and leaves their looks', () => {
    const { workbench, workspace } = lincolnDesk()
    workbench.answers.clear({
      sheetId: 0,
      areas: [
        { row: 1, column: 3, ...one },
        { row: 2, column: 0, rows: 99, columns: 2 },
      ],
    })
    const [students] = workspace.workbook.sheets
    expect(students!.values[1]![3]).toBeUndefined()
    expect(students!.styles[1]![3]).toBeDefined()
    expect(students!.values.slice(2).map((row) => row?.[1])).toEqual([undefined, undefined])
  })
})

describe('rows, columns, tabs', () => {
  test('rows are inserted above one and below the last', () => {
    const { workbench, workspace } = lincolnDesk()
    workbench.answers.insertRows({ sheetId: 0, row: 1, count: 2 })
    const { workbook } = workbench.answers.insertRows({ sheetId: 0, row: 99, count: 3 })
    expect(workbook.tabs[0]!.rows).toBe(15)
    expect(workspace.workbook.sheets[0]!.values[3]![1]).toBe('Mateo')
  })

  test('rows are deleted, but not all of them; who stood on one comes back to the first cell', () => {
    const { workbench, workspace } = lincolnDesk()
    workbench.answers.select({ sheetId: 0, areas: [{ row: 9, column: 2, ...one }] })
    const { moves } = workbench.answers.getWorkbook(undefined).workbook.selection
    const { workbook } = workbench.answers.deleteRows({ sheetId: 0, row: 2, count: 1_000 })
    expect(workbook.tabs[0]!.rows).toBe(2)
    expect(workbook.selection).toEqual({ sheetId: 0, areas: [{ row: 0, column: 0, ...one }], moves: moves + 1 })
    expect(workspace.workbook.sheets[0]!.values).toHaveLength(2)
    expect(() => workbench.answers.deleteRows({ sheetId: 0, row: 0, count: 2 })).toThrow(
      "You can't delete all the rows on the sheet.",
    )
  })

  test('a column gets another width', () => {
    const { workbench } = lincolnDesk()
    const { workbook } = workbench.answers.setColumnWidth({ sheetId: 0, column: 1, pixels: 333 })
    expect(workbook.tabs[0]!.columnWidths).toEqual([{ from: 1, count: 1, pixels: 333 }])
  })

  test('a new tab is called as Google calls it, and the page goes there', () => {
    const { workbench } = lincolnDesk()
    const { moves } = workbench.answers.getWorkbook(undefined).workbook.selection
    const { workbook } = workbench.answers.addTab(undefined)
    expect(workbook.tabs.map(({ name }) => name)).toEqual(['Students', 'Log', 'Sheet3'])
    expect(workbook.selection).toEqual({
      sheetId: workbook.tabs[2]!.id,
      areas: [{ row: 0, column: 0, ...one }],
      moves: moves + 1,
    })
  })
})

describe('what is selected', () => {
  test('is what the script finds, several ranges too', () => {
    const desk = lincolnDesk()
    desk.workbench.answers.select({
      sheetId: log,
      areas: [
        { row: 1, column: 0, rows: 2, columns: 3 },
        { row: 4, column: 0, rows: 1, columns: 3 },
      ],
    })
    const { outcome } = called(
      desk,
      `return SpreadsheetApp.getActiveRangeList().getRanges().map((range) => range.getSheet().getName() + range.getA1Notation())`,
    )
    expect(outcome).toEqual({ ok: true, result: ['LogA2:C3', 'LogA5:C5'] })
  })

  test('moves the page when the script selects, and only then', () => {
    const desk = lincolnDesk()
    const { moves } = desk.workbench.answers.getWorkbook(undefined).workbook.selection
    desk.workbench.answers.select({ sheetId: 0, areas: [{ row: 3, column: 0, ...one }] })
    expect(desk.workbench.answers.getWorkbook(undefined).workbook.selection.moves).toBe(moves)
    called(desk, `SpreadsheetApp.getActive().getSheetByName('Log').getRange('B2:C2').activate()`)
    expect(desk.workbench.answers.getWorkbook(undefined).workbook.selection).toEqual({
      sheetId: log,
      areas: [{ row: 1, column: 1, rows: 1, columns: 2 }],
      moves: moves + 1,
    })
  })

  test('comes back to the first cell when the script takes its rows away', () => {
    const desk = lincolnDesk()
    desk.workbench.answers.select({ sheetId: log, areas: [{ row: 4, column: 0, rows: 1, columns: 3 }] })
    const { moves } = desk.workbench.answers.getWorkbook(undefined).workbook.selection
    called(desk, `SpreadsheetApp.getActive().getSheetByName('Log').deleteRows(3, 3)`)
    expect(desk.workbench.answers.getWorkbook(undefined).workbook.selection).toEqual({
      sheetId: log,
      areas: [{ row: 0, column: 0, ...one }],
      moves: moves + 1,
    })
    expect(called(desk, `return SpreadsheetApp.getActiveRange().getValue()`).outcome).toEqual({ ok: true, result: '' })
  })

  test('goes to the first tab when the script deletes the one that is shown', () => {
    const desk = lincolnDesk()
    desk.workbench.answers.select({ sheetId: log, areas: [{ row: 4, column: 0, ...one }] })
    const { moves } = desk.workbench.answers.getWorkbook(undefined).workbook.selection
    called(desk, `const book = SpreadsheetApp.getActive(); book.deleteSheet(book.getSheetByName('Log'))`)
    const { tabs, selection } = desk.workbench.answers.getWorkbook(undefined).workbook
    expect(tabs.map(({ name }) => name)).toEqual(['Students'])
    expect(selection).toEqual({ sheetId: 0, areas: [{ row: 0, column: 0, ...one }], moves: moves + 1 })
  })

  test('on a tab or in rows that are gone stays where it was', () => {
    const { workbench } = lincolnDesk()
    const { selection } = workbench.answers.getWorkbook(undefined).workbook
    workbench.answers.select({ sheetId: 99, areas: [{ row: 0, column: 0, ...one }] })
    workbench.answers.select({ sheetId: 0, areas: [{ row: 10, column: 0, ...one }] })
    expect(workbench.answers.getWorkbook(undefined).workbook.selection).toEqual(selection)
  })
})

describe('the script', () => {
  test('runs from its menu', () => {
    const { workbench, workspace } = lincolnDesk()
    const { workbook, shown } = workbench.answers.runMenuItem({ label: 'Check' })
    expect(workspace.workbook.sheets[0]!.values[1]![4]).toBe('Mateo: To do')
    expect(workbook.revision).toBeGreaterThan(1)
    expect(shown).toEqual([])
  })

  test('that only reads leaves the revision, so that the page keeps its cells', () => {
    const desk = lincolnDesk()
    const { revision } = desk.workbench.answers.getWorkbook(undefined).workbook
    called(desk, `return SpreadsheetApp.getActiveSheet().getDataRange().getValues().length`)
    expect(desk.workbench.answers.getWorkbook(undefined).workbook.revision).toBe(revision)
    called(desk, `SpreadsheetApp.getActiveSheet().getRange('A1').setNote('read')`)
    expect(desk.workbench.answers.getWorkbook(undefined).workbook.revision).toBe(revision + 1)
  })

  test('shows toasts and message boxes once', () => {
    const desk = lincolnDesk()
    const { shown } = called(
      desk,
      `SpreadsheetApp.getUi().alert('Done', 'Two lines:\\n12 students', SpreadsheetApp.getUi().ButtonSet.OK)
       SpreadsheetApp.getActive().toast('12 students are late', 'Checked', 8)`,
    )
    expect(shown).toEqual([
      { kind: 'toast', title: 'Checked', message: '12 students are late', seconds: 8 },
      { kind: 'message', title: 'Done', message: 'Two lines:\n12 students' },
    ])
    expect(desk.workbench.answers.getWorkbook(undefined).shown).toEqual([])
  })

  test.each`
    thrown                                              | message
    ${`throw new Error('The roster is empty.')`}        | ${'Error: The roster is empty.'}
    ${`null.length`}                                    | ${"TypeError: Cannot read properties of null (reading 'length')"}
    ${`SpreadsheetApp.openById('x')`}                   | ${expect.stringMatching(/^Exception: Specified permissions are not sufficient to call /)}
    ${`SpreadsheetApp.getActiveSheet().getRange(0, 1)`} | ${expect.stringMatching(/^Exception: /)}
  `('fails towards the sidebar with $message', ({ thrown, message }) => {
    expect(called(lincolnDesk(), thrown).outcome).toEqual({ ok: false, name: 'ScriptError', message })
  })

  test('that fails from its menu says so, and the workbook shows what it did until then', () => {
    const { workbench, workspace } = lincolnDesk()
    workspace.workbook.sheets[0]!.protections.push({ description: 'Office', warningOnly: false })
    const { shown } = workbench.answers.runMenuItem({ label: 'Check' })
    expect(shown).toEqual([{ kind: 'error', message: expect.stringContaining('protected') }])
  })

  test('runs in the time of the workbench', () => {
    const { outcome } = called(lincolnDesk(), `return new Date().toISOString()`)
    expect(outcome).toEqual({ ok: true, result: '2026-11-20T16:00:00.000Z' })
  })
})

describe('files', () => {
  test('a saved workbook is opened again as it was', () => {
    const { workbench, workspace } = lincolnDesk()
    workbench.answers.edit({ sheetId: 0, row: 4, column: 0, typed: [["'00126", 'Noor', '9', '=D2+1']] })
    const { name, bytes } = workbench.answers.saveFile(undefined)
    expect(name).toBe('Lincoln High.xlsx')
    expect(workbookIn(bytes).sheets[0]!.values[4]).toEqual(['00126', 'Noor', 9, november20 + 1])
    const other = lincolnDesk()
    const { workbook } = other.workbench.openFile(bytes, 'Back again.xlsx')
    expect(workbook.name).toBe('Back again')
    expect(workbook.menus).toHaveLength(1)
    const { cells } = other.workbench.answers.getCells({
      sheetId: workbook.tabs[0]!.id,
      area: { row: 4, column: 0, rows: 1, columns: 6 },
    })
    const { cells: before } = workbench.answers.getCells({
      sheetId: 0,
      area: { row: 4, column: 0, rows: 1, columns: 6 },
    })
    expect(cells[0]!.map((cell) => cell?.text)).toEqual(before[0]!.map((cell) => cell?.text))
    expect(workspace.workbook.sheets[0]!.values[4]![1]).toBe('Noor')
  })

  test('a .csv file keeps its zeros and is saved as .xlsx', () => {
    const { workbench } = lincolnDesk()
    const { workbook, shown } = workbench.openFile(Buffer.from('Student ID,Name\n00123,Ana\n'), 'Grade 7.csv')
    expect(workbook).toMatchObject({ name: 'Grade 7', tabs: [{ name: 'Grade 7' }] })
    expect(shown).toEqual([])
    const { name, bytes } = workbench.answers.saveFile(undefined)
    expect(name).toBe('Grade 7.xlsx')
    expect(workbookIn(bytes).sheets[0]!.values).toEqual([
      ['Student ID', 'Name'],
      ['00123', 'Ana'],
    ])
  })

  test.each([
    ['Roster.pdf', '%PDF-1.7', /^Roster\.pdf is a PDF, which has no cells\./],
    ['Roster.csv', '', /^Roster\.csv is empty\./],
    ['Roster.xlsx', 'PK\u0003\u0004 and nothing', /^Roster\.xlsx /],
    ['../../etc/passwd', 'root', /a file without an ending/],
  ])('of %s the person hears what is wrong, and the open workbook stays', (name, text, sentence) => {
    const { workbench } = lincolnDesk()
    expect(() => workbench.openFile(Buffer.from(text, 'latin1'), name)).toThrow(sentence)
    expect(workbench.answers.getWorkbook(undefined).workbook.name).toBe('Lincoln High')
  })

  test('another workbook has another revision and moves the page to its first cell', () => {
    const { workbench } = lincolnDesk()
    workbench.answers.runMenuItem({ label: 'Check' })
    const before = workbench.answers.getWorkbook(undefined).workbook
    const { workbook } = workbench.openFile(Buffer.from('a\n1\n'), 'a.csv')
    expect(workbook.revision).toBeGreaterThan(before.revision)
    expect(workbook.selection.moves).toBeGreaterThan(before.selection.moves)
  })

  test('reset brings the sample back, untouched by what was done since', () => {
    const { workbench } = lincolnDesk()
    workbench.answers.edit({ sheetId: 0, row: 1, column: 1, typed: [['Somebody']] })
    workbench.openFile(
      xlsxBytes({ ...workbookIn(workbench.answers.saveFile(undefined).bytes), sheets: [emptySheet(3, 'Other')] }),
      'b.xlsx',
    )
    const { workbook } = workbench.answers.reset(undefined)
    expect(workbook.tabs.map(({ name }) => name)).toEqual(['Students', 'Log'])
    const area = { row: 1, column: 1, ...one }
    expect(workbench.answers.getCells({ sheetId: 0, area }).cells).toEqual([[{ text: 'Mateo' }]])
  })
})
