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
 * Brings the flags of the students concerned up to date when a person edits a row.
 */
function onEdit(event) {
  return PlanKeeper.onEdit(event)
}

/**
 * Checks the roster of the open spreadsheet: from the menu without a request, from the sidebar with one as JSON.
 */
function checkRoster(request) {
  return PlanKeeper.checkRoster(request)
}

/**
 * For whom there is a plan document, as JSON.
 */
function previewPlans(request) {
  return PlanKeeper.previewPlans(request)
}

/**
 * Filled plan documents as files, as JSON.
 */
function fillPlans(request) {
  return PlanKeeper.fillPlans(request)
}

/**
 * Makes the folder and the templates of plan documents that are missing in Drive.
 */
function setUpDocuments() {
  return PlanKeeper.setUpDocuments()
}

/**
 * What plan documents would be made for whom, as JSON.
 */
function previewDocuments(request) {
  return PlanKeeper.previewDocuments(request)
}

/**
 * Puts plan documents on the list of what is to be made.
 */
function startDocuments(request) {
  return PlanKeeper.startDocuments(request)
}

/**
 * Makes some of the plan documents that are on the list.
 */
function makeDocuments(request) {
  return PlanKeeper.makeDocuments(request)
}

/**
 * How far the plan documents are, as JSON.
 */
function getDocuments(request) {
  return PlanKeeper.getDocuments(request)
}

/**
 * Lets the making of plan documents rest, or go on.
 */
function pauseDocuments(request) {
  return PlanKeeper.pauseDocuments(request)
}

/**
 * Leaves out the plan documents that are not made yet.
 */
function cancelDocuments() {
  return PlanKeeper.cancelDocuments()
}

/**
 * Goes on making plan documents every hour, where a person wishes it.
 */
function carryOnDocuments() {
  return PlanKeeper.carryOnDocuments()
}

/**
 * What the sidebar shows first, as JSON.
 */
function getOverview() {
  return PlanKeeper.getOverview()
}

/**
 * One student in full, as JSON.
 */
function getStudent(request) {
  return PlanKeeper.getStudent(request)
}

/**
 * Selects the row of one student on the roster; answers what is selected then, as JSON.
 */
function showStudent(request) {
  return PlanKeeper.showStudent(request)
}

/**
 * Students of the selected rows, as JSON.
 */
function getSelection() {
  return PlanKeeper.getSelection()
}

/**
 * Students with a part of this name or id, a page of them, as JSON.
 */
function findStudents(request) {
  return PlanKeeper.findStudents(request)
}

/**
 * What is chosen and used, how the policy is read, how each tab is understood, as JSON.
 */
function getSettings() {
  return PlanKeeper.getSettings()
}

/**
 * Types choices into the Settings tab; answers the settings as they are then, as JSON.
 */
function saveSettings(request) {
  return PlanKeeper.saveSettings(request)
}

/**
 * Students who lack something, a page of them, as JSON.
 */
function listStudents(request) {
  return PlanKeeper.listStudents(request)
}

/**
 * What the sidebar's form for records has to know, as JSON.
 */
function getRecordForm() {
  return PlanKeeper.getRecordForm()
}

/**
 * Records a conference, a contact, a signature, a plan or an update for some students.
 */
function saveRecord(request) {
  return PlanKeeper.saveRecord(request)
}

/**
 * Takes back what was just recorded.
 */
function undoRecord(request) {
  return PlanKeeper.undoRecord(request)
}

/**
 * Makes the tabs that are missing, and shows on Settings how the others are understood.
 */
function setUpWorkbook() {
  return PlanKeeper.setUpWorkbook()
}

/**
 * Takes back what set-up made and nobody has made use of.
 */
function undoSetUp() {
  return PlanKeeper.undoSetUp()
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
 * Status, open items and next due of every student, in the words of a check. Put it beside the first row of the roster.
 *
 * @param {Students!A1:Z} students The roster with its heading row.
 * @param {Conferences!A1:Z} conferences The log of conferences with its heading row, or blank.
 * @param {Contacts!A1:Z} contacts The log of contacts, or blank.
 * @param {Plans!A1:Z} plans The list of plans, or blank.
 * @param {'Plan Updates'!A1:Z} updates The list of updates, or blank.
 * @param {Settings!A1:E} settings The tab Settings, two columns like it, or a policy. Without an as-of date it is today.
 * @return {Array} A row for each row of the roster.
 * @customfunction
 */
function PLAN_FLAGS(students, conferences, contacts, plans, updates, settings) {
  return PlanKeeper.PLAN_FLAGS(students, conferences, contacts, plans, updates, settings)
}

/**
 * How far each demand of the policy is met, grade by grade.
 *
 * @param {Students!A1:Z} students The roster with its heading row.
 * @param {Conferences!A1:Z} conferences As in PLAN_FLAGS, or blank.
 * @param {Contacts!A1:Z} contacts As in PLAN_FLAGS, or blank.
 * @param {Plans!A1:Z} plans As in PLAN_FLAGS, or blank.
 * @param {'Plan Updates'!A1:Z} updates As in PLAN_FLAGS, or blank.
 * @param {Settings!A1:E} settings As in PLAN_FLAGS.
 * @return {Array} A table with a row of headings.
 * @customfunction
 */
function PLAN_RATES(students, conferences, contacts, plans, updates, settings) {
  return PlanKeeper.PLAN_RATES(students, conferences, contacts, plans, updates, settings)
}

/**
 * How a student's plan stands: the plan itself, its parent signature, its yearly update.
 *
 * @param {D2:D} grade A grade, or a column of them.
 * @param {E2:E} created When the plan was made, or blank.
 * @param {F2:F} updated When it was last updated, or blank.
 * @param {G2:G} signed When a parent signed it, or blank.
 * @param {"2026-11-23"} as_of The day for which it is judged; blank for today.
 * @param {"davis-4i-101"} policy A policy; see PLAN_REQUIREMENTS.
 * @return {string} What is late or to do, by which clause and day.
 * @customfunction
 */
function PLAN_STATUS(grade, created, updated, signed, as_of, policy) {
  return PlanKeeper.PLAN_STATUS(grade, created, updated, signed, as_of, policy)
}

/**
 * How a student's conferences stand, each taken as held with student, parent and staff.
 *
 * @param {D2:D} grade A grade, or a column of them.
 * @param {E2:G} dates The days of the conferences, in one column or several.
 * @param {E1:G1} kinds What kind they are: a row, a column, or one cell for all.
 * @param {"2026-11-23"} as_of The day for which it is judged; blank for today.
 * @param {"davis-4i-101"} policy A policy; see PLAN_REQUIREMENTS.
 * @return {string} What is late or to do, by which clause and day.
 * @customfunction
 */
function PLAN_CONFERENCES(grade, dates, kinds, as_of, policy) {
  return PlanKeeper.PLAN_CONFERENCES(grade, dates, kinds, as_of, policy)
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
 * @param {A2:A} value A cell with a grade, or a whole column of them.
 * @param {"2026-27"} school_year The school year, if the cells hold graduation years.
 * @return {number} -1 for preschool, 0 for kindergarten, 1 to 12, 13 for post-high; blank for a blank cell.
 * @customfunction
 */
function PLAN_GRADE(value, school_year) {
  return PlanKeeper.PLAN_GRADE(value, school_year)
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
