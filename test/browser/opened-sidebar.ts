/**
 * The built sidebar in a real browser, over a script that the test plays.
 */
import type { Browser, Page } from 'playwright-core'
import type { Answer, CallName } from '../../sidebar/server.ts'
import type { Calls } from '../../src/actions/requests/calls.ts'
import type { Refused } from '../../src/actions/requests/refused.ts'
import { built } from '../build/built.ts'
import { openPage, type PageOptions } from './open-page.ts'

/** Something else than an answer: Google's own failure, a text that is no answer, or silence. */
export class Instead {
  readonly reply: { readonly fails: string } | { readonly text: string | null } | 'silence'
  constructor(reply: Instead['reply']) {
    this.reply = reply
  }
}

export const fails = (sentence: string) => new Instead({ fails: sentence })
export const sends = (text: string | null) => new Instead({ text })
export const silence = new Instead('silence')

type Reply<Name extends CallName> = Answer<Name> | Refused | Instead

/** What each function of the script does; one that is not there is silent. */
export type PlayedScript = {
  readonly [Name in CallName]?: (request: Calls[Name]['request']) => Reply<Name> | Promise<Reply<Name>>
}

export interface OpenedSidebar {
  readonly page: Page
  readonly faults: string[]
  /** Every call so far, the first one first. */
  readonly calls: { readonly name: CallName; readonly request: unknown }[]
  /** Other replies from now on. */
  play(script: PlayedScript): void
}

export interface SidebarOptions extends PageOptions {
  /** Timers of the page move only when the test moves them, by page.clock. */
  readonly stoppedClock?: boolean
  /** A page outside a spreadsheet. */
  readonly outside?: boolean
}

export async function openSidebar(
  browser: Browser,
  script: PlayedScript,
  options: SidebarOptions = {},
): Promise<OpenedSidebar> {
  let played = script
  const calls: OpenedSidebar['calls'] = []
  const serve = async (name: CallName, request?: string): Promise<Instead['reply']> => {
    const read = request === undefined ? undefined : JSON.parse(request)
    calls.push({ name, request: read })
    const answer = (await (played[name] as ((request: unknown) => unknown) | undefined)?.(read)) ?? silence
    return answer instanceof Instead ? answer.reply : { text: JSON.stringify(answer) }
  }
  const { page, faults } = await openServedPage(browser, serve as never, options)
  return {
    page,
    faults,
    calls,
    play: (other) => {
      played = { ...played, ...other }
    },
  }
}

/** The built sidebar over whatever answers its calls. */
export async function openServedPage(
  browser: Browser,
  serve: (name: string, request?: string) => Promise<Instead['reply']>,
  options: SidebarOptions = {},
): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const { page, faults } = await openPage(browser, 'about:blank', { width: 300, height: 900, ...options })
  if (options.stoppedClock) await page.clock.install({ time: new Date('2026-11-23T16:30:00Z') })
  await page.exposeFunction('serveCall', serve)
  if (options.outside !== true) await page.evaluate(standIn)
  await page.setContent(built('Sidebar.html'))
  return { page, faults }
}

/** google.script.run as Google makes it, with the test at the other end. As text: it runs in the page. */
const standIn = `
  const runner = (onAnswer, onError) => new Proxy({}, { get: (_, name) =>
    name === 'withSuccessHandler' ? (handler) => runner(handler, onError)
    : name === 'withFailureHandler' ? (handler) => runner(onAnswer, handler)
    : (...args) => { serveCall(name, ...args).then((reply) => {
        if (reply === 'silence') return
        if ('fails' in reply) onError(new Error(reply.fails))
        else onAnswer(reply.text)
      }) } })
  globalThis.google = { script: { run: runner() } }
  undefined
`
