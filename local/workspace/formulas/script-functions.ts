/** The functions of the built script that formulas can call. */
import { Execution } from '../execution.ts'
import { toHost } from '../transfer.ts'
import type { Workspace } from '../workspace.ts'
import type { FunctionsOfScript } from './custom-functions.ts'

export class ScriptFunctions implements FunctionsOfScript {
  readonly #workspace: Workspace
  #names: ReadonlyMap<string, string> | undefined

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** Those that end with '_' are private. Read when a formula first asks. */
  get names(): ReadonlyMap<string, string> {
    this.#names ??= new Map(
      this.#workspace.functionNames.flatMap((name) => (name.endsWith('_') ? [] : [[name.toUpperCase(), name]])),
    )
    return this.#names
  }

  /** The run is none of the Workspace's executions; its calls belong to the execution 0. */
  run(name: string, given: readonly unknown[]): unknown {
    const execution = new Execution(this.#workspace, 0, name, { authMode: 'CUSTOM_FUNCTION' })
    return toHost(execution.run(() => given))
  }
}
