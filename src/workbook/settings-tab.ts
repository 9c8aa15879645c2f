/**
 * The Settings tab: what a person chose, and what the last check used where nothing was chosen.
 */
import { policies } from '../policy/packs.ts'
import type { IsoDate, Policy, SchoolYear } from '../policy/schema.ts'
import { isoDate, isRealDay } from '../records/calendar.ts'
import { CheckStopped } from '../records/problem.ts'
import type { Cell } from '../records/tab.ts'
import type { CellReader } from './cell-reader.ts'
import { columnLetters } from './formula-shift.ts'
import { type Marks, markTab } from './marks.ts'
import { insertOwnTab, ownTabTitles } from './own-tabs.ts'
import type { ReadOwnTab } from './read-tabs.ts'
import { asText } from './typed-text.ts'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

export type SettingName = 'policy' | 'schoolYear' | 'firstDay' | 'lastDay' | 'asOf'

/** What a person typed; absent where the cell is blank. */
export interface Settings {
  readonly policy?: Policy
  readonly schoolYear?: SchoolYear
  readonly firstDay?: IsoDate
  readonly lastDay?: IsoDate
  readonly asOf?: IsoDate
}

/** One line of the tab. */
interface Line {
  readonly label: string
  readonly meaning: string
}

const lines: Readonly<Record<SettingName, Line>> = {
  policy: {
    label: 'Policy',
    meaning: 'The policy that the roster is checked against. Blank: Davis School District 4I-101.',
  },
  schoolYear: { label: 'School year', meaning: 'For example 2026-27. Blank: the school year of the as-of date.' },
  firstDay: {
    label: 'First day of school',
    meaning: 'For example 2026-08-17. Blank: from the Calendar tab, else the third Monday of August.',
  },
  lastDay: {
    label: 'Last day of school',
    meaning: 'For example 2027-05-28. Blank: from the Calendar tab, else the last Friday of May.',
  },
  asOf: {
    label: 'As-of date',
    meaning: 'The day for which the roster is judged, for example 2026-11-22. Blank: today.',
  },
}

const informationLabels = { columns: 'Columns that a check writes', tabs: 'How your tabs were read' } as const

const settingNames = Object.keys(lines) as SettingName[]

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
export function readSettings(rows: readonly (readonly Cell[])[], sheet: string): Settings {
  const settings: { -readonly [Name in keyof Settings]: Settings[Name] } = {}
  rows.forEach((row, index) => {
    const name = settingNames.find((candidate) => lines[candidate].label === row[labelColumn])
    const typed = String(row[choiceColumn] ?? '').trim()
    if (name === undefined || typed === '') return
    const at: SettingCell = {
      cell: `${columnLetters(choiceColumn)}${index + 1}`,
      sheet,
      label: lines[name].label,
      typed,
    }
    if (name === 'policy') settings.policy = readPolicy(at)
    else if (name === 'schoolYear') settings.schoolYear = readYear(at)
    else settings[name] = readDay(at)
  })
  return settings
}

interface SettingCell {
  readonly sheet: string
  readonly cell: string
  readonly label: string
  readonly typed: string
}

function unreadable({ sheet, cell, label, typed }: SettingCell, wanted: string): CheckStopped {
  return new CheckStopped(
    'SETTING_UNREADABLE',
    `${label} in cell ${cell} of the tab ${sheet} is "${typed.slice(0, 80)}". ${wanted} Then check again.`,
  )
}

function readPolicy(at: SettingCell): Policy {
  const typed = at.typed.toLowerCase()
  const policy = policies.find(({ id, name }) => id === typed || name.toLowerCase() === typed)
  if (policy) return policy
  throw unreadable(at, `Choose one of: ${policies.map(({ name }) => name).join('; ')}.`)
}

function readYear(at: SettingCell): SchoolYear {
  const parts = /^(20\d\d)\s*[-–/]\s*(?:20)?(\d\d)$/.exec(at.typed)
  if (parts && (Number(parts[1]) + 1) % 100 === Number(parts[2])) return `${parts[1]}-${parts[2]}`
  throw unreadable(at, 'Write a school year such as 2026-27, or leave the cell blank.')
}

/** ISO, or month/day/year as people here write it. */
function readDay(at: SettingCell): IsoDate {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(at.typed)
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(at.typed)
  const [year, month, day] = (iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], us[1], us[2]] : []).map(Number)
  if (year !== undefined && month !== undefined && day !== undefined && isRealDay(year, month, day)) {
    return isoDate(year, month, day)
  }
  throw unreadable(at, 'Write a day such as 2027-05-28, or leave the cell blank.')
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
    const name = settingNames.find((candidate) => lines[candidate].label === row[labelColumn])
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
    ...settingNames.map((name) => [lines[name].label, '', asText(used[name]), asText(lines[name].meaning)]),
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
