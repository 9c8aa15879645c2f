import type { ComponentChildren } from 'preact'

interface LinkProps {
  /** Whatever stands in the cell of a link: a person may have typed there. */
  readonly to: string
  readonly children: ComponentChildren
}

/** A file in Drive, opened in a new tab; only its words where there is no address. */
export function Link({ to, children }: LinkProps) {
  if (!to.startsWith('https://')) return <>{children}</>
  return (
    <a href={to} target="_blank" rel="noopener">
      {children}
      <span class="spoken"> (opens in a new tab)</span>
    </a>
  )
}
