/**
 * One tab in the grid component: its rows and columns, moving about, and typing.
 *
 * The grid's own column 0 shows the row numbers, so that the sheet's column c is the grid's column c + 1.
 */
import { type Column, type EditorConstructor, type GridOption, SlickEditorLock, SlickGrid } from 'slickgrid'
import type { Area } from '../../workspace/model.ts'
import type { TabView } from '../protocol.ts'
import { type Cell, columnLetters } from './addresses.ts'
import { extended, type Selection, type Size, selectCell, wholeColumns, wholeRows } from './areas.ts'
import { cellContent, type Room } from './cell-content.ts'
import { cellEditorFor } from './cell-editor.ts'
import type { CellStore } from './cell-store.ts'
import { pixelsOf, usualHeight, usualWidth } from './sizes.ts'

/** What the grid tells of. */
export interface GridEvents {
  selected(selection: Selection): void
  typed(cell: Cell, text: string): void
  cleared(areas: readonly Area[]): void
  columnWidth(column: number, pixels: number): void
  /** Ctrl+Shift+PageDown and PageUp. */
  nextTab(by: 1 | -1): void
}

const numbersWidth = 46
/** The share of the width that frozen columns may take, so that the others can still be scrolled. */
const mostFrozen = 0.7

const nonce = (document.querySelector('script[nonce]') as HTMLScriptElement | null)?.nonce ?? ''
const isDark = matchMedia('(prefers-color-scheme: dark)')

export class SheetGrid {
  readonly grid: SlickGrid
  readonly container: HTMLElement
  /** Whoever listens to its elements stops when it is gone. */
  readonly gone: AbortSignal
  readonly #frame: HTMLElement
  readonly #store: CellStore
  readonly #events: GridEvents
  readonly #sinks: readonly HTMLElement[]
  readonly #resized: ResizeObserver
  readonly #going = new AbortController()
  readonly #recolor = () => this.redraw()
  #tab: TabView
  #widths: number[]
  #heights: number[]
  #selection: Selection
  #leaving = false

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
    this.grid = new SlickGrid(this.container, this.#rows(), this.#columns(), this.#options())
    this.#sinks = this.#tidy()
    this.#listen()
    this.#resized = new ResizeObserver(() => this.grid.resizeCanvas())
    this.#resized.observe(frame)
    isDark.addEventListener('change', this.#recolor)
    this.follow(selection)
  }

  destroy(): void {
    this.#going.abort()
    this.#resized.disconnect()
    isDark.removeEventListener('change', this.#recolor)
    this.grid.destroy()
    this.#frame.replaceChildren()
  }

  get size(): Size {
    return this.#tab
  }

  get selection(): Selection {
    return this.#selection
  }

  /** Whether the same grid can show the tab as it is now. */
  fits(tab: TabView): boolean {
    const before = this.#tab
    return (
      tab.id === before.id &&
      tab.frozenRows === before.frozenRows &&
      tab.frozenColumns === before.frozenColumns &&
      tab.columns === before.columns
    )
  }

  /** Shows the tab as it is now. */
  update(tab: TabView): void {
    if (tab === this.#tab) return
    const before = this.#tab
    this.#tab = tab
    if (JSON.stringify(tab.columnWidths) !== JSON.stringify(before.columnWidths)) {
      this.#widths = pixelsOf(tab.columnWidths, tab.columns, usualWidth)
      this.grid.setColumns(this.#columns())
      this.#paint()
    }
    if (tab.rows !== before.rows || JSON.stringify(tab.rowHeights) !== JSON.stringify(before.rowHeights)) {
      this.#heights = pixelsOf(tab.rowHeights, tab.rows, usualHeight)
      this.#keepingFocus(() => this.grid.invalidateRowHeights())
    }
    this.fetch()
  }

  /** Goes where somebody else says. */
  follow(selection: Selection): void {
    this.#selection = selection
    const { row, column } = selection.active
    this.grid.scrollCellIntoView(row, column + 1)
    this.grid.setActiveCell(row, column + 1, false, false, true)
    this.#paint()
    this.fetch()
  }

  focus(): void {
    const node = this.grid.getActiveCellNode()
    if (node === undefined || node === null) this.#sinks[0]!.focus()
    else node.focus({ preventScroll: true })
  }

  /** The cell of one of the grid's elements; column -1 is the row number. */
  cellOf(node: Element): Cell {
    return {
      row: Number((node.parentElement as HTMLElement).dataset.row),
      column: Number(node.getAttribute('aria-colindex')) - 2,
    }
  }

  /** Draws the rows again that can be seen. */
  redraw(area: Area = { row: 0, column: 0, ...this.#tab }): void {
    for (const row of this.#renderedRows()) {
      if (row >= area.row && row < area.row + area.rows) this.grid.updateRow(row)
    }
  }

  /** Asks for the cells that can be seen. */
  fetch(): void {
    for (const area of this.#seen()) this.#store.want(area).catch(() => {})
  }

  /** Selects, and says so. */
  select(selection: Selection): void {
    this.#selection = selection
    const { row, column } = selection.active
    const active = this.grid.getActiveCell()
    if (active?.row !== row || active.cell !== column + 1) {
      this.grid.setActiveCell(row, column + 1, false, false, true)
    }
    this.#paint()
    this.#events.selected(selection)
  }

  /** Sets a tick or takes it away; false when the cell is no box. */
  tick(cell: Cell): boolean {
    const stored = this.#store.cell(cell)
    if (stored?.input?.kind !== 'checkbox') return false
    this.#events.typed(cell, stored.view.checked === true ? stored.input.untick : stored.input.tick)
    return true
  }

  #rows() {
    return { getLength: () => this.#tab.rows, getItem: (row: number) => ({ row }), getItemMetadata: () => null }
  }

  #columns(): Column[] {
    const Editor = cellEditorFor({
      cell: (row, column) => this.#store.cell({ row, column }),
      goOn: (where) => {
        if (where === 'up') this.grid.navigateUp()
        else if (where === 'down') this.grid.navigateDown()
        else if (where === 'left') this.grid.navigatePrev()
        else if (where === 'right') this.grid.navigateNext()
      },
    })
    const number: Column = {
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
    return [
      number,
      ...this.#widths.map(
        (width, column): Column => ({
          id: `c${column}`,
          field: 'row',
          name: columnLetters(column),
          width: Math.max(width, 1),
          minWidth: 20,
          hidden: width === 0,
          editor: Editor as EditorConstructor,
          cellAttrs: { 'aria-colindex': String(column + 2) },
          formatter: (row) => this.#content(row, column),
        }),
      ),
    ]
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
      enableCellNavigation: true,
      enableMouseWheelScrollHandler: true,
      editable: true,
      autoEdit: false,
      autoEditByKeypress: true,
      editorLock: new SlickEditorLock(),
      editCommandHandler: (_, __, { row, cell, serializedValue }) => {
        this.#events.typed({ row, column: cell - 1 }, serializedValue)
      },
    }
  }

  /** The last grid column that stays in view: always the row numbers, and of frozen columns what leaves room to scroll. */
  #frozenColumns(): number {
    const room = this.#frame.clientWidth * mostFrozen
    let taken = numbersWidth
    let last = 0
    while (last < this.#tab.frozenColumns && taken + this.#widths[last]! <= room) taken += this.#widths[last++]!
    return last
  }

  /** Makes the component's elements what ARIA asks of a grid; returns where it sends the keyboard when no cell has it. */
  #tidy(): HTMLElement[] {
    this.container.setAttribute('aria-label', this.#tab.name)
    this.container.setAttribute('aria-describedby', 'grid-help')
    this.container.setAttribute('aria-multiselectable', 'true')
    this.container.setAttribute('aria-rowcount', String(this.#tab.rows + 1))
    this.container.setAttribute('aria-colcount', String(this.#tab.columns + 1))
    this.container.classList.toggle('frozen-rows', this.#tab.frozenRows > 0)
    this.container.classList.toggle('frozen-columns', this.#frozenColumns() > 0)
    for (const row of this.container.querySelectorAll('.slick-header-columns')) row.setAttribute('aria-rowindex', '1')
    const sinks = [this.container.firstElementChild, this.container.lastElementChild] as HTMLElement[]
    this.#frame.prepend(sinks[0]!)
    this.#frame.append(sinks[1]!)
    // The cells have the keyboard, not the boxes around them.
    for (const box of this.container.querySelectorAll('[tabindex="0"]')) box.removeAttribute('tabindex')
    return sinks
  }

  #listen(): void {
    const { grid } = this
    grid.onKeyDown.subscribe((event) => {
      const key = event.getNativeEvent<KeyboardEvent>()
      if (key === null || !this.#keyDown(key)) return
      event.stopImmediatePropagation()
    })
    // The mouse selects on its way down (grid-mouse.ts); the component would do it again on its way up.
    grid.onClick.subscribe((event) => event.stopImmediatePropagation())
    grid.onActiveCellChanged.subscribe((_, active) => {
      if (this.#hasFocus()) this.focus()
      if (active?.cell === undefined || active.cell < 1) return
      const cell = { row: active.row, column: active.cell - 1 }
      const { active: known } = this.#selection
      if (cell.row !== known.row || cell.column !== known.column) this.select(selectCell(cell))
    })
    grid.onBeforeAppendCell.subscribe((event, { row, cell }) => {
      event.addReturnValue(this.#marks(row, cell - 1))
    })
    grid.onRendered.subscribe(() => {
      for (const row of this.container.querySelectorAll<HTMLElement>('.slick-row:not([aria-rowindex])')) {
        row.setAttribute('aria-rowindex', String(Number(row.dataset.row) + 2))
      }
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
    for (const sink of this.#sinks) sink.addEventListener('focus', () => this.focus())
    this.container.addEventListener('focusout', () => this.#leave(false))
  }

  /** Whether the key is not for the component. */
  #keyDown(key: KeyboardEvent): boolean {
    const { active } = this.#selection
    const control = key.ctrlKey || key.metaKey
    if (key.key === 'Tab' && this.#leaving) return true
    if (key.key !== 'Shift') this.#leave(key.key === 'Escape')
    if (key.key === 'F2' || (key.key === 'ArrowDown' && key.altKey)) this.grid.editActiveCell()
    else if (key.key === 'Delete' || key.key === 'Backspace') this.#events.cleared(this.#selection.areas)
    else if (key.key === ' ' && control) this.#selectWhole('columns')
    else if (key.key === ' ' && key.shiftKey) this.#selectWhole('rows')
    else if (key.key === 'a' && control) this.#selectWhole('all')
    else if ((key.key === ' ' || key.key === 'Enter') && this.tick(active)) key.preventDefault()
    else if (control && key.shiftKey && key.key === 'PageDown') this.#events.nextTab(1)
    else if (control && key.shiftKey && key.key === 'PageUp') this.#events.nextTab(-1)
    else if (key.shiftKey && this.#extend(key)) this.#showCorner()
    // Whatever else Ctrl or Alt stand with is the browser's, but for the ways through the sheet.
    else return (control || key.altKey) && !/^(Arrow|Home|End)/.test(key.key)
    key.preventDefault()
    return true
  }

  #extend(key: KeyboardEvent): boolean {
    const page = this.grid.getViewportRowCount()
    const next = extended(this.#selection, key.key, this.size, page, key.ctrlKey || key.metaKey)
    if (next !== undefined) this.select(next)
    return next !== undefined
  }

  #showCorner(): void {
    const { active, areas } = this.#selection
    const { row, column, rows, columns } = areas.at(-1)!
    this.grid.scrollCellIntoView(
      active.row === row ? row + rows - 1 : row,
      (active.column === column ? column + columns - 1 : column) + 1,
    )
  }

  #selectWhole(what: 'rows' | 'columns' | 'all'): void {
    const { active, areas } = this.#selection
    const { row, column, rows, columns } = areas.at(-1)!
    const area =
      what === 'rows'
        ? wholeRows(row, row + rows - 1, this.size)
        : what === 'columns'
          ? wholeColumns(column, column + columns - 1, this.size)
          : { row: 0, column: 0, rows: this.size.rows, columns: this.size.columns }
    this.select({ active, areas: [area] })
  }

  /** After Escape the next Tab leaves the sheet instead of going to the next cell. */
  #leave(leaving: boolean): void {
    this.#leaving = leaving
    for (const sink of this.#sinks) sink.tabIndex = leaving ? -1 : 0
  }

  #hasFocus(): boolean {
    return this.#frame.contains(document.activeElement)
  }

  #keepingFocus(change: () => void): void {
    const had = this.#hasFocus()
    change()
    if (had) this.focus()
  }

  #content(row: number, column: number): HTMLElement | string {
    const stored = this.#store.cell({ row, column })
    return stored === undefined ? '' : cellContent(stored, isDark.matches, () => this.#room(row, column))
  }

  #room(row: number, column: number): Room {
    const merge = this.#store.merge({ row, column })
    if (merge !== undefined && merge.row === row && merge.column === column) {
      const sum = (sizes: readonly number[], from: number, count: number) =>
        sizes.slice(from, from + count).reduce((total, size) => total + size, 0)
      return {
        overflow: 0,
        merged: {
          width: sum(this.#widths, column, merge.columns),
          height: sum(this.#heights, row, merge.rows),
        },
      }
    }
    let next = column + 1
    let overflow = 0
    while (next < this.#tab.columns && overflow < 2000 && this.#isBlank(row, next)) overflow += this.#widths[next++]!
    return { overflow: overflow === 0 ? 0 : overflow + this.#widths[column]! }
  }

  #isBlank(row: number, column: number): boolean {
    const stored = this.#store.cell({ row, column })
    return stored === undefined || (stored.view.text === '' && stored.input === undefined)
  }

  /** Classes of a cell for the selection. */
  #marks(row: number, column: number): string {
    const { areas, active } = this.#selection
    const holding = areas.some(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        (column < 0 || (column >= area.column && column < area.column + area.columns)),
    )
    if (!holding) return ''
    if (column < 0) return ' picked'
    const alone = areas.length === 1 && areas[0]!.rows === 1 && areas[0]!.columns === 1
    return alone || (row === active.row && column === active.column) ? '' : ' selected'
  }

  /** Shows on the cells and headings that are drawn what is selected. */
  #paint(): void {
    const columns = this.grid.getColumns()
    for (const row of this.#renderedRows()) {
      for (let cell = 0; cell < columns.length; cell++) {
        const node = this.grid.getCellNode(row, cell)
        if (node === null || node === undefined) continue
        const marks = this.#marks(row, cell - 1)
        node.classList.toggle('selected', marks === ' selected')
        node.classList.toggle('picked', marks === ' picked')
        if (cell > 0)
          node.setAttribute('aria-selected', String(marks === ' selected' || node.classList.contains('active')))
      }
    }
    for (const heading of this.container.querySelectorAll<HTMLElement>('.slick-header-column')) {
      const column = Number(heading.dataset.id?.slice(1))
      const picked = this.#selection.areas.some((area) => column >= area.column && column < area.column + area.columns)
      heading.classList.toggle('picked', picked)
    }
  }

  #renderedRows(): number[] {
    return [
      ...new Set(
        [...this.container.querySelectorAll<HTMLElement>('.slick-row')].map(({ dataset }) => Number(dataset.row)),
      ),
    ]
  }

  /** The areas of the cells that are drawn: the frozen rows and those that are scrolled to. */
  #seen(): Area[] {
    const { top, bottom, leftPx, rightPx } = this.grid.getRenderedRange()
    let left = 0
    let first = 0
    while (first < this.#widths.length - 1 && left + this.#widths[first]! < leftPx) left += this.#widths[first++]!
    let last = first
    while (last < this.#widths.length - 1 && left < rightPx) left += this.#widths[last++]!
    const areas = [
      { row: Math.max(0, top), column: first, rows: Math.max(1, bottom - top + 1), columns: last - first + 1 },
    ]
    const { frozenRows, frozenColumns } = this.#tab
    if (frozenRows > 0) areas.push({ row: 0, column: first, rows: frozenRows, columns: last - first + 1 })
    if (frozenColumns > 0) areas.push({ ...areas[0]!, column: 0, columns: frozenColumns })
    return areas
  }
}

function spokenOnly(text: string): HTMLElement {
  const made = document.createElement('span')
  made.className = 'spoken'
  made.textContent = text
  return made
}
