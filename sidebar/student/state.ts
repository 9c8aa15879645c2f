/**
 * Whom the screen Student shows: the one of the selected row, or one who was opened from a list.
 */
import type { Selected } from '../../src/actions/requests/students.ts'
import { type SelectedRows, sameStudents } from '../selection/selected-rows.ts'

export interface Somebody {
  readonly id: string
  readonly name: string
}

export interface State {
  /** Undefined: nobody, or several. */
  readonly shown: Somebody | undefined
  /** Shown from a list, which can be walked. */
  readonly isWalking: boolean
  /** As last seen in the sheet; undefined before that. */
  readonly selected: SelectedRows | undefined
  /** Several rows are selected and nobody of them was opened. */
  readonly isSeveral: boolean
  /** Whether the tab that is open has students at all. */
  readonly hasStudents: boolean
}

export type Event =
  | { readonly type: 'opened'; readonly student: Somebody; readonly fromList: boolean }
  | { readonly type: 'selected'; readonly selected: Selected }
  /** Back from one of several selected rows to all of them. */
  | { readonly type: 'back-to-rows' }

export const start: State = {
  shown: undefined,
  isWalking: false,
  selected: undefined,
  isSeveral: false,
  hasStudents: true,
}

export function next(state: State, event: Event): State {
  switch (event.type) {
    case 'opened':
      return { ...state, shown: event.student, isWalking: event.fromList, isSeveral: false }
    case 'back-to-rows':
      return { ...state, shown: undefined, isWalking: false, isSeveral: true }
    case 'selected': {
      const { students, total, hasStudents } = event.selected
      const selected = { students, total }
      const seen = { ...state, selected, hasStudents }
      // Whoever was opened stays until somebody selects another row.
      const isNew = state.selected === undefined ? state.shown === undefined : !sameStudents(state.selected, selected)
      if (!isNew || total === 0) return seen
      const [first] = students
      return total === 1 && first !== undefined
        ? { ...seen, shown: first, isWalking: state.isWalking && first.id === state.shown?.id, isSeveral: false }
        : { ...seen, shown: undefined, isWalking: false, isSeveral: true }
    }
  }
}
