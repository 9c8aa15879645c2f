/**
 * Google Drive in memory: files, folders and their revisions, as a person sees them. What an app may see of it, and how
 * fast, is said in services/drive-files.ts. A converted document is kept as its .docx.
 */
import { createHash } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { identifier } from '../identifier.ts'

/** Types of Google's own formats begin with it. */
export const googleFormat = 'application/vnd.google-apps.'
export const folderType = 'application/vnd.google-apps.folder'
export const documentType = 'application/vnd.google-apps.document'
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface Revision {
  readonly id: string
  readonly content: Buffer
  /** Type of the content: of a Google Doc, that of the file it was converted from. */
  readonly contentType: string
  /** Virtual time, epoch ms. */
  readonly modifiedAt: number
  /** Email. */
  readonly modifiedBy: string
}

/** A file or a folder. */
export interface DriveFile {
  readonly id: string
  name: string
  readonly mimeType: string
  /** Id of its folder, of My Drive or of a shared drive. */
  parent: string
  /** Epoch ms. */
  readonly createdAt: number
  modifiedAt: number
  /** Email. */
  modifiedBy: string
  /** Goes up with every change, those of name and place too. */
  version: number
  /** Put into the trash itself; in a folder that is in the trash it is there all the same (Drive.isTrashed). */
  trashed: boolean
  description: string | undefined
  starred: boolean
  readonly appProperties: Map<string, string>
  /**
   * Email of the person for whom the app made it; undefined for a file made by hand. With the drive.file scope the app
   * sees, for each person, what it made for them and nothing else.
   */
  readonly madeByAppFor: string | undefined
  /** Oldest first; empty for a folder and for a document without content. */
  readonly revisions: Revision[]
}

export interface NewFile {
  readonly name: string
  readonly mimeType: string
  readonly parent?: string
  readonly createdAt?: number
  readonly by: string
  readonly madeByApp: boolean
  readonly id?: string
}

export class Drive {
  /** Of My Drive. */
  readonly rootId = identifier('My Drive')
  readonly #clock: Clock
  readonly #entries = new Map<string, DriveFile>()
  readonly #sharedDrives = new Map<string, string>()
  #made = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Begins with the files of another one. */
  fillFrom(other: Drive): void {
    for (const file of other.entries) {
      const copy = { ...file, appProperties: new Map(file.appProperties), revisions: [...file.revisions] }
      this.#entries.set(file.id, copy)
    }
    for (const [id, name] of other.#sharedDrives) this.#sharedDrives.set(id, name)
    this.#made = other.#made
  }

  /** Everything that is not a folder, oldest first. */
  get files(): DriveFile[] {
    return this.entries.filter(({ mimeType }) => mimeType !== folderType)
  }

  get folders(): DriveFile[] {
    return this.entries.filter(({ mimeType }) => mimeType === folderType)
  }

  /** Files and folders, oldest first. */
  get entries(): DriveFile[] {
    return [...this.#entries.values()]
  }

  find(id: string): DriveFile | undefined {
    return this.#entries.get(id)
  }

  /** The bytes of a file: of a Google Doc, its .docx. Undefined for a folder and for a document without content. */
  content(id: string): Buffer | undefined {
    return this.#entries.get(id)?.revisions.at(-1)?.content
  }

  /** Names of the folders above it, the top one first; a shared drive is the top one. */
  pathOf(file: DriveFile): string[] {
    const names = this.#ancestors(file).map(({ name }) => name)
    const sharedDrive = this.sharedDriveOf(file)
    return sharedDrive === undefined ? names : [this.#sharedDrives.get(sharedDrive)!, ...names]
  }

  /** Whether it, or a folder above it, is in the trash. */
  isTrashed(file: DriveFile): boolean {
    return file.trashed || this.#ancestors(file).some(({ trashed }) => trashed)
  }

  /** Id of the shared drive that it lies in. */
  sharedDriveOf(file: DriveFile): string | undefined {
    const top = this.#ancestors(file)[0] ?? file
    return this.#sharedDrives.has(top.parent) ? top.parent : undefined
  }

  /** @returns its id, which stands for its top folder. */
  addSharedDrive(name: string): string {
    const id = `0A${identifier(`shared drive ${name}`).slice(0, 17)}`
    this.#sharedDrives.set(id, name)
    return id
  }

  /** Whether files can lie in it: a folder, My Drive, a shared drive. */
  isFolder(id: string): boolean {
    return id === this.rootId || this.#sharedDrives.has(id) || this.#entries.get(id)?.mimeType === folderType
  }

  isSharedDrive(id: string): boolean {
    return this.#sharedDrives.has(id)
  }

  nextId(): string {
    return identifier(`file ${this.#made++}`)
  }

  add({ name, mimeType, parent = this.rootId, createdAt = this.#clock.now(), by, madeByApp, id }: NewFile): DriveFile {
    const file: DriveFile = {
      id: id ?? this.nextId(),
      name,
      mimeType,
      parent,
      createdAt,
      modifiedAt: this.#clock.now(),
      modifiedBy: by,
      version: 1,
      trashed: false,
      description: undefined,
      starred: false,
      appProperties: new Map(),
      madeByAppFor: madeByApp ? by : undefined,
      revisions: [],
    }
    this.#entries.set(file.id, file)
    return file
  }

  /** Gives it new content; what it had stays as a revision. */
  revise(file: DriveFile, content: Buffer, contentType: string, by: string): void {
    const number = file.revisions.length + 1
    const isDocument = file.mimeType === documentType
    file.revisions.push({
      id: isDocument ? String(number) : identifier(`${file.id} ${number}`),
      content,
      contentType,
      modifiedAt: this.#clock.now(),
      modifiedBy: by,
    })
  }

  /** Notes that somebody changed it now. */
  touch(file: DriveFile, by: string): void {
    file.version++
    file.modifiedAt = this.#clock.now()
    file.modifiedBy = by
  }

  /** Deletes it for good, with everything in it. */
  remove(file: DriveFile): void {
    this.#entries.delete(file.id)
    for (const child of this.entries) if (child.parent === file.id) this.remove(child)
  }

  /** Folders above it, the top one first. */
  #ancestors(file: DriveFile): DriveFile[] {
    const folder = this.#entries.get(file.parent)
    return folder === undefined ? [] : [...this.#ancestors(folder), folder]
  }
}

export function md5(content: Buffer): string {
  return createHash('md5').update(content).digest('hex')
}
