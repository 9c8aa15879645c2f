/**
 * Columns that tell one detail of a record each, read alike whether the record stands in a tab of its own or in a roster.
 */
import type { Reading } from './cell-text.ts'
import type { ColumnReader, ColumnReaders } from './column-readers.ts'
import type { Expectation } from './problem-list.ts'
import type { Cell } from './tab.ts'

/** Puts what one column says into a record. */
export type Setter<T> = (record: T, cells: readonly Cell[], row: number) => void

/** A detail of a record, with how its cell is read and what the cell should hold. */
export type Detail<T> = {
  [K in keyof T]-?: readonly [K, 'date'] | readonly [K, (cell: Cell) => Reading<Exclude<T[K], undefined>>, Expectation]
}[keyof T]

/** A blank cell does not take back what another column told. */
export function setterOf<T>(readers: ColumnReaders, index: number, detail: Detail<T>): Setter<T> {
  const [key] = detail
  const read = (
    detail[1] === 'date' ? readers.dateColumn(index) : readers.column(index, detail[1], detail[2])
  ) as ColumnReader<T[typeof key]>
  return (record, cells, row) => {
    const value = read(cells, row)
    if (value !== undefined) record[key] = value
  }
}
