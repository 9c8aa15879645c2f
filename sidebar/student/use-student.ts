import { useEffect, useReducer, useRef } from 'preact/hooks'
import type { Selected, StudentDetails } from '../../src/actions/requests/students.ts'
import { type Asking, useAsked } from '../asked.ts'
import { next, type Somebody, type State, start } from './state.ts'

export interface StudentScreen extends State {
  readonly details: Asking<'getStudent'>
  readonly showing: Asking<'showStudent'>
  open(student: Somebody, fromList: boolean): void
  backToRows(): void
  follow(selected: Selected): void
  /** Selects the row of the student in the sheet. */
  show(): void
  /** Reads the student again when the screen is seen again: the records have changed. */
  renew(): void
}

/**
 * @param isInSight whether the screen can be seen; nobody is read for nothing
 * @param say tells a screen reader
 */
export function useStudent(isInSight: boolean, say: (sentence: string) => void): StudentScreen {
  const [state, tell] = useReducer(next, start)
  const details = useAsked('getStudent')
  const showing = useAsked('showStudent')
  const id = state.shown?.id

  const read = useRef<string | undefined>(undefined)
  // Whoever is shown is read, however they came to be shown.
  useEffect(() => {
    if (!isInSight || id === undefined || id === read.current) return
    read.current = id
    details.ask({ id }, true).then((answer) => answer && say(standing(answer)))
  }, [id, isInSight])

  return {
    ...state,
    details,
    showing,
    open: (student, fromList) => tell({ type: 'opened', student, fromList }),
    backToRows: () => tell({ type: 'back-to-rows' }),
    follow: (selected) => tell({ type: 'selected', selected }),
    show: async () => {
      if (id === undefined || showing.isBusy) return
      const selected = await showing.ask({ id })
      if (selected === undefined) return
      tell({ type: 'selected', selected })
      say('The row is selected in the sheet')
    },
    renew: () => {
      read.current = undefined
    },
  }
}

/** 'Reyes, Mateo: Late, 2 open'. */
function standing({ student, status, missing }: StudentDetails): string {
  return `${student.name}: ${status}${missing.length > 0 ? `, ${missing.length} open` : ''}`
}
