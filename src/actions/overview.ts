/**
 * What the sidebar shows before anything is pressed: what the next check would use, and how the last one ended.
 * It never judges anew.
 */
import { gapsOf } from '../compliance/gaps.ts'
import { checkContext } from '../compliance/settings.ts'
import { policies } from '../policy/packs.ts'
import { activeWorkbook } from '../workbook/active-workbook.ts'
import { readMarks } from '../workbook/marks.ts'
import { findOwnTab } from '../workbook/own-tabs.ts'
import { readSettingsTab } from '../workbook/settings-tab.ts'
import { answer } from './answer.ts'
import { rememberedCheck } from './last-check.ts'
import { assumedPolicyNotes, findingsCut, findingsUnreadable } from './messages.ts'
import type { Overview } from './requests/overview.ts'

/** @returns an OverviewAnswer as JSON */
export function getOverview(): string {
  return answer<'getOverview'>(readOverview)
}

/** @throws CheckStopped NO_WORKBOOK, or SETTING_UNREADABLE when a person typed something on Settings that is no such setting */
function readOverview(): Overview {
  const { spreadsheet, reader } = activeWorkbook()
  const marks = readMarks(spreadsheet)
  const sheet = findOwnTab(spreadsheet, marks, 'settings')
  const settings = sheet ? readSettingsTab(reader.rows(sheet.getDataRange().getValues()), sheet.getName()) : {}
  const context = checkContext(settings, reader.wallTime(Date.now()).slice(0, 10))
  const checked = rememberedCheck(marks, reader)
  const { last, policy, findings, isCut } = checked ?? {}
  return {
    ok: true,
    policy: context.policy.id,
    asOf: context.asOf,
    asOfIsToday: settings.asOf === undefined,
    schoolYear: context.schoolYear,
    policies: policies.map(({ id, name }) => ({ id, name })),
    ...(last && { last }),
    ...(last && policy && findings && { gaps: gapsOf(findings, last.asOf, policy) }),
    ...(marks.outOfDate.length > 0 && { outOfDate: true as const }),
    notes: [
      ...assumedPolicyNotes(context),
      ...(isCut ? [findingsCut] : []),
      ...(checked && !findings ? [findingsUnreadable] : []),
    ],
  }
}
