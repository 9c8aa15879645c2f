/** Runs `check` on inputs as the command does, and says what came of each. */
import { join } from 'node:path'
import type { AnsweredMapping } from '../../local/command-line/answer.ts'
import { readCheckArguments } from '../../local/command-line/check-arguments.ts'
import { runCheck } from '../../local/command-line/run-check.ts'
import { summaryOf } from '../../local/command-line/summary.ts'
import { UsageError } from '../../local/command-line/usage-error.ts'
import { FileError } from '../../local/files/file-error.ts'
import { readWorkbookFile } from '../../local/files/workbook-file.ts'
import type { RealInput } from './real-inputs.ts'
import { type UsefulFile, usefulColumns } from './useful-columns.ts'

/** A Monday in November, so that the page is the same on every day. */
export const AS_OF = '2026-11-23'

export interface InputRun {
  readonly input: RealInput
  /** Rows below the first of each tab; 0 where the file could not be read. */
  readonly rows: number
  readonly checked?: {
    readonly students: number
    /** How many are not met. */
    readonly findings: number
    readonly problems: number
    readonly mappings: readonly AnsweredMapping[]
    /** What the command prints. */
    readonly summary: string
  }
  /** Why nothing was checked: what the command prints before it ends with 2. */
  readonly sentence?: string
  /** Wall time of the whole run, in seconds. */
  readonly seconds: number
}

/**
 * Checks one input as `npm run check -- INPUT --as-of …` would.
 *
 * @param folder where the results go
 * @throws whatever the command does not foresee
 */
export async function runInput(input: RealInput, folder: string): Promise<InputRun> {
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1000
  let rows = 0
  try {
    const out = join(folder, input.name.replace(/[^\w.-]+/g, '_'))
    const given = readCheckArguments([input.path, '--policy', 'davis-4i-101', '--as-of', AS_OF, '--out', out], AS_OF)
    if (!given) throw new Error('These words ask for help.')
    const workbook = await readWorkbookFile(given.input)
    rows = workbook.sheets.reduce((sum, { values }) => sum + Math.max(0, values.length - 1), 0)
    const run = await runCheck(workbook, given)
    const { students, findings, problems, mappings } = run.answer
    const checked = { students, findings: findings.length, problems: problems.length, mappings }
    return { input, rows, checked: { ...checked, summary: summaryOf(run, 120) }, seconds: seconds() }
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof FileError)) throw error
    return { input, rows, sentence: error.message.replaceAll(input.path, input.name), seconds: seconds() }
  }
}

/** A column of use, and what the run took it for. */
export interface UsefulColumn {
  /** 'Folder/file'. */
  readonly file: string
  readonly heading: string
  readonly carries: string
  readonly takenFor: string | undefined
}

/** The columns of use in a run's tabs; of headings that say the same, the one that was taken for something. */
export function usefulIn(run: InputRun): readonly UsefulColumn[] {
  return filesIn(run).flatMap(({ file, columns }) => {
    const taken = takenIn(run, file)
    return Object.entries(columns).map(([alternatives, carries]) => {
      const headings = alternatives.split(' / ')
      const heading = headings.find((one) => taken.get(one) !== undefined) ?? (headings[0] as string)
      return { file, heading, carries, takenFor: taken.get(heading) }
    })
  })
}

/** Columns of those files that were taken for something, though they carry nothing of use. */
export function wronglyTaken(run: InputRun): readonly UsefulColumn[] {
  return filesIn(run).flatMap(({ file, columns }) => {
    const useful = new Set(Object.keys(columns).flatMap((alternatives) => alternatives.split(' / ')))
    return [...takenIn(run, file)]
      .filter(([heading, takenFor]) => takenFor !== undefined && !useful.has(heading) && !HARMLESS.has(takenFor))
      .map(([heading, takenFor]) => ({ file, heading, carries: '', takenFor }))
  })
}

/** Of the account and the state of a row; nothing about a student follows from them. */
const HARMLESS: ReadonlySet<string> = new Set(['username', 'record_status'])

function filesIn({ input }: InputRun): readonly UsefulFile[] {
  return usefulColumns.filter(({ file }) => file.slice(0, file.lastIndexOf('/')) === input.folder)
}

/** What each heading of the file was taken for, without the tab that it would stand in by itself. */
function takenIn(run: InputRun, file: string): ReadonlyMap<string, string | undefined> {
  const tab = run.checked?.mappings.find(({ sheet }) => sheet === file.slice(file.lastIndexOf('/') + 1))
  return new Map(tab?.columns.map(({ heading, field }) => [heading, field]))
}
