import { expect, test } from 'vitest'
import { emptySheet, emptyWorkbook } from '../../../local/workspace/model.ts'
import { dateStyle, lincoln } from './lincoln.ts'

const students = 100_000
const columns = 30

/** A roster as wide and long as a large district's; every third column holds dates. */
function districtRoster() {
  const workbook = emptyWorkbook('District')
  const sheet = emptySheet(0, 'Students', students + 1, columns)
  sheet.values.push(Array.from({ length: columns }, (_, column) => `Heading ${column}`))
  const styles = Array.from({ length: columns }, (_, column) => (column % 3 === 1 ? dateStyle : undefined))
  for (let row = 1; row <= students; row++) {
    sheet.values.push(
      Array.from({ length: columns }, (_, column) =>
        column % 3 === 1 ? 45_000 + (row % 900) : column % 3 === 2 ? row : `Text ${row}`,
      ),
    )
    sheet.styles[row] = [...styles]
  }
  workbook.sheets.push(sheet)
  return workbook
}

test('three million cells are read, and a column block written, in seconds of this machine', {
  timeout: 60_000,
}, () => {
  const { run, workspace } = lincoln({ workbook: districtRoster() })
  const started = performance.now()
  expect(
    run(`const sheet = SpreadsheetApp.getActiveSheet(), values = sheet.getDataRange().getValues()
      sheet.insertColumnsAfter(30, 4)
      sheet.getRange(2, 31, values.length - 1, 4).setValues(values.slice(1).map((row) => ['Late', 'CONF2, SIGN', '2027-05-28', row[2]]))
      return [values.length, values[5][1] instanceof Date]`),
  ).toEqual([students + 1, true])
  expect(performance.now() - started).toBeLessThan(15_000)
  expect(workspace.workbook.sheets[0]!.values[students]!.slice(30)).toEqual(['Late', 'CONF2, SIGN', 46_535, students])
})

test('a loop over globals is as fast in the script as elsewhere', () => {
  const { run } = lincoln()
  const started = performance.now()
  expect(run(`let sum = 0; for (let i = 0; i < 3e6; i++) sum += Math.max(Number(i), 3) & 1; return sum`)).toBe(
    1_500_002,
  )
  expect(performance.now() - started).toBeLessThan(1_000)
})
