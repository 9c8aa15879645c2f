import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sampleCommand } from '../../../local/command-line/sample-command.ts'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import { sampleWorkbook } from '../../../local/sample/sample-workbook.ts'
import { scratchFolder } from '../scratch.ts'
import { checkHere, type Ran, run, runHere } from './run.ts'

function sample(words: readonly string[], folder: string): Promise<Ran> {
  return runHere(words, folder, sampleCommand)
}

const JUDGED = ['--policy', 'davis-4i-101', '--as-of', '2026-11-23']

test('npm run sample writes the same bytes on a machine of another zone and language', async () => {
  const folder = scratchFolder()
  const words = ['--students', '40', '--seed', '9', '--out', 'school.xlsx']
  const ran = await run('sample', words, folder, { TZ: 'Asia/Kolkata', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' })
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  const here = xlsxBytes(sampleWorkbook({ students: 40, style: 'logs', seed: 9 }))
  expect(readFileSync(join(folder, 'school.xlsx')).equals(here)).toBe(true)
})

test('it says in two lines what it wrote and how to check it', async () => {
  const ran = await sample(['--students', '30', '--style', 'wide'], scratchFolder())
  expect(ran.exitCode).toBe(0)
  expect(ran.stdout.trim().split('\n')).toEqual([
    `Wrote ${join('out', 'sample-wide-30.xlsx')}: 30 students of a made-up school (Tracker).`,
    `Check it: npm run check -- ${join('out', 'sample-wide-30.xlsx')} --policy davis-4i-101 --as-of 2026-11-23`,
  ])
})

describe('as .csv files', () => {
  test('the logs are a folder that checks like the workbook', async () => {
    const folder = scratchFolder()
    await sample(['--students', '60', '--out', 'school.xlsx'], folder)
    await sample(['--students', '60', '--out', 'school'], folder)
    expect(readdirSync(join(folder, 'school')).sort()).toEqual([
      'Calendar.csv',
      'Conferences.csv',
      'Contacts.csv',
      'GradeHistory.csv',
      'PlanUpdates.csv',
      'Plans.csv',
      'SchoolLog.csv',
      'Students.csv',
    ])
    const statuses = async (input: string) => {
      const { students, findings } = await checkHere(join(folder, 'out'), [join(folder, input), ...JUDGED, '--all'])
      expect(students).toBe(60)
      return findings.map(({ studentId, code, status, detail }) => [studentId, code, status, detail].join(' ')).sort()
    }
    expect(await statuses('school')).toEqual(await statuses('school.xlsx'))
  })

  test('the tracker is one file, or one file in a folder', async () => {
    const folder = scratchFolder()
    await sample(['--students', '5', '--style', 'wide', '--out', 'tracker.csv'], folder)
    await sample(['--students', '5', '--style', 'wide', '--out', 'trackers'], folder)
    const text = readFileSync(join(folder, 'tracker.csv'), 'utf8')
    expect(readFileSync(join(folder, 'trackers', 'Tracker.csv'), 'utf8')).toBe(text)
    expect(text.startsWith('\ufeffCedar Ridge School: conferences and plans 2026-27,,')).toBe(true)
    expect((await readWorkbookFile(join(folder, 'tracker.csv'))).sheets[0]?.values).toHaveLength(8)
  })
})

test('without any words it writes the school of npm start', async () => {
  const folder = scratchFolder()
  const ran = await sample([], folder)
  expect(ran.stdout).toContain('1150 students')
  expect(existsSync(join(folder, 'out', 'sample-logs-1150.xlsx'))).toBe(true)
})

test('--help explains the options', async () => {
  const ran = await sample(['--help'], scratchFolder())
  expect(ran.exitCode).toBe(0)
  expect(ran.stdout).toContain('npm run sample -- [options]')
})

describe('what cannot be written is told in one sentence, with exit code 2 and nothing written', () => {
  test.each<[string, string[], RegExp]>([
    ['no student', ['--students', '0'], /^--students must be a whole number from 1 to 100000, not “0”\.$/],
    ['fewer than none', ['--students', '-3'], /^--students must be a whole number from 1 to 100000, not “-3”\.$/],
    ['a word', ['--students', 'abc'], /^--students must be a whole number .*, not “abc”\.$/],
    ['half a student', ['--students', '2.5'], /^--students must be a whole number .*, not “2\.5”\.$/],
    ['three million', ['--students', '3000000'], /^--students must be a whole number .*, not “3000000”\.$/],
    ['no number behind the option', ['--students'], /^--students needs a value behind it, e\.g\. --students 500\.$/],
    ['an unknown style', ['--style', 'Wide'], /^--style must be logs or wide, not “Wide”\.$/],
    ['a seed that is a word', ['--seed', 'x'], /^--seed must be a whole number from 0 to 999999999, not “x”\.$/],
    ['an option that is none', ['--student', '5'], /^--student is no option of sample; the options are --students, /],
    ['a number without its option', ['500'], /^“500” is no option of sample; write e\.g\. --students 500/],
    ['many tabs in one .csv file', ['--out', 'a.csv'], /^--out a\.csv can hold one tab only; give an \.xlsx file or/],
    ['a kind of file that is not written', ['--out', 'a.xls'], /^--out a\.xls is of a kind that is not written here/],
    [
      'a file where the folder is to be',
      ['--out', 'taken.txt'],
      /^taken\.txt.* could not be written: a file stands where/,
    ],
    ['no name', ['--out', ''], /^--out needs the name of a file or folder behind it\.$/],
  ])('%s', async (_, words, sentence) => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'taken.txt'), '')
    const ran = await sample(words, folder)
    expect(ran.stderr.trim()).toMatch(sentence)
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
    expect(readdirSync(folder)).toEqual(['taken.txt'])
  })
})
