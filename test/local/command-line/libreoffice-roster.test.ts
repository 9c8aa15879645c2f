import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { parseCsv } from '../../../local/files/csv.ts'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { modelled } from '../files/modelled.ts'
import { convertWithLibreOffice } from '../libreoffice.ts'
import { scratchFolder } from '../scratch.ts'
import { shared } from '../shared-material.ts'
import { checkHere, findingsIn, run } from './run.ts'

vi.setConfig({ testTimeout: 120_000 })

interface Table {
  readonly name: string
  readonly rows: string[][]
}

/** Tabs as another office calls them, in another order, with headings of school systems. */
const TABS: readonly (readonly [file: string, tab: string, headings: Readonly<Record<string, string>>])[] = [
  ['PlanUpdates', 'Changes to plans', { student_id: 'Student Number', updated_on: 'Updated On' }],
  ['Calendar', 'Year', { school_year: 'School Year', first_day: 'First Day', last_day: 'Last Day' }],
  [
    'Conferences',
    'Meetings 26-27',
    {
      student_id: 'Student Number',
      date: 'Conf Date',
      kind: 'Kind',
      status: 'Status',
      parent_attended: 'Parent Attended',
      student_attended: 'Student Attended',
    },
  ],
  ['Contacts', 'Calls and letters', { student_id: 'Student No', date: 'Date', about: 'About', outcome: 'Outcome' }],
  ['Plans', 'PCCR plans', { student_id: 'Perm ID', created_on: 'Created On', parent_signed_on: 'Parent Signed On' }],
  [
    'Students',
    'Roster',
    {
      student_id: 'Student Number',
      last_name: 'Last',
      first_name: 'First',
      grade: 'Gr',
      birth_date: 'DOB',
      entry_date: 'Enroll Date',
      exit_date: 'Withdraw Date',
      iep: 'SpEd',
      homeroom_teacher: 'Homeroom',
    },
  ],
  ['GradeHistory', 'Grades before', { student_id: 'Student Number', school_year: 'School Year', grade: 'Grade Level' }],
]

/** The tables of a worked case, renamed, columns from right to left. */
function renamed(day: string): Table[] {
  return TABS.map(([file, name, headings]) => {
    const path = shared(`cases/${day}/${file}.csv`)
    const [first = [], ...rest] = parseCsv(readFileSync(path), path)
    const rows = [first.map((heading) => headings[heading] ?? heading.replaceAll('_', ' ')), ...rest]
    return { name, rows: rows.map((row) => [...row].reverse()) }
  })
}

/** A spreadsheet in LibreOffice's own flat format: days as days, everything else as text. */
function flatSpreadsheet(tables: readonly Table[]): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const cell = (text: string): string =>
    text === ''
      ? '<table:table-cell/>'
      : /^\d{4}-\d\d-\d\d$/.test(text)
        ? `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${text}"/>`
        : `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`
  const table = ({ name, rows }: Table): string =>
    `<table:table table:name="${escaped(name)}">${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`
  return `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles><number:date-style style:name="us"><number:month/><number:text>/</number:text><number:day/><number:text>/</number:text><number:year number:style="long"/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="us"/></office:automatic-styles><office:body><office:spreadsheet>${tables.map(table).join('')}</office:spreadsheet></office:body></office:document>`
}

/** What was found, without where it was read. */
function essence(out: string): string[] {
  return findingsIn(out)
    .findings.map(({ studentId, grade, code, status, clause, detail, dueOn, message }) =>
      [studentId, grade, code, status, clause, detail, dueOn, message].join(' | '),
    )
    .sort()
}

describe.each(['2026-11-22', '2027-05-29'])(
  'an .xlsx from LibreOffice with other headings and tabs, as of %s',
  (day) => {
    test('gives the findings of the canonical files, and its own cells come back unchanged', async () => {
      const folder = scratchFolder()
      const flat = join(folder, 'School office.fods')
      writeFileSync(flat, flatSpreadsheet(renamed(day)))
      const made = await convertWithLibreOffice(flat, 'xlsx', folder)
      for (const policy of ['davis-4i-101', 'washington-4030']) {
        const options = ['--policy', policy, '--as-of', day]
        await checkHere(join(folder, 'canonical'), [shared(`cases/${day}`), ...options])
        const office = await run('check', [made, ...options, '--out', join(folder, 'office')], folder)
        expect([office.exitCode, office.stderr]).toEqual([0, ''])
        expect(findingsIn(join(folder, 'office')).problems.filter(({ code }) => /UNREADABLE|TWICE/.test(code))).toEqual(
          [],
        )
        expect(essence(join(folder, 'office'))).toEqual(essence(join(folder, 'canonical')))
      }
      const before = modelled(await readWorkbookFile(made))
      const after = modelled(await readWorkbookFile(join(folder, 'office', 'School office.xlsx')))
      for (const sheet of before.sheets) {
        const now = after.sheets.find((each) => each.name === sheet.name)
        for (const grid of ['values', 'formulas', 'styles', 'notes', 'validations'] as const) {
          for (const [at, row] of sheet[grid].entries())
            expect((now?.[grid][at] ?? []).slice(0, row.length)).toEqual(row)
        }
      }
    })
  },
)

test('a checked file that LibreOffice saved again gets no second columns, tabs or colour rules', async () => {
  const folder = scratchFolder()
  const options = ['--policy', 'davis-4i-101', '--as-of', '2026-11-22', '--out']
  const first = await run('check', [shared('cases/2026-11-22/Students.csv'), ...options, join(folder, 'first')], folder)
  expect([first.exitCode, first.stderr]).toEqual([0, ''])
  const checked = join(folder, 'first', 'Students.xlsx')
  const saved = await convertWithLibreOffice(checked, 'xlsx', join(folder))
  const again = await run('check', [saved, ...options, join(folder, 'again')], folder)
  expect([again.exitCode, again.stderr]).toEqual([0, ''])
  const shape = async (path: string) =>
    (await readWorkbookFile(path)).sheets.map(({ name, values, conditionalFormats }) => [
      name,
      name === 'Students' ? values[0] : undefined,
      conditionalFormats.map((rule) => rule.values),
    ])
  expect(await shape(join(folder, 'again', 'Students.xlsx'))).toEqual(await shape(checked))
})
