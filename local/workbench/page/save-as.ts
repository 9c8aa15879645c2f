/** A file on its way to the person's own folder. */
export interface SavedFile {
  readonly name: string
  readonly file: Blob
}

/** Hands a file to the browser, which keeps it where it keeps what people download. */
export function saveAs({ name, file }: SavedFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
