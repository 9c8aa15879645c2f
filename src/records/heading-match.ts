/**
 * Which columns of a tab are which, for each kind of tab that it could be.
 */
import { type ColumnChoice, chosenColumn, signatureOf } from './column-choices.ts'
import { type HeadingForm, headingForms, headingKey, headingWords, leadingWords, wordKey } from './heading-key.ts'
import { foreignHeadings, headings, type ReadKind } from './headings.ts'
import { type Refusal, refusalOf } from './refused-columns.ts'
import type { Tab } from './tab.ts'
import { type WideMeaning, wideMeaning } from './wide-headings.ts'

/** A title, a school's address or bands of merged cells may stand above the headings; no more than this many rows. */
const rowsSearched = 15

const readKinds = Object.keys(headings) as readonly ReadKind[]

export interface HeadedColumn {
  readonly index: number
  /** As the school wrote it, line breaks as blanks. */
  readonly heading: string
  readonly refusal: Refusal | undefined
  readonly forms: readonly HeadingForm[]
  readonly foreign: boolean
  readonly wide: WideMeaning | undefined
}

/** Before all synonyms. */
export const chosenRank = -1

export interface FieldMatch {
  readonly column: HeadedColumn
  /** Place in the line of synonyms: lower is preferred. */
  readonly rank: number
  /** Only where the tab has nothing better ('~' in headings.ts). */
  readonly weak: boolean
  readonly certainty: 'sure' | 'likely'
}

/** One row read as headings of one kind of tab. */
export interface KindMatch {
  readonly kind: ReadKind
  /** Index of the row, from 0. */
  readonly headingRow: number
  readonly columns: readonly HeadedColumn[]
  /** By canonical column, the best match first. */
  readonly fields: ReadonlyMap<string, readonly FieldMatch[]>
  /** How many headings are known, the certain ones counting more. */
  readonly score: number
}

interface Synonym {
  readonly field: string
  readonly rank: number
  readonly weak: boolean
}

type Dictionary = ReadonlyMap<string, Synonym>

let dictionaries: ReadonlyMap<ReadKind, Dictionary> | undefined
let foreignKeys: ReadonlySet<string> | undefined

/** Made when the first tab is read: a custom function that reads no tab does not pay for it. */
function dictionaryOf(kind: ReadKind): Dictionary {
  dictionaries ??= new Map(readKinds.map((one) => [one, compile(headings[one])]))
  return dictionaries.get(kind) as Dictionary
}

function compile(lines: Readonly<Record<string, string>>): Dictionary {
  const dictionary = new Map<string, Synonym>()
  for (const [field, line] of Object.entries(lines)) {
    const others = line.split('|').map((spelling) => spelling.trim())
    const weakKeys = others.flatMap((spelling) => (spelling.startsWith('~') ? headingKey(spelling.slice(1)) : []))
    // The canonical name itself ('date', 'kind') is weak only where its line says so.
    const first = weakKeys.includes(headingKey(field)) ? `~${field}` : field
    for (const [rank, spelling] of [first, ...others].entries()) {
      const weak = spelling.startsWith('~')
      const heading = weak ? spelling.slice(1) : spelling
      for (const key of [headingKey(heading), wordKey(heading)]) {
        if (!dictionary.has(key)) dictionary.set(key, { field, rank, weak })
      }
    }
  }
  return dictionary
}

function isForeign(forms: readonly HeadingForm[]): boolean {
  foreignKeys ??= new Set(foreignHeadings.split('|').map(headingKey))
  const keys = foreignKeys
  return forms.some((form) => keys.has(form.key))
}

/** The headed columns of every row that might be a tab's headings. */
export function headingRows(tab: Tab): readonly (readonly HeadedColumn[])[] {
  const managed = new Set(tab.managed)
  return tab.rows.slice(0, rowsSearched).map((_, row) => headedColumns(tab, row, managed))
}

/**
 * The best reading of a tab for each kind that it could be; a kind of which no heading is known is left out.
 *
 * @param choices what a person chose for this tab, which wins over every synonym
 */
export function matchKinds(tab: Tab, choices: readonly ColumnChoice[]): ReadonlyMap<ReadKind, KindMatch> {
  const best = new Map<ReadKind, KindMatch>()
  for (const [row, columns] of headingRows(tab).entries()) {
    if (columns.length === 0) continue
    // Where somebody said what the tab is, they had these headings before them, known or not.
    const isChosen = choices.some((choice) => choice.kind && choice.signature === signatureOf(columns))
    for (const kind of readKinds) {
      const match = matchKind(kind, row, columns, choices)
      const known = best.get(kind)
      if (isChosen || (match.score > 0 && (known === undefined || match.score > known.score))) best.set(kind, match)
    }
  }
  return best
}

/** All headed columns of one row. */
export function headedColumns(tab: Tab, row: number, managed: ReadonlySet<number>): readonly HeadedColumn[] {
  const bands = bandsOver(tab, row)
  const columns: HeadedColumn[] = []
  const seen = new Set<string>()
  for (const [index, cell] of (tab.rows[row] ?? []).entries()) {
    if (typeof cell !== 'string' || managed.has(index)) continue
    const heading = cell.replace(/\s+/g, ' ').trim()
    if (heading === '') continue
    const band = bands[index] ?? ''
    const key = headingKey(heading)
    // 'Last Name' under 'Guardian' is not the student's. But nobody knows where the band ends: 'Grade' is hardly the guardian's.
    const ofOthers = otherPeople.test(band) && (seen.has(key) || personal.test(key))
    const forms = headingForms(ofOthers ? `${band} ${heading}` : cell.trim())
    seen.add(key)
    const wide = wideMeaning(band !== '' && isGeneric(heading) ? `${band} ${heading}` : heading)
    const meant = wide === undefined || wide.role === 'unclear' ? wideMeaning(leadingWords(cell)) : wide
    columns.push({ index, heading, refusal: refusalOf(heading), forms, foreign: isForeign(forms), wide: meant ?? wide })
  }
  return columns
}

/** A band over columns about somebody beside the student. */
const otherPeople = /\b(parents?|guardians?|mother|father|contacts?|emergency|teachers?|counselors?)\b/i

/** What a list keeps of the people beside the student. */
const personal = /^((first|last|full)?name|(home|cell|mobile|work)?phone(number)?|cell|e?mail|address|relation(ship)?)$/

/** Words that say something only together with the band over them: 'Fall conference' over 'Date' and 'Who came'. */
const generic = new Set(
  'date who came attended parent student parents kind type status held signed created p s b'.split(' '),
)

function isGeneric(heading: string): boolean {
  return headingWords(heading).every((word) => generic.has(word))
}

/** For each column the text of the merged cell above it; a single text is a title, not a band. */
function bandsOver(tab: Tab, row: number): readonly (string | undefined)[] {
  const above = row === 0 ? [] : (tab.rows[row - 1] ?? [])
  const texts = above.filter((cell) => typeof cell === 'string' && cell.trim() !== '')
  const firstFilled = above.findIndex((cell) => typeof cell === 'string' && cell.trim() !== '')
  if (texts.length < 2 && firstFilled <= 0) return []
  let band: string | undefined
  return above.map((cell) => {
    if (typeof cell === 'string' && cell.trim() !== '') band = cell.trim()
    return band
  })
}

function matchKind(
  kind: ReadKind,
  headingRow: number,
  columns: readonly HeadedColumn[],
  choices: readonly ColumnChoice[],
): KindMatch {
  const dictionary = dictionaryOf(kind)
  const fields = new Map<string, FieldMatch[]>()
  let score = 0
  for (const column of columns) {
    if (column.refusal !== undefined) continue
    const found = lookUp(dictionary, column)
    if (found === undefined) {
      if (kind === 'students' && column.wide !== undefined) score += 1
      continue
    }
    const matches = fields.get(found.field)
    if (matches) matches.push(found.match)
    else fields.set(found.field, [found.match])
    score += found.match.weak ? 1 : 2
  }
  for (const matches of fields.values()) {
    matches.sort((a, b) => Number(a.weak) - Number(b.weak) || a.rank - b.rank || a.column.index - b.column.index)
  }
  for (const choice of choices) choose(kind, fields, columns, choice)
  return { kind, headingRow, columns, fields, score }
}

/** Puts what a person chose in the place of what was guessed; a refused column stays refused. */
function choose(
  kind: ReadKind,
  fields: Map<string, FieldMatch[]>,
  columns: readonly HeadedColumn[],
  choice: ColumnChoice,
): void {
  const { field, heading } = choice
  const ofKind = Object.keys(headings[kind]).includes(field)
  if (heading === '' && ofKind) fields.delete(field)
  const column = chosenColumn(columns, choice)
  if (column === undefined || column.refusal !== undefined) return
  // 'Conferences.date' on a roster is no field of the roster itself, and '' is none at all.
  if (!ofKind && field !== '' && !field.includes('.')) return
  for (const [other, matches] of fields) {
    const left = matches.filter((match) => match.column !== column)
    if (left.length === 0) fields.delete(other)
    else fields.set(other, left)
  }
  if (!ofKind) return
  // Other ids stay: a log may use any of them.
  const others = field === 'student_id' ? (fields.get(field) ?? []) : []
  fields.set(field, [{ column, rank: chosenRank, weak: false, certainty: 'sure' }, ...others])
}

function lookUp(dictionary: Dictionary, column: HeadedColumn): { field: string; match: FieldMatch } | undefined {
  for (const form of column.forms) {
    const synonym = dictionary.get(form.key)
    if (synonym === undefined || (form.partly && synonym.weak)) continue
    const { field, rank, weak } = synonym
    const certainty = weak && headingKey(field) !== form.key ? 'likely' : form.certainty
    return { field, match: { column, rank, weak, certainty } }
  }
  return undefined
}

/** The canonical column that a heading certainly names in another kind of tab; `undefined` when it may mean something else. */
export function fieldIn(kind: ReadKind, column: HeadedColumn): string | undefined {
  const found = lookUp(dictionaryOf(kind), column)
  return found === undefined || found.match.weak ? undefined : found.field
}
