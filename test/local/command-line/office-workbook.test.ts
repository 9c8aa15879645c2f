/** A workbook as a school office keeps it, saved by another library, from the file to the findings. */
import { join } from 'node:path'
import ExcelJS from '@protobi/exceljs'
import { expect, test } from 'vitest'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { scratchFolder } from '../scratch.ts'
import { findingsIn, runHere } from './run.ts'

const day = (text: string): Date => new Date(`${text}T00:00:00Z`)

/** A title and a band of merged cells over the headings, days as text and as numbers, formulas, hidden rows. */
async function officeWorkbook(folder: string): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  const roster = workbook.addWorksheet('Roster 26–27 🎓')
  roster.addRows([
    ['Cedar Ridge Junior High, 2026-27'],
    ['Student', '', '', '', '', 'Fall conference', ''],
    ['Student Number', 'Last', 'First', 'Gr', 'DOB', 'Date', 'Who came', 'Counselor'],
    ['004457', 'Begay', 'Ana', 7, day('2013-03-14'), day('2026-10-08'), 'B', 'Reyes, J'],
    ['004458', 'Chen', 'Lu', '8', '3/14/2012', '10/9/2026', 'B', ''],
    ['004459', 'Diaz', 'Mateo', { formula: '1+8', result: 9 }, '2011-03-14', '', '', 'Holt, K'],
    ['004460', 'Eze', 'Ada', { formula: 'VLOOKUP(A7,Z:Z,2,FALSE)', result: { error: '#N/A' } }, '', '', '', 'Holt, K'],
    ['004461', 'Fox', 'Kim', 7, '', { error: '#REF!' }, '', 'Holt, K'],
    ['004462', 'Gray', 'Lee', 7, '', '', '', 'Holt, K'],
  ])
  for (const area of ['A1:H1', 'A2:E2', 'F2:G2', 'H4:H5']) roster.mergeCells(area)
  roster.getRow(8).hidden = true
  roster.autoFilter = 'A3:H9'
  roster.getRow(9).hidden = true
  const older = workbook.addWorksheet('Meetings in September', { state: 'veryHidden' })
  older.addRows([
    ['Student Number', 'Date', 'Kind', 'Status', 'Who came'],
    ['004462', day('2026-09-15'), 'individual', 'held', 'B'],
  ])
  const path = join(folder, 'Roster.xlsx')
  await workbook.xlsx.writeFile(path)
  return path
}

test('every student is checked, hidden and filtered rows and hidden tabs too; errors in cells are problems with their place', async () => {
  const folder = scratchFolder()
  const path = await officeWorkbook(folder)
  const out = join(folder, 'out')
  const ran = await runHere([path, '--policy', 'davis-4i-101', '--as-of', '2026-11-23', '--out', out, '--all'], folder)
  expect([ran.exitCode, ran.stderr]).toEqual([0, ''])
  const { students, findings, problems } = findingsIn(out)
  expect(students).toBe(6)
  expect(Object.fromEntries(findings.map(({ studentId, grade }) => [studentId, grade]))).toEqual({
    '004457': 7,
    '004458': 8,
    '004459': 9,
    '004460': null,
    '004461': 7,
    '004462': 7,
  })
  // A day as a number and a day as text count alike, and so does what a hidden tab holds.
  const held = findings.filter(({ code, status }) => code === 'CONF-I' && status === 'MET')
  expect(held.map(({ studentId }) => studentId)).toEqual(['004457', '004458', '004462'])
  expect(problems.filter(({ code }) => code !== 'RECORDS_MISSING' && code !== 'CALENDAR_ASSUMED')).toMatchObject([
    { sheet: 'Roster 26–27 🎓', row: 7, column: 'Gr', value: '#N/A' },
    { sheet: 'Roster 26–27 🎓', row: 8, column: 'Date', value: '#REF!' },
  ])
  const written = (await readWorkbookFile(join(out, 'Roster.xlsx'))).sheets[0]
  expect([...(written?.hiddenRows ?? [])]).toEqual([7, 8])
  expect(written?.filter).toEqual({ row: 2, column: 0, rows: 7, columns: 8 })
})
