/**
 * One answer of the script that a screen shows: how it is asked for, kept while it is asked for anew, and missed.
 */
import { useReducer, useRef } from 'preact/hooks'
import type { Calls } from '../src/actions/requests/calls.ts'
import { type Answer, type CallFailed, type CallName, call } from './server.ts'
import { type Trouble, troubleOf } from './trouble.ts'

export interface Asked<Found> {
  /** The last one that came. */
  readonly answer: Found | undefined
  readonly isBusy: boolean
  readonly trouble: Trouble | undefined
}

export type AskedEvent<Found> =
  /** `forget`: what is shown belongs to another question. */
  | { readonly type: 'asking'; readonly forget: boolean }
  | { readonly type: 'answered'; readonly answer: Found }
  | { readonly type: 'failed'; readonly cause: CallFailed }

export const notAsked: Asked<never> = { answer: undefined, isBusy: false, trouble: undefined }

export function asked<Found>(state: Asked<Found>, event: AskedEvent<Found>): Asked<Found> {
  switch (event.type) {
    case 'asking':
      return { answer: event.forget ? undefined : state.answer, isBusy: true, trouble: undefined }
    case 'answered':
      return { answer: event.answer, isBusy: false, trouble: undefined }
    case 'failed':
      return { ...state, isBusy: false, trouble: troubleOf(event.cause) }
  }
}

export interface Asking<Name extends CallName> extends Asked<Answer<Name>> {
  /** Asks; an answer to an earlier question that comes later is dropped. */
  ask(request: Calls[Name]['request'], forget?: boolean): Promise<Answer<Name> | undefined>
  /** Asks the last question once more. */
  again(): void
  /** Takes an answer that came by another call. */
  take(answer: Answer<Name>): void
}

export function useAsked<Name extends CallName>(name: Name): Asking<Name> {
  const [state, tell] = useReducer(asked<Answer<Name>>, notAsked)
  const latest = useRef(0)
  const request = useRef<Calls[Name]['request'] | undefined>(undefined)

  async function ask(wanted: Calls[Name]['request'], forget = false): Promise<Answer<Name> | undefined> {
    const number = ++latest.current
    request.current = wanted
    tell({ type: 'asking', forget })
    try {
      const answer = await call(name, wanted)
      if (number !== latest.current) return undefined
      tell({ type: 'answered', answer })
      return answer
    } catch (cause) {
      if (number === latest.current) tell({ type: 'failed', cause: cause as CallFailed })
      return undefined
    }
  }

  return {
    ...state,
    ask,
    again: () => void ask(request.current as Calls[Name]['request']),
    take: (answer) => {
      latest.current++
      tell({ type: 'answered', answer })
    },
  }
}
