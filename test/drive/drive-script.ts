/** What the tests of src/drive run inside the in-memory Workspace, bundled as the script itself is. */
import { documentKey } from '../../src/drive/document-key.ts'
import {
  createDocument,
  documentById,
  documentsOfYear,
  findDocument,
  replaceDocument,
} from '../../src/drive/documents.ts'
import { openDrive } from '../../src/drive/drive-access.ts'
import { DriveError } from '../../src/drive/drive-error.ts'
import { schoolFolder, studentFolder, studentFolders } from '../../src/drive/folders.ts'

export interface StudentPlan {
  readonly school: string
  readonly studentId: string
  /** 'Ruiz, Mateo'. */
  readonly name: string
  /** Base64 of the .docx. */
  readonly docx: string
  readonly content: string
}

const year = { kind: 'PCCR', schoolYear: '2026-27' }

function open() {
  return openDrive({ sleep: (time) => Utilities.sleep(time), random: () => 0.5 })
}

/** Makes the documents that are missing and replaces those whose content is another, as a job does. */
export function makePlans(plans: readonly StudentPlan[], overChanges = false) {
  const drive = open()
  const { school } = plans[0]!
  const parent = schoolFolder(drive, school, undefined)
  const folders = studentFolders(drive, school)
  const made = documentsOfYear(drive, { school, schoolYear: year.schoolYear })
  return plans.map((plan) => {
    const identity = { school, studentId: plan.studentId, ...year }
    const docx = () => Utilities.base64Decode(plan.docx)
    const document = made.get(documentKey(identity))
    try {
      if (document === undefined) {
        const folder = studentFolder(drive, folders, plan, `${plan.name} (${plan.studentId})`, parent)
        const name = `${plan.name}: ${year.kind} ${year.schoolYear}`
        return createDocument(drive, { ...identity, name, folder, content: plan.content, docx: docx() })
      }
      if (document.content === plan.content) return document
      return replaceDocument(drive, document.id, { content: plan.content, docx: docx() }, overChanges)
    } catch (error) {
      if (error instanceof DriveError) return { refused: error.code, message: error.message }
      throw error
    }
  })
}

export function look(id: string) {
  return documentById(open(), id)
}

export function find({ school, studentId }: StudentPlan) {
  return findDocument(open(), documentKey({ school, studentId, ...year }))
}
