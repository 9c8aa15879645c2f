/** Logger and console: what they are given is kept in workspace.logs. */
import { inspect } from 'node:util'
import type { OfficialClass, Signature } from '../official-types.ts'
import { ServiceObject } from '../service-object.ts'
import type { LogLine } from '../stores.ts'
import { toHost } from '../transfer.ts'

const anything: Signature = { parameters: [{ kind: 'array', of: { kind: 'any' } }], required: 0, variadic: true }

export class Logger extends ServiceObject {
  readonly official = 'Logger'

  log(...values: unknown[]): Logger {
    record(this, 'log', values)
    return this
  }

  getLog(): string {
    const own = this.execution.workspace.logs.filter(({ execution }) => execution === this.execution.id)
    return own.map(({ text }) => `${text}\n`).join('')
  }
}

export class ScriptConsole extends ServiceObject {
  readonly official = 'console'
  override readonly declared: OfficialClass = {
    name: 'console',
    qualifiedName: 'console',
    methods: new Map(['log', 'info', 'warn', 'error', 'debug', 'time', 'timeEnd'].map((name) => [name, [anything]])),
    enums: new Map(),
  }
  readonly #timers = new Map<string, number>()

  log(...values: unknown[]): void {
    record(this, 'log', values)
  }

  info(...values: unknown[]): void {
    record(this, 'info', values)
  }

  warn(...values: unknown[]): void {
    record(this, 'warn', values)
  }

  error(...values: unknown[]): void {
    record(this, 'error', values)
  }

  debug(...values: unknown[]): void {
    record(this, 'debug', values)
  }

  time(label: unknown): void {
    this.#timers.set(String(label), this.execution.workspace.clock.now())
  }

  timeEnd(label: unknown): void {
    const started = this.#timers.get(String(label)) ?? this.execution.workspace.clock.now()
    record(this, 'debug', [`${String(label)}: ${this.execution.workspace.clock.now() - started}ms`])
  }
}

/** The first text may hold %s, %d and %j for the values after it. */
function record(service: ServiceObject, level: LogLine['level'], values: readonly unknown[]): void {
  const [first, ...rest] = Array.from(values)
  let text = typeof first === 'string' ? first : shown(first)
  if (typeof first === 'string')
    text = text.replace(/%[sdij]/g, (mark) => (rest.length > 0 ? shown(rest.shift()) : mark))
  const line = [text, ...rest.map(shown)].join(' ')
  service.execution.workspace.logs.push({ level, text: line, execution: service.execution.id })
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value
  if (Object.prototype.toString.call(value) === '[object Error]') return String(value)
  return inspect(toHost(value), { depth: 6, breakLength: Number.POSITIVE_INFINITY })
}
