/**
 * Set up this workbook: make the tabs that the school lacks, show on Settings how the others are understood, and ask what
 * only a person can say. Running it again makes nothing twice and completes what was cut short.
 */
import { withTerm } from '../compliance/settings.ts'
import type { TabMapping } from '../records/tab-columns.ts'
import { type ActiveWorkbook, activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { completeSchoolTabs, hideNewTab, makeSchoolTab } from '../workbook/make-school-tab.ts'
import { insertOwnTab } from '../workbook/own-tabs.ts'
import { type MadeKind, madeKinds } from '../workbook/school-tabs.ts'
import { showMessage } from '../workbook/screen.ts'
import { isSettingsTab, showSettings } from '../workbook/settings-tab.ts'
import { readSetupMarks, rememberPolicy, rememberTabs } from '../workbook/setup-marks.ts'
import { refusal } from './refusal.ts'
import { setUpText } from './set-up-text.ts'
import { shownSettings, type Understanding, understandWorkbook, whenStill } from './understanding.ts'
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
  const marks = readSetupMarks(spreadsheet)
  completeSchoolTabs(spreadsheet, marks)
  const before = understood(workbook)
  if (marks.before === undefined) rememberTabs(spreadsheet)
  const done = new Set<string>(marks.things.map(({ kind }) => kind))
  const made = makeTabs(
    workbook,
    before,
    missingKinds(before.records.mappings).filter((kind) => !done.has(kind)),
  )

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

/** @throws CheckStopped SHEET_CHANGING, and what reading the Settings tab throws */
function understood(workbook: ActiveWorkbook): Understanding {
  const understanding = whenStill(() => understandWorkbook(workbook, {}))
  // Before anything is made: days of school that cannot be are told first.
  withTerm(understanding.records.school, understanding.context.schoolYear, understanding.chosen)
  return understanding
}

/** Kinds of records that the roster keeps as columns of its own: a second place for them would only invite double entries. */
function keptOnRoster(mappings: readonly TabMapping[]): readonly MadeKind[] {
  const fields = new Set(mappings.flatMap(({ columns }) => columns.map(({ field }) => field)))
  const kept: readonly (readonly [MadeKind, readonly string[]])[] = [
    ['conferences', ['Conferences.date']],
    ['plans', ['Plans.created_on', 'Plans.parent_signed_on']],
    ['plan-updates', ['PlanUpdates.updated_on']],
  ]
  return kept.filter(([, telling]) => telling.some((field) => fields.has(field))).map(([kind]) => kind)
}

function missingKinds(mappings: readonly TabMapping[]): readonly MadeKind[] {
  const present = new Set<string>([...mappings.map(({ kind }) => kind), ...keptOnRoster(mappings)])
  return madeKinds.filter((kind) => !present.has(kind))
}

/** Makes one tab where somebody wants to record something that the workbook has no place for yet. */
export function makeTab(workbook: ActiveWorkbook, understanding: Understanding, kind: MadeKind): void {
  const { spreadsheet } = workbook
  const marks = readSetupMarks(spreadsheet)
  completeSchoolTabs(spreadsheet, marks)
  if (marks.before === undefined) rememberTabs(spreadsheet)
  const wasCutShort = marks.things.some((one) => one.kind === kind && one.state !== 'made')
  if (!wasCutShort) makeTabs(workbook, understanding, [kind])
}

/** New tabs stand right of the last one that is read. @returns their names */
function makeTabs(
  { spreadsheet }: ActiveWorkbook,
  { reading, records }: Understanding,
  kinds: readonly MadeKind[],
): readonly string[] {
  const { names } = reading
  const last = Math.max(
    ...records.mappings.map(({ sheet, kind }) => (kind === 'other' ? -1 : names.indexOf(sheet))),
    -1,
  )
  const place = last === -1 ? names.length : last + 1
  const made: string[] = []
  for (const kind of kinds) made.push(makeSchoolTab(spreadsheet, kind, place + made.length, [...names, ...made]))
  return made
}
