/**
 * Which documents there are to be by the records, and how each one in Drive stands to them.
 */
import { gradeWord } from '../compliance/messages.ts'
import { currentPlan, fittingPlans, isSignedBefore } from '../compliance/plan.ts'
import type { PlanPart } from '../documents/template-tags.ts'
import { contentKey, type DocumentIdentity, documentKey } from '../drive/document-key.ts'
import { documentsOfYear, type PlacedDocument } from '../drive/documents.ts'
import type { DriveAccess } from '../drive/drive-access.ts'
import type { IsoDate } from '../policy/schema.ts'
import { listedName, nameSearch } from '../records/names.ts'
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import { findJournal, readJournal } from '../workbook/documents-journal.ts'
import { judge } from './judgement.ts'
import { studentsLacking } from './list-students.ts'
import * as messages from './messages.ts'
import { isDue, type PlannedDocument, type PlanText, plannedDocuments } from './plans.ts'
import type { DocumentNeed, Whom } from './requests/documents.ts'
import type { SchoolTemplate } from './school-templates.ts'
import type { RosterUnderstanding } from './understanding.ts'

export interface WantedPlan extends PlannedDocument {
  readonly kind: PlanText['kind']
  readonly identity: DocumentIdentity
  readonly key: string
  /** 'PCCR 2026-27' */
  readonly title: string
  /** 'Ruiz, Mateo' */
  readonly name: string
}

/** @throws CheckStopped STUDENT_UNKNOWN, or NOT_CHECKED for those of a list of the overview */
export function plannedFor(
  workbook: ActiveWorkbook,
  understanding: RosterUnderstanding,
  whom: Whom,
): readonly PlannedDocument[] {
  if (typeof whom !== 'string' && 'length' in whom) return plannedDocuments(understanding, whom)
  const planned = plannedDocuments(understanding)
  if (whom === 'all') return planned
  if (whom === 'flagged') {
    const { flags } = judge(understanding, 'unmet')
    return planned.filter(({ student }) => (flags.get(student.at.row)?.openItems ?? '') !== '')
  }
  if ('grade' in whom)
    return planned.filter(({ student: { grade } }) => grade !== undefined && String(gradeWord(grade)) === whom.grade)
  if ('staff' in whom) {
    const isMeant = nameSearch(whom.staff)
    return planned.filter(({ student: { counselor, homeroomTeacher } }) =>
      [counselor, homeroomTeacher].some((name) => name !== undefined && isMeant(name)),
    )
  }
  if ('lacking' in whom) {
    const ids = new Set(studentsLacking(workbook, whom.lacking).map(({ id }) => id))
    return planned.filter(({ student }) => ids.has(student.id))
  }
  const sheet = findJournal(workbook.spreadsheet)
  const rows = sheet ? readJournal(sheet) : []
  const keys = new Set(rows.flatMap(({ state, key }) => (state === whom.state ? [key] : [])))
  return wantedPlans(understanding, planned).filter(({ key }) => keys.has(key))
}

export function wantedPlans(
  { context: { schoolYear } }: RosterUnderstanding,
  planned: readonly PlannedDocument[],
): readonly WantedPlan[] {
  return planned.filter(isDue).map((one) => {
    const { student, code, file } = one
    const identity = { school: file.folders[0], studentId: student.id, kind: code, schoolYear }
    const name = listedName(student)
    return { ...one, identity, key: documentKey(identity), title: `${code} ${schoolYear}`, name }
  })
}

/** All documents of these schools in the year, by key. */
export function placedDocuments(drive: DriveAccess, wanted: readonly WantedPlan[]): Map<string, PlacedDocument> {
  const placed = new Map<string, PlacedDocument>()
  const years = new Map(wanted.map(({ identity }) => [identity.school, identity]))
  for (const year of years.values()) for (const [key, one] of documentsOfYear(drive, year)) placed.set(key, one)
  return placed
}

/**
 * Parts of a document about what happened and what is still to be done. A signature and a conference stand in it as soon as
 * they are recorded, an update asks for no new signature (R20), and credits are earned with every term: if these counted as
 * changes of the plan, signing would ask for the next signature.
 */
const aroundThePlan: readonly string[] = [
  'agenda',
  'conferences',
  'contacts',
  'file',
  'folder',
  'graduation',
  'involvement',
  'kept',
  'next_steps',
  'registration',
  'signatures',
  'updates',
] satisfies readonly PlanPart[]

/** What a document says; the day on which it is filled makes no other content. */
export function contentOf({ values }: PlanText, { revision }: SchoolTemplate): string {
  const { filled_on: _, courses, ...said } = values
  const isAround = ([name]: readonly [string, unknown]) => aroundThePlan.includes(name)
  const entries = Object.entries(said)
  const plan = entries.filter((one) => !isAround(one))
  return contentKey(revision, [...plan, namesOf(courses)], [...entries.filter(isAround), courses])
}

/** The grid of courses without ticks and credits: that a planned course is done is no other plan. */
function namesOf(courses: PlanText['values']['courses']): string {
  return JSON.stringify(courses ?? '').replace(/( ✓)?( \([\d.]+\))?"/g, '"')
}

export function needOf(placed: PlacedDocument | undefined, content: string): DocumentNeed {
  if (placed === undefined) return 'new'
  if (placed.state === 'in the trash') return 'in-trash'
  if (placed.content === content) return 'up-to-date'
  return placed.state === 'changed by hand' ? 'kept' : 'changed'
}

/** Says that the plan that the school works with was signed before a change of its document; '' where it was not. */
export function signatureNote(
  { student, kind }: WantedPlan,
  { context }: RosterUnderstanding,
  changedOn: IsoDate | undefined,
): string {
  const signedOn = currentPlan({ plans: fittingPlans({ kind }, { student, asOf: context.asOf }) })?.signedOn
  return isSignedBefore(signedOn, changedOn) ? messages.signedBefore(signedOn) : ''
}
