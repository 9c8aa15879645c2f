/** Asking for documents, and not wanting the rest of them any more. */
import { activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import {
  documentStates,
  findJournal,
  type JournalRow,
  openJournal,
  readJournal,
  writeJournal,
} from '../workbook/documents-journal.ts'
import { stayingOnTab } from '../workbook/screen.ts'
import { openLeases } from './leases.ts'

/**
 * Puts documents on the list: from now on workers make them. One that stands there already is asked for anew, with the link
 * and the day that it has: Drive's search may not know a document yet that was made a moment ago.
 */
export function askForDocuments(wanted: readonly Omit<JournalRow, 'state' | 'link' | 'changedOn'>[]): void {
  const { spreadsheet } = activeWorkbook()
  withDocumentLock(() => {
    const sheet = stayingOnTab(spreadsheet, () => openJournal(spreadsheet))
    const standing = new Map(readJournal(sheet).map((row) => [row.key, row]))
    const { toDo: state } = documentStates
    const rows = writeJournal(
      sheet,
      wanted.map((row) => {
        const { link = '', changedOn = '' } = standing.get(row.key) ?? {}
        return { ...row, state, link, changedOn }
      }),
    )
    openLeases().begin(rows.filter((row) => row.state === state).length)
  })
}

/** What no worker has made yet is left out; what one is making just now is still made. */
export function leaveOutTheRest(): void {
  const { spreadsheet } = activeWorkbook()
  withDocumentLock(() => {
    const sheet = findJournal(spreadsheet)
    const rest = sheet ? readJournal(sheet).filter(({ state }) => state === documentStates.toDo) : []
    if (sheet)
      writeJournal(
        sheet,
        rest.map((row) => ({ ...row, state: documentStates.leftOut })),
      )
    openLeases().setPaused(false)
  })
}
