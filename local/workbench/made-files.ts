/** What the script made in Drive, for the page. */
import { extname } from 'node:path'
import type { DriveFile } from '../workspace/drive/drive.ts'
import { documentType, docxType } from '../workspace/drive/drive.ts'
import { displayed } from '../workspace/number-format.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { zoneOf } from '../workspace/zone.ts'
import type { FileView } from './protocol.ts'

/** Without those in the trash and those that a person made; the last first. */
export function madeFiles({ drive, workbook }: Workspace): FileView[] {
  const zone = zoneOf(workbook.timeZone)
  return drive.files
    .filter((file) => file.madeByAppFor !== undefined && !drive.isTrashed(file))
    .sort((a, b) => b.modifiedAt - a.modifiedAt)
    .map((file) => ({
      id: file.id,
      name: file.name,
      folders: drive.pathOf(file),
      changed: displayed(zone.serialOf(file.modifiedAt), 'yyyy-mm-dd hh:mm'),
      hasPreview: isWord(file),
    }))
}

export function isWord({ revisions }: DriveFile): boolean {
  return revisions.at(-1)?.contentType === docxType
}

/** A Google Doc is saved as the Word document that it was made from. */
export function nameForSaving({ name, mimeType }: DriveFile): string {
  return mimeType === documentType && extname(name) !== '.docx' ? `${name}.docx` : name
}
