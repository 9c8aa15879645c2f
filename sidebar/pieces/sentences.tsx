import type { ComponentChildren } from 'preact'

interface SentencesProps {
  readonly heading: string
  readonly sentences: readonly string[]
  readonly children?: ComponentChildren
}

/** A heading and its sentences; nothing when there are none. */
export function Sentences({ heading, sentences, children }: SentencesProps) {
  if (sentences.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {children}
    </section>
  )
}
