/**
 * Cell names as they stand in a file ('B7', '$A$1:$C$9', 'A:A') and areas that count from 0.
 */
import type { Area } from '../../workspace/model.ts'

/** The largest sheet that Excel opens. */
export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384

/** 'A' for 0, 'AA' for 26. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** 0 for 'A', and for 'A7': digits are passed over. */
export function columnIndex(name: string): number {
  let index = 0
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code < 65) break
    index = index * 26 + ((code & 0x5f) - 64)
  }
  return index - 1
}

/** 'B7' for row 6, column 1. */
export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1)
}

/** 'A1:C9', or 'A1' for one cell. */
export function areaName(area: Area): string {
  const first = cellName(area.row, area.column)
  if (area.rows === 1 && area.columns === 1) return first
  return `${first}:${cellName(area.row + area.rows - 1, area.column + area.columns - 1)}`
}

/** '$A$1:$C$9': as a named range is written. */
export function fixedAreaName(area: Area): string {
  return areaName(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}

/** The area of 'A1', 'A1:C9', 'A:C' or '3:5', with or without '$'; undefined when it is none of these. */
export function parseArea(text: string): Area | undefined {
  const [first, second = first, more] = text.replaceAll('$', '').split(':')
  if (first === undefined || second === undefined || more !== undefined) return undefined
  const from = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(first)
  const to = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(second)
  if (!from || !to || first === '' || second === '') return undefined
  const isColumns = from[2] === '' && to[2] === ''
  const isRows = from[1] === '' && to[1] === ''
  if ((first === second && (isColumns || isRows) && !text.includes(':')) || (isColumns && isRows)) return undefined
  if (!isColumns && (from[2] === '' || to[2] === '')) return undefined
  if (!isRows && (from[1] === '' || to[1] === '')) return undefined
  const top = isColumns ? 0 : Number(from[2]) - 1
  const bottom = isColumns ? LAST_ROW - 1 : Number(to[2]) - 1
  const left = isRows ? 0 : columnIndex(from[1] as string)
  const right = isRows ? LAST_COLUMN - 1 : columnIndex(to[1] as string)
  if (top < 0 || left < 0 || bottom < top || right < left) return undefined
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}

/** The part of an area that lies on a grid of this size; undefined when none does. */
export function clip(area: Area, rowCount: number, columnCount: number): Area | undefined {
  const rows = Math.min(area.rows, rowCount - area.row)
  const columns = Math.min(area.columns, columnCount - area.column)
  return rows > 0 && columns > 0 ? { row: area.row, column: area.column, rows, columns } : undefined
}

/** The areas of a `sqref`: names divided by spaces. */
export function parseAreas(sqref: string): Area[] {
  return sqref
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== undefined)
}

/** A tab's name as it stands before '!' in a formula, in quotes unless it is a plain word. */
export function quotedSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^(r|c|rc)$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`
}
