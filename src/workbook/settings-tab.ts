/**
 * The Settings tab: what a person chose, and what the last check used where nothing was chosen.
 */
import {
  readSettings,
  type SettingName,
  type Settings,
  settingLabels,
  settingNamed,
  settingNames,
} from '../compliance/settings.ts'
import { policies } from '../policy/packs.ts'
import type { Cell } from '../records/tab.ts'
import type { CellReader } from './cell-reader.ts'
import { columnLetters } from './formula-shift.ts'
import { type Marks, markTab } from './marks.ts'
import { insertOwnTab, ownTabTitles } from './own-tabs.ts'
import type { ReadOwnTab } from './read-tabs.ts'
import { asText } from './typed-text.ts'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

const meanings: Readonly<Record<SettingName, string>> = {
  policy: 'The policy that the roster is checked against. Blank: Davis School District 4I-101.',
  schoolYear: 'For example 2026-27. Blank: the school year of the as-of date.',
  firstDay: 'For example 2026-08-17. Blank: from the Calendar tab, else the third Monday of August.',
  lastDay: 'For example 2027-05-28. Blank: from the Calendar tab, else the last Friday of May.',
  asOf: 'The day for which the roster is judged, for example 2026-11-22. Blank: today.',
}

const informationLabels = { columns: 'Columns that a check writes', tabs: 'How your tabs were read' } as const

/** What the last check used, in words, for column C. */
export interface SettingsUsed extends Readonly<Record<SettingName, string>> {
  readonly columns: string
  readonly tabs: string
}

const labelColumn = 0
const choiceColumn = 1
const usedColumn = 2

/** Sheet row of the headings of the new tab, from 1. */
const headingRow = 2

/**
 * Reads what a person chose.
 *
 * @param rows the Settings tab as read
 * @param sheet its name, for the message
 * @throws CheckStopped SETTING_UNREADABLE, naming the cell
 */
export function readSettingsTab(rows: readonly (readonly Cell[])[], sheet: string): Settings {
  return readSettings(rows, (row) => `cell ${columnLetters(choiceColumn)}${row} of the tab ${sheet}`)
}

/**
 * Shows what the check used; makes the tab where there is none. What a person typed is never written over.
 *
 * @param tab the tab as read, if there is one
 * @param extras how many of the dressings that a new tab can do without it gets
 */
export function showSettingsUsed(
  spreadsheet: Spreadsheet,
  tab: ReadOwnTab | undefined,
  marks: Marks,
  names: readonly string[],
  used: SettingsUsed,
  reader: CellReader,
  extras: number,
): void {
  if (tab === undefined || tab.rows[0]?.[0] !== ownTabTitles.settings) {
    makeSettings(spreadsheet, tab, names, used, extras)
    return
  }
  if (!marks.tabs.has('settings')) markTab(tab.sheet, 'settings')
  const shown = usedCells(tab.rows, used)
  if (shown.every((text, row) => text === undefined || text === tab.rows[row]?.[usedColumn])) return
  // A person may have moved the rows since they were read; then what was used is shown at the next check.
  const now = reader.rows(tab.sheet.getRange(1, 1, tab.rows.length, usedColumn + 1).getValues())
  if (now.some((row, index) => row[labelColumn] !== tab.rows[index]?.[labelColumn])) return
  const column = shown.map((text, row) => [asText(text ?? String(now[row]?.[usedColumn] ?? ''))])
  tab.sheet.getRange(1, usedColumn + 1, column.length, 1).setValues(column)
}

/** What is to stand in column C, by row; undefined where the row is none of our lines. */
function usedCells(rows: readonly (readonly Cell[])[], used: SettingsUsed): readonly (string | undefined)[] {
  return rows.map((row) => {
    const name = settingNamed(row[labelColumn])
    if (name) return used[name]
    if (row[labelColumn] === informationLabels.columns) return used.columns
    return row[labelColumn] === informationLabels.tabs ? used.tabs : undefined
  })
}

function makeSettings(
  spreadsheet: Spreadsheet,
  tab: ReadOwnTab | undefined,
  names: readonly string[],
  used: SettingsUsed,
  extras: number,
): void {
  const sheet = tab?.sheet ?? insertOwnTab(spreadsheet, 'settings', names).sheet
  const rows = [
    [
      ownTabTitles.settings,
      '',
      '',
      'Write your choice in column B, or leave it blank. A check writes nothing here but column C.',
    ],
    ['Setting', 'Your choice', 'Used at the last check', 'What it means'],
    ...settingNames.map((name) => [settingLabels[name], '', asText(used[name]), asText(meanings[name])]),
    [informationLabels.columns, '', asText(used.columns), ''],
    [informationLabels.tabs, '', asText(used.tabs), ''],
  ]
  const range = sheet.getRange(1, 1, rows.length, 4)
  range.setValues(rows)
  if (extras > 0) offerPolicies(sheet)
  if (extras > 1) range.setFontWeights(rows.map(weights))
  if (extras > 2) range.setWrap(true)
  sheet.setColumnWidths(1, 4, 300)
  sheet.protect().setWarningOnly(true)
  markTab(sheet, 'settings')
}

function offerPolicies(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  const names = policies.map(({ name }) => name)
  const choice = SpreadsheetApp.newDataValidation().requireValueInList(names, true).build()
  sheet.getRange(headingRow + 1, choiceColumn + 1).setDataValidation(choice)
}

function weights(row: readonly string[], index: number): ('bold' | 'normal')[] {
  return row.map((_, column) => (index === 0 || index === headingRow - 1 || column === labelColumn ? 'bold' : 'normal'))
}
