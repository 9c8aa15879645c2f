/**
 * Check the roster: read each tab once, judge, write the flags and the Findings tab.
 */
import { evaluate } from '../compliance/evaluate.ts'
import { managedColumns, managedHeadings } from '../compliance/managed-headings.ts'
import { withTerm } from '../compliance/settings.ts'
import { type Flag, studentFlags } from '../compliance/student-flags.ts'
import { columnLetters } from '../records/column-choices.ts'
import { CheckStopped } from '../records/problem.ts'
import { type ActiveWorkbook, activeWorkbook, showToast, withDocumentLock } from '../workbook/active-workbook.ts'
import { countsByStatus, findingsPage } from '../workbook/findings-rows.ts'
import { callsForFindings, findingsTab, writeFindings } from '../workbook/findings-tab.ts'
import { clearFlags, writeFlags } from '../workbook/flag-writer.ts'
import { type ManagedPlaces, managedPlaces } from '../workbook/managed-columns.ts'
import { spareCalls } from '../workbook/own-tabs.ts'
import type { FlagTarget } from '../workbook/prepared-write.ts'
import { endsAsRead } from '../workbook/read-tabs.ts'
import { showMessage } from '../workbook/screen.ts'
import { showSettings } from '../workbook/settings-tab.ts'
import { answer } from './answer.ts'
import { type CheckResult, checkAnswer, countsByCode, notTrackedNames } from './check-answer.ts'
import * as messages from './messages.ts'
import { refusal } from './refusal.ts'
import { type CheckRequest, readCheckRequest } from './requests/check.ts'
import type { LastCheck } from './requests/overview.ts'
import { joinedProblems, type RosterUnderstanding, shownSettings, understandRoster } from './understanding.ts'

/** How often a check starts over when people edit the roster under it. */
const attempts = 3

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
  const { reading, context, chosen, records, roster, layout } = understood
  const { policy, asOf, schoolYear } = context
  const { school, term } = withTerm(records.school, schoolYear, chosen)
  const assumed = term.assumed ? [messages.assumedTermNote(schoolYear, term)] : []
  const keep = request.answer === 'all' ? 'all' : 'unmet'
  const evaluation = evaluate(policy, school, { asOf, schoolYear, keep })
  const result: CheckResult = {
    policy,
    evaluation,
    problems: joinedProblems(
      records.problems,
      reading.problems,
      assumed.map((message) => ({ code: 'CALENDAR_ASSUMED', sheet: '', message })),
    ),
    mappings: records.mappings,
    notes: [...messages.assumedPolicyNotes(context), ...assumed],
  }

  const target = flagTarget(workbook, understood)
  if (target === undefined) return 'moved'
  const flags = studentFlags(evaluation)
  const flagByRow = new Map<number, Flag>(layout.rows.map(({ row }, index) => [row, flags[index] as Flag]))
  const outcome = writeFlags(target, flagByRow)
  if (outcome !== 'written') return outcome

  const shown = shownSettings(understood, term, placesInWords(roster.name, target.places))
  const isFirst = target.places.missing.length > 0
  const calls = spareCalls(reading.tabs.length, isFirst)
  const { spreadsheet, reader } = workbook
  const left =
    calls - showSettings(spreadsheet, reading, shown, reader, calls - (reading.settings ? 0 : callsForFindings))
  return { ...result, findingsTabName: writeFindingsTab(workbook, understood, result, left) }
}

/** @returns the name of the tab */
function writeFindingsTab(
  { spreadsheet, reader }: ActiveWorkbook,
  understood: RosterUnderstanding,
  result: CheckResult,
  calls: number,
): string {
  const { reading } = understood
  const { policy, evaluation, problems } = result
  const checkedAt = reader.wallTime(Date.now())
  const tab = findingsTab(spreadsheet, reading)
  const page = findingsPage({
    policy,
    evaluation,
    problems,
    checkedAt,
    sheetIdOf: sheetIdsOf(understood),
    ownSheetId: tab.sheet.getSheetId(),
  })
  const last: LastCheck = {
    policy: policy.id,
    asOf: evaluation.asOf,
    schoolYear: evaluation.schoolYear,
    students: evaluation.students.length,
    counts: countsByStatus(evaluation),
    byCode: countsByCode(evaluation),
    checkedAt,
    notTrackedNames: notTrackedNames(evaluation.notTracked),
    problemCount: problems.length,
  }
  writeFindings(tab, page, reading.marks, JSON.stringify(last), calls)
  for (const mark of reading.marks.outOfDate) mark.remove()
  return tab.name
}

/** Of a tab, for the links on Findings; a tab is asked for its id when the first link leads there. */
function sheetIdsOf({ reading }: RosterUnderstanding): (name: string) => number | undefined {
  const ids = new Map<string, number | undefined>()
  return (name) => {
    if (!ids.has(name)) ids.set(name, reading.tabs.find((tab) => tab.name === name)?.sheet.getSheetId())
    return ids.get(name)
  }
}

/** @returns undefined when the roster is no longer as it was read */
function flagTarget(
  { spreadsheet, reader }: ActiveWorkbook,
  { roster, layout }: RosterUnderstanding,
): FlagTarget | undefined {
  const { headingRow, idColumn } = layout
  const places = endsAsRead(roster) ? managedPlaces(roster, headingRow) : undefined
  return places && { spreadsheet, tab: roster, headingRow, idColumn, places, reader }
}

/** @returns whether the flags are gone */
function clearMisplacedFlags(workbook: ActiveWorkbook, request: CheckRequest): boolean {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const understood = understandRoster(workbook, request)
    const target = understood && flagTarget(workbook, understood)
    if (target && clearFlags(target)) return true
  }
  return false
}

function placesInWords(sheet: string, { columns }: ManagedPlaces): string {
  return managedColumns.map((name) => `${managedHeadings[name]} in ${sheet}!${columnLetters(columns[name])}`).join(', ')
}
