/**
 * One student in full: what is missing and what would mend it, what is settled, and what is on file.
 *
 * The student is judged anew from the tabs as they are now, with the same rooms as a check, and alone.
 */
import { evaluate } from '../compliance/evaluate.ts'
import type { Finding, FindingCode } from '../compliance/finding.ts'
import { gapKind } from '../compliance/gaps.ts'
import { codeName, gradeWord } from '../compliance/messages.ts'
import { withTerm } from '../compliance/settings.ts'
import { studentFlags } from '../compliance/student-flags.ts'
import { gradeIn, outsideReason, yearOf } from '../compliance/student-year.ts'
import { K } from '../policy/requirement.ts'
import { listedName } from '../records/names.ts'
import { CheckStopped } from '../records/problem.ts'
import type { CellRef, RowRef, Student } from '../records/school.ts'
import { activeWorkbook } from '../workbook/active-workbook.ts'
import { byPressure, noDue, type Pressure, rankOf } from '../workbook/findings-rows.ts'
import { answer } from './answer.ts'
import { answeredFinding, headingsOf } from './check-answer.ts'
import * as messages from './messages.ts'
import { type RecordHint, readStudentRequest, type StudentDetails, type StudentItem } from './requests/students.ts'
import { timelineOf } from './timeline.ts'
import { type RosterUnderstanding, understandRoster, whenStill } from './understanding.ts'

/** A log in which one id stands in every row must not make an answer that Google refuses. */
const mostEvents = 500
const mostRows = 50
const mostProblems = 20

/** @param request a StudentRequest as JSON @returns a StudentAnswer as JSON */
export function getStudent(request: string): string {
  return answer<'getStudent'>(() => {
    const { id } = readStudentRequest(request)
    const workbook = activeWorkbook()
    return details(
      whenStill(() => understandRoster(workbook, {})),
      id,
    )
  })
}

/** @throws CheckStopped STUDENT_UNKNOWN */
export function studentWithId({ records }: Pick<RosterUnderstanding, 'records'>, id: string): Student {
  const student = records.find(id)
  if (student === undefined) throw new CheckStopped('STUDENT_UNKNOWN', messages.studentUnknown(id))
  return student
}

function details(understanding: RosterUnderstanding, id: string): StudentDetails {
  const { records, context, chosen } = understanding
  const { policy, asOf, schoolYear } = context
  const student = studentWithId(understanding, id)
  const { school } = withTerm(records.school, schoolYear, chosen)
  const alone = { ...school, students: school.students.filter((one) => one.id === student.id) }
  const evaluation = evaluate(policy, alone, { asOf, schoolYear, keep: 'all' })
  const findings = evaluation.students[0]?.findings ?? []
  const [flag] = studentFlags(evaluation)
  const sharesId = alone.students.length > 1
  const headings = headingsOf(records.mappings)
  const items = findings.map((one): StudentItem => {
    const shown = answeredFinding(one, student, policy, headings)
    const record = recordHint(one)
    return {
      ...shown,
      evidence: eachOnce(shown.evidence).slice(0, mostRows),
      name: codeName(one.code),
      ...(record && { record }),
    }
  })
  const missing = items.filter(isMissing).sort((a, b) => byPressure(pressureOf(a), pressureOf(b)))
  const outside = outsideReason(student, gradeIn(student, schoolYear) ?? K, yearOf(policy, school, asOf, schoolYear))
  const timeline = timelineOf(student, policy, asOf)
  return {
    ok: true,
    student: {
      id: student.id,
      name: listedName(student),
      grade: student.grade === undefined ? '' : String(gradeWord(student.grade)),
      at: student.at,
      responsible: student.counselor ?? student.homeroomTeacher ?? '',
      notHere: outside ? messages.notHereWords[outside] : findings.length > 0 ? '' : messages.nothingAsked,
    },
    asOf,
    status: flag?.status ?? '',
    missing,
    settled: items.filter((one) => !isMissing(one)),
    timeline: timeline.slice(0, mostEvents),
    sharesId,
    problems: [
      ...(sharesId && flag ? [`${flag.openItems}.`] : []),
      ...(timeline.length > mostEvents ? [messages.timelineCut(timeline.length, mostEvents)] : []),
      ...problemsOf(understanding, student),
    ],
  }
}

/** One conference may show that all three came. */
function eachOnce(cells: readonly CellRef[]): readonly CellRef[] {
  return [...new Map(cells.map((cell) => [`${rowKey(cell)} ${cell.column}`, cell])).values()]
}

/** Late, to confirm, to do. */
function isMissing({ status, dueOn }: StudentItem): boolean {
  return gapKind(status, dueOn, '') !== undefined
}

function pressureOf({ status, dueOn = noDue, code }: StudentItem): Pressure {
  return { rank: rankOf(status), due: dueOn, name: code, id: '' }
}

/** What can be recorded for a demand that is not met. */
const hints: Readonly<Partial<Record<FindingCode, RecordHint>>> = {
  CONF2: { type: 'conference', kind: 'individual' },
  'CONF-I': { type: 'conference', kind: 'individual' },
  'CONF-G': { type: 'conference', kind: 'group' },
  'CONF-SG': { type: 'conference', kind: 'small_group' },
  IEPCONF: { type: 'conference', kind: 'iep' },
  EFFORT: { type: 'contact' },
  'EFFORT-I': { type: 'contact' },
  'EFFORT-G': { type: 'contact' },
  OFFER: { type: 'contact' },
  OPP: { type: 'contact' },
  PLAN: { type: 'plan' },
  SIGN: { type: 'signature' },
  'SIGN-AGAIN': { type: 'signature' },
  UPDATE: { type: 'update' },
}

/** Questions that a record settles; all others are about what stands in the sheet already. */
const settledByRecord: ReadonlySet<Finding['message']> = new Set([
  'conferences.late-entry',
  'short-enrolment',
  'signature.outdated',
])

function recordHint({ code, status, message, detail }: Finding): RecordHint | undefined {
  if (status !== 'LATE' && status !== 'OPEN' && !settledByRecord.has(message)) return undefined
  // Staff take part by updating the plan, student and parent by coming to a conference (R22).
  if (code === 'INVOLVE') return /[SP]/.test(detail) ? hints['CONF-I'] : hints.UPDATE
  return hints[code]
}

/** What a check says of the rows that are about the student. */
function problemsOf({ records }: RosterUnderstanding, student: Student): readonly string[] {
  const { at, history, conferences, contacts, plans, updates } = student
  const onFile = [{ at }, ...history, ...conferences, ...contacts, ...plans, ...updates]
  const rows = new Set(onFile.map((one) => rowKey(one.at)))
  const found = records.problems.filter(({ sheet, row = 0 }) => rows.has(rowKey({ sheet, row })))
  return [...new Set(found.map(({ message }) => message))].slice(0, mostProblems)
}

function rowKey({ sheet, row }: RowRef): string {
  return `${row} ${sheet}`
}
