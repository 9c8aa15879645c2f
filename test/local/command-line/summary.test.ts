/** How the columns of a school were understood, and what it is asked. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '../scratch.ts'
import { findingsIn, runHere } from './run.ts'

/** A home-made tracker: 'Start Date' is only likely the entry, and two columns could be the grade. */
const TRACKER = [
  'Student Number,Last Name,First Name,Gr,Grade Level,Start Date,Locker',
  '004457,Begay,Ana,7,8,8/17/2026,12',
  '004458,Chen,Lu,8,8,8/18/2026,13',
  '004459,Diaz,Mateo,8,7,8/18/2026,14',
]

async function checkTracker() {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'Tracker.csv'), TRACKER.join('\n'))
  writeFileSync(join(folder, 'Calendar.csv'), 'School Year,First Day,Last Day\n2026-27,2026-08-17,2027-05-28\n')
  writeFileSync(join(folder, 'Lockers.csv'), 'Locker,Hall\n12,A\n')
  const ran = await runHere([folder, '--as-of', '2026-11-23', '--out', join(folder, 'out')], folder)
  return { ran, found: findingsIn(join(folder, 'out')) }
}

test('the summary says what each tab and each doubtful column was taken for, with what its cells hold', async () => {
  const { ran } = await checkTracker()
  expect([ran.exitCode, ran.stderr]).toEqual([0, ''])
  expect(ran.stdout).toContain('Tabs       Calendar · Tracker: roster · 1 other not needed')
  expect(ran.stdout).toMatch(/Tracker +Start Date +entry date +8\/17\/2026 · 8\/18\/2026\n/)
  expect(ran.stdout).toContain('If one is wrong, rename its heading, then check again.')
  expect(ran.stdout).not.toMatch(/Student Number +student id/)
})

test('a question about the columns comes before every other problem', async () => {
  const { ran } = await checkTracker()
  const problems = ran.stdout.slice(ran.stdout.indexOf('Problems in the sheets')).split('\n  - ')
  expect(problems[1]?.replace(/\s+/g, ' ')).toMatch(
    /^“Gr” and “Grade Level” of Tracker could both be the grade, and their cells differ\. Neither is read\./,
  )
})

test('findings.json says of every column what it was taken for, how certainly, and what is asked', async () => {
  const { found } = await checkTracker()
  const tracker = found.mappings.find(({ sheet }) => sheet === 'Tracker')
  expect(tracker).toMatchObject({ kind: 'students', headingRow: 1 })
  expect(tracker?.columns.map(({ heading, field, certainty }) => [heading, field, certainty])).toEqual([
    ['Student Number', 'student_id', 'sure'],
    ['Last Name', 'last_name', 'sure'],
    ['First Name', 'first_name', 'sure'],
    ['Gr', null, 'unsure'],
    ['Grade Level', null, 'unsure'],
    ['Start Date', 'entry_date', 'likely'],
    ['Locker', null, 'unsure'],
  ])
  expect(tracker?.columns[0]?.samples).toEqual(['004457', '004458', '004459'])
  expect(tracker?.columns[6]?.samples, 'nothing of a column that is not read').toEqual([])
  expect(tracker?.questions).toEqual([
    {
      asks: 'column',
      field: 'grade',
      columns: [
        { heading: 'Gr', samples: ['7', '8'] },
        { heading: 'Grade Level', samples: ['8', '7'] },
      ],
    },
  ])
})
