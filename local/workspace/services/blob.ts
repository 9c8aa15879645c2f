/** Blob: bytes with a type and a name. */
import type { Execution } from '../execution.ts'
import { NotEmulated } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'

/** Bytes as Apps Script shows them: -128 to 127. */
export function signed(bytes: Buffer): number[] {
  const values = new Array<number>(bytes.length)
  for (let index = 0; index < bytes.length; index++) values[index] = (bytes[index]! << 24) >> 24
  return values
}

/** Signed or unsigned byte values as a buffer. */
export function toBuffer(bytes: readonly number[]): Buffer {
  const buffer = Buffer.allocUnsafe(bytes.length)
  for (let index = 0; index < bytes.length; index++) buffer[index] = bytes[index]!
  return buffer
}

/** Text as UTF-8, or the bytes themselves. */
export function bytesOf(data: string | readonly number[]): Buffer {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : toBuffer(data)
}

interface Label {
  readonly contentType: string | null
  readonly name: string | null
}

export class Blob extends ServiceObject {
  readonly official = 'Blob'
  #bytes: Buffer
  #label: Label

  constructor(execution: Execution, bytes: Buffer, label: Label) {
    super(execution)
    this.#bytes = bytes
    this.#label = label
  }

  /** For the services that store it. */
  get content(): Buffer {
    return this.#bytes
  }

  getBytes(): number[] {
    return signed(this.#bytes)
  }

  setBytes(data: readonly number[]): Blob {
    this.#bytes = toBuffer(data)
    return this
  }

  getDataAsString(charset = 'UTF-8'): string {
    if (!/^utf-?8$/i.test(charset)) throw new NotEmulated(`Blob.getDataAsString in ${charset}`)
    return this.#bytes.toString('utf8')
  }

  setDataFromString(string: string): Blob {
    this.#bytes = Buffer.from(string, 'utf8')
    return this
  }

  getContentType(): string | null {
    return this.#label.contentType
  }

  setContentType(contentType: string | null): Blob {
    this.#label = { ...this.#label, contentType }
    return this
  }

  getName(): string | null {
    return this.#label.name
  }

  setName(name: string): Blob {
    this.#label = { ...this.#label, name }
    return this
  }

  copyBlob(): Blob {
    return new Blob(this.execution, Buffer.from(this.#bytes), this.#label)
  }

  isGoogleType(): boolean {
    return this.#label.contentType?.startsWith('application/vnd.google-apps.') ?? false
  }
}
