/**
 * A run that makes twelve plan documents, and the asking before it, fail or are stopped at any call: what follows
 * leaves one document for each student, with its row and its link.
 */
import { expect, test, vi } from 'vitest'
import type { Workspace } from '../../local/workspace/workspace.ts'
import type { Calls } from '../../src/actions/requests/calls.ts'
import {
  againFor,
  asked,
  callsOf,
  disturbed,
  expectMade,
  expectQuiet,
  expectWhole,
  numbersOf,
  setUp,
  stopsOf,
  unlike,
} from './plan-documents.ts'

vi.setConfig({ testTimeout: 600_000 })

const serviceError = 'Service error'
const toMake = asked()
const toAsk = setUp()

/** Lets each call fail before it did anything; those that change something also after they did, for the others that is the same. */
function failEach(
  start: Workspace,
  call: keyof Calls,
  request: unknown,
  andThen: (workspace: Workspace, at: string) => void,
): number {
  const calls = callsOf(start, call, request)
  const writes = numbersOf(calls, ({ effect }) => effect.startsWith('writes'))
  const isNew = unlike()
  const faults = [
    ...calls.map((_, index) => ({ at: index + 1, throwBefore: serviceError })),
    ...writes.map((at) => ({ at, throwAfter: serviceError })),
  ]
  for (const fault of faults) {
    const workspace = start.copy()
    disturbed(workspace, call, request, fault)
    if (isNew(workspace)) andThen(workspace, JSON.stringify({ ...fault, method: calls[fault.at - 1]!.method }))
  }
  return faults.length
}

test('whatever call of the run fails, the next runs leave one document, one row and one link for each student', () => {
  const tried = failEach(toMake, 'makeDocuments', { workers: 1 }, expectMade)
  expect(tried).toBeGreaterThan(150)
})

test('wherever the run is stopped, the hourly run leaves one document, one row and one link for each student', () => {
  const stops = stopsOf(asked({ carryOn: true }), 'makeDocuments', { workers: 1 })
  expect(stops.length).toBeGreaterThan(20)
  stops.forEach((workspace, index) => {
    for (let hour = 1; hour <= 3 && workspace.triggers[0]; hour++) {
      workspace.clock.advance(3_600_000)
      workspace.fireTrigger(workspace.triggers[0].id)
    }
    expectWhole(workspace, `stop ${index}`)
    expectQuiet(workspace, `stop ${index}`)
  })
})

function expectOnceWhenAskedAgain(workspace: Workspace, at: string): void {
  againFor(workspace)
  expectWhole(workspace, at)
  expectQuiet(workspace, at)
  expect(workspace.workbook.sheets, at).toHaveLength(toMake.workbook.sheets.length)
}

test('whatever call of the asking fails, asked again everything is there once', () => {
  const tried = failEach(toAsk, 'startDocuments', { whom: 'all', carryOn: true }, expectOnceWhenAskedAgain)
  expect(tried).toBeGreaterThan(100)
})

test('wherever the asking is stopped, asked again everything is there once', () => {
  const stops = stopsOf(toAsk, 'startDocuments', { whom: 'all', carryOn: true })
  expect(stops.length).toBeGreaterThan(8)
  for (const [index, workspace] of stops.entries()) expectOnceWhenAskedAgain(workspace, `stop ${index}`)
})
