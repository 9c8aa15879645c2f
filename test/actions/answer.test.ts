/** What every call of the sidebar answers when it cannot do its work: a code, and a sentence that says what to do. */
import { describe, expect, test } from 'vitest'
import { createWorkspace } from '../../local/workspace/workspace.ts'
import type { Calls } from '../../src/actions/requests/calls.ts'
import { lincolnHigh } from '../faults/lincoln-high.ts'
import { workspaceOf } from '../faults/run-check.ts'

const withoutRequest = [
  'getOverview',
  'getSelection',
  'getSettings',
  'getRecordForm',
  'setUpDocuments',
  'cancelDocuments',
] as const satisfies readonly (keyof Calls)[]
const requests = {
  checkRoster: {},
  listStudents: {},
  findStudents: { text: 'ana' },
  getStudent: { id: '00124' },
  showStudent: { id: '00124' },
  saveSettings: { asOf: '2026-12-01' },
  saveRecord: { students: ['00124'], entry: { type: 'update', date: '2026-11-20' }, confirmed: true },
  undoRecord: { undo: '[]' },
  previewDocuments: { whom: 'all' },
  startDocuments: { whom: ['00124'] },
  makeDocuments: { workers: 1 },
  getDocuments: {},
  pauseDocuments: { paused: true },
} satisfies Record<Exclude<keyof Calls, (typeof withoutRequest)[number]>, object>
const withRequest = Object.entries(requests).map(([call, asked]) => [call, JSON.stringify(asked)] as const)
const calls = [...withoutRequest.map((call) => [call] as const), ...withRequest]

describe.each(calls)('%s', (...[call, ...asked]) => {
  const answerOf = (workspace = workspaceOf(lincolnHigh()), options = {}) =>
    JSON.parse(String(workspace.execute(call, asked, options)))

  test('is refused where a permission is missing, with what to do', () => {
    expect(answerOf(undefined, { authMode: 'NONE' })).toMatchObject({
      ok: false,
      code: 'PERMISSION_MISSING',
      message: expect.stringContaining('allow all that Google asks'),
    })
  })

  test('is refused where no spreadsheet is open', () => {
    const workspace = createWorkspace({ dist: 'dist', workbook: lincolnHigh(), container: 'none' })
    expect(answerOf(workspace).code).toBe('NO_WORKBOOK')
  })

  test('never shows what the script or Google threw', () => {
    const faults = [
      { at: { method: 'Spreadsheet.getSpreadsheetTimeZone', nth: 1 }, throwBefore: 'Service error at x.gs:7' },
    ]
    const { code, message } = answerOf(undefined, { faults })
    expect(code).toBe('UNEXPECTED')
    expect(message).not.toMatch(/error|gs:7|stack/i)
  })
})

test.each(withRequest)('%s takes no request that it does not know', (call) => {
  for (const asked of ['{', '[]', '7', '{"__proto__": 1, "more": 2}', '']) {
    const answer = JSON.parse(String(workspaceOf(lincolnHigh()).execute(call, [asked])))
    expect([asked, answer.code]).toEqual([asked, 'REQUEST_INVALID'])
  }
})
