/** One run of one function of the script, from the fresh context to its result. */
import { fitted, mismatchText } from './arguments.ts'
import { type AuthMode, authorize } from './authority.ts'
import { CallLog } from './calls.ts'
import { isBesideContent } from './cell-changes.ts'
import { effectOf, looksAtCells } from './effects.ts'
import { type Fault, FaultPlan } from './faults.ts'
import { LoadedScript } from './loaded-script.ts'
import { officialTypes } from './official-types.ts'
import type { Realm } from './realm.ts'
import { NotEmulated, Refusal, ScriptError, Stopped } from './refusal.ts'
import { inZone } from './script-zone.ts'
import { ServiceObject } from './service-object.ts'
import { globalServices } from './services/globals.ts'
import type { Workspace, WorkspaceUser } from './workspace.ts'

const minute = 60_000

/** How long a run may take and what Google says when it takes longer (quotas page; simple triggers; custom functions). */
const limits = {
  script: { time: 6 * minute, text: 'Exceeded maximum execution time' },
  simple: { time: 30_000, text: 'Exceeded maximum execution time' },
  customFunction: { time: 30_000, text: 'Exceeded maximum execution time (line 0).' },
} as const

export interface ExecutionOptions {
  readonly authMode?: AuthMode
  readonly user?: WorkspaceUser
  /** 'simple': onOpen, onEdit and their like, with 30 s. 'time': without a user interface. */
  readonly trigger?: 'simple' | 'time'
  readonly faults?: readonly Fault[]
}

export class Execution {
  readonly id: number
  readonly workspace: Workspace
  readonly functionName: string
  readonly authMode: AuthMode
  readonly user: WorkspaceUser
  readonly trigger: 'simple' | 'time' | undefined
  readonly calls = new CallLog()
  readonly startedAt: number
  endedAt: number | undefined
  /** What made it fail. */
  error: Error | undefined
  /** What it asked for that the emulation does not know. */
  readonly notEmulated: string[] = []
  /** Locks released while writes had not been flushed: Google asks for SpreadsheetApp.flush() before releaseLock(). */
  unflushedReleases = 0
  /** Whether something was written since the last flush. */
  unflushed = false
  readonly #limit: { readonly time: number; readonly text: string }
  readonly #plan: FaultPlan
  #script: LoadedScript | undefined
  /** Virtual time that other executions took in between; it is not this one's. */
  #timeOfOthers = 0
  /** The process's zone outside the script, for what a test does in between. */
  readonly #zoneOfCaller = process.env.TZ
  /** What ended the run for good. */
  #fatal: Error | undefined

  constructor(workspace: Workspace, id: number, functionName: string, options: ExecutionOptions) {
    this.workspace = workspace
    this.id = id
    this.functionName = functionName
    this.authMode = options.authMode ?? 'FULL'
    this.user = options.user ?? workspace.user
    this.trigger = options.trigger
    this.startedAt = workspace.clock.now()
    this.#plan = new FaultPlan(options.faults ?? [])
    this.#limit =
      this.authMode === 'CUSTOM_FUNCTION'
        ? limits.customFunction
        : options.trigger === 'simple'
          ? limits.simple
          : limits.script
  }

  /**
   * Loads the script and calls the function.
   * @returns what it returned, in the script's own realm.
   * @throws ScriptError when the script throws or is stopped.
   */
  run(argumentsOf: (execution: Execution) => readonly unknown[]): unknown {
    try {
      this.#script = LoadedScript.of(this.workspace.dist)
      this.realm.serve(
        (...call) => this.#call(...call),
        () => this.workspace.clock.now(),
      )
      const result = inZone(this.workspace.manifest.timeZone, () => this.#load(argumentsOf))
      if (this.#fatal !== undefined) throw this.#fatal
      this.#checkFaults()
      return result
    } catch (thrown) {
      this.error = this.#failure(thrown)
      throw this.error
    } finally {
      this.endedAt = this.workspace.clock.now()
      this.workspace.locks.releaseAll(this)
      this.#script?.release()
      this.#script = undefined
    }
  }

  /** Let go when the run is over. */
  get script(): LoadedScript {
    if (this.#script === undefined) throw new Error(`Execution ${this.id} is over.`)
    return this.#script
  }

  get realm(): Realm {
    return this.script.realm
  }

  /** Lets virtual time pass within this run. */
  spend(milliseconds: number): void {
    this.workspace.clock.advance(milliseconds)
    const spent = this.workspace.clock.now() - this.startedAt - this.#timeOfOthers
    if (spent > this.#limit.time) throw new Stopped(this.#limit.text)
  }

  #load(argumentsOf: (execution: Execution) => readonly unknown[]): unknown {
    for (const [name, service] of globalServices(this)) {
      this.realm.globals[name] = service instanceof ServiceObject ? this.realm.facade(service) : service
    }
    this.script.load()
    const entry = functionNamed(this.functionName, this.script)
    const values = argumentsOf(this).map((value) => this.realm.toScript(value))
    const result = Reflect.apply(entry, undefined, values)
    if (Object.prototype.toString.call(result) === '[object Promise]') {
      throw new NotEmulated(`a function that returns a Promise (${this.functionName})`)
    }
    return result
  }

  #call(host: unknown, className: string, method: string, given: readonly unknown[]): unknown {
    if (this.#fatal !== undefined) throw this.#thrown(this.#fatal)
    try {
      return this.#answer(host, className, method, given)
    } catch (error) {
      if (!(error instanceof Refusal)) this.#fatal = error as Error
      if (error instanceof NotEmulated) this.notEmulated.push(error.message)
      throw this.#thrown(error as Error)
    }
  }

  #answer(host: unknown, className: string, method: string, given: readonly unknown[]): unknown {
    const name = `${className}.${method}`
    const faults = this.#plan.due(name)
    for (const fault of faults) this.#before(fault)
    const service = host instanceof ServiceObject ? host : undefined
    const effect = effectOf(className, method)
    const cells = service?.touchedCells ?? 0
    const call = { method: name, effect, cells, at: this.workspace.clock.now(), execution: this.id }
    this.calls.log.push(call)
    this.workspace.calls.log.push(call)

    const official = service?.declared ?? officialTypes().classes.get(className)
    const qualified = `${official?.qualifiedName ?? className}.${method}`
    authorize({ method: name, className, qualified, effect }, this.authMode, this.workspace.manifest.oauthScopes)
    const body: unknown = service === undefined ? undefined : Reflect.get(service, method)
    if (typeof body !== 'function' || official === undefined) throw new NotEmulated(name)
    const values = fitted(official.methods.get(method)!, given, this.realm)
    if (values === undefined) throw new Refusal(mismatchText(official, method, given, this.realm))
    if (looksAtCells(method, effect)) this.workspace.recalculate()
    const isWriting = effect === 'writes' || effect === 'writes-range'
    if (isWriting && service?.change !== undefined && !isBesideContent(method)) this.workspace.changing(service.change)
    const result = this.realm.toScript(Reflect.apply(body, service, values))

    if (isWriting) this.unflushed = true
    this.spend(this.workspace.latency(name, effect, cells))
    for (const fault of faults) {
      if ('throwAfter' in fault) throw new Refusal(fault.throwAfter)
      if ('stopAfter' in fault) throw new Stopped(`Stopped by the test after ${name}`)
    }
    return result
  }

  #before(fault: Fault): void {
    if ('throwBefore' in fault) throw new Refusal(fault.throwBefore)
    if ('stopBefore' in fault) throw new Stopped('Stopped by the test')
    if (!('runExecution' in fault) && !('userEdit' in fault)) return
    const started = this.workspace.clock.now()
    inZone(this.#zoneOfCaller, () => {
      if ('runExecution' in fault) fault.runExecution(this.workspace)
      else fault.userEdit(this.workspace.edits)
    })
    this.#timeOfOthers += this.workspace.clock.now() - started
  }

  /** The error as the script sees it. */
  #thrown(error: Error): Error {
    return this.realm.error(error.name, error.message, error instanceof Refusal ? error.details : undefined)
  }

  #failure(thrown: unknown): Error {
    const cause = this.#fatal ?? thrown
    const known = cause instanceof Refusal || cause instanceof NotEmulated || cause instanceof Stopped
    if (cause instanceof Error && !known) return cause
    const { name, message, stack } = described(cause)
    return new ScriptError(name, message, this.#scriptStack(known ? described(thrown).stack : stack), this.id)
  }

  /** The lines of a stack that lie in the script. */
  #scriptStack(stack: string | undefined): string | undefined {
    const lines = stack?.split('\n').filter((line) => line.includes(`${this.workspace.dist}/`))
    return lines === undefined || lines.length === 0 ? undefined : lines.join('\n')
  }

  #checkFaults(): void {
    const missed = this.#plan.missed[0]
    if (missed === undefined) return
    const point = typeof missed.at === 'number' ? `call ${missed.at}` : `${missed.at.method}, call ${missed.at.nth}`
    throw new Error(`${this.functionName} made ${this.calls.total} calls and never reached the fault at ${point}.`)
  }
}

/** A top-level function of the script, declared in any way. */
function functionNamed(name: string, script: LoadedScript): (...values: unknown[]) => unknown {
  const found: unknown = /^[A-Za-z_$][\w$.]*$/.test(name)
    ? script.evaluate(`typeof ${name} === 'function' ? ${name} : undefined`)
    : undefined
  if (typeof found !== 'function') throw new Refusal(`Script function not found: ${name}`)
  return found as (...values: unknown[]) => unknown
}

function described(thrown: unknown): { name: string; message: string; stack: string | undefined } {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const { name, message, stack } = thrown as { name?: unknown; message: unknown; stack?: unknown }
    return {
      name: typeof name === 'string' ? name : 'Error',
      message: String(message),
      stack: typeof stack === 'string' ? stack : undefined,
    }
  }
  return { name: 'Error', message: String(thrown), stack: undefined }
}
