/**
 * What the overview knows, and how each event changes it.
 */
import type { AnsweredFinding, CheckDone } from '../../src/actions/requests/check.ts'
import type { Overview } from '../../src/actions/requests/overview.ts'
import type { CallFailed } from '../server.ts'
import { type Trouble, troubleOf } from '../trouble.ts'

export interface State {
  /** Undefined until the first call has answered. */
  readonly overview: Overview | undefined
  /** Of the check that was run from this sidebar, if any: what the workbook itself does not remember. */
  readonly checked: Pick<CheckDone, 'problems' | 'school'> | undefined
  readonly trouble: (Trouble & { readonly of: 'opening' | 'checking' }) | undefined
  readonly busy: 'opening' | 'checking' | undefined
  /** Nothing can be done before the first call works; a refusal is an answer too. */
  readonly isShut: boolean
}

export type Event =
  | { readonly type: 'opening' }
  | { readonly type: 'opened'; readonly answer: Overview }
  /** Asked for in passing: a check may have been run from the menu. */
  | { readonly type: 'renewed'; readonly answer: Overview }
  | { readonly type: 'checking' }
  | { readonly type: 'checked'; readonly answer: CheckDone }
  | { readonly type: 'failed'; readonly cause: CallFailed }

export const start: State = {
  overview: undefined,
  checked: undefined,
  trouble: undefined,
  busy: undefined,
  isShut: true,
}

export function next(state: State, event: Event): State {
  switch (event.type) {
    case 'opening':
      return { ...state, busy: 'opening', trouble: undefined }
    case 'opened':
      return { ...state, busy: undefined, overview: event.answer, isShut: false }
    case 'renewed': {
      if (state.busy !== undefined) return state
      const isOurs = event.answer.last?.problemCount === state.overview?.last?.problemCount
      return { ...state, overview: event.answer, checked: isOurs ? state.checked : undefined }
    }
    case 'checking':
      return { ...state, busy: 'checking', trouble: undefined }
    case 'checked':
      return {
        ...state,
        busy: undefined,
        checked: event.answer,
        overview: state.overview && afterCheck(state.overview, event.answer),
      }
    case 'failed': {
      const of = event.cause.call === 'checkRoster' ? 'checking' : 'opening'
      return {
        ...state,
        busy: undefined,
        isShut: state.isShut && event.cause.refused === undefined,
        trouble: { ...troubleOf(event.cause, state.isShut), of },
      }
    }
  }
}

/** The overview as the script would answer it now; when that was is for the sheet to say, so it is "just now". */
function afterCheck({ outOfDate, ...overview }: Overview, done: CheckDone): Overview {
  const { policy, asOf, schoolYear, students, counts, byCode, gaps, notTrackedNames, problemCount, notes } = done
  return {
    ...overview,
    policy,
    asOf,
    schoolYear,
    gaps,
    notes,
    last: { policy, asOf, schoolYear, students, counts, byCode, checkedAt: '', notTrackedNames, problemCount },
  }
}

/** What the school as a whole still owes. */
export function owedBySchool(school: readonly AnsweredFinding[]): readonly AnsweredFinding[] {
  return school.filter(({ status }) => status === 'LATE' || status === 'OPEN' || status === 'CHECK')
}
