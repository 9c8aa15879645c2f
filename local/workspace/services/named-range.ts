/** NamedRange: a name for cells. */
import type { CellChange } from '../cell-changes.ts'
import type { Execution } from '../execution.ts'
import type { NamedRange as NamedRangeModel } from '../model.ts'
import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import { Range } from './range.ts'
import { workbookOf } from './sheet-access.ts'

export class NamedRange extends ServiceObject {
  readonly official = 'NamedRange'
  readonly #named: NamedRangeModel

  constructor(execution: Execution, named: NamedRangeModel) {
    super(execution)
    this.#named = named
  }

  override get change(): CellChange {
    return {}
  }

  getName(): string {
    return this.#named.name
  }

  getRange(): Range {
    return new Range(this.execution, this.#named.sheetId, this.#named.area)
  }

  setName(name: string): NamedRange {
    if (workbookOf(this.execution).namedRanges.some((other) => other !== this.#named && other.name === name)) {
      throw new Refusal(`The named range ${name} already exists.`)
    }
    this.#named.name = name
    return this
  }

  setRange(range: Range): NamedRange {
    this.#named.sheetId = range.sheetId
    this.#named.area = range.area
    return this
  }

  remove(): void {
    const { namedRanges } = workbookOf(this.execution)
    const index = namedRanges.indexOf(this.#named)
    if (index >= 0) namedRanges.splice(index, 1)
  }
}
