import { useEffect, useRef } from 'preact/hooks'
import { inDigits } from '../words.ts'
import { Busy } from './busy.tsx'

interface PagerProps {
  /** What is listed, for a screen reader. */
  readonly label: string
  /** From 0: the one that is shown. */
  readonly page: number
  readonly onAPage: number
  readonly total: number
  /** Another one is on its way. */
  readonly isBusy: boolean
  readonly turn: (page: number) => void
}

/** Which part of a long list is shown, and the ways to the next ones; nothing where all of it is. */
export function Pager({ label, page, onAPage, total, isBusy, turn }: PagerProps) {
  if (total <= onAPage) return null
  const from = page * onAPage
  const to = Math.min(from + onAPage, total)
  const way = (words: string, other: number, isEnd: boolean) => (
    <button type="button" aria-disabled={isEnd || isBusy} onClick={() => !isEnd && !isBusy && turn(other)}>
      {words}
    </button>
  )
  return (
    <nav class="pager" aria-label={label}>
      {way('Previous', page - 1, page === 0)}
      <span class="quiet">
        {isBusy ? <Busy text="Reading…" /> : `${inDigits(from + 1)}–${inDigits(to)} of ${inDigits(total)}`}
      </span>
      {way('Next', page + 1, to === total)}
    </nav>
  )
}

/** The heading over a list, which is gone to when another page of it has come: reading begins at its top. */
export function useTopOfPage(page: number | undefined) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(page)
  useEffect(() => {
    if (page === undefined) return
    if (shown.current !== undefined && shown.current !== page) heading.current?.focus()
    shown.current = page
  }, [page])
  return heading
}
