/**
 * The Settings tab as rows of cells: a title, the settings, what was understood, and the section about columns. Pure.
 *
 * Rows that stand there stay where they are, with whatever a person typed or put between them; new ones come behind.
 */
import { type SettingName, settingLabels, settingNamed, settingNames } from '../compliance/settings.ts'
import { policies } from '../policy/packs.ts'
import { headingKey } from '../records/heading-key.ts'
import type { Cell } from '../records/tab.ts'
import { keyOf, notInThisTab, type TypedChoice } from '../records/typed-choices.ts'
import { askedFirst, type SectionBlock, type SectionRow } from './column-section.ts'
import { ownTabTitles } from './own-tabs.ts'

/** What is used where a person chose nothing, in words, for column C; `columns` is undefined before the first check. */
export interface SettingsUsed extends Readonly<Record<SettingName, string>> {
  readonly columns: string | undefined
  readonly tabs: string
}

export interface PageRow {
  /** Its index as read, from 0; undefined for a new row. */
  readonly was: number | undefined
  /** A to E as text. B is a person's: nothing is written there but in a new tab. */
  readonly cells: readonly string[]
  /** Where what is ours to keep up to date ends: column C in a line, E in the section; 0 for a row that is none of ours. */
  readonly ours: 0 | 3 | 5
  readonly look: 'heading' | 'label' | 'asked' | 'plain'
  /** What may be picked in column B. */
  readonly choices?: readonly string[]
}

export const pageWidth = 5

/** What each setting means, and what a blank stands for. */
export const settingMeanings: Readonly<Record<SettingName, string>> = {
  policy: 'The policy that the roster is checked against. Blank: Davis School District 4I-101.',
  schoolYear: 'For example 2026-27. Blank: the school year of the as-of date.',
  firstDay: 'For example 2026-08-17. Blank: from the Calendar tab, else the third Monday of August.',
  lastDay: 'For example 2027-05-28. Blank: from the Calendar tab, else the last Friday of May.',
  asOf: 'The day for which the roster is judged, for example 2026-11-22. Blank: today.',
  schoolName: 'For plan documents, where the roster does not name the school. Blank: as on the roster.',
  planManager: 'Who keeps the plans, named on plan documents. Blank: nobody is named.',
}

const information = {
  questions: ['Questions to you', 'Where two columns fit equally, neither is read until you choose one.'],
  columns: ['Columns that a check writes', ''],
  tabs: ['How your tabs were read', ''],
} as const

const firstHeading = 'Setting'
const blockMark = 'for files like this: '

/**
 * @param rows the tab as read; undefined for a new one
 * @param blocks the section about columns; none where it is not wanted
 * @param mayGrow false where there are no calls left for new rows; then the questions are told without a place to answer
 * @param policy what set-up types into the new tab beside Policy
 */
export function settingsPage(
  rows: readonly (readonly Cell[])[] | undefined,
  used: SettingsUsed,
  blocks: readonly SectionBlock[],
  choices: readonly TypedChoice[],
  mayGrow = true,
  policy = '',
): readonly PageRow[] {
  const page =
    rows?.map((cells, was): PageRow => ({ ...plainRow(...cells.slice(0, pageWidth).map(String)), was })) ??
    newLines(policy)
  const groups = groupsOf(page)
  const present = new Set(blocks.map(({ signature }) => signature))
  const added: { readonly behind: number; readonly rows: readonly PageRow[] }[] = []
  for (const block of blocks) {
    const group = groups.get(block.signature) ?? renewable(groups, block, present, choices)
    const rows = group ? renewed(page, group, block) : [plainRow(), headingRow(block), ...block.rows.map(newRow)]
    added.unshift({ behind: group ? Math.max(...group.rows) + 1 : page.length, rows })
  }
  if (mayGrow) for (const { behind, rows } of added.sort((a, b) => b.behind - a.behind)) page.splice(behind, 0, ...rows)
  const asked = page.flatMap(({ cells, look }, index) => (look === 'asked' ? [`${cells[0]} in B${index + 1}`] : []))
  const homeless = mayGrow
    ? []
    : added.flatMap(({ rows }) => rows.flatMap(({ cells, look }) => (look === 'asked' ? [cells[0]] : [])))
  const questions = [...asked, ...homeless].join(', ')
  const where = homeless.length > 0 ? ' “Set up this workbook” in the menu shows what there is to choose.' : ''
  const text = questions === '' ? 'None.' : `${askedFirst}: ${questions}.${where}`
  return page.map((row) => withUsed(row, used, text))
}

function plainRow(...cells: readonly string[]): PageRow {
  return {
    was: undefined,
    cells: Array.from({ length: pageWidth }, (_, column) => cells[column] ?? ''),
    ours: 0,
    look: 'plain',
  }
}

/** The tab as it is made, without what is used. */
function newLines(policy: string): PageRow[] {
  const line = (label: string, meaning: string, choice = ''): PageRow => ({
    ...plainRow(label, choice, '', meaning),
    look: 'label',
  })
  const { questions, ...others } = information
  return [
    line(ownTabTitles.settings, 'Write your choice in column B, or leave it blank. A check never writes there.'),
    { ...plainRow(firstHeading, 'Your choice', 'In use', 'What it means'), look: 'heading' },
    line(...questions),
    ...settingNames.map((name) => line(settingLabels[name], settingMeanings[name], name === 'policy' ? policy : '')),
    ...Object.values(others).map(([label, meaning]) => line(label, meaning)),
  ]
}

function headingRow({ tab, signature }: SectionBlock): PageRow {
  const cells = [tab, '', 'Read from', 'Up to three of its values', `${blockMark}#${signature}`]
  return { ...plainRow(...cells), ours: 5, look: 'heading' }
}

function newRow(row: SectionRow): PageRow {
  return { ...plainRow(row.what, '', row.readFrom, row.samples, row.key), ...sectionLook(row) }
}

function sectionLook({ isAsked, choices }: SectionRow): Pick<PageRow, 'ours' | 'look' | 'choices'> {
  return { ours: 5, look: isAsked ? 'asked' : 'plain', choices }
}

/** The rows of one signature, by their indexes on the page. */
interface Group {
  readonly tab: string
  readonly rows: readonly number[]
}

function groupsOf(page: readonly PageRow[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, { tab: string; rows: number[] }>()
  page.forEach(({ cells }, index) => {
    const [tab = '', , , , last = ''] = cells
    const signature = signatureIn(last)
    if (signature === undefined) return
    const group = groups.get(signature) ?? { tab: '', rows: [] }
    groups.set(signature, group)
    group.rows.push(index)
    if (last.startsWith(blockMark)) group.tab = tab
  })
  return groups
}

/**
 * The block of the same tab under other headings, as it stood before somebody added or renamed a column: as long as every
 * choice in it can still be followed, it goes on with the new headings instead of staying beside a second block.
 */
function renewable(
  groups: ReadonlyMap<string, Group>,
  { tab, rows }: SectionBlock,
  present: ReadonlySet<string>,
  choices: readonly TypedChoice[],
): Group | undefined {
  const labels = new Set(rows.flatMap((row) => row.choices.map(headingKey)))
  for (const [signature, group] of groups) {
    const mine = choices.filter((choice) => choice.signature === signature)
    const stands = mine.every(({ heading }) => !heading || labels.has(headingKey(heading)))
    if (group.tab === tab && !present.has(signature) && stands) return group
  }
  return undefined
}

/**
 * Brings the rows of a block up to date where they stand.
 *
 * @returns the rows that it lacks
 */
function renewed(page: PageRow[], group: Group, block: SectionBlock): readonly PageRow[] {
  const left = new Map(block.rows.map((row) => [fieldOf(row.key), row]))
  for (const index of group.rows) {
    const { was, cells } = page[index] as PageRow
    const [what = '', typed = '', , , last = ''] = cells
    if (last.startsWith(blockMark)) {
      page[index] = { ...headingRow(block), was }
      continue
    }
    const field = fieldOf(last)
    const row = left.get(field)
    left.delete(field)
    const now = row ? [row.readFrom, row.samples, row.key] : [notInThisTab, '', `#${block.signature} ${field}`]
    page[index] = { was, cells: [what, typed, ...now], ...(row ? sectionLook(row) : { ours: 5, look: 'plain' }) }
  }
  return [...left.values()].map(newRow)
}

function signatureIn(last: string): string | undefined {
  return keyOf(last.replace(blockMark, ''))?.[0]
}

/** A key without its signature. */
function fieldOf(key: string): string {
  return key.replace(/^\S+ ?/, '')
}

/** A line of settings or information with what is used, in column C. */
function withUsed(row: PageRow, used: SettingsUsed, asked: string): PageRow {
  const { cells, ours } = row
  const [label = '', choice = '', , meaning = '', last = ''] = cells
  if (ours !== 0 || signatureIn(last)) return row
  if (label === ownTabTitles.settings) return { ...row, look: 'label' }
  if (label === firstHeading) return { ...row, look: 'heading' }
  const name = settingNamed(label)
  const told = new Map<string, string | undefined>([
    [information.questions[0], asked],
    [information.columns[0], used.columns],
    [information.tabs[0], used.tabs],
  ])
  if (!name && !told.has(label)) return row
  const text = name ? used[name] : told.get(label)
  const choices = name === 'policy' ? policies.map((policy) => policy.name) : []
  const line = { ...row, look: 'label', choices } as const
  return text === undefined ? line : { ...line, cells: [label, choice, text, meaning, last], ours: 3 }
}

/**
 * Whether nobody has chosen or written anything on the tab.
 *
 * @param policy what set-up typed into it
 */
export function isUntouched(rows: readonly (readonly Cell[])[], policy: string): boolean {
  const labels = new Set<Cell>([
    ownTabTitles.settings,
    firstHeading,
    ...Object.values(information).map(([label]) => label),
  ])
  return rows.every(([label = '', choice = '', used = '', meaning = '', last = '', ...more]) => {
    if (more.some((cell) => cell !== '')) return false
    if (label === firstHeading) return true
    const name = settingNamed(label)
    if (signatureIn(String(last)) || name || labels.has(label))
      return choice === '' || (name === 'policy' && choice === policy)
    return [label, choice, used, meaning, last].every((cell) => cell === '')
  })
}

/** Indexes of the rows of the section about columns, and of the blank rows between its blocks. */
export function sectionRows(rows: readonly (readonly Cell[])[]): readonly number[] {
  const isSection = (row: readonly Cell[] | undefined) => signatureIn(String(row?.[4] ?? '')) !== undefined
  const isBlank = (row: readonly Cell[] | undefined) => row?.every((cell) => cell === '') ?? false
  return rows.flatMap((row, index) => (isSection(row) || (isBlank(row) && isSection(rows[index + 1])) ? [index] : []))
}
