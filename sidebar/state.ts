/**
 * What the sidebar knows, and how each event changes it.
 */
import type { CheckAnswer, CheckDone } from '../src/actions/requests/check.ts'
import type { Overview, OverviewAnswer } from '../src/actions/requests/overview.ts'
import type { CallFailed } from './server.ts'
import { type Trouble, troubleOf, troubleOfRefusal } from './trouble.ts'
import { counted, totalsInWords } from './words.ts'

export interface State {
  /** Undefined until the first call has answered. */
  readonly overview: Overview | undefined
  /** The check that was run from this sidebar, if any. */
  readonly done: CheckDone | undefined
  readonly trouble: Trouble | undefined
  readonly busy: 'opening' | 'checking' | undefined
  /** What a screen reader is told. */
  readonly spoken: string
}

export type Event =
  | { readonly type: 'opening' }
  | { readonly type: 'opened'; readonly answer: OverviewAnswer }
  | { readonly type: 'checking' }
  | { readonly type: 'checked'; readonly answer: CheckAnswer }
  | { readonly type: 'failed'; readonly cause: CallFailed }

export const start: State = {
  overview: undefined,
  done: undefined,
  trouble: undefined,
  busy: undefined,
  spoken: '',
}

export function next(state: State, event: Event): State {
  switch (event.type) {
    case 'opening':
      return { ...state, busy: 'opening', trouble: undefined, spoken: 'Opening Plan Keeper' }
    case 'opened':
      return event.answer.ok
        ? { ...state, busy: undefined, overview: event.answer, spoken: '' }
        : { ...state, busy: undefined, trouble: troubleOfRefusal(event.answer), spoken: '' }
    case 'checking':
      return { ...state, busy: 'checking', trouble: undefined, spoken: 'Checking the roster' }
    case 'checked':
      return event.answer.ok
        ? {
            ...state,
            busy: undefined,
            done: event.answer,
            spoken: `Check finished. ${counted(event.answer.students, 'student')}: ${totalsInWords(event.answer.counts)}.`,
          }
        : { ...state, busy: undefined, trouble: troubleOfRefusal(event.answer), spoken: '' }
    case 'failed':
      return {
        ...state,
        busy: undefined,
        trouble: troubleOf(event.cause, state.overview === undefined),
        spoken: '',
      }
  }
}
