/**
 * The few calls of the Drive service that the script makes, in shared drives too, with patience where Drive is busy.
 *
 * A call is tried again only where it is certain that nothing was done, or where nothing can be done twice.
 */
import { DriveError, driveError } from './drive-error.ts'

export const folderType = 'application/vnd.google-apps.folder'
const documentType = 'application/vnd.google-apps.document'
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file or folder, as far as it is asked for. */
export interface DriveEntry {
  readonly id: string
  /** For people to open it. */
  readonly webViewLink: string
  /** RFC 3339. */
  readonly createdTime: string
  readonly modifiedTime: string
  /** Itself or with a folder above it. */
  readonly trashed: boolean
  readonly lastModifyingUser?: { readonly displayName?: string }
  /** Ours; other apps and people do not see them. */
  readonly appProperties?: Readonly<Record<string, string>>
}

/** What is written of a file. */
export interface DriveWish {
  readonly name?: string
  readonly mimeType?: typeof folderType | typeof documentType
  readonly parents?: readonly string[]
  /** 124 bytes for key and value. */
  readonly appProperties: Readonly<Record<string, string>>
  readonly modifiedTime?: string
}

/** How to wait; the tests bring their own. */
export interface Pace {
  sleep(milliseconds: number): void
  /** 0 to 1, as Math.random. */
  random(): number
  /** How many runs write side by side: each keeps to its share of what the account may write. */
  readonly runs: number
}

export interface DriveAccess {
  createFolder(wish: DriveWish): DriveEntry
  /** One call: the .docx becomes a Google Doc. */
  createDocument(wish: DriveWish, docx: number[]): DriveEntry
  /** The id stays, and Drive keeps what stood there as a revision. */
  replaceDocument(id: string, wish: DriveWish, docx: number[]): DriveEntry
  get(id: string): DriveEntry
  /** Bytes of a Google Doc as .docx. */
  exportDocument(id: string): number[]
  /** All that have this value of a property of ours, the oldest first. */
  listWith(property: string, value: string): DriveEntry[]
}

/** The official declarations know neither the blob that may be missing nor that all is one type of answer. */
interface Files {
  create(wish: DriveWish, media: GoogleAppsScript.Base.Blob | null, parameters: object): DriveEntry
  update(wish: DriveWish, id: string, media: GoogleAppsScript.Base.Blob | null, parameters: object): DriveEntry
  get(id: string, parameters: object): DriveEntry
  export(id: string, type: string, parameters: object): GoogleAppsScript.Base.Blob
  list(parameters: object): { readonly files: DriveEntry[]; readonly nextPageToken?: string }
}

const fields = 'id,webViewLink,createdTime,modifiedTime,trashed,lastModifyingUser(displayName),appProperties'
const single = { fields, supportsAllDrives: true }
const mostPerPage = 1000

/** Google's advice, guides/handle-errors: twice as long each time, with some chance in it; half a minute in all. */
const firstWait = 1000
const mostTries = 6

/** Google takes 3 sustained writes a second from an account (support.google.com/a/answer/10445916); some room is left. */
const writesPerSecond = 2.8
/** So far a run may be ahead of its share, ms: it need not wait after every write. */
const mostAhead = 5000

export function openDrive({
  sleep = (time) => Utilities.sleep(time),
  random = Math.random,
  runs = 1,
}: Partial<Pace> = {}): DriveAccess {
  const files = (): Files => Drive?.Files as unknown as Files
  /** When this run's share of the writes comes to the next one (ms since 1970). */
  let nextWrite = 0

  function write<Answer>(work: () => Answer): Answer {
    const ahead = nextWrite - Date.now()
    if (ahead > mostAhead) sleep(ahead)
    nextWrite = Math.max(nextWrite, Date.now()) + Math.round((runs * 1000) / writesPerSecond)
    return call(work, false)
  }

  function call<Answer>(work: () => Answer, canBeRepeated: boolean): Answer {
    for (let tries = 1; ; tries++) {
      try {
        return work()
      } catch (thrown) {
        const error = driveError(thrown)
        const mayRepeat = error.code === 'DRIVE_BUSY' || (canBeRepeated && error.code === 'DRIVE_UNSURE')
        if (!mayRepeat || tries === mostTries) throw error
        sleep(Math.round(firstWait * 2 ** (tries - 1) * (0.5 + random())))
      }
    }
  }

  function word(docx: number[]): GoogleAppsScript.Base.Blob {
    return Utilities.newBlob(docx, docxType)
  }

  return {
    createFolder: (wish) => write(() => files().create({ ...wish, mimeType: folderType }, null, single)),
    createDocument(wish, docx) {
      const media = word(docx)
      return write(() => files().create({ ...wish, mimeType: documentType }, media, single))
    },
    replaceDocument(id, wish, docx) {
      const media = word(docx)
      return write(() => files().update(wish, id, media, single))
    },
    get: (id) => call(() => files().get(id, single), true),
    exportDocument: (id) => call(() => files().export(id, docxType, { alt: 'media' }).getBytes(), true),
    listWith(property, value) {
      const found: DriveEntry[] = []
      let pageToken: string | undefined
      do {
        const page = call(
          () =>
            files().list({
              q: `appProperties has { key='${property}' and value='${value}' }`,
              orderBy: 'createdTime',
              fields: `nextPageToken,files(${fields})`,
              pageSize: mostPerPage,
              supportsAllDrives: true,
              includeItemsFromAllDrives: true,
              ...(pageToken === undefined ? {} : { pageToken }),
            }),
          true,
        )
        found.push(...page.files)
        pageToken = page.nextPageToken
      } while (pageToken !== undefined)
      return found
    },
  }
}

/** Whether an error says that a call may have been done although it failed. */
export function isUnsure(error: unknown): boolean {
  return error instanceof DriveError && error.code === 'DRIVE_UNSURE'
}
