/**
 * What the sidebar shows before anything is pressed.
 */
import type { Gaps } from '../../compliance/gaps.ts'
import type { IsoDate, PolicyId, SchoolYear } from '../../policy/schema.ts'
import type { CheckDone, CodeCount } from './check.ts'
import type { Refused } from './refused.ts'

/** The last check of this workbook, as far as the workbook itself remembers it. */
export interface LastCheck {
  readonly policy: PolicyId
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  readonly students: number
  readonly counts: CheckDone['counts']
  readonly byCode: readonly CodeCount[]
  /** 'YYYY-MM-DD HH:MM', wall time of the spreadsheet's zone. */
  readonly checkedAt: string
  /** As CheckDone.notTrackedNames; absent from a check of an older version. */
  readonly notTrackedNames?: readonly string[]
  readonly problemCount?: number
  /** Names of tabs in which nothing was found to read: an edit there needs no re-check. */
  readonly tabsNotNeeded?: readonly string[]
}

export interface Overview {
  readonly ok: true
  /** What the next check will use: from the Settings tab, else today and the assumed policy. */
  readonly policy: PolicyId
  readonly asOf: IsoDate
  /** Whether the as-of date is simply today. */
  readonly asOfIsToday: boolean
  readonly schoolYear: SchoolYear
  /** Every policy that can be chosen, with its name as a school would say it. */
  readonly policies: readonly { readonly id: PolicyId; readonly name: string }[]
  /** Absent when this workbook was never checked. */
  readonly last?: LastCheck
  /** Absent when this workbook was never checked. */
  readonly gaps?: Gaps
  /** Present where something was edited since that could not be brought up to date at once. */
  readonly outOfDate?: true
  readonly notes: readonly string[]
}

export type OverviewAnswer = Overview | Refused
