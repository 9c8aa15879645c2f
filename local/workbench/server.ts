/** The workbench over HTTP, for a browser on this machine and for nobody else. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BodyTooLarge, largestFile, largestJson, readBody } from './bodies.ts'
import type { PageFiles } from './bundle-page.ts'
import { refusalOf, Token } from './guard.ts'
import { nothingAllowed, pagePolicy, sharedHeaders, sidebarPolicy } from './policies.ts'
import { type Failure, fileNameHeader, tokenHeader } from './protocol.ts'
import { Refused } from './refused.ts'
import { BadRequest, isJsonRequest, type JsonRequest, readRequest } from './requests.ts'
import type { SidebarFrame } from './sidebar-frame.ts'
import type { SavedFile, Workbench } from './workbench.ts'

/** Where the workbench is looked for; the next free port is taken where this one is not. */
export const usualPort = 4160
const portsTried = 50
/** ms. Longer than any check: a connection must not be closed under a request that came while one was running. */
const idleConnection = 600_000

export interface ServedWorkbench {
  readonly workbench: Workbench
  readonly page: PageFiles
  readonly frame: SidebarFrame
  /** Takes a line for whoever started the workbench; never anything of a student's. */
  readonly log: (line: string) => void
}

export interface RunningServer {
  readonly port: number
  /** 'http://127.0.0.1:4160' */
  readonly address: string
  /** Ends it at once, whoever is connected. */
  close(): Promise<void>
}

/**
 * @param firstPort the first that is tried
 * @throws when none of the next ports is free
 */
export async function serve(served: ServedWorkbench, firstPort = usualPort): Promise<RunningServer> {
  const conversation = new Conversation(served)
  const server = createServer((request, response) => void conversation.answer(request, response))
  server.keepAliveTimeout = idleConnection
  await listen(server, firstPort)
  const { port } = server.address() as AddressInfo
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}

/** On 127.0.0.1 only, so that no other machine can reach it. */
async function listen(server: Server, firstPort: number): Promise<void> {
  for (let port = firstPort; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject)
          resolve()
        })
      })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= firstPort + portsTried) throw error
    }
  }
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

class Conversation {
  readonly #served: ServedWorkbench
  readonly #token = new Token()

  constructor(served: ServedWorkbench) {
    this.#served = served
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await this.#answerTo(request).catch((thrown) => this.#failure(thrown))
    response.writeHead(status, { 'content-security-policy': nothingAllowed, ...sharedHeaders, ...headers })
    response.end(body)
  }

  async #answerTo(request: IncomingMessage): Promise<Answer> {
    const refusal = refusalOf(request.headers, request.socket.localPort!)
    if (refusal !== undefined) return text(403, refusal)
    const [path] = request.url!.split('?') as [string]
    const name = /^\/api\/(\w+)$/.exec(path)?.[1]
    if (name === undefined) {
      if (request.method !== 'GET') return text(405, 'Only its page is here.', { allow: 'GET' })
      return this.#file(path)
    }
    if (request.method !== 'POST') return text(405, 'Only its page asks here.', { allow: 'POST' })
    return this.#api(name, request)
  }

  #file(path: string): Answer {
    const { page, frame, workbench } = this.#served
    switch (path) {
      case '/': {
        const nonce = randomBytes(16).toString('base64')
        return html(page.html(this.#token.text, nonce), pagePolicy(nonce))
      }
      case '/workbench.js':
        return file('text/javascript', page.script)
      case '/workbench.css':
        return file('text/css', page.style)
    }
    const sidebar = path.startsWith('/sidebar/') ? workbench.sidebar(path.slice('/sidebar/'.length)) : undefined
    if (sidebar === undefined) return text(404, 'There is nothing here.')
    return html(frame.html(sidebar.html, sidebar.functions), sidebarPolicy)
  }

  async #api(name: string, request: IncomingMessage): Promise<Answer> {
    if (!this.#token.isIn(request.headers[tokenHeader])) {
      return failure(403, 'STALE_PAGE', 'The workbench was started anew since. Load this page again.')
    }
    if (name === 'openFile') {
      const bytes = await readBody(request, largestFile)
      return json(this.#served.workbench.openFile(bytes, fileName(request)))
    }
    if (!isJsonRequest(name)) throw new BadRequest(`There is no request ${name}.`)
    return this.#answerJson(name, (await readBody(request, largestJson)).toString('utf8'))
  }

  #answerJson<Name extends JsonRequest>(name: Name, body: string): Answer {
    const answer = this.#served.workbench.answers[name](readRequest(name, body))
    return 'bytes' in answer ? download(answer as SavedFile) : json(answer)
  }

  #failure(thrown: unknown): Answer {
    if (thrown instanceof Refused) return failure(422, 'REFUSED', thrown.message)
    if (thrown instanceof BadRequest) return failure(400, 'BAD_REQUEST', thrown.message)
    if (thrown instanceof BodyTooLarge) return failure(413, 'REFUSED', 'This is too large for the workbench.')
    this.#served.log(faultReport(thrown))
    return failure(
      500,
      'FAULT',
      'The workbench could not do this because of an error of its own. The terminal says where.',
    )
  }
}

/** Where an error of ours arose. Its message may quote a cell, so that it is left out. */
function faultReport(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'An error without a place.'
  const places = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${thrown.name}`, ...places].join('\n')
}

function fileName(request: IncomingMessage): string {
  const header = request.headers[fileNameHeader]
  try {
    return decodeURIComponent(String(header ?? ''))
  } catch {
    throw new BadRequest('The name of the file cannot be read.')
  }
}

function html(body: string, policy: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body,
  }
}

function file(type: string, body: string): Answer {
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body }
}

function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }, body: `${body}\n` }
}

function json(answer: object, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) }
}

function failure(status: number, code: Failure['error']['code'], message: string): Answer {
  return json({ error: { code, message } } satisfies Failure, status)
}

function download({ name, bytes }: SavedFile): Answer {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { status: 200, headers: { 'content-type': type, 'content-disposition': disposition }, body: bytes }
}
