/** The settings in the sidebar: what they show, and how a change is typed into the tab. */
import { describe, expect, test } from 'vitest'
import { SAMPLE_AS_OF, sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import { emptySheet, emptyWorkbook, type SheetModel, type WorkbookModel } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import type { SettingsShown } from '../../src/actions/requests/settings.ts'
import { asOf, lincolnHigh } from '../faults/lincoln-high.ts'
import { request, workspaceOf } from '../faults/run-check.ts'
import { ask, rangeCalls, refusalOf } from './ask.ts'

/** A tracker with two columns that could be the grade, and one language a student. */
function tracker(): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln High')
  const sheet = emptySheet(0, 'Tracker', 20, 12)
  sheet.values = [
    ['Student ID', 'Stu Name', 'Gr', 'Grade lvl', 'Home language', 'Fall conf', '10/8'],
    ['00123', 'Alvarez, Mateo', 9, 8, 'Spanish', '10/6/2026', 'A1'],
    ['00124', 'Brown, Ana', 8, 8, 'Spanish', '10/7/2026', 'A2'],
    ['00125', 'Cruz, Lupe', 7, 7, 'Klingon', '', 'A3'],
  ]
  sheet.styles = sheet.values.map((_, row) => [
    { numberFormat: '@' },
    {},
    {},
    {},
    {},
    {},
    row === 0 ? { numberFormat: '@' } : {},
  ])
  workbook.sheets.push(sheet)
  return workbook
}

const settingOf = (shown: SettingsShown, name: string) => shown.settings.find((one) => one.name === name)
const fieldOf = (shown: SettingsShown, field: string) => shown.tabs[0]?.fields.find((one) => one.field === field)
const settingsTab = ({ workbook }: Workspace) => workbook.sheets.find(({ name }) => name === 'Settings') as SheetModel
const columnB = (workspace: Workspace) =>
  settingsTab(workspace).values.flatMap((row) => (row?.[1] ? [[row[0], row[1]]] : []))

describe('what is shown', () => {
  test('of a workbook that was never checked: what would be used, with nothing made', () => {
    const workspace = workspaceOf(lincolnHigh())
    const shown = ask(workspace, 'getSettings')
    expect(shown.settings.map(({ label, chosen, used, refused }) => [label, chosen, used, refused])).toEqual([
      ['Policy', '', 'Davis School District 4I-101', undefined],
      ['School year', '', '2026-27', undefined],
      ['First day of school', '', 'August 17, 2026', undefined],
      ['Last day of school', '', 'May 28, 2027', undefined],
      ['As-of date', '', 'November 22, 2026', undefined],
      ['School name', '', 'as on the roster', undefined],
      ['Plan manager', '', 'nobody', undefined],
    ])
    expect(shown.settings.every(({ meaning }) => meaning.includes('Blank'))).toBe(true)
    expect(shown.managed.map(({ name, place }) => [name, place])).toEqual([
      ['Status', ''],
      ['Open items', ''],
      ['Next due', ''],
      ['Plan document', ''],
    ])
    expect(shown.readings).toHaveLength(32)
    expect(shown.policies).toHaveLength(6)
    expect(workspace.workbook.sheets.map(({ name }) => name)).not.toContain('Settings')
  })

  test('after a check: where the columns stand that it writes', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    expect(ask(workspace, 'getSettings').managed.map(({ place }) => place)).toEqual(
      'Students!J Students!K Students!L Students!M'.split(' '),
    )
  })

  test('of every tab: what it is, its columns with three values, how sure each is, and what is asked', () => {
    const shown = ask(workspaceOf(tracker()), 'getSettings')
    expect(shown.tabs.map(({ sheet, kindName, headingRow }) => [sheet, kindName, headingRow])).toEqual([
      ['Tracker', 'roster', 1],
    ])
    expect(fieldOf(shown, 'student_id')).toEqual({
      field: 'student_id',
      name: 'Student ID',
      readFrom: 'Student ID',
      certainty: 'sure',
    })
    expect(fieldOf(shown, 'grade')).toMatchObject({ readFrom: '' })
    expect(shown.tabs[0]?.questions).toEqual([
      {
        asks: 'column',
        field: 'grade',
        columns: [
          { label: 'Gr', samples: ['9', '8', '7'] },
          { label: 'Grade lvl', samples: ['8', '7'] },
        ],
      },
    ])
    expect(fieldOf(shown, 'Conferences.date')).toMatchObject({ own: 'Fall conf', readFrom: 'Fall conf' })
    expect(shown.tabs[0]?.columns.map(({ label }) => label)).toContain('10/8')
    expect(shown.languages).toEqual([
      { text: 'Spanish', name: 'Spanish', students: 2 },
      { text: 'Klingon', students: 1 },
    ])
  })

  test('of tabs as set-up makes them, which leave nothing to choose: no fields', () => {
    const workbook = emptyWorkbook('New school')
    workbook.sheets.push(emptySheet(0, 'Sheet1'))
    const workspace = workspaceOf(workbook)
    workspace.ui.answer('OK')
    workspace.execute('setUpWorkbook')
    const shown = ask(workspace, 'getSettings')
    expect(shown.tabs.filter(({ fields }) => fields.length > 0)).toEqual([])
    expect(shown.tabs.map(({ sheet }) => sheet)).toContain('Students')
  })

  test('of two tabs with the same headings: the choices once, for both', () => {
    const workbook = tracker()
    const log = ['Student ID', 'Conf date', 'Type of conf']
    for (const [id, name] of [
      [1, 'Fall conferences'],
      [2, 'Spring conferences'],
    ] as const) {
      const sheet = emptySheet(id, name, 20, 5)
      sheet.values = [log, ['00123', '10/6/2026', 'individual']]
      workbook.sheets.push(sheet)
    }
    const { tabs } = ask(workspaceOf(workbook), 'getSettings')
    expect(tabs.map(({ sheet, kindName, fields }) => [sheet, kindName, fields.length > 0])).toEqual([
      ['Tracker', 'roster', true],
      ['Fall conferences', 'conferences', true],
      ['Spring conferences', 'conferences', false],
    ])
  })

  test('of a choice that cannot be used: why, beside its field', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    workspace.edits.setCell('Settings', 'B4', 'Davis')
    workspace.edits.setCell('Settings', 'B6', '2025-08-18')
    const shown = ask(workspace, 'getSettings')
    expect(settingOf(shown, 'policy')).toMatchObject({
      chosen: 'Davis',
      used: 'Davis School District 4I-101',
      refused: expect.stringContaining('Choose one of: Davis School District 4I-101;'),
    })
    expect(settingOf(shown, 'firstDay')).toMatchObject({
      chosen: '2025-08-18',
      refused: expect.stringContaining('do not fit the school year 2026-27'),
    })
  })

  test('of a workbook with nothing in it', () => {
    const workbook = emptyWorkbook('Empty')
    workbook.sheets.push(emptySheet(0, 'Sheet1'))
    const shown = ask(workspaceOf(workbook), 'getSettings')
    expect([shown.tabs[0]?.kindName, shown.languages]).toEqual(['not needed', []])
  })

  test('of 1,150 students: far below a megabyte', () => {
    for (const [style, spoken] of [
      ['logs', 10],
      ['wide', 0],
    ] as const) {
      const workspace = createWorkspace({
        dist: 'dist',
        workbook: sampleWorkbook({ students: 1_150, style, seed: 1 }),
        now: `${SAMPLE_AS_OF}T09:00:00-07:00`,
      })
      const shown = ask(workspace, 'getSettings')
      expect(JSON.stringify(shown).length).toBeLessThan(120_000)
      expect(shown.languages[0]?.students ?? 0).toBeGreaterThanOrEqual(spoken)
    }
  })
})

describe('a change', () => {
  test('makes the tab where there is none, types what was chosen as text, and answers the settings anew', () => {
    const workspace = workspaceOf(lincolnHigh())
    const shown = ask(workspace, 'saveSettings', {
      policy: 'washington-4030',
      schoolYear: '2026-27',
      firstDay: '8/12/2026',
      asOf: '2026-12-01',
    })
    expect(settingOf(shown, 'policy')).toMatchObject({ chosen: 'washington-4030' })
    expect(settingOf(shown, 'firstDay')).toMatchObject({ chosen: '8/12/2026', used: 'August 12, 2026' })
    expect(settingOf(shown, 'asOf')).toMatchObject({ chosen: '2026-12-01', used: 'December 1, 2026' })
    expect(columnB(workspace).slice(-4)).toEqual([
      ['Policy', 'Washington County School District 4030'],
      ['School year', '2026-27'],
      ['First day of school', '8/12/2026'],
      ['As-of date', '2026-12-01'],
    ])
  })

  test('is gone by in the next check, and says until then that what is shown is out of date', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    ask(workspace, 'saveSettings', { policy: 'ega-2019' })
    expect(ask(workspace, 'getOverview')).toMatchObject({ policy: 'ega-2019', outOfDate: true })
    expect(ask(workspace, 'checkRoster', {}).policy).toBe('ega-2019')
    expect(ask(workspace, 'getOverview').outOfDate).toBeUndefined()
  })

  test('touches nothing else: other choices, notes in between and the roster stay', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    workspace.edits.setCell('Settings', 'B5', '2026-27')
    workspace.edits.insertRows('Settings', 5, 2)
    workspace.edits.setCell('Settings', 'A5', 'Ask Ms. Ruiz')
    workspace.edits.setCell('Settings', 'B5', 'in June')
    const before = structuredClone(workspace.workbook.sheets.map(({ values }) => values))
    ask(workspace, 'saveSettings', { lastDay: '2027-06-02' })
    const changed = workspace.workbook.sheets.flatMap(({ name, values }, tab) =>
      values.flatMap((row, at) =>
        (row ?? []).flatMap((cell, column) =>
          cell === before[tab]?.[at]?.[column] ? [] : [[name, at + 1, column, cell]],
        ),
      ),
    )
    expect(changed).toEqual([
      ['Findings', 1, 4, 'Out of date: something was edited since. Check again.'],
      ['Settings', 9, 1, '2027-06-02'],
    ])
    expect(workspace.lastExecution!.calls.log.filter(({ effect }) => effect === 'writes-range')).toHaveLength(2)
  })

  test('of a setting whose row was deleted is written below', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    workspace.edits.deleteRows('Settings', 8)
    expect(settingOf(ask(workspace, 'saveSettings', { asOf: '2026-12-01' }), 'asOf')?.chosen).toBe('2026-12-01')
    expect(columnB(workspace).pop()).toEqual(['As-of date', '2026-12-01'])
  })

  test('of the names on plan documents is kept as it was typed, whatever it looks like', () => {
    const workspace = workspaceOf(lincolnHigh())
    const shown = ask(workspace, 'saveSettings', { schoolName: '=1+1', planManager: '@home & 007' })
    expect(settingOf(shown, 'schoolName')).toMatchObject({ chosen: '=1+1', used: '=1+1' })
    expect(settingOf(shown, 'planManager')).toMatchObject({ chosen: '@home & 007', used: '@home & 007' })
    workspace.execute('checkRoster', [request])
    expect(settingsTab(workspace).formulas.flat().filter(Boolean)).toEqual([])
    const rows = settingsTab(workspace).values.filter((row) =>
      ['School name', 'Plan manager'].includes(String(row?.[0])),
    )
    expect(rows.map((row) => row?.slice(0, 3))).toEqual([
      ['School name', '=1+1', '=1+1'],
      ['Plan manager', '@home & 007', '@home & 007'],
    ])
    workspace.edits.setCell('Settings', 'B9', '')
    expect(settingOf(ask(workspace, 'getSettings'), 'schoolName')).toMatchObject({
      chosen: '',
      used: 'as on the roster',
    })
  })

  test('in a cell that a person formatted as text is the same text', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    settingsTab(workspace).styles[8] = [{}, { numberFormat: '@' }]
    expect(settingOf(ask(workspace, 'saveSettings', { schoolName: '=1+1' }), 'schoolName')?.chosen).toBe('=1+1')
  })

  test('back to blank is one too', () => {
    const workspace = workspaceOf(lincolnHigh())
    ask(workspace, 'saveSettings', { asOf: '2026-12-01', policy: 'ega-2012' })
    const shown = ask(workspace, 'saveSettings', { asOf: '', policy: '' })
    expect(['asOf', 'policy'].map((name) => settingOf(shown, name)?.chosen)).toEqual(['', ''])
    expect(settingOf(shown, 'asOf')?.used).toBe('November 22, 2026')
  })

  test('of nothing writes nothing', () => {
    const workspace = workspaceOf(lincolnHigh())
    ask(workspace, 'saveSettings', {})
    expect(workspace.workbook.sheets.map(({ name }) => name)).not.toContain('Settings')
  })
})

describe('a choice of columns', () => {
  const chosen = (workspace: Workspace, field: string, choice: object) => {
    const { signature } = ask(workspace, 'getSettings').tabs[0]!
    return ask(workspace, 'saveSettings', { columns: [{ signature, field, ...choice }] })
  }

  test('answers the question, in the row where a person would', () => {
    const workspace = workspaceOf(tracker())
    const shown = chosen(workspace, 'grade', { heading: 'Grade lvl' })
    expect(fieldOf(shown, 'grade')).toMatchObject({ readFrom: 'Grade lvl', chosen: 'Grade lvl' })
    expect(shown.tabs[0]?.questions).toEqual([])
    expect(columnB(workspace).pop()).toEqual(['Grade', 'Grade lvl'])
  })

  test('goes back to the question, and to the guess', () => {
    const workspace = workspaceOf(tracker())
    chosen(workspace, 'grade', { heading: 'Gr' })
    const shown = chosen(workspace, 'grade', { heading: null })
    expect(fieldOf(shown, 'grade')?.chosen).toBeUndefined()
    expect(shown.tabs[0]?.questions).toHaveLength(1)
  })

  test('may be that the tab has none', () => {
    const workspace = workspaceOf(tracker())
    expect(fieldOf(chosen(workspace, 'grade', { heading: '' }), 'grade')).toMatchObject({ chosen: '', readFrom: '' })
    expect(columnB(workspace).pop()).toEqual(['Grade', 'not in this tab'])
  })

  test('may name a heading that looks like a date, and stays that heading', () => {
    const workspace = workspaceOf(tracker())
    expect(fieldOf(chosen(workspace, 'counselor', { heading: '10/8' }), 'counselor')?.readFrom).toBe('10/8')
  })

  test('may name a heading that looks like a formula, and stays text', () => {
    const workbook = tracker()
    workbook.sheets[0]!.values[0]![6] = '=IMPORTDATA("x")'
    const workspace = workspaceOf(workbook)
    const shown = chosen(workspace, 'counselor', { heading: '=IMPORTDATA("x")' })
    expect(fieldOf(shown, 'counselor')).toMatchObject({ readFrom: '=IMPORTDATA("x")', chosen: '=IMPORTDATA("x")' })
    expect(settingsTab(workspace).formulas.flat().filter(Boolean)).toEqual([])
  })

  test('may be the order of days and months', () => {
    const workbook = tracker()
    workbook.sheets[0]!.values[1]![5] = '25/9/2026'
    workbook.sheets[0]!.values[2]![5] = '3/10/2026'
    const workspace = workspaceOf(workbook)
    expect(ask(workspace, 'getSettings').tabs[0]?.questions.map(({ asks }) => asks)).toContain('date-order')
    const shown = chosen(workspace, 'Conferences.date', { own: 'Fall conf', dates: 'day-first' })
    expect(fieldOf(shown, 'Conferences.date')).toMatchObject({ readFrom: 'Fall conf', dates: 'day-first' })
    expect(shown.tabs[0]?.questions.map(({ asks }) => asks)).not.toContain('date-order')
  })
})

describe('what a tab is', () => {
  /** The tracker, and a log under headings that nobody could know. */
  function withLog(): WorkbookModel {
    const workbook = tracker()
    const log = emptySheet(1, 'Elternabend', 5, 3)
    log.values = [
      ['Nummer', 'Wann', 'Art'],
      ['00124', '2026-10-08', 'individual'],
    ]
    log.styles = log.values.map(() => [{ numberFormat: '@' }, { numberFormat: '@' }])
    workbook.sheets.push(log)
    return workbook
  }
  const logOf = (shown: SettingsShown) => shown.tabs.find(({ sheet }) => sheet === 'Elternabend')!

  test('is chosen by its word, then its columns; and a check reads them', () => {
    const workspace = workspaceOf(withLog())
    const before = ask(workspace, 'getSettings')
    const { signature } = logOf(before)
    expect(logOf(before)).toMatchObject({ kindName: 'not needed', isNamed: false, fields: [] })
    expect(before.kinds).toContain('conferences')
    const named = ask(workspace, 'saveSettings', { columns: [{ signature, field: 'tab', heading: 'conferences' }] })
    expect(logOf(named)).toMatchObject({ kindName: 'conferences', isNamed: true })
    const columns = Object.entries({ student_id: 'Nummer', date: 'Wann', kind: 'Art' }).map(([field, heading]) => ({
      signature,
      field,
      heading,
    }))
    const chosen = ask(workspace, 'saveSettings', { columns })
    expect(
      logOf(chosen)
        .fields.filter(({ readFrom }) => readFrom !== '')
        .map(({ name, readFrom }) => [name, readFrom]),
    ).toEqual([
      ['Student ID', 'Nummer'],
      ['Kind', 'Art'],
      ['Date', 'Wann'],
    ])
    ask(workspace, 'checkRoster', { asOf })
    const ana = ask(workspace, 'getStudent', { id: '00124' })
    expect(ana.timeline.map(({ date, title }) => [date, title])).toContainEqual([
      '2026-10-08',
      'Individual conference, held',
    ])
  })

  test('goes back to what the headings tell, and may be nothing that is needed', () => {
    const workspace = workspaceOf(withLog())
    const { signature } = ask(workspace, 'getSettings').tabs[0]!
    const say = (heading: string | null) =>
      ask(workspace, 'saveSettings', { columns: [{ signature, field: 'tab', heading }] }).tabs[0]
    expect(say('not needed')).toMatchObject({ kindName: 'not needed', isNamed: true })
    expect(say(null)).toMatchObject({ kindName: 'roster', isNamed: false })
  })

  test('cannot be a word of one’s own', () => {
    const workspace = workspaceOf(withLog())
    const { signature } = logOf(ask(workspace, 'getSettings'))
    const refused = refusalOf(workspace, 'saveSettings', {
      columns: [{ signature, field: 'tab', heading: 'Elternabend' }],
    })
    expect(Object.keys(refused.fields ?? {})).toEqual(['columns.0'])
    expect(workspace.workbook.sheets.map(({ name }) => name)).not.toContain('Settings')
  })
})

describe('a bad value', () => {
  const unchanged = (asked: object, workbook = tracker()) => {
    const workspace = workspaceOf(workbook)
    workspace.execute('checkRoster', [request])
    const before = structuredClone(workspace.workbook.sheets.map(({ values }) => values))
    const refused = refusalOf(workspace, 'saveSettings', asked)
    expect(workspace.workbook.sheets.map(({ values }) => values)).toEqual(before)
    return refused.fields
  }

  test.each([
    [{ policy: '=HYPERLINK("x")' }, { policy: expect.stringMatching(/^Choose one of: Davis/) }],
    [{ policy: '__proto__' }, { policy: expect.stringMatching(/^Choose one of: Davis/) }],
    [{ schoolYear: '2026-28' }, { schoolYear: 'Write a school year such as 2026-27, or leave the cell blank.' }],
    [{ firstDay: '=NOW()' }, { firstDay: 'Write a day such as 2027-05-28, or leave the cell blank.' }],
    [{ firstDay: '2026-02-30' }, { firstDay: 'Write a day such as 2027-05-28, or leave the cell blank.' }],
    [
      { firstDay: '2026-08-17', lastDay: '2026-08-01' },
      { firstDay: expect.stringContaining('do not fit the school year 2026-27') },
    ],
    [{ lastDay: '2028-05-01' }, { lastDay: expect.stringContaining('do not fit the school year 2026-27') }],
  ])('%j is refused beside its field, and nothing is written', (asked, fields) => {
    expect(unchanged(asked)).toEqual(fields)
  })

  test('keeps the good ones back too', () => {
    expect(unchanged({ policy: 'ega-2019', asOf: 'soon', schoolYear: '26' })).toEqual({
      asOf: 'Write a day such as 2027-05-28, or leave the cell blank.',
      schoolYear: 'Write a school year such as 2026-27, or leave the cell blank.',
    })
  })

  test('of a column says which one of several it is', () => {
    const { signature } = ask(workspaceOf(tracker()), 'getSettings').tabs[0]!
    const columns = [
      { signature, field: 'grade', heading: 'Gr' },
      { signature, field: 'grade', heading: 'Shoe size' },
      { signature: 'gone', field: 'grade', heading: 'Gr' },
      { signature, field: '__proto__', heading: 'Gr' },
      { signature, field: 'grade', heading: 'Gr', dates: 'day-first' },
    ]
    const changed = 'The headings of this tab have changed since. Open the settings again, then choose.'
    expect(unchanged({ columns })).toEqual({
      'columns.1': '“Shoe size” is no heading of Tracker. Choose one of its headings.',
      'columns.2': changed,
      'columns.3': changed,
      'columns.4': 'Choose either a column or the order of its dates, and save in between.',
    })
  })

  test('that stood there before is no reason to refuse something else', () => {
    const workspace = workspaceOf(lincolnHigh())
    workspace.execute('checkRoster', [request])
    workspace.edits.setCell('Settings', 'B4', 'Davis')
    const shown = ask(workspace, 'saveSettings', { asOf: '2026-12-01' })
    expect(settingOf(shown, 'policy')?.refused).toBeDefined()
    expect(settingOf(shown, 'asOf')?.chosen).toBe('2026-12-01')
  })

  test.each([[{ policy: 7 }], [{ asof: '2026-12-01' }], [{ columns: [{ field: 'grade' }] }], ['{']])(
    'a request such as %j is none',
    (asked) => {
      expect(refusalOf(workspaceOf(lincolnHigh()), 'saveSettings', asked).code).toBe('REQUEST_INVALID')
    },
  )
})

test('a tab Settings that one may not edit is said, and what to do', () => {
  const workspace = workspaceOf(lincolnHigh())
  workspace.execute('checkRoster', [request])
  settingsTab(workspace).protections = [{ description: 'Office only', warningOnly: false }]
  const refused = refusalOf(workspace, 'saveSettings', { asOf: '2026-12-01' })
  expect([refused.code, refused.message]).toEqual(['SHEET_PROTECTED', expect.stringContaining('Ask its owner')])
})

test('two at once: the second waits for the first, or is told', () => {
  const workspace = workspaceOf(lincolnHigh())
  let second: { readonly code?: string } = {}
  workspace.execute('saveSettings', [JSON.stringify({ asOf: '2026-12-01' })], {
    faults: [
      {
        at: { method: 'Spreadsheet.insertSheet', nth: 1 },
        runExecution: (w) => {
          second = JSON.parse(String(w.execute('saveSettings', [JSON.stringify({ asOf: '2026-12-24' })])))
        },
      },
    ],
  })
  expect(second.code).toBe('CHECK_RUNNING')
  expect(settingOf(ask(workspace, 'getSettings'), 'asOf')?.chosen).toBe('2026-12-01')
})

test('the settings are read with one read for each tab', () => {
  const workspace = workspaceOf(lincolnHigh())
  workspace.execute('checkRoster', [request])
  ask(workspace, 'getSettings')
  expect(rangeCalls(workspace)).toBe(lincolnHigh().sheets.length + 1)
  expect(asOf).toBe('2026-11-22')
})
