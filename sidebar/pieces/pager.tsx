import { inDigits } from '../words.ts'

interface PagerProps {
  /** What is listed, for a screen reader. */
  readonly label: string
  /** From 0. */
  readonly page: number
  readonly onAPage: number
  readonly total: number
  readonly turn: (page: number) => void
}

/** Which part of a long list is shown, and the ways to the next ones; nothing where all of it is. */
export function Pager({ label, page, onAPage, total, turn }: PagerProps) {
  if (total <= onAPage) return null
  const from = page * onAPage
  const to = Math.min(from + onAPage, total)
  const isLast = to === total
  return (
    <nav class="pager" aria-label={label}>
      <button type="button" aria-disabled={page === 0} onClick={() => page > 0 && turn(page - 1)}>
        Previous
      </button>
      <span class="quiet">
        {inDigits(from + 1)}–{inDigits(to)} of {inDigits(total)}
      </span>
      <button type="button" aria-disabled={isLast} onClick={() => !isLast && turn(page + 1)}>
        Next
      </button>
    </nav>
  )
}
