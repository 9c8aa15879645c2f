/** The functions of the built script that formulas can call. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Execution } from '../execution.ts'
import { toHost } from '../transfer.ts'
import type { Workspace } from '../workspace.ts'
import type { FunctionsOfScript } from './custom-functions.ts'

/** Google takes functions that are declared as such at the top level. */
const declaration = /^function\s+([A-Za-z][\w$]*)\s*\(/gm

export class ScriptFunctions implements FunctionsOfScript {
  readonly #workspace: Workspace
  #names: ReadonlyMap<string, string> | undefined

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** Those that end with '_' are private. Read when a formula first asks. */
  get names(): ReadonlyMap<string, string> {
    this.#names ??= new Map(
      declared(this.#workspace.dist).flatMap((name) => (name.endsWith('_') ? [] : [[name.toUpperCase(), name]])),
    )
    return this.#names
  }

  /** The run is none of the Workspace's executions; its calls belong to the execution 0. */
  run(name: string, given: readonly unknown[]): unknown {
    const execution = new Execution(this.#workspace, 0, name, { authMode: 'CUSTOM_FUNCTION' })
    return toHost(execution.run(() => given))
  }
}

function declared(dist: string): string[] {
  const files = readdirSync(dist).filter((file) => file.endsWith('.js'))
  return files.flatMap((file) => {
    const text = readFileSync(path.join(dist, file), 'utf8')
    return [...text.matchAll(declaration)].map(([, name]) => name!)
  })
}
