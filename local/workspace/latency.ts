/**
 * How long a call takes on the virtual clock. The times are means of what others measured on live accounts; the spread
 * there is large, so they show orders of magnitude: a loop of single-cell writes is seen to be slow, no more.
 */
import type { Effect } from './calls.ts'

/** One read or write of cells: 0.3 s and 0.2 s on a sheet of 10 M cells (tanaikech, 2022-04-25), less on small ones. */
const readCells = 60
const writeCells = 80
/** 85 s for reading 10 M cells, 220 s for writing them (same report). */
const perCellRead = 0.0085
const perCellWrite = 0.022
/** getActiveSheet 8 ms, getSheetId 2 ms (tanaikech, 2022-08-31). */
const readDocument = 8
const writeDocument = 30

/** ms that a call takes, by its effect and the cells of the range it is called on. */
export function measuredLatency(effect: Effect, cells: number): number {
  switch (effect) {
    case 'none':
      return 0
    case 'reads-drive':
    case 'writes-drive':
      // What Drive takes depends on what the call does: drive/limits.ts.
      return 0
    case 'reads':
      return readDocument
    case 'writes':
      return writeDocument
    case 'reads-range':
      return readCells + cells * perCellRead
    case 'writes-range':
      return writeCells + cells * perCellWrite
  }
}
