/**
 * The workbook and what stands on it, before anything is judged.
 */
import { type CheckContext, checkContext, namesInUse, type Settings } from '../compliance/settings.ts'
import { policyById } from '../policy/packs.ts'
import { CheckStopped, type Problem } from '../records/problem.ts'
import { readSchool, type SchoolReading } from '../records/read-school.ts'
import type { Term } from '../records/school.ts'
import { checkChoices, type TypedChoice, tabKindWords, typedChoices } from '../records/typed-choices.ts'
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import { hasSection, sectionBlocks } from '../workbook/column-section.ts'
import { endsAsRead, type ReadTab, readWorkbook, type WorkbookReading } from '../workbook/read-tabs.ts'
import { choicePlace, readSettingsTab, type ShownSettings } from '../workbook/settings-tab.ts'
import * as messages from './messages.ts'
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
  const reading = readWorkbook(workbook.spreadsheet, workbook.reader)
  if (reading === undefined) return undefined
  const { rows = [], name = '' } = reading.settings ?? {}
  const chosen = { ...readSettingsTab(rows, name), ...chosenIn(request) }
  const understanding = understandReading(workbook, reading, chosen)
  checkChoices(understanding.columns, understanding.records.mappings, choicePlace(name))
  return understanding
}

/** The tabs as they were read, by these settings and by what was chosen of their columns. */
export function understandReading(
  { reader }: ActiveWorkbook,
  reading: WorkbookReading,
  chosen: Settings,
): Understanding {
  const context = checkContext(chosen, reader.wallTime(Date.now()).slice(0, 10))
  const columns = typedChoices(reading.settings?.rows ?? [])
  const { tabs, documents } = reading
  const records = readSchool(tabs, { schoolYear: context.schoolYear, choices: columns, documents })
  return { reading, context, chosen, columns, records }
}

/** A workbook with students. */
export interface RosterUnderstanding extends Understanding {
  readonly roster: ReadTab
  readonly layout: NonNullable<SchoolReading['roster']>
}

/**
 * @returns undefined when tabs were renamed while they were read
 * @throws CheckStopped NO_ROSTER, NO_STUDENTS, SETTING_UNREADABLE
 */
export function understandRoster(workbook: ActiveWorkbook, request: CheckRequest): RosterUnderstanding | undefined {
  const understanding = understandWorkbook(workbook, request)
  if (understanding === undefined) return undefined
  const { records, reading } = understanding
  const layout = records.roster
  const roster = reading.tabs.find(({ name }) => name === layout?.sheet)
  if (layout === undefined || roster === undefined) {
    const problems = joinedProblems(reading.problems, records.problems)
    throw new CheckStopped('NO_ROSTER', messages.noRoster(problems, records.mappings))
  }
  if (layout.rows.length === 0) throw new CheckStopped('NO_STUDENTS', messages.noStudents)
  return { ...understanding, roster, layout }
}

/** The same workbook with one of its tabs read anew. */
export function withTabReread(understood: RosterUnderstanding, tab: ReadTab): RosterUnderstanding {
  const { reading, context, columns, roster, layout } = understood
  const tabs = reading.tabs.map((one) => (one.name === tab.name ? tab : one))
  const { documents } = reading
  const records = readSchool(tabs, { schoolYear: context.schoolYear, choices: columns, documents })
  return {
    ...understood,
    reading: { ...reading, tabs },
    records,
    roster: tab.name === roster.name ? tab : roster,
    layout: records.roster ?? layout,
  }
}

/** Without spread or push of long lists: a log of 400,000 rows may have as many problems. */
export function joinedProblems(...lists: readonly (readonly Problem[])[]): readonly Problem[] {
  return ([] as Problem[]).concat(...lists)
}

/** How often the workbook is read anew when people rename tabs or edit the roster under it. */
export const attempts = 3

/**
 * @param read gives undefined when tabs were renamed while they were read
 * @throws CheckStopped SHEET_CHANGING, and what reading throws
 */
export function whenStill<Read>(read: () => Read | undefined): Read {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = read()
    if (result !== undefined) return result
  }
  throw new CheckStopped('SHEET_CHANGING', messages.sheetChanging)
}

/** What this run was told; it goes before what stands on Settings. */
function chosenIn({ policy, answer, ...days }: CheckRequest): Settings {
  const named = policy && policyById(policy)
  return { ...days, ...(named && { policy: named }) }
}

/**
 * With every row of the roster: one that comes in between asking for the rows and reading them cuts off the last, and that
 * student would be missing.
 *
 * @throws CheckStopped SHEET_CHANGING, and what understandRoster throws
 */
export function wholeRoster(workbook: ActiveWorkbook): RosterUnderstanding {
  return whenStill(() => {
    const understood = understandRoster(workbook, {})
    return understood && endsAsRead(understood.roster) ? understood : undefined
  })
}

/**
 * What the Settings tab is to show. The section about columns is there once something was asked, or set-up made it.
 *
 * @param columns where the managed columns stand, in words; undefined before the first check
 * @param setUp `policy` is what is typed into a new tab, `tabs` the signatures of those that are to have a block in any case
 */
export function shownSettings(
  { reading, context, chosen, columns: choices, records }: Understanding,
  { firstDay, lastDay }: Term,
  columns: string | undefined,
  setUp?: { readonly policy: string; readonly tabs?: readonly string[] },
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
      ...namesInUse(chosen),
      columns,
      tabs: mappings.map(({ sheet, kind }) => `${sheet}: ${tabKindWords[kind]}`).join('; '),
    },
    blocks: wanted ? sectionBlocks(mappings, choices, setUp?.tabs) : [],
    choices,
    policy: setUp?.policy ?? '',
  }
}
