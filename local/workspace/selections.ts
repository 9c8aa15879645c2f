/** What is selected on the screen, and what was on each tab the last time. */
import type { Area } from './model.ts'

export interface Selection {
  readonly sheetId: number
  /** The active one: the last that was selected. */
  readonly area: Area
  /** All of them, the active one last. */
  readonly areas: readonly Area[]
}

const firstCell: Area = { row: 0, column: 0, rows: 1, columns: 1 }

export class Selections {
  #current: Selection
  /** By id of the tab. */
  readonly #last = new Map<number, Selection>()

  /** @param sheetId of the tab on the screen */
  constructor(sheetId: number) {
    this.#current = { sheetId, area: firstCell, areas: [firstCell] }
  }

  get current(): Selection {
    return this.#current
  }

  /** @param areas at least one, the active one last */
  select(sheetId: number, areas: readonly Area[]): void {
    const area = areas.at(-1)
    if (area === undefined) throw new Error('A selection needs at least one range.')
    this.#current = { sheetId, area, areas }
    this.#last.set(sheetId, this.#current)
  }

  /** @param restores what was selected there the last time is selected again */
  selectSheet(sheetId: number, restores: boolean): void {
    if (sheetId === this.#current.sheetId) return
    const last = restores ? this.#last.get(sheetId) : undefined
    if (last) this.#current = last
    else this.select(sheetId, [firstCell])
  }

  fillFrom(other: Selections): void {
    this.#current = other.#current
    for (const [sheetId, selection] of other.#last) this.#last.set(sheetId, selection)
  }
}
