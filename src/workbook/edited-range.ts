/**
 * What a person edited, as the simple trigger tells it.
 */

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** Rows and columns count from 1. */
export interface EditedRange {
  /** Of the tab. */
  readonly name: string
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
  /** What stood in a single cell; undefined for a blank, and for a range. */
  readonly oldValue: string | undefined
}

/** @returns undefined for a call that is no edit, as from the script editor */
export function editedRange(event: Partial<EditEvent> | undefined): EditedRange | undefined {
  const range = event?.range
  if (!range) return undefined
  return {
    name: range.getSheet().getName(),
    firstRow: range.getRow(),
    lastRow: range.getLastRow(),
    firstColumn: range.getColumn(),
    lastColumn: range.getLastColumn(),
    oldValue: event.oldValue === undefined ? undefined : String(event.oldValue),
  }
}

/** How many cells a reading of the workbook takes, from the tabs' last rows and columns. */
export function cellsInUse(spreadsheet: Spreadsheet): number {
  return spreadsheet.getSheets().reduce((sum, sheet) => sum + sheet.getLastRow() * sheet.getLastColumn(), 0)
}
