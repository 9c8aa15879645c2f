/**
 * Saying that what stands on the roster and on Findings may be of an older state of the workbook: a mark for us, and a line
 * in the title block of Findings for people. The next check takes both away.
 */
import { outOfDateAt, outOfDateLine } from './findings-rows.ts'
import { type Marks, markOutOfDate } from './marks.ts'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/**
 * Before the first check there is nothing to say it of.
 *
 * @param isCheckRunning then one more mark is left: the running check will remove those that it has met
 */
export function sayOutOfDate(spreadsheet: Spreadsheet, { tabs, outOfDate }: Marks, isCheckRunning = false): void {
  const findings = tabs.get('findings')
  if (!findings || (outOfDate.length > 0 && !isCheckRunning)) return
  markOutOfDate(spreadsheet)
  findings.sheet.getRange(outOfDateAt).setValue(outOfDateLine)
}
