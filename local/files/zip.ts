/**
 * Zip archives in memory, by adm-zip: of the libraries that are kept well it is the one that compares every part with
 * the check sum of the archive, so that a damaged file is never read in part or wrongly.
 */
import AdmZip from 'adm-zip'

/** 1 January 1980, 00:00, as zip counts: the same content always gives the same bytes. */
const FIXED_TIME = 0x0021_0000
/** Written by a Unix, format 2.0, whatever machine writes it: the same bytes everywhere. */
const MADE_BY = 0x0314
const STORED = 0
const DEFLATED = 8
/** A part larger than this once unpacked is no roster but an attack on the memory. */
const LARGEST_PART = 0x4000_0000

/** The archive is cut off, damaged or of a kind that is not read here. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
}

/**
 * The files of an archive by name, '/' between folders.
 *
 * @throws ZipError with the reason
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const entry of entriesOf(bytes)) {
    if (entry.isDirectory) continue
    const name = entry.entryName.replaceAll('\\', '/').replace(/^\/+/, '')
    files.set(name, unpacked(entry, name))
  }
  return files
}

function entriesOf(bytes: Uint8Array): AdmZip.IZipEntry[] {
  try {
    return new AdmZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).getEntries()
  } catch (cause) {
    const message = (cause as Error).message
    throw new ZipError(message.includes('No END header') ? 'its end is missing' : 'the list of files is damaged', {
      cause,
    })
  }
}

function unpacked(entry: AdmZip.IZipEntry, name: string): Uint8Array {
  const { encrypted, method, size } = entry.header
  if (encrypted) throw new ZipError('its parts are encrypted')
  if (size > LARGEST_PART) throw new ZipError(`${name} is too large`)
  if (method !== STORED && method !== DEFLATED) throw new ZipError(`${name} is packed in a way that is not read here`)
  let content: Buffer
  try {
    content = entry.getData()
  } catch (cause) {
    throw new ZipError(`${name} is damaged`, { cause })
  }
  if (content.length !== size) throw new ZipError(`${name} is damaged`)
  return content
}

/** An archive of these files, in this order. The same files give the same bytes. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const archive = new AdmZip({ noSort: true })
  for (const [name, content] of files) {
    const { header } = archive.addFile(name, Buffer.from(content.buffer, content.byteOffset, content.byteLength))
    header.timeval = FIXED_TIME
    header.made = MADE_BY
  }
  return archive.toBuffer()
}
