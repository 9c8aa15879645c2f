/**
 * The folders of Plan Keeper: one of its own in My Drive, in it one for each school, in that one for each student.
 *
 * A folder is known by its key. People may rename and move it; what they put into the trash is not used again.
 * Making one and finding it are two calls: whoever makes the folder of a student must be the only one who does so then.
 */

import { foldersKey, schoolKey, studentKey } from './document-key.ts'
import { type DriveAccess, type DriveEntry, type DriveWish, isUnsure } from './drive-access.ts'
import { groupProperty, keyProperty } from './properties.ts'

const addOnFolderName = 'Plan Keeper'
const addOnFolderKey = 'plan-keeper'

/** Ids of the folders of a school and of its students, as Drive has them now. */
export interface SchoolFolders {
  readonly school: string
  readonly id: string
  /** By studentKey. */
  readonly students: Map<string, string>
}

/**
 * Finds the folders of a school, and makes its own and that of the add-on where they are missing. Three calls to find
 * them for up to 1,000 students, one more for each further 1,000.
 *
 * @param school its name
 */
export function schoolFolders(drive: DriveAccess, school: string): SchoolFolders {
  const key = schoolKey(school)
  const id =
    standing(drive, keyProperty, key)[0]?.id ??
    make(drive, key, { name: school, parents: [addOnFolder(drive)], appProperties: { [keyProperty]: key } })
  const students = new Map<string, string>()
  for (const folder of standing(drive, groupProperty, foldersKey(school))) {
    const student = folder.appProperties?.[keyProperty]
    if (student !== undefined && !students.has(student)) students.set(student, folder.id)
  }
  return { school, id, students }
}

/** Id of the folder that all others lie in, the school's templates too. */
export function addOnFolder(drive: DriveAccess): string {
  return (
    standing(drive, keyProperty, addOnFolderKey)[0]?.id ??
    make(drive, addOnFolderKey, { name: addOnFolderName, appProperties: { [keyProperty]: addOnFolderKey } })
  )
}

/**
 * Id of a student's folder; it is made where there is none.
 *
 * @param name 'Ruiz, Mateo (00123)'
 */
export function studentFolder(drive: DriveAccess, folders: SchoolFolders, studentId: string, name: string): string {
  const key = studentKey(folders.school, studentId)
  const known = folders.students.get(key)
  if (known !== undefined) return known
  const properties = { [keyProperty]: key, [groupProperty]: foldersKey(folders.school) }
  const id = make(drive, key, { name, parents: [folders.id], appProperties: properties })
  folders.students.set(key, id)
  return id
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
