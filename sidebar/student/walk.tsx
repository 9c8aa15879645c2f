import type { ListedStudent } from '../../src/actions/requests/students.ts'
import type { Walk } from '../students/paged.ts'
import { inDigits } from '../words.ts'

interface WalkBarProps {
  readonly walk: Walk
  readonly title: string
  readonly back: () => void
  readonly go: (student: ListedStudent) => void
  readonly more: () => void
}

/** From one student of a list to the next, and back to the list. The buttons stay, so that the focus does. */
export function WalkBar({ walk, title, back, go, more }: WalkBarProps) {
  const { place, total, previous, next, needsMore } = walk
  const forward = () => {
    if (next !== undefined) go(next)
    else if (needsMore) more()
  }
  return (
    <nav class="walk" aria-label="List">
      <button type="button" class="back" onClick={back}>
        ‹ {title}
      </button>
      <span class="buttons">
        <button type="button" aria-disabled={previous === undefined} onClick={() => previous && go(previous)}>
          Previous
        </button>
        <span class="quiet">
          {inDigits(place)} of {inDigits(total)}
        </span>
        <button type="button" aria-disabled={next === undefined && !needsMore} onClick={forward}>
          {next === undefined && needsMore ? 'Show more' : 'Next'}
        </button>
      </span>
    </nav>
  )
}
