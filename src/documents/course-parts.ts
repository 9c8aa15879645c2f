/**
 * The parts of a plan about courses: credits for graduation, the grid of four years, registration.
 */

import { coursesNotInPlan } from '../compliance/plan.ts'
import { shiftSchoolYear } from '../records/calendar.ts'
import { plainWords } from '../records/cell-text.ts'
import type { CourseRecord } from '../records/school.ts'
import { type CreditLine, creditLines, creditText } from './credits.ts'
import { clauseOf } from './plan-parts.ts'
import { askedFor, type PlanView, type PlanYear } from './plan-source.ts'
import type { PlanValues } from './template-tags.ts'
import { clauseList, gradeText } from './words.ts'

/** Lines of the grid: courses of a usual year, or room to write them. */
const leastLines = 8

type CourseParts = Pick<PlanValues, 'graduation' | 'courses' | 'registration'>

export function courseParts(view: PlanView): CourseParts {
  const registration = askedFor(view, 'registration')
  const { courses } = view.student
  const differing = courses === undefined ? [] : coursesNotInPlan(courses)
  return {
    graduation: view.kind === 'secondary' ? graduation(view) : undefined,
    courses: view.kind === 'secondary' ? grid(view) : undefined,
    registration: registration && { clause: registration.clause, rows: differing.map((course) => ({ course })) },
  }
}

/** The year in which the student's class graduates: 2030 of who is in grade 9 in 2026-27. */
export function classOf({ grade, schoolYear }: PlanYear): number {
  return Number(schoolYear.slice(0, 4)) + 1 + Math.max(0, 12 - grade)
}

function graduation(view: PlanView): PlanValues['graduation'] {
  const courses = view.student.courseRecords ?? []
  const lines = creditLines(view.graduation, classOf(view), courses)
  // Where no credit is on file, the columns are left to be written by hand: a 0 would say that none was earned.
  const known = courses.some(({ creditsEarned, creditsPlanned }) => creditsEarned ?? creditsPlanned)
  const shown = (credits: number) => (known ? creditText(credits) : '')
  const sum = (of: (line: CreditLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  const rules = lines.flatMap(({ rule }) => rule.split('; ')).filter((rule) => rule !== '')
  return {
    clause: clauseOf(view, { sections: ['grad'] }),
    rows: lines.map((line) => ({
      area: line.area,
      required: creditText(line.required),
      earned: shown(line.earned),
      planned: shown(line.planned),
      needed: shown(line.needed),
      rule: line.rule,
    })),
    required: creditText(sum(({ required }) => required)),
    earned: shown(sum(({ earned }) => earned)),
    planned: shown(sum(({ planned }) => planned)),
    needed: shown(sum(({ needed }) => needed)),
    rules: [...new Set(rules)].join('; '),
  }
}

function grid(view: PlanView): PlanValues['courses'] {
  const columns = view.years.map((year) => coursesOf(view, year))
  const lines = Math.max(leastLines, ...columns.map((column) => column.length))
  const heading = (index: number) => {
    const year = view.years[index] as PlanYear
    return `${gradeText(year.grade)}, ${year.schoolYear}`
  }
  const plan = askedFor(view, 'plan')
  const asked = clauseOf(view, { sections: ['courses'] })
  return {
    clause: clauseList([plan?.clause ?? '', asked]),
    year1: heading(0),
    year2: heading(1),
    year3: heading(2),
    year4: heading(3),
    rows: Array.from({ length: lines }, (_, line) => ({
      in_year1: columns[0]?.[line] ?? '',
      in_year2: columns[1]?.[line] ?? '',
      in_year3: columns[2]?.[line] ?? '',
      in_year4: columns[3]?.[line] ?? '',
    })),
  }
}

/** The courses of one year, each once, with what is earned or planned. A course without a year belongs to this one. */
function coursesOf({ student, grade, schoolYear }: PlanView, year: PlanYear): readonly string[] {
  const named = new Map<string, { course: string; earned: number; planned: number; done: boolean }>()
  for (const one of student.courseRecords ?? []) {
    if (yearOf(one, { grade, schoolYear }) !== year.schoolYear) continue
    const key = plainWords(one.course)
    const known = named.get(key) ?? { course: one.course, earned: 0, planned: 0, done: false }
    known.earned += one.creditsEarned ?? 0
    known.planned = Math.max(known.planned, one.creditsPlanned ?? 0)
    known.done ||= one.on.includes('completed') || (one.creditsEarned ?? 0) > 0
    named.set(key, known)
  }
  return [...named.values()].map(({ course, earned, planned, done }) => {
    if (done) return earned > 0 ? `${course} ✓ (${creditText(earned)})` : `${course} ✓`
    return planned > 0 ? `${course} (${creditText(planned)})` : course
  })
}

function yearOf({ grade, schoolYear }: CourseRecord, now: PlanYear): string {
  if (schoolYear !== undefined) return schoolYear
  return grade === undefined ? now.schoolYear : shiftSchoolYear(now.schoolYear, grade - now.grade)
}
