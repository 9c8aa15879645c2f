/** Files, revisions and people as the API describes them. What it leaves out of Google's own formats is left out. */
import type { WorkspaceUser } from '../workspace.ts'
import { type Drive, type DriveFile, documentType, folderType, googleFormat, md5, type Revision } from './drive.ts'
import type { Fields } from './fields.ts'

const person = fields('kind displayName emailAddress me permissionId')

/** What our emulation can tell of a file; other fields of it are not emulated. */
export const fileFields = fields(
  `kind id name mimeType description starred trashed explicitlyTrashed parents appProperties version webViewLink
  createdTime modifiedTime modifiedByMe ownedByMe shared driveId headRevisionId md5Checksum size originalFilename
  isAppAuthorized spaces`,
  { lastModifyingUser: person, owners: person },
)
export const listFields = fields('kind nextPageToken incompleteSearch', { files: fileFields })
export const revisionFields = fields('kind id mimeType modifiedTime md5Checksum size keepForever', {
  lastModifyingUser: person,
})
export const revisionListFields = fields('kind nextPageToken', { revisions: revisionFields })

/** What comes without the `fields` parameter. */
export const usualFileFields = fields('kind id name mimeType')
export const usualListFields = fields('kind nextPageToken incompleteSearch', { files: usualFileFields })
export const usualRevisionFields = fields('kind id mimeType modifiedTime')
export const usualRevisionListFields = fields('kind nextPageToken', { revisions: usualRevisionFields })

/** Names of fields without parts, and those with parts. */
function fields(words: string, parts: Readonly<Record<string, Fields>> = {}): Fields {
  const whole = words.split(/\s+/).map((word): [string, Fields] => [word, 'all'])
  return new Map([...whole, ...Object.entries(parts)])
}

/** A file as files.get answers. */
export function fileResource(file: DriveFile, drive: Drive, user: WorkspaceUser): Record<string, unknown> {
  const sharedDrive = drive.sharedDriveOf(file)
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    description: file.description,
    starred: file.starred,
    trashed: drive.isTrashed(file),
    explicitlyTrashed: file.trashed,
    parents: [file.parent],
    appProperties: file.appProperties.size === 0 ? undefined : new Map(file.appProperties),
    version: String(file.version),
    webViewLink: linkTo(file),
    createdTime: time(file.createdAt),
    modifiedTime: time(file.modifiedAt),
    modifiedByMe: file.modifiedBy === user.email,
    lastModifyingUser: personResource(file.modifiedBy, user),
    isAppAuthorized: file.madeByAppFor === user.email,
    spaces: ['drive'],
    ...(sharedDrive === undefined
      ? { ownedByMe: true, shared: false, owners: [personResource(user.email, user)] }
      : { driveId: sharedDrive, shared: true }),
    ...binary(file),
  }
}

/** Google's own formats have no check sum, no size that says anything, and no head revision in the API. */
function binary(file: DriveFile): object {
  const head = file.revisions.at(-1)
  if (head === undefined || file.mimeType.startsWith(googleFormat)) return {}
  return {
    headRevisionId: head.id,
    md5Checksum: md5(head.content),
    size: String(head.content.length),
    originalFilename: file.name,
  }
}

export function revisionResource(revision: Revision, file: DriveFile, user: WorkspaceUser): Record<string, unknown> {
  const ofDocument = file.mimeType === documentType
  return {
    kind: 'drive#revision',
    id: revision.id,
    mimeType: file.mimeType,
    modifiedTime: time(revision.modifiedAt),
    lastModifyingUser: personResource(revision.modifiedBy, user),
    keepForever: false,
    ...(ofDocument ? {} : { md5Checksum: md5(revision.content), size: String(revision.content.length) }),
  }
}

function personResource(email: string, user: WorkspaceUser): object {
  return {
    kind: 'drive#user',
    displayName: email.slice(0, email.indexOf('@')),
    emailAddress: email,
    me: email === user.email,
    permissionId: md5(Buffer.from(email)).replaceAll(/\D/g, '').padEnd(20, '0').slice(0, 20),
  }
}

function linkTo({ id, mimeType }: DriveFile): string {
  switch (mimeType) {
    case documentType:
      return `https://docs.google.com/document/d/${id}/edit?usp=drivesdk`
    case folderType:
      return `https://drive.google.com/drive/folders/${id}`
    default:
      return `https://drive.google.com/file/d/${id}/view?usp=drivesdk`
  }
}

/** RFC 3339 with milliseconds. */
function time(moment: number): string {
  return new Date(moment).toISOString()
}
