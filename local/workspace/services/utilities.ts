/** Utilities: dates, digests, bytes, waiting. Bytes are signed, -128 to 127, as in Java. */
import { createHash, createHmac } from 'node:crypto'
import { format } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { NotEmulated, Refusal } from '../refusal.ts'
import { type EnumMember, ServiceObject } from '../service-object.ts'
import { zoneOf } from '../zone.ts'
import { Blob, bytesOf, signed, toBuffer } from './blob.ts'
import { formatPattern } from './date-pattern.ts'

const digests: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
}

/** The longest sleep, in ms (reference). */
const longestSleep = 300_000

export class Utilities extends ServiceObject {
  readonly official = 'Utilities'

  formatDate(date: Date, timeZone: string, pattern: string): string {
    if (Number.isNaN(date.getTime())) throw new Refusal('Invalid argument: date. Should be of type: Date')
    return formatPattern(date.getTime(), knownZone(timeZone), pattern)
  }

  formatString(template: string, ...args: unknown[]): string {
    if (/%[-+ #0]*\d*\.?\d*[^sdifjoO%]/.test(template) || /%[-+ #0]*\d+/.test(template) || template.includes('%.')) {
      throw new NotEmulated(`Utilities.formatString with ${template}`)
    }
    return format(template, ...args)
  }

  sleep(milliseconds: number): void {
    if (milliseconds < 0 || milliseconds > longestSleep) throw new Refusal('Invalid argument: milliseconds')
    this.execution.spend(milliseconds)
  }

  getUuid(): string {
    return this.execution.workspace.nextUuid()
  }

  base64Encode(data: string | readonly number[]): string {
    return bytesOf(data).toString('base64')
  }

  base64EncodeWebSafe(data: string | readonly number[]): string {
    return bytesOf(data).toString('base64').replaceAll('+', '-').replaceAll('/', '_')
  }

  base64Decode(encoded: string): number[] {
    return signed(decoded(encoded, /^[A-Za-z0-9+/]*={0,2}$/))
  }

  base64DecodeWebSafe(encoded: string): number[] {
    return signed(decoded(encoded, /^[A-Za-z0-9_-]*={0,2}$/))
  }

  computeDigest(algorithm: EnumMember, value: string | readonly number[]): number[] {
    const name = digests[algorithm.member]
    if (name === undefined) throw new NotEmulated(`Utilities.computeDigest with ${algorithm.member}`)
    return signed(createHash(name).update(bytesOf(value)).digest())
  }

  computeHmacSha256Signature(value: string | readonly number[], key: string | readonly number[]): number[] {
    return signed(createHmac('sha256', bytesOf(key)).update(bytesOf(value)).digest())
  }

  ungzip(blob: Blob): Blob {
    if (blob.getContentType() !== 'application/x-gzip')
      throw new NotEmulated('Utilities.ungzip of a blob of another type')
    return new Blob(this.execution, gunzipSync(blob.content), { contentType: null, name: blob.getName() })
  }

  newBlob(data: string | readonly number[], contentType?: string, name?: string): Blob {
    return new Blob(this.execution, typeof data === 'string' ? Buffer.from(data, 'utf8') : toBuffer(data), {
      contentType: contentType ?? (typeof data === 'string' ? 'text/plain' : null),
      name: name ?? null,
    })
  }
}

function knownZone(timeZone: string) {
  try {
    return zoneOf(timeZone)
  } catch {
    throw new Refusal('Invalid argument: timeZone. Should be of type: String')
  }
}

function decoded(encoded: string, alphabet: RegExp): Buffer {
  if (!alphabet.test(encoded)) throw new Refusal('Could not decode string.')
  return Buffer.from(encoded, alphabet.test('-') ? 'base64url' : 'base64')
}
