/** How many bytes are looked at to tell UTF-16 without a byte-order mark. */
const SAMPLE = 4096

/**
 * The text of a .csv file, whatever program saved it.
 *
 * A byte-order mark decides; else every second byte being NUL means UTF-16; else what is valid UTF-8 is UTF-8; and
 * what is left is Windows-1252, in which Excel for Windows saves "CSV (comma delimited)". NUL characters that remain
 * are dropped: no spreadsheet can hold them.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  const text = encoding === 'windows-1252' ? decodeWindows(bytes) : new TextDecoder(encoding).decode(bytes)
  return text.replaceAll('\0', '')
}

/** What Windows-1252 has in the places 80 to 9F, where Latin-1 has control characters. */
const WINDOWS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand, since Node 20's TextDecoder takes Windows-1252 for Latin-1. */
function decodeWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (found) => WINDOWS_80_TO_9F[found.charCodeAt(0) - 0x80] as string)
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  return utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Latin text in UTF-16 has a NUL in nearly every pair: second in little-endian, first in big-endian. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
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

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
