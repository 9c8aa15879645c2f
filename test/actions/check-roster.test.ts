/** The check as people meet it: from the menu, from the sidebar, with settings. */
import { describe, expect, test } from 'vitest'
import { emptySheet, emptyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import { asOf, lincolnHigh } from '../faults/lincoln-high.ts'
import { request, workspaceOf } from '../faults/run-check.ts'

function answerOf(workbook: WorkbookModel, asked: Record<string, unknown> = { asOf }) {
  return JSON.parse(String(workspaceOf(workbook).execute('checkRoster', [JSON.stringify(asked)])))
}

function settingsOf(workbook: WorkbookModel) {
  const rows = workbook.sheets.find(({ name }) => name === 'Settings')?.values ?? []
  return { rows, used: Object.fromEntries(rows.map((row) => [row?.[0], row?.[2]])) }
}

function type(workbook: WorkbookModel, label: string, text: string): void {
  const { rows } = settingsOf(workbook)
  const row = rows.findIndex((cells) => cells?.[0] === label) + 1
  workspaceOf(workbook).edits.setCell('Settings', `B${row}`, text)
}

describe('from the menu', () => {
  test('tells the outcome in one sentence', () => {
    const workspace = workspaceOf(lincolnHigh())
    expect(workspace.execute('checkRoster')).toBeUndefined()
    expect(workspace.ui.toasts.map(({ message }) => message)).toEqual([
      '8 students checked: 3 late, 14 to do, 2 to check. See the Findings tab.',
    ])
  })

  test('tells in a box what to do when there is no roster', () => {
    const workbook = emptyWorkbook('Empty')
    workbook.sheets.push(emptySheet(0, 'Sheet1'))
    const workspace = workspaceOf(workbook)
    workspace.ui.answer('OK')
    workspace.execute('checkRoster')
    expect(JSON.stringify(workspace.ui.alerts)).toContain('No tab looks like a roster')
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
  })
})

describe('the tab Documents', () => {
  const rows = [
    ['Plan Keeper documents', 'One row for each document'],
    ['Student', 'Name', 'Document', 'State', 'Link', 'Note', 'Key'],
    ['00001', 'Ruiz, Ana', 'PCCR 2026-27', 'Made', '', '', '0123456789abcdef'],
  ]

  test.each([true, false])('is none of the school’s tabs (with its mark: %s)', (isMarked) => {
    const asked = { asOf, answer: 'findings' }
    const usual = answerOf(lincolnHigh(), asked)
    const workbook = lincolnHigh()
    const documents = emptySheet(99, 'Documents')
    documents.values = rows
    const mark = { id: 990, key: 'plan-keeper', value: 'tab:documents ', visibility: 'DOCUMENT' } as const
    if (isMarked) documents.metadata.push({ ...mark, location: { type: 'SHEET' } })
    workbook.sheets.push(documents)
    expect(answerOf(workbook, asked)).toEqual(usual)
    expect(documents.values).toEqual(rows)
  })
})

describe('settings', () => {
  test('nothing chosen: the tab shows what was used, and column B stays blank', () => {
    const workbook = lincolnHigh()
    const answer = answerOf(workbook)
    const { rows, used } = settingsOf(workbook)
    expect(used).toMatchObject({
      Policy: 'Davis School District 4I-101',
      'School year': '2026-27',
      'First day of school': '2026-08-17',
      'Last day of school': '2027-05-28',
      'As-of date': asOf,
    })
    expect(rows.slice(2).map((row) => row?.[1] ?? '')).toEqual(rows.slice(2).map(() => ''))
    expect(answer.notes).toEqual([expect.stringContaining('No policy was chosen')])
  })

  test('what a person typed is used, and a request goes before it without writing over it', () => {
    const workbook = lincolnHigh()
    answerOf(workbook)
    type(workbook, 'Policy', 'EGA guidance 2019 (ILP/PCCR)')
    type(workbook, 'As-of date', '3/1/2027')
    type(workbook, 'Last day of school', '2027-06-04')
    expect(answerOf(workbook, {})).toMatchObject({ ok: true, policy: 'ega-2019', asOf: '2027-03-01', notes: [] })
    expect(settingsOf(workbook).used).toMatchObject({ 'Last day of school': '2027-06-04', 'As-of date': '2027-03-01' })
    expect(answerOf(workbook, { policy: 'spectrum-4ip-401', asOf })).toMatchObject({ policy: 'spectrum-4ip-401', asOf })
    expect(settingsOf(workbook).rows[3]?.slice(0, 3)).toEqual([
      'Policy',
      'EGA guidance 2019 (ILP/PCCR)',
      'Spectrum Academy 4IP-401',
    ])
  })

  test('a setting that cannot be read stops the check and names the cell', () => {
    const workbook = lincolnHigh()
    answerOf(workbook)
    type(workbook, 'As-of date', 'soon')
    expect(answerOf(workbook, {})).toEqual({
      ok: false,
      code: 'SETTING_UNREADABLE',
      message:
        'As-of date in cell B8 of the tab Settings is “soon”. Write a day such as 2027-05-28, or leave the cell blank.',
    })
  })

  test('without a calendar the days of school are assumed, and both answer and tab say so', () => {
    const workbook = lincolnHigh()
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'Calendar')
    const answer = answerOf(workbook)
    expect(answer.notes).toContainEqual(expect.stringContaining('August 17, 2026 to May 28, 2027 was assumed'))
    expect(answer.problems).toContainEqual(expect.objectContaining({ code: 'CALENDAR_ASSUMED' }))
  })

  test('days of school outside of the school year stop the check', () => {
    expect(answerOf(lincolnHigh(), { asOf, lastDay: '2028-05-28' })).toMatchObject({
      ok: false,
      code: 'TERM_OUTSIDE_YEAR',
    })
  })

  test('today is the day in the zone of the spreadsheet', () => {
    const workbook = lincolnHigh()
    workbook.timeZone = 'Pacific/Auckland'
    expect(answerOf(workbook, {})).toMatchObject({ ok: true, asOf: '2026-11-23' })
  })
})

describe('what stops a check', () => {
  test('an empty roster', () => {
    const workbook = lincolnHigh()
    workbook.sheets[0]!.values.length = 3
    workbook.sheets[0]!.formulas.length = 3
    expect(answerOf(workbook)).toMatchObject({ ok: false, code: 'NO_STUDENTS' })
  })

  test('a request that is none', () => {
    expect(answerOf(lincolnHigh(), { asOf: 'soon' })).toMatchObject({ ok: false, code: 'REQUEST_INVALID' })
  })

  test('a protected roster', () => {
    const workbook = lincolnHigh()
    workbook.sheets[0]!.protections = [{ description: 'Office only', warningOnly: false }]
    const answer = answerOf(workbook)
    expect(answer).toMatchObject({ ok: false, code: 'SHEET_PROTECTED' })
    expect(answer.message).toContain('Ask its owner')
  })

  test('another check that does not end', () => {
    const workspace = workspaceOf(lincolnHigh())
    let second: unknown
    workspace.execute('checkRoster', [request], {
      faults: [
        {
          at: { method: 'Range.getFormulas', nth: 1 },
          runExecution: (w) => {
            second = JSON.parse(String(w.execute('checkRoster', [request])))
          },
        },
      ],
    })
    expect(second).toEqual({
      ok: false,
      code: 'CHECK_RUNNING',
      message: 'Plan Keeper is at work in this spreadsheet already. Wait a minute, then try again.',
    })
  })
})

describe('the answer', () => {
  test('lists what is not met, or all, or only counts', () => {
    const counts = answerOf(lincolnHigh())
    expect(counts.findings).toBeUndefined()
    const findings = answerOf(lincolnHigh(), { asOf, answer: 'findings' }).findings as { status: string }[]
    expect(new Set(findings.map(({ status }) => status))).toEqual(new Set(['LATE', 'OPEN', 'CHECK']))
    const all = answerOf(lincolnHigh(), { asOf, answer: 'all' }).findings as { status: string }[]
    expect(all.map(({ status }) => status)).toContain('MET')
    expect(findings).toHaveLength(counts.counts.LATE + counts.counts.OPEN + counts.counts.CHECK)
  })

  test('more tabs than are read: the others are named, and nothing else changes', () => {
    const workbook = lincolnHigh()
    for (let n = 1; n <= 20; n++) workbook.sheets.push(emptySheet(100 + n, `Old list ${n}`, 5, 3))
    const answer = answerOf(workbook)
    const unread = answer.problems.filter(({ code }: { code: string }) => code === 'TAB_NOT_READ')
    expect(unread.map(({ message }: { message: string }) => message)[0]).toBe(
      '11 more tabs were not looked at. Move the tabs with records to the left, then check again.',
    )
    expect(answer.counts).toEqual(answerOf(lincolnHigh()).counts)
    expect(answerOf(workbook)).toMatchObject({ ok: true })
  })
})
