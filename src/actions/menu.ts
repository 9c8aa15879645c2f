/**
 * The menu under Extensions › Plan Keeper, and the two things that it opens.
 */
import { type MenuItem, showMenu, showMessage, showSidebar } from '../workbook/screen.ts'

const items: readonly MenuItem[] = [
  { caption: 'Open', runs: 'openSidebar' },
  { caption: 'Check roster now', runs: 'checkRoster' },
  { caption: 'Set up this workbook', runs: 'setUpWorkbook' },
  { caption: 'Undo set-up', runs: 'undoSetUp' },
  { caption: 'Help', runs: 'showHelp' },
]

const helpText = [
  'Plan Keeper checks the roster in this spreadsheet against a conference and plan policy, clause by clause.',
  '',
  '1. Put one student on each row, with a heading for the student number and one for the grade. Conferences, contacts and plans may stand on the same row or on tabs of their own.',
  '2. Choose Extensions › Plan Keeper › Set up this workbook. It makes the tabs that are missing and shows on the tab Settings which of your columns is read for what. Undo set-up takes back what nobody has used.',
  '3. Choose Check roster now.',
  '4. Read the columns Status, Open items and Next due on the roster, and the tab Findings for every item with its clause and due date.',
  '',
  'The policy, the as-of date and the days of school are set on the tab Settings.',
  '',
  'To do: time is left. Late: the due date has passed. Please check: the records cannot decide, a person must.',
  '',
  'Plan Keeper changes only its own columns and its own tabs. It cannot send anything out of this Google account.',
].join('\n')

/**
 * Runs when the spreadsheet opens. It does nothing but build the menu: any other call fails while the add-on is
 * installed but not yet enabled in this file, and then the whole menu would be missing.
 */
export function onOpen(): void {
  showMenu(items)
}

/** Runs once, in the spreadsheet from which the add-on was installed: Google does not call onOpen there. */
export function onInstall(): void {
  onOpen()
}

/** Opens the sidebar. */
export function openSidebar(): void {
  showSidebar('Plan Keeper', 'Sidebar')
}

/** Says in a message box what to do first and what the words mean. */
export function showHelp(): void {
  showMessage('Plan Keeper', helpText)
}
