/**
 * What a check goes by: what a person chose beside its label, and what is assumed where nothing was chosen.
 */
import { policies, policyNamed } from '../policy/packs.ts'
import type { IsoDate, Policy, SchoolYear } from '../policy/schema.ts'
import { countingYearEnd, countingYearStart, isoDate, isRealDay, schoolYearOf, termOf } from '../records/calendar.ts'
import { textOf } from '../records/cell-text.ts'
import { headingKey } from '../records/heading-key.ts'
import { CheckStopped } from '../records/problem.ts'
import type { School, Term } from '../records/school.ts'
import type { Cell } from '../records/tab.ts'

export type SettingName = keyof Settings

/** What a person chose; absent where the cell is blank. */
export interface Settings {
  readonly policy?: Policy
  readonly schoolYear?: SchoolYear
  readonly firstDay?: IsoDate
  readonly lastDay?: IsoDate
  readonly asOf?: IsoDate
  readonly schoolName?: string
  readonly planManager?: string
}

/** As our own tab writes them, in its order. */
export const settingLabels: Readonly<Record<SettingName, string>> = {
  policy: 'Policy',
  schoolYear: 'School year',
  firstDay: 'First day of school',
  lastDay: 'Last day of school',
  asOf: 'As-of date',
  schoolName: 'School name',
  planManager: 'Plan manager',
}

export const settingNames = Object.keys(settingLabels) as readonly SettingName[]

/** The setting that a label names, as a person may spell it too: 'First day of school', 'first day', 'As of'. */
export function settingNamed(label: Cell | undefined): SettingName | undefined {
  const key = headingKey(textOf(label)).replace(/(ofschool|date)$/, '')
  return settingNames.find((name) => name.toLowerCase() === key)
}

/** What a person typed beside the label of a setting. */
export interface TypedSetting {
  readonly name: SettingName
  readonly typed: string
  /** Index of the row, from 0. */
  readonly row: number
}

/** Labels stand in the first column, choices in the second, whatever else stands around them; '' where nothing was typed. */
export function typedSettings(rows: readonly (readonly Cell[])[]): readonly TypedSetting[] {
  return rows.flatMap(([label, choice, , , mark], row) => {
    const name = settingNamed(label)
    // Below the settings, rows marked '#…' are about the columns of a tab, of which one may be called School year too.
    return name === undefined || textOf(mark).startsWith('#') ? [] : [{ name, typed: textOf(choice), row }]
  })
}

/**
 * Reads what a person chose.
 *
 * @param placeOf what to call the cell with the choice of a row (from 1), for the message
 * @throws CheckStopped SETTING_UNREADABLE, naming the cell
 */
export function readSettings(rows: readonly (readonly Cell[])[], placeOf: (row: number) => string): Settings {
  const settings = {}
  for (const { name, typed, row } of typedSettings(rows)) {
    const setting = settingFrom(name, typed)
    if (typeof setting === 'string') {
      throw new CheckStopped(
        'SETTING_UNREADABLE',
        `${settingLabels[name]} in ${placeOf(row + 1)} is “${typed.slice(0, 80)}”. ${setting}`,
      )
    }
    Object.assign(settings, setting)
  }
  return settings
}

/** @returns the one setting; nothing for a blank; or, in a sentence, what should be typed instead */
export function settingFrom(name: SettingName, typed: string): Settings | string {
  if (typed === '') return {}
  if (name === 'policy') {
    const policy = policyNamed(typed)
    return policy ? { policy } : `Choose one of: ${policies.map(({ name }) => name).join('; ')}.`
  }
  if (name === 'schoolYear') {
    const [, year, next] = /^(20\d\d)\s*[-–/]\s*(?:20)?(\d\d)$/.exec(typed) ?? []
    const isYear = (Number(year) + 1) % 100 === Number(next)
    return isYear ? { schoolYear: `${year}-${next}` } : 'Write a school year such as 2026-27, or leave the cell blank.'
  }
  if (name === 'schoolName' || name === 'planManager') return { [name]: typed }
  const day = dayFrom(typed)
  return day === undefined ? 'Write a day such as 2027-05-28, or leave the cell blank.' : { [name]: day }
}

/** ISO, or month/day/year as people here write it. */
function dayFrom(typed: string): IsoDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed)
  const [year = 0, month = 0, day = 0] = (iso ? iso.slice(1) : us ? [us[3], us[1], us[2]] : []).map(Number)
  return isRealDay(year, month, day) ? isoDate(year, month, day) : undefined
}

/** What plan documents say of the school, in words. */
export function namesInUse({ schoolName, planManager }: Settings): Record<'schoolName' | 'planManager', string> {
  return { schoolName: schoolName ?? 'as on the roster', planManager: planManager ?? 'nobody' }
}

/** What is known before the records are read. */
export interface CheckContext {
  readonly policy: Policy
  /** True where nobody chose the policy. */
  readonly policyAssumed: boolean
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
}

/** @param today the as-of date where none was chosen */
export function checkContext(chosen: Settings, today: IsoDate): CheckContext {
  const asOf = chosen.asOf ?? today
  return {
    policy: chosen.policy ?? (policies[0] as Policy),
    policyAssumed: chosen.policy === undefined,
    asOf,
    schoolYear: chosen.schoolYear ?? schoolYearOf(asOf),
  }
}

/**
 * The school with the first and last day of the reported year: as chosen, else from its calendar, else assumed.
 *
 * @throws CheckStopped TERM_OUTSIDE_YEAR when a chosen day does not lie in that school year, or the last before the first
 */
export function withTerm(
  school: School,
  schoolYear: SchoolYear,
  chosen: Settings,
): { readonly school: School; readonly term: Term } {
  const known = termOf(school.calendar, schoolYear)
  if (chosen.firstDay === undefined && chosen.lastDay === undefined) return { school, term: known }
  const term: Term = { firstDay: chosen.firstDay ?? known.firstDay, lastDay: chosen.lastDay ?? known.lastDay }
  const from = countingYearStart(schoolYear)
  const to = countingYearEnd(schoolYear)
  if (term.firstDay < from || term.lastDay > to || term.firstDay > term.lastDay) {
    throw new CheckStopped(
      'TERM_OUTSIDE_YEAR',
      `The days of school ${term.firstDay} to ${term.lastDay} do not fit the school year ${schoolYear} (${from} to ${to}). Correct First day and Last day of school, or the school year, in the settings.`,
    )
  }
  return { school: { ...school, calendar: new Map(school.calendar).set(schoolYear, term) }, term }
}
