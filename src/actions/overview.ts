/**
 * What the sidebar shows before anything is pressed: what the next check would use, and how the last one ended.
 * It never judges anew.
 */
import { checkContext } from '../compliance/settings.ts'
import { policies } from '../policy/packs.ts'
import { activeWorkbook } from '../workbook/active-workbook.ts'
import { readMarks } from '../workbook/marks.ts'
import { readSettingsTab } from '../workbook/settings-tab.ts'
import { answer } from './answer.ts'
import { assumedPolicyNotes } from './messages.ts'
import type { LastCheck, Overview } from './requests/overview.ts'

/** @returns an OverviewAnswer as JSON */
export function getOverview(): string {
  return answer<'getOverview'>(readOverview)
}

/** @throws CheckStopped NO_WORKBOOK, or SETTING_UNREADABLE when a person typed something on Settings that is no such setting */
export function readOverview(): Overview {
  const { spreadsheet, reader } = activeWorkbook()
  const { tabs } = readMarks(spreadsheet)
  const sheet = tabs.get('settings')?.sheet
  const settings = sheet ? readSettingsTab(reader.rows(sheet.getDataRange().getValues()), sheet.getName()) : {}
  const context = checkContext(settings, reader.wallTime(Date.now()).slice(0, 10))
  const last = lastCheck(tabs.get('findings')?.remembered ?? '')
  return {
    ok: true,
    policy: context.policy.id,
    asOf: context.asOf,
    asOfIsToday: settings.asOf === undefined,
    schoolYear: context.schoolYear,
    policies: policies.map(({ id, name }) => ({ id, name })),
    ...(last && { last }),
    notes: assumedPolicyNotes(context),
  }
}

/** What the last check left with the Findings tab; undefined when it was cut short or is of another version. */
function lastCheck(remembered: string): LastCheck | undefined {
  try {
    const last = JSON.parse(remembered) as Partial<LastCheck>
    return last.checkedAt === undefined || last.byCode === undefined ? undefined : (last as LastCheck)
  } catch {
    return undefined
  }
}
