/**
 * The answer of a check as it leaves the script.
 */
import { isUnmet } from '../compliance/evaluate.ts'
import type { Evaluation, Finding, FindingCode, Status } from '../compliance/finding.ts'
import { findingsOfStudents, gapsOf } from '../compliance/gaps.ts'
import { codeName, messageText } from '../compliance/messages.ts'
import type { Policy } from '../policy/schema.ts'
import type { Problem } from '../records/problem.ts'
import type { CellRef, Student } from '../records/school.ts'
import { countsByStatus } from '../workbook/findings-rows.ts'
import type { AnsweredFinding, AnsweredMapping, AnswerWanted, CheckDone, CodeCount } from './requests/check.ts'

export interface CheckResult {
  readonly policy: Policy
  readonly evaluation: Evaluation
  readonly problems: readonly Problem[]
  readonly mappings: readonly AnsweredMapping[]
  readonly notes: readonly string[]
}

/** The sidebar shows a few and points to the Findings tab for the rest. */
const problemsWithCounts = 100

export function checkAnswer(result: CheckResult, wanted: AnswerWanted): CheckDone {
  const { policy, evaluation, problems, mappings, notes } = result
  const headings = headingsOf(mappings)
  return {
    ok: true,
    policy: policy.id,
    asOf: evaluation.asOf,
    schoolYear: evaluation.schoolYear,
    students: evaluation.students.length,
    counts: countsByStatus(evaluation),
    byCode: countsByCode(evaluation),
    gaps: gapsOf(findingsOfStudents(evaluation), evaluation.asOf, policy),
    ...(wanted === 'counts' ? {} : { findings: answeredFindings(result, headings, wanted === 'all') }),
    school: evaluation.school.map((finding) => answeredFinding(finding, undefined, policy, headings)),
    notTracked: evaluation.notTracked,
    notTrackedNames: notTrackedNames(evaluation.notTracked),
    problems: wanted === 'counts' ? problems.slice(0, problemsWithCounts) : problems,
    problemCount: problems.length,
    mappings,
    notes,
  }
}

/** How many findings of students there are of each code, clause and status, in the order of the policy. */
export function countsByCode({ tallies }: Evaluation): readonly CodeCount[] {
  const sums = new Map<string, CodeCount>()
  for (const { code, clause, counts } of tallies) {
    for (const [status, count] of Object.entries(counts) as [Status, number][]) {
      const key = `${code}|${clause}|${status}`
      sums.set(key, { code, clause, status, count: (sums.get(key)?.count ?? 0) + count })
    }
  }
  return [...sums.values()]
}

/** 'Folder copy' for 'FOLDER', 'Plan sections (in part)' for 'SECT(test)' and 'SECT(goals)', each once. */
export function notTrackedNames(notTracked: readonly string[]): readonly string[] {
  const names = notTracked.map((name) => {
    const code = name.replace(/\(.*$/, '')
    const subject = codeName(code as FindingCode)
    return code === name ? subject : `${subject} (in part)`
  })
  return [...new Set(names)]
}

function answeredFindings(
  { evaluation, policy }: CheckResult,
  headings: Headings,
  all: boolean,
): readonly AnsweredFinding[] {
  const list: AnsweredFinding[] = []
  for (const { student, findings } of evaluation.students) {
    for (const finding of findings) {
      if (all || isUnmet(finding)) list.push(answeredFinding(finding, student, policy, headings))
    }
  }
  return list
}

/** By tab and canonical column: the heading as the school wrote it. */
export type Headings = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A roster that carries records has its fields as 'Plans.created_on'; where two columns have one name, neither is told. */
export function headingsOf(mappings: readonly AnsweredMapping[]): Headings {
  return new Map(
    mappings.map(({ sheet, columns }) => {
      const named = new Map<string, string>()
      const twice = new Set<string>()
      for (const { field, heading } of columns) {
        if (field === undefined) continue
        const column = field.slice(field.indexOf('.') + 1)
        if (named.has(column)) twice.add(column)
        named.set(column, heading)
      }
      for (const column of twice) named.delete(column)
      return [sheet, named]
    }),
  )
}

/** The cell by the school's own heading; the row alone where the school has no such column. A tab of ours has its own words. */
function asWritten({ sheet, row, column }: CellRef, headings: Headings): CellRef {
  const ofTab = headings.get(sheet)
  const heading = column === undefined || !ofTab ? column : ofTab.get(column)
  return heading === undefined ? { sheet, row } : { sheet, row, column: heading }
}

/** @param student undefined for a duty of the school as a whole */
export function answeredFinding(
  finding: Finding,
  student: Student | undefined,
  policy: Policy,
  headings: Headings,
): AnsweredFinding {
  const { studentId, code, status, clause, detail, opensOn, dueOn, daysLeft, evidence } = finding
  const { grade } = student ?? {}
  return {
    studentId,
    ...(grade !== undefined && { grade }),
    code,
    status,
    clause,
    detail,
    ...(opensOn !== undefined && { opensOn }),
    ...(dueOn !== undefined && { dueOn }),
    ...(daysLeft !== undefined && { daysLeft }),
    message: messageText(finding, policy),
    evidence: evidence.map((cell) => asWritten(cell, headings)),
  }
}
