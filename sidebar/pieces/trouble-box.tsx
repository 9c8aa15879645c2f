import type { Trouble } from '../trouble.ts'

interface TroubleBoxProps {
  readonly trouble: Trouble
  readonly again: () => void
  /** What the button says. */
  readonly caption?: string
}

/** What went wrong and what to do, said at once to a screen reader. */
export function TroubleBox({ trouble, again, caption = 'Try again' }: TroubleBoxProps) {
  return (
    <section class="trouble" role="alert">
      <h2>{trouble.title}</h2>
      <p>{trouble.advice}</p>
      {trouble.detail !== '' && <p class="detail">For whoever helps you: {trouble.detail}</p>}
      <button type="button" onClick={again}>
        {caption}
      </button>
    </section>
  )
}
