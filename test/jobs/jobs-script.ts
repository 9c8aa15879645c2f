/**
 * What the tests of src/jobs run inside the in-memory Workspace: the real journal, leases and Drive, and in the place of
 * filled templates a Word file that the test brings along.
 */
import { documentKey } from '../../src/drive/document-key.ts'
import { createDocument, documentsOfYear } from '../../src/drive/documents.ts'
import { openDrive } from '../../src/drive/drive-access.ts'
import { schoolFolder, studentFolder, studentFolders } from '../../src/drive/folders.ts'
import { askForDocuments, leaveOutTheRest } from '../../src/jobs/ask-for-documents.ts'
import { openLeases } from '../../src/jobs/leases.ts'
import { documentsProgress, type Job, workOnDocuments } from '../../src/jobs/work.ts'
import { documentStates, type JournalRow } from '../../src/workbook/documents-journal.ts'

const school = 'Lincoln High'
const kind = 'PCCR'
const schoolYear = '2026-27'

export interface Pupil {
  readonly studentId: string
  readonly name: string
}

export function ask(pupils: readonly Pupil[]) {
  askForDocuments(
    pupils.map(({ studentId, name }) => ({
      studentId,
      name,
      document: `${kind} ${schoolYear}`,
      note: '',
      key: documentKey({ school, studentId, kind, schoolYear }),
    })),
  )
}

/** @param docx base64 of a Word file */
function plans(docx: string, broken: readonly string[]): Job {
  const random = () => 0.5
  return {
    folders: (_rows, known) => new Map([[school, schoolFolder(openDrive({ random }), school, known.get(school))]]),
    prepare(_rows, parents, runs) {
      const drive = openDrive({ random, runs })
      const parent = parents.get(school)!
      const bytes = Utilities.base64Decode(docx)
      const folders = studentFolders(drive, school)
      const known = documentsOfYear(drive, { school, schoolYear })
      return ({ studentId, name, key }: JournalRow) => {
        if (broken.includes(studentId)) throw new TypeError('The template has a fault.')
        const made = known.get(key)
        if (made?.state === 'in the trash') return { state: documentStates.inTheTrash, link: made.link }
        if (made?.state === 'changed by hand') return { state: documentStates.changedByHand, link: made.link }
        if (made) return { state: documentStates.made, link: made.link }
        const identity = { school, studentId, kind, schoolYear }
        const folder = studentFolder(drive, folders, identity, `${name} (${studentId})`, parent)
        const document = createDocument(drive, { ...identity, name, folder, content: 'first', docx: bytes })
        return { state: documentStates.made, link: document.link }
      }
    },
  }
}

export function work(docx: string, workers = 1, broken: readonly string[] = []) {
  return workOnDocuments(() => plans(docx, broken), { now: () => Date.now(), workers })
}

export function progress() {
  return documentsProgress(Date.now())
}

export function pause(on: boolean) {
  openLeases().setPaused(on)
}

export function cancel() {
  leaveOutTheRest()
}
