/**
 * Making the plan document of one student after another: what src/jobs asks for, from the roster, the templates and Drive.
 */
import type { PlanKind } from '../documents/plan-source.ts'
import { schoolKey } from '../drive/document-key.ts'
import { createDocument, documentById, type PlacedDocument, replaceDocument } from '../drive/documents.ts'
import { type DriveAccess, openDrive } from '../drive/drive-access.ts'
import { DriveError } from '../drive/drive-error.ts'
import { schoolFolder, studentFolder, studentFolders } from '../drive/folders.ts'
import type { Job, Outcome } from '../jobs/work.ts'
import { remembered } from '../records/remembered.ts'
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import { type DocumentState, documentStates, type JournalRow } from '../workbook/documents-journal.ts'
import { sayOutOfDate } from '../workbook/out-of-date.ts'
import { signedBytes } from './fill-plans.ts'
import * as messages from './messages.ts'
import { planFiller, plannedDocuments, planTexts } from './plans.ts'
import { schoolTemplates } from './school-templates.ts'
import type { RosterUnderstanding } from './understanding.ts'
import { contentOf, needOf, placedDocuments, signatureNote, type WantedPlan, wantedPlans } from './wanted-documents.ts'

export function planJob({ spreadsheet, reader }: ActiveWorkbook, understanding: RosterUnderstanding): Job {
  const wanted = wantedPlans(understanding, plannedDocuments(understanding))
  let isOutOfDate = false
  /** The last change of a document, and what follows for its signature: findings that no check has written down yet. */
  const changeOf = (row: JournalRow, plan: WantedPlan, { changedAt }: PlacedDocument) => {
    if (changedAt === undefined) return { signature: '' }
    const changedOn = reader.wallTime(changedAt).slice(0, 10)
    const signature = signatureNote(plan, understanding, changedOn)
    if (signature !== '' && changedOn !== row.changedOn && !isOutOfDate) {
      // Tried once: a tab that somebody protects must keep no document from being made.
      isOutOfDate = true
      sayOutOfDate(spreadsheet, understanding.reading.marks)
    }
    return { changedOn, signature }
  }
  const byKey = new Map(wanted.map((one) => [one.key, one]))
  const plansOf = (rows: readonly JournalRow[]) => rows.flatMap(({ key }) => byKey.get(key) ?? [])
  return {
    folders(rows, known) {
      const drive = openDrive()
      const folders = new Map(known)
      for (const school of new Set(plansOf(rows).map(({ identity }) => identity.school)))
        folders.set(schoolKey(school), schoolFolder(drive, school, folders.get(schoolKey(school))))
      return folders
    },
    prepare(rows, schools, runs) {
      const drive = openDrive({ runs })
      const plans = plansOf(rows)
      const templates = schoolTemplates(
        drive,
        plans.map(({ kind }) => kind),
      )
      const fillerOf = remembered((kind: PlanKind) => planFiller(understanding, kind, templates.get(kind)!.docx))
      // Every fault is said before the first document is made.
      for (const kind of templates.keys()) fillerOf(kind)
      const texts = new Map(planTexts(understanding, plans).map((text, index) => [plans[index]!.key, text]))
      const placed = placedDocuments(drive, plans)
      const foldersOf = remembered((school: string) => studentFolders(drive, school))
      return (row): Outcome => {
        const plan = byKey.get(row.key)
        const text = texts.get(row.key)
        if (plan === undefined || text === undefined)
          return { state: documentStates.notMade, note: messages.noPlanAnyMore }
        const { identity, kind, file } = plan
        const found = placed.get(row.key) ?? documentAt(drive, row)
        const content = contentOf(text, templates.get(kind)!)
        const mayReplace = row.note === messages.replaceAnyway
        const need = needOf(found, content)
        const stands = (state: DocumentState, document: PlacedDocument, note = ''): Outcome => {
          const { changedOn, signature } = changeOf(row, plan, document)
          const notes = [note, signature].filter((one) => one !== '')
          return { state, link: document.link, note: notes.join(' '), changedOn }
        }
        if (found && need === 'in-trash') return stands(documentStates.inTheTrash, found, messages.documentInTrash)
        const isTyped = found?.state === 'changed by hand'
        if (found && need === 'up-to-date' && !(mayReplace && isTyped))
          return stands(documentStates.upToDate, found, isTyped ? messages.documentTyped : '')
        if (found && need === 'kept' && !mayReplace)
          return stands(documentStates.changedByHand, found, messages.documentKept(found.changedBy))
        const docx = signedBytes(fillerOf(kind)(text.values).bytes)
        // Its folder may have gone into the trash meanwhile.
        const written = (state: DocumentState, document: PlacedDocument): Outcome =>
          document.state === 'in the trash'
            ? stands(documentStates.inTheTrash, document, messages.documentInTrash)
            : stands(state, document)
        if (found)
          return written(documentStates.replaced, replaceDocument(drive, found.id, { content, docx }, mayReplace))
        const parent = schools.get(schoolKey(identity.school))!
        const folder = studentFolder(drive, foldersOf(identity.school), identity, file.folders[1], parent)
        const document = createDocument(drive, { ...identity, name: file.name, folder, content, docx })
        return written(documentStates.made, document)
      }
    },
  }
}

/** The document that the row's link leads to, which Drive's search may not know yet. */
function documentAt(drive: DriveAccess, { key, link }: JournalRow): PlacedDocument | undefined {
  const id = /\/d\/([\w-]+)/.exec(link)?.[1]
  if (id === undefined) return undefined
  try {
    const found = documentById(drive, id)
    return found.key === key ? found : undefined
  } catch (error) {
    if (error instanceof DriveError && error.code === 'DRIVE_NOT_FOUND') return undefined
    throw error
  }
}
