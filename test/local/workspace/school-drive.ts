/** The Drive of Lincoln High's secretary, and Word files to put into it. */
import AdmZip from 'adm-zip'
import type { Drive, DriveFile } from '../../../local/workspace/drive/drive.ts'

/** The smallest Word file with this text. */
export function docx(text: string): Buffer {
  const zip = new AdmZip()
  zip.addFile('word/document.xml', Buffer.from(`<w:document><w:body><w:p>${text}</w:p></w:body></w:document>`))
  return zip.toBuffer()
}

export function textOf(bytes: Buffer | undefined): string {
  return /<w:p>(.*)<\/w:p>/.exec(new AdmZip(bytes).readAsText('word/document.xml'))![1]!
}

/** A blob with that text, as a script writes it. */
export function blob(text: string, type = 'DOCX'): string {
  return `Utilities.newBlob(Utilities.base64Decode('${docx(text).toString('base64')}'), ${type}, 'plan.docx')`
}

/** Begins every script of these tests. */
export const types = `
  const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const DOC = 'application/vnd.google-apps.document'
  const FOLDER = 'application/vnd.google-apps.folder'
`

export function named(drive: Drive, name: string): DriveFile {
  const found = drive.entries.filter((file) => file.name === name)
  if (found.length !== 1) throw new Error(`${found.length} files are called ${name}.`)
  return found[0]!
}
