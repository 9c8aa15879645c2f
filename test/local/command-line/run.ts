import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a command of local/command-line as npm would, in a folder of its own.
 *
 * @param command 'check' or 'start'
 * @param folder where it is run, and where out/ comes to lie
 */
export function run(command: 'check' | 'start', words: readonly string[], folder: string): Promise<Ran> {
  const script = fileURLToPath(new URL(`../../../local/command-line/${command}.ts`, import.meta.url))
  const options = { cwd: folder, env: { ...process.env, INIT_CWD: folder }, maxBuffer: 64 * 1024 * 1024 }
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
  readonly problems: readonly { readonly code: string; readonly sheet: string; readonly message: string }[]
  readonly serviceCalls: { readonly total: number; readonly byMethod: Readonly<Record<string, number>> }
  readonly school: readonly { readonly code: string; readonly status: string }[]
}

/** The findings.json in a folder of results. */
export function findingsIn(out: string): FindingsFile {
  return JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8')) as FindingsFile
}
