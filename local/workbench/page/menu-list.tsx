import type { CSSProperties } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** One line of an opened menu; `depth` counts the submenus that it stands in. */
export type MenuLine =
  | { readonly kind: 'item'; readonly label: string; readonly depth: number; run(): void }
  | { readonly kind: 'heading'; readonly label: string; readonly depth: number }
  | { readonly kind: 'separator' }

interface MenuListProps {
  readonly id?: string
  readonly label: string
  readonly lines: readonly MenuLine[]
  /** Which item has the keyboard at first. */
  readonly start: 'first' | 'last'
  readonly style?: CSSProperties
  /** @param back whether the keyboard goes back to where it was */
  close(back: boolean): void
}

/** The items of a menu, as ARIA describes a menu. */
export function MenuList({ id, label, lines, start, style, close }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)

  function items(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  }

  // Before the next key can come, which would still go to where the keyboard was.
  useLayoutEffect(() => {
    items()
      .at(start === 'first' ? 0 : -1)
      ?.focus()
    const leave = (event: Event) => {
      if (!(event.target instanceof Node && list.current?.parentElement?.contains(event.target))) close(false)
    }
    // A press into the sidebar's frame comes to this page only as a lost focus.
    const events = ['blur', 'mousedown', 'focusin'] as const
    for (const name of events) window.addEventListener(name, leave)
    return () => {
      for (const name of events) window.removeEventListener(name, leave)
    }
  }, [])

  function keyDown(event: KeyboardEvent) {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'Escape') close(true)
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus()
    else if (event.key === 'ArrowUp') all.at(at - 1)?.focus()
    else if (event.key === 'Home') all[0]?.focus()
    else if (event.key === 'End') all.at(-1)?.focus()
    else if (/^\p{L}$/u.test(event.key)) {
      const fits = (item: HTMLElement) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase())
      ;[...all.slice(at + 1), ...all.slice(0, at + 1)].find(fits)?.focus()
    } else {
      if (event.key === 'Tab') close(false)
      return
    }
    event.preventDefault()
  }

  return (
    <div ref={list} id={id} role="menu" aria-label={label} tabIndex={-1} style={style} onKeyDown={keyDown}>
      {lines.map((line, index) => {
        if (line.kind === 'separator') return <hr key={index} />
        const indent = { paddingLeft: `${16 + 16 * line.depth}px` }
        return line.kind === 'heading' ? (
          <p key={index} class="menu-heading" role="presentation" style={indent}>
            {line.label}
          </p>
        ) : (
          <button
            key={index}
            type="button"
            role="menuitem"
            tabIndex={-1}
            style={indent}
            onClick={() => {
              close(true)
              line.run()
            }}
          >
            {line.label}
          </button>
        )
      })}
    </div>
  )
}
