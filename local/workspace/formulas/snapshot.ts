/** What stood in the cells after the last calculation, so that the next one knows what has changed since. */
import type { SheetModel, WorkbookModel } from '../model.ts'
import { CellSet } from './cell-set.ts'

interface SheetState {
  readonly values: readonly (SheetModel['values'][number] | undefined)[]
  readonly rowCount: number
  readonly columnCount: number
  readonly name: string
}

export class Snapshot {
  readonly #sheets = new Map<SheetModel, SheetState>()

  constructor(workbook: WorkbookModel) {
    for (const sheet of workbook.sheets) {
      const { rowCount, columnCount, name } = sheet
      this.#sheets.set(sheet, { values: sheet.values.map((row) => row?.slice()), rowCount, columnCount, name })
    }
  }

  /** Whether tabs have come, gone or changed their names. */
  tabsChanged({ sheets }: WorkbookModel): boolean {
    return sheets.length !== this.#sheets.size || sheets.some((sheet) => this.#sheets.get(sheet)?.name !== sheet.name)
  }

  /** The cells that hold something else now, and those that were added to a sheet or cut off. */
  changesIn(workbook: WorkbookModel): CellSet {
    const changes = new CellSet()
    for (const sheet of workbook.sheets) {
      const before = this.#sheets.get(sheet)
      if (before === undefined) changes.addSheet(sheet)
      else compare(sheet, before, changes)
    }
    return changes
  }
}

function compare(sheet: SheetModel, before: SheetState, changes: CellSet): void {
  const height = Math.max(sheet.values.length, before.values.length)
  for (let row = 0; row < height; row++) {
    const now = sheet.values[row]
    const then = before.values[row]
    const width = Math.max(now?.length ?? 0, then?.length ?? 0)
    for (let column = 0; column < width; column++) {
      if (now?.[column] !== then?.[column]) changes.add(sheet, row, column)
    }
  }
  const [least, most] = [Math.min(sheet.rowCount, before.rowCount), Math.max(sheet.rowCount, before.rowCount)]
  const columns = Math.max(sheet.columnCount, before.columnCount)
  changes.addArea(sheet, { row: least, rows: most - least, column: 0, columns })
  const narrow = Math.min(sheet.columnCount, before.columnCount)
  changes.addArea(sheet, { row: 0, rows: most, column: narrow, columns: columns - narrow })
}
