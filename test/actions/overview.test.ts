import { expect, test } from 'vitest'
import { asOf, lincolnHigh } from '../faults/lincoln-high.ts'
import { request, workspaceOf } from '../faults/run-check.ts'
import { ask } from './ask.ts'

test('before the first check the overview says what would be used, and of no last check', () => {
  const overview = JSON.parse(String(workspaceOf(lincolnHigh()).execute('getOverview')))
  expect(overview).toMatchObject({ ok: true, policy: 'davis-4i-101', asOf, schoolYear: '2026-27' })
  expect(overview.policies).toHaveLength(6)
  expect(overview.last).toBeUndefined()
})

test('after a check it remembers how that ended, and evaluates nothing', () => {
  const workspace = workspaceOf(lincolnHigh())
  const answer = JSON.parse(String(workspace.execute('checkRoster', [request])))
  const overview = JSON.parse(String(workspace.execute('getOverview')))
  const { policy, schoolYear, students, counts, byCode, notTrackedNames, problemCount } = answer
  expect(overview.last).toEqual({
    policy,
    asOf,
    schoolYear,
    students,
    counts,
    byCode,
    notTrackedNames,
    problemCount,
    tabsNotNeeded: ['To do'],
    checkedAt: `${asOf} 09:00`,
  })
  expect(overview.gaps).toEqual(answer.gaps)
  expect(workspace.lastExecution!.calls.rangeCalls).toBe(2)
})

test('a tab Findings that is called otherwise and was dressed up by hand is read all the same', () => {
  const workspace = workspaceOf(lincolnHigh())
  const { gaps } = ask(workspace, 'checkRoster', request)
  workspace.edits.renameTab('Findings', 'Gaps of November')
  workspace.edits.insertRows('Gaps of November', 1, 2)
  workspace.edits.moveColumns('Gaps of November', 6, 1, 2)
  expect(ask(workspace, 'getOverview').gaps).toEqual(gaps)
})

test('where the headings of Findings are gone, the overview says so and shows no numbers of its own', () => {
  const workspace = workspaceOf(lincolnHigh())
  workspace.execute('checkRoster', [request])
  workspace.edits.setCell('Findings', 'D5', 'Kind')
  const { last, gaps, notes } = ask(workspace, 'getOverview')
  expect([last?.students, gaps]).toEqual([8, undefined])
  expect(notes).toContainEqual(expect.stringContaining('The headings of the tab Findings were changed'))
})

test('a setting that cannot be read is told in the overview', () => {
  const workspace = workspaceOf(lincolnHigh())
  workspace.execute('checkRoster', [request])
  workspace.edits.setCell('Settings', 'B4', 'Davis')
  expect(JSON.parse(String(workspace.execute('getOverview')))).toMatchObject({ ok: false, code: 'SETTING_UNREADABLE' })
})

test('without the permission, as when only a part was allowed, the overview says what to do', () => {
  const workspace = workspaceOf(lincolnHigh())
  const overview = JSON.parse(String(workspace.execute('getOverview', [], { authMode: 'NONE' })))
  expect(overview).toMatchObject({ ok: false, code: 'PERMISSION_MISSING' })
  expect(overview.message).toContain('allow all that Google asks')
})

test('settings that came through .xlsx, without our marks, are gone by; a tab of the school’s of that name is not', () => {
  const workspace = workspaceOf(lincolnHigh())
  ask(workspace, 'saveSettings', { policy: 'ega-2019', asOf: '2026-12-01' })
  for (const sheet of workspace.workbook.sheets) sheet.metadata = []
  expect(ask(workspace, 'getOverview')).toMatchObject({ policy: 'ega-2019', asOf: '2026-12-01', asOfIsToday: false })
  workspace.edits.setCell('Settings', 'A1', 'Bell times')
  expect(ask(workspace, 'getOverview')).toMatchObject({ policy: 'davis-4i-101', asOfIsToday: true })
})

test('where there were more findings than the tab lists, the overview says that its numbers are of the most pressing', () => {
  const workspace = workspaceOf(lincolnHigh())
  workspace.execute('checkRoster', [request])
  const findings = workspace.workbook.sheets.find(({ name }) => name === 'Findings')!
  for (let row = 6; row < 50_005; row++) {
    findings.values[row] = findings.values[5]!
    findings.styles[row] = findings.styles[5]!
  }
  findings.rowCount = 50_010
  const { gaps, notes } = ask(workspace, 'getOverview')
  expect(notes).toContainEqual(expect.stringContaining('lists the 50000 most pressing findings'))
  expect(gaps?.students.late).toBe(1)
})
