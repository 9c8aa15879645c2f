/** RangeList: the same for several ranges of one sheet. */
import type { CellChange } from '../cell-changes.ts'
import type { Execution } from '../execution.ts'
import { Refusal } from '../refusal.ts'
import { type EnumMember, ServiceObject } from '../service-object.ts'
import type { Range } from './range.ts'

export class RangeList extends ServiceObject {
  readonly official = 'RangeList'
  readonly #ranges: readonly Range[]

  constructor(execution: Execution, ranges: readonly Range[]) {
    super(execution)
    if (ranges.length === 0) throw new Refusal('Must specify at least one range.')
    this.#ranges = ranges
  }

  override get touchedCells(): number {
    return this.#ranges.reduce((sum, range) => sum + range.touchedCells, 0)
  }

  override get change(): CellChange {
    return { sheetId: this.#ranges[0]!.sheetId, areas: this.#ranges.map(({ area }) => area) }
  }

  getRanges(): Range[] {
    return [...this.#ranges]
  }

  /** The last one becomes the active range. */
  activate(): RangeList {
    this.execution.workspace.select(this.#ranges[0]!.sheetId, ...this.#ranges.map(({ area }) => area))
    return this
  }

  setValue(value: unknown): RangeList {
    return this.#each((range) => range.setValue(value))
  }

  clearContent(): RangeList {
    return this.#each((range) => range.clearContent())
  }

  clearFormat(): RangeList {
    return this.#each((range) => range.clearFormat())
  }

  clearNote(): RangeList {
    return this.#each((range) => range.clearNote())
  }

  clearDataValidations(): RangeList {
    return this.#each((range) => range.clearDataValidations())
  }

  setBackground(color: string | null): RangeList {
    return this.#each((range) => range.setBackground(color))
  }

  setFontColor(color: string | null): RangeList {
    return this.#each((range) => range.setFontColor(color))
  }

  setFontWeight(weight: string | null): RangeList {
    return this.#each((range) => range.setFontWeight(weight))
  }

  setFontStyle(style: string | null): RangeList {
    return this.#each((range) => range.setFontStyle(style))
  }

  setFontSize(size: number): RangeList {
    return this.#each((range) => range.setFontSize(size))
  }

  setFontFamily(family: string | null): RangeList {
    return this.#each((range) => range.setFontFamily(family))
  }

  setNumberFormat(numberFormat: string): RangeList {
    return this.#each((range) => range.setNumberFormat(numberFormat))
  }

  setHorizontalAlignment(alignment: string | null): RangeList {
    return this.#each((range) => range.setHorizontalAlignment(alignment))
  }

  setVerticalAlignment(alignment: string | null): RangeList {
    return this.#each((range) => range.setVerticalAlignment(alignment))
  }

  setWrap(isWrapEnabled: boolean): RangeList {
    return this.#each((range) => range.setWrap(isWrapEnabled))
  }

  setWrapStrategy(strategy: EnumMember): RangeList {
    return this.#each((range) => range.setWrapStrategy(strategy))
  }

  setNote(note: string | null): RangeList {
    return this.#each((range) => range.setNote(note))
  }

  insertCheckboxes(...values: unknown[]): RangeList {
    return this.#each((range) => range.insertCheckboxes(...values))
  }

  removeCheckboxes(): RangeList {
    return this.#each((range) => range.removeCheckboxes())
  }

  check(): RangeList {
    return this.#each((range) => range.check())
  }

  uncheck(): RangeList {
    return this.#each((range) => range.uncheck())
  }

  #each(change: (range: Range) => void): RangeList {
    for (const range of this.#ranges) change(range)
    return this
  }
}
