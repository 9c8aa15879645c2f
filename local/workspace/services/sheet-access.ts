/** What the spreadsheet services share: finding their sheet, checking places, protection. */
import { contains, overlap } from '../areas.ts'
import type { Execution } from '../execution.ts'
import type { Area, Protection, SheetModel, WorkbookModel } from '../model.ts'
import { Refusal } from '../refusal.ts'

export function workbookOf(execution: Execution): WorkbookModel {
  return execution.workspace.workbook
}

/** @throws Refusal when the tab has been deleted. */
export function sheetOf(execution: Execution, id: number): SheetModel {
  const sheet = workbookOf(execution).sheets.find((candidate) => candidate.id === id)
  if (sheet === undefined) throw new Refusal(`Sheet ${id} not found`)
  return sheet
}

/**
 * The rectangle, if it lies on the sheet.
 * @throws Refusal with the texts of Sheet.getRange.
 */
export function checkedArea(sheet: SheetModel, area: Area): Area {
  if (area.row < 0) throw new Refusal('The starting row of the range is too small.')
  if (area.column < 0) throw new Refusal('The starting column of the range is too small.')
  if (area.rows < 1) throw new Refusal('The number of rows in the range must be at least 1.')
  if (area.columns < 1) throw new Refusal('The number of columns in the range must be at least 1.')
  if (area.row + area.rows > sheet.rowCount || area.column + area.columns > sheet.columnCount) {
    throw new Refusal('The coordinates of the range are outside the dimensions of the sheet.')
  }
  return area
}

export function mayEdit(execution: Execution, protection: Protection): boolean {
  const { email, owner } = execution.user
  return owner === true || protection.warningOnly || (protection.editors ?? []).includes(email)
}

/**
 * Lets a write through.
 * @param area undefined: the sheet as a whole
 * @throws Refusal when a protection that is more than a warning covers part of it and the user is none of its editors.
 */
export function checkEditable(execution: Execution, sheet: SheetModel, area?: Area): void {
  for (const protection of sheet.protections) {
    if (mayEdit(execution, protection)) continue
    if (area !== undefined && protection.area !== undefined && !overlap(area, protection.area)) continue
    throw new Refusal(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    )
  }
}

export function wholeSheet(sheet: SheetModel): Area {
  return { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount }
}

/** The row or column that the area is, if it spans the whole sheet in one line. */
export function wholeLine(sheet: SheetModel, area: Area): { row: number } | { column: number } | undefined {
  if (area.columns === 1 && contains(area, { ...area, row: 0, rows: sheet.rowCount })) return { column: area.column }
  if (area.rows === 1 && contains(area, { ...area, column: 0, columns: sheet.columnCount })) return { row: area.row }
  return undefined
}
