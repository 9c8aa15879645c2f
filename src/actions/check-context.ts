/**
 * What a check goes by: the request of this run, else what a person typed on Settings, else what is assumed.
 */
import { policies, policyById } from '../policy/packs.ts'
import type { IsoDate, Policy, SchoolYear } from '../policy/schema.ts'
import { countingYearEnd, countingYearStart, schoolYearOf, termOf } from '../records/calendar.ts'
import { CheckStopped, type Problem } from '../records/problem.ts'
import type { School, Term } from '../records/school.ts'
import type { Settings } from '../workbook/settings-tab.ts'
import { assumedPolicyNote, assumedTermNote } from './messages.ts'
import type { CheckRequest } from './requests.ts'

/** What is known before the records are read. */
export interface CheckContext {
  readonly policy: Policy
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  readonly notes: readonly string[]
}

const assumedPolicyId = 'davis-4i-101'

/**
 * @param today in the spreadsheet's zone
 * @throws CheckStopped POLICY_UNKNOWN
 */
export function checkContext(request: CheckRequest, settings: Settings, today: IsoDate): CheckContext {
  const chosen = request.policy === undefined ? settings.policy : policyById(request.policy)
  const policy = chosen ?? policyById(assumedPolicyId)
  if (policy === undefined || (request.policy !== undefined && chosen === undefined)) {
    throw new CheckStopped(
      'POLICY_UNKNOWN',
      `There is no policy "${request.policy}". Choose one of: ${policies.map(({ id }) => id).join(', ')}.`,
    )
  }
  const asOf = request.asOf ?? settings.asOf ?? today
  return {
    policy,
    asOf,
    schoolYear: request.schoolYear ?? settings.schoolYear ?? schoolYearOf(asOf),
    notes: chosen === undefined ? [assumedPolicyNote(policy)] : [],
  }
}

export interface TermReading {
  /** The school with the term of the reported year in its calendar, unless that term is assumed. */
  readonly school: School
  readonly term: Term
  readonly notes: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * First and last day of the reported school year: from the request or Settings, else from the Calendar tab, else assumed.
 *
 * @throws CheckStopped TERM_OUTSIDE_YEAR when a day given by hand does not lie in that school year, or the last before the first
 */
export function withTerm(
  school: School,
  schoolYear: SchoolYear,
  given: { readonly firstDay?: IsoDate | undefined; readonly lastDay?: IsoDate | undefined },
): TermReading {
  const known = termOf(school.calendar, schoolYear)
  if (given.firstDay === undefined && given.lastDay === undefined) {
    if (!known.assumed) return { school, term: known, notes: [], problems: [] }
    const message = assumedTermNote(schoolYear, known)
    return { school, term: known, notes: [message], problems: [{ code: 'CALENDAR_ASSUMED', sheet: '', message }] }
  }
  const term: Term = { firstDay: given.firstDay ?? known.firstDay, lastDay: given.lastDay ?? known.lastDay }
  const from = countingYearStart(schoolYear)
  const to = countingYearEnd(schoolYear)
  if (term.firstDay < from || term.lastDay > to || term.firstDay > term.lastDay) {
    throw new CheckStopped(
      'TERM_OUTSIDE_YEAR',
      `The days of school ${term.firstDay} to ${term.lastDay} do not fit the school year ${schoolYear} (${from} to ${to}). Correct First day and Last day of school, or the school year, on the Settings tab.`,
    )
  }
  const calendar = new Map(school.calendar).set(schoolYear, term)
  return { school: { ...school, calendar }, term, notes: [], problems: [] }
}
