/**
 * What follows from a workbook that was understood: the flag of every row, what Findings is to list, what is remembered. The
 * whole check and the re-check of a few students go by the same judgement.
 */
import { type EvaluationContext, evaluate } from '../compliance/evaluate.ts'
import { withTerm } from '../compliance/settings.ts'
import { type Flag, studentFlags } from '../compliance/student-flags.ts'
import type { Term } from '../records/school.ts'
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import { countsByStatus, type FindingsInput } from '../workbook/findings-rows.ts'
import { clearFlags } from '../workbook/flag-writer.ts'
import { managedPlaces } from '../workbook/managed-columns.ts'
import type { FlagTarget } from '../workbook/prepared-write.ts'
import { endsAsRead } from '../workbook/read-tabs.ts'
import { type CheckResult, countsByCode, notTrackedNames } from './check-answer.ts'
import * as messages from './messages.ts'
import type { CheckRequest } from './requests/check.ts'
import type { LastCheck } from './requests/overview.ts'
import { attempts, joinedProblems, type RosterUnderstanding, understandRoster } from './understanding.ts'

export interface Judgement extends CheckResult {
  readonly term: Term
  /** Of every student, by sheet row, from 1. */
  readonly flags: ReadonlyMap<number, Flag>
}

/** @throws CheckStopped TERM_OUTSIDE_YEAR */
export function judge(
  { reading, context, chosen, records, layout }: RosterUnderstanding,
  keep: EvaluationContext['keep'],
): Judgement {
  const { policy, asOf, schoolYear } = context
  const { school, term } = withTerm(records.school, schoolYear, chosen)
  const assumed = term.assumed ? [messages.assumedTermNote(schoolYear, term)] : []
  const evaluation = evaluate(policy, school, { asOf, schoolYear, ...(keep && { keep }) })
  const flags = studentFlags(evaluation)
  return {
    policy,
    evaluation,
    term,
    flags: new Map(layout.rows.map(({ row }, index) => [row, flags[index] as Flag])),
    problems: joinedProblems(
      records.problems,
      reading.problems,
      assumed.map((message) => ({ code: 'CALENDAR_ASSUMED', sheet: '', message })),
    ),
    mappings: records.mappings,
    notes: [...messages.assumedPolicyNotes(context), ...assumed],
  }
}

/** @param ownSheetId of the Findings tab */
export function findingsInput(
  { reading }: RosterUnderstanding,
  { policy, evaluation, problems }: CheckResult,
  ownSheetId: number,
  checkedAt: string,
): FindingsInput {
  // A tab is asked for its id when the first link leads there.
  const ids = new Map<string, number | undefined>()
  const named = [...reading.tabs, ...(reading.documents ? [reading.documents] : [])]
  const sheetIdOf = (name: string) => {
    if (!ids.has(name)) ids.set(name, named.find((tab) => tab.name === name)?.sheet.getSheetId())
    return ids.get(name)
  }
  return { policy, evaluation, problems, checkedAt, sheetIdOf, ownSheetId }
}

/** What the Findings tab remembers of a check. */
export function lastCheckOf({ policy, evaluation, problems, mappings }: CheckResult, checkedAt: string): LastCheck {
  return {
    policy: policy.id,
    asOf: evaluation.asOf,
    schoolYear: evaluation.schoolYear,
    students: evaluation.students.length,
    counts: countsByStatus(evaluation),
    byCode: countsByCode(evaluation),
    checkedAt,
    notTrackedNames: notTrackedNames(evaluation.notTracked),
    problemCount: problems.length,
    tabsNotNeeded: mappings.filter(({ kind }) => kind === 'other').map(({ sheet }) => sheet),
  }
}

/** @returns undefined when the roster is no longer as it was read */
export function flagTarget(
  { spreadsheet, reader }: ActiveWorkbook,
  { roster, layout }: RosterUnderstanding,
): FlagTarget | undefined {
  const { headingRow, idColumn } = layout
  const places = endsAsRead(roster) ? managedPlaces(roster, headingRow) : undefined
  return places && { spreadsheet, tab: roster, headingRow, idColumn, places, reader }
}

/** Empties the flags, for when they may stand on other students and the rows will not keep still. @returns whether it is done */
export function clearMisplacedFlags(workbook: ActiveWorkbook, request: CheckRequest): boolean {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const understood = understandRoster(workbook, request)
    const target = understood && flagTarget(workbook, understood)
    if (target && clearFlags(target)) return true
  }
  return false
}
