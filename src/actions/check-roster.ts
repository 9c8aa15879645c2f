/**
 * Check the roster: read each tab once, judge, write the flags and the Findings tab.
 */
import { managedColumns, managedHeadings } from '../compliance/managed-headings.ts'
import { columnLetters } from '../records/column-choices.ts'
import { CheckStopped } from '../records/problem.ts'
import { type ActiveWorkbook, activeWorkbook, showToast, withDocumentLock } from '../workbook/active-workbook.ts'
import { countsByStatus, findingsPage } from '../workbook/findings-rows.ts'
import { callsForFindings, findingsTab, writeFindings } from '../workbook/findings-tab.ts'
import { writeFlags } from '../workbook/flag-writer.ts'
import type { ManagedPlaces } from '../workbook/managed-columns.ts'
import { spareCalls } from '../workbook/own-tabs.ts'
import { showMessage } from '../workbook/screen.ts'
import { showSettings } from '../workbook/settings-tab.ts'
import { answer } from './answer.ts'
import { type CheckResult, checkAnswer } from './check-answer.ts'
import { clearMisplacedFlags, findingsInput, flagTarget, judge, lastCheckOf } from './judgement.ts'
import * as messages from './messages.ts'
import { refusal } from './refusal.ts'
import { type CheckRequest, readCheckRequest } from './requests/check.ts'
import { attempts, type RosterUnderstanding, shownSettings, understandRoster } from './understanding.ts'

/** A check that starts over later than this might not end within the six minutes that Google gives a run. */
const restartMilliseconds = 150_000

/**
 * A call that Google answers with an error now and then succeeds when it is made again, and a check can always start over.
 * Later than this it is told instead: what failed once in a long run is likely to fail again.
 */
const retryMilliseconds = 60_000

/** A finished check, and where its findings stand. */
interface Checked extends CheckResult {
  readonly findingsTabName: string
}

/**
 * Checks the roster of the open spreadsheet.
 *
 * From the menu it is called with nothing, goes by the Settings tab, and tells the outcome in a toast or a message box.
 *
 * @param request a CheckRequest as JSON, from the sidebar or the command line
 * @returns a CheckAnswer as JSON where a request was given
 */
export function checkRoster(request?: unknown): string | undefined {
  if (typeof request !== 'string') {
    checkFromMenu()
    return undefined
  }
  return answer<'checkRoster'>(() => {
    const asked = readCheckRequest(request)
    return checkAnswer(check(asked), asked.answer ?? 'counts')
  })
}

function checkFromMenu(): void {
  try {
    const { evaluation, findingsTabName } = check({})
    showToast(messages.outcomeSentence(countsByStatus(evaluation), evaluation.students.length, findingsTabName))
  } catch (error) {
    showMessage('Plan Keeper', refusal(error).message)
  }
}

function check(request: CheckRequest): Checked {
  const workbook = activeWorkbook()
  return withDocumentLock(() => {
    const started = Date.now()
    let unsettled = false
    for (let attempt = 1; attempt <= attempts && Date.now() - started < restartMilliseconds; attempt++) {
      try {
        const outcome = attemptCheck(workbook, request)
        if (outcome === 'unsettled') unsettled = true
        else if (outcome !== 'moved') return outcome
      } catch (error) {
        const inTime = Date.now() - started < retryMilliseconds
        if (error instanceof CheckStopped || !inTime || attempt === attempts) {
          if (unsettled) clearMisplacedFlags(workbook, request)
          throw error
        }
      }
    }
    if (!unsettled) throw new CheckStopped('SHEET_CHANGING', messages.sheetChanging)
    const cleared = clearMisplacedFlags(workbook, request)
    throw new CheckStopped('SHEET_CHANGING', cleared ? messages.sheetChangingCleared : messages.sheetChangingUnsure)
  })
}

/** One pass from reading to writing; it ends early when somebody changed the roster meanwhile. */
function attemptCheck(workbook: ActiveWorkbook, request: CheckRequest): Checked | 'moved' | 'unsettled' {
  const understood = understandRoster(workbook, request)
  if (understood === undefined) return 'moved'
  const { reading, roster } = understood
  const judged = judge(understood, request.answer === 'all' ? 'all' : 'unmet')
  const target = flagTarget(workbook, understood)
  if (target === undefined) return 'moved'
  const outcome = writeFlags(target, judged.flags)
  if (outcome !== 'written') return outcome

  const shown = shownSettings(understood, judged.term, placesInWords(roster.name, target.places))
  const isFirst = target.places.missing.length > 0
  const calls = spareCalls(reading.tabs.length, isFirst)
  const { spreadsheet, reader } = workbook
  const left =
    calls - showSettings(spreadsheet, reading, shown, reader, calls - (reading.settings ? 0 : callsForFindings))
  return { ...judged, findingsTabName: writeFindingsTab(workbook, understood, judged, left) }
}

/** @returns the name of the tab */
function writeFindingsTab(
  workbook: ActiveWorkbook,
  understood: RosterUnderstanding,
  result: CheckResult,
  calls: number,
): string {
  const { spreadsheet, reader } = workbook
  const { reading } = understood
  const checkedAt = reader.wallTime(Date.now())
  const tab = findingsTab(spreadsheet, reading)
  const page = findingsPage(findingsInput(understood, result, tab.sheet.getSheetId(), checkedAt))
  writeFindings(tab, page, reading.marks, JSON.stringify(lastCheckOf(result, checkedAt)), calls)
  for (const mark of reading.marks.outOfDate) mark.remove()
  return tab.name
}

function placesInWords(sheet: string, { columns }: ManagedPlaces): string {
  return managedColumns.map((name) => `${managedHeadings[name]} in ${sheet}!${columnLetters(columns[name])}`).join(', ')
}
