/**
 * Taking back what set-up wrote of the Settings tab: all of it where set-up made the tab, else the section about columns;
 * unless a person has chosen or written something there.
 */
import type { CellReader } from './cell-reader.ts'
import { readMarks } from './marks.ts'
import { ownTabNames, ownTabTitles } from './own-tabs.ts'
import { isUntouched, sectionRows } from './settings-page.ts'
import type { BeforeSetup } from './setup-marks.ts'
import { takeBackTab } from './take-back-tab.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/**
 * @param isNamed whether a formula of the spreadsheet names a tab
 * @returns whether it is gone; undefined where there is nothing of set-up's
 */
export function takeBackSettings(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  { ids, policy }: BeforeSetup,
  reader: CellReader,
  isNamed: (tab: string) => boolean,
): boolean | undefined {
  const rows = () => reader.rows(sheet.getDataRange().getValues())
  if (!ids.has(sheet.getSheetId())) {
    return takeBackTab(
      spreadsheet,
      sheet,
      () => isUntouched(rows(), policy) && hasNoNotes(sheet) && !isNamed(sheet.getName()),
    )
  }
  const before = sectionRows(rows())
  if (before.length === 0) return undefined
  const wasHidden = sheet.isSheetHidden()
  if (!wasHidden) sheet.hideSheet()
  const now = rows()
  const section = sectionRows(now)
  const isUnused = section.every((row) => (now[row]?.[1] ?? '') === '')
  if (isUnused) for (const row of [...section].reverse()) sheet.deleteRow(row + 1)
  if (!wasHidden) sheet.showSheet()
  return isUnused
}

/** The Settings tab; without its mark, one that set-up had no time to fill or to mark. */
export function settingsSheet(spreadsheet: Spreadsheet, { ids }: BeforeSetup): Sheet | undefined {
  const isUnmarked = (sheet: Sheet) =>
    !ids.has(sheet.getSheetId()) &&
    ownTabNames.settings.includes(sheet.getName()) &&
    ['', ownTabTitles.settings].includes(String(sheet.getRange(1, 1).getValue()))
  return readMarks(spreadsheet).tabs.get('settings')?.sheet ?? spreadsheet.getSheets().find(isUnmarked)
}

function hasNoNotes(sheet: Sheet): boolean {
  return sheet
    .getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns())
    .getNotes()
    .every((row) => row.every((note) => note === ''))
}
