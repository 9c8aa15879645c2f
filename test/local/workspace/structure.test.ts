import { beforeEach, describe, expect, test } from 'vitest'
import { areaOf, parseA1 } from '../../../local/workspace/a1.ts'
import { deletion, insertion, relocation } from '../../../local/workspace/areas.ts'
import { shiftReferences } from '../../../local/workspace/formula-references.ts'
import { copyWorkbook, type SheetModel } from '../../../local/workspace/model.ts'
import type { Workspace } from '../../../local/workspace/workspace.ts'
import { lincoln, sheet } from './lincoln.ts'

/** The rectangle of a notation that has no open end. */
const area = (a1: string) => areaOf(parseA1(a1)!, { rows: 10, columns: 6 })

let workspace: Workspace
let students: SheetModel
let run: (source: string) => unknown

/** Everything that can stick to rows and columns, around Ana's row 3 and the Grade column C. */
beforeEach(() => {
  ;({ workspace, students, run } = lincoln())
  students.notes[2] = [undefined, 'Ask Ana']
  students.validations[2] = [undefined, undefined, { criteria: 'CHECKBOX', values: [], allowInvalid: false }]
  students.styles[2] = [undefined, undefined, { bold: true }]
  students.formulas[2] = [undefined, undefined, undefined, undefined, '=C3+$C$2']
  students.values[2]![4] = 15
  students.merges = [area('A6:B7')]
  students.rowHeights.set(2, 40)
  students.columnWidths.set(2, 55)
  students.hiddenRows.add(8)
  students.hiddenColumns.add(5)
  students.frozenRows = 1
  students.filter = area('A1:D4')
  students.conditionalFormats = [
    { areas: [area('C2:C10')], criteria: 'CUSTOM_FORMULA', values: ['=$C2>7'], style: { bold: true } },
  ]
  students.protections = [{ area: area('C1:C10'), description: 'Grade', warningOnly: true }]
  students.metadata = [
    { id: 1, key: 'grade', value: null, visibility: 'DOCUMENT', location: { type: 'COLUMN', column: 2 } },
    { id: 2, key: 'ana', value: null, visibility: 'DOCUMENT', location: { type: 'ROW', row: 2 } },
  ]
  workspace.workbook.namedRanges = [{ name: 'Grades', sheetId: 0, area: area('C2:C4') }]
  workspace.workbook.sheets[1]!.formulas = [['=SUM(Students!C2:C4)', '=A1', '="Students!C2"']]
})

const places = () => ({
  metadata: students.metadata.map(({ location }) => location),
  merges: students.merges,
  filter: students.filter,
  rule: students.conditionalFormats.map(({ areas, values }) => [areas, values]),
  protection: students.protections.map((protection) => protection.area),
  named: workspace.workbook.namedRanges.map((named) => named.area),
  log: workspace.workbook.sheets[1]!.formulas[0],
})

describe('three rows above Ana', () => {
  beforeEach(() => workspace.edits.insertRows('Students', 3, 3))

  test('her cells, notes, validations, styles and formulas move down', () => {
    expect(students.values[5]).toEqual(['00124', 'Ana', 8, '', 15])
    expect(students.notes[5]![1]).toBe('Ask Ana')
    expect(students.validations[5]![2]!.criteria).toBe('CHECKBOX')
    expect(students.styles[5]![2]).toEqual({ bold: true })
    expect(students.formulas[5]![4]).toBe('=C6+$C$2')
    expect(students.rowCount).toBe(13)
  })

  test('what is tied to rows moves or grows', () => {
    expect(places()).toEqual({
      metadata: [
        { type: 'COLUMN', column: 2 },
        { type: 'ROW', row: 5 },
      ],
      merges: [area('A9:B10')],
      filter: area('A1:D7'),
      rule: [[[area('C2:C13')].map(() => ({ row: 1, column: 2, rows: 12, columns: 1 })), ['=$C2>7']]],
      protection: [{ row: 0, column: 2, rows: 13, columns: 1 }],
      named: [area('C2:C7')],
      log: ['=SUM(Students!C2:C7)', '=A1', '="Students!C2"'],
    })
    expect([[...students.rowHeights], [...students.hiddenRows]]).toEqual([[[5, 40]], [11]])
  })
})

test('deleting a column takes what stands in it and moves the rest to the left', () => {
  workspace.edits.deleteColumns('Students', 2)
  expect(students.values[0]).toEqual(['Student ID', 'Grade', 'Signed'])
  expect(students.formulas[2]![3]).toBe('=B3+$B$2')
  expect(places()).toMatchObject({
    metadata: [
      { type: 'COLUMN', column: 1 },
      { type: 'ROW', row: 2 },
    ],
    merges: [area('A6:A7')],
    rule: [[[area('B2:B10')], ['=$B2>7']]],
    named: [area('B2:B4')],
    log: ['=SUM(Students!B2:B4)', '=A1', '="Students!C2"'],
  })
  expect([students.columnCount, [...students.columnWidths], [...students.hiddenColumns]]).toEqual([5, [[1, 55]], [4]])
})

test('deleting the column that all of them stand in leaves none of them, and formulas that need it say #REF!', () => {
  workspace.edits.deleteColumns('Students', 3)
  expect(places()).toMatchObject({ metadata: [{ type: 'ROW', row: 2 }], rule: [], protection: [], named: [] })
  expect(students.formulas[2]![3]).toBe('=#REF!+#REF!')
  expect(workspace.workbook.sheets[1]!.formulas[0]![0]).toBe('=SUM(Students!#REF!)')
})

test('moving a column takes its cells, width, metadata and rules along', () => {
  workspace.edits.moveColumns('Students', 3, 1, 1)
  expect(students.values.slice(0, 3)).toEqual([
    ['Grade', 'Student ID', 'Name', 'Signed', undefined, undefined],
    [7, '00123', 'Mateo', 46_346, undefined, undefined],
    [8, '00124', 'Ana', '', 15, undefined],
  ])
  expect(students.formulas[2]![4]).toBe('=A3+$A$2')
  expect(places()).toMatchObject({
    metadata: [
      { type: 'COLUMN', column: 0 },
      { type: 'ROW', row: 2 },
    ],
    rule: [[[area('A2:A10')], ['=$A2>7']]],
    named: [area('A2:A4')],
  })
  expect([...students.columnWidths]).toEqual([[0, 55]])
})

test('moving rows, by hand or by the script, ends in the same place', () => {
  const copy = copyWorkbook(workspace.workbook).sheets[0]!
  workspace.edits.moveRows('Students', 3, 2, 2)
  expect(students.values.slice(1, 4).map((row) => row[1])).toEqual(['Ana', 'Lupe', 'Mateo'])
  expect(students.metadata[1]!.location).toEqual({ type: 'ROW', row: 1 })
  workspace.edits.moveRows('Students', 2, 2, 5)
  expect(students.values.slice(1, 4).map((row) => row[1])).toEqual(copy.values.slice(1, 4).map((row) => row[1]))
  run(`const sheet = ${sheet}; sheet.moveRows(sheet.getRange('A3:A4'), 2)`)
  expect(students.values.slice(1, 4).map((row) => row[1])).toEqual(['Ana', 'Lupe', 'Mateo'])
})

test('sorting moves cells with everything in them, headings stay, and metadata of rows stays with the row', () => {
  workspace.edits.sortRows('Students', { column: 2 })
  expect(students.values.slice(0, 4).map((row) => row[1])).toEqual(['Name', 'Ana', 'Lupe', 'Mateo'])
  expect(students.notes[1]![1]).toBe('Ask Ana')
  expect(students.formulas[1]![4]).toBe('=C2+$C$2')
  expect(students.metadata[1]!.location).toEqual({ type: 'ROW', row: 2 })
})

test('numbers come before text, text before booleans, errors after, blanks last in both directions', () => {
  students.rowCount = 12
  students.values = [[''], ['b'], [true], [3], [{ error: '#N/A' }], ['A'], [undefined], [-1], [false]]
  students.formulas = []
  students.merges = []
  run(`${sheet}.getRange('A1:A9').sort(1)`)
  expect(students.values.slice(0, 9).map((row) => row[0] || null)).toEqual([
    -1,
    3,
    'A',
    'b',
    null,
    true,
    { error: '#N/A' },
    null,
    null,
  ])
  run(`${sheet}.getRange('A1:A9').sort({ column: 1, ascending: false })`)
  expect(students.values.slice(0, 9).map((row) => row[0] || null)).toEqual([
    { error: '#N/A' },
    true,
    null,
    'b',
    'A',
    3,
    -1,
    null,
    null,
  ])
})

test('sorting by two columns', () => {
  run(`${sheet}.getRange('A2:E4').sort([{ column: 3, ascending: true }, { column: 2, ascending: true }])`)
  expect(students.values.slice(1, 4).map((row) => row[1])).toEqual(['Lupe', 'Mateo', 'Ana'])
})

test('the script inserts columns dressed like their neighbour, and finds its column again by metadata', () => {
  run(`const sheet = ${sheet}
    sheet.insertColumnsAfter(3, 2)
    sheet.getRange('D:D').addDeveloperMetadata('status', 'managed', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)`)
  expect(students.styles[2]).toEqual([undefined, undefined, { bold: true }, { bold: true }, { bold: true }])
  workspace.edits.moveColumns('Students', 4, 1, 1)
  workspace.edits.insertColumns('Students', 1)
  expect(
    run(`const found = SpreadsheetApp.getActive().createDeveloperMetadataFinder().withKey('status').find()
      return found.map((item) => [item.getValue(), item.getVisibility().toString(), item.getLocation().getColumn().getColumn(),
        item.getLocation().getLocationType() === SpreadsheetApp.DeveloperMetadataLocationType.COLUMN])`),
  ).toEqual([['managed', 'PROJECT', 2, true]])
})

test('metadata of the workbook, a sheet and a row are found where they belong', () => {
  run(`const book = SpreadsheetApp.getActive(), sheet = ${sheet}
    book.addDeveloperMetadata('year', '2026-27'); sheet.addDeveloperMetadata('kind', 'students')
    sheet.getRange('4:4').addDeveloperMetadata('lupe')`)
  expect(
    run(`const book = SpreadsheetApp.getActive(), sheet = ${sheet}
      const keys = (list) => list.map((item) => item.getKey()).sort()
      return [keys(book.getDeveloperMetadata()), keys(sheet.getDeveloperMetadata()), keys(sheet.getRange('4:4').getDeveloperMetadata()),
        keys(sheet.createDeveloperMetadataFinder().find()), keys(book.createDeveloperMetadataFinder().find()),
        keys(sheet.getRange('C4').createDeveloperMetadataFinder().onIntersectingLocations().find())]`),
  ).toEqual([
    ['year'],
    ['kind'],
    ['lupe'],
    ['ana', 'grade', 'kind', 'lupe'],
    ['ana', 'grade', 'kind', 'lupe', 'year'],
    ['grade', 'kind', 'lupe', 'year'],
  ])
  expect(
    run(`const item = ${sheet}.getRange('4:4').getDeveloperMetadata()[0]; item.remove()
    return ${sheet}.getRange('4:4').getDeveloperMetadata().length`),
  ).toBe(0)
})

test('renaming a tab changes the formulas that name it, and not the texts that do', () => {
  workspace.edits.renameTab('Students', "Grade 7's roster")
  expect(workspace.workbook.sheets[1]!.formulas[0]).toEqual([
    "=SUM('Grade 7''s roster'!C2:C4)",
    '=A1',
    '="Students!C2"',
  ])
})

test('tabs are added, moved, selected, hidden and deleted', () => {
  expect(
    run(`const book = SpreadsheetApp.getActive()
      const findings = book.insertSheet('Findings', 0)
      findings.setTabColor('#4a86e8').setFrozenRows(1)
      book.setActiveSheet(findings); book.moveActiveSheet(3)
      book.getSheetByName('Log').hideSheet()
      return [book.getSheets().map((one) => one.getName()), findings.getIndex(), book.getActiveSheet().getName(), book.getSheetById(7).isSheetHidden()]`),
  ).toEqual([['Students', 'Log', 'Findings'], 3, 'Findings', true])
  workspace.edits.deleteTab('Findings')
  expect(workspace.workbook.sheets.map(({ name }) => name)).toEqual(['Students', 'Log'])
  expect(workspace.selection.sheetId).toBe(0)
})

test('named ranges are set, found, and follow', () => {
  run(`SpreadsheetApp.getActive().setNamedRange('Ids', ${sheet}.getRange('A2:A4'))`)
  workspace.edits.insertColumns('Students', 1)
  expect(
    run(`return [SpreadsheetApp.getActive().getRangeByName('Ids').getA1Notation(), SpreadsheetApp.getActive().getRange('Ids').getValues().length,
    SpreadsheetApp.getActive().getNamedRanges().map((named) => named.getName())]`),
  ).toEqual(['B2:B4', 3, ['Grades', 'Ids']])
})

test('a copy of a workbook is independent of it', () => {
  const copy = copyWorkbook(workspace.workbook)
  const before = JSON.stringify(copy)
  workspace.edits.insertRows('Students', 2)
  workspace.edits.setCell('Students', 'B3', 'Marco')
  workspace.edits.deleteColumns('Students', 3)
  expect(JSON.stringify(copy)).toBe(before)
})

test.each`
  formula                   | change                            | after
  ${'=SUM(A1:A10)'}         | ${insertion('rows', 5, 2)}        | ${'=SUM(A1:A12)'}
  ${'=SUM(A1:A10)'}         | ${deletion('rows', 8, 5)}         | ${'=SUM(A1:A8)'}
  ${'=SUM(A2:A)'}           | ${insertion('columns', 0, 1)}     | ${'=SUM(B2:B)'}
  ${'=SUM($A2:$A)'}         | ${insertion('rows', 0, 3)}        | ${'=SUM($A5:$A)'}
  ${'=SUM(A2:A)'}           | ${deletion('rows', 0, 4)}         | ${'=SUM(A1:A)'}
  ${'=SUM(A2:C)'}           | ${deletion('columns', 1, 1)}      | ${'=SUM(A2:B)'}
  ${'=SUM(A2:A)'}           | ${deletion('columns', 0, 1)}      | ${'=SUM(#REF!)'}
  ${'=SUM(B2:2)'}           | ${insertion('columns', 0, 1)}     | ${'=SUM(C2:2)'}
  ${'=SUM(B2:2)'}           | ${deletion('rows', 1, 1)}         | ${'=SUM(#REF!)'}
  ${'=SUM(Schüler!A2:A)'}   | ${insertion('columns', 0, 1)}     | ${'=SUM(Schüler!A2:A)'}
  ${'=$B$2&"B2"&B2'}        | ${insertion('columns', 0, 1)}     | ${'=$C$2&"B2"&C2'}
  ${'=SUM(B:C)+SUM(2:3)'}   | ${insertion('columns', 2, 1)}     | ${'=SUM(B:D)+SUM(2:3)'}
  ${'=LOG10(B2)+Log!B2'}    | ${insertion('rows', 0, 1)}        | ${'=LOG10(B3)+Log!B2'}
  ${"='Home'!B2+Home!$B$3"} | ${insertion('rows', 0, 1)}        | ${"='Home'!B3+Home!$B$4"}
  ${'=D1'}                  | ${relocation('columns', 3, 1, 0)} | ${'=A1'}
  ${'=A1:B1'}               | ${relocation('columns', 3, 1, 1)} | ${'=A1:C1'}
  ${'=ABC_1+TAX2024(A1)'}   | ${insertion('columns', 0, 1)}     | ${'=ABC_1+TAX2024(B1)'}
`('$formula becomes $after', ({ formula, change, after }) => {
  expect(shiftReferences(formula, change, 'Home', 'Home')).toBe(after)
})
