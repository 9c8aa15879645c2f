/**
 * The columns of a roster that are records of their own: which conference each attendance or tick belongs to.
 */
import { hasContent, unreadable } from './cell-text.ts'
import { readAnyDate } from './column-cells.ts'
import { type ColumnChoice, chosenColumn } from './column-choices.ts'
import { heldDetails } from './conference-columns.ts'
import { readStatus } from './conference-words.ts'
import { fieldIn, type HeadedColumn, type KindMatch } from './heading-match.ts'
import { planDetails } from './plan-columns.ts'
import type { ProblemList } from './problem-list.ts'
import type { Tab } from './tab.ts'
import { meaningOfRole, type WideMeaning } from './wide-headings.ts'
import { readYesNo } from './yes-no.ts'

/** What a wide column means, and those plan and conference columns that a roster may keep under their own names. */
export type ColumnMeaning = WideMeaning | { readonly role: 'plan-field' | 'conference-field'; readonly plain: true }

export interface WideColumn {
  readonly column: HeadedColumn
  readonly meaning: ColumnMeaning
  /** 'Conferences.date', 'Plans.parent_signed_on' …: the canonical column that it stands for. */
  readonly field: string
  readonly certainty: 'sure' | 'likely'
}

const details = {
  Plans: new Set(planDetails.filter((name) => !/^(created|parent_signed)_on$/.test(name))),
  Conferences: new Set(heldDetails),
}

const fieldOfRole: Readonly<Record<WideMeaning['role'], string>> = {
  conference: 'Conferences.date',
  'who-came': 'Conferences.who_came',
  'student-attended': 'Conferences.student_attended',
  'parent-attended': 'Conferences.parent_attended',
  'conference-kind': 'Conferences.kind',
  'conference-status': 'Conferences.status',
  contact: 'Contacts.date',
  unclear: '',
  update: 'PlanUpdates.updated_on',
  'plan-created': 'Plans.created_on',
  'plan-signed': 'Plans.parent_signed_on',
}

/** The columns of a roster, left to right, that the roster's own fields leave over and that tell of a record. */
function wideColumnsOf(match: KindMatch, choices: readonly ColumnChoice[]): readonly WideColumn[] {
  const taken = new Set<number>()
  for (const matches of match.fields.values()) for (const { column } of matches) taken.add(column.index)
  const none = new Set(choices.filter(({ heading }) => heading === '').map(({ field }) => field))
  return match.columns.flatMap((column): readonly WideColumn[] => {
    if (taken.has(column.index) || column.refusal !== undefined) return []
    const choice = choices.filter((one) => chosenColumn(match.columns, one) === column).pop()
    const guess = meaningOf(column)
    if (choice !== undefined) {
      const { field } = choice
      const meaning = guess?.field === field ? guess.meaning : meaningOfField(field, column.heading)
      return meaning === undefined ? [] : [{ column, meaning: { ...meaning, plain: true }, field, certainty: 'sure' }]
    }
    return guess === undefined || none.has(guess.field) ? [] : [{ column, ...guess, certainty: 'likely' }]
  })
}

/** What a heading tells of a record, with the canonical column that it stands for. */
function meaningOf(column: HeadedColumn): Pick<WideColumn, 'meaning' | 'field'> | undefined {
  for (const field of [`Plans.${fieldIn('plans', column)}`, `Conferences.${fieldIn('conferences', column)}`]) {
    const meaning = detailOf(field)
    if (meaning !== undefined) return { meaning, field }
  }
  return column.wide && { meaning: column.wide, field: fieldOfRole[column.wide.role] }
}

/** A column of a plan or of a conference beside the one that says when it was. */
function detailOf(field: string): ColumnMeaning | undefined {
  const [tab, name = ''] = field.split('.')
  if (tab === 'Plans' && details.Plans.has(name)) return { role: 'plan-field', plain: true }
  return tab === 'Conferences' && details.Conferences.has(name) ? { role: 'conference-field', plain: true } : undefined
}

/** What a column means of which a person said which field it is. */
function meaningOfField(field: string, heading: string): ColumnMeaning | undefined {
  const roles = Object.keys(fieldOfRole) as WideMeaning['role'][]
  const role = roles.find((one) => field !== '' && fieldOfRole[one] === field)
  return role ? meaningOfRole(role, heading) : detailOf(field)
}

/** Rows of which the cells are looked at. */
const rowsSampled = 200

/**
 * The columns that tell of records. Of those that only look like it ('PCCR', 'Sep') the ones whose cells are dates or
 * ticks, or still blank; of those whose heading leaves open what they hold none, but a column of dates is asked about.
 */
export function wideColumnsIn(
  tab: Tab,
  match: KindMatch,
  choices: readonly ColumnChoice[],
  problems: ProblemList,
): readonly WideColumn[] {
  return wideColumnsOf(match, choices).filter(({ column, meaning }) => {
    if (meaning.plain) return true
    const { filled, dates, ticks } = contentOf(tab, match.headingRow, column.index)
    if (meaning.role !== 'unclear') return (dates + ticks) * 2 >= filled
    if (filled > 0 && dates * 2 >= filled) sayUnclear(tab, column, problems)
    return false
  })
}

function sayUnclear(tab: Tab, { heading }: HeadedColumn, problems: ProblemList): void {
  problems.add({
    code: 'COLUMN_UNSURE',
    sheet: tab.name,
    column: heading,
    message: `“${heading}” of ${tab.name} holds dates, but its heading leaves open of what. It is not read. If these are conferences or plans, call it “Conf date”, “Group conf date”, “Plan created”, “Plan updated” or “Parent signed”.`,
  })
}

/** Of the first filled cells of a column, how many are dates and how many a yes, a no or the outcome of a conference. */
function contentOf(tab: Tab, headingRow: number, column: number): { filled: number; dates: number; ticks: number } {
  let filled = 0
  let dates = 0
  let ticks = 0
  for (let row = headingRow + 1; row < tab.rows.length && filled < rowsSampled; row++) {
    const cell = tab.rows[row]?.[column] ?? ''
    const date = readAnyDate(cell)
    if (date === undefined && !hasContent(cell)) continue
    filled++
    if (date !== undefined && date !== unreadable) dates++
    // A number is never a tick here: 1 and 0 under 'Sep' are days of attendance.
    else if (typeof cell !== 'number' && (readYesNo(cell) !== unreadable || readStatus(cell) !== unreadable)) ticks++
  }
  return { filled, dates, ticks }
}

/**
 * The conference columns that a column about attendance, ticks or status speaks of: the nearest one to its left, or the
 * first one where none stands left of it.
 */
export function conferenceOf(column: number, conferences: readonly number[]): number | undefined {
  let nearest = conferences[0]
  for (const conference of conferences) if (conference < column) nearest = conference
  return nearest
}
