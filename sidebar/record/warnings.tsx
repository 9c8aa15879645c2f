import { useEffect, useRef } from 'preact/hooks'
import type { Warning } from '../../src/actions/requests/record.ts'
import { clauseWords } from '../words.ts'

interface WarningsProps {
  readonly warnings: readonly Warning[]
  readonly save: () => void
  readonly back: () => void
}

/** What to know before it is saved. Nothing is saved yet, and going back is as near as going on. */
export function Warnings({ warnings, save, back }: WarningsProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="notice asking">
      <h2 tabIndex={-1} ref={heading}>
        Not saved yet
      </h2>
      <ul class="sentences">
        {warnings.map(({ message, clause }) => (
          <li key={message}>
            {message} {clause !== '' && `(${clauseWords(clause)})`}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" onClick={back}>
          Go back
        </button>
        <button type="button" onClick={save}>
          Save all the same
        </button>
      </div>
    </section>
  )
}
