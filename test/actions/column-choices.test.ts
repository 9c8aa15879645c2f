/** The columns on the Settings tab: what was guessed, what is asked, and what a person chose, from one check to the next. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWorkbookFile } from '../../local/files/workbook-file.ts'
import { writeXlsx } from '../../local/files/xlsx/write-workbook.ts'
import {
  copyWorkbook,
  emptySheet,
  emptyWorkbook,
  type SheetModel,
  type WorkbookModel,
} from '../../local/workspace/model.ts'
import { request, workspaceOf } from '../faults/run-check.ts'

/** A tracker with two columns that could be the grade, and dates that only a person can read. */
function tracker(): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln High')
  const sheet = emptySheet(0, 'Tracker', 20, 12)
  sheet.values = [
    ['Student ID', 'Stu Name', 'Gr', 'Grade lvl', 'DOB', 'Fall conf', 'Locker'],
    ['00123', 'Alvarez, Mateo', 9, 8, '25/03/2012', '10/6/2026', 'A1'],
    ['00124', 'Brown, Ana', 8, 8, '04/05/2013', '10/7/2026', 'A2'],
    ['00125', 'Cruz, Lupe', 7, 7, '06/07/2014', '', 'A3'],
  ]
  sheet.styles = sheet.values.map(() => [{ numberFormat: '@' }, {}, {}, {}, { numberFormat: '@' }])
  workbook.sheets.push(sheet)
  return workbook
}

function check(workbook: WorkbookModel) {
  return JSON.parse(String(workspaceOf(workbook).execute('checkRoster', [request])))
}

function setUp(workbook: WorkbookModel): void {
  const workspace = workspaceOf(workbook)
  workspace.ui.answer('OK')
  workspace.execute('setUpWorkbook')
}

const sheetOf = (workbook: WorkbookModel, name = 'Settings') =>
  workbook.sheets.find((sheet) => sheet.name === name) as SheetModel

/** Rows of the Settings tab whose first cell is this, below the heading of a tab. */
function rowOf(
  workbook: WorkbookModel,
  what: string,
  tab = 'Tracker',
): { readonly row: number; readonly cells: readonly unknown[] } {
  const { values } = sheetOf(workbook)
  const heading = values.map((row) => row?.[0] === tab && row[2] === 'Read from').lastIndexOf(true)
  const row = values.findIndex((cells, index) => index > heading && cells?.[0] === what)
  if (heading < 0 || row < 0) throw new Error(`No row ${what} under ${tab}.`)
  return { row: row + 1, cells: Array.from({ length: 5 }, (_, column) => values[row]?.[column] ?? '') }
}

function pick(workbook: WorkbookModel, what: string, choice: string): void {
  workspaceOf(workbook).edits.setCell('Settings', `B${rowOf(workbook, what).row}`, choice)
}

const questions = (workbook: WorkbookModel) =>
  sheetOf(workbook).values.find((row) => row?.[0] === 'Questions to you')?.[2]

const gradeOf = (answer: { findings?: readonly { studentId: string; grade?: number }[] }) =>
  answer.findings?.find(({ studentId }) => studentId === '00123')?.grade

const columnB = (workbook: WorkbookModel) => sheetOf(workbook).values.map((row) => row?.[1] ?? '')

describe('a check that has something to ask', () => {
  const workbook = tracker()
  const first = check(workbook)

  test('shows the question on top and at its row, with three values of each column, and reads neither', () => {
    expect(first.problems.map(({ code }: { code: string }) => code)).toContain('COLUMN_UNSURE')
    const grade = rowOf(workbook, 'Grade')
    expect(grade.cells.slice(0, 4)).toEqual([
      'Grade',
      '',
      'Please choose: “Gr” or “Grade lvl”',
      '“Gr”: 9 · 8 · 7; “Grade lvl”: 8 · 7',
    ])
    const born = rowOf(workbook, 'Birth date')
    expect(born.cells[2]).toBe('Please choose month first or day first: “DOB”')
    expect(questions(workbook)).toBe(`Please choose: Birth date in B${born.row}, Grade in B${grade.row}.`)
  })

  test('shows what was guessed, how sure that is, and three values', () => {
    expect(rowOf(workbook, 'Student ID').cells.slice(2, 4)).toEqual(['“Student ID” (sure)', '00123 · 00124 · 00125'])
    expect(rowOf(workbook, 'Conferences: date').cells.slice(2, 4)).toEqual([
      '“Fall conf” (likely)',
      '10/6/2026 · 10/7/2026',
    ])
    expect(rowOf(workbook, 'Counselor').cells.slice(2, 4)).toEqual(['not in this tab', ''])
  })

  test('offers the headings of the tab', () => {
    const { validations } = sheetOf(workbook)
    expect(validations[rowOf(workbook, 'Grade').row - 1]?.[1]?.values).toEqual([
      'Student ID',
      'Stu Name',
      'Gr',
      'Grade lvl',
      'DOB',
      'Fall conf',
      'Locker',
      'not in this tab',
    ])
    expect(validations[rowOf(workbook, 'Birth date').row - 1]?.[1]?.values.slice(0, 2)).toEqual([
      'month first: 3/4 is March 4',
      'day first: 3/4 is April 3',
    ])
  })
})

test('a check without a question makes no section', () => {
  const workbook = tracker()
  for (const row of sheetOf(workbook, 'Tracker').values) if (row) row[3] = row[4] = ''
  check(workbook)
  expect(sheetOf(workbook).values.some((row) => row?.[2] === 'Read from')).toBe(false)
  expect(questions(workbook)).toBe('None.')
})

describe('what a person chose', () => {
  const workbook = tracker()
  setUp(workbook)
  pick(workbook, 'Grade', 'Gr')
  pick(workbook, 'Birth date', 'day first: 3/4 is April 3')
  const chosen = columnB(workbook)
  const answer = check(workbook)

  test('is used, and is no question any more', () => {
    expect(gradeOf(JSON.parse(String(workspaceOf(workbook).execute('checkRoster', [listed]))))).toBe(9)
    expect(answer.problems.map(({ code }: { code: string }) => code)).not.toContain('COLUMN_UNSURE')
    expect(rowOf(workbook, 'Grade').cells[2]).toBe('“Gr” (your choice)')
    expect(questions(workbook)).toBe('None.')
  })

  test('stays as it was typed', () => {
    expect(columnB(workbook)).toEqual(chosen)
  })

  test('survives Make a copy and .xlsx', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'plan-keeper-')), 'copy.xlsx')
    await writeXlsx(copyWorkbook(workbook), path)
    const file = await readWorkbookFile(path)
    for (const sheet of file.sheets) sheet.metadata = []
    for (const copy of [copyWorkbook(workbook), file]) {
      expect(gradeOf(JSON.parse(String(workspaceOf(copy).execute('checkRoster', [listed]))))).toBe(9)
      expect(questions(copy)).toBe('None.')
    }
  })

  test('goes on when a column is added, in the same rows', () => {
    const later = copyWorkbook(workbook)
    const { edits } = workspaceOf(later)
    edits.insertColumns('Tracker', 1)
    edits.setCell('Tracker', 'A1', 'Bus')
    const rows = sheetOf(later).values.length
    expect(gradeOf(JSON.parse(String(workspaceOf(later).execute('checkRoster', [listed]))))).toBe(9)
    expect(sheetOf(later).values).toHaveLength(rows)
    expect(columnB(later)).toEqual(chosen)
    expect(rowOf(later, 'Grade').cells[4]).not.toEqual(rowOf(workbook, 'Grade').cells[4])
    expect(questions(later)).toBe('None.')
  })

  test('is kept while another file stands in its place, and is there when it comes back', () => {
    const other = copyWorkbook(workbook)
    const mine = sheetOf(other, 'Tracker').values
    const theirs = [
      ['SIS ID', 'Name', 'Grade', 'Current grade', '', '', ''],
      ['00123', 'Alvarez, Mateo', 6, 5, '', '', ''],
      ['00124', 'Brown, Ana', 6, 6, '', '', ''],
    ]
    // Our own columns stay at the right.
    sheetOf(other, 'Tracker').values = theirs.map((row, index) => [...row, ...(mine[index]?.slice(7) ?? [])])
    check(other)
    expect(columnB(other).filter((choice) => choice !== '')).toEqual(chosen.filter((choice) => choice !== ''))
    expect(questions(other)).toContain('Please choose: Grade in B')
    sheetOf(other, 'Tracker').values = mine
    expect(gradeOf(JSON.parse(String(workspaceOf(other).execute('checkRoster', [listed]))))).toBe(9)
    expect(questions(other)).toBe('None.')
  })

  test('may be that a tab has no such column, or that a column is something else', () => {
    const other = copyWorkbook(workbook)
    pick(other, 'Conferences: date', 'not in this tab')
    pick(other, 'Homeroom teacher', 'Locker')
    const { mappings } = check(other)
    const field = (heading: string) =>
      mappings[0].columns.find((column: { heading: string }) => column.heading === heading).field
    expect([field('Fall conf'), field('Locker')]).toEqual([undefined, 'homeroom_teacher'])
    expect(rowOf(other, 'Conferences: date').cells[2]).toBe('not in this tab')
    expect(rowOf(other, 'Homeroom teacher').cells[2]).toBe('“Locker” (your choice)')
  })

  test('that is no heading of the tab stops the check and names the cell', () => {
    const other = copyWorkbook(workbook)
    pick(other, 'Counselor', 'Mr. Ruiz')
    const { row } = rowOf(other, 'Counselor')
    expect(check(other)).toEqual({
      ok: false,
      code: 'SETTING_UNREADABLE',
      message: `“Mr. Ruiz” in cell B${row} of the tab Settings is no heading of Tracker. Choose one of its headings or “not in this tab”, or leave the cell blank.`,
    })
  })
})

const listed = JSON.stringify({ asOf: '2026-11-22', answer: 'all' })

test('headings that look like formulas, and a tab that is called Policy, stay text and change no setting', () => {
  const workbook = tracker()
  const sheet = sheetOf(workbook, 'Tracker')
  sheet.name = 'Policy'
  sheet.values[0]![6] = '=HYPERLINK("https://example.invalid")'
  sheet.values[0]![2] = '@Gr'
  setUp(workbook)
  expect(
    sheetOf(workbook)
      .formulas.flat()
      .filter((formula) => formula !== undefined),
  ).toEqual([])
  workspaceOf(workbook).edits.setCell('Settings', `B${rowOf(workbook, 'Grade', 'Policy').row}`, '@Gr')
  expect(check(workbook)).toMatchObject({ ok: true, policy: 'davis-4i-101' })
  expect(rowOf(workbook, 'Grade', 'Policy').cells[2]).toBe('“@Gr” (your choice)')
})
