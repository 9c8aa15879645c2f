/**
 * Bringing the flags and the findings of a few students up to date: the whole school is judged from one reading, and only
 * what is said of these students is written.
 */
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import { findingsPage } from '../workbook/findings-rows.ts'
import { standingFindings, writeFindings } from '../workbook/findings-tab.ts'
import { holdsFlag, writeFlags, writeSomeFlags } from '../workbook/flag-writer.ts'
import { showOutOfDate } from '../workbook/out-of-date.ts'
import { clearMisplacedFlags, findingsInput, flagTarget, type Judgement, judge, lastCheckOf } from './judgement.ts'
import { lastCheck } from './last-check.ts'
import type { LastCheck } from './requests/overview.ts'
import { attempts, type RosterUnderstanding, understandRoster } from './understanding.ts'

/** A re-check that starts over later than this might not end within the 30 seconds of a simple trigger. */
const restartMilliseconds = 10_000

/** Whether a check has been here: before the first one there are no flags to bring up to date. */
export function isChecked({ roster, reading }: RosterUnderstanding): boolean {
  return roster.found.status !== undefined && reading.findings !== undefined
}

/**
 * To be called under the document lock, of a workbook that was checked. Nothing is thrown: what cannot be done is said on
 * the workbook.
 *
 * What an edit changes for other students (the first row of a log makes its columns count for all) is not written: the
 * workbook is then left marked as out of date. So it is where the last check went by another day or another policy.
 *
 * @param first the workbook as it was understood; read again where people edit it meanwhile
 * @param ids of the students
 * @param mark what was set before: the workbook stays marked where not everything is up to date in the end
 * @returns the judgement by which flags and findings of these students are up to date; undefined where they may not be
 */
export function recheckStudents(
  workbook: ActiveWorkbook,
  first: RosterUnderstanding,
  ids: ReadonlySet<string>,
  { unmark, wasOutOfDate }: OutOfDateMark,
): Judgement | undefined {
  const started = Date.now()
  let unsettled = false
  try {
    let understood: RosterUnderstanding | undefined = first
    for (let attempt = 1; attempt <= attempts && Date.now() - started < restartMilliseconds; attempt++) {
      const judged = understood && judge(understood, 'unmet')
      const outcome =
        understood && judged ? recheck(workbook, understood, judged, { ids, wasOutOfDate, all: unsettled }) : 'moved'
      if (outcome === 'written' || (outcome === 'out-of-date' && wasOutOfDate)) unmark()
      if (outcome === 'written' || outcome === 'out-of-date') return judged
      if (outcome === 'unsettled') unsettled = true
      understood = understandRoster(workbook, {})
    }
  } catch {
    // What Google refused or failed at is told by the mark, which stays.
  }
  try {
    if (unsettled) clearMisplacedFlags(workbook, {})
    showOutOfDate(first.reading.marks)
  } catch {
    // The mark was set before anything else.
  }
  return undefined
}

/** Set before anything is read or written, so that a run which Google stops leaves it. */
export interface OutOfDateMark {
  /** Takes that one mark away. */
  readonly unmark: () => void
  /** Whether the workbook carried another one. */
  readonly wasOutOfDate: boolean
}

interface Wanted {
  readonly ids: ReadonlySet<string>
  /** Whether the workbook was out of date before this. */
  readonly wasOutOfDate: boolean
  /** Flags may have come down on other students: those of all are written. */
  readonly all: boolean
}

/** @returns out-of-date: these students are as they should be, others are not */
function recheck(
  workbook: ActiveWorkbook,
  understood: RosterUnderstanding,
  judged: Judgement,
  { ids, wasOutOfDate, all }: Wanted,
): 'written' | 'out-of-date' | 'moved' | 'unsettled' {
  const { layout, reading, roster } = understood
  const target = flagTarget(workbook, understood)
  if (target === undefined || target.places.missing.length > 0) return 'moved'
  const only = new Set(layout.rows.filter(({ studentId }) => ids.has(studentId)).map(({ row }) => row))
  let othersHold = true
  for (let row = layout.headingRow + 1; row <= roster.rows.length; row++) {
    if (only.has(row) || holdsFlag(target, row, judged.flags.get(row))) continue
    // A row without a student keeps no flag.
    if (judged.flags.has(row)) othersHold = false
    else only.add(row)
  }
  const outcome = all ? writeFlags(target, judged.flags) : writeSomeFlags(target, judged.flags, only)
  if (outcome !== 'written') return outcome
  const last = lastCheck(reading.marks.tabs.get('findings')?.remembered ?? '')
  const isOutOfDate = (!othersHold && !all) || (last !== undefined && !isOfThatCheck(judged, last))
  renewFindings(workbook, understood, judged, { ids, isOutOfDate: isOutOfDate || wasOutOfDate, last })
  return isOutOfDate ? 'out-of-date' : 'written'
}

function isOfThatCheck({ evaluation }: Judgement, { policy, asOf, schoolYear }: LastCheck): boolean {
  return evaluation.policyId === policy && evaluation.asOf === asOf && evaluation.schoolYear === schoolYear
}

interface Renewal {
  readonly ids: ReadonlySet<string>
  readonly isOutOfDate: boolean
  readonly last: LastCheck | undefined
}

function renewFindings(
  { reader }: ActiveWorkbook,
  understood: RosterUnderstanding,
  judged: Judgement,
  { ids, isOutOfDate, last }: Renewal,
): void {
  const { marks, findings } = understood.reading
  if (findings === undefined) return
  const tab = { ...findings, isNew: false }
  const checkedAt = last?.checkedAt ?? reader.wallTime(Date.now())
  const standing = standingFindings(tab, reader, ids)
  const input = findingsInput(understood, judged, tab.sheet.getSheetId(), checkedAt)
  const page = findingsPage({ ...input, isOutOfDate }, standing)
  writeFindings(tab, page, marks, JSON.stringify(lastCheckOf(judged, checkedAt)), 0, standing?.rows.length)
}
