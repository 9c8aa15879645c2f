/** How many calls a check makes: the same for a small school and a large one, and few. */
import { describe, expect, test, vi } from 'vitest'
import { emptySheet, emptyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import { request, workspaceOf } from './run-check.ts'

vi.setConfig({ testTimeout: 120_000 })

const mostCalls = 120
const mostRangeCalls = 24

const logs: readonly (readonly [name: string, headings: readonly string[]])[] = [
  ['Conferences', ['student_id', 'kind', 'date', 'status', 'student_attended', 'parent_attended']],
  ['Plans', ['student_id', 'plan_kind', 'created_on', 'parent_signed_on']],
  ['Contacts', ['student_id', 'date', 'about', 'outcome']],
  ['Plan Updates', ['student_id', 'updated_on', 'by']],
  ['Grade History', ['student_id', 'school_year', 'grade']],
  ['School Log', ['school_id', 'school_year', 'item', 'date']],
]

/** A roster of so many students in grades K to 12, some logs, and so many tabs in all. */
function school(students: number, tabs: number): WorkbookModel {
  const workbook = emptyWorkbook('Large school')
  const roster = emptySheet(0, 'Students', students + 1, 5)
  roster.values = [['student_id', 'last_name', 'first_name', 'grade', 'counselor']]
  for (let n = 1; n <= students; n++) roster.values.push([String(100_000 + n), `Last${n}`, `First${n}`, n % 13, 'Ruiz'])
  workbook.sheets.push(roster)
  for (const [name, headings] of logs) {
    const sheet = emptySheet(workbook.sheets.length, name, students + 1, headings.length)
    sheet.values = [[...headings]]
    for (let n = 1; n <= students; n += 2) {
      sheet.values.push(headings.map((heading) => cell(heading, String(100_000 + n))))
    }
    workbook.sheets.push(sheet)
  }
  while (workbook.sheets.length < tabs) {
    const sheet = emptySheet(workbook.sheets.length, `Notes ${workbook.sheets.length}`, 10, 3)
    sheet.values = [['Order paper'], ['Call the bus company']]
    workbook.sheets.push(sheet)
  }
  return workbook
}

function cell(heading: string, id: string): string | number {
  const cells: Readonly<Record<string, string | number>> = {
    student_id: id,
    kind: 'individual',
    status: 'held',
    student_attended: 'Y',
    parent_attended: 'N',
    plan_kind: 'PCCR',
    about: 'individual',
    school_year: '2025-26',
    grade: 7,
    item: 'training',
  }
  return cells[heading] ?? (/date|_on$/.test(heading) ? 46_290 : '')
}

/** Calls of the first check and of the next one. */
function callsOf(workbook: WorkbookModel) {
  const workspace = workspaceOf(workbook)
  return [1, 2].map(() => {
    expect(JSON.parse(String(workspace.execute('checkRoster', [request])))).toMatchObject({ ok: true })
    const { calls } = workspace.lastExecution!
    return { total: calls.total, range: calls.rangeCalls, byMethod: calls.byMethod }
  })
}

test('as many for 2,000 students as for 100, call by call', () => {
  expect(callsOf(school(2_000, 8))).toEqual(callsOf(school(100, 8)))
})

describe.each([1, 4, 8, 12, 15])('a workbook of %i tabs', (tabs) => {
  test(`takes at most ${mostCalls} calls, and at most ${mostRangeCalls} that read or write cells`, () => {
    for (const { total, range } of callsOf(school(60, tabs))) {
      expect(range).toBeLessThanOrEqual(mostRangeCalls)
      expect(total).toBeLessThanOrEqual(mostCalls)
    }
  })
})
