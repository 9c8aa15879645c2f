/**
 * Our own tabs: their names and titles, and how one is made.
 */
import type { Marks, OwnTab } from './marks.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** What a tab of ours is called, and instead where the school has a tab of that name. */
export const ownTabNames: Readonly<Record<OwnTab, readonly string[]>> = {
  settings: ['Settings', 'Plan Keeper settings'],
  findings: ['Findings', 'Plan Keeper findings'],
  documents: ['Documents', 'Plan Keeper documents'],
}

/** What stands in A1 of a tab of ours. */
export const ownTabTitles: Readonly<Record<OwnTab, string>> = {
  settings: 'Plan Keeper settings',
  findings: 'Plan Keeper findings',
  documents: 'Plan Keeper documents',
}

/** A tab of ours; one that lost its mark, as on the way through .xlsx, is known by its name and title. */
export function findOwnTab(spreadsheet: Spreadsheet, { tabs }: Marks, tab: OwnTab): Sheet | undefined {
  const marked = tabs.get(tab)?.sheet
  if (marked) return marked
  const named = ownTabNames[tab].flatMap((name) => spreadsheet.getSheetByName(name) ?? [])
  return named.find((sheet) => sheet.getRange('A1').getValue() === ownTabTitles[tab])
}

/** Calm: one dark colour for headings, one pale ground, the same on all our tabs. */
export const palette = {
  heading: '#e8eaed',
  text: '#202124',
  note: '#5f6368',
  late: '#fce8e6',
  check: '#fef7e0',
  open: '#e8f0fe',
  plain: '#ffffff',
} as const

/** A tab that was just made, under the name that was free. */
export interface NewTab {
  readonly sheet: Sheet
  readonly name: string
}

/**
 * A new tab of ours behind the others, under the first of its names that is free.
 *
 * @param taken names of the tabs that were looked at
 */
export function insertOwnTab(spreadsheet: Spreadsheet, tab: OwnTab, taken: readonly string[]): NewTab {
  return insertTab(spreadsheet, ownTabNames[tab], ownTabTitles[tab], taken.length, taken)
}

/**
 * A new tab, under the first of its names that is free, else with a number behind the last resort.
 *
 * @param place how many tabs stand left of it
 * @param taken names of the tabs that were looked at
 */
export function insertTab(
  spreadsheet: Spreadsheet,
  names: readonly string[],
  lastResort: string,
  place: number,
  taken: readonly string[],
): NewTab {
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase())
  let name = names.find((candidate) => !isTaken(candidate))
  for (let copy = 2; name === undefined; copy++) {
    const numbered = `${lastResort} ${copy}`
    if (!isTaken(numbered)) name = numbered
  }
  try {
    return { sheet: spreadsheet.insertSheet(name, place), name }
  } catch (error) {
    // A tab of that name stands further right than tabs were looked at.
    if (/already exists/i.test(String(error))) {
      return insertTab(spreadsheet, names, lastResort, place, [...taken, name])
    }
    throw error
  }
}

/**
 * How many calls on cells are left for what our tabs can do without (wrapped text, bold headings, drop-downs): a check
 * makes at most 24, and every tab of the school takes one of them. The tab Documents, where there is one, is one more.
 *
 * @param isFirst whether the managed columns were made in this run
 */
export function spareCalls(tabsRead: number, isFirst: boolean): number {
  return Math.max(0, 24 - tabsRead - (isFirst ? 12 : 9))
}
