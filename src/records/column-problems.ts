/**
 * What is said of the columns of a tab that is read.
 */
import { isDate, isFilled } from './column-cells.ts'
import { type ColumnChoice, chosenColumn, columnLetters } from './column-choices.ts'
import type { HeadedColumn, KindMatch } from './heading-match.ts'
import type { ProblemList } from './problem-list.ts'
import type { Tab } from './tab.ts'

/** Two columns or more could be one thing, and their cells differ. */
export function sayRivals(tab: Tab, field: string, columns: readonly HeadedColumn[], problems: ProblemList): void {
  const [a, b] = columns as readonly [HeadedColumn, HeadedColumn]
  const twice = a.forms[0]?.key === b.forms[0]?.key
  const fault = twice
    ? `“${a.heading}” stands in columns ${columnLetters(a.index)} and ${columnLetters(b.index)} of ${tab.name} with different cells.`
    : `“${a.heading}” and “${b.heading}” of ${tab.name} could both be the ${field.replace(/^.*\./, '').replace(/_/g, ' ')}, and their cells differ.`
  problems.add({
    code: twice ? 'HEADING_TWICE' : 'COLUMN_UNSURE',
    sheet: tab.name,
    column: a.heading,
    message: `${fault} Neither is read. Choose one on the Settings tab, or rename the one that is not meant.`,
  })
}

/** Columns headed '9/14' or '10/12/2026' may be days of conferences, or of school: nobody can know. */
export function sayDates(
  tab: Tab,
  { headingRow, columns }: KindMatch,
  settled: { has(index: number): boolean },
  problems: ProblemList,
): void {
  const dated = columns.filter(
    ({ index, heading }) =>
      !settled.has(index) &&
      /\d\W\d|[a-z] ?\d/i.test(heading) &&
      isDate(heading) &&
      isFilled({ tab, headingRow, index }),
  )
  const [first] = dated
  if (first === undefined) return
  const others = dated.length > 1 ? ` and ${dated.length - 1} more ${dated.length > 2 ? 'columns' : 'column'}` : ''
  problems.add({
    code: 'COLUMN_UNSURE',
    sheet: tab.name,
    column: first.heading,
    message: `“${first.heading}”${others} of ${tab.name} have a date for a heading and are not read. If conferences were held on these days, write the dates into a column “Conf date”.`,
  })
}

/** What is not read on purpose. */
export function sayRefused(tab: Tab, { columns }: KindMatch, problems: ProblemList): void {
  for (const { heading, refusal } of columns) {
    if (refusal === undefined) continue
    problems.add({
      code: 'COLUMN_REFUSED',
      sheet: tab.name,
      column: heading,
      message: `The column “${heading}” of ${tab.name} (${refusal}) is not read: this check has no use for it. Better keep it out of this workbook.`,
    })
  }
}

/** Choices for headings that are gone. */
export function sayLost(
  tab: Tab,
  { columns }: KindMatch,
  choices: readonly ColumnChoice[],
  problems: ProblemList,
): void {
  for (const choice of choices) {
    if (!choice.heading || chosenColumn(columns, choice)) continue
    problems.add({
      code: 'CHOICE_LOST',
      sheet: tab.name,
      message: `“${choice.heading}”, chosen on the Settings tab, is no longer the heading of one column of ${tab.name}, so the choice is not used. Choose again.`,
    })
  }
}
