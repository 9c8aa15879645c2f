/** Recording for one student or many: what stands in the school's tabs then, what is asked before, and taking it back. */
import { describe, expect, test } from 'vitest'
import { SAMPLE_AS_OF, sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import { copyWorkbook, type SheetModel, type WorkbookModel } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { asOf, lincolnHigh } from '../faults/lincoln-high.ts'
import { check, workspaceOf } from '../faults/run-check.ts'
import { flagsOf, schoolState } from '../faults/workbook-state.ts'

const checked = check(lincolnHigh()).workbook

/** Days since 1899-12-30. */
const day = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569

interface Answer {
  readonly [key: string]: unknown
  readonly undo: string
  readonly warnings?: readonly { readonly message: string; readonly clause: string }[]
}

function opened(from: WorkbookModel = checked): Workspace {
  return workspaceOf(copyWorkbook(from))
}

function save(workspace: Workspace, students: readonly string[], entry: object, confirmed = true): Answer {
  return JSON.parse(String(workspace.execute('saveRecord', [JSON.stringify({ students, entry, confirmed })])))
}

function undo(workspace: Workspace, token: string): Answer {
  return JSON.parse(String(workspace.execute('undoRecord', [JSON.stringify({ undo: token })])))
}

function tab({ workbook }: Pick<Workspace, 'workbook'>, name: string): SheetModel {
  const sheet = workbook.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`There is no tab ${name}.`)
  return sheet
}

/** A row as its reader sees it: what is blank is '', and blanks at the end are gone. */
function rowOf(workspace: Workspace, name: string, row: number): readonly unknown[] {
  const cells = Array.from(tab(workspace, name).values[row - 1] ?? [], (cell) => cell ?? '')
  while (cells[cells.length - 1] === '') cells.pop()
  return cells
}

const flag = (workspace: Workspace, id: string) =>
  flagsOf(tab(workspace, 'Students')).find((one) => one.id === id)?.cells

const conference = { type: 'conference', kind: 'individual', date: '2026-11-20', status: 'held' } as const

describe('a conference', () => {
  test('stands behind the last one, as the rows above are written, and the flags follow', () => {
    const workspace = opened()
    const answer = save(workspace, ['00127'], {
      ...conference,
      studentAttended: true,
      parentAttended: false,
      staffNames: 'R. Ruiz',
      notes: '=SUM(1)',
    })
    expect(answer).toMatchObject({ ok: true, sheet: 'Conferences', saved: 1, left: [], rechecked: true })
    const sheet = tab(workspace, 'Conferences')
    expect(sheet.values[6]).toEqual(['00127', 'individual', day('2026-11-20'), 'held', 'Y', 'N', 'R. Ruiz', '=SUM(1)'])
    expect(sheet.formulas[6]?.[7]).toBeUndefined()
    expect(sheet.styles[6]?.[2]?.numberFormat).toBe('m/d/yyyy')
    expect(flagsOf(tab(workspace, 'Students'))).toEqual(flagsOf(tab(check(workspace.workbook), 'Students')))
  })

  test('one row for each of many, no range more than for one; a group is one session', () => {
    const one = opened()
    save(one, ['00123'], conference)
    const many = opened()
    const ids = ['00123', '00124', '00125', '00126', '00127', '00128', '00129', '00130']
    tab(many, 'Conferences').values[0]!.push('Session ID', 'Group size')
    save(many, ids, { ...conference, kind: 'group' })
    const ranges = ({ lastExecution }: Workspace) =>
      lastExecution!.calls.log.filter(({ effect }) => effect.endsWith('range')).length
    expect(ranges(many)).toBe(ranges(one))
    // Six tabs are read once each; three calls record, eight bring flags and Findings up to date.
    expect(ranges(one)).toBe(6 + 3 + 8)
    const rows = tab(many, 'Conferences').values.slice(6, 14)
    expect(rows.map((row) => row?.[0])).toEqual(ids)
    expect(new Set(rows.map((row) => row?.[8]))).toEqual(new Set(['2026-11-20 group']))
    expect(new Set(rows.map((row) => row?.[9]))).toEqual(new Set([8]))
    save(many, ['00123'], { ...conference, kind: 'group' })
    expect(tab(many, 'Conferences').values[14]?.slice(8)).toEqual(['2026-11-20 group 2', 1])
  })

  test('what is not said stays blank, and a no is written', () => {
    const workspace = opened()
    save(workspace, ['00127'], { ...conference, parentAttended: false })
    expect(rowOf(workspace, 'Conferences', 7).slice(4)).toEqual(['', 'N'])
  })

  test('what somebody types below in the same moment is not written over', () => {
    const workspace = opened()
    const done = save(opened(), ['00127'], conference)
    expect(done.saved).toBe(1)
    workspace.execute('saveRecord', [JSON.stringify({ students: ['00127'], entry: conference, confirmed: true })], {
      faults: [
        {
          at: { method: 'Sheet.insertRowsAfter', nth: 1 },
          userEdit: (edits) => edits.setCell('Conferences', 'A7', 'mine'),
        },
      ],
    })
    expect(
      tab(workspace, 'Conferences')
        .values.slice(6, 8)
        .map((row) => row?.[0]),
    ).toEqual(['00127', 'mine'])
  })

  test.each<readonly [string, (sheet: SheetModel) => void, readonly unknown[]]>([
    [
      'a title above, other headings, other words',
      (sheet) => {
        sheet.values = [
          ['PCCR log'],
          [],
          ['Stu Num', 'When', 'Conf type', 'Conf date', 'Result', 'Who came'],
          ['00123', '', 'Indiv', '10/6/2026', 'Completed', 'B'],
          ['00126', '', 'Grp', '9/15/2026', 'Completed', 'S'],
        ]
        sheet.styles = sheet.values.map(() => Array.from({ length: 6 }, () => ({ numberFormat: '@' })))
      },
      ['00127', '', 'Indiv', '11/20/2026', 'Completed', 'P'],
    ],
    [
      'ids that are numbers, boxes, a number of its own',
      (sheet) => {
        sheet.values = [
          ['Conference number', 'Student ID', 'Kind', 'Date', 'Status', 'Student attended', 'Parent attended'],
          ['C-009', 123, 'individual', day('2026-10-06'), 'held', true, false],
        ]
        sheet.styles = [[], [undefined, undefined, undefined, { numberFormat: 'd mmm yyyy' }]]
      },
      ['C-010', '00127', 'individual', day('2026-11-20'), 'held', false, true],
    ],
  ])('%s: written so that it is read', (_, shape, row) => {
    const workbook = copyWorkbook(checked)
    shape(workbook.sheets.find(({ name }) => name === 'Conferences')!)
    const workspace = opened(workbook)
    const answer = save(workspace, ['00127'], { ...conference, studentAttended: false, parentAttended: true })
    expect(answer).toMatchObject({ ok: true, saved: 1 })
    expect(rowOf(workspace, 'Conferences', tab(workspace, 'Conferences').values.length)).toEqual(row)
  })

  test('a field without a column is refused beside the field, and the form knows it before', () => {
    const workspace = opened()
    const form = JSON.parse(String(workspace.execute('getRecordForm')))
    expect(form.without.conference).toContain('place')
    expect(form.without.conference).not.toContain('notes')
    expect(save(workspace, ['00127'], { ...conference, place: 'Library' })).toMatchObject({
      ok: false,
      code: 'REQUEST_INVALID',
      fields: { 'entry.place': expect.stringContaining('The tab Conferences has no column for this') },
    })
    expect(schoolState(workspace.workbook)).toEqual(schoolState(checked))
  })

  test('a tab that cannot tell the kind is not written into with another kind', () => {
    const workbook = copyWorkbook(checked)
    workbook.sheets[1]!.values = [
      ['Student ID', 'Conference date', 'Staff names', 'Parent attended'],
      ['00123', day('2026-10-06'), 'R. Ruiz', 'Y'],
    ]
    const workspace = opened(workbook)
    expect(save(workspace, ['00127'], { ...conference, kind: 'group' })).toMatchObject({
      ok: false,
      code: 'TAB_UNREADABLE',
    })
    expect(save(workspace, ['00127'], conference)).toMatchObject({ ok: true, saved: 1 })
  })

  test('ids that are not on the roster', () => {
    expect(save(opened(), ['00127', '99999'], conference)).toMatchObject({
      ok: false,
      fields: { students: expect.stringContaining('“99999”') },
    })
  })

  test('a protected tab: one sentence, and nothing is left behind', () => {
    const workspace = opened()
    tab(workspace, 'Conferences').protections = [{ description: 'Office', warningOnly: false }]
    expect(save(workspace, ['00127'], conference)).toMatchObject({ ok: false, code: 'SHEET_PROTECTED' })
    tab(workspace, 'Conferences').protections = []
    expect(schoolState(workspace.workbook)).toEqual(schoolState(checked))
    expect(workspace.workbook.metadata.some(({ value }) => value?.startsWith('out-of-date'))).toBe(false)
  })

  test('a drop-down that takes other words only: it says so, and nothing is left behind', () => {
    const workspace = opened()
    const rule = { criteria: 'VALUE_IN_LIST', values: ['done'], allowInvalid: false, showDropdown: true }
    for (const row of [5, 6, 7])
      tab(workspace, 'Conferences').validations[row] = [undefined, undefined, undefined, rule]
    const before = schoolState(workspace.workbook)
    expect(save(workspace, ['00127'], { ...conference, status: 'scheduled' })).toMatchObject({ code: 'VALUE_REFUSED' })
    expect(schoolState(workspace.workbook)).toEqual(before)
  })
})

describe('the other entries', () => {
  test('a contact makes the tab that is missing, as set-up does', () => {
    const workspace = opened()
    const answer = save(workspace, ['00123', '00124'], {
      type: 'contact',
      date: '2026-11-19',
      about: 'individual',
      channel: 'letter',
      outcome: 'reached',
      by: 'Ms. Ruiz',
    })
    expect(answer).toMatchObject({ ok: true, sheet: 'Contacts', saved: 2 })
    for (const [row, id] of [
      [2, '00123'],
      [3, '00124'],
    ] as const)
      expect(rowOf(workspace, 'Contacts', row)).toEqual([
        id,
        day('2026-11-19'),
        'individual',
        'letter',
        '',
        'reached',
        'Ms. Ruiz',
      ])
    expect(save(workspace, ['00125'], { type: 'contact', date: '2026-11-20' })).toMatchObject({ sheet: 'Contacts' })
    expect(workspace.workbook.sheets.filter(({ name }) => name.startsWith('Contacts'))).toHaveLength(1)
  })

  test('a plan, and an update of it', () => {
    const workspace = opened()
    expect(flag(workspace, '00125')?.[1]).toContain('Plan (')
    save(workspace, ['00125'], { type: 'plan', date: '2026-11-18', parentSignedOn: '2026-11-18' })
    expect(rowOf(workspace, 'Plans', 6)).toEqual(['00125', '', day('2026-11-18'), day('2026-11-18')])
    expect(flag(workspace, '00125')?.[1]).not.toContain('Plan (')
    expect(save(workspace, ['00123'], { type: 'update', date: '2026-11-18', by: 'Ms. Ruiz' })).toMatchObject({
      ok: true,
      sheet: 'Plan Updates',
    })
    expect(flag(workspace, '00123')?.[1]).not.toContain('Yearly update')
  })

  test('a signature fills the blank cells of the newest plan; the others are left, each with the reason', () => {
    const workspace = opened()
    const answer = save(workspace, ['00123', '00124', '00125'], {
      type: 'signature',
      date: '2026-11-20',
      signedBy: 'parent',
    })
    expect(answer).toMatchObject({
      ok: true,
      sheet: 'Plans',
      saved: 1,
      left: [
        { id: '00123', name: 'Alvarez, Mateo', reason: 'The newest plan is signed already.' },
        { id: '00125', reason: 'No plan is on file. Record the plan first.' },
      ],
    })
    expect(tab(workspace, 'Plans').values[2]?.slice(3)).toEqual([day('2026-11-20'), 'parent'])
    expect(flag(workspace, '00124')?.[1]).not.toContain('signature')
    expect(undo(workspace, answer.undo)).toMatchObject({ ok: true, takenBack: 1, left: 0, rechecked: true })
    expect(schoolState(workspace.workbook)).toEqual(schoolState(checked))
    expect(flagsOf(tab(workspace, 'Students'))).toEqual(flagsOf(tab(opened(), 'Students')))
  })

  test('before the first check the row is saved, and nothing is said to be re-checked', () => {
    const workspace = opened(lincolnHigh())
    expect(save(workspace, ['00127'], conference)).toMatchObject({ ok: true, saved: 1, rechecked: false })
    expect(workspace.workbook.sheets[0]!.values[2]).not.toContain('Status')
    expect(workspace.workbook.metadata).toEqual([])
  })
})

describe('a tracker with one row for each student', () => {
  const workbook = sampleWorkbook({ students: 40, style: 'wide', seed: 7 })
  const at = (w: WorkbookModel) => createWorkspace({ dist: 'dist', workbook: w, now: `${SAMPLE_AS_OF}T09:00:00-07:00` })
  at(workbook).execute('checkRoster', ['{}'])

  test('thirty conferences: a tab of their own, as many range calls as one takes', () => {
    const workspace = at(copyWorkbook(workbook))
    const ids = JSON.parse(String(workspace.execute('listStudents', ['{}']))).students.map(
      ({ id }: { id: string }) => id,
    )
    const thirty = ids.slice(0, 30)
    expect(save(workspace, thirty.slice(0, 1), { ...conference, kind: 'other' })).toMatchObject({ saved: 1 })
    const answer = save(workspace, thirty, { ...conference, kind: 'group', studentAttended: true })
    expect(answer).toMatchObject({ ok: true, sheet: 'Conferences', saved: thirty.length, rechecked: true })
    const ranges = workspace.lastExecution!.calls.log.filter(({ effect }) => effect.endsWith('range'))
    // Three tabs are read.
    expect(ranges.length).toBeLessThanOrEqual(3 + 3 + 8)
    expect(undo(workspace, answer.undo)).toMatchObject({ takenBack: thirty.length, left: 0 })
  })

  test('a signature goes into the roster, beside the plan, and out again', () => {
    const workspace = at(copyWorkbook(workbook))
    const read = () => tab(workspace, 'Tracker').values.map((_, row) => rowOf(workspace, 'Tracker', row + 1))
    const before = read()
    const ids = JSON.parse(String(workspace.execute('listStudents', ['{"code":"SIGN","clause":"3.1.7"}'])))
    const unsigned = ids.students.map(({ id }: { id: string }) => id)
    expect(unsigned.length).toBeGreaterThan(0)
    const answer = save(workspace, unsigned, { type: 'signature', date: '2026-11-20', signedBy: 'parent' })
    expect(answer).toMatchObject({ ok: true, sheet: 'Tracker', rechecked: true })
    expect(answer.saved).toBeGreaterThan(0)
    expect(undo(workspace, answer.undo)).toMatchObject({ takenBack: answer.saved, left: 0 })
    expect(read()).toEqual(before)
  })
})

describe('what is asked before anything is saved', () => {
  const asked = (entry: object, students: readonly string[] = ['00127'], from = checked) => {
    const workspace = opened(from)
    const answer = save(workspace, students, entry, false)
    expect(schoolState(workspace.workbook)).toEqual(schoolState(from))
    return answer.warnings?.map(({ message, clause }) => (clause === '' ? message : `${message} [${clause}]`))
  }
  const ofPolicy = (policy: string) => {
    const workbook = copyWorkbook(checked)
    workspaceOf(workbook).execute('checkRoster', [JSON.stringify({ asOf, policy })])
    workspaceOf(workbook).edits.setCell(
      'Settings',
      'B4',
      policy === 'ega-2019' ? 'EGA guidance 2019 (ILP/PCCR)' : policy,
    )
    return workbook
  }

  test('nothing to ask: it is saved at once', () => {
    expect(save(opened(), ['00127'], conference, false)).toMatchObject({ saved: 1 })
  })

  test('a small group of more than five, by how many were invited', () => {
    const group = { ...conference, kind: 'small_group' }
    const six = ['00123', '00124', '00125', '00126', '00127', '00128']
    const ega = ofPolicy('ega-2019')
    expect(asked(group, six, ega)).toEqual([expect.stringMatching(/^6 students were invited.*at most 5\. \[.+\]$/)])
    expect(save(opened(), six, group, false)).toMatchObject({ saved: 6 })
    expect(asked({ ...group, invitedCount: 7 }, ['00127'], ega)).toBeDefined()
  })

  test.each<readonly [string, object, readonly string[], string]>([
    [
      'the same conference',
      { ...conference, date: '2026-10-06' },
      ['00123', '00127'],
      'Alvarez, Mateo has this already on file',
    ],
    ['a day to come', { ...conference, date: '2026-12-01' }, ['00127'], 'has not come yet'],
    ['another school year', { ...conference, date: '2026-06-01' }, ['00127'], 'outside the school year 2026-27'],
    [
      'a day before the student came',
      { ...conference, date: '2026-08-01' },
      ['00125'],
      'Cruz, Guadalupe came to the school after',
    ],
    [
      'nobody came',
      { ...conference, studentAttended: false, parentAttended: false },
      ['00127'],
      'Neither student nor parent',
    ],
  ])('%s', (_, entry, students, message) => {
    expect(asked(entry, students)).toEqual([expect.stringContaining(message)])
  })

  test('a conference that is only planned may lie ahead', () => {
    expect(save(opened(), ['00127'], { ...conference, date: '2026-12-01', status: 'scheduled' }, false)).toMatchObject({
      saved: 1,
    })
  })
})

describe('undo', () => {
  const saved = (workspace: Workspace) => save(workspace, ['00127', '00128'], conference)

  test('takes exactly those rows back, and the flags with them', () => {
    const workspace = opened()
    const { undo: token } = saved(workspace)
    expect(token).not.toMatch(/0012|Evans|Fonua/)
    expect(undo(workspace, token)).toMatchObject({ ok: true, takenBack: 2, left: 0, rechecked: true })
    expect(schoolState(workspace.workbook)).toEqual(schoolState(checked))
    expect(flagsOf(tab(workspace, 'Students'))).toEqual(flagsOf(tab(opened(), 'Students')))
    expect(undo(workspace, token)).toMatchObject({ ok: true, takenBack: 0, left: 2, students: [] })
  })

  test('after the tab was sorted and rows came in between', () => {
    const workspace = opened()
    const { undo: token } = saved(workspace)
    workspace.edits.sortRows('Conferences', { column: 1, ascending: false, headingRows: 1 })
    workspace.edits.insertRows('Conferences', 3, 2)
    expect(undo(workspace, token)).toMatchObject({ takenBack: 2, left: 0 })
    const ids = tab(workspace, 'Conferences')
      .values.map((row) => row?.[0] ?? '')
      .filter((id) => id !== '')
    expect(ids.sort()).toEqual(['00123', '00126', '00127', '00129', '00130', 'Student ID'])
  })

  test('a row that somebody changed since stays', () => {
    const workspace = opened()
    const { undo: token } = saved(workspace)
    workspace.edits.setCell('Conferences', 'H7', 'moved to Monday')
    expect(undo(workspace, token)).toMatchObject({ takenBack: 1, left: 1, students: [{ id: '00128' }] })
    expect(tab(workspace, 'Conferences').values[6]?.[7]).toBe('moved to Monday')
  })

  test('a text that is no token', () => {
    expect(undo(opened(), 'yesterday')).toMatchObject({ ok: false, code: 'REQUEST_INVALID' })
  })
})
