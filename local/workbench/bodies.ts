/** The bodies of requests, up to a size. */
import type { IncomingMessage } from 'node:http'
import { BadRequest } from './requests.ts'

const megabyte = 2 ** 20
export const largestJson = 32 * megabyte
/** Ten times the workbook of a district with 100,000 students. */
export const largestFile = 256 * megabyte

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/**
 * @param largest bytes
 * @throws BodyTooLarge, without waiting for the rest; BadRequest when the sender stopped
 */
export async function readBody(request: IncomingMessage, largest: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > largest) throw new BodyTooLarge()
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length
      if (size > largest) throw new BodyTooLarge()
      parts.push(part)
    }
  } catch (thrown) {
    throw thrown instanceof BodyTooLarge ? thrown : new BadRequest('The request was cut off.')
  }
  return Buffer.concat(parts)
}
