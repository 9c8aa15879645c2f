/**
 * What Utah asks of a graduating class, for schools that have written no list of their own.
 */

/** Credits that a class needs in an area. */
export interface CreditRule {
  /** First and last year of graduation that it is asked of; undefined where it has no such end. */
  readonly fromClass: number | undefined
  readonly toClass: number | undefined
  readonly area: string
  readonly credits: number
  /** Where it is ruled. */
  readonly rule: string
}

/** Who enters grade 9 in 2026-27 graduates in 2030. */
const lastBefore2026 = 2029
const firstFrom2026 = 2030

const rule = 'Utah Admin. Code R277-700-6'
const statute = 'Utah Code 53E-4-204; Utah Admin. Code R277-700-6'

const always = (area: string, credits: number): CreditRule => ({
  fromClass: undefined,
  toClass: undefined,
  area,
  credits,
  rule,
})

/** Whatever counts for no other area, and what is left over in one, counts here. */
export const electives = 'Electives'

/** 24 credits in grades 9 to 12; half a credit more of social studies from the class that enters grade 9 in 2026-27. */
export const utahGraduation: readonly CreditRule[] = [
  always('Language arts', 4),
  always('Mathematics', 3),
  always('Science', 3),
  { fromClass: undefined, toClass: lastBefore2026, area: 'Social studies', credits: 3, rule },
  { fromClass: firstFrom2026, toClass: undefined, area: 'Social studies', credits: 3.5, rule: statute },
  always('Fine arts', 1.5),
  always('Physical and health education', 2),
  always('Career and technical education', 1),
  always('Digital studies', 0.5),
  always('General financial literacy', 0.5),
  { fromClass: undefined, toClass: lastBefore2026, area: electives, credits: 5.5, rule },
  { fromClass: firstFrom2026, toClass: undefined, area: electives, credits: 5, rule: statute },
]

/** What is asked of one class, in the order of the list. */
export function asksOfClass<Rule extends Pick<CreditRule, 'fromClass' | 'toClass'>>(
  rules: readonly Rule[],
  graduatingClass: number,
): readonly Rule[] {
  return rules.filter(
    ({ fromClass = graduatingClass, toClass = graduatingClass }) =>
      fromClass <= graduatingClass && graduatingClass <= toClass,
  )
}
