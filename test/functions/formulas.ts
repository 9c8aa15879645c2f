/** The built functions as a formula calls them, and tabs as a formula hands them over. */
import { runInNewContext } from 'node:vm'
import type { SheetModel } from '../../local/workspace/model.ts'
import { load } from '../build/built.ts'

export const script = load() as Record<string, (...input: readonly unknown[]) => unknown>

/** A Date at a wall time of this process's zone, made in a context of its own: it is not of the script's class. */
export function foreignDate(year: number, month: number, day: number, hour = 0): Date {
  return runInNewContext(`new Date(${year}, ${month - 1}, ${day}, ${hour})`)
}

/** The whole of a tab as a range: blanks as '', cells with the format of a day as Dates. */
export function rangeOf(sheet: SheetModel): unknown[][] {
  const width = Math.max(...Array.from(sheet.values, (row) => row?.length ?? 0))
  return Array.from(sheet.values, (row, index) =>
    Array.from({ length: width }, (_, column) => {
      const value = row?.[column] ?? ''
      const isDay = sheet.styles[index]?.[column]?.numberFormat?.includes('yyyy')
      return isDay && typeof value === 'number' ? dateOf(value) : value
    }),
  )
}

/** @param serial days since 1899-12-30 */
function dateOf(serial: number): Date {
  const day = new Date((serial - 25_569) * 86_400_000)
  return foreignDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}
