/** What can be wrong with a file that someone gives us. */
export type FileErrorCode =
  | 'FILE_MISSING'
  | 'FILE_UNREADABLE'
  | 'FILE_KIND'
  | 'FILE_OLD_KIND'
  | 'FILE_EMPTY'
  | 'FILE_BROKEN'
  | 'FILE_LOCKED'
  | 'FILE_ENCODING'
  | 'FILE_QUOTES'
  | 'FOLDER_WITHOUT_CSV'
  | 'FILE_NOT_WRITTEN'

/** A file cannot be read or written. The message is one sentence or two: which file, what is wrong, what to do. */
export class FileError extends Error {
  readonly code: FileErrorCode
  readonly path: string

  constructor(code: FileErrorCode, path: string, message: string) {
    super(message)
    this.name = 'FileError'
    this.code = code
    this.path = path
  }
}

/** What the operating system said about a path, as a {@link FileError}. */
export function fileErrorOf(cause: unknown, path: string, doing: 'read' | 'write'): FileError {
  const reason = (cause as { code?: unknown }).code
  if (doing === 'write') {
    const why =
      reason === 'EACCES' || reason === 'EPERM'
        ? 'it may not be written to'
        : reason === 'EBUSY'
          ? 'another program has it open'
          : reason === 'ENOSPC'
            ? 'the disk is full'
            : reason === 'ENOTDIR' || reason === 'EEXIST' || reason === 'EISDIR'
              ? 'a file stands where a folder is needed, or a folder where the file should go'
              : String(reason ?? (cause as Error).message)
    return new FileError('FILE_NOT_WRITTEN', path, `${path} could not be written: ${why}. Choose another place.`)
  }
  if (reason === 'ENOENT' || reason === 'ENOTDIR') {
    return new FileError('FILE_MISSING', path, `${path} does not exist. Check the name of the file or folder.`)
  }
  return new FileError(
    'FILE_UNREADABLE',
    path,
    `${path} could not be opened (${String(reason ?? (cause as Error).message)}). Check that you may read it.`,
  )
}
