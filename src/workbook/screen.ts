/**
 * What a person sees beside the cells: the add-on's menu, its sidebar, and a message box.
 */

export interface MenuItem {
  readonly caption: string
  /** Name of a top-level function of the script. */
  readonly runs: string
}

/**
 * Puts the items under Extensions › Plan Keeper.
 *
 * It makes no other call, because before a file is enabled for the add-on (AuthMode NONE) Google allows none.
 */
export function showMenu(items: readonly MenuItem[]): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu()
  for (const item of items) menu.addItem(item.caption, item.runs)
  menu.addToUi()
}

/** Opens an html file of the script as the sidebar; its width is Google's, 300 pixels. */
export function showSidebar(title: string, file: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(file).setTitle(title))
}

/** A message box with an OK button; it waits until the person has read it. */
export function showMessage(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi()
  ui.alert(title, text, ui.ButtonSet.OK)
}

/** Whoever works on a tab stays on it: Google brings a tab that is inserted onto the screen. */
export function stayingOnTab<Result>(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  work: () => Result,
): Result {
  const tab = spreadsheet.getActiveSheet()
  const result = work()
  if (spreadsheet.getActiveSheet().getSheetId() !== tab.getSheetId()) spreadsheet.setActiveSheet(tab, true)
  return result
}
