/** `npm run plans`: real .docx files by school and student, through the built script. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plansCommand } from '../../../local/command-line/plans-command.ts'
import { sampleCommand } from '../../../local/command-line/sample-command.ts'
import { wordsOf } from '../../documents/made-template.ts'
import { scratchFolder } from '../scratch.ts'
import { type Ran, run, runHere } from './run.ts'

const plans = (words: readonly string[], folder: string): Promise<Ran> => runHere(words, folder, plansCommand)

const day = ['--policy', 'davis-4i-101', '--as-of', '2026-11-22']

function write(folder: string, ...lines: readonly string[]): void {
  writeFileSync(join(folder, 'roster.csv'), ['Student ID,Last,First,Gr,School,Exit date', ...lines].join('\n'))
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .sort()

test('a plan for each student, by school and student; who has none is counted with the reason', async () => {
  const folder = scratchFolder()
  write(
    folder,
    '000041,Reyes,Mateo,9,Lincoln,',
    '000042,Begay,Ana,K,Lincoln,',
    '7,Tuala,Lupe,12,Lincoln,9/1/2026',
    '8,Young,Kai,,Lincoln,',
  )
  const { stdout, exitCode } = await plans(['roster.csv', ...day, '--out', 'made'], folder)
  expect(exitCode).toBe(0)
  expect(filesIn(join(folder, 'made'))).toEqual([
    join('Lincoln', 'Begay, Ana (000042)', 'ILP 2026-27 Begay, Ana.docx'),
    join('Lincoln', 'Reyes, Mateo (000041)', 'PCCR 2026-27 Reyes, Mateo.docx'),
  ])
  expect(stdout).toMatch(/^2 plans written in [\d.]+ s \(at most \d+ MB of memory\) to made$/m)
  expect(stdout).toMatch(/1 without a plan: The student has left or has not entered yet\./)
  expect(stdout).toMatch(/1 without a plan: The grade is missing or cannot be read\./)
  expect(stdout).toMatch(/plan_made in 2 plans$/m)
  expect(stdout).toMatch(/ in 1 plan$/m)
  const mateo = readFileSync(join(folder, 'made', 'Lincoln', 'Reyes, Mateo (000041)', 'PCCR 2026-27 Reyes, Mateo.docx'))
  expect(wordsOf(mateo)).toMatch(/Plan for College and Career Readiness[\s\S]*Mateo Reyes[\s\S]*3\.1\.7/)
})

test('names that no folder could have, and names that are alike, each get a folder of their own', async () => {
  const folder = scratchFolder()
  write(
    folder,
    '1,../../etc,"pass/wd",9,Lin:coln?,',
    '2,Reyes,Mateo,9,Lincoln,',
    '3,Reyes,Mateo,9,Lincoln,',
    `4,${'Ka'.repeat(200)},Kai,9,Lincoln,`,
    '5,شيماء,محمد,9,Lincoln,',
  )
  expect(await plans(['roster.csv', ...day, '--out', 'made'], folder)).toMatchObject({ exitCode: 0, stderr: '' })
  const made = filesIn(join(folder, 'made'))
  expect(made).toHaveLength(5)
  expect(made).toContain(join('Lin coln', 'etc, pass wd (1)', 'PCCR 2026-27 etc, pass wd.docx'))
  expect(made).toContain(join('Lincoln', 'شيماء, محمد (5)', 'PCCR 2026-27 شيماء, محمد.docx'))
  for (const name of made) for (const part of name.split('/')) expect(Buffer.byteLength(part)).toBeLessThan(255)
})

test('each student’s own plan, in a made-up school with every kind of record', async () => {
  const folder = scratchFolder()
  await runHere(['--students', '60', '--out', 'school.xlsx'], folder, sampleCommand)
  await plans(['school.xlsx', ...day, '--out', 'made'], folder)
  const made = filesIn(join(folder, 'made'))
  expect(made.length).toBeGreaterThan(50)
  for (const name of made) {
    const [last, first] = /([^/]+), ([^/(]+) \(/.exec(name)?.slice(1) ?? []
    expect(wordsOf(readFileSync(join(folder, 'made', name))), name).toContain(`${first} ${last}`)
  }
})

test.each([
  ['no roster', [], 'Give the roster: npm run plans -- your-roster.xlsx'],
  ['a policy that is none', ['roster.csv', '--policy', 'x'], 'policy must be one of davis-4i-101'],
  ['an option of another command', ['roster.csv', '--all'], '--all is no option of plans'],
])('%s is told in a sentence', async (_, words, sentence) => {
  const folder = scratchFolder()
  write(folder, '1,Reyes,Mateo,9,Lincoln,')
  const { exitCode, stderr } = await run('plans', words, folder)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(sentence)
  expect(stderr).not.toMatch(/\bat .*\.ts:/)
})
