/**
 * What plan documents need: the tabs that they are filled from, the folder of Plan Keeper in Drive and the templates in it,
 * as Google Docs that the school edits. What is there stays.
 */
import { openDrive } from '../drive/drive-access.ts'
import { addOnFolder } from '../drive/folders.ts'
import { createTemplate, standingTemplates } from '../drive/templates.ts'
import { activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { planTabKinds } from '../workbook/school-tabs.ts'
import { stayingOnTab } from '../workbook/screen.ts'
import { answer } from './answer.ts'
import { makeMissingTabs } from './missing-tabs.ts'
import { shippedTemplates } from './plans.ts'
import { templateKinds, templateNames } from './school-templates.ts'

/** @returns a SetUpDocumentsAnswer as JSON */
export function setUpDocuments(): string {
  return answer<'setUpDocuments'>(() => {
    const workbook = activeWorkbook()
    return withDocumentLock(() => {
      // The templates last: as long as one is missing, people are asked to set up documents, and pressing again makes what a
      // stop left out. With the templates first nobody would be asked, and the tabs would be missing for good.
      const tabs = stayingOnTab(workbook.spreadsheet, () => makeMissingTabs(workbook, planTabKinds).made)
      const drive = openDrive()
      const folder = drive.get(addOnFolder(drive)).webViewLink
      const standing = standingTemplates(drive)
      const templates = templateKinds.map((kind) => {
        const name = templateNames[kind]
        const there = standing.get(kind)
        const { link } = there ?? createTemplate(drive, kind, name, [...shippedTemplates()[kind]])
        return { name, link, isNew: there === undefined }
      })
      return { ok: true, folder, templates, tabs }
    })
  })
}
