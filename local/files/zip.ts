/**
 * Zip archives in memory, as far as .xlsx needs them: stored and deflated entries, no encryption, no zip64.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const DIRECTORY_END = 0x06054b50
/** 1 January 1980, 00:00: the same content always gives the same bytes. */
const DOS_DATE = 0x21
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800
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
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findDirectoryEnd(buffer)
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) throw new ZipError('the archive is larger than 4 GB')
  const files = new Map<string, Uint8Array>()
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw new ZipError('the list of files is damaged')
    const flags = buffer.readUInt16LE(at + 8)
    const method = buffer.readUInt16LE(at + 10)
    const check = buffer.readUInt32LE(at + 16)
    const packed = buffer.readUInt32LE(at + 20)
    const size = buffer.readUInt32LE(at + 24)
    const nameLength = buffer.readUInt16LE(at + 28)
    const offset = buffer.readUInt32LE(at + 42)
    const name = buffer
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .replace(/^\/+/, '')
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
    if (name.endsWith('/')) continue
    if (flags & 1) throw new ZipError('its parts are encrypted')
    files.set(name, unpack(buffer, offset, method, packed, size, check, name))
  }
  return files
}

function findDirectoryEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= 0 && at >= buffer.length - 22 - 0xffff; at--) {
    if (buffer.readUInt32LE(at) === DIRECTORY_END) return at
  }
  throw new ZipError('its end is missing')
}

function unpack(
  buffer: Buffer,
  offset: number,
  method: number,
  packed: number,
  size: number,
  check: number,
  name: string,
): Uint8Array {
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL_HEADER)
    throw new ZipError(`${name} is damaged`)
  if (size > LARGEST_PART) throw new ZipError(`${name} is too large`)
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  const content = buffer.subarray(start, start + packed)
  let bytes: Uint8Array
  try {
    bytes = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(size, 1) })
  } catch {
    throw new ZipError(`${name} is damaged`)
  }
  if ((method !== 0 && method !== 8) || bytes.length !== size || crc32(bytes) !== check) {
    throw new ZipError(`${name} is damaged`)
  }
  return bytes
}

/** An archive of these files, in this order. The same files give the same bytes. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(UTF8_NAMES, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt16LE(DOS_DATE, 8)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    const nameBytes = Buffer.from(name)
    fields.writeUInt16LE(nameBytes.length, 22)
    chunks.push(signature(LOCAL_HEADER), fields, nameBytes, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(signature(DIRECTORY_ENTRY), Buffer.from([20, 0]), fields, rest, nameBytes)
    offset += 30 + nameBytes.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...chunks, list, signature(DIRECTORY_END), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

let crcTable: Uint32Array | undefined

/** The check sum that zip keeps of every file (CRC-32, polynomial 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  let sum = 0xffffffff
  for (let at = 0; at < bytes.length; at++)
    sum = (sum >>> 8) ^ (crcTable[(sum ^ (bytes[at] as number)) & 0xff] as number)
  return (sum ^ 0xffffffff) >>> 0
}
