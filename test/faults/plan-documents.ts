/**
 * Lincoln makes its twelve plan documents by the calls of the sidebar, undisturbed or with one thing happening at one call, and
 * what must be there afterwards.
 */
import { expect } from 'vitest'
import type { Call } from '../../local/workspace/calls.ts'
import type { Fault } from '../../local/workspace/faults.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import type { Calls } from '../../src/actions/requests/calls.ts'
import type { DocumentsStanding } from '../../src/actions/requests/documents.ts'
import { ask } from '../actions/ask.ts'
import { links, pupils, ready } from '../actions/lincoln-plans.ts'
import { shortTemplate } from './plan-template.ts'

/** 'Ruiz, Mateo' by student id. */
export const nameOf: ReadonlyMap<string, string> = new Map(pupils.map(([id, last, first]) => [id, `${last}, ${first}`]))

/** Checked and set up, with templates of a few lines. */
export function setUp(): Workspace {
  const workspace = ready()
  for (const { id, name } of workspace.drive.files) {
    const kind = name.includes('secondary') ? 'secondary' : 'elementary'
    workspace.edits.drive.editDocument(id, shortTemplate('davis-4i-101', kind))
  }
  return workspace
}

/** All twelve are asked for. */
export function asked(options: { readonly carryOn?: boolean } = {}): Workspace {
  const workspace = setUp()
  ask(workspace, 'startDocuments', { whom: 'all', ...options })
  return workspace
}

/** Every call of an undisturbed one, on a copy. */
export function callsOf(start: Workspace, call: keyof Calls, request?: unknown): readonly Call[] {
  const copy = start.copy()
  ask(copy, call, request)
  return copy.lastExecution!.calls.log
}

/**
 * Numbers of the calls, from 1, at which something may come in: what comes in before a call that does not see it comes in as
 * well before the next that does.
 */
export function numbersOf(calls: readonly Call[], sees: (call: Call) => boolean): readonly number[] {
  return calls.flatMap((call, index) => (call.effect !== 'none' && sees(call) ? [index + 1] : []))
}

/** What calls see of what others do meanwhile. */
export const sees = {
  rows: ({ method }: Call) => /^(?:Range|Sheet\.(?:getDataRange|getLast|getMax|insertRows))/.test(method),
  names: ({ method }: Call) => /^Sheet\.getName|^Spreadsheet\.(?:getSheetByName|insertSheet)/.test(method),
  marks: ({ method }: Call) => method.startsWith('DeveloperMetadata'),
  drive: ({ effect }: Call) => effect.endsWith('drive'),
  properties: ({ method }: Call) => method.startsWith('Properties'),
  locks: ({ method }: Call) => method.startsWith('Lock'),
}

interface Answered {
  readonly ok: boolean
  readonly code?: string
  readonly message?: string
}

/** A call of the sidebar at which something happens; it may be refused, in words. */
export function disturbed(workspace: Workspace, call: keyof Calls, request: unknown, ...faults: Fault[]): Answered {
  const args = request === undefined ? [] : [JSON.stringify(request)]
  const answer = JSON.parse(String(workspace.execute(call, args, { faults }))) as Answered
  if (!answer.ok) expect(answer.message).toMatch(/\.$/)
  return answer
}

/** The same by another person in the middle of a run: it is done, or refused because that run has the workbook. */
export function another(call: keyof Calls, request?: unknown) {
  return (workspace: Workspace) => {
    const { ok, code } = disturbed(workspace, call, request)
    if (!ok) expect(code).toBe('CHECK_RUNNING')
  }
}

/** Works on, waiting where it must, until nothing is to do and all links stand on the roster. */
export function finish(workspace: Workspace): DocumentsStanding {
  for (let runs = 0; runs < 10; runs++) {
    const standing = ask(workspace, 'makeDocuments', { workers: 1 })
    const { counts, free, heldUntil, linksMissing } = standing
    if ((counts['To do'] ?? 0) === 0 && linksMissing === undefined) return standing
    if (free === 0 && heldUntil !== undefined) workspace.clock.advance(heldUntil - workspace.clock.now() + 1)
  }
  throw new Error('After ten runs there is still something to do.')
}

/** Asked for once more, and made. */
export function againFor(workspace: Workspace): DocumentsStanding {
  ask(workspace, 'startDocuments', { whom: 'all' })
  return finish(workspace)
}

const done = ['Made', 'Up to date', 'Replaced']

/** Each student has one document in a folder of their own, one row that says so, and its link on their row of the roster. */
export function expectWhole(workspace: Workspace, at: string, school = ['Plan Keeper', 'Lincoln High']): void {
  const { drive } = workspace
  const found = documents(workspace)
  expect([...found.keys()].sort(), at).toEqual([...nameOf.values()].sort())
  expect(drive.folders, `folders, ${at}`).toHaveLength(12 + school.length)
  const onRoster = links(workspace)
  const rows = rowsOf(workspace)
  expect(rows.map(({ studentId }) => studentId).sort(), `rows, ${at}`).toEqual([...nameOf.keys()].sort())
  for (const { studentId, name, state, link } of rows) {
    expect([name, done.includes(state)], `${state}, ${at}`).toEqual([nameOf.get(studentId), true])
    const files = found.get(name) ?? []
    expect(files, `${name}, ${at}`).toHaveLength(1)
    expect(drive.pathOf(files[0]!), at).toEqual([...school, `${name} (${studentId})`])
    expect(link, `link of ${name}, ${at}`).toContain(files[0]!.id)
    expect(onRoster.get(studentId), `roster of ${name}, ${at}`).toBe(link)
  }
}

/** Worked on until nothing is to do, all is there once, and nothing goes on. */
export function expectMade(workspace: Workspace, at: string): void {
  finish(workspace)
  expectWhole(workspace, at)
  expectQuiet(workspace, at)
}

/** Plans in Drive by the student's name, those in the trash too. */
export function documents({ drive }: Workspace): ReadonlyMap<string, readonly (typeof drive.files)[number][]> {
  const found = new Map<string, (typeof drive.files)[number][]>()
  for (const file of drive.files) {
    const name = /2026-27 (.*)$/.exec(file.name)?.[1]
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), file])
  }
  return found
}

/** Rows of the tab Documents. */
export function rowsOf(workspace: Workspace) {
  return ask(workspace, 'getDocuments', {}).results
}

/** No run holds anything any more, and none will be begun by itself. */
export function expectQuiet(workspace: Workspace, at: string): void {
  // A run that fails when all is written down leaves a lease; it ends by itself.
  workspace.clock.advance(11 * 60_000)
  rowsOf(workspace)
  expect([...workspace.propertyStore('document').keys()].sort(), at).toEqual(['documents-asked', 'documents-folders'])
  expect(workspace.triggers, at).toEqual([])
}

/**
 * What a call leaves that is stopped: before its first call, after each, at its end. What is the same is there once.
 */
export function stopsOf(start: Workspace, call: keyof Calls, request?: unknown): readonly Workspace[] {
  const copies: Workspace[] = [start.copy()]
  const runExecution = (workspace: Workspace) => void copies.push(workspace.copy())
  const faults = callsOf(start, call, request).map((_, index): Fault => ({ at: index + 1, runExecution }))
  const undisturbed = start.copy()
  disturbed(undisturbed, call, request, ...faults)
  copies.push(undisturbed.copy())
  return copies.filter(unlike())
}

/** Those of which an earlier one left the same, so that what follows would be the same, are passed over. */
export function unlike(): (workspace: Workspace) => boolean {
  const seen = new Set<string>()
  return (workspace) => {
    const state = stateOf(workspace)
    return !seen.has(state) && seen.add(state).has(state)
  }
}

/** Everything that a later run could meet, but for the time. */
function stateOf(workspace: Workspace): string {
  const { workbook, drive, triggers } = workspace
  const files = drive.entries.map(({ revisions, createdAt: _, modifiedAt, modifiedBy: __, appProperties, ...file }) => {
    const { written = '', ...ours } = Object.fromEntries(appProperties)
    return { ...file, ours, revisions: revisions.length, isAsWritten: modifiedAt === Date.parse(written) }
  })
  const properties = [...workspace.propertyStore('document')].map(([name, value]) => [
    name,
    value.replace(/"until":\d+/, ''),
  ])
  return JSON.stringify([workbook, files, triggers, properties], (_, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  )
}
