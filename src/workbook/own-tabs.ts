/**
 * Our own tabs: their names and titles, and how one is made.
 */
import type { OwnTab } from './marks.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** What a tab of ours is called, and instead where the school has a tab of that name. */
export const ownTabNames: Readonly<Record<OwnTab, readonly string[]>> = {
  settings: ['Settings', 'Plan Keeper settings'],
  findings: ['Findings', 'Plan Keeper findings'],
}

/** What stands in A1 of a tab of ours. */
export const ownTabTitles: Readonly<Record<OwnTab, string>> = {
  settings: 'Plan Keeper settings',
  findings: 'Plan Keeper findings',
}

/** Calm: one dark colour for headings, one pale ground, the same on all our tabs. */
export const palette = {
  heading: '#e8eaed',
  note: '#5f6368',
  late: '#fce8e6',
  check: '#fef7e0',
  open: '#e8f0fe',
  plain: '#ffffff',
} as const

/**
 * A new tab behind the others, under the first of its names that is free.
 *
 * @param taken names of the tabs that were looked at
 */
export function insertOwnTab(
  spreadsheet: Spreadsheet,
  tab: OwnTab,
  taken: readonly string[],
): { readonly sheet: Sheet; readonly name: string } {
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase())
  let name = ownTabNames[tab].find((candidate) => !isTaken(candidate))
  for (let copy = 2; name === undefined; copy++) {
    const numbered = `${ownTabTitles[tab]} ${copy}`
    if (!isTaken(numbered)) name = numbered
  }
  try {
    return { sheet: spreadsheet.insertSheet(name, taken.length), name }
  } catch (error) {
    // A tab of that name stands further right than tabs were looked at.
    if (/already exists/i.test(String(error))) return insertOwnTab(spreadsheet, tab, [...taken, name])
    throw error
  }
}

/**
 * How many dressings that our new tabs can do without (wrapped text, bold headings, a drop-down) they get: a check stays
 * within 24 calls that read or write ranges, and every tab of the school takes one of them.
 */
export function dressingExtras(tabsRead: number): Readonly<Record<OwnTab, number>> {
  const extras = Math.max(0, rangeCallsToSpare - tabsRead)
  const findings = Math.min(3, extras)
  const settings = Math.min(3, extras - findings)
  return { findings: extras - settings, settings }
}

/** 24, without what every first check needs besides reading the tabs. */
const rangeCallsToSpare = 12
