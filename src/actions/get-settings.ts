/**
 * The settings as the sidebar shows them: what was chosen, what is used, how the policy is read, how each tab is understood.
 * A choice that cannot be used is told beside its field, so that it can be mended there.
 */
import { managedColumns, managedHeadings } from '../compliance/managed-headings.ts'
import { dayInWords } from '../compliance/messages.ts'
import {
  namesInUse,
  type SettingName,
  type Settings,
  settingFrom,
  settingLabels,
  settingNames,
  typedSettings,
  withTerm,
} from '../compliance/settings.ts'
import { policies } from '../policy/packs.ts'
import { readingsInWords } from '../policy/reading-words.ts'
import { chosenColumn, columnLetters, labelOf } from '../records/column-choices.ts'
import { languageName } from '../records/languages.ts'
import { CheckStopped } from '../records/problem.ts'
import type { Student, Term } from '../records/school.ts'
import type { Cell } from '../records/tab.ts'
import type { TabMapping } from '../records/tab-columns.ts'
import { kindsToChoose, readChoice, tabKindWords, wholeTab } from '../records/typed-choices.ts'
import { type ActiveWorkbook, activeWorkbook } from '../workbook/active-workbook.ts'
import { isPlainTab, type SectionField, sectionFields, sectionKey } from '../workbook/column-section.ts'
import { readWorkbook, type WorkbookReading } from '../workbook/read-tabs.ts'
import { settingMeanings } from '../workbook/settings-page.ts'
import { answer } from './answer.ts'
import type { AnsweredField, AnsweredTab, SettingsShown } from './requests/settings.ts'
import { type Understanding, understandReading, whenStill } from './understanding.ts'

/** @returns a SettingsAnswer as JSON */
export function getSettings(): string {
  return answer<'getSettings'>(() => settingsShown(activeWorkbook()))
}

export function settingsShown(workbook: ActiveWorkbook): SettingsShown {
  const { typed, refused, term, understanding } = usableSettings(workbook, readStill(workbook))
  const { context, records, reading, chosen: inUse } = understanding
  const { policy, schoolYear, asOf } = context
  const assumed = term.assumed ? ', assumed' : ''
  const used: Readonly<Record<SettingName, string>> = {
    policy: policy.name,
    schoolYear,
    firstDay: dayInWords(term.firstDay) + assumed,
    lastDay: dayInWords(term.lastDay) + assumed,
    asOf: dayInWords(asOf),
    ...namesInUse(inUse),
  }
  const roster = reading.tabs.find(({ name }) => name === records.roster?.sheet)
  return {
    ok: true,
    settings: settingNames.map((name) => {
      const wrong = refused.get(name)
      const chosen = name === 'policy' ? understanding.chosen.policy?.id : undefined
      return {
        name,
        label: settingLabels[name],
        chosen: chosen ?? typed.get(name) ?? '',
        used: used[name],
        meaning: settingMeanings[name],
        ...(wrong !== undefined && { refused: wrong }),
      }
    }),
    policies: policies.map(({ id, name }) => ({ id, name })),
    readings: readingsInWords(policy),
    kinds: kindsToChoose.map((kind) => tabKindWords[kind]),
    tabs: answeredTabs(records.mappings, reading.settings?.rows ?? []),
    managed: managedColumns.map((name) => {
      const column = roster?.found[name]
      return {
        name: managedHeadings[name],
        place: column === undefined ? '' : `${roster?.name}!${columnLetters(column)}`,
      }
    }),
    languages: languagesOf(records.school.students),
  }
}

export function readStill({ spreadsheet, reader }: ActiveWorkbook): WorkbookReading {
  return whenStill(() => readWorkbook(spreadsheet, reader))
}

/** What can be used of what stands on the Settings tab, and what cannot. */
interface UsableSettings {
  readonly typed: ReadonlyMap<SettingName, string>
  /** Why a setting cannot be used, and what to type instead. */
  readonly refused: ReadonlyMap<SettingName, string>
  readonly term: Term
  readonly understanding: Understanding
}

/**
 * @param instead what is about to be typed, in the place of what stands there; '' for a blank
 */
export function usableSettings(
  workbook: ActiveWorkbook,
  reading: WorkbookReading,
  instead: ReadonlyMap<SettingName, string> = new Map(),
): UsableSettings {
  const standing = typedSettings(reading.settings?.rows ?? []).filter(({ typed }) => typed !== '')
  const typed = new Map([...standing.map((one) => [one.name, one.typed] as const), ...instead])
  const refused = new Map<SettingName, string>()
  const chosen: Settings = {}
  for (const [name, text] of typed) {
    const setting = settingFrom(name, text)
    if (typeof setting === 'string') refused.set(name, setting)
    else Object.assign(chosen, setting)
  }
  const understanding = understandReading(workbook, reading, chosen)
  const { school } = understanding.records
  const { schoolYear } = understanding.context
  try {
    return { typed, refused, understanding, term: withTerm(school, schoolYear, chosen).term }
  } catch (error) {
    if (!(error instanceof CheckStopped)) throw error
    const about = (['firstDay', 'lastDay', 'schoolYear', 'asOf'] as const).find((name) => instead.has(name))
    refused.set(about ?? (chosen.firstDay === undefined ? 'lastDay' : 'firstDay'), error.message)
    return { typed, refused, understanding, term: withTerm(school, schoolYear, {}).term }
  }
}

/** What is chosen for one tab holds for every tab with its headings, and stands with the first. */
function answeredTabs(mappings: readonly TabMapping[], rows: readonly (readonly Cell[])[]): readonly AnsweredTab[] {
  const typed = new Map(rows.map((cells) => [String(cells[4] ?? ''), String(cells[1] ?? '').trim()]))
  return mappings.map((mapping) => {
    const isFirst = mappings.find(({ signature }) => signature === mapping.signature) === mapping
    return answeredTab(mapping, isFirst && !isPlainTab(mapping) ? sectionFields(mapping) : [], typed)
  })
}

/** @param typed what stands in column B, by the last cell of its row */
function answeredTab(
  { sheet, kind, headingRow, signature, questions, columns }: TabMapping,
  fields: readonly SectionField[],
  typed: ReadonlyMap<string, string>,
): AnsweredTab {
  const label = (index: number) => labelOf(columns, index)
  return {
    sheet,
    kind,
    kindName: tabKindWords[kind],
    isNamed: (typed.get(sectionKey(signature, wholeTab, undefined)) ?? '') !== '',
    headingRow,
    signature,
    questions: (fields.length > 0 ? questions : []).map((one) => ({
      asks: one.asks,
      field: one.field,
      columns: one.columns.map(({ label, samples }) => ({ label, samples })),
    })),
    fields: fields.map(({ field, what, own, found }): AnsweredField => {
      const choice = typed.get(sectionKey(signature, field, own)) ?? ''
      const { dates, heading = '' } = readChoice(choice)
      const column = chosenColumn(columns, { signature, field, heading })
      const isChosen = choice !== '' && !dates
      return {
        field,
        name: what,
        ...(own !== undefined && { own }),
        readFrom: found ? label(found.index) : '',
        ...(found && { certainty: found.certainty }),
        ...(isChosen && { chosen: column ? label(column.index) : heading }),
        ...(dates && { dates }),
      }
    }),
    columns: columns.map(({ index, samples }) => ({ label: label(index), samples })),
  }
}

/** The language that letters to the family are to have. */
function languagesOf(students: readonly Student[]): SettingsShown['languages'] {
  const languages = new Map<string, { text: string; name?: string; students: number }>()
  for (const { letterLanguage, homeLanguage } of students) {
    const { text = '', code = '' } = letterLanguage ?? homeLanguage ?? {}
    if (text === '') continue
    const language = languages.get(text) ?? { text, ...named(code), students: 0 }
    language.students++
    languages.set(text, language)
  }
  return [...languages.values()].sort((a, b) => b.students - a.students).slice(0, mostLanguages)
}

function named(code: string): { readonly name?: string } {
  const name = languageName(code)
  return name === undefined ? {} : { name }
}

/** Free text in such a column makes many. */
const mostLanguages = 100
