/**
 * The keyboard in the grid where the component's own keys do not do: as in Google Sheets, and out of the grid again.
 */
import type { Area } from '../../workspace/model.ts'
import { extended, movingCorner, wholeColumns, wholeRows } from './areas.ts'
import type { SheetGrid } from './sheet-grid.ts'

export interface KeyEvents {
  cleared(areas: readonly Area[]): void
  /** Ctrl+Shift+PageDown and PageUp. */
  nextTab(by: 1 | -1): void
}

/** Listens as long as the grid is there. */
export function listenToKeys(sheet: SheetGrid, events: KeyEvents): void {
  const { grid } = sheet
  /** After Escape the next Tab leaves the sheet instead of going to the next cell. */
  let isLeaving = false

  function leave(leaving: boolean): void {
    isLeaving = leaving
    sheet.setEntrances(!leaving)
  }

  /** Whether the component shall not have the key. */
  function take(key: KeyboardEvent): boolean {
    const control = key.ctrlKey || key.metaKey
    if (key.key === 'Tab' && isLeaving) return true
    if (key.key !== 'Shift') leave(key.key === 'Escape')
    if (!did(key, control)) {
      // Whatever else Ctrl or Alt stand with is the browser's, but for the ways through the sheet.
      return (control || key.altKey) && !/^(Arrow|Home|End)/.test(key.key)
    }
    key.preventDefault()
    return true
  }

  function did(key: KeyboardEvent, control: boolean): boolean {
    const { active, areas } = sheet.selection
    if (key.key === 'F2' || (key.key === 'ArrowDown' && key.altKey)) grid.editActiveCell()
    else if (key.key === 'Delete' || key.key === 'Backspace') events.cleared(areas)
    else if (key.key === ' ' && control) selectWhole('columns')
    else if (key.key === ' ' && key.shiftKey) selectWhole('rows')
    else if (key.key === 'a' && control) selectWhole('all')
    else if (control && key.shiftKey && key.key === 'PageDown') events.nextTab(1)
    else if (control && key.shiftKey && key.key === 'PageUp') events.nextTab(-1)
    else if (key.key === ' ' || key.key === 'Enter') return sheet.tick(active)
    else return key.shiftKey && extend(key.key, control)
    return true
  }

  function extend(key: string, far: boolean): boolean {
    const next = extended(sheet.selection, key, sheet.size, grid.getViewportRowCount(), far)
    if (next === undefined) return false
    sheet.select(next)
    const { row, column } = movingCorner(next)
    grid.scrollCellIntoView(row, column + 1)
    return true
  }

  function selectWhole(what: 'rows' | 'columns' | 'all'): void {
    const { active, areas } = sheet.selection
    const { row, column, rows, columns } = areas.at(-1)!
    const area =
      what === 'rows'
        ? wholeRows(row, row + rows - 1, sheet.size)
        : what === 'columns'
          ? wholeColumns(column, column + columns - 1, sheet.size)
          : { row: 0, column: 0, rows: sheet.size.rows, columns: sheet.size.columns }
    sheet.select({ active, areas: [area] })
  }

  const { container, gone: signal } = sheet
  // On the way down, because the component takes from the browser what it is told to leave alone.
  container.addEventListener(
    'keydown',
    (key) => {
      if (!sheet.isEditing && take(key)) key.stopPropagation()
    },
    { capture: true, signal },
  )
  container.addEventListener('focusout', () => leave(false), { signal })
}
