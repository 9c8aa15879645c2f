/** What is selected in the sheet, as the sidebar asks every second or two, and a student shown there. */
import { describe, expect, test } from 'vitest'
import { SAMPLE_AS_OF, sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import { emptySheet, emptyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { lincolnHigh } from '../faults/lincoln-high.ts'
import { request, workspaceOf } from '../faults/run-check.ts'
import { ask, rangeCalls, refusalOf } from './ask.ts'

function selected(workspace: Workspace, sheet: string, a1: string) {
  workspace.edits.select(sheet, ...a1.split(','))
  return ask(workspace, 'getSelection')
}

/** One tab with these rows. */
function oneTab(name: string, ...rows: readonly (readonly (string | number)[])[]): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln High')
  const sheet = emptySheet(0, name, 60, 12)
  sheet.values = rows.map((row) => [...row])
  workbook.sheets.push(sheet)
  return workbook
}

describe('on the roster', () => {
  test('a cell, a block, and rows picked with Ctrl stand for their students, each once and from the top', () => {
    const workspace = workspaceOf(lincolnHigh())
    expect(selected(workspace, 'Students', 'G4')).toEqual({
      ok: true,
      sheet: 'Students',
      students: [{ id: '00123', name: 'Alvarez, Mateo' }],
      total: 1,
      hasStudents: true,
    })
    expect(selected(workspace, 'Students', 'B5:C6').students.map(({ name }) => name)).toEqual([
      'Brown, Ana',
      'Cruz, Guadalupe',
    ])
    expect(selected(workspace, 'Students', 'A7,A4:B5,A5').students.map(({ id }) => id)).toEqual([
      '00123',
      '00124',
      '00126',
    ])
  })

  test('title, headings, blank rows and the row of totals are nobody', () => {
    const workspace = workspaceOf(lincolnHigh())
    for (const cells of ['A1', 'A3:B3', 'A12:C13', 'A38']) {
      const { students, total, hasStudents } = selected(workspace, 'Students', cells)
      expect([cells, students, total, hasStudents]).toEqual([cells, [], 0, true])
    }
  })

  test('rows that are filtered out or hidden are not selected with those around them', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.edits.filterRows('Students', { column: 4, headingRows: 3 }, 9, 10, 12)
    expect(selected(workspace, 'Students', 'A4:A11')).toMatchObject({
      students: [{ name: 'Alvarez, Mateo' }, { name: 'Diaz, Sofia' }, { name: 'Evans, Noah' }],
      total: 3,
    })
    workspace.edits.hideRows('Conferences', 3)
    expect(selected(workspace, 'Conferences', 'A2:A4').students.map(({ id }) => id)).toEqual(['00123', '00127'])
    // A student whom somebody went to is meant, seen or not.
    expect(ask(workspace, 'showStudent', { id: '00124' }).students).toEqual([{ id: '00124', name: 'Brown, Ana' }])
  })

  test('the columns of a check do not get in the way', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    expect(selected(workspace, 'Students', 'J6').students).toEqual([{ id: '00125', name: 'Cruz, Guadalupe' }])
  })
})

describe('on other tabs', () => {
  test('a log has its ids and, without a column for them, no names', () => {
    expect(selected(workspaceOf(lincolnHigh()), 'Conferences', 'C3:C4')).toMatchObject({
      sheet: 'Conferences',
      students: [
        { id: '00126', name: '' },
        { id: '00127', name: '' },
      ],
    })
  })

  test('the tab Findings moves the sidebar along, its problems and the school’s own duties do not', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    expect(selected(workspace, 'Findings', 'E6').students).toEqual([{ id: '00128', name: 'Fonua, Sione' }])
    const everything = selected(workspace, 'Findings', 'A1:A200')
    expect(everything.students.map(({ id }) => id).sort()).toEqual(
      '00123 00124 00125 00126 00127 00128 00129 00130'.split(' '),
    )
  })

  test.each([['To do'], ['Calendar'], ['Settings'], ['Empty']])('the tab %s is about no students', (name) => {
    const workbook = lincolnHigh()
    workbook.sheets.push(emptySheet(77, 'Empty'))
    const workspace = workspaceOf(workbook)
    workspace.execute('checkRoster', [request])
    expect(selected(workspace, name, 'A1:B9')).toEqual({
      ok: true,
      sheet: name,
      students: [],
      total: 0,
      hasStudents: false,
    })
  })

  test('guardians with ids of their own are no students', () => {
    const workspace = workspaceOf(
      oneTab('Guardians', ['Guardian ID', 'Last name', 'First name'], ['G1', 'Brown', 'Eva'], ['G2', 'Cruz', 'Luis']),
    )
    expect(selected(workspace, 'Guardians', 'A2').hasStudents).toBe(false)
  })
})

describe('an id', () => {
  test('that lost its zeros in a log is found as it is given', () => {
    const workbook = lincolnHigh()
    workbook.sheets[1]!.values[2]![0] = 126
    const workspace = workspaceOf(workbook)
    const [one] = selected(workspace, 'Conferences', 'A3').students
    expect(one?.id).toBe('126')
    expect(ask(workspace, 'getStudent', { id: one!.id }).student.name).toBe('Diaz, Sofia')
  })

  test('that is a word of the language is an id', () => {
    const workbook = lincolnHigh()
    workbook.sheets[0]!.values[3]![0] = '__proto__'
    expect(selected(workspaceOf(workbook), 'Students', 'A4').students).toEqual([
      { id: '__proto__', name: 'Alvarez, Mateo' },
    ])
  })

  test('twice selected counts once', () => {
    const workbook = lincolnHigh()
    workbook.sheets[1]!.values[2]![0] = '00123'
    expect(selected(workspaceOf(workbook), 'Conferences', 'A2:A3')).toMatchObject({
      students: [{ id: '00123' }],
      total: 1,
    })
  })
})

test('names in one cell are taken apart as a check does', () => {
  const workspace = workspaceOf(
    oneTab('Tracker', ['Student ID', 'Stu Name', 'Grade'], ['7', 'Mateo de la Cruz', 9], ['8', 'Brown, Ana', 8]),
  )
  expect(selected(workspace, 'Tracker', 'A2:A3').students.map(({ name }) => name)).toEqual([
    'de la Cruz, Mateo',
    'Brown, Ana',
  ])
})

describe('in a school of 1,150 students', () => {
  const workspace = createWorkspace({
    dist: 'dist',
    workbook: sampleWorkbook({ students: 1_150, style: 'logs', seed: 1 }),
    now: `${SAMPLE_AS_OF}T09:00:00-07:00`,
  })
  const roster = workspace.workbook.sheets[0]!.name

  test('a whole column gives 300 students and how many there are, in two reads', () => {
    const { students, total } = selected(workspace, roster, 'C:C')
    expect([students.length, total]).toEqual([300, 1_150])
    expect(rangeCalls(workspace)).toBe(2)
  })

  test('a filtered school gives those who are seen, and looks no further than 300 of them', () => {
    const filtered = createWorkspace({
      dist: 'dist',
      workbook: sampleWorkbook({ students: 1_150, style: 'logs', seed: 1 }),
    })
    const tab = filtered.workbook.sheets[0]!
    const column = tab.values[0]!.indexOf('Grade') + 1
    filtered.edits.filterRows(tab.name, { column }, tab.values[1]![column - 1])
    const seen = tab.values.slice(1).filter((row) => row[column - 1] === tab.values[1]![column - 1])
    expect(selected(filtered, tab.name, 'A:C').total).toBe(seen.length)
    filtered.edits.filterRows(tab.name, { column }, ...new Set(tab.values.map((row) => row[column - 1])))
    expect(selected(filtered, tab.name, 'A:C').total).toBe(1_150)
    expect(filtered.lastExecution!.calls.total).toBeLessThan(700)
  })

  test('a row far down is read alone, in few calls', () => {
    expect(selected(workspace, roster, 'B900').students).toHaveLength(1)
    const { calls } = workspace.lastExecution!
    expect(calls.log.filter(({ effect }) => effect === 'reads-range').map(({ cells }) => cells < 1_500)).toEqual([
      true,
      true,
    ])
    expect(calls.total).toBeLessThan(20)
  })

  test('every tab of records is known from its first rows', () => {
    const about = workspace.workbook.sheets.map(({ name }) => [name, selected(workspace, name, 'A2:A4').hasStudents])
    expect(about.filter(([, has]) => !has).map(([name]) => name)).toEqual(['Calendar', 'School Log'])
  })
})

describe('a student who is to be shown', () => {
  test('is selected on the roster, wherever the person was', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.edits.select('Calendar', 'B2')
    const shown = ask(workspace, 'showStudent', { id: '00126' })
    expect(shown).toEqual({
      ok: true,
      sheet: 'Students',
      students: [{ id: '00126', name: 'Diaz, Sofia' }],
      total: 1,
      hasStudents: true,
    })
    expect(ask(workspace, 'getSelection')).toEqual(shown)
  })

  test('and is on no roster is refused, and the selection stays', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.edits.select('Conferences', 'A2')
    expect(refusalOf(workspace, 'showStudent', { id: 'nobody' }).code).toBe('STUDENT_UNKNOWN')
    expect(ask(workspace, 'getSelection').students.map(({ id }) => id)).toEqual(['00123'])
  })
})
