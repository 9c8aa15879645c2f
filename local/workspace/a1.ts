/** A1 notation, both ways. Rows and columns count from 0 here, as in the model. */
import type { Area } from './model.ts'

/** 0 -> 'A', 26 -> 'AA'. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/** 'A' -> 0, 'aa' -> 26. */
export function columnOfLetters(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** 'B2' for one cell, 'B2:C4' for more. */
export function a1Of(area: Area): string {
  const from = `${columnLetters(area.column)}${area.row + 1}`
  if (area.rows === 1 && area.columns === 1) return from
  return `${from}:${columnLetters(area.column + area.columns - 1)}${area.row + area.rows}`
}

export interface A1Reference {
  /** Name of the tab before the exclamation mark, unquoted. */
  readonly sheet?: string
  /** Undefined ends are open: 'A:C' has no rows, '2:5' no columns. */
  readonly firstRow?: number
  readonly lastRow?: number
  readonly firstColumn?: number
  readonly lastColumn?: number
}

const cornerPattern = /^\$?([A-Za-z]{1,3})?\$?(\d{1,8})?$/

/** Reads 'B2', 'B2:C4', 'A:C', '2:5', 'A2:C', each also after "Tab!" or "'O''Brien'!"; undefined when it is none. */
export function parseA1(text: string): A1Reference | undefined {
  let cells = text.trim()
  let sheet: string | undefined
  const quoted = /^'((?:[^']|'')*)'!(.*)$/.exec(cells)
  const plain = quoted === null ? /^([^'!]+)!(.*)$/.exec(cells) : null
  if (quoted !== null) {
    sheet = quoted[1]!.replaceAll("''", "'")
    cells = quoted[2]!
  } else if (plain !== null) {
    sheet = plain[1]!
    cells = plain[2]!
  }
  const corners = cells.split(':')
  if (corners.length > 2) return undefined
  const start = cornerPattern.exec(corners[0]!)
  const end = corners.length === 2 ? cornerPattern.exec(corners[1]!) : start
  if (start === null || end === null || corners[0] === '' || corners[1] === '') return undefined
  if (corners.length === 1 && (start[1] === undefined || start[2] === undefined)) return undefined
  const rows = ordered(start[2] && Number(start[2]) - 1, end[2] && Number(end[2]) - 1)
  const columns = ordered(start[1] && columnOfLetters(start[1]), end[1] && columnOfLetters(end[1]))
  if ((rows[0] ?? 0) < 0 || (rows[0] === undefined && columns[0] === undefined)) return undefined
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(rows[0] === undefined ? {} : { firstRow: rows[0] }),
    ...(rows[1] === undefined ? {} : { lastRow: rows[1] }),
    ...(columns[0] === undefined ? {} : { firstColumn: columns[0] }),
    ...(columns[1] === undefined ? {} : { lastColumn: columns[1] }),
  }
}

function ordered(a: number | string | undefined, b: number | string | undefined): [number?, number?] {
  const first = typeof a === 'number' ? a : undefined
  const second = typeof b === 'number' ? b : undefined
  if (first === undefined || second === undefined)
    return first === undefined && second !== undefined ? [0, second] : first === undefined ? [] : [first]
  return first <= second ? [first, second] : [second, first]
}

/** The rectangle of a reference on a sheet of this size; open ends reach to the edge. */
export function areaOf(reference: A1Reference, size: { readonly rows: number; readonly columns: number }): Area {
  const row = reference.firstRow ?? 0
  const column = reference.firstColumn ?? 0
  return {
    row,
    column,
    rows: (reference.lastRow ?? size.rows - 1) - row + 1,
    columns: (reference.lastColumn ?? size.columns - 1) - column + 1,
  }
}
