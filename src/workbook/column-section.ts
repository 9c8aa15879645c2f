/**
 * The part of the Settings tab about columns: a block for each tab of the school, with a row for each thing that a check
 * reads there. Pure.
 */
import { type ColumnQuestion, labelOf, signatureOf } from '../records/column-choices.ts'
import { headingKey } from '../records/heading-key.ts'
import { headings, type ReadKind } from '../records/headings.ts'
import type { Cell } from '../records/tab.ts'
import { type Certainty, isBesideThePoint, notShown, type TabMapping } from '../records/tab-columns.ts'
import {
  keyOf,
  kindsToChoose,
  notInThisTab,
  orderWords,
  type TypedChoice,
  tabKindWords,
  wholeTab,
} from '../records/typed-choices.ts'
import { headingOf, madeKinds, schoolColumns } from './school-tabs.ts'

/** One row, without what a person typed into column B. */
export interface SectionRow {
  readonly what: string
  readonly readFrom: string
  readonly samples: string
  readonly key: string
  /** What may be picked in column B. */
  readonly choices: readonly string[]
  readonly isAsked: boolean
}

/** The rows of one tab, under a row of headings. */
export interface SectionBlock {
  readonly tab: string
  readonly signature: string
  readonly rows: readonly SectionRow[]
}

export const askedFirst = 'Please choose'

/** Records that a roster may keep as columns of its own, and that a person can point to. */
const keptOnRosters =
  `Conferences.date Conferences.who_came Plans.created_on Plans.parent_signed_on PlanUpdates.updated_on
  Contacts.date`.split(/\s+/)

/** Whether the Settings tab has a section about columns. */
export function hasSection(rows: readonly (readonly Cell[])[]): boolean {
  return rows.some((cells) => keyOf(cells[4]))
}

/**
 * One block for each tab that is read, but for those with the headings that set-up gives a tab: they leave nothing to
 * choose. Of a tab that is not read there is one where somebody said so, or is about to.
 *
 * @param wanted signatures of tabs that are to have one in any case
 */
export function sectionBlocks(
  mappings: readonly TabMapping[],
  choices: readonly TypedChoice[],
  wanted: readonly string[] = [],
): readonly SectionBlock[] {
  const blocks = new Map<string, SectionBlock>()
  const present = new Set(mappings.map(({ signature }) => signature))
  for (const mapping of mappings) {
    const { signature, sheet, kind } = mapping
    // What was chosen for headings that have changed since may be followed still.
    const followed = choices.filter((one) => one.signature === signature || !present.has(one.signature))
    const isNamed = choices.some((one) => one.signature === signature && one.kind !== undefined)
    if (blocks.has(signature)) continue
    const isWanted = isNamed || wanted.includes(signature)
    if (!isWanted && (kind === 'guardians' || kind === 'other' || isPlainTab(mapping))) continue
    const columns = sectionFields(mapping).map((one) => sectionRow(mapping, followed, one))
    const asked = columns.filter(({ isAsked }) => isAsked).length
    const rows = [...columns.slice(0, asked), wholeTabRow(mapping, isNamed), ...columns.slice(asked)]
    blocks.set(signature, { tab: sheet, signature, rows })
  }
  return [...blocks.values()]
}

/** Whether a tab has exactly the headings that set-up gives it, and asks nothing. */
export function isPlainTab({ kind, signature, questions }: TabMapping): boolean {
  const made = madeKinds.find((one) => one === kind)
  const ours = made ? schoolColumns(made).map(({ heading }, index) => ({ heading, index })) : []
  return questions.length === 0 && signatureOf(ours) === signature
}

/** What the tab is, for whoever knows better. */
function wholeTabRow({ signature, kind }: TabMapping, isNamed: boolean): SectionRow {
  return {
    what: 'This tab',
    readFrom: `${tabKindWords[kind]}${isNamed ? ' (your choice)' : ''}`,
    samples: '',
    key: sectionKey(signature, wholeTab, undefined),
    choices: kindsToChoose.map((one) => tabKindWords[one]),
    isAsked: false,
  }
}

/** Something that a check reads in a tab, or could. */
export interface SectionField {
  readonly field: string
  /** In words: 'Grade'. */
  readonly what: string
  /** The one column that it is about, where a roster may have several of the field. */
  readonly own: string | undefined
  /** The column that is read. */
  readonly found: TabMapping['columns'][number] | undefined
  readonly asked: ColumnQuestion | undefined
}

/** What is asked first, what was found next, what is not there last; nothing of a tab that is not read. */
export function sectionFields({ kind, columns, questions }: TabMapping): readonly SectionField[] {
  if (kind === 'other' || kind === 'guardians') return []
  const label = (index: number): string => labelOf(columns, index)
  const sectionField = (field: string, own?: string): SectionField => ({
    field,
    what: fieldInWords(kind, field),
    own,
    found: columns.find((column) => column.field === field && (own ?? label(column.index)) === label(column.index)),
    asked: questions.find(
      (one) => one.field === field && one.columns.some((column) => (own ?? column.label) === column.label),
    ),
  })
  const ofRoster = kind === 'students' || kind === 'student-details'
  const known = Object.keys(headings[ofRoster ? 'students' : (kind as ReadKind)])
  const fields = known
    .filter((field) => !isBesideThePoint(field) && field !== notShown)
    .map((field) => sectionField(field))
  if (ofRoster) {
    for (const { index, field = '' } of columns) if (field.includes('.')) fields.push(sectionField(field, label(index)))
    for (const field of keptOnRosters) {
      if (!columns.some((column) => column.field === field)) fields.push(sectionField(field))
    }
  }
  const rank = ({ asked, found }: SectionField) => (asked ? 0 : found ? 1 : 2)
  return fields.sort((a, b) => rank(a) - rank(b))
}

/** What stands in the last cell of the row of a field. */
export function sectionKey(signature: string, field: string, own: string | undefined): string {
  return `#${signature} ${field}${own === undefined ? '' : ` ${own}`}`
}

function sectionRow(
  { signature, columns }: TabMapping,
  choices: readonly TypedChoice[],
  { field, what, own, found, asked }: SectionField,
): SectionRow {
  const label = (index: number): string => labelOf(columns, index)
  const isChosen = choices.some(
    (one) => found && one.field === field && headingKey(one.heading ?? '') === headingKey(label(found.index)),
  )
  const order = asked?.asks === 'date-order'
  const named = (asked?.columns ?? []).map((column) => `“${column.label}”`)
  return {
    what,
    readFrom: asked
      ? `${askedFirst}${order ? ` month first or day first: ${named}` : `: ${named.join(' or ')}`}`
      : found
        ? `“${label(found.index)}” (${isChosen ? 'your choice' : certaintyWords[found.certainty]})`
        : notInThisTab,
    samples:
      asked && !order
        ? asked.columns.map(({ samples }, index) => `${named[index]}: ${samples.join(between)}`).join('; ')
        : (found?.samples ?? []).join(between),
    key: sectionKey(signature, field, own),
    choices: [...(order ? Object.values(orderWords) : []), ...columns.map(({ index }) => label(index)), notInThisTab],
    isAsked: asked !== undefined,
  }
}

const between = ' · '

const certaintyWords: Readonly<Record<Certainty, string>> = { sure: 'sure', likely: 'likely', unsure: 'not sure' }

/** 'Grade'; on a roster that keeps records of another tab, 'Conferences: date'. */
export function fieldInWords(kind: string, field: string): string {
  const [tab = '', name] = field.split('.')
  if (name === undefined) return headingOf(kind, field)
  const words = tab.replace(/[a-z](?=[A-Z])/g, '$& ').toLowerCase()
  return `${words.replace(/^./, (first) => first.toUpperCase())}: ${headingOf(words.replace(' ', '-'), name).toLowerCase()}`
}
