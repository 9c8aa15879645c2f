import { existsSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { foldersWithCsv, inWords } from '../files/csv-folder.ts'
import { fileErrorOf } from '../files/file-error.ts'
import { writeXlsx } from '../files/xlsx/write-workbook.ts'
import type { WorkbookModel } from '../workspace/model.ts'
import { createWorkspace, type Workspace } from '../workspace/workspace.ts'
import type { AnsweredFinding, CheckAnswer, CheckDone } from './answer.ts'
import type { CheckArguments } from './check-arguments.ts'
import { UsageError } from './usage-error.ts'
import { morningOf } from './zone-time.ts'

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/**
 * The folder of the built script.
 *
 * @throws UsageError when there is none
 */
export function builtScript(): string {
  if (!existsSync(join(DIST, 'Code.js'))) throw new UsageError('The script is not built yet; run npm run build first.')
  return DIST
}

/** A check that ran. */
export interface DoneCheck {
  readonly answer: CheckDone
  /** As a school would say it: 'Davis School District 4I-101'. */
  readonly policyName: string
  readonly calls: {
    readonly total: number
    readonly byMethod: Readonly<Record<string, number>>
    readonly ofRanges: number
  }
}

/** A check, and what was written of it. */
export interface CheckRun extends DoneCheck {
  readonly workbookPath: string
  readonly findingsPath: string
}

/** The script refuses the check; nothing was written. */
export class CheckRefused extends UsageError {
  /** The script's own, such as 'NO_ROSTER'. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Checks a workbook and writes what comes of it. The clock stands at nine in the morning of the as-of date, in the
 * workbook's zone.
 *
 * @param workbook is changed by the script
 * @throws UsageError when the script refuses the check; FileError when the results cannot be written
 */
export async function runCheck(workbook: WorkbookModel, given: CheckArguments): Promise<CheckRun> {
  const now = morningOf(given.asOf, workbook.timeZone)
  return runCheckOn(createWorkspace({ dist: builtScript(), workbook, now }), given)
}

/**
 * The same for the workbook of a Workspace, by its own clock.
 *
 * @throws CheckRefused, FileError
 */
export async function runCheckOn(workspace: Workspace, given: CheckArguments): Promise<CheckRun> {
  try {
    return await writeResults(workspace.workbook, check(workspace, given), given)
  } catch (error) {
    if (!(error instanceof CheckRefused)) throw error
    throw new CheckRefused(error.code, `${error.message}${await elsewhere(given, error.code)}`)
  }
}

/**
 * Runs the built script on the workbook of a Workspace, through the function that the menu calls.
 *
 * @throws CheckRefused
 */
export function check(workspace: Workspace, given: CheckArguments): DoneCheck {
  const { policy, asOf, schoolYear, firstDay, lastDay, all } = given
  const request = { policy, asOf, schoolYear, firstDay, lastDay, answer: all ? 'all' : 'findings' }
  const answer = JSON.parse(String(workspace.execute('checkRoster', [JSON.stringify(request)]))) as CheckAnswer
  if (!answer.ok) throw new CheckRefused(answer.code, inOptions(answer.message, answer.code))
  const { calls } = workspace.lastExecution as NonNullable<typeof workspace.lastExecution>
  const counted = { total: calls.total, byMethod: { ...calls.byMethod }, ofRanges: calls.rangeCalls }
  const overview = JSON.parse(String(workspace.execute('getOverview', []))) as {
    policies?: { id: string; name: string }[]
  }
  const policyName = overview.policies?.find(({ id }) => id === answer.policy)?.name ?? answer.policy
  return { answer, policyName, calls: counted }
}

/** The workbook as the script left it, and findings.json. */
async function writeResults(
  workbook: WorkbookModel,
  done: DoneCheck,
  { out, name }: CheckArguments,
): Promise<CheckRun> {
  const workbookPath = join(out, `${name}.xlsx`)
  const findingsPath = join(out, 'findings.json')
  await writeXlsx(workbook, workbookPath)
  const findings = `${JSON.stringify(findingsFile(done.answer, done.calls), null, 2)}\n`
  try {
    await mkdir(out, { recursive: true })
    await writeFile(findingsPath, findings)
  } catch (cause) {
    throw fileErrorOf(cause, findingsPath, 'write')
  }
  return { ...done, workbookPath, findingsPath }
}

/** The request's fields by the names of the options, without the code that only a program needs. */
function inOptions(message: string, code: string): string {
  const names = {
    asOf: '--as-of',
    schoolYear: '--school-year',
    firstDay: '--first-day',
    lastDay: '--last-day',
    policy: '--policy',
  }
  const text = message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message
  if (code !== 'REQUEST_INVALID') return text
  return text.replace(/\b(asOf|schoolYear|firstDay|lastDay|policy)\b/g, (name) => names[name as keyof typeof names])
}

/** A sentence for somebody who gave the folder above the one with the roster. */
async function elsewhere({ input }: CheckArguments, code: string): Promise<string> {
  if (code !== 'NO_ROSTER' || !statSync(input, { throwIfNoEntry: false })?.isDirectory()) return ''
  const below = await foldersWithCsv(input)
  if (below.length === 0) return ''
  return below.length === 1
    ? ` Its sub-folder ${below[0]} holds .csv files; check that one.`
    : ` Its sub-folders ${inWords(below)} hold .csv files; check one of them.`
}

/** findings.json: every key always there, null where there is nothing to say. */
function findingsFile(answer: CheckDone, calls: Pick<CheckRun['calls'], 'total' | 'byMethod'>): object {
  return {
    policy: answer.policy,
    asOf: answer.asOf,
    schoolYear: answer.schoolYear,
    students: answer.students,
    findings: answer.findings.map(findingEntry),
    notTracked: answer.notTracked,
    problems: answer.problems.map(({ code, sheet, row, column, value, message }) => ({
      code,
      sheet,
      row: row ?? null,
      column: column ?? null,
      value: value ?? null,
      message,
    })),
    serviceCalls: { total: calls.total, byMethod: calls.byMethod },
    school: answer.school.map(findingEntry),
    mappings: answer.mappings.map(({ sheet, kind, headingRow, signature, questions, columns }) => ({
      sheet,
      kind,
      headingRow,
      signature,
      columns: columns.map(({ heading, field, certainty, samples }) => ({
        heading,
        field: field ?? null,
        certainty,
        samples,
      })),
      questions: questions.map(({ asks, field, columns: asked }) => ({
        asks,
        field,
        columns: asked.map(({ label, samples }) => ({ heading: label, samples })),
      })),
    })),
  }
}

function findingEntry({
  studentId,
  grade,
  code,
  status,
  clause,
  detail,
  dueOn,
  message,
  evidence,
}: AnsweredFinding): object {
  return { studentId, grade: grade ?? null, code, status, clause, detail, dueOn: dueOn ?? null, message, evidence }
}
