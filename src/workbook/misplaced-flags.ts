/**
 * Putting back the school's cells that a block of flags was written over, because somebody inserted, deleted or moved
 * columns or rows in the moment between the last look and the write.
 */

import { shiftedFormula } from './formula-shift.ts'
import { type FlagTarget, type PreparedWrite, standsFor, textsOf, textTab } from './prepared-write.ts'
import { type TabMove, tabMove } from './tab-move.ts'
import { asText } from './typed-text.ts'

/** The tab as it is now. */
interface Now {
  readonly values: readonly (readonly unknown[])[]
  readonly formulas: readonly (readonly string[])[]
  readonly formats: readonly (readonly string[])[]
}

/** Restores, from the image, every cell that holds a flag of this write and is not a flag's place. */
export function takeBackMisplaced(target: FlagTarget, write: PreparedWrite): void {
  const { sheet } = target.tab
  const range = sheet.getDataRange()
  const now: Now = { values: range.getValues(), formulas: range.getFormulas(), formats: range.getNumberFormats() }
  const written = new Set(write.blocks.flatMap(({ column, names }) => names.map((_, offset) => column + offset)))
  const move = tabMove(textTab(target, 'with ours'), textsOf(now.values, target.reader), (down) =>
    down > 0 ? written : new Set(),
  )
  const flagPlaces = new Set<number>(
    write.blocks.flatMap(({ names }) => names.map((name) => target.places.columns[name])),
  )
  for (const block of write.blocks) {
    block.names.forEach((_, offset) => {
      const column = block.column + offset
      const was = move.former[column]
      // In a flag column only what stands above the flags needs to come back; the flags are written anew.
      const above = Math.max(0, target.headingRow + move.down - write.firstRow + 1)
      const rows = was !== undefined && flagPlaces.has(was) ? above : block.values.length
      const values = block.values.map((cells) => cells[offset] ?? '')
      restoreColumn(target, write, now, { column, was, move, rows, written: values })
    })
  }
}

/**
 * Puts the number formats of a column back, where a date format came down on a column that had moved there.
 *
 * @param formats of the image's cells, as they were
 * @param column from 0, as it is now
 */
export function takeBackFormat(
  target: FlagTarget,
  write: PreparedWrite,
  formats: readonly (readonly string[])[],
  column: number,
): void {
  const { sheet } = target.tab
  const move = tabMove(textTab(target, 'with ours'), textsOf(sheet.getDataRange().getValues(), target.reader))
  const was = move.former[column]
  const inWindow = was === undefined ? -1 : was - write.windowColumn
  const rows = sheet.getMaxRows()
  const restored = Array.from({ length: rows }, (_, row) => [formats[row - move.down]?.[inWindow] ?? usualFormat])
  sheet.getRange(1, column + 1, rows, 1).setNumberFormats(restored)
}

/** Of a cell that nobody has formatted. */
const usualFormat = 'General'

interface OverwrittenColumn {
  /** Where the flags were written, from 0. */
  readonly column: number
  /** Which column that was when the image was taken; undefined when it is new and blank. */
  readonly was: number | undefined
  readonly move: TabMove
  /** How many rows, from the first written one. */
  readonly rows: number
  readonly written: readonly unknown[]
}

function restoreColumn(target: FlagTarget, write: PreparedWrite, now: Now, one: OverwrittenColumn): void {
  const { tab, reader } = target
  const first = write.firstRow - 1
  const rows = Math.min(one.rows, now.values.length - first)
  let changed = false
  const cells: unknown[][] = []
  for (let offset = 0; offset < rows; offset++) {
    const row = first + offset
    const value = now.values[row]?.[one.column] ?? ''
    const formula = now.formulas[row]?.[one.column] ?? ''
    const format = now.formats[row]?.[one.column] ?? ''
    const isFlag = formula === '' && standsFor(value, one.written[offset] ?? '', reader)
    const cell = isFlag ? imageOf(target, write, row - one.move.down, one) : { formula, value }
    if (isFlag && (cell.formula !== '' || reader.cell(cell.value) !== reader.cell(value))) changed = true
    cells.push([cell.formula === '' ? typed(cell.value, format) : cell.formula])
  }
  if (changed) tab.sheet.getRange(write.firstRow, one.column + 1, rows, 1).setValues(cells)
}

/** What the cell held: from the image taken right before the write, else from the reading; blank for a new column. */
function imageOf(
  target: FlagTarget,
  write: PreparedWrite,
  row: number,
  { was: column, move }: OverwrittenColumn,
): { readonly formula: string; readonly value: unknown } {
  if (column === undefined || row < 0) return { formula: '', value: '' }
  const inWindow = column - write.windowColumn
  if (inWindow < 0 || inWindow >= (write.values[0]?.length ?? 0)) {
    return { formula: '', value: target.tab.rows[row]?.[column] ?? '' }
  }
  const formula = write.formulas[row]?.[inWindow] ?? ''
  return {
    formula: formula === '' ? '' : shiftedFormula(formula, move, target.tab.name),
    value: write.values[row]?.[inWindow] ?? '',
  }
}

/** A value on its way back: text stays text; in a cell that is formatted as text it does so by itself. */
function typed(value: unknown, format: string): unknown {
  return typeof value !== 'string' || format === '@' ? value : asText(value)
}
