/**
 * Reading the workbook: each of the school's tabs once, our own tabs told apart.
 */
import type { Problem } from '../records/problem.ts'
import type { Cell, Tab } from '../records/tab.ts'
import type { CellReader } from './cell-reader.ts'
import { type FoundColumns, findManaged } from './managed-headings.ts'
import { type Marks, type OwnTab, readMarks } from './marks.ts'
import { ownTabNames, ownTabTitles } from './own-tabs.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** A workbook may have any number of tabs; a check reads no more than these, so that its calls stay within bounds. */
const mostTabsRead = 12

/** What the tabs that we look for are usually called. */
const likelyNames =
  /student|roster|enrol|pupil|user|conf|contact|plan|pccr|ilp|sep|seop|update|calendar|term|session|log|grade|history|sis|demograph|association/i

export interface ReadTab extends Tab {
  readonly sheet: Sheet
  readonly rows: readonly (readonly Cell[])[]
  readonly found: FoundColumns
}

export interface WorkbookReading {
  readonly tabs: readonly ReadTab[]
  readonly marks: Marks
  readonly settings: ReadTab | undefined
  readonly findings: NamedSheet | undefined
  /** Of every tab, in their order. */
  readonly names: readonly string[]
  /** Tabs that were left out. */
  readonly problems: readonly Problem[]
}

export interface NamedSheet {
  readonly sheet: Sheet
  readonly name: string
}

/**
 * Reads the school's tabs and our Settings tab: one read for each.
 *
 * @returns undefined when tabs were renamed while they were read; reading again puts it right
 */
export function readWorkbook(spreadsheet: Spreadsheet, reader: CellReader): WorkbookReading | undefined {
  const marks = readMarks(spreadsheet)
  const own = new Map<string, OwnTab>()
  for (const [tab, { sheet }] of marks.tabs) own.set(sheet.getName(), tab)
  const sheets: NamedSheet[] = spreadsheet.getSheets().map((sheet) => ({ sheet, name: sheet.getName() }))
  const names = sheets.map(({ name }) => name)
  for (const name of [...own.keys(), ...marks.columns.keys()]) if (!names.includes(name)) return undefined

  const tabs: ReadTab[] = []
  const problems: Problem[] = []
  const ours: Partial<Record<OwnTab, ReadTab>> = {}
  let findings: NamedSheet | undefined
  for (const { sheet, name } of inReadingOrder(sheets, marks)) {
    const known = own.get(name)
    if (known === 'findings') {
      findings = { sheet, name }
      continue
    }
    if (known === undefined && tabs.length === mostTabsRead) {
      problems.push(
        notRead(name, `Only ${mostTabsRead} tabs are read. Move what matters to fewer tabs, or delete old ones.`),
      )
      continue
    }
    const rows = readRows(sheet, reader)
    if (rows === undefined) continue
    const tab = asTab(sheet, name, rows, marks)
    const recognised = known ?? unmarkedOwnTab(name, rows, marks)
    if (recognised === undefined) tabs.push(tab)
    else if (recognised === 'findings') findings = { sheet, name }
    else ours[recognised] = tab
  }
  tabs.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
  return { tabs, marks, settings: ours.settings, findings, names, problems }
}

function asTab(sheet: Sheet, name: string, rows: Cell[][], marks: Marks): ReadTab {
  const marked = new Map(
    [...(marks.columns.get(name) ?? [])].map(([kind, list]) => [kind, list.map((one) => one.column)]),
  )
  const found = findManaged(rows, marked)
  return { sheet, name, rows, found, managed: Object.values(found) }
}

/** Our tabs first, then the roster as marked, then what is named like a tab of ours to read, then the rest as they stand. */
function inReadingOrder(sheets: readonly NamedSheet[], marks: Marks): readonly NamedSheet[] {
  const rank = ({ name }: NamedSheet) => {
    if (Object.values(ownTabNames).some((names) => names.includes(name))) return 0
    if (marks.columns.has(name)) return 1
    return likelyNames.test(name) ? 2 : 3
  }
  return sheets
    .map((one, position) => ({ one, position, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || a.position - b.position)
    .map(({ one }) => one)
}

/** A tab of ours whose mark was lost, as on the way through .xlsx; an empty one is what a run left that was cut short. */
function unmarkedOwnTab(name: string, rows: readonly (readonly Cell[])[], marks: Marks): OwnTab | undefined {
  for (const tab of ['settings', 'findings'] as const) {
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

function notRead(sheet: string, why: string): Problem {
  return { code: 'TAB_NOT_READ', sheet, message: `The tab ${sheet} was not read. ${why}` }
}
