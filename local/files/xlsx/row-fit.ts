/**
 * Heights for rows whose text runs over several lines. Google Sheets gives such a row its height by itself; a file has to
 * say it, or LibreOffice and the printed page set every line over the next.
 */
import type { Area, CellStyle, SheetModel } from '../../workspace/model.ts'
import { pointsOfPixels } from './measures.ts'

/** What a sheet goes by where a row, a column or a cell says nothing of its own. */
export interface SheetDefaults {
  /** Points. */
  readonly fontSize: number
  /** Pixels. */
  readonly columnWidth: number
  /** Points. */
  readonly rowHeight: number
}

/** Height of a line for each point of type. */
const LINE = 1.22
/** Points above and below the text of a cell together. */
const MARGIN = 3
/** Pixels left and right of the text of a cell together. */
const SIDES = 5
/** Bold letters are that much wider. */
const BOLD = 1.08
/** Excel's own limit, in points. */
const TALLEST = 409.5

/**
 * The heights, in points, of the rows that need more than the sheet's usual one and have none that somebody chose. Cells
 * that are merged do not count, as in Excel and Google Sheets.
 */
export function fittingHeights(sheet: SheetModel, defaults: SheetDefaults): Map<number, number> {
  const heights = new Map<number, number>()
  sheet.styles.forEach((styles, row) => {
    if (!styles || sheet.rowHeights.has(row) || sheet.hiddenRows.has(row)) return
    let most = defaults.rowHeight
    styles.forEach((style, column) => {
      const text = sheet.values[row]?.[column]
      if (!style || text === undefined || text === '' || !matters(style, defaults)) return
      if (sheet.hiddenColumns.has(column) || isMerged(sheet.merges, row, column)) return
      const size = style.fontSize ?? defaults.fontSize
      const room = Math.max(size, (sheet.columnWidths.get(column) ?? defaults.columnWidth) - SIDES)
      const lines = style.wrap && typeof text === 'string' ? lineCount(text, room, size, style.bold === true) : 1
      most = Math.max(most, lines * size * LINE + MARGIN)
    })
    if (most > defaults.rowHeight) heights.set(row, inWholePixels(Math.min(most, TALLEST)))
  })
  return heights
}

function matters(style: CellStyle, defaults: SheetDefaults): boolean {
  return style.wrap === true || (style.fontSize ?? 0) > defaults.fontSize
}

function isMerged(merges: readonly Area[], row: number, column: number): boolean {
  return merges.some(
    (area) =>
      row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
  )
}

function inWholePixels(points: number): number {
  return pointsOfPixels(Math.ceil((points * 4) / 3))
}

/**
 * Lines that a text takes when it is broken between words.
 *
 * @param room pixels from side to side
 * @param size of the type, in points
 */
function lineCount(text: string, room: number, size: number, isBold: boolean): number {
  const em = ((size * 4) / 3) * (isBold ? BOLD : 1)
  let lines = 0
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    lines++
    let used = 0
    for (const word of paragraph.split(/(?<=[ -])/)) {
      const width = widthOf(word.trimEnd()) * em
      if (used > 0 && used + width > room) {
        lines++
        used = 0
      }
      // A word wider than the cell is broken inside.
      const more = Math.max(0, Math.ceil(width / room) - 1)
      lines += more
      used += widthOf(word) * em - more * room
    }
  }
  return lines
}

/** Widths of the letters from the blank to the tilde in Arial, in thousandths of an em. */
const ARIAL = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
]
/** Chinese, Japanese, Korean and pictures are as wide as they are high. */
const FULL_WIDTH = 0x2e80

/** Width in ems, as in Arial; a letter with marks is as wide as the one without. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text) {
    const code = (letter.charCodeAt(0) < 127 ? letter : letter.normalize('NFD')).charCodeAt(0)
    width += code < FULL_WIDTH ? (ARIAL[code - 32] ?? 600) : 1000
  }
  return width / 1000
}
