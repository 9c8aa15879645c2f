/**
 * The spreadsheet that the person has open, the lock on it, and the words shown over it.
 */
import { CheckStopped } from '../records/problem.ts'
import { type CellReader, cellReader } from './cell-reader.ts'

export interface ActiveWorkbook {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet
  /** In the spreadsheet's own time zone. */
  readonly reader: CellReader
}

/** How long a check waits for another one to end. */
const lockWaitMilliseconds = 20_000

/** @throws CheckStopped NO_WORKBOOK when no spreadsheet is open. */
export function activeWorkbook(): ActiveWorkbook {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null
  if (!spreadsheet) {
    throw new CheckStopped(
      'NO_WORKBOOK',
      'No spreadsheet is open. Open the roster in Google Sheets, then check from its menu.',
    )
  }
  return { spreadsheet, reader: cellReader(spreadsheet.getSpreadsheetTimeZone()) }
}

/**
 * Does the work while no other execution of ours works on this spreadsheet.
 *
 * @param wait milliseconds
 * @throws CheckStopped CHECK_RUNNING when another one does not end in time
 */
export function withDocumentLock<Result>(work: () => Result, wait = lockWaitMilliseconds): Result {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null
  if (!lock?.tryLock(wait)) {
    throw new CheckStopped(
      'CHECK_RUNNING',
      'Plan Keeper is at work in this spreadsheet already. Wait a minute, then try again.',
    )
  }
  try {
    return work()
  } finally {
    try {
      // What is still in the air must be in the sheet before another execution reads it.
      SpreadsheetApp.flush()
    } finally {
      lock.releaseLock()
    }
  }
}

/** One sentence in the corner of the window, for ten seconds. */
export function showToast(text: string): void {
  SpreadsheetApp.getActive().toast(text, 'Plan Keeper', 10)
}
