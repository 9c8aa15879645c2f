/**
 * The cells of one tab as far as they have been asked for: in blocks, so that a tab of any size can be scrolled.
 */
import type { Area } from '../../workspace/model.ts'
import type { CellsAnswer, CellView, InputView, StyleView } from '../protocol.ts'
import type { Cell } from './addresses.ts'
import { holds } from './areas.ts'

/** A cell with what its numbers stand for. */
export interface StoredCell {
  readonly view: CellView
  readonly style: StyleView | undefined
  readonly input: InputView | undefined
}

const blockRows = 100
const blockColumns = 50
/** Some 300,000 cells; what was looked at longest ago goes first. */
const mostBlocks = 60

interface Block {
  answer: CellsAnswer | undefined
  /** The revision that is being asked for. */
  asked: number | undefined
}

export class CellStore {
  readonly #load: (area: Area) => Promise<CellsAnswer>
  readonly #loaded: (area: Area) => void
  readonly #blocks = new Map<string, Block>()
  /** Typed a moment ago; the server has not answered yet. */
  readonly #typed = new Map<string, { readonly cell: Cell; readonly text: string }>()
  #revision: number

  /**
   * @param load asks the server
   * @param loaded is told of every area of which there is something new
   */
  constructor(revision: number, load: (area: Area) => Promise<CellsAnswer>, loaded: (area: Area) => void) {
    this.#revision = revision
    this.#load = load
    this.#loaded = loaded
  }

  /** Cells of an earlier revision are shown until newer ones have come, and asked for again by the next `want`. */
  newRevision(revision: number): void {
    this.#revision = revision
  }

  /** Undefined for a blank cell and for one that has not come yet. */
  cell({ row, column }: Cell): StoredCell | undefined {
    const typed = this.#typed.get(keyOf({ row, column }))?.text
    const answer = this.#blocks.get(blockOf({ row, column }))?.answer
    const view = answer?.cells[row - answer.area.row]?.[column - answer.area.column] ?? undefined
    if (typed === undefined && view === undefined) return undefined
    return {
      view: typed === undefined ? view! : { ...view, text: typed, typed },
      style: view?.style === undefined ? undefined : answer!.styles[view.style],
      input: view?.input === undefined ? undefined : answer!.inputs[view.input],
    }
  }

  /** The merged cells that hold this one. */
  merge(cell: Cell): Area | undefined {
    return this.#blocks.get(blockOf(cell))?.answer?.merges.find((area) => holds(area, cell))
  }

  /** Whether the cells of the area are there as they are now. */
  has(area: Area): boolean {
    return blocksOf(area).every((corner) => this.#isFresh(this.#blocks.get(blockOf(corner))))
  }

  /** Asks for what is missing or stale of the area, and resolves when it is there. */
  async want(area: Area): Promise<void> {
    await Promise.all(blocksOf(area).map((corner) => this.#wantBlock(corner)))
  }

  /** Shows typed texts at once. */
  type(cell: Cell, rows: readonly (readonly string[])[]): void {
    rows.forEach((texts, down) => {
      texts.forEach((text, along) => {
        const at = { row: cell.row + down, column: cell.column + along }
        this.#typed.set(keyOf(at), { cell: at, text })
      })
    })
  }

  /** Takes typed texts back that the spreadsheet refused. */
  takeBack(cell: Cell, rows: readonly (readonly string[])[]): void {
    rows.forEach((texts, down) => {
      texts.forEach((_, along) => {
        this.#typed.delete(keyOf({ row: cell.row + down, column: cell.column + along }))
      })
    })
  }

  #isFresh(block: Block | undefined): boolean {
    return block?.answer !== undefined && block.answer.revision >= this.#revision
  }

  async #wantBlock(corner: Cell): Promise<void> {
    const key = blockOf(corner)
    const block = this.#blocks.get(key) ?? { answer: undefined, asked: undefined }
    this.#blocks.delete(key)
    this.#blocks.set(key, block)
    if (this.#isFresh(block) || block.asked === this.#revision) return
    block.asked = this.#revision
    try {
      const answer = await this.#load({ ...corner, rows: blockRows, columns: blockColumns })
      if (block.answer === undefined || answer.revision >= block.answer.revision) block.answer = answer
      for (const [key, { cell }] of this.#typed) if (holds(answer.area, cell)) this.#typed.delete(key)
      this.#loaded(answer.area)
    } finally {
      block.asked = undefined
    }
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= mostBlocks) break
      this.#blocks.delete(oldest)
    }
  }
}

function keyOf({ row, column }: Cell): string {
  return `${row} ${column}`
}

/** The key of the block that holds the cell. */
function blockOf({ row, column }: Cell): string {
  return keyOf({ row: Math.floor(row / blockRows), column: Math.floor(column / blockColumns) })
}

/** The first cells of the blocks that reach into the area. */
function blocksOf(area: Area): Cell[] {
  const corners: Cell[] = []
  const firstRow = area.row - (area.row % blockRows)
  const firstColumn = area.column - (area.column % blockColumns)
  for (let row = firstRow; row < area.row + area.rows; row += blockRows) {
    for (let column = firstColumn; column < area.column + area.columns; column += blockColumns) {
      corners.push({ row, column })
    }
  }
  return corners
}
