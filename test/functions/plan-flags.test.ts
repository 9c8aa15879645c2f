import { describe, expect, test } from 'vitest'
import { sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import type { SheetModel, WorkbookModel } from '../../local/workspace/model.ts'
import { asOf, headingRow, lincolnHigh } from '../faults/lincoln-high.ts'
import { workspaceOf } from '../faults/run-check.ts'
import { flagsOf } from '../faults/workbook-state.ts'
import { rangeOf, script } from './formulas.ts'

const settings = [
  ['Policy', 'davis-4i-101'],
  ['as of', asOf],
]

function tab(workbook: WorkbookModel, name: string): SheetModel {
  return workbook.sheets.find((sheet) => sheet.name === name) as SheetModel
}

/** PLAN_FLAGS over the tabs of a workbook. */
function flags(workbook: WorkbookModel, chosen: unknown = settings): string[][] {
  const ranges = ['Students', 'Conferences', 'Contacts', 'Plans', 'Plan Updates'].map((name) => {
    const sheet = tab(workbook, name)
    return sheet === undefined ? '' : rangeOf(sheet)
  })
  return script.PLAN_FLAGS!(...ranges, chosen) as string[][]
}

/** What a check writes beside every student: Status, Open items, Next due as a day. */
function written(workbook: WorkbookModel): unknown[][] {
  const answer = JSON.parse(String(workspaceOf(workbook).execute('checkRoster', [JSON.stringify({ asOf })])))
  expect(answer).toMatchObject({ ok: true })
  return flagsOf(tab(workbook, 'Students')).map(({ cells }) =>
    cells.map((cell) => (typeof cell === 'number' ? iso(cell) : cell)),
  )
}

function iso(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

/** A grade history, a calendar and a log of the school have no argument. */
function withoutFurtherTabs(workbook: WorkbookModel): WorkbookModel {
  workbook.sheets = workbook.sheets.filter(({ name }) => !/History|Calendar|School Log/.test(name))
  return workbook
}

describe('PLAN_FLAGS says what a check writes', () => {
  test('of the eight students of Lincoln High, beside the title, the headings and the row of totals', () => {
    const workbook = withoutFurtherTabs(lincolnHigh())
    const formula = flags(workbook)
    expect(formula).toHaveLength(tab(workbook, 'Students').values.length)
    expect(formula.slice(1, headingRow)).toEqual([
      ['', '', ''],
      ['Status', 'Open items', 'Next due'],
    ])
    expect(formula.slice(headingRow)).toEqual(written(workbook))
    expect(formula[headingRow + 2]).toEqual([
      'Late',
      'Plan (3.1.1); Individual conference (3.3.1); Group conference (3.3.1)',
      '2026-10-16',
    ])
  })

  test('of every student of the sample school, and again over its own columns', () => {
    const workbook = withoutFurtherTabs(sampleWorkbook({ students: 120, style: 'logs', seed: 1 }))
    const before = flags(workbook)
    const check = written(workbook)
    expect(before.slice(1)).toEqual(check)
    expect(new Set(check.map(([status]) => status)).size).toBeGreaterThan(3)
    expect(flags(workbook)).toEqual(before)
  })

  test('by the tab Settings as by two columns of a person', () => {
    const workbook = withoutFurtherTabs(lincolnHigh())
    written(workbook)
    workspaceOf(workbook).edits.setCell('Settings', 'B8', asOf)
    expect(flags(workbook, rangeOf(tab(workbook, 'Settings')))).toEqual(flags(workbook))
  })
})

test('PLAN_FLAGS goes by what a person chose about columns on the tab Settings', () => {
  const workbook = withoutFurtherTabs(lincolnHigh())
  const { values } = tab(workbook, 'Students')
  values.slice(headingRow - 1, headingRow + 8).forEach((row, index) => {
    row[9] = index === 0 ? 'Gr' : 12
  })
  written(workbook)
  const chosen = () => rangeOf(tab(workbook, 'Settings'))
  const rowOf = (mark: RegExp) => chosen().findIndex((row) => mark.test(row.join('|'))) + 1
  workspaceOf(workbook).edits.setCell('Settings', `B${rowOf(/^As-of date/)}`, asOf)
  expect(flags(workbook, chosen())[0]?.[0]).toContain('“Grade” and “Gr” of students could both be the grade')
  workspaceOf(workbook).edits.setCell('Settings', `B${rowOf(/#\w+ grade$/)}`, 'Grade')
  const formula = flags(workbook, chosen())
  expect(formula.slice(headingRow)).toEqual(written(workbook))
  expect(formula).toEqual(flags(withoutFurtherTabs(lincolnHigh())))
})

const roster = [
  ['ID', 'Name', 'Grade', 'PCCR date', 'Who came', 'PCCR created', 'Parent signed'],
  ['00123', 'Alvarez, Mateo', '9th', '10/6/2026', 'B', '9/30/2024', '10/2/2024'],
  ['', '', '', '', '', '', ''],
  ['00125', 'Cruz, Lupe', 7, '', '', '', ''],
]

describe('PLAN_FLAGS with what may be left out', () => {
  test.each([
    { given: 'settings alone', ranges: ['', '', '', ''] },
    {
      given: 'empty tabs',
      ranges: [
        [
          ['', ''],
          ['', ''],
        ],
        [['']],
        '',
        undefined,
      ],
    },
  ])('reads a roster that carries its records itself: $given', ({ ranges }) => {
    expect(script.PLAN_FLAGS!(roster, ...ranges, settings)).toEqual([
      ['Status', 'Open items', 'Next due'],
      ['To do', 'Yearly update (3.1.8)', '2027-05-28'],
      ['', '', ''],
      ['Late', 'Plan (3.1.1); Individual conference (3.3.1); Group conference (3.3.1)', '2026-10-16'],
    ])
  })

  test('takes the policy alone for settings, and nothing for that which a check assumes, as of today', () => {
    const statuses = (chosen: unknown) =>
      (script.PLAN_FLAGS!(roster, '', '', '', '', chosen) as string[][]).map(([status]) => status)
    expect(statuses('Davis School District 4I-101')).toEqual(statuses(''))
    expect(statuses(undefined)).toEqual(statuses(''))
    expect(statuses('')[2]).toBe('')
  })

  test('goes by the days of school of the settings', () => {
    const days = [...settings, ['First day of school', '9/8/2026'], ['Last day', '2027-06-11']]
    expect((script.PLAN_FLAGS!(roster, '', '', '', '', days) as string[][])[3]?.[2]).toBe('2026-11-07')
  })
})

describe('PLAN_FLAGS does not pass over in silence', () => {
  const [headings, mateo, blank, lupe] = roster as [unknown[], unknown[], unknown[], unknown[]]
  const withDate = (row: unknown[], date: string) => row.map((cell, column) => (column === 3 ? date : cell))
  const troubled = (students: unknown[][], conferences: unknown = '') =>
    (script.PLAN_FLAGS!(students, conferences, '', '', '', settings) as string[][])[0]?.[0]

  test('two columns that could both be the grade: no grade is read, and the first cell says so', () => {
    const unsure = roster.map((row, index) => [...row, index === 0 ? 'Gr' : 8])
    const titled = [['Lincoln High', ...headings.slice(1).map(() => ''), ''], ...unsure]
    const [title, ...lines] = script.PLAN_FLAGS!(titled, '', '', '', '', settings) as string[][]
    expect(title?.[0]).toMatch(
      /^Please check: “Grade” and “Gr” of students could both be the grade, and their cells differ\./,
    )
    expect(lines).toEqual([
      ['Status', 'Open items', 'Next due'],
      ['Please check', 'Grade', ''],
      ['', '', ''],
      ['Please check', 'Grade', ''],
    ])
  })

  test('a cell that cannot be read, and how many more there are', () => {
    const text = 'Status. Please check: students, row 2: “PCCR date” holds “soon”.'
    expect(troubled([headings, withDate(mateo, 'soon'), blank, lupe])).toMatch(new RegExp(`^${text}`))
    expect(troubled([headings, withDate(mateo, 'soon'), blank, withDate(lupe, '#N/A')])).toMatch(
      / A check lists 1 more\.$/,
    )
  })

  test('a conference of somebody who is not on the roster', () => {
    const log = [
      ['Student ID', 'Kind', 'Date', 'Status'],
      ['00999', 'individual', '10/6/2026', 'held'],
    ]
    expect(troubled(roster, log)).toContain('“00999”')
  })

  test('but a column of no use, or names that are not given, are no trouble', () => {
    expect(
      troubled([
        ['Student ID', 'Grade', 'SSN'],
        ['00123', 9, '000-00-0000'],
      ]),
    ).toBe('Status')
  })
})

describe('PLAN_FLAGS says in one cell', () => {
  const answer = (...given: unknown[]) => script.PLAN_FLAGS!(...given)

  test.each([
    undefined,
    '',
    'Students',
    [['']],
    [
      ['Bus', 'Driver'],
      ['7', 'Ruiz'],
    ],
  ])('that %j is no roster', (given) => {
    expect(answer(given)).toBe(
      'RANGE_UNREADABLE: The range of students has no headings that are known. Give the tab from its heading row on, with columns for a student id and a grade.',
    )
  })

  test('why a roster without ids cannot be read', () => {
    const withoutIds = roster.map((row) => row.slice(1))
    expect(answer(withoutIds)).toMatch(/^RANGE_UNREADABLE: students was not read: .* has no column for their ids/)
  })

  test('which of the other ranges is not understood', () => {
    expect(answer(roster, '', [['Bus', 'Driver']], '', '', settings)).toMatch(
      /^RANGE_UNREADABLE: The range of contacts/,
    )
  })

  test('that the settings name no policy, or one that is not there, or a day that is none', () => {
    expect(answer(roster, '', '', '', '', [['As of', asOf]])).toMatch(/^SETTINGS_UNREADABLE: The settings have no row/)
    expect(answer(roster, '', '', '', '', [['Policy'], ['davis-4i-101']])).toMatch(/^SETTINGS_UNREADABLE: /)
    expect(answer(roster, '', '', '', '', 'Davis')).toMatch(/^POLICY_UNKNOWN: “Davis” is not a policy/)
    expect(answer(roster, '', '', '', '', [...settings, ['Last day', 'in May']])).toBe(
      'SETTING_UNREADABLE: Last day of school in row 3 of the settings is “in May”. Write a day such as 2027-05-28, or leave the cell blank.',
    )
    expect(answer(roster, '', '', '', '', [...settings, ['Last day', '2029-05-28']])).toMatch(/^TERM_OUTSIDE_YEAR: /)
  })
})

test('PLAN_FLAGS asks twice about an id that stands twice, and takes ids such as __proto__ as they are', () => {
  const twice = [
    ['Student ID', 'Grade'],
    ['__proto__', 9],
    ['constructor', 9],
    ['toString', 9],
    ['__proto__', 9],
  ]
  const table = script.PLAN_FLAGS!(twice, '', '', '', '', settings) as string[][]
  expect(table.slice(1).map(([status]) => status)).toEqual(['Please check', 'Late', 'Late', 'Please check'])
  expect(table[1]?.[1]).toContain('stands in 2 rows')
})
