/**
 * Making the tabs that a workbook lacks. What an earlier run was stopped at is completed first, so that nothing is made twice.
 */
import { withTerm } from '../compliance/settings.ts'
import type { TabMapping } from '../records/tab-columns.ts'
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import { completeSchoolTabs, makeSchoolTab } from '../workbook/make-school-tab.ts'
import type { MadeKind } from '../workbook/school-tabs.ts'
import { readSetupMarks, rememberTabs } from '../workbook/setup-marks.ts'
import { type Understanding, understandWorkbook, whenStill } from './understanding.ts'

/**
 * Makes those of the given kinds that there are none of. One that was made before and is no longer known by its headings is
 * the school's now, and enough.
 *
 * @returns the workbook before any was made; names of those that were made or completed
 * @throws CheckStopped SHEET_CHANGING, and what reading the Settings tab throws, before anything is made
 */
export function makeMissingTabs(
  workbook: ActiveWorkbook,
  kinds: readonly MadeKind[],
): { readonly before: Understanding; readonly made: readonly string[] } {
  const { spreadsheet } = workbook
  const marks = readSetupMarks(spreadsheet)
  const completed = completeSchoolTabs(spreadsheet, marks)
  const before = understood(workbook)
  const { mappings } = before.records
  const there = new Set([...marks.things, ...mappings].map(({ kind }): string => kind))
  for (const kind of keptOnRoster(mappings)) there.add(kind)
  const missing = kinds.filter((kind) => !there.has(kind))
  return { before, made: [...completed, ...makeTabs(workbook, before, missing)] }
}

/** Makes one tab where somebody wants to record something that the workbook has no place for yet. */
export function makeTab(workbook: ActiveWorkbook, understanding: Understanding, kind: MadeKind): void {
  const { spreadsheet } = workbook
  const marks = readSetupMarks(spreadsheet)
  completeSchoolTabs(spreadsheet, marks)
  const wasCutShort = marks.things.some((one) => one.kind === kind && one.state !== 'made')
  if (!wasCutShort) makeTabs(workbook, understanding, [kind])
}

/** @throws CheckStopped SHEET_CHANGING, and what reading the Settings tab throws */
export function understood(workbook: ActiveWorkbook): Understanding {
  const understanding = whenStill(() => understandWorkbook(workbook, {}))
  // Before anything is made: days of school that cannot be are told first.
  withTerm(understanding.records.school, understanding.context.schoolYear, understanding.chosen)
  return understanding
}

/** Kinds of records that the roster keeps as columns of its own: a second place for them would only invite double entries. */
export function keptOnRoster(mappings: readonly TabMapping[]): readonly MadeKind[] {
  const fields = new Set(mappings.flatMap(({ columns }) => columns.map(({ field }) => field)))
  const kept: readonly (readonly [MadeKind, readonly string[]])[] = [
    ['conferences', ['Conferences.date']],
    ['plans', ['Plans.created_on', 'Plans.parent_signed_on']],
    ['plan-updates', ['PlanUpdates.updated_on']],
  ]
  return kept.filter(([, telling]) => telling.some((field) => fields.has(field))).map(([kind]) => kind)
}

/** New tabs stand right of the last one that is read. @returns their names */
function makeTabs(
  { spreadsheet }: ActiveWorkbook,
  { reading, records }: Understanding,
  kinds: readonly MadeKind[],
): readonly string[] {
  if (kinds.length > 0) rememberTabs(spreadsheet)
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
