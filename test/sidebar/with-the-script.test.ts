import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/write-dist.ts'
import { emptySheet, emptyWorkbook } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'

/** A spreadsheet with one tab of these rows, on 23 November 2026 in Utah, with the built script behind it. */
function spreadsheet(rows: readonly (readonly string[])[]): Workspace {
  const workbook = emptyWorkbook('Lincoln Junior High')
  workbook.sheets.push({ ...emptySheet(1, 'Roster', 20, 8), values: rows.map((row) => [...row]) })
  return createWorkspace({ dist: join(root, 'dist'), workbook, now: '2026-11-23T09:30:00-07:00' })
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

test('the formulas work with what a formula may do', () => {
  const workspace = spreadsheet(ninthGraders)
  expect(workspace.customFunction('SCHOOL_YEAR', [[['2026-11-23'], ['']]])).toEqual([['2026-27'], ['']])
  expect(workspace.customFunction('PLAN_GRADE', [[['9th'], ['K']]])).toEqual([[9], [0]])
  expect(workspace.calls.total).toBe(0)
})
