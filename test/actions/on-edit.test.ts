/** A person edits the workbook, and the flags follow. */
import { describe, expect, test } from 'vitest'
import { copyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { lincolnHigh } from '../faults/lincoln-high.ts'
import { check, workspaceOf } from '../faults/run-check.ts'
import { flagsOf, pageOf } from '../faults/workbook-state.ts'

const checked = check(lincolnHigh()).workbook

/** One edit on a copy of the checked school. */
function edited(edit: (workspace: Workspace) => void, from: WorkbookModel = checked): Workspace {
  const workspace = workspaceOf(copyWorkbook(from))
  edit(workspace)
  return workspace
}

const roster = ({ workbook }: { workbook: WorkbookModel }) => workbook.sheets[0]!
const findings = ({ workbook }: { workbook: WorkbookModel }) => workbook.sheets.find(({ name }) => name === 'Findings')!
const flagOf = (workspace: Workspace, id: string) => flagsOf(roster(workspace)).find((one) => one.id === id)?.cells
const isOutOfDate = ({ workbook }: Workspace) => workbook.metadata.some(({ value }) => value?.startsWith('out-of-date'))
/** Rows of the table and of the problems, in any order, without blank ones. */
const rowsOf = (where: { workbook: WorkbookModel }) =>
  pageOf(findings(where))
    .filter((row) => row.length > 0)
    .map((row) => JSON.stringify(row))
    .sort()

/** After an edit and its re-check everything is as a whole check would leave it. */
function isAsChecked(workspace: Workspace): void {
  const fresh = check(workspace.workbook)
  expect(flagsOf(roster(workspace))).toEqual(flagsOf(roster(fresh)))
  expect(rowsOf(workspace)).toEqual(rowsOf(fresh))
  expect(isOutOfDate(workspace)).toBe(false)
}

test('a parent signature that is typed into Plans takes the signature off the list of that student', () => {
  const workspace = edited((w) => w.edit('Plans', 'D3', '2025-10-20'))
  expect(flagOf(workspace, '00124')?.[1]).not.toContain('signature')
  isAsChecked(workspace)
})

describe('what is edited', () => {
  test('a grade on the roster: the student and nobody else', () => {
    const before = flagsOf(roster({ workbook: checked }))
    const workspace = edited((w) => w.edit('Students', 'D4', '10'))
    isAsChecked(workspace)
    const changed = flagsOf(roster(workspace)).filter(
      (flag, index) => String(flag.cells) !== String(before[index]?.cells),
    )
    expect(changed.map(({ id }) => id)).toEqual(['00123'])
  })

  test('the id of a log row: who stood there and who stands there now', () => {
    const workspace = edited((w) => w.edit('Conferences', 'A2', "'00127"))
    expect(flagOf(workspace, '00123')?.[1]).toContain('Individual conference')
    isAsChecked(workspace)
  })

  test('an id on the roster: its findings go, and another student with that number is asked about', () => {
    isAsChecked(edited((w) => w.edit('Students', 'A4', '90000')))
    const twice = edited((w) => w.edit('Students', 'A4', '00124'))
    expect(flagsOf(roster(twice)).filter(({ id }) => id === '00124')).toMatchObject([
      { cells: ['Please check', expect.stringContaining('stands in 2 rows'), ''] },
      { cells: ['Please check', expect.stringContaining('stands in 2 rows'), ''] },
    ])
    isAsChecked(twice)
    isAsChecked(edited((w) => w.edit('Students', 'A4', '00123'), twice.workbook))
  })

  test('a student who is typed below the others, and one who is cleared away', () => {
    const workspace = edited((w) => w.edit('Students', 'A12', "'00131"))
    workspace.edit('Students', 'B12', 'Ito')
    workspace.edit('Students', 'C12', 'Ken')
    workspace.edit('Students', 'D12', '9')
    expect(flagOf(workspace, '00131')?.[0]).toBe('Late')
    workspace.edit('Students', 'A12', '')
    for (const cell of ['B12', 'C12', 'D12']) workspace.edit('Students', cell, '')
    expect(flagsOf(roster(workspace)).find(({ row }) => row === 12)?.cells).toEqual(['', '', ''])
  })

  test('a row of Conferences below the last one, cell by cell', () => {
    const workspace = edited((w) => w.edit('Conferences', 'A7', "'00128"))
    for (const [cell, text] of [
      ['B7', 'group'],
      ['C7', '2026-10-08'],
      ['D7', 'held'],
      ['E7', 'Y'],
      ['F7', 'Y'],
      ['G7', 'R. Ruiz'],
    ] as const)
      workspace.edit('Conferences', cell, text)
    expect(flagOf(workspace, '00128')?.[1]).not.toContain('Group conference')
    isAsChecked(workspace)
  })
})

test('four rows pasted at once: all of these students', () => {
  const workspace = edited((w) =>
    w.edit('Conferences', 'A7', [
      ["'00124", 'individual', '2026-10-08', 'held', 'Y', 'Y', 'R. Ruiz'],
      ["'00125", 'individual', '2026-10-08', 'held', 'Y', 'Y', 'R. Ruiz'],
      ["'00126", 'individual', '2026-10-08', 'held', 'Y', 'Y', 'R. Ruiz'],
      ['90000', 'individual', '2026-10-08', 'held', 'Y', 'Y', 'R. Ruiz'],
    ]),
  )
  expect(flagOf(workspace, '00125')?.[1]).not.toContain('Individual conference')
  isAsChecked(workspace)
})

describe('what does nothing, without reading the workbook', () => {
  const reads = (workspace: Workspace) =>
    workspace.lastExecution!.calls.log.filter(({ effect }) => effect.endsWith('range')).length

  test.each([
    ['before the first check', 'Students', 'D4', lincolnHigh()],
    ['on Findings', 'Findings', 'C6', checked],
    ['in a managed column', 'Students', 'J4', checked],
    ['far down in a tab that is not read', 'To do', 'A17', checked],
  ] as const)('an edit %s', (_, tab, cell, workbook) => {
    const workspace = edited((w) => w.edit(tab, cell, 'seen'), workbook)
    expect(reads(workspace)).toBe(0)
    expect(isOutOfDate(workspace)).toBe(false)
  })

  test('a call without an edit', () => {
    expect(workspaceOf(copyWorkbook(checked)).execute('onEdit')).toBeUndefined()
  })
})

describe('what concerns everyone makes the workbook out of date, until it is checked', () => {
  const line = 'Out of date: something was edited since. Check again.'

  test.each([
    ['Settings', 'B8', '2027-06-01'],
    ['Settings', 'B8', 'soon'],
    ['Calendar', 'C4', '2027-06-04'],
    ['Students', 'D3', 'Level'],
    ['Conferences', 'C1', 'Day'],
  ])('%s!%s: %s', (tab, cell, text) => {
    const workspace = edited((w) => w.edit(tab, cell, text))
    expect(isOutOfDate(workspace)).toBe(true)
    expect(findings(workspace).values[0]?.[4]).toBe(line)
    expect(JSON.parse(String(workspace.execute('getOverview'))).outOfDate ?? tab === 'Settings').toBe(true)
    expect(flagsOf(roster(workspace))).toEqual(flagsOf(roster({ workbook: checked })))
    workspace.edits.clear('Settings', 'B8')
    expect(JSON.parse(String(workspace.execute('checkRoster', ['{}'])))).toMatchObject({ ok: true })
    expect(isOutOfDate(workspace)).toBe(false)
    expect(findings(workspace).values[0]?.[4] ?? '').toBe('')
  })

  test('it says so once, and a student is brought up to date all the same', () => {
    const workspace = edited((w) => w.edit('Calendar', 'C4', '2027-06-04'))
    workspace.edit('Calendar', 'C4', '2027-06-05')
    workspace.edit('Plans', 'D3', '2025-10-20')
    expect(flagOf(workspace, '00124')?.[1]).not.toContain('signature')
    expect(workspace.workbook.metadata.filter(({ value }) => value?.startsWith('out-of-date'))).toHaveLength(1)
    expect(findings(workspace).values[0]?.[4]).toBe(line)
  })

  test('a row that somebody deleted is noticed at the next edit', () => {
    const workspace = edited((w) => w.edits.deleteRows('Conferences', 2))
    workspace.edit('Plans', 'D3', '2025-10-20')
    expect(isOutOfDate(workspace)).toBe(true)
    expect(flagOf(workspace, '00124')?.[1]).not.toContain('signature')
  })

  test('the next day', () => {
    const workspace = edited((w) => {
      w.clock.advance(86_400_000)
      w.edit('Plans', 'D3', '2025-10-20')
    })
    expect(isOutOfDate(workspace)).toBe(true)
  })
})

describe('while something else is going on', () => {
  test('a check is at work: the mark outlives it', () => {
    const workspace = workspaceOf(copyWorkbook(checked))
    workspace.execute('checkRoster', ['{}'], {
      faults: [
        { at: { method: 'Range.getFormulas', nth: 1 }, runExecution: (w) => w.edit('Plans', 'D3', '2025-10-20') },
      ],
    })
    expect(isOutOfDate(workspace)).toBe(true)
  })

  test('a protected roster: nothing is shown, and the workbook is out of date', () => {
    const workspace = edited((w) => {
      roster(w).protections = [{ description: 'Office only', warningOnly: false }]
      w.edit('Plans', 'D3', '2025-10-20')
    })
    expect(isOutOfDate(workspace)).toBe(true)
    expect(workspace.ui.alerts).toEqual([])
  })
})

describe('how it is written', () => {
  test('three ranges for one student, beside the reads', () => {
    const { calls } = edited((w) => w.edit('Plans', 'D3', '2025-10-20')).lastExecution!
    expect(calls.log.filter(({ effect }) => effect === 'writes-range').map(({ method }) => method)).toEqual([
      'Range.setValues',
      'Range.setValues',
      'Range.setBackgrounds',
    ])
  })

  test('Findings stays sorted and filtered as a person left it', () => {
    const workspace = workspaceOf(copyWorkbook(checked))
    const filter = structuredClone(findings(workspace).filter)!
    const { values, styles, formulas } = findings(workspace)
    for (const layer of [values, styles, formulas]) {
      const table = layer.slice(5, filter.row + filter.rows).reverse()
      layer.splice(5, table.length, ...(table as []))
    }
    const names = () =>
      findings(workspace)
        .values.slice(5)
        .map((row) => row?.[1])
        .filter((name) => name)
    const before = names()
    workspace.edit('Plans', 'D3', '2025-10-20')
    expect(findings(workspace).filter).toEqual(filter)
    expect(names().filter((name) => name !== 'Brown, Ana')).toEqual(before.filter((name) => name !== 'Brown, Ana'))
    expect(names().length).toBe(before.length - 1)
  })
})
