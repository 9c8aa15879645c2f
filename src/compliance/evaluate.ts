/**
 * The check itself: (policy, school, as-of date) -> findings. Pure: the same input gives the same findings.
 */
import type { Grade, IsoDate, Policy, SchoolYear } from '../policy/schema.ts'
import { termOf } from '../records/calendar.ts'
import type { School } from '../records/school.ts'
import { dutyVerdict } from './duties.ts'
import type { Evaluation, Finding, Status, StudentFindings, Tally } from './finding.ts'
import { finding, gradeDemands, studentFindings } from './student-findings.ts'
import { covers, gradeIn, type Year, yearOf } from './student-year.ts'
import { isTracked, notTracked } from './tracking.ts'

/** What day it is held to be, and which school year is reported. */
export interface EvaluationContext {
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  /** 'all' keeps the findings that are MET or NA too; without it they are only counted, as a large school wants. */
  readonly keep?: 'all' | 'unmet'
}

/**
 * Every student of the school against every requirement of the policy that is asked of the student's grade.
 *
 * @param policy one of the packs, perhaps with other readings
 * @param school what the school has on file
 * @param context as-of date and reported school year (1 July to 30 June)
 * @returns findings per student, counts by grade and requirement, the school's own duties, and what is not tracked
 */
export function evaluate(policy: Policy, school: School, context: EvaluationContext): Evaluation {
  const year = yearOf(policy, context.asOf, context.schoolYear, termOf(school.calendar, context.schoolYear))
  const demandsOf = once((grade: Grade) => gradeDemands(policy, school, grade))
  const tallies = new Tallies()
  const students: StudentFindings[] = []
  for (const student of school.students) {
    const grade = gradeIn(student, year.schoolYear)
    const findings = studentFindings(school, year, student, grade, demandsOf)
    tallies.add(grade, findings)
    students.push({
      student,
      applies: findings.some((one) => one.status !== 'NA'),
      findings: context.keep === 'all' ? findings : findings.filter(isUnmet),
    })
  }
  return {
    policyId: policy.id,
    asOf: context.asOf,
    schoolYear: context.schoolYear,
    students,
    school: schoolFindings(policy, school, year),
    tallies: tallies.all(),
    notTracked: notTracked(policy, school),
  }
}

/** Something for a person to see: neither MET nor NA. */
export function isUnmet(one: Finding): boolean {
  return one.status !== 'MET' && one.status !== 'NA'
}

/** The function, asked once for each argument. */
function once<Key, Value>(ask: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = ask(key)
    known.set(key, value)
    return value
  }
}

/** Counts by grade and requirement, so that rates need no second look at the students (R31). */
class Tallies {
  private readonly byGrade: Map<string, Omit<Tally, 'counts'> & { counts: Partial<Record<Status, number>> }>[] = []

  add(grade: Grade | undefined, findings: readonly Finding[]): void {
    // Preschool is grade −1; an unknown grade goes to the end, behind grade 13.
    const index = (grade ?? 14) + 1
    const ofGrade = this.byGrade[index] ?? new Map()
    this.byGrade[index] = ofGrade
    for (const { code, clause, status } of findings) {
      let tally = ofGrade.get(code)
      if (tally === undefined) {
        tally = { grade, code, clause, counts: {} }
        ofGrade.set(code, tally)
      }
      tally.counts[status] = (tally.counts[status] ?? 0) + 1
    }
  }

  all(): readonly Tally[] {
    return this.byGrade.flatMap((ofGrade) => [...ofGrade.values()])
  }
}

function schoolFindings(policy: Policy, school: School, year: Year): readonly Finding[] {
  const grades = new Set(school.students.map((student) => gradeIn(student, year.schoolYear)))
  const findings: Finding[] = []
  for (const requirement of policy.requirements) {
    if (requirement.type !== 'duty' || !isTracked(requirement, school)) continue
    if (![...grades].some((grade) => grade !== undefined && covers(requirement.grades, grade))) continue
    findings.push(finding('', requirement.code, requirement.clause, dutyVerdict(requirement, school, year), year.asOf))
  }
  return findings
}
