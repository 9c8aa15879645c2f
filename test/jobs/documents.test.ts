import { describe, expect, test } from 'vitest'
import type { WorkspaceOptions } from '../../local/workspace/workspace.ts'
import type { Progress } from '../../src/jobs/work.ts'
import { scriptOf } from '../script-of.ts'
import { expectWhole, file, finish, journal, lincolnHigh, pupils } from './school.ts'

const dist = scriptOf('test/jobs/jobs-script.ts', 'PlanJobs')
const school = (options?: Partial<WorkspaceOptions>) => lincolnHigh(dist(), options)

test('twelve documents are asked for, made in one run, and stand in the tab Documents', () => {
  const { workspace, ask, work } = school()
  ask()
  expect(journal(workspace)[0]).toEqual([
    '00001',
    'Ruiz, Ana',
    'PCCR 2026-27',
    'To do',
    '',
    '',
    expect.stringMatching(/^[0-9a-f]{16}$/),
    '',
  ])
  expect(work()).toEqual({ counts: { Made: 12 }, asked: 12, free: 0, underWay: 0, paused: false })
  expectWhole(workspace)
})

test('asked for again they are neither doubled on the tab nor in Drive', () => {
  const lincoln = school()
  lincoln.ask()
  finish(lincoln)
  lincoln.ask()
  finish(lincoln)
  expectWhole(lincoln.workspace)
})

test('workers that run side by side share the documents', () => {
  const { workspace, ask, work } = school()
  ask()
  // The second begins while the first is under way with its ten.
  const at = { method: 'Drive.Files.create', nth: 5 }
  let second: Progress | undefined
  work(2, {
    faults: [{ at, runExecution: (world) => (second = world.execute('PlanJobs.work', [file, 2]) as Progress) }],
  })
  expect(second).toMatchObject({ counts: { 'To do': 10, Made: 2 }, free: 0 })
  work()
  expectWhole(workspace)
})

const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => ({ studentId: String(10_000 + index), name: `Student ${index}, A` }))

test('runs take equal shares, whatever is through already', () => {
  const { ask, work } = school()
  ask(crowd(24))
  expect(work(2).counts).toEqual({ Made: 12, 'To do': 12 })
  expect(work(2).counts).toEqual({ Made: 24 })
})

test('a copy of the spreadsheet, which remembers nothing but its rows, goes on', () => {
  const { workspace, ask, work } = school()
  ask(crowd(24))
  workspace.propertyStore('document').clear()
  expect(work(2).counts).toEqual({ Made: 12, 'To do': 12 })
})

test('few documents are shared by few runs', () => {
  const { ask, work } = school()
  ask(crowd(60))
  expect(work(8).counts).toEqual({ Made: 20, 'To do': 40 })
})

test('after a run that could not make all of its share, the shares are smaller', () => {
  const { workspace, ask, work } = school({ drive: { latency: () => 5000 } })
  ask(crowd(60))
  const made = work().counts.Made!
  expect(made).toBeLessThan(30)
  let seen: Progress | undefined
  const at = { method: 'Drive.Files.create', nth: 5 }
  work(1, { faults: [{ at, runExecution: (world) => (seen = world.execute('PlanJobs.progress') as Progress) }] })
  expect(seen!.free).toBe(60 - made - 20)
  expect(workspace.drive.files).toHaveLength(made + 20)
})

test('a run keeps to its share of what the account may write', () => {
  const { workspace, ask, work } = school({ drive: { latency: () => 100 } })
  ask(crowd(30))
  work(3)
  const { log, byMethod } = workspace.lastExecution!.calls
  const writes = log.filter(({ method }) => method === 'Drive.Files.create').map(({ at }) => at)
  // Ten folders and ten documents, after those of the add-on and the school; three runs write 2.8 times a second.
  const [first, last] = [writes[2]!, writes[21]!]
  expect(last - first).toBeGreaterThan((19 * 3000) / 2.8 - 5000)
  expect(byMethod['Utilities.sleep']).toBeLessThan(10)
})

test('a run ends at five minutes, and the next goes on', () => {
  const { workspace, ask, work } = school({ drive: { latency: () => 20_000 } })
  ask()
  const first = work()
  expect(first.counts).toEqual({ 'To do': 7, Made: 5 })
  expect(first.free).toBe(7)
  work()
  work()
  expectWhole(workspace)
})

test('the end of the day’s documents is said, and the rest stays to do', () => {
  const { ask, work } = school({ quotas: { documents: 5 } })
  ask()
  expect(work()).toEqual({
    counts: { Made: 5, 'To do': 7 },
    free: 7,
    asked: 12,
    underWay: 0,
    paused: false,
    stopped: {
      code: 'DRIVE_DAY_USED_UP',
      message:
        'Google lets an account make so many documents a day, and today’s are used up. What is made stays; go on tomorrow.',
    },
  })
})

test('one bad row does not end the run: it says so on its row', () => {
  const { workspace, ask, work } = school()
  ask()
  expect(work(1, {}, ['00003']).counts).toEqual({ Made: 11, 'Not made': 1 })
  expect(journal(workspace)[2]!.slice(3, 6)).toEqual([
    'Not made',
    '',
    'Something went wrong that was not foreseen. Ask for this document once more.',
  ])
})

test('a missing permission ends the run, and nothing is blamed on a student', () => {
  const { workspace, ask, work } = school()
  ask()
  const at = { method: 'Drive.Files.create', nth: 3 }
  const throwBefore = 'You do not have permission to call Drive.Files.create.'
  expect(() => work(1, { faults: [{ at, throwBefore }] })).toThrow(throwBefore)
  expect(journal(workspace).map(([, , , state]) => state)).toEqual(pupils.map(() => 'To do'))
})

test('a run that waits for a person rests after the tenth document', () => {
  const { workspace, ask, work, pause } = school()
  ask()
  const at = { method: 'Drive.Files.create', nth: 6 }
  const paused = work(1, { faults: [{ at, runExecution: (world) => world.execute('PlanJobs.pause', [true]) }] })
  expect(paused).toEqual({ counts: { Made: 10, 'To do': 2 }, asked: 12, free: 2, underWay: 0, paused: true })
  expect(work().counts).toEqual(paused.counts)
  pause(false)
  work()
  expectWhole(workspace)
})

test('what is left is left out when nobody wants it any more', () => {
  const { ask, work, cancel } = school({ quotas: { documents: 5 } })
  ask()
  work()
  cancel()
  expect(work().counts).toEqual({ Made: 5, 'Left out': 7 })
})

test('while a run works, others see how far it is', () => {
  const { ask, work } = school()
  ask()
  let seen: Progress | undefined
  const at = { method: 'Drive.Files.create', nth: 25 }
  work(1, { faults: [{ at, runExecution: (world) => (seen = world.execute('PlanJobs.progress') as Progress) }] })
  expect(seen).toMatchObject({ counts: { 'To do': 12 }, free: 0, underWay: 10 })
})

test('a document of which nobody knows is left alone until the search knows it', () => {
  const { workspace, ask, work } = school({ drive: { indexLag: 120_000 } })
  ask()
  const faults = [{ at: { method: 'Drive.Files.create', nth: 4 }, throwAfter: 'Empty response' }]
  expect(work(1, { faults })).toMatchObject({ counts: { 'To do': 1, Made: 11 }, free: 0 })
  expect(work()).toMatchObject({ counts: { 'To do': 1 }, free: 0 })
  workspace.clock.advance(4 * 60_000)
  work()
  expectWhole(workspace)
})

describe('a tab that was made before the column Changed on', () => {
  const older = (column?: readonly string[]) => {
    const lincoln = school()
    lincoln.ask()
    const { edits, workbook } = lincoln.workspace
    edits.setCell('Documents', 'H2', '')
    column?.forEach((text, row) => {
      edits.setCell('Documents', `H${row + 2}`, text)
    })
    const tab = workbook.sheets.find(({ name }) => name === 'Documents')!
    return { ...lincoln, headings: () => tab.values[1], tab }
  }
  const whole = ['Student', 'Name', 'Document', 'State', 'Link', 'Note', 'Key', 'Changed on']

  test('is read as it is, and gets it with the next thing that is written', () => {
    const { workspace, work, progress, headings } = older()
    expect(progress().counts).toEqual({ 'To do': 12 })
    expect(headings()![7] ?? '').toBe('')
    work()
    expect(headings()!.slice(0, 8)).toEqual(whole)
    expectWhole(workspace)
  })

  test('gives it room where the tab ended', () => {
    const { workspace, work, headings, tab } = older()
    workspace.edits.deleteColumns('Documents', 8, tab.columnCount - 7)
    work()
    expect(headings()).toEqual(whole)
    expectWhole(workspace)
  })

  test('keeps what a person wrote beside it', () => {
    const { workspace, ask, work, headings } = older(['Notes', 'called on Monday'])
    ask()
    work()
    expect(headings()!.slice(0, 9)).toEqual([...whole, 'Notes'])
    expect(journal(workspace)[0]!.slice(7)).toEqual(['', 'called on Monday'])
    expectWhole(workspace)
  })
})

test('headings that somebody changed are asked back, and nothing is written', () => {
  const { workspace, ask, work } = school()
  ask()
  workspace.edits.setCell('Documents', 'D2', 'Done?')
  expect(() => work()).toThrow(
    'The headings of the tab Documents were changed. Put them back (Student, Name, Document, State, Link, Note, Key, Changed on in row 2), or delete the tab: no document is deleted by that.',
  )
  expect(workspace.drive.files).toEqual([])
})

test('what somebody writes between the rows is theirs, formulas too', () => {
  const { workspace, ask, work } = school()
  ask()
  workspace.edits.insertRows('Documents', 6)
  workspace.edits.setCell('Documents', 'A6', 'Grade 8 from here')
  workspace.edits.setCell('Documents', 'D6', '=1+1')
  workspace.edits.setCell('Documents', 'H4', 'ask her mother')
  work()
  const tab = workspace.workbook.sheets.find(({ name }) => name === 'Documents')!
  expect([tab.values[5]![0], tab.formulas[5]![3], tab.values[3]![7]]).toEqual([
    'Grade 8 from here',
    '=1+1',
    'ask her mother',
  ])
  expect(journal(workspace).map(([, , , state]) => state)).toEqual([
    ...Array(3).fill('Made'),
    '2',
    ...Array(9).fill('Made'),
  ])
})

test('a row that was copied becomes one again', () => {
  const { workspace, ask, work } = school()
  ask()
  const key = journal(workspace)[0]![6]!
  workspace.edits.setCell('Documents', 'A20', '00001')
  workspace.edits.setCell('Documents', 'G20', `'${key}`)
  work()
  expect(journal(workspace).filter((row) => row[6] === key)).toHaveLength(1)
  expect(workspace.drive.files).toHaveLength(12)
})

test('a name that looks like a formula stays a name', () => {
  const { workspace, ask } = school()
  ask([{ studentId: '007', name: '=HYPERLINK("x","y")' }])
  expect(journal(workspace)[0]!.slice(0, 2)).toEqual(['007', '=HYPERLINK("x","y")'])
})
