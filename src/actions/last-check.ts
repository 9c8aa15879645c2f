/**
 * The last check of a workbook, as the workbook itself remembers it: the counts with the mark of the Findings tab, the
 * findings on the tab. Nothing is judged anew.
 */
import { policyById } from '../policy/packs.ts'
import type { Policy } from '../policy/schema.ts'
import type { CellReader } from '../workbook/cell-reader.ts'
import { type WrittenFinding, writtenFindings } from '../workbook/findings-list.ts'
import { mostFindingsListed } from '../workbook/findings-rows.ts'
import type { Marks } from '../workbook/marks.ts'
import type { LastCheck } from './requests/overview.ts'

export interface RememberedCheck {
  readonly last: LastCheck
  readonly policy: Policy
  /** Undefined where somebody changed the headings of the tab. */
  readonly findings: readonly WrittenFinding[] | undefined
  /** There were more than the tab holds. */
  readonly isCut: boolean
}

/** One read of cells. @returns undefined when this workbook was never checked, or by another version */
export function rememberedCheck({ tabs }: Marks, reader: CellReader): RememberedCheck | undefined {
  const tab = tabs.get('findings')
  const last = tab && lastCheck(tab.remembered)
  const policy = last && policyById(last.policy)
  if (!tab || !last || !policy) return undefined
  const findings = writtenFindings(reader.rows(tab.sheet.getDataRange().getValues()))
  return { last, policy, findings, isCut: (findings?.length ?? 0) >= mostFindingsListed }
}

/** What the last check left with the Findings tab; undefined when it was cut short or is of another version. */
export function lastCheck(remembered: string): LastCheck | undefined {
  try {
    const last = JSON.parse(remembered) as Partial<LastCheck>
    return last.checkedAt === undefined || last.byCode === undefined ? undefined : (last as LastCheck)
  } catch {
    return undefined
  }
}
