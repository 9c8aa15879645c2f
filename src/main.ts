/**
 * The one list of what Apps Script can see. Every name here has a stub in globals.js, and the built files are tested
 * to have one for each.
 */
export { checkRoster } from './actions/check-roster.ts'
export {
  cancelDocuments,
  carryOnDocuments,
  getDocuments,
  makeDocuments,
  pauseDocuments,
  startDocuments,
} from './actions/documents.ts'
export { fillPlans } from './actions/fill-plans.ts'
export { findStudents } from './actions/find-students.ts'
export { getSelection } from './actions/get-selection.ts'
export { getSettings } from './actions/get-settings.ts'
export { getStudent } from './actions/get-student.ts'
export { listStudents } from './actions/list-students.ts'
export { onInstall, onOpen, openSidebar, showHelp } from './actions/menu.ts'
export { onEdit } from './actions/on-edit.ts'
export { getOverview } from './actions/overview.ts'
export { previewDocuments } from './actions/preview-documents.ts'
export { previewPlans } from './actions/preview-plans.ts'
export { getRecordForm, saveRecord } from './actions/record.ts'
export { saveSettings } from './actions/save-settings.ts'
export { setUpWorkbook } from './actions/set-up.ts'
export { setUpDocuments } from './actions/set-up-documents.ts'
export { showStudent } from './actions/show-student.ts'
export { undoRecord } from './actions/undo-record.ts'
export { undoSetUp } from './actions/undo-set-up.ts'
export { PLAN_CONFERENCES } from './functions/plan-conferences.ts'
export { PLAN_FLAGS } from './functions/plan-flags.ts'
export { PLAN_GRADE } from './functions/plan-grade.ts'
export { PLAN_RATES } from './functions/plan-rates.ts'
export { PLAN_REQUIREMENTS } from './functions/plan-requirements.ts'
export { PLAN_STATUS } from './functions/plan-status.ts'
export { SCHOOL_YEAR } from './functions/school-year.ts'
