/**
 * The note or warning of a cell, beside it while the pointer or the keyboard is on the cell.
 */
import type { CellView } from '../protocol.ts'
import type { CellStore } from './cell-store.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** Listens as long as the grid is there. */
export function listenForNotes(sheet: SheetGrid, store: CellStore): void {
  const { container, grid, gone: signal } = sheet
  const card = document.createElement('div')
  card.className = 'note-card'
  card.id = 'note-card'
  card.setAttribute('role', 'tooltip')
  card.hidden = true
  container.closest('main')!.append(card)
  let described: Element | undefined

  function showAt(node: Element): void {
    const lines = linesOf(store.cell(sheet.cellOf(node)))
    hide()
    if (lines.length === 0 || sheet.isEditing) return
    card.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement('p')
        paragraph.textContent = line
        return paragraph
      }),
    )
    card.hidden = false
    described = node
    node.setAttribute('aria-describedby', card.id)
    place(node.getBoundingClientRect())
  }

  function place(cell: DOMRect): void {
    const right = cell.right + 4
    const fits = right + card.offsetWidth <= innerWidth
    card.style.left = `${fits ? right : Math.max(0, cell.left - card.offsetWidth - 4)}px`
    card.style.top = `${Math.max(0, Math.min(cell.top, innerHeight - card.offsetHeight - 4))}px`
  }

  function hide(): void {
    described?.removeAttribute('aria-describedby')
    described = undefined
    card.hidden = true
  }

  /** Back to the cell that has the keyboard, when the pointer leaves. */
  function showFocused(): void {
    const active = grid.getActiveCellNode()
    if (active !== null && active !== undefined && active === document.activeElement) showAt(active)
    else hide()
  }

  container.addEventListener(
    'mouseover',
    (event) => {
      const node = (event.target as Element).closest('.slick-cell:not(.number)')
      if (node !== null && node !== described && node.querySelector('.note-mark, .warning-mark') !== null) showAt(node)
      else if (node !== described) showFocused()
    },
    { signal },
  )
  container.addEventListener('mouseleave', showFocused, { signal })
  container.addEventListener('focusin', showFocused, { signal })
  container.addEventListener('focusout', hide, { signal })
  container.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') hide()
    },
    { signal },
  )
  grid.onScroll.subscribe(hide)
  signal.addEventListener('abort', () => card.remove())
}

function linesOf(
  cell: { readonly view: CellView; readonly input: { readonly help?: string } | undefined } | undefined,
): string[] {
  if (cell === undefined) return []
  const { warning, note } = cell.view
  // A warning says already what the help says.
  return [warning ?? cell.input?.help, note].filter((text) => text !== undefined).flatMap((text) => text.split('\n'))
}
