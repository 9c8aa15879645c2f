/**
 * The workbook and what stands on it, before anything is judged.
 */
import { type CheckContext, checkContext, type Settings } from '../compliance/settings.ts'
import { policyById } from '../policy/packs.ts'
import { readSchool, type SchoolReading } from '../records/read-school.ts'
import type { Term } from '../records/school.ts'
import { checkChoices, type TypedChoice, typedChoices } from '../records/typed-choices.ts'
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import { hasSection, sectionBlocks } from '../workbook/column-section.ts'
import { readWorkbook, type WorkbookReading } from '../workbook/read-tabs.ts'
import { choicePlace, readSettingsTab, type ShownSettings } from '../workbook/settings-tab.ts'
import { tabKindWords } from './messages.ts'
import type { CheckRequest } from './requests/check.ts'

export interface Understanding {
  readonly reading: WorkbookReading
  readonly context: CheckContext
  readonly chosen: Settings
  /** What a person chose about columns. */
  readonly columns: readonly TypedChoice[]
  readonly records: SchoolReading
}

/**
 * @returns undefined when tabs were renamed while they were read
 * @throws CheckStopped SETTING_UNREADABLE
 */
export function understandWorkbook(workbook: ActiveWorkbook, request: CheckRequest): Understanding | undefined {
  const { spreadsheet, reader } = workbook
  const reading = readWorkbook(spreadsheet, reader)
  if (reading === undefined) return undefined
  const { rows = [], name = '' } = reading.settings ?? {}
  const chosen = { ...readSettingsTab(rows, name), ...chosenIn(request) }
  const context = checkContext(chosen, reader.wallTime(Date.now()).slice(0, 10))
  const columns = typedChoices(rows)
  const records = readSchool(reading.tabs, { schoolYear: context.schoolYear, choices: columns })
  checkChoices(columns, records.mappings, choicePlace(name))
  return { reading, context, chosen, columns, records }
}

/** What this run was told; it goes before what stands on Settings. */
function chosenIn({ policy, answer, ...days }: CheckRequest): Settings {
  const named = policy && policyById(policy)
  return { ...days, ...(named && { policy: named }) }
}

/**
 * What the Settings tab is to show. The section about columns is there once something was asked, or set-up made it.
 *
 * @param columns where the managed columns stand, in words; undefined before the first check
 * @param policy what set-up types into a new tab
 */
export function shownSettings(
  { reading, context, columns: choices, records }: Understanding,
  { firstDay, lastDay }: Term,
  columns: string | undefined,
  setUp?: { readonly policy: string },
): ShownSettings {
  const { mappings } = records
  const { policy, schoolYear, asOf } = context
  const wanted =
    setUp || hasSection(reading.settings?.rows ?? []) || mappings.some(({ questions }) => questions.length > 0)
  return {
    used: {
      policy: policy.name,
      schoolYear,
      firstDay,
      lastDay,
      asOf,
      columns,
      tabs: mappings.map(({ sheet, kind }) => `${sheet}: ${tabKindWords[kind]}`).join('; '),
    },
    blocks: wanted ? sectionBlocks(mappings, choices) : [],
    choices,
    policy: setUp?.policy ?? '',
  }
}
