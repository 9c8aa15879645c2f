import { useEffect, useRef, useState } from 'preact/hooks'
import type { Selected } from '../../src/actions/requests/students.ts'
import { pollWhileSeen } from '../poll.ts'
import { type CallFailed, call } from '../server.ts'
import { troubleOf } from '../trouble.ts'

const everySeconds = 1.5

/** Failures in a row after which it is said: one is nothing yet. */
const failuresUntilSaid = 2

/**
 * Follows the rows that are selected in the sheet, as long as that is wanted.
 *
 * @returns why it does not at the moment; undefined while it does
 */
export function useSelection(isWanted: boolean, follow: (selected: Selected) => void): string | undefined {
  const [trouble, setTrouble] = useState<string>()
  // The poll outlives many drawings, and each has its own `follow`.
  const latest = useRef(follow)
  latest.current = follow
  useEffect(() => {
    if (!isWanted) return undefined
    let ended = false
    let failures = 0
    async function ask(): Promise<boolean> {
      try {
        const selected = await call('getSelection', undefined)
        failures = 0
        if (ended) return true
        setTrouble(undefined)
        latest.current(selected)
        return true
      } catch (cause) {
        failures++
        if (!ended && failures >= failuresUntilSaid) setTrouble(sentenceOf(troubleOf(cause as CallFailed)))
        return false
      }
    }
    const end = pollWhileSeen(ask, everySeconds)
    return () => {
      ended = true
      end()
    }
  }, [isWanted])
  return trouble
}

function sentenceOf({ title, advice }: ReturnType<typeof troubleOf>): string {
  return `Not following the sheet: ${title}. ${advice} It is tried again by itself.`
}
