import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { root } from '../../build/write-dist.ts'
import { emptySheet, emptyWorkbook } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { type Call, openSidebar } from './opened-sidebar.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A spreadsheet with one tab of these rows, on 23 November 2026 in Utah, with the built script behind it. */
function spreadsheet(rows: readonly (readonly string[])[]): Workspace {
  const workbook = emptyWorkbook('Lincoln Junior High')
  workbook.sheets.push({ ...emptySheet(1, 'Roster', 20, 8), values: rows.map((row) => [...row]) })
  return createWorkspace({ dist: join(root, 'dist'), workbook, now: '2026-11-23T09:30:00-07:00' })
}

/** What Google does with a call of the sidebar. */
async function serve(workspace: Workspace, call: Call): Promise<void> {
  await call.answer(workspace.clientCall(call.name, ...call.args) as string)
}

const ninthGraders = [
  ['Student ID', 'Last name', 'First name', 'Grade', 'PCCR created'],
  ['0041', 'Reyes', 'Mateo', '9', '2024-09-20'],
  ['0042', 'Silva', 'Ana', '9', ''],
]

test('the menu opens the sidebar before the add-on was ever used in the file', () => {
  const workspace = spreadsheet(ninthGraders)
  workspace.open('NONE')
  workspace.clickMenu('Open')
  expect(workspace.ui.sidebar?.title).toBe('Plan Keeper')
  expect(workspace.ui.sidebar?.content).toContain('<div id="sidebar">')
})

test('Help is one message box', () => {
  const workspace = spreadsheet(ninthGraders)
  workspace.open('NONE')
  workspace.clickMenu('Help')
  expect(workspace.ui.alerts.map(({ title }) => title)).toEqual(['Plan Keeper'])
  expect(workspace.ui.alerts[0]?.message).toContain('Check roster now')
})

test('a check in the sidebar shows what the script found: Ana has no plan', async () => {
  const workspace = spreadsheet(ninthGraders)
  const sidebar = await openSidebar(vi)
  await serve(workspace, sidebar.calls[0]!)
  expect(sidebar.text()).toContain('As of Nov 23, 2026 School year 2026-27')
  expect(sidebar.text()).toContain('The first check makes a tab Settings, where you can change these.')
  await sidebar.press('Check now')
  await serve(workspace, sidebar.calls[1]!)
  expect(sidebar.role('alert')).toBeUndefined()
  expect(sidebar.text()).toContain('2 students Checked just now')
  expect(sidebar.text()).toMatch(/Plan clause 3\.1\.1 1 late/)
  expect(sidebar.text()).toContain('Change these on the tab Settings.')
})

test('a sidebar that is opened later shows that check again', async () => {
  const workspace = spreadsheet(ninthGraders)
  workspace.clientCall('checkRoster', '{}')
  const sidebar = await openSidebar(vi)
  await serve(workspace, sidebar.calls[0]!)
  expect(sidebar.text()).toContain('2 students Last checked Nov 23, 2026, 9:30 AM')
  expect(sidebar.text()).toMatch(/Plan clause 3\.1\.1 1 late/)
})

test('a workbook without a roster is refused with what to do', async () => {
  const workspace = spreadsheet([['Lunch menu'], ['Pizza']])
  const sidebar = await openSidebar(vi)
  await serve(workspace, sidebar.calls[0]!)
  await sidebar.press('Check now')
  await serve(workspace, sidebar.calls[1]!)
  expect(sidebar.role('alert')).toContain('No tab looks like a roster.')
  expect(sidebar.role('alert')).toContain('NO_ROSTER')
})

test('the formulas work with what a formula may do', () => {
  const workspace = spreadsheet(ninthGraders)
  expect(workspace.customFunction('SCHOOL_YEAR', [[['2026-11-23'], ['']]])).toEqual([['2026-27'], ['']])
  expect(workspace.customFunction('PLAN_GRADE', [[['9th'], ['K']]])).toEqual([[9], [0]])
  expect(workspace.calls.total).toBe(0)
})
