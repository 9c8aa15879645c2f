/** The built script on the workbench, over HTTP, as a secretary uses it on 23 November 2026. */
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../../build/write-dist.ts'
import { xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import { sampleWorkbook } from '../../../local/sample/sample-workbook.ts'
import type { WorkbookAnswer } from '../../../local/workbench/protocol.ts'
import { fileNameHeader, tokenHeader } from '../../../local/workbench/protocol.ts'
import { RunningClock } from '../../../local/workbench/running-clock.ts'
import { Workbench } from '../../../local/workbench/workbench.ts'
import type { WorkbookModel } from '../../../local/workspace/model.ts'
import { createWorkspace } from '../../../local/workspace/workspace.ts'
import { type ServedDesk, servedDesk, workbookIn } from './lincoln-desk.ts'

const morning = Date.UTC(2026, 10, 23, 16)

/** The made-up school of 40 students with the built script on it. */
function school(): Promise<ServedDesk> {
  const log: string[] = []
  const open = (workbook: WorkbookModel) =>
    createWorkspace({ dist: join(root, 'dist'), workbook, clock: new RunningClock(morning), latency: () => 0 })
  const sample = () => open(sampleWorkbook({ students: 40, style: 'logs', seed: 1 }))
  const workspace = sample()
  const workbench = new Workbench({ workspace, open, sample, log: (line) => log.push(line) })
  return servedDesk({ workbench, workspace, log })
}

function tabNamed({ workbook }: WorkbookAnswer, name: string) {
  return workbook.tabs.find((tab) => tab.name === name)
}

/** The texts of a window, row by row. */
async function textsOf({ ask }: ServedDesk, sheetId: number, rows: number): Promise<string[][]> {
  const { cells } = await ask('getCells', { sheetId, area: { row: 0, column: 0, rows, columns: 60 } })
  return cells.map((row) => row.map((cell) => cell?.text ?? ''))
}

test('opened, checked from the menu, edited, asked from the sidebar, saved and started over', async () => {
  const desk = await school()
  const { ask, send, token, log } = desk
  const opened = await ask('getWorkbook', undefined)
  expect(opened.workbook.menus[0]).toMatchObject({ title: 'Plan Keeper' })
  expect(opened.workbook.sidebar?.title).toBe('Plan Keeper')
  const sidebar = await send('GET', opened.workbook.sidebar!.address)
  expect(sidebar.body.toString()).toContain('<div id="sidebar">')

  const students = tabNamed(opened, 'Students')!
  expect(await textsOf(desk, students.id, 1)).not.toContainEqual(expect.arrayContaining(['Open items']))
  const checked = await ask('runMenuItem', { label: 'Check roster now' })
  expect(checked.workbook.revision).toBeGreaterThan(opened.workbook.revision)
  expect(checked.workbook.tabs.map(({ name }) => name)).toEqual(expect.arrayContaining(['Findings', 'Settings']))
  expect(checked.shown.length).toBeGreaterThan(0)
  const [headings] = await textsOf(desk, students.id, 1)
  const status = headings!.indexOf('Status')
  expect(headings).toContain('Open items')

  const window = await ask('getCells', { sheetId: students.id, area: { row: 1, column: status, rows: 40, columns: 1 } })
  const late = window.cells.find(([cell]) => cell?.text === 'Late')?.[0]
  expect(window.styles[late!.style!]?.background).toMatch(/^#[0-9a-f]{6}$/)

  const flags = async () => (await textsOf(desk, students.id, 2))[1]!.slice(status, status + 3)
  const before = await flags()
  const grade = headings!.indexOf('Grade')
  const typed = await ask('edit', { sheetId: students.id, row: 1, column: grade, typed: [['3']] })
  expect(typed.workbook.revision).toBeGreaterThan(checked.workbook.revision)
  const afterEdit = await flags()
  expect(afterEdit).not.toEqual(before)

  const called = await ask('callScript', { name: 'checkRoster', args: ['{"asOf":"2026-11-23","answer":"counts"}'] })
  expect(called.outcome).toMatchObject({ ok: true, result: expect.stringContaining('"students":40') })
  expect(await flags()).toEqual(afterEdit)

  const saved = await send('POST', '/api/saveFile', { [tokenHeader]: token }, 'null')
  expect(saved.headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''Cedar%20Ridge%20School%202026-27.xlsx",
  )
  expect(workbookIn(saved.body).sheets.map(({ name }) => name)).toEqual(checked.workbook.tabs.map(({ name }) => name))

  const again = await ask('reset', undefined)
  expect(again.workbook.tabs).toEqual(opened.workbook.tabs)
  expect(again.workbook.revision).toBeGreaterThan(called.workbook.revision)
  expect(log).toEqual([])
})

describe('a roster of one’s own', () => {
  let bytes: Buffer
  beforeAll(() => {
    bytes = xlsxBytes(sampleWorkbook({ students: 12, style: 'wide', seed: 2 }))
  })

  test('is opened without being checked, with the menu and the sidebar ready', async () => {
    const { send, token, ask } = await school()
    const name = encodeURIComponent('Éléves & Grade 7–8.xlsx')
    const { status, body } = await send(
      'POST',
      '/api/openFile',
      { [tokenHeader]: token, [fileNameHeader]: name },
      bytes,
    )
    expect(status).toBe(200)
    const { workbook, shown } = JSON.parse(body.toString()) as WorkbookAnswer
    expect(shown).toEqual([])
    expect(workbook).toMatchObject({ name: 'Éléves & Grade 7–8', sidebar: { title: 'Plan Keeper' } })
    expect(workbook.tabs.map((tab) => tab.name)).toEqual(['Tracker'])
    const set = await ask('runMenuItem', { label: 'Set up this workbook' })
    expect(set.shown).toEqual([expect.objectContaining({ kind: 'message' })])
    expect(set.workbook.tabs.map((tab) => tab.name)).toContain('Settings')
  })

  test('that cannot be read leaves what was open', async () => {
    const { send, token, ask } = await school()
    const cut = bytes.subarray(0, bytes.length / 2)
    const { status, body } = await send(
      'POST',
      '/api/openFile',
      { [tokenHeader]: token, [fileNameHeader]: 'Half.xlsx' },
      cut,
    )
    expect(status).toBe(422)
    expect(JSON.parse(body.toString()).error).toEqual({
      code: 'REFUSED',
      message: expect.stringMatching(/^Half\.xlsx /),
    })
    expect((await ask('getWorkbook', undefined)).workbook.name).toBe('Cedar Ridge School 2026-27')
  })
})
