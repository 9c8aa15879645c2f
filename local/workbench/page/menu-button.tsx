import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { MenuView } from '../protocol.ts'

interface MenuButtonProps {
  readonly menu: MenuView
  run(label: string): void
}

/** One line of an opened menu; `depth` counts the submenus that it stands in. */
type Line =
  | { readonly kind: 'item'; readonly label: string; readonly depth: number }
  | { readonly kind: 'heading'; readonly label: string; readonly depth: number }
  | { readonly kind: 'separator' }

/** A menu and the button that opens it, as ARIA describes a menu button. Submenus stand indented under their titles. */
export function MenuButton({ menu, run }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const first = useRef<'first' | 'last'>('first')
  const id = useId()

  function items(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  }

  function open(at: 'first' | 'last') {
    first.current = at
    setOpen(true)
  }

  function close() {
    setOpen(false)
    button.current?.focus()
  }

  useEffect(() => {
    if (!isOpen) return
    items()
      .at(first.current === 'first' ? 0 : -1)
      ?.focus()
    const leave = (event: Event) => {
      if (event.target instanceof Node && button.current?.parentElement?.contains(event.target)) return
      setOpen(false)
    }
    // A press into the sidebar's frame comes to this page only as a lost focus.
    window.addEventListener('blur', leave)
    window.addEventListener('mousedown', leave)
    window.addEventListener('focusin', leave)
    return () => {
      window.removeEventListener('blur', leave)
      window.removeEventListener('mousedown', leave)
      window.removeEventListener('focusin', leave)
    }
  }, [isOpen])

  function keyOnButton(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') open('first')
    else if (event.key === 'ArrowUp') open('last')
    else return
    event.preventDefault()
  }

  function keyInList(event: KeyboardEvent) {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus()
    else if (event.key === 'ArrowUp') all.at(at - 1)?.focus()
    else if (event.key === 'Home') all[0]?.focus()
    else if (event.key === 'End') all.at(-1)?.focus()
    else if (/^\p{L}$/u.test(event.key)) {
      const fits = (item: HTMLElement) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase())
      ;[...all.slice(at + 1), ...all.slice(0, at + 1)].find(fits)?.focus()
    } else {
      if (event.key === 'Tab') setOpen(false)
      return
    }
    event.preventDefault()
  }

  return (
    <div class="menu">
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => (isOpen ? close() : open('first'))}
        onKeyDown={keyOnButton}
      >
        {menu.title}
      </button>
      {isOpen && (
        <div ref={list} id={id} role="menu" aria-label={menu.title} tabIndex={-1} onKeyDown={keyInList}>
          {linesOf(menu, 0).map((line, index) =>
            line.kind === 'separator' ? (
              <hr key={index} />
            ) : line.kind === 'heading' ? (
              <p
                key={index}
                class="menu-heading"
                role="presentation"
                style={{ paddingLeft: `${16 + 16 * line.depth}px` }}
              >
                {line.label}
              </p>
            ) : (
              <button
                key={index}
                type="button"
                role="menuitem"
                tabIndex={-1}
                style={{ paddingLeft: `${16 + 16 * line.depth}px` }}
                onClick={() => {
                  close()
                  run(line.label)
                }}
              >
                {line.label}
              </button>
            ),
          )}
        </div>
      )}
    </div>
  )
}

function linesOf(menu: MenuView, depth: number): Line[] {
  return menu.entries.flatMap((entry): Line[] => {
    if (entry === 'separator') return [{ kind: 'separator' }]
    if ('entries' in entry) return [{ kind: 'heading', label: entry.title, depth }, ...linesOf(entry, depth + 1)]
    return [{ kind: 'item', label: entry.label, depth }]
  })
}
