import { expect, test } from 'vitest'
import { type CrewStanding, documentCrew } from '../../../sidebar/documents/workers.ts'
import { CallFailed } from '../../../sidebar/server.ts'
import type { DocumentsStanding } from '../../../src/actions/requests/documents.ts'
import { refused } from '../answers.ts'
import { standingOf } from '../documents-answers.ts'

const begin = Date.parse('2026-11-23T16:00:00Z')

/** A crew whose runs end when the test says so, on a clock that the test moves. */
function playedCrew() {
  let time = begin
  const timers = new Set<{ readonly at: number; readonly work: () => void }>()
  const runs: { readonly workers: number; end(outcome: DocumentsStanding | CallFailed): void }[] = []
  const told: CrewStanding[] = []
  const made: DocumentsStanding[] = []
  const crew = documentCrew({
    make: (workers) =>
      new Promise((resolve, reject) => {
        runs.push({ workers, end: (outcome) => (outcome instanceof CallFailed ? reject(outcome) : resolve(outcome)) })
      }),
    now: () => time,
    after: (milliseconds, work) => {
      const timer = { at: time + milliseconds, work }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    made: (standing) => made.push(standing),
    changed: (standing) => told.push(standing),
  })
  const settle = async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }
  return {
    ...crew,
    made,
    begun: () => runs.length,
    workersTold: () => runs.map(({ workers }) => workers),
    standing: () => told.at(-1)!,
    /** Ends the nth run, from 0. */
    end: async (nth: number, outcome: DocumentsStanding | CallFailed) => {
      runs[nth]!.end(outcome)
      await settle()
    },
    pass: async (seconds: number) => {
      time += seconds * 1000
      for (const timer of [...timers].sort((one, other) => one.at - other.at)) {
        if (timer.at > time || !timers.delete(timer)) continue
        timer.work()
        await settle()
      }
    },
  }
}

const noAnswer = new CallFailed('makeDocuments', 'timed-out')
const refusal = (code: string) => new CallFailed('makeDocuments', 'refused', '', refused(code, 'No.'))
const allMade = standingOf({ Made: 40 })
const halfMade = standingOf({ Made: 20, 'To do': 20 })

test('three workers begin at once, and each begins again while documents are free', async () => {
  const crew = playedCrew()
  crew.send(3)
  expect(crew.workersTold()).toEqual([3, 3, 3])
  await crew.end(0, halfMade)
  expect(crew.begun()).toBe(4)
  for (const run of [1, 2, 3]) await crew.end(run, allMade)
  expect(crew.begun()).toBe(4)
  expect(crew.standing()).toMatchObject({ atWork: 0 })
  expect(crew.made).toHaveLength(4)
})

test('sent anew with more or fewer, as many are at work as were wished', async () => {
  const crew = playedCrew()
  crew.send(2)
  crew.send(4)
  expect(crew.begun()).toBe(4)
  crew.send(1)
  for (const run of [0, 1, 2, 3]) await crew.end(run, halfMade)
  expect(crew.standing().atWork).toBe(1)
  expect(crew.begun()).toBe(5)
})

test('sent to rest, none begins again, and what is under way comes to its end', async () => {
  const crew = playedCrew()
  crew.send(2)
  crew.rest()
  expect(crew.standing().atWork).toBe(2)
  await crew.end(0, halfMade)
  await crew.end(1, halfMade)
  expect(crew.standing().atWork).toBe(0)
  expect(crew.begun()).toBe(2)
})

test('a pause from another sidebar ends them too', async () => {
  const crew = playedCrew()
  crew.send(1)
  await crew.end(0, { ...halfMade, paused: true, heldUntil: begin + 60_000, free: 0 })
  await crew.pass(3600)
  expect(crew.begun()).toBe(1)
})

test('a run without an answer is tried again after growing waits while the others go on, and five times at most', async () => {
  const crew = playedCrew()
  crew.send(2)
  await crew.end(0, noAnswer)
  expect(crew.standing()).toMatchObject({ atWork: 2, waiting: 1, failure: noAnswer })
  await crew.end(1, halfMade)
  expect(crew.begun()).toBe(3)
  let last = 2
  for (const wait of [5, 10, 20, 40]) {
    await crew.pass(wait - 1)
    expect(crew.begun()).toBe(last + 1)
    await crew.pass(1)
    expect(crew.begun()).toBe(last + 2)
    await crew.end(++last, noAnswer)
  }
  await crew.pass(3600)
  expect(crew.begun()).toBe(last + 1)
  expect(crew.standing()).toMatchObject({ atWork: 1, waiting: 0, failure: noAnswer })
  await crew.end(2, allMade)
  expect(crew.standing().atWork).toBe(0)
})

test('a failure that was tried again with success is no failure any more', async () => {
  const crew = playedCrew()
  crew.send(1)
  await crew.end(0, refusal('SHEET_CHANGING'))
  await crew.pass(5)
  await crew.end(1, halfMade)
  expect(crew.standing()).toMatchObject({ atWork: 1, failure: undefined })
})

test.each(['TEMPLATE_FAULTY', 'DOCUMENTS_NOT_SET_UP', 'PERMISSION_MISSING'])(
  '%s is the same the next time: nothing is tried again',
  async (code) => {
    const crew = playedCrew()
    crew.send(1)
    await crew.end(0, refusal(code))
    await crew.pass(3600)
    expect(crew.begun()).toBe(1)
    expect(crew.standing()).toMatchObject({ atWork: 0, failure: { refused: { code } } })
  },
)

test('whoever goes on by hand waits for no retry', async () => {
  const crew = playedCrew()
  crew.send(1)
  await crew.end(0, noAnswer)
  crew.send(1)
  await crew.end(0, noAnswer)
  expect(crew.begun()).toBe(2)
  expect(crew.standing()).toMatchObject({ atWork: 1, waiting: 0, failure: undefined })
})

test('rows that are held by a run which ended badly are waited for, and then it goes on by itself', async () => {
  const crew = playedCrew()
  crew.send(2)
  const held = standingOf({ Made: 30, 'To do': 10 }, { free: 0, heldUntil: begin + 600_000 })
  await crew.end(0, held)
  expect(crew.standing().goesOnAt).toBeUndefined()
  await crew.end(1, held)
  expect(crew.standing().goesOnAt).toBe(begin + 605_000)
  await crew.pass(604)
  expect(crew.begun()).toBe(2)
  await crew.pass(1)
  expect(crew.begun()).toBe(4)
  expect(crew.standing()).toMatchObject({ atWork: 2, goesOnAt: undefined })
})

test('sent to rest while they wait for such rows, they stay at rest', async () => {
  const crew = playedCrew()
  crew.send(1)
  await crew.end(0, standingOf({ 'To do': 10 }, { free: 0, heldUntil: begin + 600_000 }))
  crew.rest()
  await crew.pass(3600)
  expect(crew.begun()).toBe(1)
  expect(crew.standing().goesOnAt).toBeUndefined()
})

test('where Drive is busy, all stop and go on after one minute, then two, then four', async () => {
  const crew = playedCrew()
  crew.send(1)
  const busy = { ...halfMade, stopped: { code: 'DRIVE_BUSY', message: 'Busy.' } }
  let passed = 0
  for (const [run, minutes] of [1, 2, 4].entries()) {
    await crew.end(run, busy)
    expect(crew.standing()).toMatchObject({ stopped: busy.stopped, goesOnAt: begin + (passed + minutes) * 60_000 })
    await crew.pass(minutes * 60)
    passed += minutes
    expect(crew.begun()).toBe(run + 2)
  }
  await crew.end(3, halfMade)
  await crew.end(4, busy)
  expect(crew.standing().goesOnAt).toBe(begin + (passed + 1) * 60_000)
})

test.each(['DRIVE_DAY_USED_UP', 'DRIVE_FULL'])('at %s all stop, and a person goes on', async (code) => {
  const crew = playedCrew()
  crew.send(2)
  await crew.end(0, { ...halfMade, stopped: { code, message: 'Enough.' } })
  await crew.end(1, halfMade)
  await crew.pass(86_400)
  expect(crew.begun()).toBe(2)
  expect(crew.standing()).toMatchObject({ atWork: 0, stopped: { code } })
  crew.send(1)
  expect(crew.begun()).toBe(3)
  expect(crew.standing().stopped).toBeUndefined()
})
