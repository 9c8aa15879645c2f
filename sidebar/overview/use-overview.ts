import { useEffect, useReducer } from 'preact/hooks'
import { type CallFailed, call } from '../server.ts'
import { counted, gapsInWords } from '../words.ts'
import { next, type State, start } from './state.ts'

export interface OverviewScreen extends State {
  open(): void
  check(): void
  again(): void
  /** Asks again in passing. */
  renew(): void
}

/**
 * Asks for the overview at once: it is what the sidebar opens with. Then again whenever somebody comes back to it, from
 * another screen or from the sheet, where they may have checked from the menu.
 *
 * @param isShown whether its screen is the one that is open
 */
export function useOverview(isShown: boolean, say: (sentence: string) => void): OverviewScreen {
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

  function renew() {
    call('getOverview', undefined).then((answer) => tell({ type: 'renewed', answer }), failed)
  }

  const mayRenew = isShown && !state.isShut
  useEffect(() => {
    if (!mayRenew) return
    addEventListener('focus', renew)
    return () => removeEventListener('focus', renew)
  }, [mayRenew])

  return { ...state, open, check, renew, again: () => (state.trouble?.of === 'checking' ? check() : open()) }
}
