/**
 * One tab in the grid component: its rows and columns, what is drawn of them, and where the person is.
 *
 * The component's own column 0 shows the row numbers, so that the sheet's column c is its column c + 1.
 */
import { type Column, type EditorConstructor, type GridOption, SlickEditorLock, SlickGrid } from 'slickgrid'
import type { Area } from '../../workspace/model.ts'
import type { TabView } from '../protocol.ts'
import { type Cell, columnLetters } from './addresses.ts'
import { type Selection, type Size, selectCell } from './areas.ts'
import { cellContent } from './cell-content.ts'
import { cellEditorFor } from './cell-editor.ts'
import { roomOf } from './cell-room.ts'
import type { CellStore } from './cell-store.ts'
import { markOf, markSelection } from './selection-marks.ts'
import { pixelsOf, usualHeight, usualWidth } from './sizes.ts'

/** What the grid tells of. */
export interface GridEvents {
  selected(selection: Selection): void
  typed(cell: Cell, text: string): void
  columnWidth(column: number, pixels: number): void
}

const numbersWidth = 46
/** The share of the width that frozen columns may take, so that the others can still be scrolled. */
const mostFrozen = 0.7

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
const isDark = matchMedia('(prefers-color-scheme: dark)')

export class SheetGrid {
  readonly grid: SlickGrid
  readonly container: HTMLElement
  /** Whoever listens to its elements stops when it is gone. */
  readonly gone: AbortSignal
  readonly #going = new AbortController()
  readonly #frame: HTMLElement
  readonly #store: CellStore
  readonly #events: GridEvents
  /** Where the component sends the keyboard when no cell has it: before and behind the cells. */
  readonly #entrances: readonly HTMLElement[]
  #tab: TabView
  #widths: number[]
  #heights: number[]
  #selection: Selection
  /** The tab as it became while somebody was typing into a cell. */
  #waiting: TabView | undefined

  constructor(frame: HTMLElement, tab: TabView, store: CellStore, selection: Selection, events: GridEvents) {
    this.gone = this.#going.signal
    this.#frame = frame
    this.#tab = tab
    this.#store = store
    this.#selection = selection
    this.#events = events
    this.#widths = pixelsOf(tab.columnWidths, tab.columns, usualWidth)
    this.#heights = pixelsOf(tab.rowHeights, tab.rows, usualHeight)
    this.container = document.createElement('div')
    this.container.className = 'grid'
    frame.replaceChildren(this.container)
    const rows = { getLength: () => this.#tab.rows, getItem: (row: number) => ({ row }), getItemMetadata: () => null }
    this.grid = new SlickGrid(this.container, rows, this.#columns(), this.#options())
    this.#entrances = this.#describe()
    this.#listen()
    this.follow(selection)
  }

  destroy(): void {
    this.#going.abort()
    this.grid.destroy()
    this.#frame.replaceChildren()
  }

  get size(): Size {
    return this.#tab
  }

  get selection(): Selection {
    return this.#selection
  }

  get isEditing(): boolean {
    return this.grid.getEditorLock().isActive()
  }

  /** Whether the same grid can show the tab as it is now. */
  fits(tab: TabView): boolean {
    const { id, frozenRows, frozenColumns, columns } = this.#tab
    return (
      tab.id === id && tab.frozenRows === frozenRows && tab.frozenColumns === frozenColumns && tab.columns === columns
    )
  }

  /** Shows the tab as it is now; when a cell is being typed into, after that, for the component would drop the text. */
  update(tab: TabView): void {
    this.#waiting = this.isEditing ? tab : undefined
    if (tab === this.#tab || this.isEditing) return
    const before = this.#tab
    this.#tab = tab
    const hadFocus = this.#frame.contains(document.activeElement)
    if (JSON.stringify(tab.columnWidths) !== JSON.stringify(before.columnWidths)) {
      this.#widths = pixelsOf(tab.columnWidths, tab.columns, usualWidth)
      this.grid.setColumns(this.#columns())
    }
    if (tab.rows !== before.rows || JSON.stringify(tab.rowHeights) !== JSON.stringify(before.rowHeights)) {
      this.#heights = pixelsOf(tab.rowHeights, tab.rows, usualHeight)
      this.container.setAttribute('aria-rowcount', String(tab.rows + 1))
      this.grid.invalidateRowHeights()
    }
    markSelection(this)
    if (hadFocus) this.focus()
    this.fetch()
  }

  /** Goes where somebody else says. */
  follow(selection: Selection): void {
    this.#selection = selection
    this.#activate(selection.active)
    markSelection(this)
    this.fetch()
  }

  /** Selects, and says so. */
  select(selection: Selection): void {
    this.#selection = selection
    this.#activate(selection.active)
    markSelection(this)
    this.#events.selected(selection)
  }

  focus(): void {
    const node = this.grid.getActiveCellNode()
    if (node === undefined || node === null) this.#entrances[0]!.focus()
    else node.focus({ preventScroll: true })
  }

  /** Whether Tab goes into the grid from around it. */
  setEntrances(open: boolean): void {
    for (const entrance of this.#entrances) entrance.tabIndex = open ? 0 : -1
  }

  /** The cell of one of the grid's elements; column -1 is the row number. */
  cellOf(node: Element): Cell {
    return {
      row: Number((node.parentElement as HTMLElement).dataset.row),
      column: Number(node.getAttribute('aria-colindex')) - 2,
    }
  }

  /** Draws again what can be seen of an area. */
  redraw(area: Area = { row: 0, column: 0, ...this.#tab }): void {
    const drawn = this.container.querySelectorAll<HTMLElement>('.slick-row')
    for (const row of new Set([...drawn].map(({ dataset }) => Number(dataset.row)))) {
      if (row >= area.row && row < area.row + area.rows) this.grid.updateRow(row)
    }
  }

  /** Asks for the cells that can be seen. What goes wrong with that is said elsewhere. */
  fetch(): void {
    for (const area of this.#seen()) this.#store.want(area).catch(() => undefined)
  }

  /** Sets a tick or takes it away; false when the cell is no box. */
  tick(cell: Cell): boolean {
    const stored = this.#store.cell(cell)
    if (stored?.input?.kind !== 'checkbox') return false
    this.#events.typed(cell, stored.view.checked === true ? stored.input.untick : stored.input.tick)
    return true
  }

  #activate({ row, column }: Cell): void {
    const active = this.grid.getActiveCell()
    if (active?.row === row && active.cell === column + 1) return
    this.grid.scrollCellIntoView(row, column + 1)
    this.grid.setActiveCell(row, column + 1, false, false, true)
  }

  #columns(): Column[] {
    const editor = cellEditorFor({
      cell: (cell) => this.#store.cell(cell),
      goOn: (where) => {
        if (where === 'up') this.grid.navigateUp()
        else if (where === 'down') this.grid.navigateDown()
        else if (where === 'left') this.grid.navigatePrev()
        else if (where === 'right') this.grid.navigateNext()
      },
    }) as EditorConstructor
    const numbers: Column = {
      id: 'row',
      field: 'row',
      name: spokenOnly('Row'),
      width: numbersWidth,
      resizable: false,
      focusable: false,
      selectable: false,
      cssClass: 'number',
      cellAttrs: { role: 'rowheader', 'aria-colindex': '1' },
      formatter: (row) => String(row + 1),
    }
    const columns = this.#widths.map(
      (width, column): Column => ({
        id: `c${column}`,
        field: 'row',
        name: columnLetters(column),
        width: Math.max(width, 1),
        minWidth: 20,
        hidden: width === 0,
        editor,
        cellAttrs: { 'aria-colindex': String(column + 2) },
        formatter: (row) => this.#content({ row, column }),
      }),
    )
    return [numbers, ...columns]
  }

  #options(): GridOption {
    return {
      nonce,
      rowHeight: usualHeight,
      enableVariableRowHeight: true,
      rowHeightProvider: (_, row) => this.#heights[row],
      frozenColumn: this.#frozenColumns(),
      frozenRow: this.#tab.frozenRows > 0 ? this.#tab.frozenRows : -1,
      skipFreezeColumnValidation: true,
      enableHtmlRendering: false,
      enableColumnReorder: false,
      editable: true,
      autoEdit: false,
      autoEditByKeypress: true,
      editorLock: new SlickEditorLock(),
      editCommandHandler: (_, __, { row, cell, serializedValue }) => {
        this.#events.typed({ row, column: cell - 1 }, serializedValue)
      },
    }
  }

  /** The last of the component's columns that stays in view: the row numbers, and of frozen ones what leaves room. */
  #frozenColumns(): number {
    const room = this.#frame.clientWidth * mostFrozen
    let taken = numbersWidth
    let last = 0
    while (last < this.#tab.frozenColumns && taken + this.#widths[last]! <= room) taken += this.#widths[last++]!
    return last
  }

  /** Makes the component's elements what ARIA asks of a grid; returns its entrances. */
  #describe(): HTMLElement[] {
    const { container } = this
    container.setAttribute('aria-label', this.#tab.name)
    container.setAttribute('aria-describedby', 'grid-help')
    container.setAttribute('aria-multiselectable', 'true')
    container.setAttribute('aria-rowcount', String(this.#tab.rows + 1))
    container.setAttribute('aria-colcount', String(this.#tab.columns + 1))
    container.classList.toggle('frozen-rows', this.#tab.frozenRows > 0)
    for (const row of container.querySelectorAll('.slick-header-columns')) row.setAttribute('aria-rowindex', '1')
    const entrances = [container.firstElementChild, container.lastElementChild] as HTMLElement[]
    this.#frame.prepend(entrances[0]!)
    this.#frame.append(entrances[1]!)
    // The cells have the keyboard, not the boxes around them; and the browser would stop at those that scroll.
    for (const box of container.querySelectorAll('[tabindex="0"]')) box.removeAttribute('tabindex')
    for (const part of container.querySelectorAll<HTMLElement>('.slick-viewport')) {
      part.setAttribute('role', 'rowgroup')
      part.tabIndex = -1
    }
    return entrances
  }

  #listen(): void {
    const { grid, gone } = this
    // The mouse selects on its way down (grid-mouse.ts); the component would do it again on its way up.
    grid.onClick.subscribe((event) => event.stopImmediatePropagation())
    grid.onActiveCellChanged.subscribe((_, active) => {
      if (this.#frame.contains(document.activeElement)) this.focus()
      if (active?.cell === undefined || active.cell < 1) return
      const cell = { row: active.row, column: active.cell - 1 }
      const known = this.#selection.active
      if (cell.row !== known.row || cell.column !== known.column) this.select(selectCell(cell))
    })
    grid.onBeforeAppendCell.subscribe((event, { row, cell }) => {
      event.addReturnValue(` ${markOf(this.#selection, row, cell - 1)}`)
    })
    grid.onRendered.subscribe(() => {
      for (const row of this.container.querySelectorAll<HTMLElement>('.slick-row:not([aria-rowindex])')) {
        row.setAttribute('aria-rowindex', String(Number(row.dataset.row) + 2))
      }
    })
    grid.onBeforeCellEditorDestroy.subscribe(() => {
      queueMicrotask(() => {
        if (this.#waiting !== undefined && !this.gone.aborted) this.update(this.#waiting)
      })
    })
    grid.onViewportChanged.subscribe(() => this.fetch())
    grid.onColumnsResized.subscribe((_, { triggeredByColumn }) => {
      const column = grid.getColumnIndex(triggeredByColumn) - 1
      const width = grid.getColumns()[column + 1]?.width
      if (width === undefined) return
      this.#widths[column] = width
      this.redraw()
      this.#events.columnWidth(column, width)
    })
    for (const entrance of this.#entrances) entrance.addEventListener('focus', () => this.focus())
    isDark.addEventListener('change', () => this.redraw(), { signal: gone })
    const resized = new ResizeObserver(() => {
      const frozenColumn = this.#frozenColumns()
      this.container.classList.toggle('frozen-columns', frozenColumn > 0)
      if (frozenColumn !== grid.getOptions().frozenColumn) grid.setOptions({ frozenColumn })
      grid.resizeCanvas()
      this.fetch()
    })
    resized.observe(this.#frame)
    gone.addEventListener('abort', () => resized.disconnect())
  }

  #content(cell: Cell): HTMLElement | string {
    const stored = this.#store.cell(cell)
    if (stored === undefined) return ''
    return cellContent(stored, isDark.matches, () => roomOf(cell, this.#store, this.#widths, this.#heights))
  }

  /** The areas of the cells that are drawn: what is scrolled to, and the frozen rows and columns. */
  #seen(): Area[] {
    const { top, bottom, leftPx, rightPx } = this.grid.getRenderedRange()
    const last = this.#widths.length - 1
    let pixels = 0
    let column = 0
    while (column < last && pixels + this.#widths[column]! < leftPx) pixels += this.#widths[column++]!
    let end = column
    while (end < last && pixels < rightPx) pixels += this.#widths[end++]!
    const row = Math.max(0, top)
    const seen = { row, column, rows: Math.max(1, bottom - row + 1), columns: end - column + 1 }
    const { frozenRows, frozenColumns } = this.#tab
    return [
      seen,
      ...(frozenRows > 0 ? [{ ...seen, row: 0, rows: frozenRows }] : []),
      ...(frozenColumns > 0 ? [{ ...seen, column: 0, columns: frozenColumns }] : []),
    ]
  }
}

function spokenOnly(text: string): HTMLElement {
  const made = document.createElement('span')
  made.className = 'spoken'
  made.textContent = text
  return made
}
