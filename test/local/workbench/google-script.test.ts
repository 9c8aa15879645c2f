import vm from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FrameMessage } from '../../../local/workbench/protocol.ts'
import { SidebarFrame } from '../../../local/workbench/sidebar-frame.ts'

let frame: SidebarFrame
beforeAll(async () => {
  frame = await SidebarFrame.bundled()
})

interface Runner {
  withSuccessHandler(handler: (...given: unknown[]) => void): Runner
  withFailureHandler(handler: (...given: unknown[]) => void): Runner
  withUserObject(object: unknown): Runner
  getOverview(...args: unknown[]): void
  checkRoster(...args: unknown[]): void
}

/** A frame's window, as far as google.script uses it, with what the script says to the page around it. */
function opened() {
  const said: FrameMessage[] = []
  const listeners = new Map<string, (event: object) => void>()
  const parent = { postMessage: (message: FrameMessage) => said.push(message) }
  const window: Record<string, unknown> = {
    parent,
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  }
  const html = frame.html('<p>Overview</p>', ['getOverview', 'checkRoster', 'hidden_'])
  vm.runInNewContext(/<script>(.*)<\/script>/s.exec(html)![1]!, window)
  const { script } = window.google as {
    script: { run: Runner; host: { close(): void; setHeight(pixels: number): void; editor: { focus(): void } } }
  }
  const answer = (id: number, outcome: object, source: unknown = parent) => {
    listeners.get('message')!({ source, data: { type: 'outcome', id, outcome } })
  }
  /** @param link that is around what was clicked on @returns whether the browser is kept from following it */
  const click = (link: { readonly href: string } | null) => {
    let isKept = false
    const target = { closest: (selector: string) => (selector === 'a[target="_blank"]' ? link : null) }
    listeners.get('click')!({ target, preventDefault: () => (isKept = true) })
    return isKept
  }
  return { click, run: script.run, host: script.host, said, answer }
}

describe('google.script.run in the sidebar’s frame', () => {
  test('offers the public functions of the script and no others', () => {
    expect(Object.keys(opened().run).sort()).toEqual([
      'checkRoster',
      'getOverview',
      'withFailureHandler',
      'withSuccessHandler',
      'withUserObject',
    ])
  })

  test('hands the result to the success handler of that call, with its user object', () => {
    const { run, said, answer } = opened()
    const got: unknown[][] = []
    const first = run.withSuccessHandler((...given) => got.push(['first', ...given])).withUserObject('tab 1')
    const second = run.withSuccessHandler((...given) => got.push(['second', ...given]))
    expect(first.getOverview()).toBeUndefined()
    second.checkRoster('{"asOf":"2026-11-20"}')
    expect(said).toEqual([
      { type: 'call', id: 1, name: 'getOverview', args: [] },
      { type: 'call', id: 2, name: 'checkRoster', args: ['{"asOf":"2026-11-20"}'] },
    ])
    answer(2, { ok: true, result: 'checked' })
    answer(1, { ok: true, result: 'overview' })
    answer(1, { ok: true, result: 'once more' })
    expect(got).toEqual([
      ['second', 'checked', undefined],
      ['first', 'overview', 'tab 1'],
    ])
  })

  test('hands an error to the failure handler, which has only its sentence', () => {
    const { run, answer } = opened()
    const got: unknown[][] = []
    run
      .withUserObject(7)
      .withFailureHandler((...given) => got.push(given))
      .getOverview()
    answer(1, { ok: false, name: 'ScriptError', message: 'Error: The roster is empty.' })
    expect(got).toEqual([[expect.objectContaining({ name: 'ScriptError', message: 'Error: The roster is empty.' }), 7]])
  })

  test('an error that no handler takes is thrown where the browser’s console shows it', () => {
    const { run, answer } = opened()
    run.getOverview()
    expect(() => answer(1, { ok: false, name: 'ScriptError', message: 'Error: No.' })).toThrow('Error: No.')
  })

  test.each([
    ['a Date', [new Date()]],
    ['a function', [() => 1]],
    ['a Map inside', [{ deep: [new Map()] }]],
  ])('refuses %s before anything is sent', (_, args) => {
    const { run, said } = opened()
    expect(() => run.checkRoster(...args)).toThrow('Failed due to illegal value in property: 0')
    expect(said).toEqual([])
  })

  test('listens to nobody but the page around it', () => {
    const { run, answer } = opened()
    const got: unknown[] = []
    run.withSuccessHandler((result) => got.push(result)).getOverview()
    answer(1, { ok: true, result: 'forged' }, {})
    expect(got).toEqual([])
  })

  test('tells the page which link was to open in a new tab, and lets any other one be', () => {
    const { said, click } = opened()
    const href = 'https://docs.google.com/document/d/1x/edit'
    expect(click({ href })).toBe(true)
    expect(said).toEqual([{ type: 'openLink', address: href }])
    expect(click(null)).toBe(false)
    expect(said).toHaveLength(1)
  })

  test('closes and gives the keyboard back', () => {
    const { host, said } = opened()
    host.setHeight(300)
    host.editor.focus()
    host.close()
    expect(said).toEqual([{ type: 'focusEditor' }, { type: 'close' }])
  })
})

test.each([
  ['<!DOCTYPE html>\n<html><head lang="en"><base target="_top">', '<!DOCTYPE html>\n<html><head lang="en">'],
  ['<!doctype html><p>Hello</p>', '<!doctype html>'],
  ['<p>Hello</p>', ''],
])('google.script stands before everything of %s', (html, before) => {
  const whole = frame.html(html, [])
  expect(whole.startsWith(`${before}<script>{const publicFunctions=[]`)).toBe(true)
  expect(whole.endsWith(html.slice(before.length))).toBe(true)
})
