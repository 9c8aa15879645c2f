/**
 * The columns of the tab Plan Content: what a plan says in words, one row a student and school year.
 */
import { headings } from './headings.ts'

type Column = keyof (typeof headings)['plan-content']

const whoAndWhen = ['student_id', 'ssid', 'full_name', 'school_year'] as const

/** 'strengths', 'goals', … */
export type PlanTextColumn = Exclude<Column, (typeof whoAndWhen)[number]>

/** Every column that holds words of a plan, in the order of headings.ts. */
export const planTextColumns = Object.keys(headings['plan-content']).filter(
  (column): column is PlanTextColumn => !whoAndWhen.some((other) => other === column),
)
