import { useEffect, useReducer } from 'preact/hooks'
import { type CallFailed, call } from '../server.ts'
import { counted, gapsInWords } from '../words.ts'
import { next, type State, start } from './state.ts'

export interface OverviewScreen extends State {
  open(): void
  check(): void
  again(): void
}

/** Asks for the overview at once: it is what the sidebar opens with. */
export function useOverview(say: (sentence: string) => void): OverviewScreen {
  const [state, tell] = useReducer(next, start)
  const failed = (cause: CallFailed) => tell({ type: 'failed', cause })

  function open() {
    tell({ type: 'opening' })
    call('getOverview', undefined).then((answer) => tell({ type: 'opened', answer }), failed)
  }

  function check() {
    if (state.busy === 'checking') return
    tell({ type: 'checking' })
    say('Checking the roster')
    call('checkRoster', { answer: 'counts' }).then((answer) => {
      tell({ type: 'checked', answer })
      say(`Check finished. ${counted(answer.students, 'student')}: ${gapsInWords(answer.gaps.students)}.`)
    }, failed)
  }

  useEffect(open, [])

  return { ...state, open, check, again: () => (state.trouble?.of === 'checking' ? check() : open()) }
}
