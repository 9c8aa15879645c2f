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
 * Checks the roster of the open spreadsheet: from the menu without a request, from the sidebar with one as JSON.
 */
function checkRoster(request) {
  return PlanKeeper.checkRoster(request)
}

/**
 * What the sidebar shows first, as JSON.
 */
function getOverview() {
  return PlanKeeper.getOverview()
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

/**
 * The school year (July 1 to June 30) that each date lies in, such as 2026-27.
 *
 * @param {A2:A} dates A cell with a date, or a whole column of them.
 * @return {string} The school year of each date; blank for a blank cell.
 * @customfunction
 */
function SCHOOL_YEAR(dates) {
  return PlanKeeper.SCHOOL_YEAR(dates)
}

/**
 * Grade levels as numbers, however they are written: KG is 0, 7th is 7, Sophomore is 10.
 *
 * @param {A2:A} grades A cell with a grade, or a whole column of them.
 * @return {number} −1 for preschool, 0 for kindergarten, 1 to 12, 13 for post-high; blank for a blank cell.
 * @customfunction
 */
function PLAN_GRADE(grades) {
  return PlanKeeper.PLAN_GRADE(grades)
}

/**
 * What a policy asks: code, clause, grades and the demand, one row each.
 *
 * @param {"davis-4i-101"} policy The id of a policy; leave it blank for a list of all policies.
 * @return {Array} A table with a row of headings.
 * @customfunction
 */
function PLAN_REQUIREMENTS(policy) {
  return PlanKeeper.PLAN_REQUIREMENTS(policy)
}
