/** Ids as Drive gives them. */
import { createHash } from 'node:crypto'

/** An id of the length and letters of a Drive file's, always the same for the same seed. */
export function identifier(seed: string): string {
  return `1${createHash('sha512').update(seed).digest('base64url').slice(0, 43)}`
}
