import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { readCheckArguments } from '../../../local/command-line/check-arguments.ts'
import { checkCommand } from '../../../local/command-line/check-command.ts'
import { runCommand } from '../../../local/command-line/command.ts'
import { runCheck } from '../../../local/command-line/run-check.ts'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'

export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a command of local/command-line as npm would, in a folder of its own.
 *
 * @param folder where it is run, and where out/ comes to lie
 * @param machine variables of the environment that stand otherwise than here
 */
export function run(
  command: 'check' | 'plans' | 'sample' | 'start',
  words: readonly string[],
  folder: string,
  machine: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const script = fileURLToPath(new URL(`../../../local/command-line/${command}.ts`, import.meta.url))
  const options = { cwd: folder, env: { ...process.env, ...machine, INIT_CWD: folder }, maxBuffer: 64 * 1024 * 1024 }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), script, ...words],
      options,
      (error, stdout, stderr) => {
        resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr })
      },
    )
  })
}

export interface FindingsFile {
  readonly policy: string
  readonly asOf: string
  readonly schoolYear: string
  readonly students: number
  readonly findings: readonly {
    readonly studentId: string
    readonly grade: number | null
    readonly code: string
    readonly status: string
    readonly clause: string
    readonly detail: string
    readonly dueOn: string | null
    readonly message: string
    readonly evidence: readonly { readonly sheet: string; readonly row: number }[]
  }[]
  readonly notTracked: readonly string[]
  readonly problems: readonly {
    readonly code: string
    readonly sheet: string
    readonly row: number | null
    readonly column: string | null
    readonly value: string | null
    readonly message: string
  }[]
  readonly serviceCalls: { readonly total: number; readonly byMethod: Readonly<Record<string, number>> }
  readonly school: readonly { readonly code: string; readonly status: string }[]
  readonly mappings: readonly {
    readonly sheet: string
    readonly kind: string
    readonly headingRow: number
    readonly signature: string
    readonly columns: readonly {
      readonly heading: string
      readonly field: string | null
      readonly certainty: string
      readonly samples: readonly string[]
    }[]
    readonly questions: readonly {
      readonly asks: string
      readonly field: string
      readonly columns: readonly { readonly heading: string; readonly samples: readonly string[] }[]
    }[]
  }[]
}

/** The findings.json in a folder of results. */
export function findingsIn(out: string): FindingsFile {
  return JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8')) as FindingsFile
}

/**
 * A command within this process, which spares the start of another one: what it prints and the exit code it sets.
 *
 * @param folder where it is run
 */
export async function runHere(words: readonly string[], folder: string, command = checkCommand): Promise<Ran> {
  const printed = { stdout: '', stderr: '' }
  const before = process.cwd()
  const log = vi.spyOn(console, 'log').mockImplementation((text) => {
    printed.stdout += `${text}\n`
  })
  const error = vi.spyOn(console, 'error').mockImplementation((text) => {
    printed.stderr += `${text}\n`
  })
  process.chdir(folder)
  try {
    await runCommand(() => command(words))
    return { ...printed, exitCode: Number(process.exitCode ?? 0) }
  } finally {
    process.exitCode = 0
    process.chdir(before)
    log.mockRestore()
    error.mockRestore()
  }
}

/**
 * A check within this process, through the same code as the command, which takes a tenth of the command's time.
 *
 * @param out folder of the results
 * @throws as the command would say it
 */
export async function checkHere(out: string, words: readonly string[]): Promise<FindingsFile> {
  const given = readCheckArguments([...words, '--out', out], '2026-11-23')
  if (!given) throw new Error('These words ask for help.')
  await runCheck(await readWorkbookFile(given.input), given)
  return findingsIn(out)
}
