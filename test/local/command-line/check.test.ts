import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { modelled } from '../files/modelled.ts'
import { scratchFolder } from '../scratch.ts'
import { shared } from '../shared-material.ts'
import { checkHere, type FindingsFile, findingsIn, type Ran, run, runHere } from './run.ts'

const CASES = ['2026-11-22', '2027-03-01', '2027-05-29'] as const
const POLICIES = ['davis-4i-101', 'spectrum-4ip-401', 'ega-2019', 'ega-2012', 'washington-4030'] as const

vi.setConfig({ testTimeout: 60_000 })

/** Results that several tests look at; a scratch folder would go with the first of them. */
const results = mkdtempSync(join(tmpdir(), 'plan-keeper-results-'))
afterAll(() => rmSync(results, { recursive: true }))

const checked = new Map<string, Promise<{ readonly found: FindingsFile; readonly out: string }>>()

/** What a check found, and the folder that it wrote to; the same words are checked once for all tests. */
function check(...words: string[]): Promise<{ readonly found: FindingsFile; readonly out: string }> {
  const key = words.join(' ')
  let run = checked.get(key)
  if (!run) {
    const out = join(results, String(checked.size))
    run = checkHere(out, words).then((found) => ({ found, out }))
    checked.set(key, run)
  }
  return run
}

/** `npm start` without any words, run once for all tests. */
let sample: Promise<{ readonly ran: Ran; readonly out: string }> | undefined
function startSample(): Promise<{ readonly ran: Ran; readonly out: string }> {
  sample ??= run('start', ['--no-serve'], results).then((ran) => ({ ran, out: join(results, 'out', 'sample-school') }))
  return sample
}

describe.each(CASES)('the worked case of %s', (day) => {
  const expected = JSON.parse(readFileSync(shared(`cases/${day}/expected.json`), 'utf8')) as Record<
    string,
    Record<string, [code: string, detail: string, status: string][]>
  >

  test.each(POLICIES)('agrees under %s', async (policy) => {
    const { found } = await check(shared(`cases/${day}`), '--policy', policy, '--as-of', day)
    expect(found).toMatchObject({ policy, asOf: day, schoolYear: '2026-27', students: 40 })
    const got = found.findings.map(({ studentId, code, detail, status }) =>
      [studentId, code, detail, status].join(' | '),
    )
    const wanted = Object.entries(expected).flatMap(([studentId, policies]) =>
      (policies[policy] ?? []).map(([code, detail, status]) => [studentId, code, detail, status].join(' | ')),
    )
    expect(got.sort()).toEqual(wanted.sort())
  })
})

test('findings.json has the keys of the design, each in every entry', async () => {
  const { found } = await check(shared('cases/2026-11-22'), '--policy', 'davis-4i-101', '--as-of', '2026-11-22')
  expect(Object.keys(found)).toEqual([
    'policy',
    'asOf',
    'schoolYear',
    'students',
    'findings',
    'notTracked',
    'problems',
    'serviceCalls',
    'school',
    'mappings',
  ])
  const keys = ['studentId', 'grade', 'code', 'status', 'clause', 'detail', 'dueOn', 'message', 'evidence']
  for (const finding of found.findings) expect(Object.keys(finding)).toEqual(keys)
  expect(found.findings.every(({ status }) => status !== 'MET' && status !== 'NA')).toBe(true)
  expect(found.findings.every(({ studentId }) => /^0000\d\d$/.test(studentId))).toBe(true)
  const sum = Object.values(found.serviceCalls.byMethod).reduce((all, count) => all + count, 0)
  expect(found.serviceCalls.total).toBe(sum)
  expect(sum).toBeLessThanOrEqual(120)
})

test('--all lists what is met and what does not apply too', async () => {
  const input = [shared('cases/2026-11-22'), '--policy', 'davis-4i-101', '--as-of', '2026-11-22']
  const { found: few } = await check(...input)
  const { found: all } = await check(...input, '--all')
  const statuses = new Set(all.findings.map(({ status }) => status))
  expect(statuses).toContain('MET')
  expect(statuses).toContain('NA')
  const open = all.findings.filter(({ status }) => status !== 'MET' && status !== 'NA')
  expect(open).toEqual(few.findings)
})

test('the summary names the policy, the day, the counts with clause and status, and the files', async () => {
  const folder = scratchFolder()
  const ran = await run(
    'check',
    [shared('cases/2026-11-22'), '--policy', 'davis-4i-101', '--as-of', '2026-11-22'],
    folder,
  )
  expect(ran.stdout).toMatch(/Policy +Davis School District 4I-101 \(davis-4i-101\)/)
  expect(ran.stdout).toMatch(/As of +2026-11-22, school year 2026-27/)
  expect(ran.stdout).toMatch(/Students +40/)
  expect(ran.stdout).toMatch(/ +\d+ {2}To do +2\.1\.1 +CONF2 +\d of 2 conferences count/)
  expect(ran.stdout).toContain(join('out', '2026-11-22', '2026-11-22.xlsx'))
  expect(ran.stdout).toContain(join('out', '2026-11-22', 'findings.json'))
  expect(ran.stdout.split('\n').every((line) => line.length <= 120)).toBe(true)
  expect(existsSync(join(folder, 'out', '2026-11-22', '2026-11-22.xlsx'))).toBe(true)
})

test('the school year and its days can be given', async () => {
  const input = [
    shared('cases/2026-11-22'),
    '--policy',
    'davis-4i-101',
    '--as-of',
    '2026-11-22',
    '--school-year',
    '2026-27',
  ]
  const { found: late } = await check(...input, '--first-day', '2026-08-31', '--last-day', '2027-06-11')
  expect(late.findings.find(({ code }) => code === 'CONF2')?.dueOn).toBe('2027-06-11')
})

test('the written workbook has the school’s cells as they were, the flags beside them, and the Findings tab', async () => {
  const input = shared('cases/2026-11-22')
  const { out } = await check(input, '--policy', 'davis-4i-101', '--as-of', '2026-11-22')
  const before = modelled(await readWorkbookFile(input))
  const after = modelled(await readWorkbookFile(join(out, '2026-11-22.xlsx')))
  for (const sheet of before.sheets) {
    const now = after.sheets.find((each) => each.name === sheet.name)
    for (const [at, row] of sheet.values.entries()) expect(now?.values[at]?.slice(0, row.length)).toEqual(row)
    for (const [at, row] of sheet.styles.entries()) expect((now?.styles[at] ?? []).slice(0, row.length)).toEqual(row)
  }
  const students = after.sheets.find((sheet) => sheet.name === 'Students')
  expect(students?.values[0]?.slice(13)).toEqual(expect.arrayContaining(['Status', 'Open items', 'Next due']))
  const findings = after.sheets.find((sheet) => sheet.name === 'Findings')
  expect(findings?.frozenRows).toBeGreaterThan(0)
})

test('the words for a status are those of the Findings tab', async () => {
  const { ran, out } = await startSample()
  expect(ran.exitCode).toBe(0)
  const workbook = await readWorkbookFile(join(out, 'sample-school.xlsx'))
  const rows = workbook.sheets.find((sheet) => sheet.name === 'Findings')?.values ?? []
  const headings = rows.find((row) => row.includes('Status') && row.includes('Clause')) ?? []
  // Under a blank row the tab goes on with what could not be read.
  const end = rows.findIndex(
    (row, at) => at > rows.indexOf(headings) && (row ?? []).every((value) => value === undefined),
  )
  const listed = rows.slice(rows.indexOf(headings) + 1, end < 0 ? undefined : end)
  const words = new Set(listed.map((row) => String(row[headings.indexOf('Status')])))
  expect(words.size).toBeGreaterThanOrEqual(4)
  for (const word of words) expect(ran.stdout).toMatch(new RegExp(`^ +(\\d+ +)?${word} +`, 'm'))
})

describe('what cannot be checked is told in one sentence, with exit code 2 and nothing written', () => {
  const roster = 'id,name\n1,Mateo\n'
  /** One refusal of each origin (script, file, words) runs as npm runs it; the others run the same code here. */
  const OWN_PROCESS = new Set(['an unknown policy', 'a missing file', 'an option that is none'])
  test.each<[string, string[], RegExp]>([
    [
      'an unknown policy',
      ['CASE', '--policy', 'davis'],
      /^--policy must be one of davis-4i-101, spectrum-4ip-401, .*utah-r277-462-5\.$/,
    ],
    ['a missing file', ['nowhere.xlsx'], /^nowhere\.xlsx does not exist\. Check the name/],
    [
      'a kind of file that is not read',
      ['notes.pdf'],
      /^notes\.pdf is a PDF, which has no cells\. Export the roster as/,
    ],
    ['a file that is no workbook', ['broken.xlsx'], /^broken\.xlsx is damaged and cannot be read/],
    ['a workbook without a roster', ['tools.csv'], /^No tab looks like a roster\. [^.]+\.$/],
    [
      'a tracker without ids',
      ['tracker.csv'],
      /^No tab looks like a roster\. tracker was not read: it names students but has no column for their ids, .* Add a column “Student ID”\. Put the students/,
    ],
    ['a log by itself', ['Meetings.csv'], /^No tab looks like a roster\. Meetings was taken for conferences\. Put/],
    [
      'a folder without a roster whose folders hold .csv files',
      ['district'],
      /^No tab looks like a roster\. .* Its sub-folders kennedy and lincoln hold \.csv files; check one of them\.$/,
    ],
    [
      'a folder without a roster with one such folder',
      ['district/lincoln'],
      /^No tab looks like a roster\. .* Its sub-folder old holds \.csv files; check that one\.$/,
    ],
    [
      'a day that does not exist',
      ['CASE', '--as-of', '2026-02-30'],
      /^--as-of “2026-02-30” is no day; write year, month and day like/,
    ],
    ['a day in another order', ['CASE', '--first-day', '8/17/2026'], /^--first-day “8\/17\/2026” is no day/],
    ['a school year that is none', ['CASE', '--school-year', '2026-28'], /^--school-year “2026-28” is no school year/],
    ['an option that is none', ['CASE', '--polcy', 'x'], /^--polcy is no option of check; the options are --policy, /],
    ['an option without its value', ['CASE', '--as-of'], /^--as-of needs a value behind it/],
    ['two inputs', ['CASE', 'notes.pdf'], /^Give one file or folder; .* Put a name with spaces in quotes\.$/],
    ['no input', [], /^Give the roster: npm run check -- your-roster\.xlsx$/],
    ['a folder of XML', ['XML'], /holds no \.csv file, only .* Export the roster as \.csv or \.xlsx\.$/],
  ])('%s', async (kind, words, sentence) => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'notes.pdf'), '%PDF')
    writeFileSync(join(folder, 'broken.xlsx'), 'PK')
    writeFileSync(join(folder, 'tools.csv'), 'tool,room\nhammer,12\n')
    writeFileSync(join(folder, 'tracker.csv'), 'Stu Name,Gr,PCCR date\n"Begay, Ana",7,10/8/2026\n')
    writeFileSync(join(folder, 'Meetings.csv'), 'Student ID,Date,Kind,Status\n1,2026-10-08,individual,held\n')
    writeFileSync(join(folder, 'roster.csv'), roster)
    for (const place of [
      'district',
      'district/kennedy',
      'district/lincoln',
      'district/lincoln/old',
      'district/photos',
    ]) {
      mkdirSync(join(folder, place))
      if (!place.endsWith('photos')) writeFileSync(join(folder, place, 'tools.csv'), 'tool,room\nhammer,12\n')
    }
    const before = readdirSync(folder)
    const given = words.map((word) =>
      word === 'CASE' ? shared('cases/2026-11-22') : word === 'XML' ? shared('data/edfi-grandbend-ds5') : word,
    )
    const ran = OWN_PROCESS.has(kind) ? await run('check', given, folder) : await runHere(given, folder)
    expect(ran.stderr.trim()).toMatch(sentence)
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
    expect(ran.stdout).toBe('')
    expect(ran.exitCode).toBe(2)
    expect(readdirSync(folder)).toEqual(before)
  })
})

test('npm start checks the sample school, prints what it found and what to try next', async () => {
  const { ran, out } = await startSample()
  expect(ran.stderr).toBe('')
  expect(ran.exitCode).toBe(0)
  expect(ran.stdout).toMatch(/As of +2026-11-23, school year 2026-27/)
  expect(ran.stdout).toMatch(/Students +1150/)
  expect(ran.stdout).toContain('Open out/sample-school/sample-school.xlsx in Excel')
  expect(ran.stdout).toContain('npm start -- your-roster.xlsx')
  const found = findingsIn(out)
  for (const status of ['LATE', 'OPEN', 'CHECK', 'MET-LATE', 'NOTE']) {
    expect(found.findings.map((finding) => finding.status)).toContain(status)
  }
  expect(found.problems.map(({ code }) => code)).toContain('DATE_UNREADABLE')
})

test('a sentence that is a note and a problem at once is printed once, in findings.json it stays', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'roster.csv'), 'Student ID,Last Name,First Name,Grade\n004457,Okafor,Mateo,5\n')
  const ran = await runHere(['roster.csv', '--as-of', '2026-11-23'], folder)
  expect(ran.stdout.match(/are not on file, so .* was assumed/gs)).toHaveLength(1)
  expect(ran.stdout.match(/days of school of 2026-27/g)).toHaveLength(1)
  expect(findingsIn(join(folder, 'out', 'roster')).problems.map(({ code }) => code)).toContain('CALENDAR_ASSUMED')
})

test('the counts are in the plural where they need one', async () => {
  const { ran, out } = await startSample()
  const notes = findingsIn(out).findings.filter(({ status }) => status === 'NOTE').length
  expect(notes).toBeGreaterThan(1)
  expect(ran.stdout).toMatch(new RegExp(`Findings .* · ${notes} notes`))
})

test('npm start with a file checks that file', async () => {
  const folder = scratchFolder()
  const ran = await run('start', [shared('cases/2026-11-22'), '--as-of', '2026-11-22', '--no-serve'], folder)
  expect(ran.exitCode).toBe(0)
  expect(ran.stdout).toMatch(/Students +40/)
})

test('--help explains the options', async () => {
  const ran = await runHere(['--help'], scratchFolder())
  expect(ran.exitCode).toBe(0)
  expect(ran.stdout).toContain('npm run check -- INPUT [options]')
  expect(ran.stdout).toContain('--school-year')
})
