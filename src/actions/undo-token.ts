/**
 * What saveRecord hands out so that undoRecord finds the rows again: where they stand and a hash of each as it was read back.
 */

export interface SavedRow {
  readonly sheetId: number
  readonly hash: string
  /** Indexes of the cells that were filled in; none for a row that was added. */
  readonly columns: readonly number[]
}

/** Nothing of a student is in it. */
export function undoToken(rows: readonly SavedRow[]): string {
  return rows.map(({ sheetId, hash, columns }) => `${sheetId}/${hash}/${columns.join('-')}`).join(' ')
}

/** @returns undefined for a text that is no token */
export function rowsOfToken(token: string): readonly SavedRow[] | undefined {
  const rows: SavedRow[] = []
  for (const part of token.split(' ')) {
    const [, sheetId, hash = '', columns = ''] = /^(\d+)\/([\w.]+)\/([\d-]*)$/.exec(part) ?? []
    if (sheetId === undefined) return undefined
    rows.push({ sheetId: Number(sheetId), hash, columns: columns === '' ? [] : columns.split('-').map(Number) })
  }
  return rows
}
