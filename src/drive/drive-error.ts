/**
 * What Drive answers when it does not do what it is asked: whether it is certain that nothing was done, and what helps.
 */

export type DriveErrorCode =
  /** Too many calls in a short time; nothing was done. Wait and ask again. */
  | 'DRIVE_BUSY'
  /** The account's documents of a day are used up; nothing was done. */
  | 'DRIVE_DAY_USED_UP'
  /** No file of that id that this person made with Plan Keeper, or its folder is gone; nothing was done. */
  | 'DRIVE_NOT_FOUND'
  /** No room left in the account's Drive, or in the folder. */
  | 'DRIVE_FULL'
  /** Any other refusal; nothing was done. */
  | 'DRIVE_REFUSED'
  /** No answer, or one that does not say: it may have been done. Look before asking again. */
  | 'DRIVE_UNSURE'
  /** Somebody has changed the document since Plan Keeper wrote it; it was left as it is. */
  | 'CHANGED_BY_HAND'

const sentences: Readonly<Record<DriveErrorCode, string>> = {
  DRIVE_BUSY: 'Google Drive takes no more for the moment. Wait a minute, then go on.',
  DRIVE_DAY_USED_UP:
    'Google lets an account make so many documents a day, and today’s are used up. What is made stays; go on tomorrow.',
  DRIVE_NOT_FOUND:
    'The file is not there: it was deleted for good, or another person made it with their account. Ask them to go on, or make it anew.',
  DRIVE_FULL: 'There is no room left in this Drive. Delete something or ask for more room, then go on.',
  DRIVE_REFUSED: 'Google Drive refused. Its words were:',
  DRIVE_UNSURE: 'Google Drive gave no clear answer, so it is looked at again before anything is made.',
  CHANGED_BY_HAND: 'Somebody has changed this document by hand, so it was left as it is.',
}

export class DriveError extends Error {
  readonly code: DriveErrorCode
  /** @param words Google's own */
  constructor(code: DriveErrorCode, words = '') {
    super(code === 'DRIVE_REFUSED' ? `${sentences[code]} “${words}”` : sentences[code])
    this.name = 'DriveError'
    this.code = code
  }
}

/** As the advanced service throws it: guides/services/advanced. Some errors come with nothing but a text. */
interface Thrown {
  readonly message?: string
  readonly details?: { readonly code?: number; readonly errors?: readonly { readonly reason?: string }[] }
}

/** Google's reasons and words (Drive API, guides/handle-errors; Apps Script, guides/services/quotas); the first that fits. */
const signs: readonly (readonly [DriveErrorCode, RegExp])[] = [
  ['DRIVE_DAY_USED_UP', /for one day|dailyLimitExceeded|daily limit|limit exceeded: (drive|documents)/i],
  ['DRIVE_BUSY', /rateLimitExceeded|rate limit|too many (requests|times|scripts)/i],
  ['DRIVE_FULL', /storageQuotaExceeded|FileLimitExceeded|numChildrenInNonRootLimitExceeded|storage quota/],
  ['DRIVE_NOT_FOUND', /notFound|file not found|appNotAuthorizedToFile/i],
]

/** Without the permission there is nothing to wait for: who asks for it knows these words. */
const permissionMissing = /permissions? to call|authorization is required|insufficient authentication scopes/i

export function isPermissionMissing(error: unknown): boolean {
  return permissionMissing.test(messageOf(error))
}

function messageOf(error: unknown): string {
  return (error as Thrown).message ?? String(error)
}

/**
 * A DriveError for what was thrown.
 * @throws what was thrown, where the permission is missing
 */
export function driveError(thrown: unknown): DriveError {
  if (thrown instanceof DriveError) return thrown
  if (isPermissionMissing(thrown)) throw thrown
  const { details } = thrown as Thrown
  const message = messageOf(thrown)
  const reasons = (details?.errors ?? []).map(({ reason }) => reason).join(' ')
  const sign = signs.find(([, pattern]) => pattern.test(`${reasons} ${message}`))
  if (sign) return new DriveError(sign[0])
  const code = details?.code ?? 0
  if (code === 404) return new DriveError('DRIVE_NOT_FOUND')
  if (code === 429) return new DriveError('DRIVE_BUSY')
  return code >= 400 && code < 500 && code !== 408
    ? new DriveError('DRIVE_REFUSED', message)
    : new DriveError('DRIVE_UNSURE')
}
