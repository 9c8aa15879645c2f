/**
 * Who may speak to the workbench: the person who typed its address, and its own page. Other sites that are open in the
 * same browser can send requests to this machine too; they are refused before anything is looked at.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Why a request is refused; undefined when it is not.
 *
 * A name that somebody else's name server points to 127.0.0.1 is told by its Host, a page of another site by its Origin
 * and by Sec-Fetch-Site, which browsers send by themselves.
 *
 * @param headers of the request
 * @param port on which the workbench listens
 */
export function refusalOf(
  { host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders,
  port: number,
): string | undefined {
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return `Open http://127.0.0.1:${port} instead: the workbench answers to no other name.`
  }
  const isForeign =
    (origin !== undefined && origin !== `http://${host}`) || !(site ?? 'none').match(/^(none|same-origin)$/)
  return isForeign
    ? `Type http://${host} into the browser: the workbench takes no requests from other pages.`
    : undefined
}

/** A secret that only the page of this start knows. */
export class Token {
  readonly text = randomBytes(32).toString('base64url')

  isIn(header: string | string[] | undefined): boolean {
    return typeof header === 'string' && timingSafeEqual(digest(header), digest(this.text))
  }
}

/** Of one length, so that the comparison takes the same time whatever is compared. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
