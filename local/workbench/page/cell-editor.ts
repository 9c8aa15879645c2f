/**
 * Typing into a cell, in the grid component's terms.
 */
import type { Editor, EditorArguments, EditorValidationResult } from 'slickgrid'
import type { Cell } from './addresses.ts'
import type { StoredCell } from './cell-store.ts'
import { ChoiceList } from './choice-list.ts'

/** What the grid has to know of the cell that is edited, and to do after it. */
export interface EditedGrid {
  cell(cell: Cell): StoredCell | undefined
  /** Goes on from the cell after its text was taken. */
  goOn(where: 'up' | 'down' | 'left' | 'right' | 'stay'): void
}

/** @returns an editor class for every column; the row number is the grid's column 0 */
export function cellEditorFor(edited: EditedGrid) {
  return class CellEditor implements Editor {
    readonly #args: EditorArguments
    readonly #input = document.createElement('textarea')
    readonly #list: ChoiceList | undefined
    readonly #before: string

    constructor(args: EditorArguments) {
      this.#args = args
      const active = args.grid.getActiveCell()!
      const cell = edited.cell({ row: active.row, column: active.cell - 1 })
      this.#before = cell === undefined ? '' : (cell.view.typed ?? cell.view.text)
      this.#input.className = 'editor'
      this.#input.rows = 1
      this.#input.spellcheck = false
      this.#input.setAttribute('aria-label', `Edit ${String(args.column.name)}${active.row + 1}`)
      this.#input.style.minWidth = `${args.container.offsetWidth}px`
      this.#input.style.minHeight = `${args.container.offsetHeight}px`
      this.#input.addEventListener('keydown', (event) => this.#keyDown(event))
      this.#input.addEventListener('input', () => this.#list?.filter())
      args.container.append(this.#input)
      // A typed letter begins a new text; it arrives in the input after this.
      const startsAnew = typesAText(args.event)
      this.#input.value = startsAnew ? '' : this.#before
      if (cell?.input?.kind === 'list') {
        this.#list = new ChoiceList(this.#input, cell.input.choices, cell.input.strict, (choice) =>
          this.#commit(choice, 'stay'),
        )
        this.#list.showAll()
      }
      this.#input.focus()
    }

    init(): void {}

    destroy(): void {
      this.#list?.close()
      this.#input.remove()
    }

    focus(): void {
      this.#input.focus()
    }

    /** The constructor has put the text in: whatever comes from the server meanwhile must not overwrite what is typed. */
    loadValue(): void {}

    serializeValue(): string {
      return this.#input.value
    }

    /** The command handler of the grid sends the text; nothing is kept here. */
    applyValue(): void {}

    isValueChanged(): boolean {
      return this.#input.value !== this.#before
    }

    /** The spreadsheet decides what is valid. */
    validate(): EditorValidationResult {
      return { valid: true, msg: null }
    }

    #keyDown(event: KeyboardEvent): void {
      // The grid would take arrows and Home for its own.
      event.stopPropagation()
      if (event.isComposing) return
      if (event.key === 'Escape') this.#args.cancelChanges()
      else if (event.key === 'Enter' && event.altKey) this.#input.setRangeText('\n', ...this.#cursor, 'end')
      else if (event.key === 'Enter') this.#commit(this.#list?.choice, event.shiftKey ? 'up' : 'down')
      else if (event.key === 'Tab') this.#commit(this.#list?.choice, event.shiftKey ? 'left' : 'right')
      else if (event.key === 'ArrowDown' && this.#list !== undefined) this.#list.move(1)
      else if (event.key === 'ArrowUp' && this.#list !== undefined) this.#list.move(-1)
      else return
      event.preventDefault()
    }

    get #cursor(): [number, number] {
      return [this.#input.selectionStart, this.#input.selectionEnd]
    }

    #commit(choice: string | undefined, where: Parameters<EditedGrid['goOn']>[0]): void {
      if (choice !== undefined) this.#input.value = choice
      this.#args.commitChanges()
      edited.goOn(where)
    }
  }
}

function typesAText(event: unknown): boolean {
  return event instanceof KeyboardEvent && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
}
