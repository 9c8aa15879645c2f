/** What a check changes, and what it leaves alone, cell by cell. */
import { describe, expect, test } from 'vitest'
import { copyWorkbook, type SheetModel, type WorkbookModel } from '../../local/workspace/model.ts'
import { lincolnHigh } from './lincoln-high.ts'
import { check, request, workspaceOf } from './run-check.ts'
import { flagsOf, managedColumnsOf, pageOf, schoolState } from './workbook-state.ts'

function tab(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`There is no tab ${name}.`)
  return sheet
}

describe('a check', () => {
  const fresh = lincolnHigh()
  const first = check(fresh).workbook
  const second = check(first).workbook

  test('changes no cell outside the managed columns and our own tabs: values, formulas, formats, notes, drop-downs, rules', () => {
    expect(schoolState(first)).toEqual(schoolState(fresh))
    expect(schoolState(second)).toEqual(schoolState(fresh))
  })

  test('puts four columns right of the last used one, and two tabs behind the others', () => {
    expect(managedColumnsOf(tab(first, 'Students'))).toEqual([9, 10, 11, 12])
    expect(tab(first, 'Students').values[2]?.slice(9)).toEqual(['Status', 'Open items', 'Next due', 'Plan document'])
    expect(first.sheets.map(({ name }) => name)).toEqual([
      'Students',
      'Conferences',
      'Plans',
      'Calendar',
      'To do',
      'Findings',
      'Settings',
    ])
  })

  test('writes a word, a short list and a day for every student, and nothing beside the row of totals', () => {
    const flags = flagsOf(tab(first, 'Students'))
    expect(flags[1]).toMatchObject({
      id: '00124',
      cells: ['Late', expect.stringContaining('Plan signature (3.1.7)'), 46_171],
    })
    expect(flags.filter(({ id }) => id === '').map(({ cells }) => cells)).toEqual(
      flags.filter(({ id }) => id === '').map(() => ['', '', '']),
    )
    expect(tab(first, 'Students').styles[4]?.[11]).toMatchObject({ numberFormat: 'yyyy-mm-dd' })
  })

  test("adds its colours behind the school's own rules, once", () => {
    const words = (workbook: WorkbookModel) =>
      tab(workbook, 'Students').conditionalFormats.map(({ values }) => values[0])
    expect(words(first)).toEqual([8, 'withdrawn', 'Late', 'Please check'])
    expect(words(second)).toEqual(words(first))
  })

  test('finds its columns and tabs again in a file that lost the marks, and makes no second ones', () => {
    const file = copyWorkbook(first)
    for (const sheet of file.sheets) sheet.metadata = []
    const { workbook, answer } = check(file)
    expect(answer).toMatchObject({ ok: true })
    expect(workbook.sheets.map(({ name }) => name)).toEqual(first.sheets.map(({ name }) => name))
    expect(managedColumnsOf(tab(workbook, 'Students'))).toEqual([9, 10, 11, 12])
    expect(tab(workbook, 'Students').conditionalFormats).toEqual(tab(first, 'Students').conditionalFormats)
  })

  test('never fills or empties Plan document', () => {
    const workbook = copyWorkbook(first)
    tab(workbook, 'Students').values[3]![12] = 'Plan of Mateo'
    expect(tab(check(workbook).workbook, 'Students').values[3]?.[12]).toBe('Plan of Mateo')
  })

  test('keeps an empty flag below: a student who was taken off the roster leaves nothing behind', () => {
    const workbook = copyWorkbook(first)
    const row = tab(workbook, 'Students').values[10]!
    for (let column = 0; column < 9; column++) row[column] = ''
    tab(workbook, 'Students').formulas[10] = []
    expect(flagsOf(tab(check(workbook).workbook, 'Students'))[7]?.cells).toEqual(['', '', ''])
  })
})

describe("the school's own things", () => {
  test("a school's column Status stays the school's", () => {
    const workbook = lincolnHigh()
    const students = tab(workbook, 'Students')
    students.values[2]![7] = 'Status'
    const before = schoolStateWithout(workbook, 'Status')
    const after = check(workbook).workbook
    expect(
      tab(after, 'Students')
        .values.slice(3, 6)
        .map((row) => row?.[7]),
    ).toEqual(['=not a formula', '007', '=not a formula'])
    expect(tab(after, 'Students').values[2]?.slice(7, 13)).toEqual([
      'Status',
      'Initials',
      'Status',
      'Open items',
      'Next due',
      'Plan document',
    ])
    expect(schoolStateWithout(after, 'Status')).toEqual(before)
  })

  test("a school's tabs Findings and Settings stay the school's", () => {
    const workbook = lincolnHigh()
    for (const [index, name] of [
      [3, 'Settings'],
      [4, 'Findings'],
    ] as const)
      workbook.sheets[index]!.name = name
    const theirs = workbook.sheets.slice(3, 5).map(({ values }) => structuredClone(values))
    const after = check(workbook).workbook
    expect(after.sheets.slice(3, 5).map(({ values }) => values)).toEqual(theirs)
    expect(after.sheets.slice(5).map(({ name }) => name)).toEqual(['Plan Keeper findings', 'Plan Keeper settings'])
  })

  test.each(['=HYPERLINK("https://example.invalid","x")', '+cmd|/C calc', '@SUM(A1:A9)', '-1+1', '=1+1'])(
    'a student named and numbered %s stays text everywhere',
    (text) => {
      const workbook = lincolnHigh()
      const row = tab(workbook, 'Students').values[4]!
      row[0] = text
      row[1] = text
      row[6] = text
      const after = check(workbook).workbook
      const findings = tab(after, 'Findings')
      const rows = findings.values.flatMap((cells, index) => (cells?.[0] === text ? [index] : []))
      expect(rows.length).toBeGreaterThan(0)
      for (const index of rows) {
        expect(findings.values[index]?.slice(0, 2)).toEqual([text, `${text}, Ana`])
        expect(findings.formulas[index]?.filter((formula) => formula !== undefined)).toEqual([
          expect.stringMatching(/^=HYPERLINK\("#gid=\d+&range=A\d+","[A-Za-z ]+, row \d+( and \d+ more)?"\)$/),
        ])
      }
      expect(flagsOf(tab(after, 'Students')).find(({ id }) => id === text)?.cells[0]).not.toBe('')
    },
  )

  test('two rows with one id get the same question, and nobody an answer that may be another’s', () => {
    const workbook = lincolnHigh()
    tab(workbook, 'Students').values[5]![0] = '00123'
    const flags = flagsOf(tab(check(workbook).workbook, 'Students')).filter(({ id }) => id === '00123')
    expect(flags).toHaveLength(2)
    expect(flags[0]?.cells).toEqual(flags[1]?.cells)
    expect(flags[0]?.cells.slice(0, 2)).toEqual(['Please check', expect.stringContaining('stands in 2 rows')])
  })
})

/** The other tabs, and the roster but for columns of that heading. */
function schoolStateWithout(workbook: WorkbookModel, heading: string): unknown {
  const copy = copyWorkbook(workbook)
  for (const row of copy.sheets[0]!.values)
    row?.forEach((cell, column) => {
      if (cell === heading) row[column] = ''
    })
  return (schoolState(copy) as readonly unknown[]).slice(1)
}

describe('days', () => {
  test.each(['America/Denver', 'Pacific/Auckland', 'America/Sao_Paulo', 'UTC'])(
    'are the same in a spreadsheet of the zone %s: due days, as-of day, Findings',
    (timeZone) => {
      const workbook = lincolnHigh()
      workbook.timeZone = timeZone
      const workspace = workspaceOf(workbook)
      workspace.execute('checkRoster', [request])
      expect(flagsOf(tab(workbook, 'Students'))).toEqual(flagsOf(tab(check(lincolnHigh()).workbook, 'Students')))
      const due = (book: WorkbookModel) =>
        tab(book, 'Findings')
          .values.slice(5)
          .map((row) => row?.[6])
      expect(due(workbook)).toEqual(due(check(lincolnHigh()).workbook))
    },
  )

  test('Findings shows its days as days', () => {
    const { values, styles } = tab(check(lincolnHigh()).workbook, 'Findings')
    expect(values[5]?.[6]).toBe(45_219)
    expect(styles[5]?.[6]?.numberFormat).toBe('yyyy-mm-dd')
  })
})

test('a second check with fewer findings leaves nothing of the first on the tab', () => {
  const first = check(lincolnHigh()).workbook
  const after = copyWorkbook(first)
  workspaceOf(after).execute('checkRoster', [JSON.stringify({ asOf: '2026-11-22', policy: 'ega-2019' })])
  const alone = lincolnHigh()
  workspaceOf(alone).execute('checkRoster', [JSON.stringify({ asOf: '2026-11-22', policy: 'ega-2019' })])
  expect(pageOf(tab(after, 'Findings'))).toEqual(pageOf(tab(alone, 'Findings')))
})
