import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileErrorOf } from '../files/file-error.ts'
import type { WorkbookModel } from '../workspace/model.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { RosterArguments } from './check-arguments.ts'
import { DIST } from './run-check.ts'
import { UsageError } from './usage-error.ts'
import { morningOf } from './zone-time.ts'

/** What was made. */
export interface PlansRun {
  readonly policy: string
  readonly asOf: string
  readonly schoolYear: string
  readonly files: number
  /** How many students have no plan, by the reason. */
  readonly without: ReadonlyMap<string, number>
  /** In how many plans a tag was left blank. */
  readonly blank: ReadonlyMap<string, number>
  readonly notes: readonly string[]
  readonly folder: string
  readonly seconds: number
  readonly peakMegabytes: number
}

/** Plans that are filled in one run of the script: each run reads the workbook anew, and each plan is held until it ends. */
const AT_ONCE = 250

interface AnsweredPlan {
  readonly studentId: string
  readonly why: string
  readonly path: readonly string[]
}

interface AnsweredPreview {
  readonly ok: true
  readonly policy: string
  readonly asOf: string
  readonly schoolYear: string
  readonly plans: readonly AnsweredPlan[]
  readonly notes: readonly string[]
}

interface AnsweredFiles {
  readonly ok: true
  readonly plans: readonly (AnsweredPlan & { readonly base64: string; readonly blank: readonly string[] })[]
}

/**
 * Runs the built script on a workbook in memory and writes the plan of every student, by school and student.
 *
 * @throws UsageError when the script refuses; FileError when a file cannot be written
 */
export async function runPlans(workbook: WorkbookModel, given: RosterArguments): Promise<PlansRun> {
  if (!existsSync(join(DIST, 'Code.js'))) throw new UsageError('The script is not built yet; run npm run build first.')
  const started = performance.now()
  const workspace = createWorkspace({ dist: DIST, workbook, now: morningOf(given.asOf, workbook.timeZone) })
  const { policy, asOf, schoolYear, firstDay, lastDay } = given
  const check = { policy, asOf, schoolYear, firstDay, lastDay }
  const call = <Answer extends { readonly ok: true }>(name: string, request: object): Answer => {
    const answer = JSON.parse(String(workspace.execute(name, [JSON.stringify(request)]))) as
      | Answer
      | { readonly ok: false; readonly message: string }
    if (!answer.ok) throw new UsageError(answer.message)
    return answer
  }
  const preview = call<AnsweredPreview>('previewPlans', { check })
  const due = preview.plans.filter(({ why }) => why === '')
  const blank = new Map<string, number>()
  let peak = 0
  for (let from = 0; from < due.length; from += AT_ONCE) {
    const students = due.slice(from, from + AT_ONCE).map(({ studentId }) => studentId)
    const { plans } = call<AnsweredFiles>('fillPlans', { check, students })
    peak = Math.max(peak, process.memoryUsage().rss)
    for (const plan of plans) {
      await writePlan(given.out, plan.path, plan.base64)
      for (const tag of plan.blank) blank.set(tag, (blank.get(tag) ?? 0) + 1)
    }
  }
  const without = new Map<string, number>()
  for (const { why } of preview.plans) if (why !== '') without.set(why, (without.get(why) ?? 0) + 1)
  return {
    policy: preview.policy,
    asOf: preview.asOf,
    schoolYear: preview.schoolYear,
    files: due.length,
    without,
    blank,
    notes: preview.notes,
    folder: given.out,
    seconds: (performance.now() - started) / 1000,
    peakMegabytes: Math.round(peak / 1024 / 1024),
  }
}

async function writePlan(out: string, path: readonly string[], base64: string): Promise<void> {
  const folder = join(out, ...path.slice(0, -1))
  const file = join(folder, `${path[path.length - 1]}.docx`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(file, Buffer.from(base64, 'base64'))
  } catch (cause) {
    throw fileErrorOf(cause, file, 'write')
  }
}
