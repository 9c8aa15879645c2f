/**
 * For whom documents are made, what was previewed, and how far the making has come.
 */
import type { DocumentsStanding, Whom } from '../../src/actions/requests/documents.ts'
import { nobody, type SelectedRows, sameStudents } from '../selection/selected-rows.ts'
import type { CallFailed } from '../server.ts'
import { type Trouble, troubleOf } from '../trouble.ts'
import { atRest, type CrewStanding } from './workers.ts'

export type Choice = 'flagged' | 'selected' | 'grade' | 'staff' | 'all' | 'listed'

/** Students of a list that was open on another screen, or of what became of their documents. */
export interface Listed {
  readonly title: string
  readonly whom: Whom
}

/** What is asked of the script at the moment. */
export type Act = 'starting' | 'starting-again' | 'pausing' | 'going-on' | 'cancelling'

export interface State {
  readonly choice: Choice
  /** 'K', '7'. */
  readonly grade: string
  /** A counselor or homeroom teacher, as typed. */
  readonly staff: string
  readonly listed: Listed | undefined
  /** Of the choice; it stays as it is once it was previewed. */
  readonly target: SelectedRows
  /** As last seen in the sheet. */
  readonly selected: SelectedRows
  /** For whom the preview is that is shown. */
  readonly previewed: Whom | undefined
  /** Whether the choice is unfolded while a run and its results come first. */
  readonly makesMore: boolean
  readonly overChanges: boolean
  /** Undefined until somebody says: then as it is. */
  readonly carryOn: boolean | undefined
  readonly workers: number
  readonly crew: CrewStanding
  readonly standing: DocumentsStanding | undefined
  /** Whether this sidebar has asked for documents or gone on with them, so that their end is shown too. */
  readonly hasBegun: boolean
  readonly act: Act | undefined
  readonly isAskingToCancel: boolean
  readonly trouble: (Trouble & { readonly of: Act }) | undefined
  /** Of the results: a word of the column State, '' for all. */
  readonly shownState: string
  /** From 0. */
  readonly page: number
}

export type Event =
  | { readonly type: 'selected'; readonly selected: SelectedRows }
  | { readonly type: 'take-selected' }
  | { readonly type: 'choose'; readonly choice: Choice }
  | { readonly type: 'grade'; readonly grade: string }
  | { readonly type: 'staff'; readonly staff: string }
  | { readonly type: 'listed'; readonly listed: Listed }
  | { readonly type: 'previewing'; readonly whom: Whom }
  | { readonly type: 'more' | 'over-changes' | 'carry-on'; readonly wanted: boolean }
  | { readonly type: 'workers'; readonly count: number }
  | { readonly type: 'crew'; readonly crew: CrewStanding }
  | { readonly type: 'going-on' }
  | { readonly type: 'stands'; readonly standing: DocumentsStanding }
  /** By a run, which knows whether links are missing. */
  | { readonly type: 'made'; readonly standing: DocumentsStanding }
  | { readonly type: 'acting'; readonly act: Act }
  | { readonly type: 'acted'; readonly standing: DocumentsStanding }
  | { readonly type: 'failed'; readonly act: Act; readonly cause: CallFailed }
  | { readonly type: 'ask-to-cancel'; readonly asking: boolean }
  | { readonly type: 'show'; readonly state: string }
  | { readonly type: 'page'; readonly page: number }

export const start: State = {
  choice: 'flagged',
  grade: 'K',
  staff: '',
  listed: undefined,
  target: nobody,
  selected: nobody,
  previewed: undefined,
  makesMore: false,
  overChanges: false,
  carryOn: undefined,
  workers: 4,
  crew: atRest,
  standing: undefined,
  hasBegun: false,
  act: undefined,
  isAskingToCancel: false,
  trouble: undefined,
  shownState: '',
  page: 0,
}

export function next(state: State, event: Event): State {
  switch (event.type) {
    case 'selected': {
      const seen = { ...state, selected: event.selected }
      return state.previewed === undefined ? { ...seen, target: event.selected } : seen
    }
    case 'take-selected':
      return chosen({ ...state, target: state.selected }, 'selected')
    case 'choose':
      return chosen({ ...state, target: state.selected }, event.choice)
    case 'grade':
      return chosen({ ...state, grade: event.grade }, 'grade')
    case 'staff':
      return chosen({ ...state, staff: event.staff }, 'staff')
    case 'listed':
      return chosen({ ...state, listed: event.listed, makesMore: true }, 'listed')
    case 'previewing':
      return { ...state, previewed: event.whom, overChanges: false, trouble: undefined }
    case 'more':
      return { ...state, makesMore: event.wanted }
    case 'over-changes':
      return { ...state, overChanges: event.wanted }
    case 'carry-on':
      return { ...state, carryOn: event.wanted }
    case 'workers':
      return { ...state, workers: event.count }
    case 'crew':
      return { ...state, crew: event.crew }
    case 'going-on':
      return { ...state, hasBegun: true }
    case 'stands':
      return { ...state, standing: { ...event.standing, ...linksOf(state.standing) } }
    case 'made':
      return { ...state, standing: event.standing }
    case 'acting':
      return { ...state, act: event.act, isAskingToCancel: false, trouble: undefined }
    case 'acted':
      return acted(state, { ...event.standing, ...linksOf(state.standing) })
    case 'failed':
      return { ...state, act: undefined, trouble: { ...troubleOf(event.cause), of: event.act } }
    case 'ask-to-cancel':
      return { ...state, isAskingToCancel: event.asking }
    case 'show':
      return { ...state, shownState: event.state, page: 0 }
    case 'page':
      return { ...state, page: event.page }
  }
}

/** Undefined where nobody is chosen. */
export function whomOf({ choice, target, grade, staff, listed }: State): Whom | undefined {
  switch (choice) {
    case 'selected':
      return target.students.length === 0 ? undefined : target.students.map(({ id }) => id)
    case 'grade':
      return { grade }
    case 'staff':
      return staff.trim() === '' ? undefined : { staff: staff.trim() }
    case 'listed':
      return listed?.whom
    default:
      return choice
  }
}

/** The rows that are selected now, where they are not those that were previewed. */
export function offered({ choice, previewed, selected, target }: State): SelectedRows | undefined {
  const isOther = choice === 'selected' && previewed !== undefined && !sameStudents(selected, target)
  return isOther && selected.total > 0 ? selected : undefined
}

export function toDo({ standing }: Pick<State, 'standing'>): number {
  return standing?.counts['To do'] ?? 0
}

/** Whether documents that are asked for now shall go on every hour; a run that does so is not stopped by asking for more. */
export function shallCarryOn({ carryOn, standing }: State): boolean {
  return carryOn ?? standing?.carriesOn ?? false
}

/** Whether a run and its results come first. */
export function isRun({ standing, hasBegun }: State): boolean {
  return toDo({ standing }) > 0 || hasBegun
}

/** Of the documents that were asked for last. */
export function progress({ standing }: Pick<State, 'standing'>): { readonly done: number; readonly of: number } {
  const left = toDo({ standing })
  const of = Math.max(standing?.asked ?? 0, left)
  return { done: Math.min(of - left + (standing?.underWay ?? 0), of), of }
}

/** Whether anybody makes documents just now, or will by itself: this sidebar, another one, or a run that was left alone. */
export function isLive(state: State, now: number): boolean {
  const { atWork, goesOnAt } = state.crew
  return atWork > 0 || goesOnAt !== undefined || (toDo(state) > 0 && (state.standing?.heldUntil ?? 0) > now)
}

function chosen(state: State, choice: Choice): State {
  return { ...state, choice, previewed: undefined, overChanges: false, trouble: undefined }
}

function acted(state: State, standing: DocumentsStanding): State {
  const after = { ...state, act: undefined, standing }
  if (state.act === 'cancelling') return { ...after, hasBegun: false }
  if (state.act !== 'starting' && state.act !== 'starting-again') return after
  return { ...after, hasBegun: true, previewed: undefined, makesMore: false, shownState: '', page: 0 }
}

/** Only a run says anew whether links are missing. */
function linksOf(standing: DocumentsStanding | undefined): Pick<DocumentsStanding, 'linksMissing'> {
  return standing?.linksMissing === undefined ? {} : { linksMissing: standing.linksMissing }
}
