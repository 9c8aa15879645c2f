/**
 * Change the settings: what was chosen in the sidebar is typed into column B of the Settings tab, all of it or nothing.
 */
import { type SettingName, settingNames } from '../compliance/settings.ts'
import { policyById } from '../policy/packs.ts'
import { chosenColumn, labelOf } from '../records/column-choices.ts'
import { kindNamed, notInThisTab, orderWords, tabKindWords, wholeTab } from '../records/typed-choices.ts'
import { type ActiveWorkbook, activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { isPlainTab, sectionFields, sectionKey } from '../workbook/column-section.ts'
import { sayOutOfDate } from '../workbook/out-of-date.ts'
import { insertOwnTab } from '../workbook/own-tabs.ts'
import { typeChoices } from '../workbook/settings-choices.ts'
import { isSettingsTab, showSettings } from '../workbook/settings-tab.ts'
import { answer } from './answer.ts'
import { readStill, settingsShown, usableSettings } from './get-settings.ts'
import * as messages from './messages.ts'
import { RequestInvalid } from './requests/read-request.ts'
import { readSettingsRequest, type SettingsRequest } from './requests/settings.ts'
import { shownSettings, type Understanding } from './understanding.ts'

/** @param request a SettingsRequest as JSON @returns a SettingsAnswer as JSON */
export function saveSettings(request: string): string {
  return answer<'saveSettings'>(() => {
    const asked = readSettingsRequest(request)
    const workbook = activeWorkbook()
    return withDocumentLock(() => {
      save(workbook, asked)
      return settingsShown(workbook)
    })
  })
}

type ColumnRequest = NonNullable<SettingsRequest['columns']>[number]

/** @throws RequestInvalid with a sentence for each field that does not fit; nothing is written then */
function save(workbook: ActiveWorkbook, asked: SettingsRequest): void {
  const { spreadsheet, reader } = workbook
  const reading = readStill(workbook)
  const settings = new Map<SettingName, string>()
  for (const name of settingNames) {
    const text = asked[name]
    if (text !== undefined) settings.set(name, name === 'policy' ? (policyById(text)?.name ?? text) : text)
  }
  const { refused, term, understanding } = usableSettings(workbook, reading, settings)
  const fields: Record<string, string> = {}
  // What stood there before and was wrong is no reason to refuse something else.
  for (const [name, sentence] of refused) if (settings.has(name)) fields[name] = sentence
  const columns = new Map<string, string>()
  asked.columns?.forEach((one, index) => {
    const typed = textFor(one, understanding)
    if (typeof typed === 'string') fields[`columns.${index}`] = typed
    else columns.set(sectionKey(one.signature, one.field, one.own), typed.text)
  })
  if (Object.keys(fields).length > 0) throw new RequestInvalid(fields)
  if (settings.size + columns.size === 0) return

  const tab = reading.settings ?? { ...insertOwnTab(spreadsheet, 'settings', reading.names), rows: [] }
  const present = new Set(tab.rows.map((cells) => String(cells[4] ?? '')))
  if (!isSettingsTab(tab) || [...columns.keys()].some((key) => !present.has(key))) {
    // A tab that is not read has a row as soon as somebody says what it is.
    const tabs = (asked.columns ?? []).flatMap(({ field, signature }) => (field === wholeTab ? [signature] : []))
    const shown = shownSettings(understanding, term, undefined, { policy: '', tabs })
    showSettings(spreadsheet, { ...reading, settings: tab }, shown, reader, Number.POSITIVE_INFINITY)
  }
  typeChoices(tab.sheet, reader, { settings, columns })
  sayOutOfDate(spreadsheet, reading.marks)
}

/** @returns what to type into the row of the column; or, in a sentence, why it cannot be chosen */
function textFor(
  { signature, field, own, heading, dates }: ColumnRequest,
  { records }: Understanding,
): { readonly text: string } | string {
  if (field === wholeTab) {
    const kind = kindNamed(heading ?? '')
    const isThere = records.mappings.some((one) => signature !== '' && one.signature === signature)
    return isThere && (kind || heading === null) ? { text: kind ? tabKindWords[kind] : '' } : messages.columnsChanged
  }
  const mapping = records.mappings.find((one) => one.signature === signature && !isPlainTab(one))
  const known = mapping && sectionFields(mapping).some((one) => one.field === field && one.own === own)
  if (!mapping || !known) return messages.columnsChanged
  if (dates !== undefined) return heading == null ? { text: orderWords[dates] } : messages.columnOrDates
  if (heading === undefined) return messages.columnsChanged
  if (heading === null) return { text: '' }
  if (heading === '') return { text: notInThisTab }
  const column = chosenColumn(mapping.columns, { signature, field, heading })
  return column ? { text: labelOf(mapping.columns, column.index) } : messages.noSuchHeading(heading, mapping.sheet)
}
