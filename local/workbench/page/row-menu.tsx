import { useEffect, useState } from 'preact/hooks'
import { type MenuLine, MenuList } from './menu-list.tsx'
import type { Session, State } from './session.ts'
import type { SheetGrid } from './sheet-grid.ts'

interface RowMenuProps {
  readonly session: Session
  readonly state: State
  readonly gridRef: { readonly current: SheetGrid | undefined }
}

/** What can be done with the selected rows: on a right click into the grid, and on the key for it. */
export function RowMenu({ session, state, gridRef }: RowMenuProps) {
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>()

  useEffect(() => {
    function open(event: MouseEvent) {
      const sheet = gridRef.current
      const node = event.target instanceof Element ? event.target.closest('.slick-cell') : null
      if (sheet === undefined || sheet.isEditing || node === null || !sheet.container.contains(node)) return
      event.preventDefault()
      const { left, bottom } = node.getBoundingClientRect()
      // The key has no pointer that says where.
      const isKey = event.clientX === 0 && event.clientY === 0
      setPlace(isKey ? { left, top: bottom } : { left: event.clientX, top: event.clientY })
    }
    document.addEventListener('contextmenu', open)
    return () => document.removeEventListener('contextmenu', open)
  }, [])

  if (place === undefined) return null
  const { row, rows } = state.selection.areas.at(-1)!
  const many = rows === 1 ? 'row' : `${rows.toLocaleString('en-US')} rows`
  const one = rows === 1 ? '1 row' : many
  const lines: MenuLine[] = [
    { kind: 'item', depth: 0, label: `Insert ${one} above`, run: () => void session.insertRows(row, rows) },
    { kind: 'item', depth: 0, label: `Insert ${one} below`, run: () => void session.insertRows(row + rows, rows) },
    { kind: 'separator' },
    { kind: 'item', depth: 0, label: `Delete ${many}`, run: () => void session.deleteRows(row, rows) },
  ]
  return (
    <div class="row-menu">
      <MenuList
        label="Rows"
        lines={lines}
        start="first"
        style={{
          left: `${Math.min(place.left, innerWidth - menuWidth)}px`,
          top: `${Math.min(place.top, innerHeight - menuHeight)}px`,
        }}
        close={(back) => {
          setPlace(undefined)
          if (back) gridRef.current?.focus()
        }}
      />
    </div>
  )
}

/** Room that the menu needs, in pixels. */
const menuWidth = 250
const menuHeight = 140
