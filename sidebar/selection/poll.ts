/**
 * Following the rows that are selected in the sheet. Google tells a sidebar nothing, so it has to ask.
 */
import type { Selected } from '../../src/actions/requests/students.ts'
import { type CallFailed, call } from '../server.ts'
import { secondsUntilNext } from './pace.ts'

export interface Poll {
  readonly selected: (selected: Selected) => void
  /** How often in a row it has failed by now. */
  readonly failed: (cause: CallFailed, failures: number) => void
}

/**
 * Asks what is selected, over and over, while the page can be seen; never twice at once.
 *
 * @returns ends it
 */
export function pollSelection({ selected, failed }: Poll): () => void {
  let ended = false
  let asking = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    clearTimeout(timer)
    if (ended || asking || document.hidden) return
    asking = true
    try {
      const answer = await call('getSelection', undefined)
      failures = 0
      if (!ended) selected(answer)
    } catch (cause) {
      failures++
      if (!ended) failed(cause as CallFailed, failures)
    }
    asking = false
    timer = setTimeout(ask, secondsUntilNext(failures) * 1000)
  }

  const seen = () => void ask()
  document.addEventListener('visibilitychange', seen)
  void ask()
  return () => {
    ended = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  }
}
