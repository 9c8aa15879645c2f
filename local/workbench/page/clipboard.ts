/**
 * Copying, cutting and pasting ranges of cells as text.
 */
import type { Area } from '../../workspace/model.ts'
import type { CellView } from '../protocol.ts'
import type { Cell } from './addresses.ts'
import type { CellStore } from './cell-store.ts'
import { rowsOfText, textOfRows } from './clipboard-text.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** The same cells as they would be typed, for a paste on this page: so 00123 stays 00123. */
const typedType = 'text/x-workbench-typed'

/** What no clipboard should have to carry at once. */
export const mostCopied = 200_000

export interface ClipboardEvents {
  pasted(cell: Cell, rows: readonly (readonly string[])[]): void
  cleared(areas: readonly Area[]): void
  /** Why nothing was copied, as a sentence. */
  refused(why: string): void
}

/** Listens as long as the grid is there. */
export function listenToClipboard(sheet: SheetGrid, store: CellStore, events: ClipboardEvents): void {
  const { container, gone: signal } = sheet

  function copy(event: ClipboardEvent): boolean {
    if (!isInGrid()) return false
    const area = sheet.selection.areas.at(-1)!
    event.preventDefault()
    if (area.rows * area.columns > mostCopied) {
      events.refused(`So many cells cannot be copied at once. Select at most ${mostCopied.toLocaleString('en-US')}.`)
      return false
    }
    if (store.has(area)) {
      event.clipboardData?.setData('text/plain', textOf(area, shownOf))
      event.clipboardData?.setData(typedType, textOf(area, typedOf))
    } else {
      store
        .want(area)
        .then(() => navigator.clipboard.writeText(textOf(area, shownOf)))
        .catch(() => events.refused('The cells could not be copied. Select fewer, or try again.'))
    }
    return true
  }

  function textOf({ row, column, rows, columns }: Area, text: (view: CellView | undefined) => string): string {
    return textOfRows(
      Array.from({ length: rows }, (_, down) =>
        Array.from({ length: columns }, (_, along) =>
          text(store.cell({ row: row + down, column: column + along })?.view),
        ),
      ),
    )
  }

  function paste(event: ClipboardEvent): void {
    if (!isInGrid()) return
    event.preventDefault()
    const typed = event.clipboardData?.getData(typedType) ?? ''
    const text = typed === '' ? (event.clipboardData?.getData('text/plain') ?? '') : typed
    if (text === '') return
    const area = sheet.selection.areas.at(-1)!
    const rows = rowsOfText(text)
    const fills = rows.length === 1 && rows[0]!.length === 1
    if (fills && area.rows * area.columns > mostCopied) {
      events.refused(`So many cells cannot be filled at once. Select at most ${mostCopied.toLocaleString('en-US')}.`)
      return
    }
    events.pasted(
      { row: area.row, column: area.column },
      fills ? Array.from({ length: area.rows }, () => new Array<string>(area.columns).fill(rows[0]![0]!)) : rows,
    )
  }

  /** Of a page without selected text the browser tells the document, wherever the keyboard is. */
  function isInGrid(): boolean {
    return container.contains(document.activeElement) && !sheet.isEditing
  }

  document.addEventListener('copy', copy, { signal })
  document.addEventListener('paste', paste, { signal })
  document.addEventListener(
    'cut',
    (event) => {
      if (copy(event)) events.cleared([sheet.selection.areas.at(-1)!])
    },
    { signal },
  )
}

function shownOf(view: CellView | undefined): string {
  return view?.text ?? ''
}

/** A formula is copied as what it shows: its references would mean other cells elsewhere. */
function typedOf(view: CellView | undefined): string {
  const typed = view?.typed ?? view?.text ?? ''
  return typed.startsWith('=') ? (view?.text ?? '') : typed
}
