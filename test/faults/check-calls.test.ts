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

/** With the tab of ours in which a run of plan documents leaves a row for each student. */
function withDocuments(workbook: WorkbookModel): WorkbookModel {
  const rows = workbook.sheets[0]!.values.slice(1)
  const sheet = emptySheet(workbook.sheets.length, 'Documents', rows.length + 2, 8)
  const day = '2026-11-05'
  sheet.values = [
    ['Plan Keeper documents'],
    ['Student', 'Name', 'Document', 'State', 'Link', 'Note', 'Key', 'Changed on'],
    ...rows.map(([id, name]) => [String(id), String(name), 'PCCR 2026-27', 'Replaced', '', '', `key${id}`, day]),
  ]
  workbook.sheets.push(sheet)
  return workbook
}

/** The first tab with a second column that could be the grade, and dates that only a person can read. */
function withQuestions(workbook: WorkbookModel): WorkbookModel {
  workbook.sheets[0]!.values.forEach((row, index) => {
    row.push(...(index === 0 ? ['Grade level', 'DOB'] : [index % 7, index % 2 === 0 ? '04/05/2012' : '25/03/2012']))
  })
  workbook.sheets[0]!.columnCount = 7
  return workbook
}

interface Calls {
  readonly total: number
  readonly range: number
  readonly byMethod: Readonly<Record<string, number>>
}

function run(workbook: WorkbookModel, functionName: string, args: readonly unknown[] = []): Calls {
  const workspace = workspaceOf(workbook)
  workspace.ui.answer('OK')
  const answer = workspace.execute(functionName, args)
  if (args.length > 0) expect(JSON.parse(String(answer))).toMatchObject({ ok: true })
  const { calls } = workspace.lastExecution!
  return { total: calls.total, range: calls.rangeCalls, byMethod: calls.byMethod }
}

const day = (asOf: string) => [JSON.stringify({ asOf, answer: 'counts' })]

/** Calls of the first check and of the next ones: on the same day, on another, after a column was added to the roster. */
function callsOf(workbook: WorkbookModel): readonly Calls[] {
  const calls = [run(workbook, 'checkRoster', [request]), run(workbook, 'checkRoster', [request])]
  calls.push(run(workbook, 'checkRoster', day('2026-12-01')))
  const { edits } = workspaceOf(workbook)
  edits.insertColumns('Students', 1)
  edits.setCell('Students', 'A1', 'Locker')
  calls.push(run(workbook, 'checkRoster', day('2026-12-02')), run(workbook, 'checkRoster', day('2026-12-03')))
  return calls
}

function expectFew(calls: readonly Calls[], most = mostRangeCalls): void {
  calls.forEach(({ total, range }, index) => {
    expect(range, `on cells, check ${index + 1}`).toBeLessThanOrEqual(most)
    expect(total, `check ${index + 1}`).toBeLessThanOrEqual(mostCalls)
  })
}

test('as many for 2,000 students as for 100, call by call', () => {
  expect(callsOf(school(2_000, 8))).toEqual(callsOf(school(100, 8)))
})

describe.each([1, 4, 8, 12, 15])(
  `a workbook of %i tabs takes at most ${mostCalls} calls, and ${mostRangeCalls} on cells`,
  (tabs) => {
    test('where nothing is asked', () => expectFew(callsOf(school(60, tabs))))

    test('where two columns could be the grade', () => expectFew(callsOf(withQuestions(school(60, tabs)))))

    test('and one more where plan documents were made', () =>
      expectFew(callsOf(withDocuments(school(60, tabs))), mostRangeCalls + 1))

    test('after set-up', () => {
      const workbook = withQuestions(school(60, tabs))
      run(workbook, 'setUpWorkbook')
      expectFew(callsOf(workbook))
    })
  },
)

test('the tab Documents is one more read of a range, and no other call hangs on how long it is', () => {
  const byCall = (workbook: WorkbookModel) => callsOf(workbook).map(({ byMethod }) => byMethod['Range.getValues'] ?? 0)
  const without = byCall(school(60, 8))
  expect(byCall(withDocuments(school(60, 8)))).toEqual(without.map((reads) => reads + 1))
  expect(callsOf(withDocuments(school(2_000, 8)))).toEqual(callsOf(withDocuments(school(60, 8))))
})

test('set-up of a school that lacks one tab takes at most 200 calls, whatever its size', () => {
  const calls = (students: number) => run(withQuestions(school(students, 7)), 'setUpWorkbook')
  expect(calls(60).total).toBeLessThanOrEqual(200)
  expect(calls(2_000)).toEqual(calls(60))
})
