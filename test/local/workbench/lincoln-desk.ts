/** Lincoln High on the workbench: the small school of the Workspace's tests, with their script, and the server around it. */
import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import { readXlsx } from '../../../local/files/xlsx/read-workbook.ts'
import type { PageFiles } from '../../../local/workbench/bundle-page.ts'
import { type Requests, tokenHeader } from '../../../local/workbench/protocol.ts'
import type { JsonRequest } from '../../../local/workbench/requests.ts'
import { RunningClock } from '../../../local/workbench/running-clock.ts'
import { type RunningServer, serve } from '../../../local/workbench/server.ts'
import { SidebarFrame } from '../../../local/workbench/sidebar-frame.ts'
import { Workbench } from '../../../local/workbench/workbench.ts'
import type { WorkbookModel } from '../../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../../local/workspace/workspace.ts'
import { lincoln, script } from '../workspace/lincoln.ts'

/** 20 November 2026, 09:00 in Denver; it stands. */
const morning = () => new RunningClock(Date.UTC(2026, 10, 20, 16))

export interface Desk {
  readonly workbench: Workbench
  readonly workspace: Workspace
  /** What the person at the terminal was told. */
  readonly log: string[]
}

/** The workbench as it stands when it was just opened. */
export function lincolnDesk(dist = script): Desk {
  const log: string[] = []
  const open = (workbook: WorkbookModel) => createWorkspace({ dist, workbook, clock: morning(), latency: () => 0 })
  const school = () => open(lincoln().workspace.workbook)
  const workspace = school()
  const workbench = new Workbench({ workspace, open, sample: school, log: (line) => log.push(line) })
  return { workbench, workspace, log }
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

export interface ServedDesk extends Desk {
  readonly server: RunningServer
  readonly token: string
  /** Any request, as any program could send it; 'host' and others in the place of the usual headers. */
  send(
    method: string,
    path: string,
    headers?: Readonly<Record<string, string>>,
    body?: string | Buffer,
  ): Promise<Answered>
  /** What the page asks; fails unless it is answered. */
  ask<Name extends JsonRequest>(name: Name, given: Requests[Name]['request']): Promise<Requests[Name]['answer']>
}

/** A page that holds nothing but what the server puts into it. */
const page: PageFiles = {
  html: (token, nonce) =>
    `<!DOCTYPE html><meta name="workbench-token" content="${token}"><script nonce="${nonce}"></script>`,
  script: '"workbench"',
  style: 'body{}',
}

/** Served on any free port until the test ends. */
export async function servedDesk(desk: Desk = lincolnDesk()): Promise<ServedDesk> {
  const log = (line: string) => desk.log.push(line)
  const server = await serve({ workbench: desk.workbench, page, frame: await SidebarFrame.bundled(), log }, 0)
  onTestFinished(() => server.close())
  const send: ServedDesk['send'] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  const { body } = await send('GET', '/')
  const token = /content="([^"]+)"/.exec(body.toString())![1]!
  return {
    ...desk,
    server,
    token,
    send,
    ask: async (name, given) => {
      const headers = { [tokenHeader]: token, 'content-type': 'application/json' }
      const { status, body } = await send('POST', `/api/${name}`, headers, JSON.stringify(given ?? null))
      if (status !== 200) throw new Error(`${name}: ${status} ${body}`)
      return JSON.parse(body.toString())
    },
  }
}

export function workbookIn(bytes: Uint8Array): WorkbookModel {
  return readXlsx(bytes, 'Saved', 'Saved.xlsx')
}
