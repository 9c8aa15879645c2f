/** What stood in the cells of a sheet before its rows or columns moved, so that the cells that changed can be told. */
import type { SheetModel } from '../model.ts'
import type { CellSet } from './cell-set.ts'

export class SheetSnapshot {
  readonly #sheet: SheetModel
  readonly #values: readonly (SheetModel['values'][number] | undefined)[]
  readonly #rowCount: number
  readonly #columnCount: number

  constructor(sheet: SheetModel) {
    this.#sheet = sheet
    this.#values = sheet.values.map((row) => row?.slice())
    this.#rowCount = sheet.rowCount
    this.#columnCount = sheet.columnCount
  }

  /** Adds the cells that hold something else now, and those that were added to the sheet or cut off. */
  addChanges(changes: CellSet): void {
    const sheet = this.#sheet
    const height = Math.max(sheet.values.length, this.#values.length)
    for (let row = 0; row < height; row++) {
      const now = sheet.values[row]
      const then = this.#values[row]
      const width = Math.max(now?.length ?? 0, then?.length ?? 0)
      for (let column = 0; column < width; column++) {
        if (now?.[column] !== then?.[column]) changes.add(sheet, row, column)
      }
    }
    const [fewest, most] = inOrder(sheet.rowCount, this.#rowCount)
    const [narrowest, widest] = inOrder(sheet.columnCount, this.#columnCount)
    changes.addArea(sheet, { row: fewest, rows: most - fewest, column: 0, columns: widest })
    changes.addArea(sheet, { row: 0, rows: most, column: narrowest, columns: widest - narrowest })
  }
}

const inOrder = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)] as const
