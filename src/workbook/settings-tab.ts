/**
 * The Settings tab: what a person chose, and what the last check used where nothing was chosen.
 */
import { readSettings, type Settings } from '../compliance/settings.ts'
import { columnLetters } from '../records/column-choices.ts'
import type { Cell } from '../records/tab.ts'
import { notInThisTab, type TypedChoice } from '../records/typed-choices.ts'
import type { CellReader } from './cell-reader.ts'
import { askedFirst, type SectionBlock } from './column-section.ts'
import { markTab, rememberOnTab } from './marks.ts'
import { insertOwnTab, ownTabTitles, palette } from './own-tabs.ts'
import type { ReadOwnTab, WorkbookReading } from './read-tabs.ts'
import { type PageRow, pageWidth, type SettingsUsed, settingsPage } from './settings-page.ts'
import { repeated } from './typed-text.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation

const choiceColumn = 2

/** What messages call the cell with a person's choice in a row of the Settings tab of that name. */
export function choicePlace(sheet: string): (row: number) => string {
  return (row) => `cell ${columnLetters(choiceColumn - 1)}${row} of the tab ${sheet}`
}

/**
 * Reads what a person chose.
 *
 * @param rows the Settings tab as read
 * @param sheet its name, for the message
 * @throws CheckStopped SETTING_UNREADABLE, naming the cell
 */
export function readSettingsTab(rows: readonly (readonly Cell[])[], sheet: string): Settings {
  return readSettings(rows, choicePlace(sheet))
}

/** Whether the tab is there and filled. */
export function isSettingsTab(tab: ReadOwnTab | undefined): boolean {
  return tab?.rows[0]?.[0] === ownTabTitles.settings
}

/** What the tab is to show. */
export interface ShownSettings {
  readonly used: SettingsUsed
  readonly blocks: readonly SectionBlock[]
  readonly choices: readonly TypedChoice[]
  /** The policy that set-up types into a new tab. */
  readonly policy?: string
}

/**
 * Shows what is used; makes the tab where there is none. What a person typed is never written over.
 *
 * @param calls how many calls that read or write cells are left for this, besides the one that fills a new tab
 * @returns how many of them it took
 */
export function showSettings(
  spreadsheet: Spreadsheet,
  { settings: tab, marks, names }: Pick<WorkbookReading, 'settings' | 'marks' | 'names'>,
  { used, blocks, choices, policy }: ShownSettings,
  reader: CellReader,
  calls: number,
): number {
  if (tab === undefined || !isSettingsTab(tab)) {
    const sheet = tab?.sheet ?? insertOwnTab(spreadsheet, 'settings', names).sheet
    return makeSettings(sheet, settingsPage(undefined, used, blocks, choices, true, policy), calls)
  }
  const page = settingsPage(tab.rows, used, blocks, choices, calls >= callsToGrow)
  const changed = page.map((row) => isChanged(row, tab.rows))
  const grows = page.some(({ was }) => was === undefined)
  // Without its mark, the tab came through .xlsx, or a run was cut short before it was dressed.
  const mark = marks.tabs.get('settings')
  const lacksLooks = grows || mark?.isPlain !== false
  const toDress = lacksLooks && calls >= callsToDress + (grows ? callsToGrow : callsToRenew)
  if (!mark) markTab(tab.sheet, 'settings', !toDress)
  if ((!toDress && !changed.includes(true)) || calls < callsToRenew) return 0
  // A person may have moved the rows since they were read; then what is used is shown at the next check.
  const now = reader.rows(tab.sheet.getRange(1, 1, tab.rows.length, pageWidth).getValues())
  if (now.some((row, index) => row[0] !== tab.rows[index]?.[0] || row[4] !== (tab.rows[index]?.[4] ?? ''))) return 1
  const took = 1 + renewSettings(tab.sheet, page, changed, calls - (toDress ? callsToDress : 0) - 1)
  if (toDress) {
    dress(tab.sheet, page)
    arrange(tab.sheet)
  }
  if (mark && mark.isPlain !== (lacksLooks && !toDress)) rememberOnTab('settings', mark, lacksLooks && !toDress)
  return took + (toDress ? callsToDress : 0)
}

/** Calls on cells: a second look and what is used today; new rows as well; the looks of the whole tab. */
const callsToRenew = 3
const callsToGrow = 6
const callsToDress = 7

function isChanged({ was, cells, ours }: PageRow, rows: readonly (readonly Cell[])[]): boolean {
  if (was === undefined) return true
  const before = rows[was] ?? []
  return cells.some((text, column) => column !== 1 && column < ours && text !== String(before[column] ?? ''))
}

/** Rows of the page side by side that are alike in what is written of them; indexes from 0. */
interface Run {
  readonly from: number
  readonly rows: readonly PageRow[]
}

function runs(page: readonly PageRow[], kindOf: (row: PageRow, index: number) => unknown): readonly Run[] {
  const found: { from: number; rows: PageRow[]; kind: unknown }[] = []
  page.forEach((row, index) => {
    const kind = kindOf(row, index)
    const last = found[found.length - 1]
    if (!kind) return
    if (last?.kind === kind && last.from + last.rows.length === index) last.rows.push(row)
    else found.push({ from: index, rows: [row], kind })
  })
  return found
}

/**
 * Column B is left alone: whoever chooses something in this moment keeps it.
 *
 * @returns how many calls on cells it took
 */
function renewSettings(sheet: Sheet, page: readonly PageRow[], changed: readonly boolean[], calls: number): number {
  const fresh = runs(page, ({ was }) => was === undefined)
  for (const { from, rows } of fresh) sheet.insertRowsAfter(from, rows.length)
  const named = runs(page, ({ was, look }, index) => changed[index] && (was === undefined || look === 'heading'))
  for (const { from, rows } of named) {
    sheet.getRange(from + 1, 1, rows.length, 1).setValues(rows.map(({ cells }) => [repeated(cells[0] as string)]))
  }
  let took = named.length
  // All lines at one stroke, where one of them is out of date: it is one call either way.
  const stale = new Set(page.flatMap(({ ours }, index) => (changed[index] ? [ours] : [])))
  const renewed = runs(page, ({ was, ours }, index) =>
    ours === 3 ? stale.has(3) && ours : changed[index] && (was === undefined ? 5 : ours),
  ).slice(0, Math.floor((calls - took) / 2))
  for (const { from, rows } of renewed) {
    const width = rows[0]?.ours === 3 ? 1 : 3
    const range = sheet.getRange(from + 1, 3, rows.length, width)
    range.setValues(rows.map(({ cells }) => cells.slice(2, 2 + width).map(repeated)))
    took++
    // Of the lines only the first, with the questions, can change its look.
    if (width === 1 && !changed[from]) continue
    range.setBackgrounds(rows.map((row) => tints(row).slice(2, 2 + width)))
    took++
  }
  return took
}

/** @returns how many calls on cells it took besides the one that fills the tab */
function makeSettings(sheet: Sheet, page: readonly PageRow[], calls: number): number {
  sheet.getRange(1, 1, page.length, pageWidth).setValues(page.map(({ cells }) => cells.map(repeated)))
  const isPlain = calls < callsToDress
  if (!isPlain) dress(sheet, page)
  arrange(sheet)
  markTab(sheet, 'settings', isPlain)
  return isPlain ? 0 : callsToDress
}

/** Pixels of columns A to C and of E; D, with whole sentences, is twice as wide. */
const columnWidth = 260

function arrange(sheet: Sheet): void {
  sheet.setColumnWidths(1, pageWidth, columnWidth).setColumnWidth(4, 2 * columnWidth)
  sheet.protect().setWarningOnly(true)
}

/** The looks of the tab, and what may be picked in column B. */
function dress(sheet: Sheet, rows: readonly PageRow[]): void {
  const range = sheet.getRange(1, 1, rows.length, pageWidth)
  range.setBackgrounds(rows.map(tints)).setFontWeights(rows.map(weights)).setFontColors(rows.map(inks))
  range.setVerticalAlignment('top')
  sheet.getRange(1, 1, rows.length, pageWidth - 1).setWrap(true)
  const rules = new Map<string, DataValidation>()
  const ruleOf = ({ choices = [] }: PageRow): DataValidation | null => {
    if (choices.length === 0 || choices.length > mostChoices) return null
    const key = choices.join('\n')
    const rule =
      rules.get(key) ??
      SpreadsheetApp.newDataValidation()
        .requireValueInList([...choices], true)
        .build()
    rules.set(key, rule)
    return rule
  }
  const choices = sheet.getRange(1, choiceColumn, rows.length, 1)
  choices.setDataValidations(rows.map((row) => [ruleOf(row)]))
  // Text, so that a heading such as 10/8 is the same when it was picked; where something stands, its format stays.
  const blank = runs(rows, ({ ours, cells }) => ours === 5 && cells[1] === '')
  const cells = blank.map((run) => `B${run.from + 1}:B${run.from + run.rows.length}`)
  if (cells.length > 0) sheet.getRangeList(cells).setNumberFormat('@')
}

/** A drop-down takes no more. */
const mostChoices = 500

function tints({ look, cells }: PageRow): string[] {
  const isAsked = cells[2]?.startsWith(askedFirst)
  return Array.from({ length: pageWidth }, (_, column) =>
    look === 'heading' ? palette.heading : isAsked && column === 2 ? palette.check : palette.plain,
  )
}

/** What was not found is there to be changed, and the signs in column E are for us: both stay in the background. */
function inks({ ours, cells }: PageRow): string[] {
  const quiet = ours === 5 && cells[2] === notInThisTab
  return Array.from({ length: pageWidth }, (_, column) =>
    (quiet && column !== 1) || column === 4 ? palette.note : palette.text,
  )
}

function weights({ look }: PageRow): ('bold' | 'normal')[] {
  return Array.from({ length: pageWidth }, (_, column) =>
    look === 'heading' || (look === 'label' && column === 0) ? 'bold' : 'normal',
  )
}
