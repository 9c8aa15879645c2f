/**
 * Heights of rows as Google Sheets shows them: whose wrapped text needs several lines gets them, unless somebody chose
 * another height.
 */
import { pixelsOfPoints, pointsOfPixels } from '../files/xlsx/measures.ts'
import { fittingHeights } from '../files/xlsx/row-fit.ts'
import type { SheetModel } from '../workspace/model.ts'

/** Of a new spreadsheet in Google Sheets: Arial 10, columns of 100 pixels, rows of 21. */
const defaults = { fontSize: 10, columnWidth: 100, rowHeight: pointsOfPixels(21) }

/** Remembers what it worked out: the page is told of all heights in every answer. */
export class FittedHeights {
  readonly #known = new WeakMap<SheetModel, { readonly revision: number; readonly heights: Map<number, number> }>()

  /**
   * @param revision another one when cells, styles or widths may have changed
   * @returns pixels by row index, of the rows that are not as usual
   */
  of(sheet: SheetModel, revision: number): ReadonlyMap<number, number> {
    const known = this.#known.get(sheet)
    if (known?.revision === revision) return known.heights
    const heights = new Map(sheet.rowHeights)
    for (const [row, points] of fittingHeights(sheet, defaults)) heights.set(row, pixelsOfPoints(points))
    this.#known.set(sheet, { revision, heights })
    return heights
  }
}
