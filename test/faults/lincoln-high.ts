/**
 * Lincoln High: a small school whose roster has everything that a check must not touch: a title over the headings,
 * formulas, notes, drop-downs, formats, rules for colours, a merged cell, a row of totals.
 */
import {
  type CellStyle,
  emptySheet,
  emptyWorkbook,
  type SheetModel,
  type WorkbookModel,
} from '../../local/workspace/model.ts'

export const asOf = '2026-11-22'

/** Days since 1899-12-30, as a spreadsheet keeps them. */
function day(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569
}

const title: CellStyle = { bold: true, fontSize: 14 }
const heading: CellStyle = { bold: true, background: '#d9ead3' }
const date: CellStyle = { numberFormat: 'm/d/yyyy' }
const text: CellStyle = { numberFormat: '@' }
const pale: CellStyle = { background: '#fff2cc', italic: true }

/** Sheet row of the headings, from 1. */
export const headingRow = 3

const headings = [
  'Student ID',
  'Last name',
  'First name',
  'Grade',
  'Birth date',
  'Entry date',
  'Counselor',
  'Bus',
  'Initials',
]

const students: readonly (readonly [
  id: string,
  last: string,
  first: string,
  grade: number,
  born: string,
  entered: string,
])[] = [
  ['00123', 'Alvarez', 'Mateo', 9, '2012-03-03', '2024-08-19'],
  ['00124', 'Brown', 'Ana', 8, '2013-05-01', '2024-08-19'],
  ['00125', 'Cruz', 'Guadalupe', 7, '2014-02-28', '2026-08-17'],
  ['00126', 'Diaz', 'Sofia', 10, '2011-11-02', '2023-08-21'],
  ['00127', 'Evans', 'Noah', 12, '2009-07-15', '2023-08-21'],
  ['00128', 'Fonua', 'Sione', 11, '2010-09-09', '2023-08-21'],
  ['00129', 'Garcia', 'Elena', 6, '2015-01-20', '2025-08-18'],
  ['00130', 'Hansen', 'Liam', 0, '2021-04-12', '2026-08-17'],
]

/** A fresh workbook; the same every time. */
export function lincolnHigh(): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln High')
  workbook.sheets.push(roster(), conferences(), plans(), calendar(), notes())
  return workbook
}

function roster(): SheetModel {
  const sheet = emptySheet(0, 'Students', 40, 14)
  sheet.frozenRows = headingRow
  sheet.values = [['Lincoln High, roster 2026-27'], [], [...headings]]
  sheet.styles = [[title], [], headings.map(() => heading)]
  sheet.merges = [{ row: 0, column: 0, rows: 1, columns: 4 }]
  students.forEach(([id, last, first, grade, born, entered], index) => {
    const row = headingRow + index
    sheet.values[row] = [
      id,
      last,
      first,
      grade,
      day(born),
      day(entered),
      'Ruiz',
      index % 2 === 0 ? '=not a formula' : '007',
      `${first[0]}${last[0]}`,
    ]
    sheet.formulas[row] = []
    sheet.formulas[row][8] = `=LEFT(C${row + 1},1)&LEFT(B${row + 1},1)`
    sheet.styles[row] = [text, undefined, undefined, undefined, date, date, undefined, text, pale]
  })
  const totals = headingRow + students.length + 1
  sheet.values[totals] = ['', 'Students', '', students.length]
  sheet.formulas[totals] = []
  sheet.formulas[totals][3] = `=COUNTA(A4:A${headingRow + students.length})`
  sheet.notes[headingRow] = ['Moved here in 2024']
  sheet.notes[headingRow - 1] = []
  sheet.notes[headingRow - 1]![6] = 'From the master schedule'
  const list = { criteria: 'VALUE_IN_LIST', values: ['Ruiz', 'Smith'], allowInvalid: false, showDropdown: true }
  for (let row = headingRow; row < headingRow + students.length; row++) {
    sheet.validations[row] = []
    sheet.validations[row]![6] = list
  }
  sheet.conditionalFormats = [
    {
      areas: [{ row: headingRow, column: 3, rows: 36, columns: 1 }],
      criteria: 'NUMBER_GREATER_THAN',
      values: [8],
      style: { background: '#d0e0e3' },
    },
    {
      areas: [{ row: 0, column: 0, rows: 40, columns: 14 }],
      criteria: 'TEXT_EQUAL_TO',
      values: ['withdrawn'],
      style: { strikethrough: true },
    },
  ]
  return sheet
}

function conferences(): SheetModel {
  const sheet = emptySheet(11, 'Conferences', 30, 12)
  sheet.values = [
    ['Student ID', 'Kind', 'Date', 'Status', 'Student attended', 'Parent attended', 'Staff names', 'Notes'],
    ['00123', 'individual', day('2026-10-06'), 'held', 'Y', 'Y', 'R. Ruiz', ''],
    ['00126', 'group', day('2026-09-15'), 'held', 'Y', 'N', 'R. Ruiz', '@home ill'],
    ['00127', 'group', day('2026-09-16'), 'held', 'Y', 'Y', 'R. Ruiz', ''],
    ['00129', 'individual', day('2026-10-01'), 'held', 'Y', 'Y', 'T. Lee', ''],
    ['00130', 'individual', day('2026-10-02'), 'held', 'Y', '', 'T. Lee', ''],
  ]
  sheet.styles = sheet.values.map((_, row) => (row === 0 ? [heading] : [text, undefined, date]))
  return sheet
}

function plans(): SheetModel {
  const sheet = emptySheet(12, 'Plans', 30, 12)
  sheet.values = [
    ['Student ID', 'Plan kind', 'Created on', 'Parent signed on', 'Signed by'],
    ['00123', 'PCCR', day('2025-09-30'), day('2025-10-02'), 'parent'],
    ['00124', 'PCCR', day('2025-10-10'), '', ''],
    ['00126', 'PCCR', day('2024-10-01'), day('2024-09-01'), 'parent'],
    ['00127', 'PCCR', day('2022-10-01'), day('2022-10-09'), 'parent'],
  ]
  sheet.styles = sheet.values.map((_, row) => (row === 0 ? [heading] : [text, undefined, date, date]))
  return sheet
}

function calendar(): SheetModel {
  const sheet = emptySheet(13, 'Calendar', 20, 6)
  sheet.values = [
    ['School year', 'First day', 'Last day'],
    ['2024-25', day('2024-08-19'), day('2025-05-30')],
    ['2025-26', day('2025-08-18'), day('2026-05-29')],
    ['2026-27', day('2026-08-17'), day('2027-05-28')],
  ]
  sheet.styles = sheet.values.map((_, row) => (row === 0 ? [heading] : [text, date, date]))
  return sheet
}

function notes(): SheetModel {
  const sheet = emptySheet(14, 'To do', 20, 6)
  sheet.values = [['Order paper'], ['Call the bus company']]
  return sheet
}
