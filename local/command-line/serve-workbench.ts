import { bundlePage } from '../workbench/bundle-page.ts'
import { RunningClock } from '../workbench/running-clock.ts'
import { serve } from '../workbench/server.ts'
import { SidebarFrame } from '../workbench/sidebar-frame.ts'
import { Workbench } from '../workbench/workbench.ts'
import type { WorkbookModel } from '../workspace/model.ts'
import { createWorkspace, type Workspace } from '../workspace/workspace.ts'
import { builtScript } from './run-check.ts'
import { UsageError } from './usage-error.ts'

/** A workbook with the built script on it, which works as fast as this machine does. */
export function openOnDesk(workbook: WorkbookModel, clock: RunningClock): Workspace {
  const drive = { latency: () => 0, writesPerSecond: Number.POSITIVE_INFINITY }
  return createWorkspace({ dist: builtScript(), workbook, clock, latency: () => 0, drive })
}

/**
 * Opens the workbench for a browser on this machine.
 *
 * @param workspace what is open at first
 * @param sample makes the sample school, checked
 * @returns when it was ended by Ctrl+C
 * @throws UsageError when no port is to be had
 */
export async function serveWorkbench(workspace: Workspace, sample: () => Workspace): Promise<void> {
  const log = (line: string): void => console.error(`  ${line}`)
  const open = (workbook: WorkbookModel) => openOnDesk(workbook, new RunningClock(Date.now()).start())
  const [page, frame] = await Promise.all([bundlePage(), SidebarFrame.bundled()])
  const workbench = new Workbench({ workspace, open, sample, log })
  const server = await serve({ workbench, page, frame, log }).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`The workbench could not be opened on a port of this computer (${cause.code}).`, { cause })
  })
  // Listened for before it is offered: whoever reads the line may be quick.
  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  console.log(`  The workbench is open at  ${server.address}`)
  console.log('  for the browsers of this machine only. Ctrl+C ends it.\n')
  await ended
  await server.close()
  console.log('\n  The workbench is closed.')
}
