/**
 * Selecting with the mouse: cells, whole rows by their numbers, whole columns by their letters, with Shift and Ctrl.
 */
import type { Area } from '../../workspace/model.ts'
import type { Cell } from './addresses.ts'
import { between, holds, wholeColumns, wholeRows, withArea } from './areas.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** How often a drag beyond the edge scrolls on, in ms. */
const scrollEvery = 60
/** The pointer counts as this far inside the edge, in pixels. */
const edge = 8

/** A place under the pointer; row or column -1 for the headings. */
type Place = Cell

/** Listens as long as the grid is there. */
export function listenToMouse(sheet: SheetGrid): void {
  const { container, grid, gone } = sheet

  function placeOf(target: EventTarget | null): Place | undefined {
    if (!(target instanceof Element)) return undefined
    const heading = target.closest<HTMLElement>('.slick-header-column')
    if (heading !== null) {
      const id = heading.dataset.id ?? ''
      return { row: -1, column: id === 'row' ? -1 : Number(id.slice(1)) }
    }
    const cell = target.closest('.slick-cell')
    if (cell === null) return undefined
    return sheet.cellOf(cell)
  }

  /** What a press on one place and a drag to another select. */
  function areaOf(from: Place, to: Place): Area {
    const { size } = sheet
    if (from.row < 0 && from.column < 0) return { row: 0, column: 0, rows: size.rows, columns: size.columns }
    if (from.row < 0) return wholeColumns(from.column, Math.max(0, to.column), size)
    if (from.column < 0) return wholeRows(from.row, Math.max(0, to.row), size)
    return between(from, { row: Math.max(0, to.row), column: Math.max(0, to.column) })
  }

  function press(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return
    if (event.target.closest('.editor, .slick-resizable-handle') !== null) return
    const place = placeOf(event.target)
    if (place === undefined) return
    const isHeld = place.column < 0 ? isRowHeld(place.row) : sheet.selection.areas.some((area) => holds(area, place))
    // A press of the right button is about the selection when it is on it.
    if (event.button > 0 && isHeld) return
    grid.getEditorLock().commitCurrentEdit()
    // The focus goes to the cell that is selected, not to what was pressed.
    event.preventDefault()
    const control = event.ctrlKey || event.metaKey
    const from = event.shiftKey ? anchorOf(place) : place
    const active = event.shiftKey ? sheet.selection.active : cellOf(place)
    const before = sheet.selection
    const select = (to: Place, beside: boolean) => {
      const area = areaOf(from, to)
      sheet.select(beside || event.shiftKey ? withArea(before, area, active, beside) : { active, areas: [area] })
    }
    select(place, control && !event.shiftKey)
    sheet.focus()
    if (event.button > 0) return
    if (place.row >= 0 && place.column >= 0 && !event.shiftKey && !control) pressInside(event.target, place)
    drag((to) => select(to, control && !event.shiftKey), placeOf, sheet)
  }

  /** Shift goes on from the active cell, along whole rows or columns when a heading is pressed. */
  function anchorOf(place: Place): Place {
    const { active } = sheet.selection
    return { row: place.row < 0 ? -1 : active.row, column: place.column < 0 ? -1 : active.column }
  }

  function isRowHeld(row: number): boolean {
    return sheet.selection.areas.some(
      (area) => area.columns === sheet.size.columns && row >= area.row && row < area.row + area.rows,
    )
  }

  function pressInside(target: Element, cell: Cell): void {
    if (target.closest('.box') !== null) sheet.tick(cell)
    else if (target.closest('.arrow') !== null) grid.editActiveCell()
  }

  /** Of what is pressed the cell that becomes active: of a heading the first one in sight. */
  function cellOf(place: Place): Cell {
    return {
      row: place.row < 0 ? Math.max(0, grid.getViewport().top) : place.row,
      column: Math.max(0, place.column),
    }
  }

  container.addEventListener('mousedown', press, { signal: gone })
}

function drag(
  moveTo: (place: Place) => void,
  placeOf: (target: EventTarget | null) => Place | undefined,
  sheet: SheetGrid,
): void {
  const ended = new AbortController()
  const box = sheet.container.getBoundingClientRect()
  let pointer: MouseEvent | undefined
  let last = ''

  const follow = () => {
    if (pointer === undefined) return
    const x = Math.max(box.left + edge, Math.min(box.right - 3 * edge, pointer.clientX))
    const y = Math.max(box.top + edge, Math.min(box.bottom - 3 * edge, pointer.clientY))
    const place = placeOf(document.elementFromPoint(x, y))
    if (place === undefined) return
    const key = `${place.row} ${place.column}`
    if (key !== last) moveTo(place)
    last = key
    if (x !== pointer.clientX || y !== pointer.clientY) {
      sheet.grid.scrollCellIntoView(Math.max(0, place.row), Math.max(0, place.column) + 1)
    }
  }
  const timer = setInterval(follow, scrollEvery)
  ended.signal.addEventListener('abort', () => clearInterval(timer))
  sheet.gone.addEventListener('abort', () => ended.abort())
  window.addEventListener(
    'mousemove',
    (event) => {
      pointer = event
    },
    { signal: ended.signal },
  )
  window.addEventListener(
    'mouseup',
    () => {
      follow()
      ended.abort()
    },
    { signal: ended.signal },
  )
}
