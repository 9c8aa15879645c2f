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
    readonly #input: HTMLInputElement | HTMLTextAreaElement
    readonly #list: ChoiceList | undefined
    readonly #before: string

    constructor(args: EditorArguments) {
      this.#args = args
      const active = args.grid.getActiveCell()!
      const cell = edited.cell({ row: active.row, column: active.cell - 1 })
      this.#before = cell === undefined ? '' : (cell.view.typed ?? cell.view.text)
      const list = cell?.input?.kind === 'list' ? cell.input : undefined
      // A combobox must be an input of one line.
      const input = list === undefined ? oneLineArea() : document.createElement('input')
      const field: HTMLElement = input
      field.className = 'editor'
      field.spellcheck = false
      field.setAttribute('aria-label', `Edit ${String(args.column.name)}${active.row + 1}`)
      field.style.minWidth = `${args.container.offsetWidth}px`
      field.style.minHeight = `${args.container.offsetHeight}px`
      field.addEventListener('keydown', (event) => this.#keyDown(event))
      field.addEventListener('input', () => this.#list?.filter())
      args.container.append(field)
      this.#input = input
      // A typed letter begins a new text; it arrives in the field after this.
      input.value = typesAText(args.event) ? '' : this.#before
      if (list !== undefined && input instanceof HTMLInputElement) {
        this.#list = new ChoiceList(input, list.choices, list.strict, (choice) => this.#commit(choice, 'stay'))
        this.#list.showAll()
      }
      field.focus()
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
      return [this.#input.selectionStart ?? 0, this.#input.selectionEnd ?? 0]
    }

    #commit(choice: string | undefined, where: Parameters<EditedGrid['goOn']>[0]): void {
      if (choice !== undefined) this.#input.value = choice
      this.#args.commitChanges()
      edited.goOn(where)
    }
  }
}

function oneLineArea(): HTMLTextAreaElement {
  const area = document.createElement('textarea')
  area.rows = 1
  return area
}

function typesAText(event: unknown): boolean {
  return event instanceof KeyboardEvent && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
}
