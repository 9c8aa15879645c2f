/** `check` on every real set, as `npm run inputs` runs it: the page docs/inputs.md says what came of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCsv } from '../../local/files/csv.ts'
import { sharedPath } from '../shared-folder.ts'
import { tableOf, tableOnPage } from './inputs-page.ts'
import { madeRosters, oddInputs, studentSets } from './real-inputs.ts'
import { type InputRun, runInput, usefulIn } from './run-inputs.ts'
import { usefulColumns } from './useful-columns.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-keeper-inputs-'))
const sets: InputRun[] = []
const odd: InputRun[] = []

beforeAll(async () => {
  for (const input of [...studentSets, ...madeRosters(join(folder, 'made'))]) sets.push(await runInput(input, folder))
  for (const input of oddInputs()) odd.push(await runInput(input, folder))
})
afterAll(() => rmSync(folder, { recursive: true }))

function setCalled(name: string): InputRun {
  const run = sets.find(({ input }) => input.name === name)
  if (run === undefined) throw new Error(`No input is called ${name}.`)
  return run
}

test('every input ends with findings and problems, or with clear sentences in one line', () => {
  expect(odd.length).toBeGreaterThan(180)
  for (const { input, checked, sentence } of [...sets, ...odd]) {
    const said = checked?.summary ?? sentence ?? ''
    expect(said, input.name).not.toMatch(/undefined|NaN|\[object|TypeError|The script stopped|^\s+at /m)
    if (checked === undefined) expect(said, input.name).toMatch(/^[^\n]+\.$/)
    else expect(checked.students, input.name).toBeGreaterThan(0)
  }
})

test('every set of students is checked, with as many students as it has', () => {
  expect(Object.fromEntries(sets.map(({ input, checked }) => [input.name, checked?.students]))).toEqual({
    'oneroster-edfi-grandbend/v1.0': 8,
    'oneroster-edfi-grandbend/v1.1': 8,
    'microsoft-sds-csv/sds-format-100': 86,
    'microsoft-sds-csv/sds-v2.1': 4,
    'microsoft-sds-csv/min-required': 22,
    'inbloom-students-5000': 5000,
    'inbloom-students-5000/demo-101': 101,
    // A row for each student and year is a grade history and no roster.
    'sdp-longitudinal-16k': undefined,
    'aspen-x2-student-insights': 5,
    'contoso-sis-400': 400,
    'sdp-longitudinal-16k, the last year of each student': 15891,
    'naughty-strings/blns.json, as names on a roster': 515,
  })
})

describe('the guesses of the columns', () => {
  test.each(usefulColumns.map(({ file, columns }) => [file, columns] as const))(
    'the list of what %s carries names headings that stand there',
    (file, columns) => {
      const path = sharedPath('data', ...`${file}.csv`.split('/'))
      const [headings = []] = parseCsv(readFileSync(path), path)
      for (const heading of Object.keys(columns).flatMap((one) => one.split(' / '))) expect(headings).toContain(heading)
      expect(studentSets.filter(({ folder }) => folder === file.slice(0, file.lastIndexOf('/')))).toHaveLength(1)
    },
  )

  test('at least 95 of 100 columns that carry something of use are mapped without help', () => {
    const useful = sets.flatMap(usefulIn)
    const missed = useful.filter(({ carries, takenFor }) => takenFor !== carries)
    expect(useful.length).toBeGreaterThan(150)
    expect(
      missed.length / useful.length,
      missed.map(({ file, heading }) => `${file}: ${heading}`).join('\n'),
    ).toBeLessThanOrEqual(0.05)
  })

  test('a password, a lunch status or a discipline record is never shown, not even as a sample', () => {
    expect(JSON.stringify(setCalled('contoso-sis-400'))).not.toContain('#3NOx54M_@')
    const aspen = JSON.stringify(setCalled('aspen-x2-student-insights'))
    expect(aspen).not.toMatch(/Free Lunch|Hit another student/)
  })
})

test('docs/inputs.md says what these runs gave; npm run inputs writes it', () => {
  expect(tableOnPage()).toBe(tableOf(sets, odd).trim())
})
