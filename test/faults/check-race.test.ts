/** Two checks at once: the result is that of one of them, whole. */
import { describe, expect, test, vi } from 'vitest'
import { copyWorkbook } from '../../local/workspace/model.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { type Answer, request, type Start, starts, workspaceOf } from './run-check.ts'
import { flagsOf, pageOf, schoolState } from './workbook-state.ts'

vi.setConfig({ testTimeout: 120_000 })

const [fresh, checked] = starts() as [Start, Start]
const otherRequest = JSON.stringify({ asOf: '2027-05-29', policy: 'spectrum-4ip-401', answer: 'counts' })

/** The flags and the Findings tab that one request alone leaves. */
function alone(start: Start, wanted: string): unknown {
  const workbook = copyWorkbook(start.workbook)
  workspaceOf(workbook).execute('checkRoster', [wanted])
  return resultOf(workbook)
}

function resultOf(workbook: Start['workbook']): unknown {
  return {
    flags: flagsOf(workbook.sheets[0]!),
    findings: workbook.sheets.filter(({ name }) => name === 'Findings').map(pageOf),
    tabs: workbook.sheets.map(({ name }) => name),
  }
}

describe.each([fresh, checked])('$label', (start) => {
  test('a second check, of another policy and day, comes in at any call', () => {
    const one = alone(start, request)
    const other = alone(start, otherRequest)
    expect(one).not.toEqual(other)
    const untouched = schoolState(start.workbook)
    for (const at of start.calls) {
      const workbook = copyWorkbook(start.workbook)
      let second: Answer | undefined
      const runExecution = (w: Workspace) => {
        second = JSON.parse(String(w.execute('checkRoster', [otherRequest]))) as Answer
      }
      const workspace = workspaceOf(workbook)
      const first = JSON.parse(
        String(workspace.execute('checkRoster', [request], { faults: [{ at, runExecution }] })),
      ) as Answer
      expect(first, `the first, at call ${at}`).toMatchObject({ ok: true })
      if (!second?.ok) expect(second, `the second, at call ${at}`).toMatchObject({ ok: false, code: 'CHECK_RUNNING' })
      expect([one, other], `the result, at call ${at}`).toContainEqual(resultOf(workbook))
      expect(schoolState(workbook), `the school's cells, at call ${at}`).toEqual(untouched)
    }
  })
})
