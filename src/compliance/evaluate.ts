/**
 * The check itself: (policy, school, as-of date) -> findings. Pure: the same input gives the same findings.
 */
import type { Grade, IsoDate, Policy, SchoolYear } from '../policy/schema.ts'
import { remembered } from '../records/remembered.ts'
import type { School } from '../records/school.ts'
import { dutyVerdict } from './duties.ts'
import type { Evaluation, Finding, Status, StudentFindings, Tally } from './finding.ts'
import { type Answer, finding, gradeDemands, studentAnswers } from './student-findings.ts'
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
  const { asOf, schoolYear, keep } = context
  const year = yearOf(policy, school, asOf, schoolYear)
  const demandsOf = remembered((grade: Grade) => gradeDemands(policy, school, grade))
  const tallies = new Tallies()
  const students: StudentFindings[] = []
  for (const student of school.students) {
    const grade = gradeIn(student, schoolYear)
    const findings: Finding[] = []
    let applies = false
    for (const answer of studentAnswers(school, year, student, grade, demandsOf)) {
      tallies.add(grade, answer)
      applies ||= answer.verdict.status !== 'NA'
      if (keep === 'all' || isUnmet(answer.verdict)) findings.push(finding(student.id, answer, asOf))
    }
    students.push({ student, applies, findings })
  }
  return {
    policyId: policy.id,
    asOf,
    schoolYear,
    students,
    school: schoolFindings(policy, school, year),
    tallies: tallies.all(),
    notTracked: notTracked(policy, school),
  }
}

/** Something for a person to see: neither MET nor NA. */
export function isUnmet(one: { readonly status: Status }): boolean {
  return one.status !== 'MET' && one.status !== 'NA'
}

/** Counts by grade and requirement, so that rates need no second look at the students (R31). */
class Tallies {
  private readonly byGrade: Map<string, Omit<Tally, 'counts'> & { counts: Partial<Record<Status, number>> }>[] = []

  add(grade: Grade | undefined, { code, clause, verdict: { status } }: Answer): void {
    // Preschool is grade −1; an unknown grade goes to the end, behind grade 13.
    const index = (grade ?? 14) + 1
    const ofGrade = this.byGrade[index] ?? new Map()
    this.byGrade[index] = ofGrade
    let tally = ofGrade.get(code)
    if (tally === undefined) {
      tally = { grade, code, clause, counts: {} }
      ofGrade.set(code, tally)
    }
    tally.counts[status] = (tally.counts[status] ?? 0) + 1
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
    const { code, clause } = requirement
    const answer = { code, clause, verdict: dutyVerdict(requirement, school, year), at: undefined }
    findings.push(finding('', answer, year.asOf))
  }
  return findings
}
