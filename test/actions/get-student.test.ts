/** One student in full, as the sidebar shows it beside the selected row. */
import { describe, expect, test } from 'vitest'
import { SAMPLE_AS_OF, sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import type { WorkbookModel } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { lincolnHigh } from '../faults/lincoln-high.ts'
import { request, workspaceOf } from '../faults/run-check.ts'
import { ask, rangeCalls, refusalOf } from './ask.ts'

function lincoln(change: (workbook: WorkbookModel) => void = () => {}): Workspace {
  const workbook = lincolnHigh()
  change(workbook)
  return workspaceOf(workbook)
}

/** Columns of the tab Conferences: id, kind, date, status, student, parent, staff. */
function logged(workbook: WorkbookModel, ...row: readonly (string | number)[]): void {
  workbook.sheets[1]!.values.push([...row])
}

const monday = 46_342 // 2026-11-16
const soon = 46_360 // 2026-12-04

describe('what Ana in grade 8 lacks', () => {
  const ana = ask(lincoln(), 'getStudent', { id: '00124' })

  test('stands there with clause, day and what would mend it, the most pressing first', () => {
    expect(ana.status).toBe('Late')
    expect(ana.missing.map(({ name, status, clause, dueOn, record }) => [name, status, clause, dueOn, record])).toEqual(
      [
        ['Plan signature', 'LATE', '3.1.7', '2026-05-29', { type: 'signature' }],
        ['Group conference', 'OPEN', '3.3.1', '2027-05-28', { type: 'conference', kind: 'group' }],
        ['Individual conference', 'OPEN', '3.3.1', '2027-05-28', { type: 'conference', kind: 'individual' }],
        ['Yearly involvement', 'OPEN', '3.1.9', '2027-05-28', { type: 'conference', kind: 'individual' }],
        ['Yearly update', 'OPEN', '3.1.8', '2027-05-28', { type: 'update' }],
      ],
    )
    expect(ana.missing[0]).toMatchObject({
      message: 'The plan has no parent signature. It was due May 29, 2026.',
      evidence: [{ sheet: 'Plans', row: 3, column: 'Parent signed on' }],
    })
  })

  test('leaves what is met apart', () => {
    expect(ana.settled.map(({ name, status }) => [name, status])).toContainEqual(['Plan', 'MET'])
    expect(ana.settled.every(({ status }) => !['LATE', 'OPEN', 'CHECK'].includes(status))).toBe(true)
  })

  test('names the student as the lists do, with the row on the roster', () => {
    expect(ana.student).toEqual({
      id: '00124',
      name: 'Brown, Ana',
      grade: '8',
      at: { sheet: 'Students', row: 5 },
      responsible: 'Ruiz',
      notHere: '',
    })
  })
})

describe('what is on file', () => {
  test('is a timeline with the newest first, and says of what is ahead that it is', () => {
    const workspace = lincoln((workbook) => {
      logged(workbook, '00123', 'small group', soon, 'scheduled', '', '', '')
      logged(workbook, '00123', 'individual', monday, 'no-show', 'N', 'N', 'R. Ruiz')
    })
    const { timeline } = ask(workspace, 'getStudent', { id: '00123' })
    expect(timeline.map(({ date, title, detail, isAhead, at }) => [date, title, detail, isAhead, at.row])).toEqual([
      ['2026-12-04', 'Small-group conference, scheduled', '', true, 7],
      ['2026-11-16', 'Individual conference, nobody came', '', false, 8],
      ['2026-10-06', 'Individual conference, held', 'Came: student, parent, staff.', false, 2],
      ['2025-10-02', 'PCCR signed by a parent', '', false, 2],
      ['2025-09-30', 'PCCR made', '', false, 2],
      ['2024-08-19', 'Came to the school', '', false, 4],
    ])
  })

  test('says who did not come, and whose coming is not on file', () => {
    const detailOf = (id: string) => ask(lincoln(), 'getStudent', { id }).timeline[0]?.detail
    expect(detailOf('00126')).toBe('Came: student, staff. Did not come: parent.')
    expect(detailOf('00130')).toBe('Came: student, staff. Not on file whether they came: parent.')
  })
})

describe('nothing can be recorded', () => {
  test('for a signature that is older than the plan: its cell is not blank', () => {
    const { missing } = ask(lincoln(), 'getStudent', { id: '00126' })
    const signature = missing.find(({ code }) => code === 'SIGN')
    expect([signature?.status, signature?.record]).toEqual(['CHECK', undefined])
  })

  test('for a grade that is not known', () => {
    const workspace = lincoln(({ sheets }) => {
      sheets[0]!.values[3]![3] = ''
    })
    const { missing, status, student, problems } = ask(workspace, 'getStudent', { id: '00123' })
    expect(missing.map(({ code, record }) => [code, record])).toEqual([['GRADE', undefined]])
    expect([status, student.grade, problems.length]).toEqual(['Please check', '', 1])
  })
})

describe('of a student who is not asked anything', () => {
  test.each([
    ['has left', 5, 46_000],
    ['has not entered yet', 4, soon],
  ])('it is said that the student %s', (words, column, date) => {
    const workspace = lincoln(({ sheets }) => {
      const [roster] = sheets
      roster!.values[2]![5] = column === 5 ? 'Exit date' : 'Entry date'
      roster!.values[3]![5] = date
    })
    const { student, status, missing } = ask(workspace, 'getStudent', { id: '00123' })
    expect([student.notHere, status, missing]).toEqual([words, 'Does not apply', []])
  })
})

describe('the id', () => {
  test('may lack its zeros, as in a log that lost them', () => {
    expect(ask(lincoln(), 'getStudent', { id: '124' }).student.id).toBe('00124')
  })

  test('may be a word of the language', () => {
    const workspace = lincoln(({ sheets }) => {
      sheets[0]!.values[3]![0] = '__proto__'
    })
    expect(ask(workspace, 'getStudent', { id: '__proto__' }).student.name).toBe('Alvarez, Mateo')
  })

  test('that two rows carry is a question, as on the roster', () => {
    const workspace = lincoln(({ sheets }) => {
      sheets[0]!.values[4]![0] = '00123'
    })
    const { sharesId, status, problems, student } = ask(workspace, 'getStudent', { id: '00123' })
    expect([sharesId, status, student.name]).toEqual([true, 'Please check', 'Alvarez, Mateo'])
    expect(problems[0]).toBe(
      'This student id stands in 2 rows. Give every student an id of their own, then check again.',
    )
  })

  test.each(['99999', 'constructor', '=1+1'])('%s, which nobody has, is refused in a sentence', (id) => {
    expect(refusalOf(lincoln(), 'getStudent', { id })).toEqual({
      ok: false,
      code: 'STUDENT_UNKNOWN',
      message: `No student on the roster has the id “${id}”. It may have been corrected or taken out; search by name, or check again.`,
    })
  })

  test.each([[{ id: '' }], [{}], [{ id: 124 }], [['00124']]])('%j is no request', (asked) => {
    expect(refusalOf(lincoln(), 'getStudent', asked).code).toBe('REQUEST_INVALID')
  })
})

test('a workbook without a roster says what is wanted', () => {
  const workspace = lincoln((workbook) => workbook.sheets.splice(0, 4))
  expect(refusalOf(workspace, 'getStudent', { id: '00123' }).code).toBe('NO_ROSTER')
})

test('an id that stands in every row of a log makes an answer of bearable size that says so', () => {
  const workspace = lincoln((workbook) => {
    workbook.sheets[1]!.rowCount = 3_100
    for (let n = 0; n < 3_000; n++) logged(workbook, '00123', 'group', 40_000 + n, 'held', 'Y', 'Y', 'R. Ruiz')
  })
  const details = ask(workspace, 'getStudent', { id: '00123' })
  expect(details.timeline).toHaveLength(500)
  expect(details.problems[0]).toContain('the newest 500 are shown')
  expect(JSON.stringify(details).length).toBeLessThan(300_000)
})

describe('in a school of 1,150 students', () => {
  const workspace = createWorkspace({
    dist: 'dist',
    workbook: sampleWorkbook({ students: 1_150, style: 'logs', seed: 1 }),
    now: `${SAMPLE_AS_OF}T09:00:00-07:00`,
  })
  workspace.execute('checkRoster', [JSON.stringify({ asOf: SAMPLE_AS_OF })])
  const tabs = workspace.workbook.sheets.length

  test('a student lacks what the tab Findings says, and each tab is read once', () => {
    for (const { id, items, name } of ask(workspace, 'listStudents', { kind: 'late' }).students.slice(0, 2)) {
      const { missing, student } = ask(workspace, 'getStudent', { id })
      expect(student.name).toBe(name)
      expect(missing.filter(({ status }) => status === 'LATE')).toHaveLength(items.length)
      expect(rangeCalls(workspace)).toBeLessThanOrEqual(tabs - 1)
    }
  })
})

test('a check leaves no trace in what is answered of a student', () => {
  const workspace = lincoln()
  const before = ask(workspace, 'getStudent', { id: '00124' })
  workspace.execute('checkRoster', [request])
  expect(ask(workspace, 'getStudent', { id: '00124' })).toEqual(before)
})

describe('tabs that get another name', () => {
  const rename = (workspace: Workspace) => {
    workspace.edits.renameTab('Students', 'Homeroom list')
    workspace.edits.renameTab('Conferences', 'Talks')
    workspace.edits.renameTab('Settings', 'Knobs')
  }

  test('after a check are the same tabs', () => {
    const workspace = lincoln()
    workspace.execute('checkRoster', [request])
    rename(workspace)
    const { student, timeline } = ask(workspace, 'getStudent', { id: '00123' })
    expect([student.at.sheet, timeline[0]?.at.sheet]).toEqual(['Homeroom list', 'Talks'])
    expect(ask(workspace, 'showStudent', { id: '00123' }).sheet).toBe('Homeroom list')
    expect(ask(workspace, 'getSelection').students).toEqual([{ id: '00123', name: 'Alvarez, Mateo' }])
  })

  test('while they are read are read again', () => {
    const workspace = lincoln()
    workspace.execute('checkRoster', [request])
    const faults = [{ at: { method: 'Spreadsheet.getSheets', nth: 1 }, userEdit: () => rename(workspace) }]
    const text = String(workspace.execute('getStudent', [JSON.stringify({ id: '00123' })], { faults }))
    expect(JSON.parse(text)).toMatchObject({ ok: true, student: { at: { sheet: 'Homeroom list' } } })
    expect(workspace.lastExecution!.calls.byMethod['Spreadsheet.getSheets']).toBe(2)
  })
})
