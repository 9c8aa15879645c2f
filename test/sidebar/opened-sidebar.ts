/**
 * The built sidebar, opened over a script that the test plays.
 */
import { createContext, runInContext } from 'node:vm'
import { built } from '../build/built.ts'
import { type SmallElement, smallDocument } from './small-document.ts'

/** A call that the sidebar has made and that waits for its answer. */
export interface Call {
  readonly name: string
  readonly args: readonly unknown[]
  /** Answers with the JSON of the value, as the script does; a string goes as it is. */
  answer(value: unknown): Promise<void>
  fail(sentence: string): Promise<void>
}

export interface OpenedSidebar {
  /** Every call so far, the first one first. */
  readonly calls: Call[]
  /** Everything to be read, in the order of the page. */
  text(): string
  /** Text of the first element with this role. */
  role(name: string): string | undefined
  button(caption: string): SmallElement
  press(caption: string): Promise<void>
  elements(localName: string): SmallElement[]
  /** Lets the page do what it put off. */
  settle(): Promise<void>
}

/** Opens the sidebar under vitest's fake timers; `withScript: false` is a page outside a spreadsheet. */
export async function openSidebar(
  timers: { advanceTimersByTimeAsync(ms: number): Promise<unknown> },
  { withScript = true } = {},
): Promise<OpenedSidebar> {
  const calls: Call[] = []
  const document = smallDocument()
  const settle = async () => {
    await timers.advanceTimersByTimeAsync(200)
  }
  const runner = (onAnswer?: (value: unknown) => void, onError?: (error: Error) => void): unknown =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler') return (handler: typeof onAnswer) => runner(handler, onError)
          if (name === 'withFailureHandler') return (handler: typeof onError) => runner(onAnswer, handler)
          return (...args: unknown[]) => {
            calls.push({
              name: String(name),
              args,
              answer: async (value) => {
                onAnswer?.(typeof value === 'string' || value === null ? value : JSON.stringify(value))
                await settle()
              },
              fail: async (sentence) => {
                onError?.(new Error(sentence))
                await settle()
              },
            })
          }
        },
      },
    )
  const script = /<script>([\s\S]*)<\/script>/.exec(built('Sidebar.html'))?.[1]
  if (script === undefined) throw new Error('Sidebar.html has no script.')
  const context = createContext({
    document,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    ...(withScript ? { google: { script: { run: runner() } } } : {}),
  })
  runInContext(script, context, { filename: 'Sidebar.html' })
  await settle()

  const button = (caption: string) => {
    const found = document.root.all.find(({ localName, text }) => localName === 'button' && text === caption)
    if (found === undefined) throw new Error(`There is no button "${caption}".`)
    return found
  }
  return {
    calls,
    settle,
    button,
    text: () => document.root.text,
    role: (name) => document.root.all.find(({ attributes }) => attributes.get('role') === name)?.text,
    press: async (caption) => {
      button(caption).click()
      await settle()
    },
    elements: (localName) => document.root.all.filter((element) => element.localName === localName),
  }
}
