import { useId, useRef, useState } from 'preact/hooks'
import type { MenuView } from '../protocol.ts'
import { type MenuLine, MenuList } from './menu-list.tsx'

interface MenuButtonProps {
  readonly menu: MenuView
  run(label: string): void
}

/** A menu and the button that opens it, as ARIA describes a menu button. Submenus stand indented under their titles. */
export function MenuButton({ menu, run }: MenuButtonProps) {
  const [start, setStart] = useState<'first' | 'last'>()
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const isOpen = start !== undefined

  function close(back: boolean) {
    setStart(undefined)
    if (back) button.current?.focus()
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setStart('first')
    else if (event.key === 'ArrowUp') setStart('last')
    else return
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
        onClick={() => (isOpen ? close(true) : setStart('first'))}
        onKeyDown={keyDown}
      >
        {menu.title}
      </button>
      {start !== undefined && (
        <MenuList id={id} label={menu.title} lines={linesOf(menu, 0, run)} start={start} close={close} />
      )}
    </div>
  )
}

function linesOf(menu: MenuView, depth: number, run: (label: string) => void): MenuLine[] {
  return menu.entries.flatMap((entry): MenuLine[] => {
    if (entry === 'separator') return [{ kind: 'separator' }]
    if ('entries' in entry) return [{ kind: 'heading', label: entry.title, depth }, ...linesOf(entry, depth + 1, run)]
    const { label } = entry
    return [{ kind: 'item', label, depth, run: () => run(label) }]
  })
}
