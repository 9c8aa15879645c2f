/**
 * The school's templates: Google Docs in the folder of the add-on, one of each kind, for everyone to edit who may.
 *
 * A template is known by its key. It may be renamed and moved; one in the trash is not used again.
 */
import { type DriveAccess, type DriveEntry, isUnsure } from './drive-access.ts'
import { addOnFolder } from './folders.ts'
import { groupProperty, keyProperty } from './properties.ts'

const templatesGroup = 'plan-templates'

export interface PlacedTemplate {
  readonly id: string
  /** For people to open it. */
  readonly link: string
  /** Another one after every edit. */
  readonly revision: string
}

/** By kind; of two of one kind the older one. */
export function standingTemplates(drive: DriveAccess): Map<string, PlacedTemplate> {
  const found = new Map<string, PlacedTemplate>()
  for (const entry of drive.listWith(groupProperty, templatesGroup)) {
    const kind = entry.appProperties?.[keyProperty]?.slice(keyPrefix.length)
    if (kind !== undefined && !entry.trashed && !found.has(kind)) found.set(kind, placed(entry))
  }
  return found
}

/** Makes a template of a kind of which there is none. @param name for people @param docx bytes */
export function createTemplate(drive: DriveAccess, kind: string, name: string, docx: number[]): PlacedTemplate {
  const appProperties = { [keyProperty]: keyPrefix + kind, [groupProperty]: templatesGroup }
  try {
    return placed(drive.createDocument({ name, parents: [addOnFolder(drive)], appProperties }, docx))
  } catch (error) {
    const made = isUnsure(error) ? standingTemplates(drive).get(kind) : undefined
    if (made === undefined) throw error
    return made
  }
}

const keyPrefix = 'plan-template-'

function placed({ id, webViewLink, modifiedTime }: DriveEntry): PlacedTemplate {
  return { id, link: webViewLink, revision: `${id} ${modifiedTime}` }
}
