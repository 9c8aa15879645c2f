/**
 * Drive.Files, version 3, as an app sees it that has the drive.file scope: what it made itself, and nothing else.
 * Sources: developers.google.com/workspace/drive/api (reference, guides/create-file, /search-files, /handle-errors).
 */

import { contentFor } from '../drive/content.ts'
import {
  type Drive,
  type DriveFile,
  documentType,
  docxType,
  folderType,
  googleFormat,
  type NewFile,
} from '../drive/drive.ts'
import { type Fields, InvalidFields, readFields, selected } from '../drive/fields.ts'
import { orderOf, pageOf, pageToken } from '../drive/listing.ts'
import { InvalidQuery, readQuery } from '../drive/query.ts'
import {
  ApiRefusal,
  type FileWish,
  fileWish,
  invalid,
  notFound,
  type Parameters,
  parametersOf,
  putProperties,
} from '../drive/request.ts'
import { fileFields, fileResource, listFields, usualFileFields, usualListFields } from '../drive/resource.ts'
import type { Execution } from '../execution.ts'
import { NotEmulated } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import { Blob } from './blob.ts'

const mostPerPage = 1000
const usualPerPage = 100
const untitled = 'Untitled'

/** The file of that id, if the app may see it in this call. */
export function fileFor(execution: Execution, id: string, { supportsAllDrives }: Parameters, call: string): DriveFile {
  const { drive } = execution.workspace
  const file = drive.find(id)
  const isInReach = file !== undefined && (supportsAllDrives === true || drive.sharedDriveOf(file) === undefined)
  if (!isInReach || !isVisible(execution, file)) throw notFound(call, id)
  return file
}

function isVisible({ workspace, user }: Execution, file: DriveFile): boolean {
  return (
    file.madeByAppFor === user.email || workspace.manifest.oauthScopes.includes('https://www.googleapis.com/auth/drive')
  )
}

/** What is asked of an answer by `fields`, in Google's words where that cannot be. */
export function answer(
  value: unknown,
  written: string | undefined,
  usual: Fields,
  known: Fields,
  call: string,
): unknown {
  try {
    return selected(value, written === undefined ? usual : readFields(written), known)
  } catch (error) {
    if (!(error instanceof InvalidFields)) throw error
    throw new ApiRefusal(call, 400, 'invalidParameter', `Invalid field selection ${error.message}`)
  }
}

export class DriveFiles extends ServiceObject {
  readonly official = 'Drive.Files'

  create(resource: object, media: Blob | null = null, options: object = {}): unknown {
    const call = 'files.create'
    const parameters = parametersOf(options, ['fields', 'supportsAllDrives'], call)
    const wish = fileWish(resource, call)
    const parent = this.#parentFor(wish, parameters, call)
    const mimeType = wish.mimeType ?? media?.getContentType() ?? 'application/octet-stream'
    if (wish.id !== undefined && mimeType.startsWith(googleFormat) && mimeType !== folderType)
      throw invalid(call, 'Generated IDs are not supported for Docs Editors formats.')
    if (wish.id !== undefined && this.#drive.find(wish.id) !== undefined)
      throw new ApiRefusal(call, 409, 'fileIdInUse', 'A file already exists with the provided ID.')
    this.#write(call)
    const converted = media === null ? undefined : contentFor(mimeType, media, call)
    this.#countDocument(mimeType)
    if (converted?.isConversion) this.execution.workspace.quotas.use('conversions')
    const properties = new Map<string, string>()
    putProperties(properties, wish.appProperties ?? {}, call)

    const file = this.#add({ mimeType, parent, ...wish, name: wish.name ?? media?.getName() ?? untitled })
    for (const [key, value] of properties) file.appProperties.set(key, value)
    file.description = wish.description
    file.starred = wish.starred ?? false
    if (converted !== undefined) this.#drive.revise(file, converted.content, converted.contentType, this.#email)
    if (wish.modifiedTime !== undefined) file.modifiedAt = Date.parse(wish.modifiedTime)
    this.#spend(converted?.isConversion ? 'convert' : 'write')
    return this.#answer(file, parameters, call)
  }

  update(resource: object, fileId: string, media: Blob | null = null, options: object = {}): unknown {
    const call = 'files.update'
    const taken = ['fields', 'supportsAllDrives', 'addParents', 'removeParents'] as const
    const parameters = parametersOf(options, taken, call)
    const wish = fileWish(resource, call)
    if (wish.parents !== undefined) {
      const message =
        'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.'
      throw new ApiRefusal(call, 403, 'fieldNotWritable', message)
    }
    if (wish.id !== undefined || wish.createdTime !== undefined)
      throw new ApiRefusal(
        call,
        403,
        'fieldNotWritable',
        'The resource body includes fields which are not directly writable.',
      )
    const file = fileFor(this.execution, fileId, parameters, call)
    if (wish.mimeType !== undefined && wish.mimeType !== file.mimeType)
      throw new NotEmulated('files.update to another mimeType')
    const parent = this.#parentAfter(file, parameters, call)
    this.#write(call)
    const converted = media === null ? undefined : contentFor(file.mimeType, media, call)
    if (converted?.isConversion) this.execution.workspace.quotas.use('conversions')
    const properties = new Map(file.appProperties)
    putProperties(properties, wish.appProperties ?? {}, call)

    file.appProperties.clear()
    for (const [key, value] of properties) file.appProperties.set(key, value)
    file.name = wish.name ?? file.name
    file.description = wish.description ?? file.description
    file.starred = wish.starred ?? file.starred
    file.trashed = wish.trashed ?? file.trashed
    file.parent = parent
    if (converted !== undefined) this.#drive.revise(file, converted.content, converted.contentType, this.#email)
    this.#drive.touch(file, this.#email)
    if (wish.modifiedTime !== undefined) file.modifiedAt = Date.parse(wish.modifiedTime)
    this.#spend(converted?.isConversion ? 'convert' : 'write')
    return this.#answer(file, parameters, call)
  }

  copy(resource: object, fileId: string, options: object = {}): unknown {
    const call = 'files.copy'
    const parameters = parametersOf(options, ['fields', 'supportsAllDrives'], call)
    const wish = fileWish(resource, call)
    if (wish.mimeType !== undefined) throw new NotEmulated('files.copy to another mimeType')
    const source = fileFor(this.execution, fileId, parameters, call)
    if (source.mimeType === folderType)
      throw new ApiRefusal(call, 403, 'cannotCopyFile', 'This file cannot be copied by the user.')
    const parent = wish.parents === undefined ? source.parent : this.#parentFor(wish, parameters, call)
    this.#write(call)
    this.#countDocument(source.mimeType)
    const properties = new Map(source.appProperties)
    putProperties(properties, wish.appProperties ?? {}, call)

    const name = wish.name ?? `Copy of ${source.name}`
    const file = this.#add({ mimeType: source.mimeType, parent, ...wish, name })
    for (const [key, value] of properties) file.appProperties.set(key, value)
    const head = source.revisions.at(-1)
    if (head !== undefined) this.#drive.revise(file, head.content, head.contentType, this.#email)
    this.#spend('copy')
    return this.#answer(file, parameters, call)
  }

  get(fileId: string, options: object = {}): unknown {
    const call = 'files.get'
    const parameters = parametersOf(options, ['fields', 'supportsAllDrives'], call)
    const file = fileFor(this.execution, fileId, parameters, call)
    this.#spend('read')
    return this.#answer(file, parameters, call)
  }

  list(options: object = {}): unknown {
    const call = 'files.list'
    const parameters = parametersOf(
      options,
      `fields supportsAllDrives includeItemsFromAllDrives corpora spaces q orderBy pageSize pageToken`.split(
        ' ',
      ) as (keyof Parameters)[],
      call,
    )
    if (parameters.spaces !== undefined && parameters.spaces !== 'drive')
      throw new NotEmulated('files.list with spaces')
    const pageSize = parameters.pageSize ?? usualPerPage
    if (pageSize < 1 || pageSize > mostPerPage)
      throw invalid(call, `Invalid value '${pageSize}'. Values must be within the range: [1, ${mostPerPage}]`)
    const found = this.#found(parameters, call)
    const from = pageOf(parameters, found.length, call)
    const to = from + pageSize
    this.#spend('read')
    const page = {
      kind: 'drive#fileList',
      incompleteSearch: false,
      files: found.slice(from, to).map((file) => fileResource(file, this.#drive, this.execution.user)),
      nextPageToken: to < found.length ? pageToken(parameters, to) : undefined,
    }
    return answer(page, parameters.fields, usualListFields, listFields, call)
  }

  export(fileId: string, mimeType: string, options: object = {}): Blob {
    const call = 'files.export'
    const { alt } = parametersOf(options, ['alt'], call)
    // An export knows no supportsAllDrives: it reaches into shared drives as it is.
    const file = fileFor(this.execution, fileId, { supportsAllDrives: true }, call)
    if (alt !== 'media')
      throw new ApiRefusal(call, 400, 'badRequest', 'Export requires alt=media to download the exported content.')
    if (!file.mimeType.startsWith(googleFormat) || file.mimeType === folderType)
      throw new ApiRefusal(call, 403, 'fileNotExportable', 'Export only supports Docs Editors files.')
    const head = file.revisions.at(-1)
    if (mimeType !== docxType || head === undefined)
      throw new NotEmulated(`Drive.Files.export of ${file.mimeType} to ${mimeType}`)
    this.#spend('export')
    return new Blob(this.execution, Buffer.from(head.content), { contentType: docxType, name: `${file.name}.docx` })
  }

  remove(fileId: string, options: object = {}): void {
    const call = 'files.delete'
    const parameters = parametersOf(options, ['supportsAllDrives'], call)
    const file = fileFor(this.execution, fileId, parameters, call)
    this.#write(call)
    this.#drive.remove(file)
    this.#spend('write')
  }

  generateIds(options: object = {}): unknown {
    const { count = 10, space = 'drive' } = parametersOf(options, ['count', 'space'], 'files.generateIds')
    this.#spend('read')
    return { kind: 'drive#generatedIds', space, ids: Array.from({ length: count }, () => this.#drive.nextId()) }
  }

  get #drive(): Drive {
    return this.execution.workspace.drive
  }

  get #email(): string {
    return this.execution.user.email
  }

  #spend(kind: 'read' | 'write' | 'convert' | 'copy' | 'export'): void {
    this.execution.spend(this.execution.workspace.driveLimits.latency(kind))
  }

  /** @throws ApiRefusal when the account writes too fast. */
  #write(call: string): void {
    const { clock, driveLimits } = this.execution.workspace
    if (driveLimits.writes.take(clock.now())) return
    this.#spend('read')
    throw new ApiRefusal(call, 403, 'userRateLimitExceeded', 'User rate limit exceeded.')
  }

  #countDocument(mimeType: string): void {
    if (mimeType === documentType) this.execution.workspace.quotas.use('documents')
  }

  #add(file: Omit<NewFile, 'by' | 'madeByApp' | 'createdAt'> & FileWish): DriveFile {
    const { id, name, mimeType, parent, createdTime } = file
    return this.#drive.add({
      name,
      mimeType,
      by: this.#email,
      madeByApp: true,
      ...(parent === undefined ? {} : { parent }),
      ...(id === undefined ? {} : { id }),
      ...(createdTime === undefined ? {} : { createdAt: Date.parse(createdTime) }),
    })
  }

  #answer(file: DriveFile, { fields }: Parameters, call: string): unknown {
    return answer(fileResource(file, this.#drive, this.execution.user), fields, usualFileFields, fileFields, call)
  }

  #parentFor({ parents = [] }: FileWish, parameters: Parameters, call: string): string {
    if (parents.length > 1) throw new NotEmulated(`${call} with several parents`)
    const [written = this.#drive.rootId] = parents
    return this.#folder(written, parameters, call)
  }

  #folder(written: string, parameters: Parameters, call: string): string {
    const id = written === 'root' ? this.#drive.rootId : written
    if (id === this.#drive.rootId) return id
    if (this.#drive.isSharedDrive(id)) throw notFound(call, id)
    fileFor(this.execution, id, parameters, call)
    if (!this.#drive.isFolder(id))
      throw new ApiRefusal(call, 403, 'parentNotAFolder', 'The specified parent is not a folder.')
    return id
  }

  #parentAfter(file: DriveFile, parameters: Parameters, call: string): string {
    const { addParents, removeParents } = parameters
    if (addParents === undefined && removeParents === undefined) return file.parent
    if (addParents === undefined || removeParents !== file.parent)
      throw new NotEmulated('files.update that does not move from one folder to another')
    return this.#folder(addParents, parameters, call)
  }

  /** Whatever a list may show and the query asks for, in the order that is asked for. */
  #found(parameters: Parameters, call: string): DriveFile[] {
    const { q, orderBy, includeItemsFromAllDrives = false, supportsAllDrives = false, corpora = 'user' } = parameters
    if (includeItemsFromAllDrives && !supportsAllDrives)
      throw new ApiRefusal(
        call,
        403,
        'teamDrivesParameterConflict',
        'The supportsAllDrives parameter must be set to true.',
      )
    if (corpora !== 'user' && corpora !== 'allDrives') throw new NotEmulated(`files.list with corpora ${corpora}`)
    const query = q === undefined ? undefined : this.#query(q, call)
    for (const id of query?.parents ?? []) {
      const folder = this.#drive.find(id)
      if (id !== this.#drive.rootId && (folder === undefined || !isVisible(this.execution, folder)))
        throw notFound(call, '')
    }
    const { clock, driveLimits } = this.execution.workspace
    const indexedUntil = query?.asksProperties ? clock.now() - driveLimits.indexLag : clock.now()
    return this.#drive.entries
      .filter((file) => isVisible(this.execution, file) && file.createdAt <= indexedUntil)
      .filter((file) => includeItemsFromAllDrives || this.#drive.sharedDriveOf(file) === undefined)
      .filter((file) => query === undefined || query.matches(file))
      .sort(orderOf(orderBy))
  }

  #query(q: string, call: string) {
    try {
      return readQuery(q, this.#drive)
    } catch (error) {
      if (error instanceof InvalidQuery) throw invalid(call, 'Invalid Value')
      throw error
    }
  }
}
