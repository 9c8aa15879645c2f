/**
 * A check is cut short at any call, or Google fails at any call: the next check puts everything right, and meanwhile
 * nothing of the school is touched.
 */
import { describe, expect, test, vi } from 'vitest'
import type { Fault } from '../../local/workspace/faults.ts'
import type { WorkbookModel } from '../../local/workspace/model.ts'
import { check, request, type Start, starts, workspaceOf } from './run-check.ts'
import { flagsOf, pageOf, schoolState } from './workbook-state.ts'

vi.setConfig({ testTimeout: 120_000 })

const [fresh, checked] = starts() as [Start, Start]
const untouched = schoolState(fresh.workbook)
const wanted = whatThePersonSees(checked.workbook)

/** Flags, Findings and Settings, without the moment of the check. */
function whatThePersonSees(workbook: WorkbookModel): unknown {
  const tabs = workbook.sheets.slice(5).map((sheet) => ({ name: sheet.name, rows: pageOf(sheet) }))
  tabs.sort((a, b) => (a.name < b.name ? -1 : 1))
  const [roster] = workbook.sheets
  const rules = roster!.conditionalFormats.filter(({ values }) =>
    ['Late', 'Please check', 'To do'].includes(String(values[0])),
  )
  return {
    flags: flagsOf(roster!),
    columns: roster!.values[2],
    rules,
    marks: roster!.metadata.map(({ value, location }) => [value, location]).sort(),
    tabs,
  }
}

const kinds: readonly (readonly [string, (at: number) => Fault])[] = [
  ['Google stops the run after', (at) => ({ at, stopAfter: true })],
  ['Google fails before', (at) => ({ at, throwBefore: 'Service error: Spreadsheets' })],
  ['Google fails after', (at) => ({ at, throwAfter: 'Service timed out: Spreadsheets' })],
]

describe.each([fresh, checked])('$label', ({ workbook, calls }) => {
  test.each(kinds)('%s any one call: the next check puts it right', (_, fault) => {
    for (const at of calls) {
      const cut = structuredClone(workbook)
      const broken = workspaceOf(cut)
      try {
        broken.execute('checkRoster', [request], { faults: [fault(at)] })
      } catch (error) {
        // A run that Google stops has no answer; any other way out of the script would be a fault of ours.
        expect(String(error), `at call ${at}`).toMatch(/stopped|Exceeded maximum execution time/i)
      }
      expect(schoolState(cut), `the school's cells after call ${at}`).toEqual(untouched)
      const again = check(cut)
      expect(again.answer, `the next check after call ${at}`).toMatchObject({ ok: true })
      expect(schoolState(again.workbook), `the school's cells after the next check, call ${at}`).toEqual(untouched)
      expect(whatThePersonSees(again.workbook), `after call ${at}`).toEqual(wanted)
    }
  })
})

test('a failure that goes on is told in one plain sentence, without student data', () => {
  const faults = Array.from(
    { length: 60 },
    (_, index): Fault => ({
      at: { method: 'Range.setValues', nth: index + 1 },
      throwBefore: 'Service error: Alvarez, Mateo',
      optional: true,
    }),
  )
  const { answer } = check(checked.workbook, faults)
  expect(answer).toMatchObject({ ok: false, code: 'UNEXPECTED' })
  expect(answer.message).not.toContain('Mateo')
})
