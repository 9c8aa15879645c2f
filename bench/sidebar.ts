/**
 * What a person waits for in the sidebar: the overview on the workbench in a real browser, and how often the script
 * reaches for cells while it records and while it follows an edit.
 */
import { openOnDesk } from '../local/command-line/serve-workbench.ts'
import { sampleWorkbook } from '../local/sample/sample-workbook.ts'
import { bundlePage } from '../local/workbench/bundle-page.ts'
import { RunningClock } from '../local/workbench/running-clock.ts'
import { serve } from '../local/workbench/server.ts'
import { SidebarFrame } from '../local/workbench/sidebar-frame.ts'
import { Workbench } from '../local/workbench/workbench.ts'
import type { Workspace } from '../local/workspace/workspace.ts'
import { launchBrowser, openPage } from '../test/browser/open-page.ts'
import { median, printTable, seconds } from './table.ts'

const asOf = '2026-11-23'
const openings = 5

/** @param most students of the larger school; the other one is the sample school of `npm start` */
export async function benchSidebar(most = 10_000): Promise<void> {
  const schools = [1150, most].map((students) => [students, checkedSchool(students)] as const)
  const rows: (string | number)[][] = []
  const browser = await launchBrowser()
  try {
    for (const [students, workspace] of schools) {
      const [page, frame] = await Promise.all([bundlePage(), SidebarFrame.bundled()])
      const workbench = new Workbench({ workspace, open: () => workspace, sample: () => workspace, log: () => {} })
      const server = await serve({ workbench, page, frame, log: () => {} })
      const times: Opening[] = []
      for (let opening = 0; opening < openings; opening++) times.push(await openingOf(browser, server.address))
      await server.close()
      const medianOf = (part: keyof Opening) => seconds(median(times.map((time) => time[part])))
      rows.push([students, medianOf('page'), medianOf('sidebar'), ...callsOf(workspace, students)])
    }
  } finally {
    await browser.close()
  }
  console.log(`Seconds to a readable overview (medians of ${openings}), and calls on cells\n`)
  printTable(
    ['students', 'with the page', 'the sidebar', 'getOverview', 'recording 30 rows', 'edit: reads', 'edit: writes'],
    rows,
  )
}

function checkedSchool(students: number): Workspace {
  const workbook = sampleWorkbook({ students, style: 'logs', seed: 7 })
  const workspace = openOnDesk(workbook, new RunningClock(Date.parse(`${asOf}T09:00:00-07:00`)))
  answered(workspace, 'checkRoster', { asOf })
  return workspace
}

/** Milliseconds from the click, or from typing the address, to the overview with its numbers. */
interface Opening {
  /** The workbench with its sheet and its sidebar. */
  readonly page: number
  /** The sidebar alone, from the menu. */
  readonly sidebar: number
}

async function openingOf(browser: Awaited<ReturnType<typeof launchBrowser>>, address: string): Promise<Opening> {
  const start = performance.now()
  const { page } = await openPage(browser, address)
  const overview = page.frameLocator('iframe').getByText('What is missing')
  await overview.waitFor()
  const whole = performance.now() - start
  await page.getByRole('button', { name: 'Close the sidebar' }).click()
  await page.getByRole('button', { name: 'Plan Keeper' }).click()
  const again = performance.now()
  await page.getByRole('menuitem', { name: 'Open', exact: true }).click()
  await overview.waitFor()
  const sidebar = performance.now() - again
  await page.context().close()
  return { page: whole, sidebar }
}

/** Calls that read or write cells: of the first screen, of a group of 30 recorded at once, of one typed grade. */
function callsOf(workspace: Workspace, students: number): readonly number[] {
  answered(workspace, 'getOverview')
  const overview = rangeCalls(workspace)
  const roster = workspace.workbook.sheets.find(({ name }) => name === 'Students')
  const ids = (roster?.values ?? []).slice(1, 31).map((row) => String(row?.[0]))
  const entry = { type: 'conference', kind: 'group', date: asOf, status: 'held', studentAttended: true }
  const saved = answered(workspace, 'saveRecord', { students: ids, entry, confirmed: true })
  if (saved.saved !== ids.length)
    throw new Error(`Of ${ids.length} rows ${saved.saved} were saved at ${students} students.`)
  const recording = rangeCalls(workspace)
  workspace.edit('Conferences', 'F2', 'no-show')
  const { byMethod, rangeCalls: touched } = workspace.lastExecution!.calls
  const writes = Object.entries(byMethod).reduce(
    (sum, [method, count]) => sum + (/^Range\.(set|clear)/.test(method) ? count : 0),
    0,
  )
  return [overview, recording, touched - writes, writes]
}

function rangeCalls(workspace: Workspace): number {
  return workspace.lastExecution?.calls.rangeCalls ?? 0
}

function answered(workspace: Workspace, name: string, request?: object): Record<string, unknown> {
  const answer = JSON.parse(String(workspace.execute(name, request ? [JSON.stringify(request)] : [])))
  if (!answer.ok) throw new Error(`${name} did not run: ${answer.message}`)
  return answer
}
