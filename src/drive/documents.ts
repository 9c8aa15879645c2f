/**
 * Plan documents in Drive: made once, found again by key, replaced in place, and never over what a person has typed.
 *
 * How a change by hand is known: the call that writes a document sets its modifiedTime and puts the same time into a
 * property of ours. Whoever types into it later moves modifiedTime alone. Drive's other signs do not serve: head revision
 * and check sum are not told of Google Docs, version also goes up for what nobody sees, and lastModifyingUser is often
 * the same person who made the documents. A new name or a new folder is not a change of what the document says.
 */
import { type DocumentIdentity, documentKey, saysTheSamePlan, yearKey } from './document-key.ts'
import { type DriveAccess, type DriveEntry, isUnsure } from './drive-access.ts'
import { DriveError } from './drive-error.ts'
import { changedProperty, contentProperty, groupProperty, keyProperty, writtenProperty } from './properties.ts'

export interface WantedDocument extends DocumentIdentity {
  /** Of the file, for people. */
  readonly name: string
  /** Id of the student's folder. */
  readonly folder: string
  /** From contentKey. */
  readonly content: string
  /** Bytes of a .docx, -128 to 127. */
  readonly docx: number[]
}

export interface PlacedDocument {
  readonly id: string
  /** For people to open it. */
  readonly link: string
  readonly key: string
  /** ms since 1970. */
  readonly madeAt: number
  /** What it said when Plan Keeper wrote it. */
  readonly content: string
  readonly state: 'as written' | 'changed by hand' | 'in the trash'
  /** Who changed it last, where Google tells. */
  readonly changedBy?: string
  /**
   * When what people sign for was last changed after it was first made, by us or by hand (ms since 1970). The document knows
   * it by the call that changed it, so that a run which is cut short right after loses nothing.
   */
  readonly changedAt?: number
}

/**
 * All documents of a school in a year, by documentKey, those in the trash too. One call for each 1,000.
 * Where two have the same key, the one outside the trash counts, then the older one.
 */
export function documentsOfYear(
  drive: DriveAccess,
  year: Pick<DocumentIdentity, 'school' | 'schoolYear'>,
): Map<string, PlacedDocument> {
  const found = new Map<string, PlacedDocument>()
  for (const entry of drive.listWith(groupProperty, yearKey(year))) {
    const document = placed(entry)
    const other = found.get(document.key)
    if (other === undefined || (other.state === 'in the trash' && document.state !== 'in the trash'))
      found.set(document.key, document)
  }
  return found
}

/** The document of that key, if Drive's search knows it already: it may need a while for a new one. */
export function findDocument(drive: DriveAccess, key: string): PlacedDocument | undefined {
  const found = drive.listWith(keyProperty, key).map(placed)
  return found.find(({ state }) => state !== 'in the trash') ?? found[0]
}

/** @throws DriveError DRIVE_NOT_FOUND when it was deleted for good, or another person made it */
export function documentById(drive: DriveAccess, id: string): PlacedDocument {
  return placed(drive.get(id))
}

/**
 * Makes a document of which there is none. One call.
 *
 * @throws DriveError DRIVE_UNSURE when it may be there and the search does not know it yet: look again in some minutes.
 *   Every other error means that nothing was made
 */
export function createDocument(drive: DriveAccess, wanted: WantedDocument): PlacedDocument {
  const key = documentKey(wanted)
  const { modifiedTime, ...properties } = marks(wanted.content)
  try {
    return placed(
      drive.createDocument(
        {
          name: wanted.name,
          parents: [wanted.folder],
          appProperties: { ...properties, [keyProperty]: key, [groupProperty]: yearKey(wanted) },
          modifiedTime,
        },
        wanted.docx,
      ),
    )
  } catch (error) {
    const made = isUnsure(error) ? findDocument(drive, key) : undefined
    if (made?.content !== wanted.content) throw error
    return made
  }
}

/**
 * Gives a document new content in its place; it keeps its id, its name and its folder, and Drive keeps what it said
 * before. Two calls, because it is looked at right before.
 *
 * @param overChanges a person has said that what was typed by hand may go
 * @throws DriveError CHANGED_BY_HAND; DRIVE_UNSURE when it may have been done
 */
export function replaceDocument(
  drive: DriveAccess,
  id: string,
  { content, docx }: Pick<WantedDocument, 'content' | 'docx'>,
  overChanges = false,
): PlacedDocument {
  const before = documentById(drive, id)
  const isTyped = before.state === 'changed by hand'
  if (isTyped && !overChanges) throw new DriveError('CHANGED_BY_HAND')
  const { modifiedTime, ...properties } = marks(content)
  const isChange = isTyped || !saysTheSamePlan(before.content, content)
  const appProperties = { ...properties, ...(isChange && { [changedProperty]: modifiedTime }) }
  try {
    return placed(drive.replaceDocument(id, { appProperties, modifiedTime }, docx))
  } catch (error) {
    const now = isUnsure(error) ? documentById(drive, id) : undefined
    if (now?.content !== content) throw error
    return now
  }
}

function marks(content: string) {
  const modifiedTime = new Date().toISOString()
  return { modifiedTime, [contentProperty]: content, [writtenProperty]: modifiedTime }
}

function placed({
  id,
  webViewLink,
  createdTime,
  trashed,
  modifiedTime,
  lastModifyingUser,
  appProperties = {},
}: DriveEntry): PlacedDocument {
  const { [keyProperty]: key = '', [contentProperty]: content = '', [writtenProperty]: written = '' } = appProperties
  const isChanged = Date.parse(modifiedTime) !== Date.parse(written)
  const changed = isChanged ? modifiedTime : appProperties[changedProperty]
  const changedBy = isChanged ? lastModifyingUser?.displayName : undefined
  return {
    id,
    link: webViewLink,
    key,
    madeAt: Date.parse(createdTime),
    content,
    state: trashed ? 'in the trash' : isChanged ? 'changed by hand' : 'as written',
    ...(changedBy === undefined ? {} : { changedBy }),
    ...(changed === undefined ? {} : { changedAt: Date.parse(changed) }),
  }
}
