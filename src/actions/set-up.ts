/**
 * Set up this workbook: make the tabs that the school lacks, show on Settings how the others are understood, and ask what
 * only a person can say. Running it again makes nothing twice and completes what was cut short.
 */
import { withTerm } from '../compliance/settings.ts'
import { type ActiveWorkbook, activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { hideNewTab } from '../workbook/make-school-tab.ts'
import { insertOwnTab } from '../workbook/own-tabs.ts'
import { recordTabKinds } from '../workbook/school-tabs.ts'
import { showMessage } from '../workbook/screen.ts'
import { isSettingsTab, showSettings } from '../workbook/settings-tab.ts'
import { rememberPolicy, rememberTabs } from '../workbook/setup-marks.ts'
import { keptOnRoster, makeMissingTabs, understood } from './missing-tabs.ts'
import { refusal } from './refusal.ts'
import { setUpText } from './set-up-text.ts'
import { shownSettings } from './understanding.ts'
import { guessPolicy, newestYear } from './workbook-guess.ts'

/** From the menu: sets up, and says in one message box what was made, what was understood, and what is asked. */
export function setUpWorkbook(): void {
  let text: string
  try {
    const workbook = activeWorkbook()
    text = withDocumentLock(() => setUp(workbook))
  } catch (error) {
    text = refusal(error).message
  }
  showMessage('Plan Keeper', text)
}

/** @returns what to tell the person */
function setUp(workbook: ActiveWorkbook): string {
  const { spreadsheet, reader: cells } = workbook
  const { before, made } = makeMissingTabs(workbook, recordTabKinds)
  // Where no tab was missing, Settings may be.
  rememberTabs(spreadsheet)
  const now = made.length === 0 ? before : understood(workbook)
  const { reading, context, chosen, records } = now
  const { school, term } = withTerm(records.school, context.schoolYear, chosen)
  const guess = guessPolicy(spreadsheet.getName(), now)
  // Into a new tab the guess is typed, for the person to change; beside what stands there already it is only told.
  const isTyped = guess !== undefined && !isSettingsTab(reading.settings)
  if (isTyped) rememberPolicy(spreadsheet, guess.policy.name)
  const inUse = isTyped ? { ...now, context: { ...context, policy: guess.policy } } : now
  const shown = shownSettings(inUse, term, undefined, { policy: isTyped ? guess.policy.name : '' })
  const { sheet, name } = reading.settings ?? insertOwnTab(spreadsheet, 'settings', reading.names)
  const { rows = [] } = reading.settings ?? {}
  if (!isSettingsTab(reading.settings)) hideNewTab(sheet)
  showSettings(spreadsheet, { ...reading, settings: { sheet, name, rows } }, shown, cells, Number.POSITIVE_INFINITY)
  spreadsheet.setActiveSheet(sheet.showSheet())

  return setUpText({
    made,
    keptOnRoster: keptOnRoster(records.mappings),
    mappings: records.mappings,
    students: school.students.length,
    context,
    term,
    guess,
    isTyped,
    newestYear: newestYear(school, context.asOf),
  })
}
