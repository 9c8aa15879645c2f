/**
 * Typing choices into column B of the Settings tab, as a person would who has the tab before them.
 */
import { type SettingName, settingLabels, typedSettings } from '../compliance/settings.ts'
import { CheckStopped } from '../records/problem.ts'
import type { CellReader } from './cell-reader.ts'
import { asText } from './typed-text.ts'

/** What is to stand in column B; '' for a blank. */
export interface Choices {
  readonly settings: ReadonlyMap<SettingName, string>
  /** By the last cell of their row, see `sectionKey`. */
  readonly columns: ReadonlyMap<string, string>
}

const choiceColumn = 2

/**
 * Rows are looked for right before: a person may have sorted the tab, or written between.
 *
 * @throws CheckStopped SHEET_CHANGING, before anything is written, when the row of a column is not there
 */
export function typeChoices(sheet: GoogleAppsScript.Spreadsheet.Sheet, reader: CellReader, choices: Choices): void {
  const range = sheet.getDataRange()
  const rows = reader.rows(range.getValues())
  const formats = range.getNumberFormats()
  const keys = rows.map((cells) => String(cells[4] ?? ''))
  if ([...choices.columns.keys()].some((key) => !keys.includes(key))) {
    throw new CheckStopped(
      'SHEET_CHANGING',
      'Somebody is editing the tab with the settings. Wait a moment, then save again.',
    )
  }
  const type = (row: number, text: string): void => {
    const isText = formats[row]?.[choiceColumn - 1] === '@'
    sheet.getRange(row + 1, choiceColumn).setValue(isText ? text : asText(text))
  }
  const standing = typedSettings(rows)
  for (const [name, text] of choices.settings) {
    const of = standing.filter((one) => one.name === name)
    // Of several the last one that is filled is used.
    const place = of.filter(({ typed }) => typed !== '').pop() ?? of[0]
    if (place) type(place.row, text)
    else if (text !== '') sheet.appendRow([settingLabels[name], asText(text)])
  }
  keys.forEach((key, row) => {
    const text = choices.columns.get(key)
    // A heading is the same without the sign in front.
    if (text !== undefined) type(row, text.replace(/^[=+\-@'\s]+/, ''))
  })
}
