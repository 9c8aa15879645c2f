/**
 * The folder of Plan Keeper in Drive and the templates in it, as Google Docs that the school edits. What is there stays.
 */
import { openDrive } from '../drive/drive-access.ts'
import { addOnFolder } from '../drive/folders.ts'
import { createTemplate, standingTemplates } from '../drive/templates.ts'
import { activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { answer } from './answer.ts'
import { shippedTemplates } from './plans.ts'
import { templateKinds, templateNames } from './school-templates.ts'

/** @returns a SetUpDocumentsAnswer as JSON */
export function setUpDocuments(): string {
  return answer<'setUpDocuments'>(() => {
    // Says so where no spreadsheet is open.
    activeWorkbook()
    return withDocumentLock(() => {
      const drive = openDrive()
      const folder = drive.get(addOnFolder(drive)).webViewLink
      const standing = standingTemplates(drive)
      const templates = templateKinds.map((kind) => {
        const name = templateNames[kind]
        const there = standing.get(kind)
        const { link } = there ?? createTemplate(drive, kind, name, [...shippedTemplates()[kind]])
        return { name, link, isNew: there === undefined }
      })
      return { ok: true, folder, templates, tabs: [] }
    })
  })
}
