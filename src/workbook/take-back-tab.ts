/**
 * Taking back a tab that set-up made, unless somebody has made use of it.
 *
 * The tab is hidden first and looked at then: nobody can type into it between the look and its end.
 */
import { holdsOurs } from './make-school-tab.ts'
import { type MadeKind, schoolColumns } from './school-tabs.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/**
 * @param isUnused looks at the hidden tab
 * @returns whether the tab is gone; a tab that is kept looks as before
 */
export function takeBackTab(spreadsheet: Spreadsheet, sheet: Sheet, isUnused: () => boolean): boolean {
  const wasHidden = sheet.isSheetHidden()
  const id = sheet.getSheetId()
  // A spreadsheet keeps at least one tab that can be seen.
  if (spreadsheet.getSheets().every((one) => one.getSheetId() === id || one.isSheetHidden())) return false
  if (!wasHidden) sheet.hideSheet()
  if (isUnused()) {
    spreadsheet.deleteSheet(sheet)
    return true
  }
  if (!wasHidden) sheet.showSheet()
  return false
}

/** Whether a school's tab holds what set-up put there and nothing else: no cell, no note. */
export function isAsMade(sheet: Sheet, kind: MadeKind): boolean {
  const columns = schoolColumns(kind)
  return (
    holdsOurs(sheet, kind) &&
    sheet
      .getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns())
      .getNotes()
      .every((row, index) =>
        row.every((note, column) => note === '' || (index === 0 && note === columns[column]?.note)),
      )
  )
}

/** Whether a formula of the spreadsheet names a tab: it would be broken for good if the tab went. */
export function namedInFormulas(spreadsheet: Spreadsheet): (tab: string) => boolean {
  const formulas: string[] = []
  for (const sheet of spreadsheet.getSheets()) {
    if (sheet.getType() !== SpreadsheetApp.SheetType.GRID) continue
    for (const row of sheet.getDataRange().getFormulas()) {
      for (const formula of row) if (formula.includes('!')) formulas.push(formula.toLowerCase())
    }
  }
  return (tab) => {
    const names = [`${tab}!`, `${tab.replace(/'/g, "''")}'!`].map((name) => name.toLowerCase())
    return formulas.some((formula) => names.some((name) => formula.includes(name)))
  }
}
