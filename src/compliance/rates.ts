/**
 * Rates by grade and requirement (reading R31): of the students to whom it applies on the as-of date, how many stand where.
 */
import type { Grade } from '../policy/schema.ts'
import type { Evaluation, Finding, FindingCode, Status } from './finding.ts'
import { gradeIn } from './student-year.ts'

export interface Rate {
  /** Undefined for students whose grade is not known: of them nobody can say what applies. */
  readonly grade: Grade | undefined
  readonly code: FindingCode
  readonly clause: string
  /** To how many students it applies; each of them is in one of the four. */
  readonly students: number
  /** In time or late. */
  readonly met: number
  readonly late: number
  readonly open: number
  /** A blank or a doubt: never met until a person confirms it. */
  readonly check: number
}

type Count = Exclude<keyof Rate, 'grade' | 'code' | 'clause' | 'students'>

/** Where a student stands who has several statuses of one code (INVOLVE): with the first of these that is among them. */
const standing: readonly (readonly [Status, Count])[] = [
  ['LATE', 'late'],
  ['CHECK', 'check'],
  ['OPEN', 'open'],
  ['MET-LATE', 'met'],
  ['MET', 'met'],
  // Signed by the student, who is an adult (R21).
  ['NOTE', 'met'],
]

/**
 * @param evaluation with all findings kept, those that are met too
 * @returns by grade, and in a grade in the order of the policy; unknown grades last
 */
export function rates({ students, schoolYear }: Evaluation): readonly Rate[] {
  const byGrade: Map<FindingCode, { -readonly [Key in keyof Rate]: Rate[Key] }>[] = []
  for (const { student, findings } of students) {
    const grade = gradeIn(student, schoolYear)
    // Preschool is grade −1; an unknown grade goes to the end, behind grade 13.
    const index = (grade ?? 14) + 1
    const ofGrade = byGrade[index] ?? new Map()
    byGrade[index] = ofGrade
    for (const [code, ofCode] of byCode(findings)) {
      const found = standing.find(([status]) => ofCode.some((finding) => finding.status === status))
      if (found === undefined) continue
      const { clause } = ofCode[0] as Finding
      const rate = ofGrade.get(code) ?? { grade, code, clause, students: 0, met: 0, late: 0, open: 0, check: 0 }
      ofGrade.set(code, rate)
      rate.students++
      rate[found[1]]++
    }
  }
  return byGrade.flatMap((ofGrade) => [...ofGrade.values()])
}

/**
 * What is said of the records (no clause), of the size of a group and of a changed document is no demand, but an unknown grade
 * hides all of them.
 */
function byCode(findings: readonly Finding[]): ReadonlyMap<FindingCode, readonly Finding[]> {
  const groups = new Map<FindingCode, Finding[]>()
  for (const finding of findings) {
    const { code, clause } = finding
    if (code === 'GROUP>5' || code === 'SIGN-AGAIN' || (clause === '' && code !== 'GRADE')) continue
    const group = groups.get(code)
    if (group) group.push(finding)
    else groups.set(code, [finding])
  }
  return groups
}
