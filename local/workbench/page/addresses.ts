/**
 * Names of cells as a sheet shows them: A1, B2:C9.
 */
import type { Area } from '../../workspace/model.ts'

/** A cell; both count from 0. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/** 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export function cellAddress({ row, column }: Cell): string {
  return `${columnLetters(column)}${row + 1}`
}

/** A single cell by its own name, a larger area by its corners. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  const first = cellAddress({ row, column })
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cellAddress({ row: row + rows - 1, column: column + columns - 1 })}`
}

/** The cell of a name such as “b12”; undefined for anything else. */
export function readAddress(text: string): Cell | undefined {
  const [, letters, digits] = /^\s*([a-z]{1,3})([1-9]\d{0,7})\s*$/i.exec(text) ?? []
  if (letters === undefined || digits === undefined) return undefined
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}
