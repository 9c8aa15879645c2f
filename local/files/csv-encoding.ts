import { FileError } from './file-error.ts'

/** How many bytes are looked at to tell UTF-16 without a byte-order mark. */
const SAMPLE = 4096

/**
 * The text of a .csv file, whatever program saved it.
 *
 * A byte-order mark decides; else every second byte being NUL means UTF-16; else what is valid UTF-8 is UTF-8, a few
 * stray bytes in it being Windows-1252; and what is left is Windows-1252, in which Excel for Windows saves "CSV (comma
 * delimited)" and which holds Latin-1. NUL characters that remain are dropped: no spreadsheet can hold them.
 *
 * @param path only for the message
 * @throws FileError FILE_ENCODING for text in no Western encoding (Big5, Windows-1251, …): which of them it is cannot be
 * told from a few names, and a wrong guess makes other names of them
 */
export function decodeCsv(bytes: Uint8Array, path: string): string {
  return decode(bytes, path)
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
}

function decode(bytes: Uint8Array, path: string): string {
  const utf16 = utf16Of(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeBytes(Buffer.from(bytes).toString('latin1'), path)
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return utf16WithoutMark(bytes)
}

/** Latin text in UTF-16 has a NUL in nearly every pair: second in little-endian, first in big-endian. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(bytes.length, SAMPLE) >> 1
  if (pairs === 0) return undefined
  let first = 0
  let second = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) first++
    if (bytes[2 * pair + 1] === 0) second++
  }
  if (second > pairs * 0.4 && first < pairs * 0.1) return 'utf-16le'
  if (first > pairs * 0.4 && second < pairs * 0.1) return 'utf-16be'
  return undefined
}

/** A character of several bytes in UTF-8, or a byte that is part of none; bytes stand as characters. */
const HIGH = /([\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})|[\x80-\xff]/g

/** Letters beyond ASCII in a row: in Western names two stand together (Zúñiga), hardly ever four. */
const LONG_RUN = /[\xa1-\xff]{4,}/g

/** @param text each byte as the character of its number */
function decodeBytes(text: string, path: string): string {
  let sequences = 0
  let bytes = 0
  for (const [, sequence] of text.matchAll(HIGH)) {
    if (sequence) sequences++
    else bytes++
  }
  if (sequences > bytes) return text.replace(HIGH, (found, sequence) => (sequence ? ofUtf8(found) : windows(found)))
  const letters = text.match(/[\xa1-\xff]/g)?.length ?? 0
  const inLongRuns = (text.match(LONG_RUN) ?? []).reduce((sum, run) => sum + run.length, 0)
  if (inLongRuns * 2 > letters) {
    throw new FileError(
      'FILE_ENCODING',
      path,
      `${path} is in an encoding that is not read here, so its names would come out wrong. Open it in the program that wrote it and save it as “CSV UTF-8” or .xlsx, then try again.`,
    )
  }
  return windows(text)
}

function ofUtf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** What Windows-1252 has in the places 80 to 9F, where Latin-1 has control characters. */
const WINDOWS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand, since Node 20's TextDecoder takes Windows-1252 for Latin-1. */
function windows(bytes: string): string {
  return bytes.replace(/[\u0080-\u009f]/g, (found) => WINDOWS_80_TO_9F[found.charCodeAt(0) - 0x80] as string)
}
