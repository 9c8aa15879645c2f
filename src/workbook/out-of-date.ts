/**
 * Saying that what stands on the roster and on Findings may be of an older state of the workbook: a mark for us, and a line
 * in the title block of Findings for people. The next check takes both away.
 */
import { outOfDateAt, outOfDateLine } from './findings-rows.ts'
import { type Marks, markOutOfDate } from './marks.ts'
import { ownTabNames } from './own-tabs.ts'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** Whether a check may have been here; a file that lost its marks on the way through .xlsx still has the tab's name. */
export function mayBeChecked(spreadsheet: Spreadsheet, { tabs }: Marks): boolean {
  return tabs.has('findings') || ownTabNames.findings.some((name) => spreadsheet.getSheetByName(name) !== null)
}

/** Once; before the first check there is nothing to say it of. */
export function sayOutOfDate(spreadsheet: Spreadsheet, marks: Marks): void {
  if (!mayBeChecked(spreadsheet, marks) || marks.outOfDate.length > 0) return
  markOutOfDate(spreadsheet)
  showOutOfDate(marks)
}

/** The line alone, where the mark is set. */
export function showOutOfDate({ tabs }: Marks): void {
  tabs.get('findings')?.sheet.getRange(outOfDateAt).setValue(outOfDateLine)
}
