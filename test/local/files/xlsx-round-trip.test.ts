import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from '@protobi/exceljs'
import { expect, test, vi } from 'vitest'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { anchored, reattached } from '../../../local/files/xlsx/extras.ts'
import { writeXlsx, xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import type { CellStyle, SheetModel, ValidationRule, WorkbookModel } from '../../../local/workspace/model.ts'
import { emptySheet, emptyWorkbook } from '../../../local/workspace/model.ts'
import { convertWithLibreOffice } from '../libreoffice.ts'
import { scratchFolder } from '../scratch.ts'
import { modelled } from './modelled.ts'

vi.setConfig({ testTimeout: 120_000 })

const heading: CellStyle = {
  bold: true,
  fontColor: '#ffffff',
  background: '#3c4043',
  horizontalAlignment: 'center',
  verticalAlignment: 'middle',
  wrap: true,
}
const day: CellStyle = { numberFormat: 'm/d/yyyy' }
const isoDay: CellStyle = { numberFormat: 'yyyy-mm-dd' }
const grades: ValidationRule = {
  criteria: 'VALUE_IN_LIST',
  values: ['K', '1', '2'],
  allowInvalid: true,
  showDropdown: true,
  helpText: 'The grade',
}
const teachers: ValidationRule = {
  criteria: 'VALUE_IN_RANGE',
  values: ["='Lists of staff'!$A$1:$A$9"],
  allowInvalid: false,
  showDropdown: true,
}

/** A roster with one of everything that the model knows. */
function everything(): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln', 'America/Boise', 'en_GB')
  const students = emptySheet(0, 'Students', 400, 12)
  students.tabColor = '#1a73e8'
  students.frozenRows = 1
  students.frozenColumns = 2
  students.values = [
    ['Student ID', 'Name', 'Born', 'Met', 'Score', 'Note', 'Seen', 'Sum', 'Ratio', 'Text'],
    [
      '00123',
      'Núñez-O’Neil, Ana "Ani" <K> & co',
      41338,
      true,
      12.5,
      '10/8/2026',
      46303.645833333336,
      25,
      { error: '#DIV/0!' },
      'late',
    ],
    [
      '0456',
      ' two  spaces ',
      40000,
      false,
      -0.1,
      'line one\nline two',
      undefined,
      'text result',
      { error: '#N/A' },
      '',
    ],
    ['789', '_x0041_ and \u0007', undefined, undefined, 1e21, '=not a formula'],
  ]
  students.formulas = [
    [],
    [
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      '=E2*2',
      '=1/0',
      '=IF(E2>1,"late","")',
    ],
    [
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      "=XLOOKUP(A3,'Lists of staff'!A:A,'Lists of staff'!B:B)",
      '=NA()',
      '=IF(E3>1,"late","")',
    ],
  ]
  students.styles = [
    Array.from({ length: 10 }, () => heading),
    [
      undefined,
      { italic: true, underline: true, strikethrough: true },
      day,
      undefined,
      { numberFormat: '0.00%' },
      { fontFamily: 'Georgia', fontSize: 14 },
      { numberFormat: 'yyyy-mm-dd h:mm' },
    ],
    [
      undefined,
      { horizontalAlignment: 'right', verticalAlignment: 'top' },
      isoDay,
      undefined,
      undefined,
      { background: '#ffffff' },
      { numberFormat: '@' },
    ],
  ]
  students.notes = [['Typed from the enrolment card.\nDo not change.'], [undefined, 'Called "Ani" & <not> Ana']]
  students.validations = Array.from({ length: 400 }, (_, row) =>
    row === 0 ? [] : [undefined, grades, undefined, { criteria: 'CHECKBOX', values: [], allowInvalid: false }],
  )
  const checkbox = students.validations[1]?.[3]
  for (const row of students.validations) if (row[3]) row[3] = checkbox
  students.validations[1]![4] = { criteria: 'NUMBER_BETWEEN', values: [0, 100], allowInvalid: false }
  students.validations[1]![2] = { criteria: 'DATE_ON_OR_AFTER', values: [40000], allowInvalid: false }
  students.validations[2]![2] = { criteria: 'CUSTOM_FORMULA', values: ['=LEN(A3)>2'], allowInvalid: true }
  students.validations[2]![5] = teachers
  students.validations[3]![5] = {
    criteria: 'TEXT_IS_VALID_EMAIL',
    values: [],
    allowInvalid: false,
    helpText: 'An e-mail address',
  }
  students.validations[3]![6] = {
    criteria: 'VALUE_IN_LIST',
    values: ['Smith, R.', 'x'.repeat(300)],
    allowInvalid: true,
    showDropdown: false,
  }
  students.merges = [{ row: 5, column: 0, rows: 2, columns: 3 }]
  students.columnWidths = new Map([
    [0, 90],
    [1, 213],
    [5, 7],
  ])
  students.rowHeights = new Map([
    [0, 42],
    [7, 21],
  ])
  students.hiddenRows = new Set([3, 20])
  students.hiddenColumns = new Set([4, 11])
  students.filter = { row: 0, column: 0, rows: 4, columns: 10 }
  students.conditionalFormats = [
    {
      areas: [{ row: 1, column: 9, rows: 399, columns: 1 }],
      criteria: 'TEXT_EQUAL_TO',
      values: ['Late'],
      style: { background: '#fce8e6', fontColor: '#a50e0e', bold: true },
    },
    {
      areas: [
        { row: 1, column: 9, rows: 3, columns: 1 },
        { row: 1, column: 0, rows: 3, columns: 1 },
      ],
      criteria: 'CUSTOM_FORMULA',
      values: ['=$A2<>""'],
      style: { italic: true, strikethrough: true },
    },
    ...(
      [
        ['TEXT_CONTAINS', ['a"b']],
        ['TEXT_DOES_NOT_CONTAIN', ['x']],
        ['TEXT_STARTS_WITH', ['Gr']],
        ['TEXT_ENDS_WITH', ['ez']],
        ['CELL_EMPTY', []],
        ['CELL_NOT_EMPTY', []],
        ['NUMBER_GREATER_THAN', [3]],
        ['NUMBER_BETWEEN', [1, 5]],
        ['DATE_AFTER', [46000]],
        ['DATE_BEFORE_RELATIVE', ['TODAY']],
      ] as const
    ).map(([criteria, values]) => ({
      areas: [{ row: 1, column: 4, rows: 3, columns: 1 }],
      criteria,
      values: [...values],
      style: { background: '#e6f4ea', underline: true },
    })),
  ]
  students.protections = [
    { description: 'Written by Plan Keeper', warningOnly: true, area: { row: 0, column: 9, rows: 400, columns: 1 } },
    { description: 'The office only', warningOnly: false },
  ]
  students.metadata = [
    { id: 1, key: 'planKeeperColumn', value: 'status', visibility: 'PROJECT', location: { type: 'COLUMN', column: 9 } },
    { id: 2, key: 'row', value: null, visibility: 'DOCUMENT', location: { type: 'ROW', row: 2 } },
    { id: 3, key: 'sheet', value: 'roster', visibility: 'DOCUMENT', location: { type: 'SHEET' } },
  ]
  const lists = emptySheet(1234567, 'Lists of staff')
  lists.hidden = true
  lists.values = [['Alvarez', 'Room 1']]
  const long = emptySheet(77, 'Conferences of the school year 2026-27: [all] kinds? / more than 31 characters')
  long.values = [['x', 5]]
  long.formulas = [[undefined, `='${long.name}'!A1`]]
  const history = emptySheet(8, 'History', 3, 2)
  workbook.sheets = [students, lists, long, history]
  workbook.namedRanges = [
    { name: 'Roster', sheetId: 0, area: { row: 0, column: 0, rows: 4, columns: 10 } },
    { name: 'FirstTeacher', sheetId: 1234567, area: { row: 0, column: 0, rows: 1, columns: 1 } },
  ]
  workbook.metadata = [{ id: 9, key: 'version', value: '1', visibility: 'PROJECT', location: { type: 'SPREADSHEET' } }]
  return workbook
}

async function throughFile(workbook: WorkbookModel, folder = scratchFolder()): Promise<WorkbookModel> {
  const path = join(folder, `${workbook.name}.xlsx`)
  await writeXlsx(workbook, path)
  return readWorkbookFile(path)
}

test('everything that the model knows comes back from the written file', async () => {
  const before = everything()
  expect(modelled(await throughFile(before))).toEqual(modelled(before))
})

test('and it comes back again when what was read is written a second time', async () => {
  const folder = scratchFolder()
  const once = await throughFile(everything(), folder)
  expect(modelled(await throughFile(once, folder))).toEqual(modelled(everything()))
})

test('the same workbook gives the same bytes', () => {
  expect(xlsxBytes(everything()).equals(xlsxBytes(everything()))).toBe(true)
})

test('a change to one cell leaves the format of all others as it was', async () => {
  const folder = scratchFolder()
  const read = await throughFile(everything(), folder)
  const students = read.sheets[0] as SheetModel
  students.styles[1]![1] = { ...students.styles[1]![1], background: '#fff4e5' }
  students.values[1]![1] = 'Ana'
  const again = await throughFile(read, folder)
  const expected = everything()
  expected.sheets[0]!.styles[1]![1] = { italic: true, underline: true, strikethrough: true, background: '#fff4e5' }
  expected.sheets[0]!.values[1]![1] = 'Ana'
  expect(modelled(again)).toEqual(modelled(expected))
})

test('sheets that the script adds, moves and deletes', async () => {
  const folder = scratchFolder()
  const read = await throughFile(everything(), folder)
  const findings = emptySheet(555, 'Findings')
  findings.values = [['Student', 'Status']]
  findings.styles = [[heading, heading]]
  read.sheets = [findings, ...read.sheets.filter((sheet) => sheet.name !== 'Lists of staff')]
  const again = await throughFile(read, folder)
  expect(again.sheets.map((sheet) => [sheet.name, sheet.id])).toEqual([
    ['Findings', 555],
    ['Students', 0],
    [everything().sheets[2]?.name, 77],
    ['History', 8],
  ])
  expect(again.namedRanges.map((range) => range.name)).toEqual(['Roster'])
  expect(modelled(again).sheets[0]?.styles[0]?.[0]).toEqual(heading)
  expect(modelled(again).sheets[1]).toEqual(modelled(everything()).sheets[0])
})

test('notes that are changed, added and removed', async () => {
  const folder = scratchFolder()
  const read = await throughFile(everything(), folder)
  read.sheets[0]!.notes = [[undefined, 'Typed from the enrolment card.\nDo not change.'], [], [], ['A new one']]
  const again = await throughFile(read, folder)
  expect(modelled(again).sheets[0]?.notes).toEqual(modelled(read).sheets[0]?.notes)
})

test('our metadata follows its column when somebody inserts one in Excel, and goes when it cannot be told where it belongs', () => {
  const sheet = emptySheet(0, 'Students')
  sheet.values = [['id', 'Grade', 'Status']]
  const location = { type: 'COLUMN', column: 2 } as const
  sheet.metadata = [{ id: 1, key: 'planKeeperColumn', value: 'status', visibility: 'PROJECT', location }]
  const written = anchored(sheet)
  sheet.values = [['id', 'Middle name', 'Grade', 'Status']]
  expect(reattached(written, sheet).map((entry) => entry.location)).toEqual([{ type: 'COLUMN', column: 3 }])
  sheet.values = [['id', 'Status', 'Grade', 'Status']]
  expect(reattached(written, sheet)).toEqual([])
})

test('another library reads the same values, formats and formulas', async () => {
  const workbook = everything()
  workbook.sheets = workbook.sheets.filter((sheet) => sheet.name !== 'History')
  const path = join(scratchFolder(), 'Lincoln.xlsx')
  await writeXlsx(workbook, path)
  const excel = new ExcelJS.Workbook()
  await excel.xlsx.readFile(path)
  const sheet = excel.getWorksheet('Students') as ExcelJS.Worksheet
  expect(sheet.getCell('A2').value).toBe('00123')
  expect(sheet.getCell('C2').value).toEqual(new Date(Date.UTC(2013, 2, 5)))
  expect(sheet.getCell('D2').value).toBe(true)
  expect(sheet.getCell('H2').value).toEqual({ formula: 'E2*2', result: 25 })
  expect(sheet.getCell('I2').value).toEqual({ formula: '1/0', result: { error: '#DIV/0!' } })
  expect(sheet.getCell('A1').font).toMatchObject({ bold: true, color: { argb: 'FFFFFFFF' } })
  expect(sheet.getCell('A1').fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FF3C4043' } })
  expect(sheet.getCell('E2').numFmt).toBe('0.00%')
  expect(sheet.getCell('A1').note).toBe('Typed from the enrolment card.\nDo not change.')
  expect(sheet.getCell('B2').dataValidation).toMatchObject({ type: 'list', formulae: ['"K,1,2"'] })
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 })
  expect(sheet.getColumn(5).hidden).toBe(true)
  expect(sheet.getRow(4).hidden).toBe(true)
  expect(sheet.getCell('A6').isMerged).toBe(true)
  expect(excel.getWorksheet('Lists of staff')?.state).toBe('hidden')
  expect(excel.worksheets.map((each) => each.name.length <= 31)).toEqual([true, true, true])
})

test('LibreOffice opens it, computes its formulas and keeps what it knows', async () => {
  const folder = scratchFolder()
  const path = join(folder, 'Lincoln.xlsx')
  await writeXlsx(everything(), path)
  const other = scratchFolder()
  const again = await readWorkbookFile(await convertWithLibreOffice(path, 'xlsx', other))
  const [before, after] = [everything().sheets[0] as SheetModel, again.sheets[0] as SheetModel]
  // LibreOffice writes fifteen digits of a number.
  before.values[1]![6] = 46303.6458333333
  expect(after.values.slice(0, 2).map((row) => row.slice(0, 7))).toEqual(
    before.values.slice(0, 2).map((row) => row.slice(0, 7)),
  )
  expect(after.formulas[1]?.slice(7)).toEqual(before.formulas[1]?.slice(7))
  expect(after.values[1]?.slice(7)).toEqual([25, { error: '#DIV/0!' }, 'late'])
  expect(after.notes[0]?.[0]).toBe(before.notes[0]?.[0])
  expect(after.hiddenColumns.has(4)).toBe(true)
  expect(after.merges).toEqual(before.merges)
  expect(after.validations[1]?.[1]?.values).toEqual(['K', '1', '2'])
  expect(after.conditionalFormats.length).toBeGreaterThanOrEqual(11)
  expect(again.namedRanges).toContainEqual(expect.objectContaining({ name: 'Roster', area: before.filter }))
  expect(again.sheets.map((sheet) => sheet.hidden)).toEqual([false, true, false, false])
})

test('links into the workbook lead to the tab by its name', async () => {
  const workbook = emptyWorkbook('Links')
  const findings = emptySheet(0, 'Findings')
  findings.values = [['Students 2', 'all']]
  findings.formulas = [['=HYPERLINK("#gid=42&range=A2","Students 2")', '=HYPERLINK("#gid=42","all")']]
  const roster = emptySheet(42, 'Roster of 2026')
  roster.values = [['id'], ['1']]
  workbook.sheets = [findings, roster]
  const read = await throughFile(workbook)
  expect(read.sheets[0]?.formulas[0]).toEqual([
    `=HYPERLINK("#'Roster of 2026'!A2","Students 2")`,
    `=HYPERLINK("#'Roster of 2026'!A1","all")`,
  ])
})

test('a workbook of .csv tabs becomes one of text cells', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'Students.csv'), 'id,grade\n007,01\n')
  const workbook = await readWorkbookFile(join(folder, 'Students.csv'))
  const excel = new ExcelJS.Workbook()
  await writeXlsx(workbook, join(folder, 'out', 'Students.xlsx'))
  await excel.xlsx.readFile(join(folder, 'out', 'Students.xlsx'))
  expect(excel.worksheets[0]?.getCell('A2')).toMatchObject({ value: '007', numFmt: '@' })
})
