import { useEffect, useRef, useState } from 'preact/hooks'
import type { Selected } from '../../src/actions/requests/students.ts'
import { troubleOf } from '../trouble.ts'
import { pollSelection } from './poll.ts'

/** Failures in a row after which it is said: one is nothing yet. */
const failuresUntilSaid = 2

/**
 * Follows the selection as long as it is wanted.
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
    return pollSelection({
      selected: (selected) => {
        setTrouble(undefined)
        latest.current(selected)
      },
      failed: (cause, failures) => {
        if (failures >= failuresUntilSaid) setTrouble(sentenceOf(troubleOf(cause)))
      },
    })
  }, [isWanted])
  return trouble
}

function sentenceOf({ title, advice }: ReturnType<typeof troubleOf>): string {
  return `Not following the sheet: ${title}. ${advice} It is tried again by itself.`
}
