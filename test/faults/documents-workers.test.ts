/**
 * While a run makes twelve plan documents, something else of Plan Keeper's comes in at any call: what follows leaves one
 * document, one row and one link for each student.
 */
import { describe, expect, test, vi } from 'vitest'
import type { Call } from '../../local/workspace/calls.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import type { Calls } from '../../src/actions/requests/calls.ts'
import { ask } from '../actions/ask.ts'
import {
  againFor,
  another,
  asked,
  callsOf,
  disturbed,
  expectMade,
  expectQuiet,
  expectWhole,
  numbersOf,
  sees,
  setUp,
  unlike,
} from './plan-documents.ts'

vi.setConfig({ testTimeout: 600_000 })

const toMake = asked()
const toAsk = setUp()

type Step = readonly [call: keyof Calls, request?: unknown]

/** @param isMet what the calls of the run see of the other call */
function meetEach(
  start: Workspace,
  [call, request]: Step,
  other: Step,
  isMet: readonly ((call: Call) => boolean)[],
  andThen: (workspace: Workspace, at: string) => void,
): void {
  const calls = callsOf(start, call, request)
  const isNew = unlike()
  for (const at of numbersOf(calls, (one) => isMet.some((isSeen) => isSeen(one)))) {
    const workspace = start.copy()
    const { ok, code } = disturbed(workspace, call, request, { at, runExecution: another(...other) })
    if (!ok) expect(code, `call ${at}`).toBe('CHECK_RUNNING')
    if (isNew(workspace)) andThen(workspace, `call ${at}, ${calls[at - 1]!.method}`)
  }
}

const { rows, drive, properties, locks, marks } = sees
const making: Step = ['makeDocuments', { workers: 2 }]
const asking: Step = ['startDocuments', { whom: 'all' }]

describe('there is one document, one row and one link for each student, whatever call meets', () => {
  test('another worker', () => meetEach(toMake, making, making, [rows, drive, properties, locks], expectMade))

  test('somebody who asks for all once more', () =>
    meetEach(toMake, making, asking, [rows, drive, properties, locks], expectMade))

  test('a check of the roster, and the flags are those of a check alone', () => {
    const flags = flagsOf(toMake)
    meetEach(toMake, making, ['checkRoster', {}], [rows, marks, locks], (workspace, at) => {
      expectMade(workspace, at)
      expect(flagsOf(workspace), at).toEqual(flags)
    })
  })

  test('somebody who pauses, and goes on later', () =>
    meetEach(toMake, making, ['pauseDocuments', { paused: true }], [properties], (workspace, at) => {
      ask(workspace, 'pauseDocuments', { paused: false })
      expectMade(workspace, at)
    }))

  test('somebody who leaves out the rest: what was being made is made, and nothing is to do', () =>
    meetEach(
      toMake,
      ['makeDocuments', { workers: 1 }],
      ['cancelDocuments'],
      [rows, properties, locks],
      (workspace, at) => {
        const { counts } = ask(workspace, 'getDocuments', {})
        const { Made = 0, 'Left out': leftOut = 0 } = counts
        expect([Made + leftOut, Object.keys(counts).length], at).toEqual([12, Made && leftOut ? 2 : 1])
        againFor(workspace)
        expectWhole(workspace, at)
        expectQuiet(workspace, at)
      },
    ))

  test('a second asking, or a worker, while documents are asked for', () => {
    meetEach(toAsk, asking, asking, [rows, marks, properties, locks], expectMade)
    meetEach(toMake, asking, making, [rows, properties, locks], expectMade)
  })
})

/** What the check has written on the roster, by student. */
function flagsOf({ workbook }: Workspace): readonly string[] {
  const [headings, ...rows] = workbook.sheets[0]!.values
  const columns = ['Student ID', 'Status', 'Open items', 'Next due'].map((heading) => headings!.indexOf(heading))
  return rows.map((row) => columns.map((column) => String(row?.[column] ?? '')).join(' | '))
}
