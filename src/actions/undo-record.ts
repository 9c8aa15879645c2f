/**
 * Taking back what saveRecord wrote: exactly those rows, found by what stands in them, wherever they have moved since. A row
 * that was changed is somebody's work and stays.
 */
import { type ActiveWorkbook, activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import type { ReadTab } from '../workbook/read-tabs.ts'
import { deleteRecords, fillCells, rereadTab, rowHash } from '../workbook/record-rows.ts'
import { answer } from './answer.ts'
import { markedOutOfDate, rechecked } from './record.ts'
import { RequestInvalid } from './requests/read-request.ts'
import { readUndoRequest, type Undone } from './requests/record.ts'
import { studentsInRows } from './students-in-rows.ts'
import { understandRoster, whenStill, withTabReread } from './understanding.ts'
import { rowsOfToken, type SavedRow } from './undo-token.ts'

/**
 * @param request an UndoRequest as JSON
 * @returns an UndoAnswer as JSON
 */
export function undoRecord(request: string): string {
  return answer<'undoRecord'>(() => {
    const saved = rowsOfToken(readUndoRequest(request).undo)
    if (!saved) throw new RequestInvalid({ undo: 'This is nothing that can be taken back.' })
    const workbook = activeWorkbook()
    return withDocumentLock(() => takeBack(workbook, saved))
  })
}

function takeBack(workbook: ActiveWorkbook, saved: readonly SavedRow[]): Undone {
  const understood = whenStill(() => understandRoster(workbook, {}))
  const wanted = new Set(saved.map(({ sheetId }) => sheetId))
  const tabs = understood.reading.tabs
    .map((tab) => ({ tab, sheetId: tab.sheet.getSheetId() }))
    .filter(({ sheetId }) => wanted.has(sheetId))
    .map(({ tab, sheetId }) => ({
      tab,
      found: foundRows(
        tab,
        saved.filter((one) => one.sheetId === sheetId),
      ),
    }))
  const ids = new Set(
    tabs.flatMap(({ tab, found }) => [
      ...studentsInRows(
        understood,
        tab.name,
        found.map(({ row }) => row),
      ),
    ]),
  )
  const takenBack = tabs.reduce((sum, { found }) => sum + found.length, 0)
  const told = { ok: true, takenBack, left: saved.length - takenBack } as const
  if (takenBack === 0) return { ...told, students: [], rechecked: true }
  return markedOutOfDate(workbook, understood, (mark) => {
    let after = understood
    for (const { tab, found } of tabs) {
      deleteRecords(
        tab,
        found.flatMap(({ row, columns }) => (columns.length === 0 ? [row] : [])),
      )
      fillCells(
        tab,
        found.map(({ row, columns }) => ({
          row,
          columns: columns.map(({ index, before }) => ({ index, value: before })),
        })),
      )
      after = withTabReread(after, rereadTab(tab, workbook.reader))
    }
    return { ...told, ...rechecked(workbook, after, ids, mark) }
  })
}

/** Each of the saved rows once, where it still is as it was. */
function foundRows(
  tab: ReadTab,
  saved: readonly SavedRow[],
): readonly { readonly row: number; readonly columns: SavedRow['columns'] }[] {
  const open = new Map<string, SavedRow[]>()
  for (const one of saved) open.set(one.hash, [...(open.get(one.hash) ?? []), one])
  return tab.rows.flatMap((cells, index) => {
    const one = open.get(rowHash(cells, tab.managed))?.pop()
    return one ? [{ row: index + 1, columns: one.columns }] : []
  })
}
