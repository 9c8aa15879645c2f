/** A roster with several rows a student, one for each guardian, through the built script. */
import { expect, test } from 'vitest'
import { emptySheet, emptyWorkbook } from '../../local/workspace/model.ts'
import { createWorkspace } from '../../local/workspace/workspace.ts'

test('each student is checked once and flagged in the first row; the rows of further guardians stay as they are', () => {
  const rows = [
    ['Student_id', 'Last_name', 'First_name', 'Grade', 'Contact_name', 'Contact_phone'],
    ['41', 'Reyes', 'Mateo', '8', 'Rosa Soto', '801 555 0101'],
    ['41', 'Reyes', 'Mateo', '8', 'José Reyes', '801 555 0102'],
    ['42', 'Begay', 'Ana', '7', 'Lee Begay', '801 555 0103'],
    ['', '', '', '', 'Dana Begay', '801 555 0104'],
    ['43', 'Tuala', 'Lupe', '7', '', ''],
  ]
  const workbook = emptyWorkbook('Lincoln High')
  const sheet = emptySheet(1, 'students', rows.length, 6)
  sheet.values = rows.map((row) => [...row])
  workbook.sheets.push(sheet)
  const workspace = createWorkspace({ dist: 'dist', workbook, now: '2026-11-23T16:00:00Z' })
  const answer = JSON.parse(String(workspace.execute('checkRoster', [JSON.stringify({ asOf: '2026-11-23' })])))
  expect(answer).toMatchObject({ ok: true, students: 3 })
  expect(JSON.stringify(answer.problems)).not.toContain('ID_')
  const after = sheet.values.map((row) => (row ?? []).map((cell) => cell ?? ''))
  expect(after.map((row) => row.slice(0, 6))).toEqual(rows)
  expect(after.map((row) => row[6] ?? '')).toEqual(['Status', 'Late', '', 'Late', '', 'Late'])
})
