/**
 * Calls of the script behind the sidebar, typed by what the script really offers.
 */
import type { Calls } from '../src/actions/requests/calls.ts'
import type { Refused } from '../src/actions/requests/refused.ts'

/** As Google puts it into the page: every function of the script is a method without an answer of its own. */
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner
  withFailureHandler(handler: (error: unknown) => void): Runner
}

declare global {
  var google: { readonly script: { readonly run: Runner } } | undefined
}

export type CallName = keyof Calls

/** What a call answers when it was not refused. */
export type Answer<Name extends CallName> = Exclude<Calls[Name]['answer'], Refused>

/** Seconds after which nobody waits any longer. Google ends an execution after six minutes. */
export const patience: Readonly<Record<CallName, number>> = {
  getOverview: 60,
  checkRoster: 300,
  listStudents: 90,
  findStudents: 90,
  getSelection: 20,
  getStudent: 90,
  showStudent: 60,
  getRecordForm: 90,
  saveRecord: 180,
  undoRecord: 180,
  getSettings: 90,
  saveSettings: 120,
  setUpDocuments: 120,
  previewDocuments: 180,
  startDocuments: 180,
  makeDocuments: 360,
  getDocuments: 60,
  pauseDocuments: 60,
  cancelDocuments: 60,
}

export type CallFault = 'no-script' | 'no-answer' | 'timed-out' | 'failed' | 'refused'

/** A call that brought no usable answer. */
export class CallFailed extends Error {
  readonly call: CallName
  readonly fault: CallFault
  /** Google's own sentence, '' where there was none. */
  readonly said: string
  readonly refused: Refused | undefined
  constructor(call: CallName, fault: CallFault, said = '', refused?: Refused) {
    super(`${call} ${fault} ${said}`.trim())
    this.call = call
    this.fault = fault
    this.said = said
    this.refused = refused
  }
}

/**
 * Calls one function of the script.
 *
 * @throws CallFailed when the script or Google refuses, when nothing came in time, and when what came cannot be read
 */
export function call<Name extends CallName>(name: Name, request: Calls[Name]['request']): Promise<Answer<Name>> {
  return new Promise((resolve, reject) => {
    const fail = (fault: CallFault, said?: string, refused?: Refused) =>
      reject(new CallFailed(name, fault, said, refused))
    const run = globalThis.google?.script.run
    if (run === undefined) {
      fail('no-script')
      return
    }
    const timer = setTimeout(() => fail('timed-out'), patience[name] * 1000)
    const runner = run
      .withSuccessHandler((text) => {
        clearTimeout(timer)
        const answer = readAnswer<Calls[Name]['answer']>(text)
        if (answer === undefined) fail('no-answer')
        else if (answer.ok) resolve(answer as Answer<Name>)
        else fail('refused', '', answer)
      })
      .withFailureHandler((error) => {
        clearTimeout(timer)
        fail('failed', sentenceOf(error))
      }) as unknown as Readonly<Partial<Record<CallName, (...args: readonly string[]) => void>>>
    const send = runner[name]
    if (send === undefined) {
      // The page is newer or older than the script: somebody opened it while the add-on was updated.
      clearTimeout(timer)
      fail('failed')
      return
    }
    send(...(request === undefined ? [] : [JSON.stringify(request)]))
  })
}

/** Undefined for what is no JSON: null, which Google hands over for an answer that it cannot carry, or a cut text. */
function readAnswer<Read>(answer: unknown): Read | undefined {
  if (typeof answer !== 'string') return undefined
  try {
    return JSON.parse(answer) ?? undefined
  } catch {
    return undefined
  }
}

function sentenceOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message)
  return String(error ?? '')
}
