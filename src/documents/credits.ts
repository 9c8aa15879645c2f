/**
 * Credits for graduation: required, earned, planned, still needed.
 */
import { asksOfClass, type CreditRule, electives } from '../policy/graduation.ts'
import { plainWords } from '../records/cell-text.ts'
import type { CourseRecord } from '../records/school.ts'

export interface CreditLine {
  readonly area: string
  readonly required: number
  readonly earned: number
  /** Not yet earned, and needed here. */
  readonly planned: number
  readonly needed: number
  readonly rule: string
}

/** What schools call an area that the rule calls otherwise. */
const otherNames: readonly (readonly [name: string, written: RegExp])[] = [
  ['language arts', /^(english|ela|la|language arts)\b/],
  ['mathematics', /^(maths?|mathematics|algebra|geometry)\b/],
  ['science', /^(sciences?|biology|chemistry|physics)\b/],
  ['social studies', /^(social|history|civics|government|geography)\b/],
  ['fine arts', /^(fine |visual |performing )?arts?\b|^music\b/],
  ['physical and health education', /^(pe|p e|physical|health)\b/],
  ['career and technical education', /^(cte|career|technical|vocational)\b/],
  ['digital studies', /^(digital|computer)/],
  ['general financial literacy', /^(general )?financial\b|^gfl\b/],
]

/**
 * One line for each area that the class needs.
 *
 * A course counts in its area; where it names none that the class needs, among the electives. What is more than an area
 * needs counts there too, so that the lines add up.
 *
 * @param rules of all classes
 */
export function creditLines(
  rules: readonly CreditRule[],
  graduatingClass: number,
  courses: readonly CourseRecord[],
): readonly CreditLine[] {
  const asked = asksOfClass(rules, graduatingClass)
  const areas = asked.map(({ area }) => plainWords(area))
  const spare = areas.findIndex((area) => area.startsWith(plainWords(electives).slice(0, -1)))
  const counted = asked.map(() => ({ earned: 0, planned: 0 }))
  for (const { area, earned, planned } of byCourse(courses)) {
    const line = counted[areaIndex(area, areas, spare)]
    if (line === undefined) continue
    line.earned += earned
    line.planned += planned
  }
  const over = counted[spare]
  counted.forEach((line, index) => {
    if (over === undefined || index === spare) return
    const { credits } = asked[index] as CreditRule
    over.earned += Math.max(0, line.earned - credits)
    line.earned = Math.min(line.earned, credits)
    over.planned += Math.max(0, line.planned - (credits - line.earned))
    line.planned = Math.min(line.planned, credits - line.earned)
  })
  return asked.map(({ area, credits, rule }, index) => {
    const { earned, planned } = counted[index] as { earned: number; planned: number }
    return { area, required: credits, earned, planned, needed: Math.max(0, credits - earned - planned), rule }
  })
}

function areaIndex(written: string | undefined, areas: readonly string[], spare: number): number {
  const words = plainWords(written ?? '')
  if (words === '') return spare
  const own = areas.indexOf(words)
  if (own !== -1) return own
  const named = otherNames.find(([, pattern]) => pattern.test(words))?.[0]
  const known = named === undefined ? -1 : areas.indexOf(named)
  return known === -1 ? spare : known
}

interface CourseCredits {
  readonly area: string | undefined
  earned: number
  planned: number
}

/**
 * The credits of each course of a year. It may stand on several lists: what is planned and registered for is one course,
 * and what is earned is planned no more.
 */
function byCourse(courses: readonly CourseRecord[]): readonly CourseCredits[] {
  const sums = new Map<string, CourseCredits & { registered: number; inPlan: number }>()
  for (const one of courses) {
    const key = JSON.stringify([plainWords(one.course), one.grade ?? one.schoolYear ?? ''])
    const sum = sums.get(key) ?? { area: one.area, earned: 0, planned: 0, registered: 0, inPlan: 0 }
    sums.set(key, sum)
    sum.earned += one.creditsEarned ?? 0
    if (one.on.includes('registered') && !one.on.includes('planned')) sum.registered += one.creditsPlanned ?? 0
    else sum.inPlan += one.creditsPlanned ?? 0
  }
  return [...sums.values()].map(({ area, earned, registered, inPlan }) => ({
    area,
    earned,
    planned: Math.max(0, Math.max(registered, inPlan) - earned),
  }))
}

/** '3.5', '0.25': no more digits than there are. */
export function creditText(credits: number): string {
  return String(Math.round(credits * 1000) / 1000)
}
