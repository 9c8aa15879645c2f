import { extname } from 'node:path'
import { FileError } from './file-error.ts'

/** Kinds of files that people have their rosters in and that are not read here, by their usual ending. */
type OtherKind =
  | '.xls'
  | '.xlsb'
  | '.ods'
  | '.numbers'
  | '.gsheet'
  | '.pdf'
  | '.docx'
  | '.zip'
  | '.xml'
  | '.html'
  | '.json'

const SAVE_AS_XLSX = 'Open it and save it as .xlsx, then try again.'
const EXPORT_INSTEAD = 'Export the roster as .xlsx or .csv instead.'

/** What such a file is, and what to do. */
const OTHER_KINDS: Readonly<Record<OtherKind, readonly [what: string, advice: string]>> = {
  '.xls': ['in the old .xls format', SAVE_AS_XLSX],
  '.xlsb': ['a binary Excel workbook (.xlsb)', SAVE_AS_XLSX],
  '.ods': ['an OpenDocument spreadsheet (.ods)', SAVE_AS_XLSX],
  '.numbers': ['an Apple Numbers file', 'Open it, choose File > Export To > Excel, then check that file.'],
  '.gsheet': [
    'only a link to a Google Sheet',
    'Open it, choose File > Download > Microsoft Excel (.xlsx), then check that file.',
  ],
  '.pdf': ['a PDF, which has no cells', EXPORT_INSTEAD],
  '.docx': ['a Word or PowerPoint document', EXPORT_INSTEAD],
  '.zip': ['a .zip archive', 'Unpack it and give its folder, or the file in it.'],
  '.xml': ['an XML file', EXPORT_INSTEAD],
  '.html': ['a web page, whatever it is called', SAVE_AS_XLSX],
  '.json': ['a JSON file', EXPORT_INSTEAD],
}

/** Spreadsheets of another program, as against what is none at all. */
const SPREADSHEETS: ReadonlySet<OtherKind> = new Set(['.xls', '.xlsb', '.ods', '.numbers', '.gsheet'])

/** The error for a file of a kind that is not read here. */
export function otherKind(kind: OtherKind, path: string): FileError {
  const [what, advice] = OTHER_KINDS[kind]
  return new FileError(SPREADSHEETS.has(kind) ? 'FILE_OLD_KIND' : 'FILE_KIND', path, `${path} is ${what}. ${advice}`)
}

/** The error for a file in which nothing stands. */
export function emptyFile(path: string): FileError {
  return new FileError('FILE_EMPTY', path, `${path} is empty. Export it again.`)
}

/** .xlsx and .xlsm, and zip archives of every other kind. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 3, 4])
}

/**
 * Stops where a file is of a kind that is not read here, told by what stands in it and only then by its ending: school
 * systems call exports .xls or .csv whatever they are. What a zip archive holds is told by {@link kindOfArchive}.
 *
 * @throws FileError FILE_EMPTY, FILE_LOCKED, FILE_OLD_KIND or FILE_KIND
 */
export function refuseOtherKinds(bytes: Uint8Array, path: string): void {
  if (bytes.length === 0) throw emptyFile(path)
  // The container of .xls and of every workbook with a password (Compound File Binary).
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (!Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw otherKind('.xls', path)
    throw new FileError(
      'FILE_LOCKED',
      path,
      `${path} is protected by a password. Open it, remove the password (File > Info > Protect Workbook), save it, then try again.`,
    )
  }
  if (isZip(bytes)) return
  const kind = kindOfText(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')) ?? extname(path).toLowerCase()
  // An .xls that is neither a container nor a page is text with tabs, which is read like any other.
  if (kind !== '.xls' && kind in OTHER_KINDS) throw otherKind(kind as OtherKind, path)
}

function kindOfText(start: string): OtherKind | undefined {
  if (start.startsWith('%PDF')) return '.pdf'
  const text = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^<(!doctype html|html|head|meta|table)\b/i.test(text)) return '.html'
  return text.startsWith('<?xml') ? '.xml' : undefined
}

/**
 * What a zip archive is that holds no workbook in XML.
 *
 * @param names of its parts
 */
export function kindOfArchive(names: readonly string[]): OtherKind {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/)) return '.xlsb'
  if (has(/^(word|ppt)\//)) return '.docx'
  if (has(/^Index(\.zip|\/Document\.iwa)$/)) return '.numbers'
  return has(/^META-INF\/manifest\.xml$/) && has(/^content\.xml$/) ? '.ods' : '.zip'
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte)
}
