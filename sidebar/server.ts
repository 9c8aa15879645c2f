/**
 * Calls of the script behind the sidebar, typed by what the script really offers.
 */
import type { Calls, SidebarCalls } from '../src/actions/requests/calls.ts'

/** As Google puts it into the page: every function of the script is a method without an answer of its own. */
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner
  withFailureHandler(handler: (error: unknown) => void): Runner
}

declare global {
  var google: { readonly script: { readonly run: Runner } } | undefined
}

/** Google ends an execution after six minutes; whoever waited five is told so instead of waiting on. */
const longestWait = 5 * 60_000

export type CallFault = 'no-script' | 'no-answer' | 'timed-out' | 'failed'

/** A call that brought no usable answer. `said` is Google's own sentence, '' where there was none. */
export class CallFailed extends Error {
  readonly fault: CallFault
  readonly said: string
  constructor(fault: CallFault, said = '') {
    super(said === '' ? fault : `${fault}: ${said}`)
    this.fault = fault
    this.said = said
  }
}

/**
 * Calls one function of the script.
 *
 * @throws CallFailed when Google refuses, when nothing came within five minutes, and when what came cannot be read
 */
export function call<Name extends keyof SidebarCalls>(
  name: Name,
  ...args: Parameters<SidebarCalls[Name]>
): Promise<Calls[Name]['answer']> {
  return new Promise((resolve, reject) => {
    const run = globalThis.google?.script.run
    if (run === undefined) {
      reject(new CallFailed('no-script'))
      return
    }
    const timer = setTimeout(() => reject(new CallFailed('timed-out')), longestWait)
    const runner = run
      .withSuccessHandler((answer) => {
        clearTimeout(timer)
        const read = readAnswer<Calls[Name]['answer']>(answer)
        if (read === undefined) reject(new CallFailed('no-answer'))
        else resolve(read)
      })
      .withFailureHandler((error) => {
        clearTimeout(timer)
        reject(new CallFailed('failed', sentenceOf(error)))
      }) as unknown as Record<Name, (...args: Parameters<SidebarCalls[Name]>) => void>
    runner[name](...args)
  })
}

/** Undefined for what is no JSON: null, which Google hands over for an answer that it cannot carry, or a cut text. */
function readAnswer<Answer>(answer: unknown): Answer | undefined {
  if (typeof answer !== 'string') return undefined
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}

function sentenceOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message)
  return String(error ?? '')
}
