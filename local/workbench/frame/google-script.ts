/**
 * `google.script` for the sidebar in its frame, as Google puts it there. What is said goes to the page around the frame
 * by postMessage, and the page asks the server. Links go the same way.
 */
import { toServer } from '../../workspace/transfer.ts'
import type { FrameAnswer, FrameMessage } from '../protocol.ts'

type Handler = (outcome: unknown, userObject: unknown) => void

interface Handlers {
  readonly success?: Handler
  readonly failure?: Handler
  readonly userObject?: unknown
}

/** Set by the server before this script runs: the functions that the sidebar may call. */
declare const publicFunctions: readonly string[]

const waiting = new Map<number, Handlers>()
let calls = 0

/** Each call of a with… gives another runner, so that what one call sets is not set for the next. */
function runner(handlers: Handlers): object {
  const run: Record<string, unknown> = {
    withSuccessHandler: (success: Handler) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handler) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  }
  for (const name of publicFunctions) {
    run[name] = (...given: unknown[]) => {
      const args = given.map(toServer)
      calls++
      waiting.set(calls, handlers)
      say({ type: 'call', id: calls, name, args })
    }
  }
  return run
}

/** An error that keeps nothing of its class but the name in its message. */
function scriptError(message: string): Error {
  const error = new Error(message)
  error.name = 'ScriptError'
  return error
}

function settle({ id, outcome }: FrameAnswer): void {
  const { success, failure, userObject } = waiting.get(id) ?? {}
  waiting.delete(id)
  if (outcome.ok) success?.(outcome.result, userObject)
  else if (failure) failure(scriptError(outcome.message), userObject)
  else throw scriptError(outcome.message)
}

function say(message: FrameMessage): void {
  // The frame has no origin of its own, and the server lets only its own page embed it.
  parent.postMessage(message, '*')
}

addEventListener('message', ({ source, data }: MessageEvent<Partial<FrameAnswer> | null>) => {
  if (source === parent && data?.type === 'outcome') settle(data as FrameAnswer)
})

addEventListener('click', (event: MouseEvent) => {
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[target="_blank"]')
  if (!link) return
  event.preventDefault()
  say({ type: 'openLink', address: link.href })
})

Object.assign(globalThis, {
  google: {
    script: {
      run: runner({}),
      host: {
        close: () => say({ type: 'close' }),
        // Of a dialog; a sidebar keeps its size.
        setHeight: () => undefined,
        setWidth: () => undefined,
        editor: { focus: () => say({ type: 'focusEditor' }) },
      },
    },
  },
})
