/** Filter: the one filter of a sheet. Criteria are not emulated; rows that a person filters out are hidden (`edits.filterRows`). */
import type { CellChange } from '../cell-changes.ts'
import type { Execution } from '../execution.ts'
import { removeFilter, sort } from '../grid.ts'
import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import { Range } from './range.ts'
import { checkEditable, sheetOf } from './sheet-access.ts'

export class Filter extends ServiceObject {
  readonly official = 'Filter'
  readonly #sheetId: number

  constructor(execution: Execution, sheetId: number) {
    super(execution)
    this.#sheetId = sheetId
  }

  override get change(): CellChange {
    return { sheetId: this.#sheetId }
  }

  getRange(): Range {
    return new Range(this.execution, this.#sheetId, this.#filtered().filter!)
  }

  remove(): void {
    removeFilter(this.#filtered())
  }

  /** Sorts the filtered rows below the heading row. */
  sort(columnPosition: number, ascending: boolean): Filter {
    const sheet = this.#filtered()
    const area = sheet.filter!
    checkEditable(this.execution, sheet, area)
    if (area.rows > 1)
      sort(sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }, [{ column: columnPosition - 1, ascending }])
    return this
  }

  #filtered() {
    const sheet = sheetOf(this.execution, this.#sheetId)
    if (sheet.filter === undefined) throw new Refusal('The filter no longer exists.')
    return sheet
  }
}
