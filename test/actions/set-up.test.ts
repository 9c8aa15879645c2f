/** Set-up as people meet it: from the menu, through a check, to its undoing. */
import { describe, expect, test } from 'vitest'
import {
  copyWorkbook,
  emptySheet,
  emptyWorkbook,
  type SheetModel,
  type WorkbookModel,
} from '../../local/workspace/model.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { asOf, lincolnHigh } from '../faults/lincoln-high.ts'
import { request, workspaceOf } from '../faults/run-check.ts'
import { schoolState } from '../faults/workbook-state.ts'

/** Opens the spreadsheet, chooses one item of the menu and reads the message box. */
function choose(workbook: WorkbookModel, item: string): { readonly message: string; readonly workspace: Workspace } {
  const workspace = workspaceOf(workbook)
  workspace.open()
  workspace.ui.answer('OK')
  workspace.clickMenu(item)
  return { message: workspace.ui.alerts.map(({ message }) => message).join('\n'), workspace }
}

const setUp = (workbook: WorkbookModel) => choose(workbook, 'Set up this workbook').message
const undo = (workbook: WorkbookModel) => choose(workbook, 'Undo set-up').message
const check = (workbook: WorkbookModel) => JSON.parse(String(workspaceOf(workbook).execute('checkRoster', [request])))

const names = ({ sheets }: WorkbookModel) => sheets.map(({ name }) => name)

function tab(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`There is no tab ${name}: ${names(workbook).join(', ')}`)
  return sheet
}

/** Everything in the workbook but what no person sees. */
function whole({ sheets, metadata }: WorkbookModel): unknown {
  return { metadata, sheets: sheets.map(({ metadata: own, ...sheet }) => ({ ...sheet, marks: own.length })) }
}

/** A workbook of one tab. */
function workbookOf(name: string, rows: SheetModel['values'], book = 'Lincoln High'): WorkbookModel {
  const workbook = emptyWorkbook(book)
  const sheet = emptySheet(0, name, 40, 12)
  sheet.values = rows
  workbook.sheets.push(sheet)
  return workbook
}

const roster = (book?: string) =>
  workbookOf(
    'Students',
    [
      ['Student ID', 'Last name', 'First name', 'Grade'],
      ['00123', 'Alvarez', 'Mateo', 9],
      ['00124', 'Brown', 'Ana', 8],
    ],
    book,
  )

test('the menu has set-up and its undoing between the check and the help', () => {
  const { workspace } = choose(lincolnHigh(), 'Help')
  expect(workspace.ui.items.map(({ label }) => label)).toEqual([
    'Open',
    'Check roster now',
    'Set up this workbook',
    'Undo set-up',
    'Help',
  ])
})

describe('the tabs that are missing', () => {
  const workbook = roster()
  const message = setUp(workbook)

  test('are made beside the roster, and named in the message', () => {
    expect(names(workbook)).toEqual([
      'Students',
      'Grade History',
      'Conferences',
      'Contacts',
      'Plans',
      'Plan Updates',
      'Calendar',
      'School Log',
      'Settings',
    ])
    expect(message).toContain(
      'Made: Grade History, Conferences, Contacts, Plans, Plan Updates, Calendar and School Log.',
    )
  })

  test('have headings, a note on each, a frozen row, drop-downs, boxes and dates', () => {
    const { values, notes, frozenRows, validations, styles } = tab(workbook, 'Conferences')
    const at = (heading: string) => values[0]?.indexOf(heading) ?? -1
    expect(values).toHaveLength(1)
    expect(notes[0]).toHaveLength(values[0]?.length ?? 0)
    expect(notes[0]?.[at('Private minutes')]).toBe('Minutes for parent and teacher alone.')
    expect(frozenRows).toBe(1)
    expect(validations[1]?.[at('Status')]).toMatchObject({ criteria: 'VALUE_IN_LIST', allowInvalid: true })
    expect(validations[999]?.[at('Date')]).toMatchObject({ criteria: 'DATE_IS_VALID_DATE', allowInvalid: true })
    // Y or blank: an unticked box is a blank, never a no, and it does not fill the row.
    expect(validations[1]?.[at('Strengths discussed')]).toMatchObject({ criteria: 'CHECKBOX', values: ['Y'] })
    expect(validations[1]?.[at('Parent attended')]).toMatchObject({ criteria: 'VALUE_IN_LIST', values: ['Y', 'N'] })
    expect(styles[1]?.[at('Date')]?.numberFormat).toBe('yyyy-mm-dd')
    expect(styles[1]?.[at('Student ID')]?.numberFormat).toBe('@')
  })

  test('are seen, and so is Settings, which is on the screen at the end', () => {
    expect(workbook.sheets.filter(({ hidden }) => hidden)).toEqual([])
    expect(tab(workbook, 'Settings').protections).toEqual([expect.objectContaining({ warningOnly: true })])
  })

  test('change no finding of a check', () => {
    const { findings, counts, school, notTracked, problems } = check(copyWorkbook(workbook))
    expect({ findings, counts, school, notTracked, problems }).toEqual(
      (({ findings, counts, school, notTracked, problems }) => ({ findings, counts, school, notTracked, problems }))(
        check(roster()),
      ),
    )
  })

  test('what is typed into them counts', () => {
    const typed = copyWorkbook(workbook)
    const { edits } = workspaceOf(typed)
    edits.setCell('Calendar', 'A2', '2026-27')
    edits.setCell('Calendar', 'B2', '8/20/2026')
    edits.setCell('Calendar', 'C2', '6/2/2027')
    expect(check(typed).problems.map(({ code }: { code: string }) => code)).not.toContain('CALENDAR_ASSUMED')
    expect(tab(typed, 'Settings').values.find((row) => row?.[0] === 'Last day of school')?.[2]).toBe('2027-06-02')
  })
})

test('a school that has some of the tabs gets the others, right of those that are read', () => {
  const workbook = lincolnHigh()
  const before = schoolState(workbook) as readonly unknown[]
  expect(setUp(workbook)).toContain('Made: Grade History, Contacts, Plan Updates and School Log.')
  expect(names(workbook)).toEqual([
    'Students',
    'Conferences',
    'Plans',
    'Calendar',
    'Grade History',
    'Contacts',
    'Plan Updates',
    'School Log',
    'To do',
    'Settings',
  ])
  const school = (schoolState(workbook) as readonly { name: string }[]).filter(
    ({ name }) => !['Grade History', 'Contacts', 'Plan Updates', 'School Log'].includes(name),
  )
  expect(school).toEqual(before)
})

test('without a roster, one is made for the students', () => {
  const workbook = workbookOf('Sheet1', [])
  expect(setUp(workbook)).toContain('Made: Students, Grade History,')
  const { edits } = workspaceOf(workbook)
  edits.setCell('Students', 'A2', '00123')
  edits.setCell('Students', 'G2', 9)
  expect(check(workbook)).toMatchObject({ ok: true, students: 1 })
  expect(tab(workbook, 'Students').values[1]?.[0]).toBe('00123')
})

test('a roster that keeps conferences and plans as columns gets no tabs for them', () => {
  const workbook = workbookOf('Tracker', [
    ['Student ID', 'Stu Name', 'Gr', 'Fall conf', 'Who came (P/S/B)', 'PCCR created', 'Updated'],
    ['00123', 'Alvarez, Mateo', 9, '10/6/2026', 'B', '9/30/2025', ''],
  ])
  const message = setUp(workbook)
  expect(names(workbook)).not.toContain('Conferences')
  expect(names(workbook)).not.toContain('Plans')
  expect(names(workbook)).toContain('Contacts')
  expect(message).toContain('Conferences, Plans and Plan Updates: kept on the roster itself')
})

test('a tab of that name that is about something else stays as it is, and ours gets a number', () => {
  const workbook = roster()
  const other = emptySheet(7, 'Calendar', 20, 5)
  other.values = [['Bus duty'], ['Monday: Ruiz']]
  workbook.sheets.push(other)
  setUp(workbook)
  expect(other.values).toEqual([['Bus duty'], ['Monday: Ruiz']])
  expect(names(workbook)).toContain('Calendar 2')
})

describe('running set-up again', () => {
  test('makes nothing and changes nothing', () => {
    const workbook = roster()
    setUp(workbook)
    const before = structuredClone(whole(workbook))
    expect(setUp(workbook)).toContain('No tab was missing, so none was made.')
    expect(whole(workbook)).toEqual(before)
  })

  test('makes a tab that somebody deleted, and leaves what was typed into the others', () => {
    const workbook = roster()
    setUp(workbook)
    const { edits } = workspaceOf(workbook)
    edits.deleteTab('Contacts')
    edits.setCell('Plans', 'A2', '00123')
    expect(setUp(workbook)).toContain('Made: Contacts.')
    expect(tab(workbook, 'Plans').values[1]?.[0]).toBe('00123')
  })
})

describe('undo', () => {
  test('takes back everything, and the second time there is nothing', () => {
    const workbook = lincolnHigh()
    setUp(workbook)
    expect(undo(workbook)).toBe('Taken back: Grade History, Contacts, Plan Updates, School Log and Settings.')
    expect(whole(workbook)).toEqual(whole(lincolnHigh()))
    expect(undo(workbook)).toContain('nothing to take back')
    expect(whole(workbook)).toEqual(whole(lincolnHigh()))
  })

  test('before any set-up it takes nothing', () => {
    const workbook = lincolnHigh()
    check(workbook)
    const before = structuredClone(whole(workbook))
    expect(undo(workbook)).toContain('nothing to take back')
    expect(whole(workbook)).toEqual(before)
  })

  test.each<readonly [string, string, (workspace: Workspace) => void]>([
    ['a cell was typed', 'Contacts', ({ edits }) => edits.setCell('Contacts', 'C9', 'individual')],
    ['a heading was changed', 'Contacts', ({ edits }) => edits.setCell('Contacts', 'A1', 'ID')],
    ['a column was added', 'Contacts', ({ edits }) => edits.setCell('Contacts', 'K1', 'Initials')],
    ['a note was written', 'Contacts', ({ edits }) => edits.setNote('Contacts', 'B5', 'Ask Ms. Ruiz')],
    [
      'a formula names it',
      'Grade History',
      ({ edits }) => edits.setCell('To do', 'B1', "=COUNTA('Grade History'!A:A)"),
    ],
    ['a formula names it', 'Settings', ({ edits }) => edits.setCell('To do', 'B1', '=PLAN_REQUIREMENTS(Settings!B4)')],
    ['a setting was chosen', 'Settings', ({ edits }) => edits.setCell('Settings', 'B5', '2026-27')],
    ['a remark was written', 'Settings', ({ edits }) => edits.setCell('Settings', 'D200', 'Asked the district')],
  ])('where %s, the tab %s is kept and named', (_, name, edit) => {
    const workbook = lincolnHigh()
    setUp(workbook)
    edit(workspaceOf(workbook))
    const before = structuredClone(tab(workbook, name))
    expect(undo(workbook)).toContain(`: ${name}.`)
    expect({ ...tab(workbook, name), metadata: [] }).toEqual({ ...before, metadata: [] })
    expect(new Set(names(workbook))).toEqual(new Set([...names(lincolnHigh()), name]))
    expect(undo(workbook)).toContain(`: ${name}.`)
  })

  test('a tab that was emptied again goes', () => {
    const workbook = lincolnHigh()
    setUp(workbook)
    const { edits } = workspaceOf(workbook)
    edits.setCell('Contacts', 'A2', '00123')
    undo(workbook)
    edits.clear('Contacts', 'A2')
    expect(undo(workbook)).toBe('Taken back: Contacts.')
    expect(names(workbook)).toEqual(names(lincolnHigh()))
  })

  test('leaves what a check made: its columns, Findings, and the Settings that stood there before', () => {
    const workbook = lincolnHigh()
    check(workbook)
    const before = structuredClone(whole(workbook))
    setUp(workbook)
    expect(tab(workbook, 'Settings').values.some((row) => row?.[2] === 'Read from')).toBe(true)
    expect(undo(workbook)).toContain('School Log and Settings.')
    expect(tab(workbook, 'Settings').values.some((row) => row?.[2] === 'Read from')).toBe(false)
    expect(names(workbook)).toEqual([...names(lincolnHigh()), 'Findings', 'Settings'].sort(byPlace(before)))
    expect(schoolState(workbook)).toEqual(schoolState(lincolnHigh()))
  })
})

function byPlace(before: unknown) {
  const order = (before as { sheets: readonly { name: string }[] }).sheets.map(({ name }) => name)
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b)
}

describe('the policy', () => {
  const policyRow = (workbook: WorkbookModel) =>
    tab(workbook, 'Settings')
      .values.find((row) => row?.[0] === 'Policy')
      ?.slice(1, 3)

  test('that the name of the spreadsheet speaks for is chosen in the new tab, and said', () => {
    const workbook = roster('Spectrum Academy PCCR 2026')
    expect(setUp(workbook)).toContain('Policy: Spectrum Academy 4IP-401, because of “Spectrum Academy PCCR 2026”.')
    expect(policyRow(workbook)).toEqual(['Spectrum Academy 4IP-401', 'Spectrum Academy 4IP-401'])
    expect(check(workbook)).toMatchObject({
      policy: 'spectrum-4ip-401',
      notes: [expect.not.stringContaining('policy')],
    })
    expect(undo(workbook)).toContain('Settings.')
  })

  test('that a title over the roster speaks for is only told where the person has a Settings tab already', () => {
    const workbook = workbookOf('Students', [
      ['Washington County School District'],
      ['Student ID', 'Last name', 'First name', 'Grade'],
      ['00123', 'Alvarez', 'Mateo', 5],
    ])
    check(workbook)
    expect(setUp(workbook)).toContain(
      'Policy: perhaps Washington County School District 4030, because of “Washington County School District”.',
    )
    expect(policyRow(workbook)).toEqual([undefined, 'Davis School District 4I-101'])
  })

  test.each(['Lincoln High', 'Spectrum and Washington County'])('of “%s” is not guessed but assumed', (book) => {
    expect(setUp(roster(book))).toContain('Davis School District 4I-101 is assumed. Choose yours on the tab Settings.')
  })
})

test('the school year is told with its days, and a log that ends before it', () => {
  const workbook = lincolnHigh()
  expect(setUp(workbook)).toContain(
    'School year: 2026-27, judged as of November 22, 2026. Days of school: August 17, 2026 to May 28, 2027.',
  )
  for (const row of tab(workbook, 'Conferences').values.slice(1)) if (row) row[2] = 45_931
  expect(setUp(workbook)).toContain('The newest conference is of 2025-26')
})

test('in a workbook of more tabs than are looked at, new ones stand where a check reads them', () => {
  const workbook = lincolnHigh()
  for (let n = 1; n <= 20; n++) workbook.sheets.push(emptySheet(100 + n, `Old list ${n}`, 5, 3))
  const { counts } = check(copyWorkbook(workbook))
  setUp(workbook)
  expect(names(workbook).indexOf('School Log')).toBeLessThan(12)
  expect(setUp(workbook)).toContain('No tab was missing')
  expect(check(workbook).counts).toEqual(counts)
})

test('while one set-up runs, another one in a second browser waits and then says so', () => {
  const workbook = lincolnHigh()
  const workspace = workspaceOf(workbook)
  workspace.ui.answer('OK', 'OK')
  workspace.execute('setUpWorkbook', [], {
    faults: [{ at: { method: 'Range.setNotes', nth: 1 }, runExecution: (other) => other.execute('setUpWorkbook') }],
  })
  expect(workspace.ui.alerts.map(({ message }) => message)).toEqual([
    'Plan Keeper is at work in this spreadsheet already. Wait a minute, then try again.',
    expect.stringContaining('Made: Grade History, Contacts, Plan Updates and School Log.'),
  ])
  expect(new Set(names(workbook)).size).toBe(names(workbook).length)
})

test('a setting that cannot be read is told, and nothing is made', () => {
  const workbook = lincolnHigh()
  check(workbook)
  workspaceOf(workbook).edits.setCell('Settings', 'B8', 'soon')
  const before = names(workbook)
  expect(setUp(workbook)).toContain('As-of date in cell B8 of the tab Settings is “soon”.')
  expect(names(workbook)).toEqual(before)
})

test(`a check of ${asOf} after set-up tells nothing of set-up's own tabs`, () => {
  const workbook = roster()
  setUp(workbook)
  expect(
    check(workbook).problems.filter(({ sheet }: { sheet: string }) => sheet !== '' && sheet !== 'Students'),
  ).toEqual([])
})
