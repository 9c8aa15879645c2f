/**
 * Reading the workbook: each of the school's tabs once, our own tabs told apart.
 */

import { type FoundColumns, findManaged } from '../compliance/managed-headings.ts'
import type { Problem } from '../records/problem.ts'
import type { Cell, Tab } from '../records/tab.ts'
import type { CellReader } from './cell-reader.ts'
import { type ColumnMarks, type Marks, type OwnTab, ownTabs, readMarks } from './marks.ts'
import { ownTabNames, ownTabTitles } from './own-tabs.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** A workbook may have any number of tabs; a check reads no more than these, so that its calls stay within bounds. */
const mostTabsRead = 12

/** Nor does it ask for more names: these tabs from the left, our own, and the roster of the last check. */
const mostTabsNamed = 14

/** What the tabs that we look for are usually called. */
const likelyNames =
  /student|roster|enrol|pupil|user|conf|contact|plan|pccr|ilp|sep|seop|update|calendar|term|session|log|grade|graduation|course|credit|history|sis|demograph|association/i

export interface ReadTab extends Tab {
  readonly sheet: Sheet
  readonly rows: readonly (readonly Cell[])[]
  /** The columns of this tab that carry our marks. */
  readonly marked: ColumnMarks
  readonly found: FoundColumns
}

/** A tab of ours that a check goes by. */
export interface ReadOwnTab extends NamedSheet {
  readonly rows: readonly (readonly Cell[])[]
}

export interface WorkbookReading {
  readonly tabs: readonly ReadTab[]
  readonly marks: Marks
  readonly settings: ReadOwnTab | undefined
  /** What became of plan documents; where there is none, nothing is read. */
  readonly documents: ReadOwnTab | undefined
  readonly findings: NamedSheet | undefined
  /** Of the tabs that were looked at, in their order. */
  readonly names: readonly string[]
  /** Tabs that were left out. */
  readonly problems: readonly Problem[]
}

export interface NamedSheet {
  readonly sheet: Sheet
  readonly name: string
}

/**
 * Reads the school's tabs, and of ours Settings and Documents: one read for each.
 *
 * @returns undefined when tabs were renamed while they were read; reading again puts it right
 */
export function readWorkbook(spreadsheet: Spreadsheet, reader: CellReader): WorkbookReading | undefined {
  const marks = readMarks(spreadsheet)
  const own = new Map<string, OwnTab>()
  for (const [tab, { sheet }] of marks.tabs) own.set(sheet.getName(), tab)
  const all = spreadsheet.getSheets()
  const sheets: NamedSheet[] = all.slice(0, mostTabsNamed).map((sheet) => ({ sheet, name: sheet.getName() }))
  const isFull = all.length > mostTabsNamed
  const further = isFull
    ? [...[...marks.tabs.values()].map(({ sheet }) => sheet), ...(marks.roster ? [marks.roster] : [])]
    : []
  for (const sheet of further) {
    const name = sheet.getName()
    if (!sheets.some((one) => one.name === name)) sheets.push({ sheet, name })
  }
  const names = sheets.map(({ name }) => name)
  const roster = marks.roster?.getName()
  for (const name of own.keys()) if (!names.includes(name)) return undefined

  const read: ReadOwnTab[] = []
  const problems: Problem[] = isFull ? [notLookedAt(all.length - sheets.length)] : []
  let settings: ReadOwnTab | undefined
  let documents: ReadOwnTab | undefined
  let findings: NamedSheet | undefined
  for (const { sheet, name } of inReadingOrder(sheets, roster)) {
    const known = own.get(name)
    if (known === 'findings') {
      findings = { sheet, name }
      continue
    }
    if (known === undefined && read.length === mostTabsRead) {
      problems.push(
        notRead(name, `Only ${mostTabsRead} tabs are read. Move what matters to fewer tabs, or delete old ones.`),
      )
      continue
    }
    const rows = readRows(sheet, reader)
    if (rows === undefined) continue
    const recognised = known ?? unmarkedOwnTab(name, rows, marks)
    if (recognised === undefined) read.push({ sheet, name, rows })
    else if (recognised === 'findings') findings = { sheet, name }
    else if (recognised === 'settings') settings = { sheet, name, rows }
    else documents = { sheet, name, rows }
  }
  read.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
  const places = marks.columns()
  for (const name of places.keys()) if (!names.includes(name)) return undefined
  const tabs = read.map((tab) => withColumns(tab, places.get(tab.name)))
  return { tabs, marks, settings, documents, findings, names, problems }
}

function withColumns(tab: ReadOwnTab, marked: ColumnMarks = new Map()): ReadTab {
  const found = findManaged(
    tab.rows,
    new Map([...marked].map(([kind, list]) => [kind, list.map(({ column }) => column)])),
  )
  return { ...tab, marked, found, managed: Object.values(found) }
}

/** Our tabs first, then the roster as marked, then what is named like a tab of ours to read, then the rest as they stand. */
function inReadingOrder(sheets: readonly NamedSheet[], roster: string | undefined): readonly NamedSheet[] {
  const rank = ({ name }: NamedSheet) => {
    if (Object.values(ownTabNames).some((names) => names.includes(name))) return 0
    if (name === roster) return 1
    return likelyNames.test(name) ? 2 : 3
  }
  return sheets
    .map((one, position) => ({ one, position, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || a.position - b.position)
    .map(({ one }) => one)
}

/** A tab of ours whose mark was lost, as on the way through .xlsx; an empty one is what a run left that was cut short. */
function unmarkedOwnTab(name: string, rows: readonly (readonly Cell[])[], marks: Marks): OwnTab | undefined {
  for (const tab of ownTabs) {
    if (marks.tabs.has(tab) || !ownTabNames[tab].includes(name)) continue
    const first = rows[0]?.[0]
    const empty = rows.every((row) => row.every((cell) => cell === ''))
    if (first === ownTabTitles[tab] || empty) return tab
  }
  return undefined
}

/** @returns undefined for a tab without cells (a chart on a tab of its own) */
function readRows(sheet: Sheet, reader: CellReader): Cell[][] | undefined {
  try {
    return reader.rows(sheet.getDataRange().getValues())
  } catch (error) {
    if (sheet.getType() !== SpreadsheetApp.SheetType.GRID) return undefined
    throw error
  }
}

function notLookedAt(count: number): Problem {
  const tabs = count === 1 ? 'tab was' : 'tabs were'
  return {
    code: 'TAB_NOT_READ',
    sheet: '',
    message: `${count} more ${tabs} not looked at. Move the tabs with records to the left, then check again.`,
  }
}

function notRead(sheet: string, why: string): Problem {
  return { code: 'TAB_NOT_READ', sheet, message: `The tab ${sheet} was not read. ${why}` }
}

/** Whether a tab still ends where it ended when it was read: a row or column that came in meanwhile pushed the last one out. */
export function endsAsRead({ sheet, rows }: ReadTab): boolean {
  return sheet.getLastRow() === rows.length && sheet.getLastColumn() === (rows[0]?.length ?? 0)
}
