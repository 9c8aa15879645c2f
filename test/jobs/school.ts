/** Lincoln High asks for twelve documents; what stands in the tab Documents and in Drive. */
import { expect } from 'vitest'
import type { ExecutionOptions } from '../../local/workspace/execution.ts'
import { emptySheet, emptyWorkbook } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../../local/workspace/workspace.ts'
import type { Progress } from '../../src/jobs/work.ts'
import { docx, named } from '../local/workspace/school-drive.ts'
import type { Pupil } from './jobs-script.ts'

export const file = docx('plan').toString('base64')
const names = 'Ruiz Begay Ortiz Smith Nakai Tran Vea Lopez Young Kim Shah Dunn'.split(' ')
export const pupils: readonly Pupil[] = names.map((last, index) => ({
  studentId: String(index + 1).padStart(5, '0'),
  name: `${last}, Ana`,
}))

export function lincolnHigh(dist: string, options: Partial<WorkspaceOptions> = {}) {
  const workbook = emptyWorkbook('Lincoln High')
  workbook.sheets.push(emptySheet(0, 'Students'))
  const workspace = createWorkspace({ dist, workbook, ...options })
  const run = (name: string, args: readonly unknown[], how?: ExecutionOptions) =>
    workspace.execute(`PlanJobs.${name}`, args, how)
  return {
    workspace,
    ask: (some: readonly Pupil[] = pupils, how?: ExecutionOptions) => void run('ask', [some], how),
    work: (workers = 1, how?: ExecutionOptions, broken: readonly string[] = []) =>
      run('work', [file, workers, broken], how) as Progress,
    progress: () => run('progress', []) as Progress,
    pause: (on: boolean) => void run('pause', [on]),
    cancel: () => void run('cancel', []),
  }
}
export type School = ReturnType<typeof lincolnHigh>

/** Rows of the tab Documents below its headings. */
export function journal({ workbook }: Workspace): string[][] {
  const tab = workbook.sheets.find(({ name }) => name === 'Documents')!
  return tab.values.slice(2).map((row) => Array.from(row ?? [], (cell) => String(cell ?? '')))
}

/** Whatever happened before: works on, waiting where it must, until nothing is to do. */
export function finish({ work, workspace }: School): void {
  for (let runs = 0; runs < 10; runs++) {
    const { counts, free, heldUntil } = work()
    if ((counts['To do'] ?? 0) === 0) return
    if (free === 0) workspace.clock.advance(heldUntil! - workspace.clock.now() + 1)
  }
  throw new Error('After ten runs there is still something to do.')
}

/** One document for each student, the journal with a row for each and the link of its document. */
export function expectWhole(workspace: Workspace): void {
  expect(workspace.drive.files.map(({ name }) => name).sort()).toEqual(pupils.map(({ name }) => name).sort())
  expect(workspace.drive.folders).toHaveLength(pupils.length + 2)
  const rows = journal(workspace)
  expect(rows.map(([, name]) => name).sort()).toEqual(pupils.map(({ name }) => name).sort())
  for (const [studentId, name, document, state, link] of rows) {
    expect([studentId, document, state]).toEqual([
      pupils.find((pupil) => pupil.name === name)!.studentId,
      'PCCR 2026-27',
      'Made',
    ])
    expect(link).toContain(named(workspace.drive, name!).id)
  }
  // A run that was cut short when all was done leaves a lease; it ends by itself.
  workspace.clock.advance(11 * 60_000)
  workspace.execute('PlanJobs.progress')
  expect([...workspace.propertyStore('document').keys()].filter((name) => /lease|pause/.test(name))).toEqual([])
}
