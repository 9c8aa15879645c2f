/**
 * An entry as rows of a school's tab: columns by the tab's own headings, words and days as the rows above write them.
 */
import { idText, zeroless } from '../records/id-cells.ts'
import { listedName } from '../records/names.ts'
import type { Student } from '../records/school.ts'
import { spellingOf, writesMonthFirst } from '../records/spelling.ts'
import type { Cell } from '../records/tab.ts'
import type { TabMapping } from '../records/tab-columns.ts'
import type { ReadTab } from '../workbook/read-tabs.ts'
import type { RecordCell } from '../workbook/record-rows.ts'
import { fieldsOf, sharedColumn, tabOfEntry } from './record-fields.ts'
import { RequestInvalid } from './requests/read-request.ts'
import type { Entry, EntryType } from './requests/record.ts'
import type { RosterUnderstanding } from './understanding.ts'

/** The tab that takes entries of a type. */
export interface RecordTab {
  readonly tab: ReadTab
  readonly mapping: TabMapping
  /** Index of the column of each canonical name, from 0. */
  readonly columns: ReadonlyMap<string, number>
}

/** Of several tabs of the kind the one with the newest record; undefined where there is none. */
export function recordTab({ records, reading }: RosterUnderstanding, type: EntryType): RecordTab | undefined {
  const kind = tabOfEntry[type]
  const mappings = records.mappings.filter((one) => one.kind === kind)
  let newest = mappings[0]
  let day = ''
  for (const student of mappings.length > 1 ? records.school.students : []) {
    for (const [date, sheet] of daysOnFile(student, type)) {
      const mapping = date > day ? mappings.find((one) => one.sheet === sheet) : undefined
      if (mapping) [newest, day] = [mapping, date]
    }
  }
  const tab = reading.tabs.find(({ name }) => name === newest?.sheet)
  if (!newest || !tab) return undefined
  const columns = new Map<string, number>()
  for (const { field, index } of newest.columns) if (field && !columns.has(field)) columns.set(field, index)
  return { tab, mapping: newest, columns }
}

/** Day and tab of everything of this type that is on file. */
export function daysOnFile(student: Student, type: EntryType): readonly (readonly [date: string, sheet: string])[] {
  if (type === 'conference') return student.conferences.map(({ date, at }) => [date, at.sheet])
  if (type === 'contact') return student.contacts.map(({ date, at }) => [date, at.sheet])
  if (type === 'update') return student.updates.map(({ date, at }) => [date, at.sheet])
  return student.plans.map(({ createdOn, at }) => [createdOn ?? '', at.sheet])
}

/** Fields of an entry for which the tab has no column. */
export function fieldsWithout({ columns }: Pick<RecordTab, 'columns'>, type: EntryType): readonly string[] {
  return fieldsOf(type)
    .filter(([, column]) => !columns.has(column) && !columns.has(sharedColumn[column] ?? ''))
    .map(([field]) => field)
}

/** Only set-up's own words are sure to be taken by its drop-downs. */
const words: Readonly<Record<string, string>> = {
  small_group: 'small group',
  iep: 'IEP meeting',
  'cancelled-family': 'cancelled by family',
  'cancelled-school': 'cancelled by school',
}

/** Of which only the yes is written: a box that is not ticked says nothing. */
const ticks = new Set(['ck_strengths', 'ck_data', 'ck_student_goals', 'ck_support_plan'])

/**
 * A row for each student.
 *
 * @throws RequestInvalid where the tab has no column for what was sent
 */
export function recordCells(
  understood: RosterUnderstanding,
  target: RecordTab,
  entry: Exclude<Entry, { type: 'signature' }>,
  students: readonly Student[],
): readonly (readonly (RecordCell | undefined)[])[] {
  const { columns, tab, mapping } = target
  const above = tab.rows.slice(mapping.headingRow)
  const values = valuesOf(target, entry, students.length)
  const ofEntry = new Map<number, RecordCell>()
  for (const [column, value] of values) {
    const index = columns.get(column)
    const cell = index === undefined ? undefined : cellOf(above, index, column, value)
    if (index !== undefined && cell) ofEntry.set(index, cell)
  }
  if (entry.type === 'conference' && /group/.test(entry.kind)) {
    const session = columns.get('session_id')
    if (session !== undefined) ofEntry.set(session, { text: freeSession(above, session, entry.date) })
  }
  const idOf = idWriter(understood, target, above)
  const number = columns.get('conf_id')
  const nextNumber = number === undefined ? () => '' : numbersAfter(above, number)
  const width = Math.max(...columns.values()) + 1
  return students.map((student) => {
    const row = Array.from({ length: width }, (_, index) => idOf(student, index) ?? ofEntry.get(index))
    const put = (field: string, text: string) => {
      const index = columns.get(field)
      if (index !== undefined && row[index] === undefined && text !== '') row[index] = { text }
    }
    put('conf_id', nextNumber())
    put('full_name', listedName(student))
    put('last_name', student.lastName)
    put('first_name', student.firstName)
    return row
  })
}

/** What was sent, by canonical column. */
function valuesOf(
  target: RecordTab,
  entry: Exclude<Entry, { type: 'signature' }>,
  students: number,
): ReadonlyMap<string, string | number | boolean> {
  const { columns, mapping } = target
  const sent: Readonly<Record<string, unknown>> = entry
  const missing: Record<string, string> = {}
  const values = new Map<string, string | number | boolean>()
  for (const [field, column] of fieldsOf(entry.type)) {
    const value = sent[field]
    if (value === undefined || value === '' || (ticks.has(column) && value === false)) continue
    if (columns.has(column)) values.set(column, value as string | number | boolean)
    // What kind it is, and what became of it, may be said by the tab as a whole: that is looked at when it is read back.
    else if (sharedColumn[column] === undefined && column !== 'kind' && column !== 'status')
      missing[`entry.${field}`] = `The tab ${mapping.sheet} has no column for this. Leave it blank, or add the column.`
  }
  if (entry.type === 'conference') {
    if (/group/.test(entry.kind) && columns.has('invited_count') && !values.has('invited_count')) {
      values.set('invited_count', students)
    }
    const { studentAttended: student, parentAttended: parent } = entry
    const who = columns.has('who_came') && !(columns.has('student_attended') && columns.has('parent_attended'))
    if ((student ?? parent) !== undefined && who) {
      if (student === undefined || parent === undefined) {
        const field = student === undefined ? 'studentAttended' : 'parentAttended'
        missing[`entry.${field}`] = `The tab ${mapping.sheet} has one column for who came. Say it of both.`
      } else values.set('who_came', student ? (parent ? 'B' : 'S') : parent ? 'P' : 'N')
    } else if (!who) {
      for (const [field, column] of [
        ['studentAttended', 'student_attended'],
        ['parentAttended', 'parent_attended'],
      ] as const)
        if (entry[field] !== undefined && !columns.has(column))
          missing[`entry.${field}`] =
            `The tab ${mapping.sheet} has no column for this. Leave it blank, or add the column.`
    }
  }
  if (Object.keys(missing).length > 0) throw new RequestInvalid(missing)
  return values
}

function cellOf(
  above: readonly (readonly Cell[])[],
  index: number,
  column: string,
  value: string | number | boolean,
): RecordCell {
  if (typeof value === 'number') return { typed: value }
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return dayCell(above, index, value)
  if (column === 'start_time') return { typed: String(value) }
  const spelling = spellingOf(above, index, column, value)
  const isBox = typeof value === 'boolean' && above.some((row) => typeof row[index] === 'boolean')
  if (isBox) return { typed: value }
  if (typeof spelling === 'number') return { typed: spelling }
  if (spelling !== undefined) return { text: String(spelling) }
  return { text: typeof value === 'boolean' ? (value ? 'Y' : 'N') : (words[value] ?? value) }
}

/** Typed so, a day is a day in every locale, in the format of its cell; where the cell is text, it stays one that is read. */
function dayCell(above: readonly (readonly Cell[])[], index: number, day: string): RecordCell {
  if (!writesMonthFirst(above, index)) return { typed: day }
  return { text: `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}` }
}

/** '2026-10-08 group', with a number where that stands in the tab already. */
function freeSession(above: readonly (readonly Cell[])[], index: number, date: string): string {
  const taken = new Set(above.map((row) => String(row[index] ?? '')))
  let name = `${date} group`
  for (let copy = 2; taken.has(name); copy++) name = `${date} group ${copy}`
  return name
}

/** Numbers that no row above has, with the letters and zeros of the greatest one. */
function numbersAfter(above: readonly (readonly Cell[])[], index: number): () => string {
  let greatest = 0
  let [prefix, width] = ['', 1]
  for (const row of above) {
    const [, letters = '', digits = ''] = /^(.*?)(\d{1,15})$/.exec(idText(row[index])) ?? []
    if (digits === '' || Number(digits) < greatest) continue
    greatest = Number(digits)
    prefix = letters
    width = digits.length
  }
  return () => `${prefix}${String(++greatest).padStart(width, '0')}`
}

const idFields = new Set(['student_id', 'ssid', 'other_id'])

/** Writes into every column of ids the id that it holds, of those that the roster knows: a log may go by the state's number. */
function idWriter(
  { records, roster }: RosterUnderstanding,
  { mapping }: RecordTab,
  above: readonly (readonly Cell[])[],
): (student: Student, index: number) => RecordCell | undefined {
  const ofRoster = records.mappings.find(({ sheet }) => sheet === roster.name)?.columns ?? []
  const rosterIds = ofRoster.filter(({ field = '' }) => idFields.has(field))
  const bare = (cell: Cell | undefined) => zeroless(idText(cell)) ?? idText(cell)
  const sources = new Map<number, { readonly from: number; readonly asNumber: boolean }>()
  for (const { index, field = '' } of mapping.columns) {
    if (!idFields.has(field)) continue
    const filled = above.filter((row) => idText(row[index]) !== '')
    const hits = rosterIds.map((column) => {
      const known = new Set(roster.rows.map((row) => bare(row[column.index])))
      return filled.filter((row) => known.has(bare(row[index]))).length
    })
    const most = Math.max(0, ...hits)
    const best = rosterIds[hits.indexOf(most)]
    const same = rosterIds.find((column) => column.field === field)
    const from = most > 0 ? best : (same ?? (field === 'student_id' ? best : undefined))
    if (!from) continue
    sources.set(index, {
      from: from.index,
      asNumber: filled.length > 0 && filled.every((row) => typeof row[index] === 'number'),
    })
  }
  const primary = rosterIds.find(({ field }) => field === 'student_id')?.index
  return (student, index) => {
    const source = sources.get(index)
    if (!source) return undefined
    const text = source.from === primary ? student.id : idText(roster.rows[student.at.row - 1]?.[source.from])
    if (text === '') return undefined
    return source.asNumber && /^[1-9]\d{0,14}$/.test(text) ? { typed: Number(text) } : { text }
  }
}
