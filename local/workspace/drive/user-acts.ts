/** What people do in Drive by hand. A file that somebody made by hand stays unseen by an app with drive.file. */
import { type Drive, type DriveFile, documentType, docxType, folderType } from './drive.ts'

const somebody = 'counselor@school.example'

export class DriveEdits {
  readonly #drive: Drive

  constructor(drive: Drive) {
    this.#drive = drive
  }

  /** @returns the id of the folder. */
  makeFolder(name: string, by = somebody): string {
    return this.#drive.add({ name, mimeType: folderType, by, madeByApp: false }).id
  }

  /** A Google Doc made from a .docx. @returns its id. */
  makeDocument(name: string, docx: Buffer, by = somebody): string {
    const file = this.#drive.add({ name, mimeType: documentType, by, madeByApp: false })
    this.#drive.revise(file, docx, docxType, by)
    return file.id
  }

  /** Types into a document: a new revision by that person. Without content the text stays as it was. */
  editDocument(id: string, content?: Buffer, by = somebody): void {
    const file = this.#file(id)
    const head = file.revisions.at(-1)
    if (head === undefined) throw new Error(`${file.name} has no content to edit.`)
    this.#drive.revise(file, content ?? head.content, head.contentType, by)
    this.#drive.touch(file, by)
  }

  /** Neither a new name nor a new place counts as a modification (seen at github.com/vitalif/grive2/pull/36). */
  rename(id: string, name: string): void {
    const file = this.#file(id)
    file.name = name
    file.version++
  }

  /** @param folder id of a folder, of My Drive (`drive.rootId`) or of a shared drive */
  move(id: string, folder: string): void {
    const file = this.#file(id)
    if (!this.#drive.isFolder(folder)) throw new Error(`Drive has no folder ${folder}.`)
    file.parent = folder
    file.version++
  }

  trash(id: string): void {
    const file = this.#file(id)
    file.trashed = true
    file.version++
  }

  restore(id: string): void {
    const file = this.#file(id)
    file.trashed = false
    file.version++
  }

  deleteForever(id: string): void {
    this.#drive.remove(this.#file(id))
  }

  /** @returns the id of the shared drive, as a folder to move to. */
  makeSharedDrive(name: string): string {
    return this.#drive.addSharedDrive(name)
  }

  #file(id: string): DriveFile {
    const file = this.#drive.find(id)
    if (file === undefined) throw new Error(`Drive has no file ${id}.`)
    return file
  }
}
