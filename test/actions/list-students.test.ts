/** The lists behind the numbers of the overview. */
import { beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE_AS_OF, sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { gapKinds } from '../../src/compliance/gaps.ts'
import { lincolnHigh } from '../faults/lincoln-high.ts'
import { request, workspaceOf } from '../faults/run-check.ts'
import { ask, rangeCalls, refusalOf } from './ask.ts'

function checked(): Workspace {
  const workspace = workspaceOf(lincolnHigh())
  workspace.execute('checkRoster', [request])
  return workspace
}

describe('a list of Lincoln High', () => {
  test('of what is late has the most pressing first, with what is missing and since when', () => {
    expect(ask(checked(), 'listStudents', { kind: 'late' })).toEqual({
      ok: true,
      students: [
        { id: '00128', name: 'Fonua, Sione', grade: '11', items: ['Plan, was due October 20, 2023'] },
        { id: '00124', name: 'Brown, Ana', grade: '8', items: ['Plan signature, was due May 29, 2026'] },
        { id: '00125', name: 'Cruz, Guadalupe', grade: '7', items: ['Plan, was due October 16, 2026'] },
      ],
      total: 3,
      page: 0,
    })
  })

  test('of one code holds what is to do and what must be looked at, each in words', () => {
    const { students } = ask(checked(), 'listStudents', { code: 'CONF2', clause: '2.1.1' })
    expect(students).toEqual([
      { id: '00129', name: 'Garcia, Elena', grade: '6', items: ['Two conferences 1 of 2, due May 28, 2027'] },
      { id: '00130', name: 'Hansen, Liam', grade: 'K', items: ['Two conferences 1 of 2, due May 28, 2027'] },
    ])
  })

  test('has the students that the overview counts, for every kind and every code', () => {
    const workspace = checked()
    const { gaps } = ask(workspace, 'getOverview')
    for (const kind of gapKinds) expect(ask(workspace, 'listStudents', { kind }).total).toBe(gaps?.students[kind])
    for (const { code, clause, students } of gaps?.byCode ?? []) {
      for (const kind of gapKinds) {
        expect(ask(workspace, 'listStudents', { kind, code, clause }).total, code).toBe(students[kind] ?? 0)
      }
    }
    expect(gaps?.byCode.length).toBeGreaterThan(4)
  })

  test('reads one range', () => {
    const workspace = checked()
    ask(workspace, 'listStudents', { kind: 'open' })
    expect(rangeCalls(workspace)).toBe(1)
  })

  test('keeps its order when somebody sorted the tab by name and wrote under it', () => {
    const workspace = checked()
    const before = ask(workspace, 'listStudents', { kind: 'open' })
    workspace.edits.sortRows('Findings', { column: 2, headingRows: 5 })
    workspace.edits.setCell('Findings', 'A200', 'Called the Browns')
    expect(ask(workspace, 'listStudents', { kind: 'open' })).toEqual(before)
  })

  test('passes over a row that somebody broke', () => {
    const workspace = checked()
    workspace.edits.setCell('Findings', 'F6', 'done, I think')
    workspace.edits.setCell('Findings', 'G7', 'in spring')
    expect(ask(workspace, 'listStudents', { kind: 'late' }).students.map(({ name }) => name)).toEqual([
      'Cruz, Guadalupe',
    ])
  })

  test('does not take the problems under the findings for findings', () => {
    const workbook = lincolnHigh()
    // A value that is a word of ours, in the column of the status.
    workbook.sheets[1]!.values[1]![2] = 'Late'
    const workspace = workspaceOf(workbook)
    workspace.execute('checkRoster', [request])
    const { students } = ask(workspace, 'listStudents', {})
    expect(students.map(({ id }) => id).filter((id) => !/^001\d\d$/.test(id))).toEqual([])
  })

  test('is refused before the first check', () => {
    expect(refusalOf(workspaceOf(lincolnHigh()), 'listStudents', { kind: 'late' })).toEqual({
      ok: false,
      code: 'NOT_CHECKED',
      message: 'There is no check to list from. Choose Check now, then open the list again.',
    })
  })

  test.each([[{ kind: 'overdue' }], [{ kind: 'late', page: -1 }], [{ page: 0.5 }], ['late'], [{ sort: 'name' }]])(
    'is refused for the request %j',
    (asked) => {
      expect(refusalOf(checked(), 'listStudents', asked).code).toBe('REQUEST_INVALID')
    },
  )
})

test('a student with the id __proto__ and one with a formula for a name are listed like others', () => {
  const workbook = lincolnHigh()
  const { values } = workbook.sheets[0]!
  values[3]![0] = '__proto__'
  values[4]![1] = '=HYPERLINK("x")'
  const workspace = workspaceOf(workbook)
  workspace.execute('checkRoster', [request])
  const names = ask(workspace, 'listStudents', {}).students.map(({ id, name }) => [id, name])
  expect(names).toContainEqual(['__proto__', 'Alvarez, Mateo'])
  expect(names).toContainEqual(['00124', '=HYPERLINK("x"), Ana'])
})

test('two students who share an id stand in one line, as the numbers count them, with both names', () => {
  const workbook = lincolnHigh()
  workbook.sheets[0]!.values[5]![0] = '00124'
  const workspace = workspaceOf(workbook)
  workspace.execute('checkRoster', [request])
  const { students, total } = ask(workspace, 'listStudents', { kind: 'late' })
  expect(students.map(({ id, name }) => [id, name])).toEqual([
    ['00128', 'Fonua, Sione'],
    ['00124', 'Brown, Ana / Cruz, Guadalupe'],
  ])
  expect(total).toBe(ask(workspace, 'getOverview').gaps?.students.late)
})

describe('a school of 1,150 students', () => {
  let workspace: Workspace

  beforeAll(() => {
    workspace = createWorkspace({
      dist: 'dist',
      workbook: sampleWorkbook({ students: 1_150, style: 'logs', seed: 1 }),
      now: `${SAMPLE_AS_OF}T09:00:00-07:00`,
    })
    workspace.execute('checkRoster', [JSON.stringify({ asOf: SAMPLE_AS_OF })])
  })

  test('is listed by the hundred, each student once, and the last page is the rest', () => {
    const { total, students: first } = ask(workspace, 'listStudents', {})
    expect(first).toHaveLength(100)
    const ids: string[] = []
    for (let page = 0; page * 100 < total; page++) {
      ids.push(...ask(workspace, 'listStudents', { page }).students.map(({ id }) => id))
    }
    expect(ids).toHaveLength(total)
    expect(new Set(ids).size).toBe(total)
    expect(ask(workspace, 'listStudents', { page: 99 }).students).toEqual([])
  })

  test('has answers far below a megabyte, from two ranges', () => {
    expect(JSON.stringify(ask(workspace, 'listStudents', {})).length).toBeLessThan(100_000)
    const overview = ask(workspace, 'getOverview')
    expect(rangeCalls(workspace)).toBe(2)
    expect(JSON.stringify(overview).length).toBeLessThan(100_000)
    expect(overview.gaps?.byCode.length).toBeGreaterThan(8)
  })
})
