/**
 * A signature goes into the signature cells of the newest plan of each student, in a tab of plans or on the roster. They must
 * be blank, unless the plan was signed and its document changed after that: then the new signature takes the place of the old.
 */
import { dayInWords } from '../compliance/messages.ts'
import { changedDocument, isSignedBefore } from '../compliance/plan.ts'
import type { CheckContext } from '../compliance/settings.ts'
import type { IsoDate } from '../policy/schema.ts'
import { textOf } from '../records/cell-text.ts'
import { readAnyDate } from '../records/column-cells.ts'
import { columnLetters } from '../records/column-choices.ts'
import { listedName } from '../records/names.ts'
import type { ChangedDocument, Plan, Student } from '../records/school.ts'
import type { TabMapping } from '../records/tab-columns.ts'
import { conferenceOf } from '../records/wide-columns.ts'
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import type { ReadTab } from '../workbook/read-tabs.ts'
import { fillCells, rereadTab, rowHash } from '../workbook/record-rows.ts'
import type { Saved } from './record.ts'
import { RequestInvalid } from './requests/read-request.ts'
import type { Entry, Recorded } from './requests/record.ts'
import { type RosterUnderstanding, withTabReread } from './understanding.ts'
import { type SavedRow, undoToken } from './undo-token.ts'

type SignatureEntry = Extract<Entry, { type: 'signature' }>

/** Indexes of the columns in which a parent's signature stands. */
export function signatureColumns({ columns }: TabMapping): readonly number[] {
  return columns.flatMap(({ field, index }) => (fieldName(field) === 'parent_signed_on' ? [index] : []))
}

/** 'created_on', in a tab of plans and on a roster. */
function fieldName(field = ''): string {
  return field.replace(/^Plans\./, '')
}

/** The cells of one plan that are filled in. */
interface Signing {
  readonly student: Student
  readonly row: number
  readonly columns: readonly (SavedRow['columns'][number] & { readonly value: string })[]
}

export function signPlans(
  { reader }: ActiveWorkbook,
  understood: RosterUnderstanding,
  entry: SignatureEntry,
  students: readonly Student[],
): Saved {
  const left: Recorded['left'][number][] = []
  const byTab = new Map<ReadTab, Signing[]>()
  for (const student of students) {
    const found = signingOf(understood, entry, student)
    if (typeof found === 'string') left.push({ id: student.id, name: listedName(student), reason: found })
    else byTab.set(found.tab, [...(byTab.get(found.tab) ?? []), found.signing])
  }
  let after = understood
  const saved: SavedRow[] = []
  for (const [tab, signings] of byTab) {
    fillCells(tab, signings)
    const now = rereadTab(tab, reader)
    after = withTabReread(after, now)
    const sheetId = tab.sheet.getSheetId()
    for (const { student, row, columns } of signings) {
      const plan = newestPlan(after.records.find(student.id))
      if (plan?.at.row === row && plan.signedOn === entry.date) {
        const hash = rowHash(now.rows[row - 1] ?? [], now.managed)
        saved.push({ sheetId, hash, columns: columns.map(({ index, before }) => ({ index, before })) })
      } else {
        const reason = `Somebody was editing the tab ${tab.name}. Look at the signatures there.`
        left.push({ id: student.id, name: listedName(student), reason })
      }
    }
  }
  const sheet = [...byTab.keys()].map(({ name }) => name).join(', ')
  return { sheet, saved: saved.length, left, undo: undoToken(saved), after }
}

function newestPlan(student: Student | undefined): Plan | undefined {
  let newest: Plan | undefined
  for (const plan of student?.plans ?? []) {
    if (newest === undefined || (plan.createdOn ?? '') >= (newest.createdOn ?? '')) newest = plan
  }
  return newest
}

/** The document of the newest plan, where it was changed after a day; for no day undefined. */
export function changedAfter(
  day: IsoDate | undefined,
  student: Student,
  { asOf, schoolYear }: CheckContext,
): ChangedDocument | undefined {
  const plan = newestPlan(student)
  const changed = plan && changedDocument(plan, { student, asOf, schoolYear })
  return isSignedBefore(day, changed?.changedOn) ? changed : undefined
}

/** The document of a plan that was signed before it was changed. */
export function toSignAgain(student: Student, context: CheckContext): ChangedDocument | undefined {
  return changedAfter(newestPlan(student)?.signedOn, student, context)
}

/** @returns why nothing can be filled in, or where and what */
function signingOf(
  { records, reading, context }: RosterUnderstanding,
  entry: SignatureEntry,
  student: Student,
): string | { readonly tab: ReadTab; readonly signing: Signing } {
  const plan = newestPlan(student)
  if (plan === undefined) return 'No plan is on file. Record the plan first.'
  const changed = toSignAgain(student, context)
  if (plan.signedOn !== undefined && !changed) return 'The newest plan is signed already.'
  if (changed && isSignedBefore(entry.date, changed.changedOn)) {
    return `The document was changed on ${dayInWords(changed.changedOn)}. A signature of that day or later is needed.`
  }
  const { sheet, row } = plan.at
  const mapping = records.mappings.find((one) => one.sheet === sheet)
  const tab = reading.tabs.find(({ name }) => name === sheet)
  const cells = tab?.rows[row - 1] ?? []
  const signed = mapping && ownColumn(mapping, 'parent_signed_on', plan, cells)
  if (!tab || !mapping || signed === undefined) return `The tab ${sheet} has no column for the signature of this plan.`
  const by = ownColumn(mapping, 'signed_by', plan, cells)
  const method = ownColumn(mapping, 'sign_method', plan, cells)
  const missing = `The tab ${sheet} has no column for this, and without it a parent is meant.`
  if (by === undefined && entry.signedBy !== 'parent') throw new RequestInvalid({ 'entry.signedBy': missing })
  if (method === undefined && entry.method !== undefined) {
    throw new RequestInvalid({ 'entry.method': `The tab ${sheet} has no column for this. Leave it blank.` })
  }
  const wanted = [
    { index: signed, value: entry.date },
    ...(by === undefined ? [] : [{ index: by, value: entry.signedBy as string }]),
    // How the old signature was given says nothing of the new one.
    ...(method === undefined || !(entry.method ?? changed) ? [] : [{ index: method, value: entry.method ?? '' }]),
  ]
  const columns = wanted.map((one) => ({ ...one, before: cells[one.index] ?? '' }))
  const taken = columns.find(({ before }) => textOf(before) !== '')
  if (taken && !changed) return `Something stands in ${sheet}!${columnLetters(taken.index)}${row} already.`
  return { tab, signing: { student, row, columns } }
}

/** A roster may keep several plans side by side: each column belongs to the date of making left of it. */
function ownColumn(
  { columns }: TabMapping,
  field: string,
  plan: Plan,
  cells: ReadTab['rows'][number],
): number | undefined {
  const indexesOf = (name: string) => columns.flatMap((one) => (fieldName(one.field) === name ? [one.index] : []))
  const candidates = indexesOf(field)
  const made = indexesOf('created_on')
  if (made.length < 2) return candidates[0]
  const own = made.find((index) => readAnyDate(cells[index] ?? '') === plan.createdOn)
  return candidates.find((index) => conferenceOf(index, made) === own)
}
