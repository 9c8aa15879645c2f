/** A school with one of everything that a sheet can show. */
import { emptySheet, emptyWorkbook, type ValidationRule, type WorkbookModel } from '../../local/workspace/model.ts'

const grades: ValidationRule = {
  criteria: 'VALUE_IN_LIST',
  values: ['7', '8', '9'],
  allowInvalid: false,
  showDropdown: true,
}
const tick: ValidationRule = { criteria: 'CHECKBOX', values: [], allowInvalid: false }

/**
 * Tab Students, 40 rows, with Mateo, Ana and Lupe: grade from a drop-down (C), a box for IEP (D), a note on B2, grade 8 in
 * green, a heading row that stays. Tab Log, and a hidden tab.
 */
export function lincolnHigh(): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln High')
  const students = emptySheet(0, 'Students', 40, 12)
  students.frozenRows = 1
  students.values = [
    ['Student ID', 'Name', 'Grade', 'IEP', 'Remarks'],
    ['00123', 'Mateo Ortiz', 7, false, 'Moved here in May and knows nobody yet'],
    ['00124', '<b>Ana</b>', 8, true],
    ['00125', 'Lupe Vega', 7, false],
  ]
  students.styles[0] = Array.from({ length: 5 }, () => ({ bold: true, background: '#e8eaed' }))
  students.notes[1] = [undefined, 'Goes by Matt']
  for (const row of [1, 2, 3]) students.validations[row] = [undefined, undefined, grades, tick]
  students.columnWidths.set(1, 160)
  students.conditionalFormats.push({
    areas: [{ row: 1, column: 2, rows: 39, columns: 1 }],
    criteria: 'NUMBER_EQUAL_TO',
    values: [8],
    style: { background: '#b7e1cd' },
  })
  const notes = emptySheet(9, 'Old notes', 5, 3)
  notes.hidden = true
  workbook.sheets.push(students, emptySheet(7, 'Log', 5, 3), notes)
  return workbook
}

/** One tab of 100,000 rows; each row says its number. */
export function manyRows(): WorkbookModel {
  const workbook = emptyWorkbook('District')
  const sheet = emptySheet(0, 'Everyone', 100_000, 30)
  sheet.frozenRows = 1
  sheet.values = Array.from({ length: 100_000 }, (_, row) =>
    row === 0 ? ['Student ID', 'Name'] : [String(400_000 + row), `Student of row ${row + 1}`],
  )
  workbook.sheets.push(sheet)
  return workbook
}
