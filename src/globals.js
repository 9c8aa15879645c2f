/* biome-ignore-all lint/correctness/noUnusedVariables: Apps Script calls these by name. */
/* The build writes this file, from the line below on, behind the bundle: Apps Script sees top-level functions only, and
   Google Sheets reads their comments for the help of the custom functions. A stub passes its arguments on, nothing else. */
// ---- stubs ----

/**
 * Builds the menu when the spreadsheet opens.
 */
function onOpen() {
  return PlanKeeper.onOpen()
}

/**
 * Builds the menu right after the add-on was installed.
 */
function onInstall() {
  return PlanKeeper.onInstall()
}

/**
 * Opens the sidebar.
 */
function openSidebar() {
  return PlanKeeper.openSidebar()
}

/**
 * Says what to do first and what the words mean.
 */
function showHelp() {
  return PlanKeeper.showHelp()
}
