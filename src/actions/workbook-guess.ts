/**
 * What a workbook tells of its school without being asked: whose policy it may be, and which school year it is about.
 */
import { policies } from '../policy/packs.ts'
import type { Policy, PolicyId, SchoolYear } from '../policy/schema.ts'
import { schoolYearOf } from '../records/calendar.ts'
import type { School } from '../records/school.ts'
import type { Understanding } from './understanding.ts'

/** How each policy's district or school is named, and the number of the policy itself. */
const names: readonly (readonly [PolicyId, RegExp])[] = [
  ['davis-4i-101', /\bdavis (school|district|sd)\b|\bdsd\b|\b4i-?101\b/i],
  ['spectrum-4ip-401', /\bspectrum\b|\b4ip-?401\b/i],
  ['washington-4030', /\bwashington (county|co)\b|\bwcsd\b/i],
]

/** A policy, and the words that speak for it. */
export interface PolicyGuess {
  readonly policy: Policy
  readonly because: string
}

/**
 * @param spreadsheet its name
 * @returns undefined where nothing names a district, or several are named
 */
export function guessPolicy(spreadsheet: string, { reading, records }: Understanding): PolicyGuess | undefined {
  const texts = [spreadsheet]
  for (const { sheet, headingRow, columns } of records.mappings) {
    texts.push(sheet)
    const rows = reading.tabs.find(({ name }) => name === sheet)?.rows ?? []
    for (const row of rows.slice(0, Math.max(0, headingRow - 1))) for (const cell of row) texts.push(String(cell))
    for (const { field, samples } of columns) if (field === 'school_id') texts.push(samples.join(' '))
  }
  const found = new Map<PolicyId, string>()
  for (const text of texts) for (const [id, name] of names) if (name.test(text) && !found.has(id)) found.set(id, text)
  const [only, ...others] = found
  const policy = policies.find(({ id }) => id === only?.[0])
  return policy && others.length === 0 ? { policy, because: (only as [PolicyId, string])[1] } : undefined
}

/** The newest school year in which something is logged up to the as-of date; undefined where nothing is. */
export function newestYear({ students }: School, asOf: string): SchoolYear | undefined {
  let newest: string | undefined
  for (const { conferences } of students) {
    for (const { date } of conferences) if (date && date <= asOf && date > (newest ?? '')) newest = date
  }
  return newest && schoolYearOf(newest)
}
