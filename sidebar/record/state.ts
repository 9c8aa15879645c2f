/**
 * What is being recorded, for whom, and how far it has come.
 */
import type { EntryType, Recorded, Undone, Warning } from '../../src/actions/requests/record.ts'
import type { RecordHint } from '../../src/actions/requests/students.ts'
import { nobody, type SelectedRows, sameStudents } from '../selection/selected-rows.ts'
import type { CallFailed } from '../server.ts'
import { type Trouble, troubleOf } from '../trouble.ts'
import { type Refusals, refusalsByField } from './entry.ts'
import type { Draft } from './fields.ts'

export type Step =
  | { readonly at: 'form' }
  | { readonly at: 'saving' }
  | { readonly at: 'asking'; readonly warnings: readonly Warning[] }
  | { readonly at: 'saved' | 'undoing'; readonly recorded: Recorded; readonly type: EntryType }
  | { readonly at: 'undone'; readonly undone: Undone }

export interface State {
  /** For whom. */
  readonly target: SelectedRows
  /** Chosen by a button, not by the selection: it stays until somebody says otherwise. */
  readonly isChosen: boolean
  /** As last seen in the sheet. */
  readonly selected: SelectedRows
  readonly type: EntryType
  /** Of every type, so that looking at another one loses nothing. */
  readonly drafts: Readonly<Partial<Record<EntryType, Draft>>>
  readonly refusals: Refusals
  /** Counts the refusals, so that the same one twice moves the focus twice. */
  readonly refusedTimes: number
  readonly step: Step
  readonly trouble: Trouble | undefined
}

export type Event =
  | { readonly type: 'selected'; readonly selected: SelectedRows }
  | { readonly type: 'take-selected' }
  | { readonly type: 'chosen'; readonly students: SelectedRows['students']; readonly hint: RecordHint | undefined }
  | { readonly type: 'type'; readonly to: EntryType }
  | { readonly type: 'typed'; readonly field: string; readonly value: string }
  | { readonly type: 'refused'; readonly refusals: Refusals }
  | { readonly type: 'saving' }
  | { readonly type: 'to-confirm'; readonly warnings: readonly Warning[] }
  | { readonly type: 'back' }
  | { readonly type: 'saved'; readonly recorded: Recorded }
  | { readonly type: 'undoing' }
  | { readonly type: 'undone'; readonly undone: Undone }
  | { readonly type: 'failed'; readonly cause: CallFailed }
  | { readonly type: 'another' }

export const start: State = {
  target: nobody,
  isChosen: false,
  selected: nobody,
  type: 'conference',
  drafts: {},
  refusals: {},
  refusedTimes: 0,
  step: { at: 'form' },
  trouble: undefined,
}

export function next(state: State, event: Event): State {
  switch (event.type) {
    case 'selected': {
      const seen = { ...state, selected: event.selected }
      return isPinned(state) ? seen : { ...seen, target: event.selected }
    }
    case 'take-selected':
      return { ...state, target: state.selected, isChosen: false, refusals: {} }
    case 'chosen':
      return chosen(state, event.students, event.hint)
    case 'type':
      return { ...reopened(state), type: event.to, refusals: {} }
    case 'typed': {
      const { [event.field]: _mended, ...refusals } = state.refusals
      const draft = { ...state.drafts[state.type], [event.field]: event.value }
      return { ...reopened(state), drafts: { ...state.drafts, [state.type]: draft }, refusals }
    }
    case 'refused':
      return { ...state, step: { at: 'form' }, refusals: event.refusals, refusedTimes: state.refusedTimes + 1 }
    case 'saving':
      return { ...state, step: { at: 'saving' }, refusals: {}, trouble: undefined }
    case 'to-confirm':
      return { ...state, step: { at: 'asking', warnings: event.warnings } }
    case 'back':
      return { ...state, step: { at: 'form' } }
    case 'saved':
      return { ...state, step: { at: 'saved', recorded: event.recorded, type: state.type } }
    case 'undoing':
      return state.step.at === 'saved'
        ? { ...state, step: { ...state.step, at: 'undoing' }, trouble: undefined }
        : state
    case 'undone':
      return { ...state, step: { at: 'undone', undone: event.undone } }
    case 'failed':
      return missed(state, event.cause)
    case 'another':
      return emptied(state, state.isChosen ? state.target : state.selected)
  }
}

/** Whether the students stay as they are when other rows are selected: something would be saved for the wrong ones. */
export function isPinned({ isChosen, step, drafts }: State): boolean {
  return isChosen || step.at !== 'form' || Object.values(drafts).some(hasText)
}

/** What was warned of is no longer what would be saved. */
function reopened(state: State): State {
  return state.step.at === 'asking' ? { ...state, step: { at: 'form' } } : state
}

function hasText(draft: Draft): boolean {
  return Object.values(draft).some((value) => value !== '')
}

/** The rows that are selected now, where they are not those of the form. */
export function offered(state: State): SelectedRows | undefined {
  const { selected, target } = state
  return isPinned(state) && selected.total > 0 && !sameStudents(selected, target) ? selected : undefined
}

function chosen(state: State, students: SelectedRows['students'], hint: RecordHint | undefined): State {
  const isOpen = state.step.at === 'form' || state.step.at === 'asking'
  // While something is being saved nothing else can be begun; what was saved before makes room.
  if (!isOpen && state.step.at !== 'saved' && state.step.at !== 'undone') return state
  const before = isOpen ? state : emptied(state, nobody)
  const type = hint?.type ?? before.type
  const draft = hint?.kind === undefined ? before.drafts[type] : { ...before.drafts[type], kind: hint.kind }
  return {
    ...before,
    target: { students, total: students.length },
    isChosen: true,
    type,
    drafts: draft === undefined ? before.drafts : { ...before.drafts, [type]: draft },
    refusals: {},
    step: { at: 'form' },
  }
}

function emptied(state: State, target: SelectedRows): State {
  const { [state.type]: _saved, ...drafts } = state.drafts
  return { ...state, target, isChosen: false, drafts, refusals: {}, step: { at: 'form' }, trouble: undefined }
}

/** Nothing typed is lost: it is the form again, or what was saved, with what went wrong. */
function missed(state: State, cause: CallFailed): State {
  if (cause.call === 'undoRecord' && state.step.at === 'undoing') {
    return { ...state, step: { ...state.step, at: 'saved' }, trouble: troubleOf(cause) }
  }
  const fields = cause.refused?.fields
  if (fields === undefined) return { ...state, step: { at: 'form' }, trouble: troubleOf(cause) }
  return next(state, { type: 'refused', refusals: refusalsByField(fields) })
}
