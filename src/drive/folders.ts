/**
 * The folders of Plan Keeper: one of its own in My Drive, in it one for each school, in that one for each student.
 *
 * A folder is known by its key. People may rename and move it; what they put into the trash is not used again.
 */

import { foldersKey, schoolKey, studentKey } from './document-key.ts'
import { type DriveAccess, type DriveEntry, type DriveWish, isUnsure } from './drive-access.ts'
import { DriveError } from './drive-error.ts'
import { groupProperty, keyProperty } from './properties.ts'

const addOnFolderName = 'Plan Keeper'
const addOnFolderKey = 'plan-keeper'

/**
 * Id of a school's folder, which is made where there is none, and that of the add-on with it. To be done by one run at a
 * time: Drive's search may need a while for what another one made a moment ago.
 *
 * @param school its name
 * @param known the id that was found the last time: one call then, where the folder is still there
 */
export function schoolFolder(drive: DriveAccess, school: string, known: string | undefined): string {
  if (known !== undefined && isStanding(drive, known)) return known
  const key = schoolKey(school)
  return (
    standing(drive, keyProperty, key)[0]?.id ??
    make(drive, key, { name: school, parents: [addOnFolder(drive)], appProperties: { [keyProperty]: key } })
  )
}

/** Id of the folder that all others lie in, the school's templates too. */
export function addOnFolder(drive: DriveAccess): string {
  return (
    standing(drive, keyProperty, addOnFolderKey)[0]?.id ??
    make(drive, addOnFolderKey, { name: addOnFolderName, appProperties: { [keyProperty]: addOnFolderKey } })
  )
}

/** Ids of the folders of all students of a school, by studentKey, wherever they lie. One call for each 1,000. */
export function studentFolders(drive: DriveAccess, school: string): Map<string, string> {
  const folders = new Map<string, string>()
  for (const { id, appProperties } of standing(drive, groupProperty, foldersKey(school))) {
    const key = appProperties?.[keyProperty]
    if (key !== undefined && !folders.has(key)) folders.set(key, id)
  }
  return folders
}

/**
 * Id of a student's folder, which is made where there is none.
 *
 * @param folders as studentFolders gave them; a new one is put in
 * @param name 'Ruiz, Mateo (00123)'
 * @param parent id of the school's folder
 */
export function studentFolder(
  drive: DriveAccess,
  folders: Map<string, string>,
  { school, studentId }: { readonly school: string; readonly studentId: string },
  name: string,
  parent: string,
): string {
  const key = studentKey(school, studentId)
  const known = folders.get(key)
  if (known !== undefined) return known
  const properties = { [keyProperty]: key, [groupProperty]: foldersKey(school) }
  const id = make(drive, key, { name, parents: [parent], appProperties: properties })
  folders.set(key, id)
  return id
}

function isStanding(drive: DriveAccess, id: string): boolean {
  try {
    return !drive.get(id).trashed
  } catch (error) {
    if (error instanceof DriveError && error.code === 'DRIVE_NOT_FOUND') return false
    throw error
  }
}

/** Those that are not in the trash, the oldest first. */
function standing(drive: DriveAccess, property: string, value: string): DriveEntry[] {
  return drive.listWith(property, value).filter(({ trashed }) => !trashed)
}

function make(drive: DriveAccess, key: string, wish: DriveWish): string {
  try {
    return drive.createFolder(wish).id
  } catch (error) {
    const made = isUnsure(error) ? standing(drive, keyProperty, key)[0] : undefined
    if (made === undefined) throw error
    return made.id
  }
}
