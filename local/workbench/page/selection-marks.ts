/**
 * What the cells and headings show of the selection.
 */
import type { Selection } from './areas.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** The class of a cell, or of a row's number where the column is -1; '' for none. */
export function markOf({ areas, active }: Selection, row: number, column: number): '' | 'picked' | 'selected' {
  const isHeld = areas.some(
    (area) =>
      row >= area.row &&
      row < area.row + area.rows &&
      (column < 0 || (column >= area.column && column < area.column + area.columns)),
  )
  if (!isHeld) return ''
  if (column < 0) return 'picked'
  const isAlone = areas.length === 1 && areas[0]!.rows === 1 && areas[0]!.columns === 1
  return isAlone || (row === active.row && column === active.column) ? '' : 'selected'
}

/** Marks the cells and headings that are drawn. */
export function markSelection(sheet: SheetGrid): void {
  const { selection, container } = sheet
  for (const node of container.querySelectorAll('.slick-cell')) {
    const { row, column } = sheet.cellOf(node)
    const mark = markOf(selection, row, column)
    node.classList.toggle('selected', mark === 'selected')
    node.classList.toggle('picked', mark === 'picked')
    const isActive = row === selection.active.row && column === selection.active.column
    if (column >= 0) node.setAttribute('aria-selected', String(isActive || mark === 'selected'))
  }
  for (const heading of container.querySelectorAll<HTMLElement>('.slick-header-column')) {
    const column = Number(heading.dataset.id?.slice(1))
    const isPicked = selection.areas.some((area) => column >= area.column && column < area.column + area.columns)
    heading.classList.toggle('picked', isPicked)
  }
}
