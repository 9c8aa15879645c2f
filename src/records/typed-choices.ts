/**
 * What a person typed about columns, in the section of the Settings tab that asks for it.
 *
 * A row is known by its last cell: '#1x8k2p grade', the signature of the tab's headings and the field. So what a person
 * chose goes with every file that has these headings, and survives Make a copy and .xlsx.
 */
import { type ColumnChoice, chosenColumn, type DateOrder } from './column-choices.ts'
import { headingKey } from './heading-key.ts'
import { CheckStopped } from './problem.ts'
import type { Cell, TabKind } from './tab.ts'
import type { TabMapping } from './tab-columns.ts'

/** What a person typed into column B of one row. */
export interface TypedChoice extends ColumnChoice {
  /** Sheet row, from 1. */
  readonly row: number
  readonly typed: string
}

export const notInThisTab = 'not in this tab'

export const orderWords: Readonly<Record<DateOrder, string>> = {
  'month-first': 'month first: 3/4 is March 4',
  'day-first': 'day first: 3/4 is April 3',
}
const dateOrders = Object.keys(orderWords) as DateOrder[]

/** What a tab holds, in words. */
export const tabKindWords: Readonly<Record<TabKind, string>> = {
  students: 'roster',
  'grade-history': 'grade history',
  conferences: 'conferences',
  contacts: 'contacts',
  plans: 'plans',
  'plan-updates': 'plan updates',
  calendar: 'calendar',
  'school-log': 'school log',
  courses: 'courses',
  'plan-content': 'plan content',
  'graduation-requirements': 'graduation requirements',
  'student-details': 'more about the students',
  guardians: 'guardians',
  other: 'not needed',
}

/** Kinds that a person can give to a tab: of guardians with ids of their own only the headings can tell. */
export const kindsToChoose = (Object.keys(tabKindWords) as TabKind[]).filter((kind) => kind !== 'guardians')

/** @param word as a person types it */
export function kindNamed(word: string): TabKind | undefined {
  return kindsToChoose.find((kind) => tabKindWords[kind] === word.toLowerCase())
}

/** In the place of a field, in the row that says what the tab as a whole is. */
export const wholeTab = 'tab'

const keyPattern = /^#(\w+)(?: (\S+)(?: (.*))?)?$/

/** Signature, field and, on a roster that keeps records as columns, the heading that a row of the section is about. */
export function keyOf(cell: Cell | undefined): readonly [signature: string, field: string, own: string] | undefined {
  const parts = keyPattern.exec(String(cell ?? ''))
  return parts ? [parts[1] as string, parts[2] ?? '', parts[3] ?? ''] : undefined
}

/** What a person means: an order of days and months, else a heading, '' for none of them. */
export function readChoice(typed: string): Pick<ColumnChoice, 'dates' | 'heading'> {
  const dates = dateOrders.find((order) => typed.toLowerCase().startsWith(order.replace('-', ' ')))
  return dates ? { dates } : { heading: typed.toLowerCase() === notInThisTab ? '' : typed }
}

/** What stands in column B of the section, in the order of the rows. */
export function typedChoices(rows: readonly (readonly Cell[])[]): readonly TypedChoice[] {
  return rows.flatMap((cells, index): TypedChoice[] => {
    const key = keyOf(cells[4])
    const typed = String(cells[1] ?? '').trim()
    if (key === undefined || key[1] === '' || typed === '') return []
    const [signature, field, own] = key
    const at = { signature, row: index + 1, typed }
    if (field === wholeTab) {
      const kind = kindNamed(typed)
      return [{ ...at, field: '', ...(kind && { kind }) }]
    }
    const { dates, heading = '' } = readChoice(typed)
    if (dates) return [{ ...at, field, dates, ...(own !== '' && { heading: own }) }]
    if (own === '' || headingKey(own) === headingKey(heading)) return [{ ...at, field, heading }]
    // The column that was guessed is none of ours; another one, if any, is.
    const instead = heading === '' ? [] : [{ ...at, field, heading }]
    return [{ ...at, field: '', heading: own }, ...instead]
  })
}

/**
 * @param placeOf what to call the cell with the choice of a row (from 1), for the message
 * @throws CheckStopped SETTING_UNREADABLE where a tab is called what no tab can be, and where a cell names no heading of a tab that has exactly the headings it was chosen for
 */
export function checkChoices(
  choices: readonly TypedChoice[],
  mappings: readonly TabMapping[],
  placeOf: (row: number) => string,
): void {
  for (const one of choices) {
    const { signature, heading, row, typed, field, kind } = one
    if (field === '' && heading === undefined && kind === undefined) {
      const words = kindsToChoose.map((known) => tabKindWords[known]).join(', ')
      throw new CheckStopped(
        'SETTING_UNREADABLE',
        `“${typed.slice(0, 80)}” in ${placeOf(row)} is nothing that a tab can be. Choose one of: ${words}; or leave the cell blank.`,
      )
    }
    const mapping = mappings.find((candidate) => candidate.signature === signature)
    if (mapping === undefined || !heading || chosenColumn(mapping.columns, one)) continue
    throw new CheckStopped(
      'SETTING_UNREADABLE',
      `“${typed.slice(0, 80)}” in ${placeOf(row)} is no heading of ${mapping.sheet}. Choose one of its headings or “${notInThisTab}”, or leave the cell blank.`,
    )
  }
}
