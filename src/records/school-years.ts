/**
 * School years as columns and headings write them: '2026-27', '2026-2027', 'SY27', 2027 for the year that ends then.
 */
import type { SchoolYear } from '../policy/schema.ts'
import { schoolYearStarting } from './calendar.ts'
import { type Reading, saysNothingOrNA, textOf, unreadable } from './cell-text.ts'
import type { Cell } from './tab.ts'

/** The school year that a cell names; a single year is the one in which it ends, as in OneRoster. */
export function readSchoolYear(cell: Cell): Reading<SchoolYear> {
  if (typeof cell === 'boolean') return cell ? unreadable : undefined
  const text = textOf(cell)
  if (saysNothingOrNA(text)) return undefined
  const bare = text.replace(/^(sy|school year|year|fy)\s*/i, '').replace(/\s*(sy|school year)$/i, '')
  const span = /^(?:20)?(\d{2})\s*[-–—/]\s*(?:20)?(\d{2})$/.exec(bare)
  if (span) {
    const start = Number(span[1])
    return (start + 1) % 100 === Number(span[2]) ? schoolYearStarting(2000 + start) : unreadable
  }
  if (/^20\d\d(\.0+)?$/.test(bare)) return schoolYearStarting(Number(bare) - 1)
  if (/^\d\d$/.test(bare) && bare !== text) return schoolYearStarting(2000 + Number(bare) - 1)
  return unreadable
}

/**
 * The school year that a heading names: 'PCCR 2025-26', 'Fall conf 2026', 'Spring 2027 conf'.
 *
 * Needed for dates without a year under it; `undefined` when the heading names none.
 */
export function schoolYearInHeading(heading: string): SchoolYear | undefined {
  const span = /(?:^|\D)(?:20)?(\d{2})\s*[-–—/]\s*(?:20)?(\d{2})(?:\D|$)/.exec(heading)
  if (span && (Number(span[1]) + 1) % 100 === Number(span[2])) return schoolYearStarting(2000 + Number(span[1]))
  const season = /(fall|autumn|winter|spring).*?(20\d\d)/i.exec(heading)
  if (!season) return undefined
  const year = Number(season[2])
  return schoolYearStarting(/fall|autumn/i.test(season[1] as string) ? year : year - 1)
}
